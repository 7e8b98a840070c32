// Takes pictures of the page for looking at: node tests/browser/shots.mjs [folder] [--real] [--text file]. No test.
// --real: the engine answers, not the report written by hand; --text: it reads this file and not the sample.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import config from "./playwright.config.mjs";
import { emptyReport, sampleReport, standIn } from "./report.mjs";
import { serve } from "./server.mjs";

const folder = process.argv[2] ?? "tests/browser/results/shots";
const file = process.argv.includes("--text") ? process.argv[process.argv.indexOf("--text") + 1] : null;
const real = process.argv.includes("--real") || file;
const server = await serve();
const browser = await chromium.launch(config.use.launchOptions);

const button = (page, name) => page.getByRole("button", { name, exact: true });
const box = (page) => page.getByRole("textbox", { name: "Article text" });
const ask = async (page, text) => {
  if (await button(page, "Edit text").isVisible()) await button(page, "Edit text").click();
  await box(page).fill(text);
  await button(page, "Explain").click();
  await page.waitForTimeout(400);
};
const sample = async (page) => {
  await button(page, "Try a sample").click();
  await page.getByRole("heading", { name: "Article", exact: true }).waitFor();
  await page.waitForTimeout(400);
};
const window = (name) => async (page) => {
  await button(page, name).click();
  await page.waitForTimeout(200);
};

// Each state begins where the one before it left off; `whole` pictures are of the whole page.
const STATES = [
  ["first", async () => {}],
  ["empty", (page) => button(page, "Explain").click()],
  ["typing", async (page) => {
    await box(page).fill("Two people were killed in Odesa.");
    await page.waitForTimeout(800);
  }],
  ["too-long", async (page) => {
    await box(page).evaluate((field) => {
      field.value = "a word ".repeat(800_000);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.waitForTimeout(800);
    await button(page, "Clear").click();
  }],
  ["cleared", async () => {}],
  ["answer", file ? (page) => ask(page, readFileSync(file, "utf8")) : sample, "whole"],
  ["answer-top", async () => {}],
  ["chosen", async (page) => {
    await page.locator(".total .why summary").first().click();
    await page.locator(".total .leads").first().click();
  }],
  ["opened", async (page) => {
    // On a phone the chosen fact's sheet lies over the page.
    await page.keyboard.press("Escape");
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  }, "whole"],
  ["large", (page) => page.evaluate(() => (document.documentElement.style.fontSize = "200%"))],
  ["edit", async (page) => {
    await page.evaluate(() => (document.documentElement.style.fontSize = ""));
    await button(page, "Edit text").click();
  }],
  ["foreign", (page) => ask(page, "Сьогодні вночі росіяни атакували Одесу, загинули двоє людей, ще п'ятеро поранені.")],
  ["bare", (page) => ask(page, "Nothing much.")],
  ["calm", (page) => ask(page, "The foreign ministers of Egypt and Turkey met in Geneva on Monday and agreed to meet again in May, Egypt’s foreign ministry said.")],
  ["settings", window("Settings")],
  ["history-off", async (page) => {
    await page.keyboard.press("Escape");
    await window("History")(page);
  }],
  ["history", async (page) => {
    await button(page, "Turn the history on").click();
    await page.keyboard.press("Escape");
    for (const text of ["Blast at a bakery in Odesa\n\nTwo people were killed in Odesa on Monday.", "Floods cut off Sylhet as river bursts its banks after three days of rain, and soldiers look for the missing\n\nEight people drowned."]) await ask(page, text);
    await window("History")(page);
  }],
  ["erase", (page) => button(page, "Erase everything").click()],
  ["about", async (page) => {
    await page.keyboard.press("Escape");
    await window("About Factbox")(page);
  }],
  ["keys", async (page) => {
    await page.keyboard.press("Escape");
    await window("Keys")(page);
  }],
];

for (const width of [390, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width, height: width > 1000 ? 900 : 844 }, colorScheme, reducedMotion: "reduce" });
    const foreign = { ...emptyReport("x"), article: { ...emptyReport("x").article, language: "uk" } };
    if (!real) await standIn(page, { "Сьогодні": foreign, "Nothing much": emptyReport("x"), "": sampleReport() });
    await page.goto(`${server.origin}/`);
    await button(page, "Explain").waitFor();
    for (const [name, reach, whole] of STATES) {
      await reach(page);
      await page.screenshot({ path: `${folder}/${width}-${colorScheme}-${name}.png`, fullPage: whole === "whole" });
    }
    await page.emulateMedia({ media: "print" });
    await page.keyboard.press("Escape");
    await page.screenshot({ path: `${folder}/${width}-${colorScheme}-print.png`, fullPage: true });
    await page.close();
  }
}
await browser.close();
server.stop();
