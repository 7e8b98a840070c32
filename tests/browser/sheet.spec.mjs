// On a phone: a tapped fact shows its sentences in a sheet from below. Against the report written by hand (report.mjs).
import { answered, ask, expect, middle, noSidewaysScroll, SAMPLE, test } from "./harness.mjs";
import { sampleReport, standIn } from "./report.mjs";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const open = async (page, site) => {
  await standIn(page, { "": sampleReport() });
  await page.goto(site.root);
  await ask(page, SAMPLE);
  await answered(page);
};
const sheet = (page) => page.locator("dialog#sheet");
const killed = (page) => page.locator(".total .leads").first();

test("a tap on a figure shows the sentence behind it, its words marked", async ({ page, site }) => {
  await open(page, site);
  await killed(page).tap();
  await expect(page.getByRole("dialog", { name: /^Killed: at least three/i })).toBeVisible();
  const words = (await sheet(page).locator("strong").allTextContents()).join(" ");
  expect(words.toLowerCase()).toContain("three");
  const sentence = await sheet(page).locator("blockquote").first().innerText();
  expect(SAMPLE.replace(/\s+/g, " ")).toContain(sentence.replace(/\s+/g, " "));
  expect(sentence).toMatch(/[.!?”"]$/);
  await noSidewaysScroll(page);
});

test("“Show in article” goes there, and Back returns to the fact", async ({ page, site }) => {
  await open(page, site);
  await killed(page).tap();
  await page.getByRole("button", { name: "Show in article" }).tap();
  await expect(sheet(page)).toBeHidden();
  await expect(page.locator("mark.chosen").first()).toBeInViewport();
  await expect(page.locator("mark.chosen").first()).toBeFocused();
  await page.getByRole("button", { name: "Back", exact: true }).tap();
  await expect(killed(page)).toBeInViewport();
  await expect(killed(page)).toBeFocused();
});

test("by keyboard: Enter opens it, its name is heard, Escape gives the focus back", async ({ page, site }) => {
  await open(page, site);
  await killed(page).focus();
  await page.keyboard.press("Enter");
  await expect(sheet(page).getByRole("heading")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Show in article" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await expect(killed(page)).toBeFocused();
});

test("a tap beside it puts it away; on another fact, shows that one", async ({ page, site }) => {
  await open(page, site);
  await killed(page).tap();
  await expect(sheet(page)).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  const other = await page.locator("#summary h2").boundingBox();
  await page.touchscreen.tap(other.x + 20, other.y + 10);
  await expect(page.getByRole("dialog", { name: /Odesa and Mykolaiv/ })).toBeVisible();
  await page.touchscreen.tap(200, 20);
  await expect(sheet(page)).toBeHidden();
});

test("marked words lead to the fact without a sheet", async ({ page, site }) => {
  await open(page, site);
  await page.touchscreen.tap(...(await middle(page.locator("mark.count").first())));
  await expect(sheet(page)).toBeHidden();
  await expect(page.locator(".ledger .fact.chosen").first()).toBeInViewport();
  await page.getByRole("button", { name: "Back", exact: true }).tap();
  await expect(page.locator("mark.count").first()).toBeInViewport();
});

test.describe("where both stand side by side", () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  test("there is no sheet", async ({ page, site }) => {
    await open(page, site);
    await killed(page).click();
    await expect(page.locator("mark.chosen").first()).toBeInViewport();
    await expect(sheet(page)).toBeHidden();
  });
});

for (const width of [320, 768]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 568 } });
    test("the sheet fits, its buttons in sight, however much it says", async ({ page, site }) => {
      await open(page, site);
      await page.locator(".regions .leads").first().tap();
      await expect(page.getByRole("button", { name: "Show in article" })).toBeInViewport({ ratio: 1 });
      await noSidewaysScroll(page);
    });
  });
}
