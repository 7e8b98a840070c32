// What the reader takes away: files and the clipboard; and the windows behind the foot's buttons.
import { readFileSync } from "node:fs";
import { answered, ask, expect, status, test } from "./harness.mjs";

const shown = async (page, site) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
};
const file = async (page, name) => {
  const waited = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const download = await waited;
  return { name: download.suggestedFilename(), path: await download.path() };
};

test("the facts are kept as JSON, CSV, GeoJSON and Markdown", async ({ page, site }) => {
  await shown(page, site);
  const json = await file(page, "Everything (JSON)");
  expect(json.name).toBe("factbox.json");
  expect(JSON.parse(readFileSync(json.path, "utf8")).casualties.totals.length).toBeGreaterThan(0);
  const csv = await file(page, "Counts (CSV)");
  expect(csv.name).toBe("factbox.csv");
  expect(readFileSync(csv.path, "utf8")).toContain("killed");
  const places = await file(page, "Places (GeoJSON)");
  expect(JSON.parse(readFileSync(places.path, "utf8")).type).toBe("FeatureCollection");
  const brief = await file(page, "Brief (Markdown)");
  expect(readFileSync(brief.path, "utf8")).toContain("Odesa");
  await expect(status(page)).toHaveText("The file is with your downloads.");
});

test("the brief is copied", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shown(page, site);
  await page.getByRole("button", { name: "Copy the brief" }).click();
  await expect(status(page)).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Odesa");
});

test("each panel is copied as plain text, with its sentences", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shown(page, site);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy: Casualties" }).click();
  await expect(status(page)).toHaveText("Copied.");
  await expect(page.getByRole("button", { name: "Copy: Casualties" })).toHaveText("Copied");
  expect(await clipboard()).toMatch(/^Casualties\n- Killed: .+\n {2}“.+”\n/);
  await expect(page.getByRole("button", { name: "Copy: Casualties" })).toHaveText("Copy");
  const names = await page.getByRole("button", { name: /^Copy: / }).evaluateAll((all) => all.map((b) => b.getAttribute("aria-label")));
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect.poll(clipboard).toMatch(new RegExp(`^${name.replace("Copy: ", "")}\\n- .+`));
  }
});

test("the map is kept as a picture of its own, with its makers' names", async ({ page, site }) => {
  await shown(page, site);
  await expect(page.locator(".map-picture .map-land")).toHaveAttribute("d", /^M/);
  const svg = await file(page, "Keep as SVG");
  expect(svg.name).toBe("factbox-map.svg");
  const markup = readFileSync(svg.path, "utf8");
  expect(markup).toContain("Natural Earth");
  expect(markup).toMatch(/class="map-land"[^>]* fill="rgb/);
  const png = await file(page, "Keep as PNG");
  const bytes = readFileSync(png.path);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.length).toBeGreaterThan(20_000);
});

test("keys go through the article's marks, and “?” shows them", async ({ page, site }) => {
  await shown(page, site);
  const marks = page.locator("mark[tabindex]");
  await page.locator("body").press("n");
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press("n");
  await expect(marks.nth(1)).toBeFocused();
  await expect(marks.nth(1)).toHaveClass(/\bchosen\b/);
  await page.keyboard.press("p");
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("a letter typed into the box is a letter", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("textbox", { name: "Article text" }).pressSequentially("napalm? n");
  await expect(page.getByRole("textbox", { name: "Article text" })).toHaveValue("napalm? n");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("About tells privacy, method, limits and licences, and closes", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "About Factbox" }).click();
  const about = page.getByRole("dialog", { name: "About Factbox" });
  for (const part of ["Privacy", "How it works", "Where it fails", "Data and licences"]) {
    await expect(about.getByRole("heading", { name: part })).toBeVisible();
  }
  await about.getByRole("button", { name: "Close" }).click();
  await expect(about).toBeHidden();
});

test("a link holds the text, is opened elsewhere, and asks no server for it", async ({ page, site, context, seen }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shown(page, site);
  await page.getByRole("button", { name: "Copy a link with the text" }).click();
  await expect(status(page)).toHaveText(/^Link copied, \d\.\d kB\./);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await answered(other);
  await expect(other.locator("#article .text")).toContainText("Odesa harbour");
  expect(other.url()).toBe(site.root);
  expect(seen.requests.some(({ url }) => url.includes("text="))).toBe(false);
});

test("a link carries the day that its relative dates were read on", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const linkOf = async (page) => {
    await page.getByRole("button", { name: "Copy a link with the text" }).click();
    await expect(status(page)).toHaveText(/^Link copied/);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.goto(site.root);
  await ask(page, "Two people were killed in Odesa last night.");
  await answered(page);
  const link = await linkOf(page);
  expect(link).toMatch(/&assumed=\d{4}-\d\d-\d\d$/);
  const later = await context.newPage();
  await later.goto(link.replace(/\d{4}-\d\d-\d\d$/, "2025-03-08"));
  await expect(later.locator("#summary")).toContainText("8 March 2025");
  // The sender leaves such dates open; the reader's own settings stay as they are.
  const open = await context.newPage();
  await open.goto(link.replace(/\d{4}-\d\d-\d\d$/, ""));
  await answered(open);
  await expect(open.locator("#summary")).not.toContainText("assumed");
  expect(await linkOf(open)).toMatch(/&assumed=$/);
});

test("a link that is cut off or no text says so", async ({ page, site }) => {
  for (const broken of ["#text=abc", "#text=%00%ff", "#text="]) {
    await page.goto("about:blank");
    await page.goto(site.root + broken);
    await expect(status(page)).toHaveText(/This link is incomplete|Nothing to read yet/);
  }
});
