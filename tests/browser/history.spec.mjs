// What the browser keeps: the history, which is off until the reader wants it, and the settings.
import { answered, ask, box, expect, noSidewaysScroll, ready, status, test } from "./harness.mjs";

const ODESA = "Blast at a bakery in Odesa\n\nTwo people were killed in Odesa on Monday when a shell struck a bakery.";
const LVIV = "Fire in Lviv\n\nThree people were hurt in a fire in Lviv on Tuesday.";
const open = (page) => page.getByRole("button", { name: "History", exact: true }).click();
const dialog = (page) => page.getByRole("dialog", { name: "History" });
const rows = (page) => dialog(page).getByRole("listitem");
const bases = (page) => page.evaluate(() => indexedDB.databases().then((all) => all.map((base) => base.name)));
const read = async (page, text) => {
  await ask(page, text);
  await answered(page);
  await expect(page.locator("#article .text")).toContainText(text.split("\n")[0]);
};

for (const [name, viewport] of [["desktop", { width: 1440, height: 900 }], ["phone", { width: 390, height: 844 }]]) {
  test.describe(name, () => {
    test.use({ viewport });

    test("the history is off, and nothing is kept, until it is turned on", async ({ page, site }) => {
      await page.goto(site.root);
      await read(page, ODESA);
      expect(await bases(page)).toEqual([]);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await open(page);
      await expect(dialog(page)).toContainText("The history is off, and no article is kept.");
      await expect(rows(page)).toHaveCount(0);
      await noSidewaysScroll(page);
    });

    test("turned on, articles are kept, searched, opened again and removed, without a request", async ({ page, site, seen }) => {
      await page.goto(site.root);
      await read(page, ODESA);
      await open(page);
      await dialog(page).getByRole("button", { name: "Turn the history on" }).click();
      await expect(rows(page)).toHaveText([/^Blast at a bakery in Odesa.*, 20 words/]);
      await page.keyboard.press("Escape");
      const before = seen.requests.length;
      await read(page, LVIV);
      await open(page);
      await expect(rows(page)).toHaveText([/^Fire in Lviv/, /^Blast at a bakery/]);
      await noSidewaysScroll(page);
      await dialog(page).getByLabel("Search titles and texts").fill("SHELL odesa");
      await expect(rows(page)).toHaveText([/^Blast at a bakery/]);
      await expect(dialog(page)).toContainText("1 article");
      await dialog(page).getByLabel("Search titles and texts").fill("earthquake");
      await expect(dialog(page)).toContainText("No kept article has these words.");
      await dialog(page).getByLabel("Search titles and texts").fill("");
      await rows(page).nth(1).getByRole("button", { name: "Blast at a bakery in Odesa", exact: true }).click();
      await expect(dialog(page)).toBeHidden();
      await expect(page.locator("#article .text")).toContainText("struck a bakery");
      await open(page);
      await expect(rows(page)).toHaveText([/^Blast at a bakery/, /^Fire in Lviv/]);
      await page.getByRole("button", { name: "Remove “Fire in Lviv”" }).click();
      await expect(rows(page)).toHaveText([/^Blast at a bakery/]);
      expect(seen.requests.slice(before)).toEqual([]);
    });
  });
}

test("an article read again is kept once, a sample and half-typed text never", async ({ page, site }) => {
  await page.goto(site.root);
  await open(page);
  await dialog(page).getByRole("button", { name: "Turn the history on" }).click();
  await expect(dialog(page)).toContainText("Nothing is kept yet.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
  await read(page, ODESA);
  await read(page, ODESA);
  await page.getByRole("button", { name: "Edit text" }).click();
  await box(page).fill("Two peop");
  await expect(page.locator("#article .text")).toHaveText("Two peop");
  await open(page);
  await expect(rows(page)).toHaveText([/^Blast at a bakery/]);
});

test("an answer that comes while the window is open is listed there", async ({ page, site }) => {
  await page.goto(site.root);
  await ready(page);
  await open(page);
  await dialog(page).getByRole("button", { name: "Turn the history on" }).click();
  await expect(dialog(page)).toContainText("Nothing is kept yet.");
  // Behind the open window the page is out of reach of hands, not of what was sent to be read before.
  await page.evaluate((text) => {
    const field = document.querySelector("#article-text");
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Explain").click();
  }, ODESA);
  await expect(rows(page)).toHaveText([/^Blast at a bakery/]);
});

test("it outlives a reload, and “Erase everything” takes all of it away", async ({ page, site }) => {
  await page.goto(site.root);
  await open(page);
  await dialog(page).getByRole("button", { name: "Turn the history on" }).click();
  await page.keyboard.press("Escape");
  await read(page, ODESA);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Dark").check();
  await page.keyboard.press("Escape");
  await page.reload();
  await answered(page);
  await open(page);
  await expect(rows(page)).toHaveCount(1);
  await dialog(page).getByRole("button", { name: "Erase everything" }).click();
  await expect(dialog(page).getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog(page).getByRole("button", { name: "Keep it" }).click();
  await expect(rows(page)).toHaveCount(1);
  await dialog(page).getByRole("button", { name: "Erase everything" }).click();
  await dialog(page).getByRole("button", { name: "Yes, erase everything" }).click();
  await expect(status(page)).toHaveText("Everything that this page kept in your browser is erased.");
  await expect(box(page)).toHaveValue("");
  expect(await bases(page)).toEqual([]);
  await page.reload();
  await expect(box(page)).toHaveValue("");
  expect(await page.evaluate(() => [localStorage.length, document.documentElement.dataset.theme])).toEqual([0, undefined]);
  await open(page);
  await expect(dialog(page)).toContainText("The history is off, and no article is kept.");
});

test("where the browser keeps nothing, that is said and the answer stands", async ({ page, site }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await page.goto(site.root);
  await open(page);
  await dialog(page).getByRole("button", { name: "Turn the history on" }).click();
  await expect(dialog(page)).toContainText("so the history does not work here.");
  await page.keyboard.press("Escape");
  await read(page, ODESA);
  await expect(page.getByRole("alert").filter({ hasText: "so the history does not work here." })).toBeVisible();
});

test("colours are as set, before and after a reload, against the system", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(site.root);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const bars = () => page.evaluate(() => [...document.querySelectorAll('meta[name="theme-color"]')].map((bar) => bar.content));
  const light = await ground();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Dark").check();
  expect(await ground()).not.toBe(light);
  expect(await bars()).toEqual(["#10151c", "#10151c"]);
  await page.reload();
  await ready(page);
  expect(await ground()).not.toBe(light);
  await page.getByRole("button", { name: "Settings" }).click();
  await expect(page.getByLabel("Dark")).toBeChecked();
  await page.getByLabel("As the system").check();
  expect(await ground()).toBe(light);
  expect(await bars()).toEqual(["#f6f7f9", "#10151c"]);
});

test("dates are left open where the reader wants that", async ({ page, site }) => {
  await page.goto(site.root);
  await read(page, "Two people died in a fire in Odesa yesterday.");
  await expect(page.getByText("The article does not say when it was published;")).toBeVisible();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Leave “last night” and the like open").check();
  await page.keyboard.press("Escape");
  await expect(page.getByText("The article does not say when it was published;")).toHaveCount(0);
  await page.getByRole("button", { name: "Edit text" }).click();
  await expect(page.locator("#published-hint")).toHaveText("Not given. If the text has no date either, “last night” and the like stay open.");
});
