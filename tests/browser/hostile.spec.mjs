// Markup that would run or fetch something, by every way a text comes in: it stays text, and nothing runs, opens or is asked for.
import { readFileSync } from "node:fs";
import { answered, ask, box, expect, pour, ready, status, test } from "./harness.mjs";

const SEEDS = readFileSync(new URL("xss.txt", import.meta.url), "utf8").trim().split("\n");
// Each seed as it is and as others would hide it from a filter.
const VARIANTS = [
  (seed) => seed,
  (seed) => seed.replace(/<(\/?)([a-z]+)/gi, (_, slash, name) => `<${slash}${[...name].map((c, i) => (i % 2 ? c : c.toUpperCase())).join("")}`),
  (seed) => seed.replace(/ on([a-z]+)=/g, "\n\ton$1\u00a0=\t").replaceAll("javascript:", "\u0001java\tscript:"),
  (seed) => seed.replaceAll("<", "<\0").replaceAll("alert(1)", "top.alert`1`"),
  (seed) => seed.replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
  (seed) => `<<${seed}>>`.replaceAll("><", ">\u202e<\u200b"),
];
const ALL = VARIANTS.flatMap((vary) => SEEDS.map(vary));
const A_TIME = 24;
const SENTENCE = "Two people were killed in Odesa on Monday when a shell struck a bakery near the market, the mayor said.";

// Tells by what the page shows which text it has read.
const sign = (i) => `It was shell ${i} of that day.`;

// All of them, some at a time, each beside a sentence that is read.
const batches = (of, wrap) =>
  Array.from({ length: Math.ceil(of.length / A_TIME) }, (_, i) => of.slice(i * A_TIME, (i + 1) * A_TIME)).map((some, i) => wrap(some, sign(i)));
const prose = (some, sign) => `${SENTENCE} ${sign}\n\n${some[0]}\n\n${some.map((seed) => `A man near ${seed} said two were hurt.`).join("\n")}`;
const html = (some, sign) => `<html><body><nav>Home: nine killed</nav><article><h1>Two die</h1><p>${SENTENCE} ${sign}</p>${some.map((s) => `<p>It fell ${s} there.</p>`).join("")}</article></body></html>`;

// Dialogs, windows and navigations that the page brings about.
const watch = async (page) => {
  const seen = [];
  page.on("dialog", (dialog) => (seen.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("popup", (popup) => seen.push(`window ${popup.url()}`));
  return seen;
};
const rested = (page) => expect(status(page)).not.toHaveText(/Reading|Opening|Loading/, { timeout: 20_000 });
// What could run or fetch: none of it, and no more of the page's own than before.
const dangerous = (page) =>
  page.evaluate(() => {
    const own = ["http:", "https:", "blob:", "mailto:"];
    const everything = [...document.querySelectorAll("*")];
    const bad = everything.filter(
      (e) =>
        [...e.attributes].some((a) => a.name.startsWith("on") || /^\s*(javascript|vbscript|data:text)/i.test(a.value)) ||
        (e.href && typeof e.href === "string" && !own.includes(new URL(e.href, location).protocol)),
    );
    const kinds = "script,iframe,object,embed,base,meta,link,form,applet,frame,portal,audio,video,style";
    return { bad: bad.map((e) => e.outerHTML.slice(0, 200)), kinds: document.querySelectorAll(kinds).length, articles: document.querySelectorAll("#article").length };
  });

const bring = (page, target, kind, rich) =>
  page.evaluate(
    ([target, kind, rich]) => {
      const data = new DataTransfer();
      data.setData("text/html", rich);
      data.setData("text/plain", rich);
      const init = { bubbles: true, cancelable: true };
      const event = kind === "paste" ? new ClipboardEvent("paste", { ...init, clipboardData: data }) : new DragEvent("drop", { ...init, dataTransfer: data });
      document.querySelector(target).dispatchEvent(event);
    },
    [target, kind, rich],
  );
const edit = async (page) => {
  const button = page.getByRole("button", { name: "Edit text" });
  if (await button.isVisible()) await button.click();
};
const choose = async (page, name, mimeType, text) => {
  const waited = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await waited).setFiles({ name, mimeType, buffer: Buffer.from(text) });
};

const ROUTES = {
  typed: [prose, async (page, text) => ask(page, text)],
  "pasted as rich text": [html, async (page, text) => (await edit(page), await box(page).selectText(), bring(page, "#article-text", "paste", text))],
  dropped: [html, async (page, text) => bring(page, "main", "drop", text)],
  "opened as a web page": [html, async (page, text) => (await edit(page), choose(page, "a.html", "text/html", text))],
  "opened as Markdown": [prose, async (page, text) => (await edit(page), choose(page, "a.md", "text/markdown", text))],
  "opened as a mail": [html, async (page, text) => (await edit(page), choose(page, "a.eml", "message/rfc822", `Subject: Two die <img src=x onerror=alert(1)>\r\nContent-Type: text/html\r\n\r\n${text}`))],
};

test("there are seeds enough", () => {
  expect(SEEDS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ALL).size).toBeGreaterThan(300);
});

for (const [name, [wrap, give]] of Object.entries(ROUTES)) {
  test(`markup that is ${name} does nothing`, async ({ page, site }) => {
    test.setTimeout(180_000);
    const seen = await watch(page);
    await page.goto(site.root);
    await ready(page);
    // All of the page's own code is there once it has answered.
    await ask(page, SENTENCE);
    await answered(page);
    const before = await dangerous(page);
    for (const [i, text] of batches(ALL, wrap).entries()) {
      await give(page, text);
      await expect(page.locator("#article .text")).toContainText(sign(i));
      await rested(page);
      const after = await dangerous(page);
      expect(after.bad).toEqual([]);
      expect(after.kinds).toBe(before.kinds);
      expect(after.articles).toBeLessThanOrEqual(1);
      expect(seen).toEqual([]);
      expect(page.url()).toBe(site.root);
    }
  });
}

