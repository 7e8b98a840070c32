// Measures how soon the built page answers: node tests/browser/measure.mjs. No test: the times hang on the machine.
// The last column is what the page is to come to; each figure is the median of some runs.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import config from "./playwright.config.mjs";
import { serve } from "./server.mjs";

const RUNS = 7;
const words = readFileSync(new URL("../../bench/articles.txt", import.meta.url), "utf8");
const text = (bytes) => words.repeat(Math.ceil(bytes / words.length)).slice(0, bytes);
const median = (figures) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];

const server = await serve();
const browser = await chromium.launch(config.use.launchOptions);
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
const session = await context.newCDPSession(page);
await page.addInitScript(() => {
  const at = (globalThis.at = {});
  const note = (name) => (at[name] ??= performance.now());
  addEventListener("paste", () => ((globalThis.tasks.length = 0), Object.keys(at).forEach((key) => delete at[key]), note("paste")), true);
  const status = () => document.querySelector('[role="status"]')?.textContent ?? "";
  addEventListener("DOMContentLoaded", () => {
    const look = () => {
      if (!("paste" in at)) return;
      if (status().startsWith("Reading")) note("reading");
      if (status().startsWith("Stopped")) note("stopped");
      // What the reader sees, not what stood there before: the pasted text's own beginning.
      if (document.querySelector("#article .text")?.textContent.startsWith(globalThis.head) && document.querySelector("#summary")) note("facts");
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    addEventListener("click", (event) => event.target.textContent === "Stop" && note("pressed"), true);
  });
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ entryTypes: ["longtask"] });
});
await page.goto(`${server.origin}/`);
const box = page.getByRole("textbox", { name: "Article text" });
const paste = async (content) => {
  if (await page.getByRole("button", { name: "Edit text" }).isVisible()) await page.getByRole("button", { name: "Edit text" }).click();
  await page.evaluate((content) => ((globalThis.head = content.trim().slice(0, 20)), navigator.clipboard.writeText(content)), content);
  await box.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
};
const time = async (from, to) => {
  await page.waitForFunction((to) => to in globalThis.at, to, { timeout: 60_000 });
  return page.evaluate(([from, to]) => globalThis.at[to] - globalThis.at[from], [from, to]);
};
const told = (what, figure, goal) => console.log(`${what.padEnd(58)} ${figure.toFixed(0).padStart(6)} ms   ${goal} ms`);

await paste("Warm up: two people died in Brod.");
await time("paste", "facts");
// Another beginning each time, so that the page can be seen to have drawn it.
const many = async (content, measure) => {
  const figures = [];
  for (let i = 0; i < RUNS; i++) {
    await paste(`Report ${i}\n\n${content}`);
    figures.push(await measure());
    await page.waitForTimeout(300);
  }
  return median(figures);
};
told("4 kB, paste to first facts", await many(text(4_000), () => time("paste", "facts")), 50);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
const longest = async () => {
  await time("paste", "facts");
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, ...globalThis.tasks));
};
told("20 kB, processor four times slower, paste to facts", await many(text(20_000), () => time("paste", "facts")), "–");
told("20 kB, the same, longest task of the page", await many(text(20_000), longest), 100);
const chosen = [];
for (let i = 0; i < RUNS; i++) {
  chosen.push(
    await page.evaluate(async (i) => {
      const lead = document.querySelectorAll(".facts .leads")[i];
      const start = performance.now();
      lead.click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const took = performance.now() - start;
      document.querySelector("dialog[open]")?.close();
      return took;
    }, i),
  );
}
told("20 kB, the same, a fact pressed to the next picture", median(chosen), 100);
await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
await paste(text(1_000_000));
told("1 MB, paste to progress shown", await time("paste", "reading"), 200);
told("1 MB, paste to done", await time("paste", "facts"), 3000);
await paste(`Again\n\n${text(1_000_000)}`);
await page.getByRole("button", { name: "Stop", exact: true }).click();
told("1 MB, Stop to stopped", await time("pressed", "stopped"), 100);
await browser.close();
server.stop();
