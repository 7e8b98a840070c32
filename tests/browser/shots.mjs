// Takes pictures of the page for looking at: node tests/browser/shots.mjs [folder] [--real] [--text file]. No test.
// --real: the engine answers, not the report written by hand; --text: it reads this file and not the sample.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import config from "./playwright.config.mjs";
import { sampleReport, standIn, emptyReport } from "./report.mjs";
import { serve } from "./server.mjs";

const folder = process.argv[2] ?? "tests/browser/results/shots";
const file = process.argv.includes("--text") ? process.argv[process.argv.indexOf("--text") + 1] : null;
const real = process.argv.includes("--real") || file;
const server = await serve();
const browser = await chromium.launch(config.use.launchOptions);
for (const width of [320, 390, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width, height: width > 1000 ? 900 : 844 }, colorScheme, reducedMotion: "reduce" });
    if (!real) await standIn(page, { "Nothing much": { ...emptyReport("x"), article: { ...emptyReport("x").article, language: "uk" } }, "": sampleReport() });
    await page.goto(`${server.origin}/`);
    await page.getByRole("button", { name: "Explain" }).waitFor();
    await page.screenshot({ path: `${folder}/${width}-${colorScheme}-first.png` });
    if (file) {
      await page.getByRole("textbox", { name: "Article text" }).fill(readFileSync(file, "utf8"));
      await page.getByRole("button", { name: "Explain" }).click();
    } else await page.getByRole("button", { name: "Try a sample" }).click();
    await page.getByRole("heading", { name: "Article", exact: true }).waitFor();
    await page.screenshot({ path: `${folder}/${width}-${colorScheme}-answer.png`, fullPage: true });
    if (!real) {
      await page.locator(".total .why summary").first().click();
      await page.locator('.leads:has-text("at least three")').first().click();
      await page.screenshot({ path: `${folder}/${width}-${colorScheme}-chosen.png` });
    }
    await page.getByRole("button", { name: "Edit text" }).click();
    await page.getByRole("textbox", { name: "Article text" }).fill("Nothing much.");
    await page.getByRole("button", { name: "Explain" }).click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}/${width}-${colorScheme}-bare.png` });
    await page.close();
  }
}
await browser.close();
server.stop();
