// The worker dies, throws, goes silent or never comes: the page says so, keeps the text and answers the next question.
import { answered, ask, box, expect, explain, pour, status, test } from "./harness.mjs";

const STOPPED = "The reader stopped and was restarted. Your text is still here; change it or press Explain to try again.";
const MISSING = "The reader could not be loaded. Your text is still here; check the connection, then press Explain to try again.";
const notice = (page) => page.getByRole("alert");

// Adds a few lines to the worker's code on its way to the page.
const inWorker = (page, code) =>
  page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${code}` });
  });

const recovers = async (page, text) => {
  await expect(notice(page)).toHaveText(STOPPED);
  await expect(box(page)).toHaveValue(text);
  await ask(page, "Two people died in Brod.");
  await answered(page);
  await expect(notice(page)).toBeEmpty();
  await expect(page.locator("#article .text")).toHaveText("Two people died in Brod.");
};

test("trap drill: a corrupt message", async ({ page, site }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      return post.call(this, message.read?.text.includes("TRAP") ? { read: { id: "corrupt" } } : message, ...rest);
    };
  });
  await page.goto(site.root);
  await ask(page, "A TRAP of a text");
  await recovers(page, "A TRAP of a text");
});

test("trap drill: again and again", async ({ page, site }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      return post.call(this, message.read?.text.includes("TRAP") ? 7 : message, ...rest);
    };
  });
  await page.goto(site.root);
  for (let i = 0; i < 4; i++) {
    await ask(page, `TRAP ${i}`);
    await expect(notice(page)).toHaveText(STOPPED);
  }
  await recovers(page, "TRAP 3");
});

test.describe("with an error in the worker", () => {
  test.use({ expected: ["boom"] });
  test("an error thrown in the worker", async ({ page, site }) => {
    await inWorker(page, 'addEventListener("message", (e) => { if (e.data.read?.text.includes("TRAP")) { e.stopImmediatePropagation(); throw new Error("boom"); } });');
    await page.goto(site.root);
    await ask(page, "A TRAP of a text");
    await recovers(page, "A TRAP of a text");
  });
});

test("five seconds of silence: an endless loop", async ({ page, site }) => {
  await inWorker(page, 'addEventListener("message", (e) => { while (e.data.read?.text.includes("TRAP")); });');
  await page.clock.install();
  await page.goto(site.root);
  await ask(page, "Warm up.");
  await answered(page);
  await ask(page, "A TRAP of a text");
  await expect(status(page)).toHaveText("Reading…");
  await page.clock.fastForward(4_000);
  await expect(status(page)).toHaveText("Reading…");
  await page.clock.fastForward(1_500);
  await recovers(page, "A TRAP of a text");
});

test("a long text is given longer before the reader is taken for dead", async ({ page, site }) => {
  await inWorker(page, 'addEventListener("message", (e) => { while (e.data.read?.text.includes("TRAP")); });');
  await page.clock.install();
  await page.goto(site.root);
  await ask(page, "Warm up.");
  await answered(page);
  await page.getByRole("button", { name: "Edit text" }).click();
  await pour(page, "TRAP word ".repeat(25_000));
  await explain(page);
  await expect(status(page)).toHaveText("Reading…");
  await page.clock.fastForward(9_000);
  await expect(status(page)).toHaveText("Reading…");
  await page.clock.fastForward(8_000);
  await expect(notice(page)).toHaveText(STOPPED);
  // The next reader is on its way.
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test.describe("with no worker to be had", () => {
  test.use({ expected: ["404", "Failed to load resource"] });
  test("the page says so, and tries again only when asked", async ({ page, site, seen }) => {
    await page.route("**/worker-*.js", (route) => route.fulfill({ status: 404 }));
    await page.goto(site.root);
    await expect(notice(page)).toHaveText(MISSING);
    await box(page).fill("Two people died in Brod.");
    await explain(page);
    await expect(notice(page)).toHaveText(MISSING);
    await expect(box(page)).toHaveValue("Two people died in Brod.");
    const tries = seen.requests.filter(({ url }) => url.includes("worker-")).length;
    expect(tries).toBeLessThan(6);
    await page.unroute("**/worker-*.js");
    await explain(page);
    await answered(page);
  });
});

test.describe("with nothing to draw an answer", () => {
  test.use({ expected: ["404", "Failed to load resource"] });
  test("the page says so, keeps the text, and draws the answer once it can", async ({ page, site }) => {
    await page.route("**/findings*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto(site.root);
    await expect(notice(page)).toHaveText(MISSING);
    await page.unroute("**/findings*.wasm");
    await ask(page, "Two people died in Brod.");
    await answered(page);
    await expect(page.locator("#article .text")).toHaveText("Two people died in Brod.");
    await expect(notice(page)).toBeEmpty();
  });
});

test("an answer to an older question is dropped", async ({ page, site }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.read?.text.includes("SLOW")) setTimeout(() => post.call(this, message, ...rest), 500);
      else post.call(this, message, ...rest);
    };
  });
  await page.goto(site.root);
  await ask(page, "SLOW text");
  await ask(page, "Newer text");
  await answered(page);
  await page.waitForTimeout(900);
  await expect(page.locator("#article .text")).toHaveText("Newer text");
});
