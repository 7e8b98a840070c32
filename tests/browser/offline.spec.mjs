// The service worker: after one visit the page works without a network, and a new build comes only when the reader says so.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answered, ask, box, expect, test } from "./harness.mjs";
import { DIST, serve } from "./server.mjs";

// Offline, the browser complains of the look for a newer service worker.
test.use({ serviceWorkers: "allow", expected: ["sw.js", "net::ERR_INTERNET_DISCONNECTED"] });

const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
const TEXT = "Two people were killed in Odesa on Monday.";

for (const where of ["root", "sub"]) {
  test(`with the network off after one visit, below ${where}`, async ({ page, site, context }) => {
    await page.goto(site[where]);
    await kept(page);
    await context.setOffline(true);
    for (const end of ["", "?from=somewhere", "#article", "index.html"]) {
      // A tab of its own: the text of the tab before would come back.
      const tab = await context.newPage();
      await tab.goto(site[where] + end);
      await ask(tab, TEXT);
      await answered(tab);
      await expect(tab.locator(".regions")).toContainText("Odesa");
      await expect(tab.locator(".map-picture .map-land")).toHaveAttribute("d", /^M/);
      await tab.close();
    }
  });
}

test("the text outlives a reload, and clearing ends that", async ({ page, site }) => {
  await page.goto(site.root);
  await box(page).fill(TEXT);
  await page.reload();
  await answered(page);
  await page.getByRole("button", { name: "Edit text" }).click();
  await expect(box(page)).toHaveValue(TEXT);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.reload();
  await expect(box(page)).toHaveValue("");
});

test.describe("a new build", () => {
  // A copy of the page, so that a build can change under its readers.
  const moving = test.extend({
    build: async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "factbox-"));
      cpSync(DIST, folder, { recursive: true });
      const server = await serve(folder);
      const rebuild = () => {
        const page = readFileSync(join(folder, "index.html"), "utf8");
        writeFileSync(join(folder, "index.html"), page.replace("<title>", "<title>New: "));
        const service = readFileSync(join(folder, "sw.js"), "utf8");
        writeFileSync(join(folder, "sw.js"), service.replace(/BUILD = "\w+"/, 'BUILD = "0123456789abcdef"'));
      };
      await use({ root: `${server.origin}/`, origin: server.origin, rebuild });
      server.stop();
      rmSync(folder, { recursive: true });
    },
  });

  const look = (page) => page.evaluate(() => navigator.serviceWorker.ready.then((r) => r.update()).then(() => true));
  const offer = (page) => page.getByText("A new version is ready. Your text stays.");

  moving("waits for the reader's word and keeps the text", async ({ page, build }) => {
    await page.goto(build.root);
    await kept(page);
    await ask(page, TEXT);
    await answered(page);
    build.rebuild();
    await look(page);
    await expect(offer(page)).toBeVisible();
    await expect(page).toHaveTitle(/^Factbox/);
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page).toHaveTitle(/^New: /);
    await answered(page);
    await expect(page.locator("#article .text")).toHaveText(TEXT);
    await expect(offer(page)).toBeHidden();
    expect(await page.evaluate(() => caches.keys())).toEqual(["factbox-0123456789abcdef"]);
  });

  moving("taken in one tab, it is offered in the other, which works on", async ({ page, build, context }) => {
    await page.goto(build.root);
    await kept(page);
    const other = await context.newPage();
    await other.goto(build.root);
    await ask(other, TEXT);
    await answered(other);
    build.rebuild();
    await look(page);
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page).toHaveTitle(/^New: /);
    await expect(offer(other)).toBeVisible();
    await expect(other).toHaveTitle(/^Factbox/);
    await ask(other, "Three people were killed in Lviv.");
    await answered(other);
  });

  moving("that cannot be kept whole is not kept at all", async ({ page, build, context }) => {
    await page.goto(build.root);
    await kept(page);
    build.rebuild();
    await context.route("**/world*", (route) => route.abort());
    await context.route("**/map-*.bin", (route) => route.abort());
    await page.evaluate(() => navigator.serviceWorker.ready.then((r) => r.update()).catch(() => {}));
    await page.waitForTimeout(500);
    expect((await page.evaluate(() => caches.keys())).length).toBeGreaterThan(0);
    await context.setOffline(true);
    await page.reload();
    await ask(page, TEXT);
    await answered(page);
  });
});
