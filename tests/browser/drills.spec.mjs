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

const answerOf = async (page, text) => {
  await ask(page, text);
  await answered(page, { timeout: 30_000 });
};

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

test("out of memory: the engine's memory is full", async ({ page, site }) => {
  // All that the engine may have is taken, page by page; the next long article finds none left.
  await inWorker(page, 'addEventListener("message", (e) => { if (e.data.read?.text.includes("TRAP")) { for (let size = 16384; size >= 1; ) { try { wasm.memory.grow(size); } catch { size >>= 1; } } } }, true);');
  await page.goto(site.root);
  await answerOf(page, "Two people died in Lviv.");
  const text = `A TRAP of a text. ${"Two people were killed in Odesa on Monday, the mayor said. ".repeat(75_000)}`;
  await page.getByRole("button", { name: "Edit text" }).click();
  await pour(page, text);
  await explain(page);
  await recovers(page, text);
});

test("memory stays flat over 500 explanations", async ({ page, site }) => {
  test.setTimeout(240_000);
  await inWorker(page, 'new BroadcastChannel("size").onmessage = (e) => e.data === "?" && e.target.postMessage(wasm.memory.buffer.byteLength);');
  await page.goto(site.root);
  await answerOf(page, "Two people died in Lviv.");
  const devtools = await page.context().newCDPSession(page);
  // Bytes of the engine, bytes and nodes of the page.
  const sizes = async () => {
    const engine = await page.evaluate(() => new Promise((told) => {
      const channel = new BroadcastChannel("size");
      channel.onmessage = ({ data }) => (channel.close(), told(data));
      channel.postMessage("?");
    }));
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    return { engine, page: usedSize, nodes: await page.evaluate(() => document.querySelectorAll("*").length) };
  };
  const places = ["Odesa", "Lviv", "Kharkiv", "Kherson", "Sumy"];
  // Asks again as soon as an answer is there, inside the page: clicks from outside would take minutes.
  const read = (from, to) => page.evaluate(async ([from, to, places]) => {
    const press = (name) => [...document.querySelectorAll("button")].find((b) => b.textContent === name && b.checkVisibility())?.click();
    const rest = () => new Promise((next) => setTimeout(next, 5));
    for (let n = from; n < to; n++) {
      press("Edit text");
      await rest();
      const field = document.querySelector("#article-text");
      const text = `Day ${n}: ${(n % 90) + 2} people were killed in ${places[n % 5]} on Monday and ${(n % 40) + 2} houses were damaged, the mayor said.`;
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      press("Explain");
      const shown = () => document.querySelector("#article .text")?.textContent === text;
      for (let tries = 0; !shown(); tries++) {
        if (tries > 2_000) throw new Error(`no answer to ${n}`);
        await rest();
      }
    }
  }, [from, to, places]);
  await read(0, 100);
  const early = await sizes();
  await read(100, 500);
  const late = await sizes();
  expect(late.engine).toBe(early.engine);
  expect(late.page).toBeLessThan(early.page + 2_000_000);
  // The answers differ in their figures, and so a little in their lines.
  expect(Math.abs(late.nodes - early.nodes)).toBeLessThan(100);
});
