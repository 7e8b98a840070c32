// Readers who do not use a mouse, who enlarge the text, who hear the page; and texts that are hard to lay out.
import { answered, ask, box, expect, noSidewaysScroll, ready, SAMPLE, status, test } from "./harness.mjs";
import { count, emptyReport, exact, place, sampleReport, spanIn, standIn } from "./report.mjs";

const WIDTHS = [["desktop", { width: 1440, height: 900 }], ["phone", { width: 390, height: 844 }]];

// Where the keyboard stands: what it is called, and whether a reader sees it and where it is.
const stand = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const [line] = at.getClientRects();
    const look = getComputedStyle(at);
    const point = line && document.elementFromPoint(Math.min(line.x + line.width / 2, innerWidth - 1), line.y + Math.min(line.height / 2, 12));
    return {
      path: `${at.tagName.toLowerCase()}.${at.className}`,
      text: (at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 40) || at.id,
      seen: Boolean(point && (at.contains(point) || point.contains(at) || at.labels?.[0]?.contains(point))),
      ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
      order: [...document.querySelectorAll("*")].indexOf(at),
    };
  });

for (const [name, viewport] of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("by keyboard alone: from the first link through the answer to the foot, each stop in sight", async ({ page, site }) => {
      test.slow();
      await page.goto(site.root);
      await ready(page);
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: "Skip to the article box" })).toBeFocused();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Shift+Tab");
      await expect(box(page)).toBeFocused();
      await page.keyboard.insertText(SAMPLE);
      await answered(page);
      for (let i = 0; i < 8 && (await stand(page))?.text !== "Explain"; i++) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: "Article", exact: true })).toBeVisible();
      await page.evaluate(() => document.activeElement.blur());
      await page.locator("body").press("Home");
      const stops = [];
      const bad = [];
      for (let i = 0; i < 500; i++) {
        await page.keyboard.press("Tab");
        const at = await stand(page);
        if (!at) break;
        stops.push(at);
        if (!at.seen || !at.ring || !at.text) bad.push(at);
        if (at.text === "Keys") break;
      }
      expect(bad).toEqual([]);
      const names = stops.map((at) => at.text);
      for (const part of ["Edit text", "Why this total", "Copy the brief", "Settings", "Keys"]) expect(names).toContain(part);
      expect(names.filter((text) => text === "Why this total").length).toBeGreaterThan(0);
      // A window opens by key, keeps the focus inside, and gives it back.
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
      await page.keyboard.press("Escape");
      expect((await stand(page)).text).toBe("Keys");
    });

    test("text at twice its size: nothing is cut, nothing scrolls sideways", async ({ page, site }) => {
      await page.goto(site.root);
      await ready(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await noSidewaysScroll(page);
      await page.getByRole("button", { name: "Try a sample" }).click();
      await answered(page);
      await noSidewaysScroll(page);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("button, a, h1, h2, h3, h4, p, li, td, th, summary, label, dt, dd")]
          .filter((e) => e.getClientRects().length && !e.closest(".visually-hidden, thead, svg") && getComputedStyle(e).overflow !== "visible" && e.scrollWidth > e.clientWidth + 1)
          .map((e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 30)}`),
      );
      expect(cut).toEqual([]);
      await expect(page.locator("#article .text")).toBeVisible();
    });

    test("words longer than the screen break inside their panels", async ({ page, site }) => {
      const long = "Llanfairpwllgwyngyll".repeat(12);
      const text = `Two people were killed in ${long}.`;
      const at = spanIn(text);
      const report = sampleReport();
      Object.assign(report, { places: [place("p1", long, "hit", [at(long)])], casualties: { totals: [], counts: [count("c1", "killed", exact(2, long), long, at("Two people"), { place: "p1" })] } });
      report.regions = [{ ...report.regions[0], name: long, places: ["p1"], facts: ["c1"] }];
      for (const list of ["brief", "key_facts", "checks", "timeline", "statements"]) {
        for (const row of report[list]) Object.assign(row, { text: long, answer: long, evidence: [at(long)] });
      }
      for (const actor of report.actors) Object.assign(actor, { name: long, description: long, evidence: [at(long)] });
      for (const row of [...report.damage, ...report.munitions, ...report.talks, ...report.terms, ...report.dates, ...report.events]) Object.assign(row, { target: long, evidence: [at(long)] });
      await standIn(page, { "": report });
      await page.goto(site.root);
      await ask(page, text);
      await answered(page);
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      await noSidewaysScroll(page);
    });
  });
}

test("a quotation written from right to left stands so, and its sentence around it does not", async ({ page, site }) => {
  const words = "سمعنا ثلاثة انفجارات، ثم انقطعت الكهرباء (12 دقيقة)";
  const text = `A resident of Kassala said: “${words}”. Two people were hurt.`;
  const at = spanIn(text);
  const statement = { id: "s1", speaker: null, channel: null, form: "direct", act: "says", text: words, evidence: [at(words)] };
  await standIn(page, { "": { ...emptyReport(text), statements: [statement], casualties: { totals: [], counts: [count("c1", "wounded", exact(2, "two"), "people", at("Two people"))] } } });
  await page.goto(site.root);
  await ask(page, text);
  await answered(page);
  const direction = (locator) => locator.evaluate((e) => getComputedStyle(e).direction);
  expect(await direction(page.locator(".statements .leads bdi"))).toBe("rtl");
  expect(await direction(page.locator("#article .text p").first())).toBe("ltr");
  await expect(page.locator("#article .text p")).toHaveText(text);
});

test("heard: every control, picture, table and window has a name, headings go down step by step", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
  await expect(page.locator(".map-picture .map-land")).toHaveAttribute("d", /^M/);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  const tree = await page.locator("body").ariaSnapshot();
  const nameless = tree.split("\n").filter((line) => /^\s*- (button|link|textbox|searchbox|checkbox|radio|img|table|dialog|heading|navigation|group|region|list|columnheader)(:|$)/.test(line.replace(/ \[.*?\]/g, "")));
  expect(nameless.filter((line) => !/- (list|group|navigation)/.test(line))).toEqual([]);
  const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4")].filter((h) => h.getClientRects().length && !h.closest("dialog")).map((h) => Number(h.tagName[1])));
  expect(levels[0]).toBe(1);
  levels.forEach((level, i) => i && expect(level - levels[i - 1]).toBeLessThanOrEqual(1));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  // What a blind reader asks first is told by roles and names alone.
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("contentinfo")).toHaveCount(1);
  await expect(page.getByRole("banner")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "Killed", exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: "Every count in the article" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Odesa" }).first()).toBeVisible();
  await expect(status(page)).toHaveText(/^\d+ facts, \d+ places$/);
});

test("heard: marks say where a fact begins and ends, hidden words do not show", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
  const content = (part) => page.locator("mark.count").first().evaluate((e, part) => getComputedStyle(e, part).content, part);
  expect(await content("::before")).toContain("fact:");
  expect(await content("::after")).toContain("]");
});

test("a sample of each kind is offered by name, and the summit reports no attack", async ({ page, site }) => {
  await page.goto(site.root);
  for (const kind of ["Air strikes", "Shelling", "Bombing", "Earthquake", "Flood", "Road crash", "Summit"]) {
    await page.getByRole("button", { name: kind, exact: true }).click();
    await answered(page);
    await expect(page.getByText("The sample is an invented article.")).toBeVisible();
    if (kind === "Summit") await expect(page.getByRole("heading", { name: "This article reports no attack or disaster; here is what it says." })).toBeVisible();
    else await expect(page.locator(".total").first()).toContainText(/\d/);
    await page.getByRole("button", { name: "Edit text" }).click();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
  }
});

test("a text in another language is not read, unless the reader wants it", async ({ page, site }) => {
  await page.goto(site.root);
  await ask(page, "Сьогодні вночі росіяни атакували Одесу, загинули двоє людей, ще п'ятеро поранені.");
  await expect(page.getByRole("heading", { name: "Looks like Ukrainian: not read yet." })).toBeVisible();
  await expect(status(page)).toHaveText("Not read: the text seems not to be in English.");
  await expect(page.locator("mark")).toHaveCount(0);
  await page.getByRole("button", { name: "Read it as English all the same" }).click();
  await answered(page);
  await ask(page, "Duas pessoas morreram no incêndio do porto da cidade, segundo os bombeiros, e cinco ficaram feridas.");
  await expect(page.getByRole("heading", { name: "Looks like Portuguese: not read yet." })).toBeVisible();
});

test("on a phone an answer asked for from far below begins at its top, and what is awaited is in sight", async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.route("**/gazetteer-*", async (route) => {
    await new Promise((go) => setTimeout(go, 1_500));
    await route.continue();
  });
  await page.goto(site.root);
  const summit = page.getByRole("button", { name: "Summit", exact: true });
  await summit.scrollIntoViewIfNeeded();
  await summit.click();
  await expect(status(page)).toHaveText("Getting the reader and its place names…");
  await expect(status(page)).toBeInViewport();
  await answered(page);
  await expect(page.locator("#summary h2")).toBeInViewport();
});

for (const [width, name] of [[1280, "Try a sample"], [390, "Earthquake"]]) {
  test(`on paper a sample takes two sheets at most, from ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.root);
    await page.getByRole("button", { name, exact: true }).click();
    await answered(page);
    await expect(page.locator(".map-picture")).toBeVisible();
    const paper = await page.pdf({ format: "A4" });
    expect(paper.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length).toBeLessThanOrEqual(2);
    // The ledger that a phone has folded is there too.
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".ledger td").first()).toBeVisible();
  });
}

test("who says so, who is who and when: each says why and quotes the words", async ({ page, site }) => {
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
  for (const panel of [".statements", ".people", ".timeline"]) {
    const why = page.locator(`${panel} .why`).first();
    await why.locator("summary").click();
    await expect(why).toContainText("Found by the rule “");
    await expect(why.locator("blockquote")).not.toBeEmpty();
  }
});
