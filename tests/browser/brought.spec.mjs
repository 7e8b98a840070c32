// What the system brings: articles shared by other apps and files opened with the page. None of it may reach the network.
import { readFileSync } from "node:fs";
import { answered, expect, ready, test } from "./harness.mjs";
import { DIST } from "./server.mjs";

const manifest = JSON.parse(readFileSync(`${DIST}/manifest.webmanifest`, "utf8"));

test("the manifest posts what is shared to the page, and names its icons and files", async ({ site, request }) => {
  expect(manifest.share_target).toMatchObject({ action: "./share", method: "POST", enctype: "multipart/form-data" });
  for (const { src } of manifest.icons) expect((await request.get(site.root + src)).status()).toBe(200);
  expect(manifest.file_handlers[0].action).toBe("./");
});

test("without a service worker there is no manifest, so that nothing can be shared past it", async ({ page, site }) => {
  await page.goto(site.root);
  await ready(page);
  await page.waitForTimeout(500);
  await expect(page.locator('link[rel="manifest"]')).toHaveCount(0);
});

test("a file that the system opens with the page is read", async ({ page, site }) => {
  await page.addInitScript(() => {
    const getFile = async () => new File(["Two people were killed in Odesa on Monday."], "a.txt", { type: "text/plain" });
    Object.defineProperty(globalThis, "launchQueue", { value: { setConsumer: (take) => setTimeout(() => take({ files: [{ getFile }] }), 300) } });
  });
  await page.goto(site.root);
  await answered(page);
  await expect(page.locator("#article .text")).toHaveText("Two people were killed in Odesa on Monday.");
});

test.describe("shared by another app", () => {
  // Where the icon stands alone, the browser asks for a favicon.
  test.use({ serviceWorkers: "allow", expected: ["404"] });

  // A share is a form that the system posts; the policy lets the page itself post none, so a page beside it does.
  const share = async (page, site, parts, file) => {
    await page.goto(site.root);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await expect(page.locator('link[rel="manifest"]')).toHaveCount(1);
    await page.goto(`${site.root}icon.svg`);
    await page.evaluate(([parts, file, action]) => {
      const html = (name) => document.createElementNS("http://www.w3.org/1999/xhtml", name);
      const form = Object.assign(html("form"), { action, method: "post", enctype: "multipart/form-data" });
      for (const [name, value] of Object.entries(parts)) form.append(Object.assign(html("input"), { name, value }));
      if (file) {
        const brought = new DataTransfer();
        brought.items.add(new File([file.content], file.name, { type: file.type }));
        const field = Object.assign(html("input"), { type: "file", name: "file" });
        field.files = brought.files;
        form.append(field);
      }
      document.documentElement.append(form);
      form.submit();
    }, [parts, file, `${site.root}share`]);
  };
  const nothingSent = (seen, site) => {
    // The service worker answers the post; what the server saw are GETs for files.
    for (const { url } of seen.requests) expect(decodeURIComponent(url)).not.toMatch(/Two|Odesa/);
    expect(seen.requests.filter(({ method, url }) => method === "POST" && url !== `${site.root}share`)).toEqual([]);
  };
  const kept = (page) => page.evaluate(() => caches.has("shared-with-factbox"));

  test("a text with its title is read, the address clean, and nothing stays behind", async ({ page, site, seen, context }) => {
    await page.goto(site.root);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await share(page, site, { title: "Two die in Odesa", text: "Two people were killed in Odesa on Monday.", url: "https://news.example/a" });
    await answered(page);
    await expect(page.locator("#article .text p")).toHaveText(["Two die in Odesa", "Two people were killed in Odesa on Monday."]);
    expect(page.url()).toBe(site.root);
    expect(await kept(page)).toBe(false);
    nothingSent(seen, site);
  });

  test("a file is opened", async ({ page, site }) => {
    await share(page, site, { title: "", text: "" }, { name: "a.md", type: "text/markdown", content: "# Two die\n\nTwo people were **killed** in Odesa." });
    await answered(page);
    await expect(page.locator("#article .text")).toContainText("Two people were killed in Odesa.");
  });

  test("a link alone is said to be no article", async ({ page, site, seen }) => {
    await share(page, site, { title: "Two die in Odesa", text: "https://news.example/a" });
    await expect(page.getByRole("alert").first()).toContainText("Only a link came along, and this page fetches nothing.");
    expect(seen.requests.some(({ url }) => url.includes("news.example"))).toBe(false);
  });
});
