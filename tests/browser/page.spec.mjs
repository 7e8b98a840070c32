// The page around the engine: inputs of every kind, the network, the policy, the widths. True whatever the engine finds.
// Runs on the release build: the engine of a debug build takes longer over 1 MB than the page waits.
import { answered, ask, box, expect, explain, noSidewaysScroll, pour, ready, SAMPLE, status, test } from "./harness.mjs";

test("first visit: the promise, a labelled box, a date, a sample", async ({ page, site }) => {
  await page.goto(site.root);
  await expect(page.getByText("Nothing you paste leaves this page.")).toBeVisible();
  await ready(page);
  await expect(page.getByLabel("Published on")).toBeVisible();
  await expect(page.getByRole("button", { name: "Try a sample" })).toBeVisible();
  await expect(status(page)).toHaveText("Nothing to read yet.");
});

test("what is typed before the page's code is there is kept, and so is the caret", async ({ page, site }) => {
  let release;
  const held = new Promise((go) => (release = go));
  await page.route("**/app-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.root, { waitUntil: "commit" });
  await expect(page.getByRole("heading", { name: "Paste a news article. See what it says." })).toBeVisible();
  await expect(page.getByText("Factbox is loading…")).toBeVisible();
  await box(page).pressSequentially("Two people died");
  release();
  await ready(page);
  await expect(box(page)).toBeFocused();
  await page.keyboard.type(" in Brod.");
  await expect(page.locator("#article .text")).toHaveText("Two people died in Brod.");
});

test("the sample is read and shown as invented, with its date", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
  await expect(page.getByText("The sample is an invented article.")).toBeVisible();
  await expect(page.locator("#article").getByText(SAMPLE.split("\n")[0], { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Edit text" }).click();
  await expect(page.getByLabel("Published on")).toHaveValue("2025-11-19");
});

test("what is pasted is read at once and the box folds", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(site.root);
  await page.evaluate((text) => navigator.clipboard.writeText(text), SAMPLE);
  await box(page).focus();
  await page.keyboard.press("Control+V");
  await answered(page);
  await expect(box(page)).toBeHidden();
  await page.getByRole("button", { name: "Edit text" }).click();
  await expect(box(page)).toHaveValue(SAMPLE);
  await expect(box(page)).toBeFocused();
});

test("what is typed is read after a rest and the box stays", async ({ page, site }) => {
  await page.goto(site.root);
  await box(page).pressSequentially("Two people died in Brod.");
  await answered(page);
  await expect(box(page)).toBeFocused();
  await box(page).pressSequentially(" More.");
  await expect(box(page)).toHaveValue("Two people died in Brod. More.");
  await expect(page.locator("#article .text")).toHaveText("Two people died in Brod. More.");
});

test("without any date, today is assumed and said to be", async ({ page, site }) => {
  await page.goto(site.root);
  await ask(page, "Two people died in a fire in Odesa yesterday.");
  const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  await expect(page.getByText(`The article does not say when it was published; ${today} is assumed.`)).toBeVisible();
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.getByLabel("Published on").fill("2025-03-04");
  await expect(page.getByText("Published 4 March 2025.")).toBeVisible();
});

test("an empty box is said to be empty", async ({ page, site }) => {
  await page.goto(site.root);
  await explain(page);
  await expect(page.getByRole("alert")).toHaveText("Nothing to read yet. Paste an article first.");
  await box(page).fill(" \n\t ");
  await explain(page);
  await expect(page.getByRole("alert")).toHaveText("Nothing to read yet. Paste an article first.");
});

for (const [name, text] of [
  ["nonsense", "qwx zzkj 7% ))( — lorem blorf"],
  ["one word", "Hello"],
  ["emoji and scripts", "🚑🔥 ‏مرحبا Привіт 你好 e\u0301 \u202Eabc"],
]) {
  test(`${name}: told that nothing is found, in plain words`, async ({ page, site }) => {
    await page.goto(site.root);
    await ask(page, text);
    await expect(page.getByRole("heading", { name: "The text names no attack, no disaster and no figures that can be explained." })).toBeVisible();
    await expect(status(page)).toHaveText("No facts, no places");
    await expect(page.locator("#article .text")).toHaveText(text.trim());
    await expect(page.getByText("undefined")).toHaveCount(0);
  });
}

test("a text of 1 MB is answered, kept and can be cleared", async ({ page, site }) => {
  await page.goto(site.root);
  test.slow();
  const line = "The mayor of the town spoke for a while about the weather, the harvest and the new bridge over the river.\n";
  const text = line.repeat(Math.ceil(1_000_000 / line.length));
  await pour(page, text);
  await explain(page);
  // How long it takes is for the benchmarks; a busy machine is no failure.
  await answered(page, { timeout: 60_000 });
  // It is drawn a part at a time, to its end.
  const drawn = page.locator("#article .text p");
  const more = page.getByRole("button", { name: /^Show more of the article/ });
  const before = await drawn.count();
  await more.click();
  await expect(drawn).not.toHaveCount(before);
  while (await more.isVisible()) await more.click();
  await expect(drawn).toHaveCount(text.trim().split("\n").length);
  await page.getByRole("button", { name: "Edit text" }).click();
  expect((await box(page).inputValue()).length).toBe(text.length);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(box(page)).toHaveValue("");
});

test("a long text says that it is being read, and can be stopped at once", async ({ page, site }) => {
  await page.goto(site.root);
  await ask(page, "Two people were killed in Odesa.");
  await answered(page);
  const line = "Two people were killed and five were hurt when a drone hit a house in the town of Izmail on Monday, the governor said.\n";
  await page.getByRole("button", { name: "Edit text" }).click();
  await pour(page, line.repeat(8_000));
  await explain(page);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(status(page)).toHaveText("Stopped. Your text is still here.");
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toHaveCount(0);
  expect((await box(page).inputValue()).length).toBe(line.length * 8_000);
  await expect(page.locator("#article .text")).toHaveText("Two people were killed in Odesa.");
  await pour(page, "Two people died in Brod.");
  await answered(page);
  await expect(page.locator("#article .text")).toHaveText("Two people died in Brod.");
});

test("the day of one article does not stay for the next", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
  await page.getByRole("button", { name: "Edit text" }).click();
  const day = page.getByLabel("Published on");
  await expect(day).toHaveValue("2025-11-19");
  await box(page).press("End");
  await box(page).pressSequentially(" Rain fell.");
  await expect(day).toHaveValue("2025-11-19");
  await box(page).fill("Two people were killed in Odesa.");
  await expect(day).toHaveValue("");
});

test("a text above 5 MB is refused politely and kept", async ({ page, site }) => {
  await page.goto(site.root);
  await pour(page, "a word ".repeat(800_000));
  await explain(page);
  await expect(page.getByRole("alert")).toHaveText("This text has 5.6 MB; the reader takes up to 5 MB. Paste one article at a time.");
  expect((await box(page).inputValue()).length).toBe(5_600_000);
});

test("HTML source is read as its text and never becomes markup", async ({ page, site }) => {
  await page.goto(site.root);
  await ask(page, '<html><head><title>t</title><script>alert(1)</script></head><body><h1>Fire in Brod</h1><p>Two <b>people</b> &amp; a dog<img src=x onerror="alert(1)"></p></body></html>');
  await answered(page);
  await expect(page.locator("#article .text p")).toHaveText(["Fire in Brod", "Two people & a dog"]);
  await expect(page.locator("#article img, #article script, #article b")).toHaveCount(0);
});

test("markup inside prose stays text", async ({ page, site }) => {
  await page.goto(site.root);
  await ask(page, "He wrote <img src=x onerror=alert(1)> on the wall.");
  await expect(page.locator("#article .text")).toHaveText("He wrote <img src=x onerror=alert(1)> on the wall.");
});

test("clearing can be taken back, date and answer included", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(box(page)).toHaveValue("");
  await expect(page.getByRole("heading", { name: "Article", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo clear" }).click();
  await expect(box(page)).toHaveValue(SAMPLE);
  await expect(page.getByLabel("Published on")).toHaveValue("2025-11-19");
  await answered(page);
});

for (const path of ["root", "sub"]) {
  test(`served at ${path === "root" ? "/" : "a sub-path"}: reads, and asks the network for nothing once it is loaded`, async ({ page, site, seen }) => {
    await page.goto(site[path]);
    await ask(page, "Warm up.");
    await answered(page);
    const loaded = seen.requests.length;
    await ask(page, SAMPLE);
    await expect(page.locator("#article .text")).toContainText("Istanbul");
    await answered(page);
    expect(seen.requests.slice(loaded)).toEqual([]);
    for (const { url, method, body } of seen.requests) {
      expect(method).toBe("GET");
      expect(body).toBeNull();
      expect(url.startsWith(site[path])).toBe(true);
      expect(new URL(url).search).toBe("");
    }
  });
}

test("every file that holds code, style or data has a name made from its content", async ({ page, site, seen }) => {
  await page.goto(site.root);
  await ask(page, "Warm up.");
  await answered(page);
  const files = seen.requests.map(({ url }) => new URL(url).pathname).filter((path) => /\.(js|wasm|css|bin)$/.test(path));
  expect(files.length).toBeGreaterThanOrEqual(6);
  for (const file of files) expect(file).toMatch(/-[0-9a-f]{12,16}(_bg)?\.\w+$/);
});

test.describe("refusals are logged by the browser", () => {
  test.use({ expected: ["TrustedTypePolicy", "TrustedScriptURL", "policy violated"] });

  test("code from elsewhere is not let in", async ({ page, site }) => {
  await page.goto(site.root);
  const tried = await page.evaluate(() => {
    const attempt = (act) => {
      try {
        act();
        return "let in";
      } catch (error) {
        return error.name;
      }
    };
    return [
      attempt(() => trustedTypes.createPolicy("other", {})),
      attempt(() => trustedTypes.createPolicy("app-urls", {})),
      attempt(() => Object.assign(globalThis.factbox, { gazetteer: "https://example.org" })),
      attempt(() => new Worker("x.js")),
    ];
  });
  expect(tried).toEqual(["TypeError", "TypeError", "TypeError", "TypeError"]);
  });
});

for (const width of [320, 390, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 844 }, colorScheme });
      test("no sideways scrolling before and after the answer", async ({ page, site }) => {
        await page.goto(site.root);
        await ready(page);
        await noSidewaysScroll(page);
        await page.getByRole("button", { name: "Try a sample" }).click();
        await answered(page);
        await noSidewaysScroll(page);
        await ask(page, "w".repeat(3000));
        await answered(page);
        await noSidewaysScroll(page);
      });
    });
  }
}
