// What the real engine says of the sample. Needs the engine and the gazetteer.
import { answered, expect, test } from "./harness.mjs";

test.beforeEach(async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
});

test("the sample's totals", async ({ page }) => {
  const card = (kind) => page.locator(".total").filter({ has: page.getByRole("heading", { name: kind, exact: true }) });
  await expect(card("Killed")).toContainText(/≥\s3/);
  await expect(card("Wounded")).toContainText(/14|18/);
});

test("the sample's regions, worst first", async ({ page }) => {
  const regions = page.locator(".regions").first().getByRole("listitem");
  await expect(regions.nth(0)).toContainText("Odesa");
  await expect(regions.nth(0)).toContainText("killed");
  await expect(page.locator(".regions").first()).toContainText("Mykolaiv");
});

test("the sample's weapons and headline", async ({ page }) => {
  await expect(page.locator("#summary h2")).toContainText("Odesa");
  await expect(page.locator(".weapons")).toContainText("118");
});

test("a fact of the sample leads to its sentence", async ({ page }) => {
  await page.locator(".total .leads").first().click();
  const chosen = page.locator("mark.chosen").first();
  await expect(chosen).toBeInViewport();
  expect((await page.locator("mark.chosen").allTextContents()).join("")).toContain("three people");
});

test("earlier attacks stay out of the totals", async ({ page }) => {
  await expect(page.getByRole("table", { name: "Earlier events" })).toContainText("five");
  await expect(page.getByRole("table", { name: "Over a longer time" })).toContainText("61");
});