test("markup in a link does nothing", async ({ page, site }) => {
  test.setTimeout(180_000);
  const seen = await watch(page);
  await page.goto(site.root);
  await ready(page);
  const links = [];
  for (const text of batches(ALL, prose)) links.push(await page.evaluate((text) => globalThis.factbox.pack(text), text));
  // Hashes that are no text as well: markup itself, and what unpacks to nothing.
  const hashes = [...links.map((packed) => `#text=${packed}`), ...SEEDS.slice(0, 12).map((seed) => `#text=${encodeURIComponent(seed)}&published=${encodeURIComponent(seed)}`)];
  for (const hash of hashes) {
    await page.goto("about:blank");
    await page.goto(site.root + hash);
    await ready(page);
    await rested(page);
    expect((await dangerous(page)).bad).toEqual([]);
    expect(seen).toEqual([]);
  }
});

test("markup in the history does nothing", async ({ page, site }) => {
  test.setTimeout(180_000);
  const seen = await watch(page);
  await page.goto(site.root);
  await ready(page);
  const dialog = page.getByRole("dialog", { name: "History" });
  const open = () => page.getByRole("button", { name: "History", exact: true }).click();
  await open();
  await dialog.getByRole("button", { name: "Turn the history on" }).click();
  await page.keyboard.press("Escape");
  // The seed is the title, which the list shows.
  for (const [i, seed] of ALL.filter((_, i) => i % 7 === 0).entries()) {
    await ask(page, `${seed}\n\n${SENTENCE} ${i}`);
    await rested(page);
  }
  await open();
  await expect(dialog.getByRole("listitem").first()).toBeVisible();
  expect((await dangerous(page)).bad).toEqual([]);
  for (const word of ["<img", "\" onfocus=alert(1) x=\"", "script"]) {
    await dialog.getByLabel("Search titles and texts").fill(word);
    expect((await dangerous(page)).bad).toEqual([]);
  }
  await dialog.getByLabel("Search titles and texts").fill("");
  await dialog.getByRole("listitem").first().getByRole("button").first().click();
  await answered(page);
  expect((await dangerous(page)).bad).toEqual([]);
  expect(seen).toEqual([]);
});

test.describe("with a service worker", () => {
  // Where the icon stands alone, the browser asks for a favicon.
  test.use({ serviceWorkers: "allow", expected: ["404"] });
  test("markup that is shared does nothing", async ({ page, site }) => {
    test.setTimeout(120_000);
    const seen = await watch(page);
    await page.goto(site.root);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    for (const text of batches(ALL, prose).filter((_, i) => i % 4 === 0)) {
      await page.goto(`${site.root}icon.svg`);
      await page.evaluate(
        ([parts, action]) => {
          const make = (name) => document.createElementNS("http://www.w3.org/1999/xhtml", name);
          const form = Object.assign(make("form"), { action, method: "post", enctype: "multipart/form-data" });
          for (const [name, value] of Object.entries(parts)) form.append(Object.assign(make("input"), { name, value }));
          document.documentElement.append(form);
          form.submit();
        },
        [{ title: text.split("\n")[0], text, url: "https://news.example/<img src=x onerror=alert(1)>" }, `${site.root}share`],
      );
      // Each share loads the page anew.
      await answered(page, { timeout: 30_000 });
      expect((await dangerous(page)).bad).toEqual([]);
      expect(seen).toEqual([]);
    }
  });
});

test("lone surrogates, zeros and characters that show nothing are read, and told of", async ({ page, site }) => {
  await page.goto(site.root);
  await ready(page);
  for (const spoiled of ["\ud800", "\udfff\ud800", "\0", "\0\u0001\u001b[31m", "\ufffe\uffff", "e\u0301".repeat(500)]) {
    await pour(page, `${spoiled}Two people${spoiled} were killed in Odesa${spoiled} on Monday.`);
    await page.getByRole("button", { name: "Explain" }).click();
    await answered(page);
    await expect(page.getByRole("alert")).toBeEmpty();
    await page.getByRole("button", { name: "Edit text" }).click();
  }
  await ask(page, "\u202eTwo people\u200b were killed in Odesa on Monday.");
  await answered(page);
  await expect(page.getByRole("alert")).toContainText("2 hidden characters");
  await ask(page, "Two people were killed in Odesa on Monday.");
  await expect(page.getByRole("alert")).toBeEmpty();
});

test("a hundred thousand tags in one another", async ({ page, site }) => {
  test.setTimeout(60_000);
  await page.goto(site.root);
  await ready(page);
  const nested = `<nav>Home: nine killed</nav>${"<div><b>".repeat(50_000)}${SENTENCE}`;
  await bring(page, "#article-text", "paste", nested);
  await answered(page, { timeout: 40_000 });
  await edit(page);
  await expect(box(page)).toHaveValue(new RegExp("Two people were killed in Odesa"));
  await choose(page, "deep.html", "text/html", nested);
  await rested(page);
  await answered(page, { timeout: 40_000 });
});

test("one line of five megabytes", async ({ page, site }) => {
  test.setTimeout(300_000);
  await page.goto(site.root);
  await ready(page);
  const line = `${SENTENCE} `;
  await pour(page, line.repeat(Math.floor(4_990_000 / line.length)));
  await page.getByRole("button", { name: "Explain" }).click();
  await answered(page, { timeout: 280_000 });
});
