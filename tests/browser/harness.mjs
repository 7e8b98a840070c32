// What every browser test needs: the served page, and eyes on the console, the content security policy and the network.
import { expect, test as base } from "@playwright/test";
import { readFileSync } from "node:fs";
import { serve, SUB_PATH } from "./server.mjs";

export { expect };
export const SAMPLE = readFileSync(new URL("../../data/samples/harbour-night.txt", import.meta.url), "utf8");

export const test = base.extend({
  site: [
    async ({}, use) => {
      const server = await serve();
      await use({ root: `${server.origin}/`, sub: server.origin + SUB_PATH, origin: server.origin });
      server.stop();
    },
    { scope: "worker" },
  ],

  // Console errors that a test expects, as parts of their text.
  expected: [[], { option: true }],

  // Everything that the page asked of the network and complained of; no complaint but the expected ones passes.
  seen: [
    async ({ page, expected }, use) => {
      const seen = { requests: [], complaints: [] };
      page.on("request", (request) => seen.requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
      page.on("console", (message) => message.type() === "error" && seen.complaints.push(message.text()));
      page.on("pageerror", (error) => seen.complaints.push(String(error)));
      await page.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => console.error("policy violated:", event.violatedDirective, event.blockedURI));
      });
      await use(seen);
      expect(seen.complaints.filter((text) => !expected.some((part) => text.includes(part)))).toEqual([]);
      // A test may bring a server of its own on this machine; blobs are the page's own bytes.
      const own = ["http://127.0.0.1:", "data:", "blob:"];
      const foreign = seen.requests.filter(({ url }) => !own.some((start) => url.startsWith(start)));
      expect(foreign).toEqual([]);
    },
    { auto: true },
  ],
});

export const box = (page) => page.getByRole("textbox", { name: "Article text" });
export const status = (page) => page.getByRole("status");
// The page’s code has taken over the first screen of index.html.
export const ready = (page) => expect(page.getByRole("button", { name: "Explain" })).toBeVisible();
export const explain = (page) => page.getByRole("button", { name: "Explain" }).click();

// Types a text and presses the button.
export const ask = async (page, text) => {
  const edit = page.getByRole("button", { name: "Edit text" });
  if (await edit.isVisible()) await edit.click();
  await box(page).fill(text);
  await explain(page);
};

// Puts a long text into the box at once; typing it as fill() does takes the browser minutes.
export const pour = (page, text) =>
  box(page).evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);

// The middle of an element's first line of text, scrolled into view; for mouse.click and mouse.move.
export const middle = async (element) => {
  await element.scrollIntoViewIfNeeded();
  return element.evaluate((e) => {
    const words = document.createRange();
    words.selectNodeContents(e);
    const [line] = words.getClientRects();
    return [line.x + line.width / 2, line.y + line.height / 2];
  });
};

// The answer stands there, whatever it says.
export const answered = (page, options) => expect(status(page)).toHaveText(/ facts?, .+ places?$/, options);

export const noSidewaysScroll = async (page) => {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll("body *")].filter((e) => {
      const box = e.getBoundingClientRect();
      // What a picture holds is cut at the picture's edge.
      return box.width > 0 && box.right > limit + 1 && !e.ownerSVGElement && !e.closest(".visually-hidden, thead");
    });
    return { page: document.documentElement.scrollWidth - limit, over: over.map((e) => `${e.tagName}.${e.className}`) };
  });
  expect(wide).toEqual({ page: 0, over: [] });
};
