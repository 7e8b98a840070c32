// The panels and the ties between facts and sentences, against a report written by hand (report.mjs): what is tested here is
// how the page shows a report, not what the engine finds.
import { ask, answered, expect, middle, noSidewaysScroll, SAMPLE, status, test } from "./harness.mjs";
import { count, emptyReport, exact, place, sampleReport, spanIn, standIn } from "./report.mjs";

const open = async (page, site, report = sampleReport(), text = SAMPLE) => {
  await standIn(page, { "": report });
  await page.goto(site.root);
  await ask(page, text);
  await answered(page);
};
const panel = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
const lit = (page) => page.locator("mark.chosen");

test("the headline says what, where and when", async ({ page, site }) => {
  await open(page, site);
  await expect(page.locator("#summary h2")).toHaveText("Drone and missile strikes: Odesa and Mykolaiv");
  await expect(page.locator("#summary")).toContainText("early hours of Wednesday (19 November 2025)");
  await expect(page.locator("#summary")).toContainText("Published 19 November 2025.");
  await expect(status(page)).toHaveText("22 facts, 7 places");
});

test("totals stand in the article's words with their bound, killed and wounded first", async ({ page, site }) => {
  await open(page, site);
  const cards = panel(page, "Casualties").locator(".total");
  await expect(cards.locator("h3")).toHaveText(["Killed", "Wounded", "Rescued", "Missing", "Displaced"]);
  await expect(cards.nth(0)).toContainText(/at least three\s*≥\s3/);
  await expect(cards.nth(4)).toContainText("no exact number");
  await expect(cards.nth(4)).toContainText("Sources disagree");
});

test("a total tells what was counted and what was left out, and why", async ({ page, site }) => {
  await open(page, site);
  const killed = panel(page, "Casualties").locator(".total").first();
  await killed.getByText("Why this total").click();
  await expect(killed).toContainText("Counted");
  await expect(killed.getByRole("listitem").filter({ hasText: "five sailors" })).toContainText("belongs to an earlier event");
  await expect(killed.getByRole("listitem").filter({ hasText: "61 people" })).toContainText("a toll over a longer time");
});

test("the ledger keeps earlier events and long tolls apart", async ({ page, site }) => {
  await open(page, site);
  const table = (name) => page.getByRole("table", { name });
  await expect(table("Every count in the article").getByRole("row")).toHaveCount(8);
  await expect(table("Earlier events").getByRole("row")).toHaveCount(2);
  await expect(table("Earlier events")).toContainText("five sailors");
  await expect(table("Over a longer time")).toContainText("claimed by port authority");
});

test("a press on a column's head sorts the ledger by it, largest number first; a third press undoes it", async ({ page, site }) => {
  await open(page, site);
  const table = page.getByRole("table", { name: "Every count in the article" });
  const kinds = () => table.locator("tr.fact td:first-child").allTextContents();
  const inText = await kinds();
  const head = table.getByRole("columnheader", { name: "Number" });
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(table.locator("tr.fact").first()).toContainText("no exact number");
  await head.getByRole("button").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(table.locator("tr.fact").first()).toContainText("one woman");
  await head.getByRole("button").click();
  expect(await kinds()).toEqual(inText);
  await table.getByRole("columnheader", { name: "Where" }).getByRole("button").click();
  await expect(table.locator("tr.fact").last()).toContainText("Odesa");
});

test("rival figures stand side by side with who gives them", async ({ page, site }) => {
  const report = sampleReport();
  const { casualties } = report;
  const [killed] = casualties.totals.splice(1, 1);
  const rival = { ...casualties.counts[0], id: "c10", value: exact(9, "nine"), status: "claimed", source: "a2" };
  casualties.counts.push(rival);
  casualties.totals.unshift({ ...killed, disputed: true, value: { low: 3, high: 9, bound: "range", text: "" }, left_out: [{ count: "c10", because: "rival" }] });
  await open(page, site, report);
  const claims = panel(page, "Casualties").locator(".total").first().locator(".rivals > li");
  await expect(claims).toHaveText([/at least three/, /nine \(9\)\s*claimed by Ukraine’s air force/]);
});

test("what an event does not state is said to be not stated", async ({ page, site }) => {
  const report = sampleReport();
  report.casualties = { totals: [], counts: [] };
  await open(page, site, report);
  await expect(panel(page, "Casualties").locator(".total")).toHaveText([/Killed\s*Not stated/, /Wounded\s*Not stated/]);
});

test("regions come worst first with their toll, damage and country", async ({ page, site }) => {
  await open(page, site);
  const regions = panel(page, "Regions hit").locator(".regions").first().getByRole("listitem");
  await expect(regions).toHaveCount(4);
  await expect(regions.nth(0)).toContainText(/Odesa\s+Ukraine.*hit.*at least three \(≥\s3\) killed.*fourteen \(14\) wounded.*grain terminal damaged/s);
  await expect(regions.nth(3)).toContainText("targeted");
  await expect(page.locator(".other-places")).toContainText("Istanbul meeting place");
});

test("a term has a card that explains it, tied to where the article names it, by mouse and keyboard", async ({ page, site }) => {
  await open(page, site);
  const card = panel(page, "Terms").locator(".fact");
  await expect(card).toHaveText(/air force\s*The branch of a country’s military that fights in the air\./);
  await expect(panel(page, "Terms")).toContainText("not the article’s");
  await card.getByRole("button", { name: "air force" }).focus();
  await page.keyboard.press("Enter");
  await expect(lit(page)).toHaveText(["air force"]);
  await page.keyboard.press("Escape");
  await page.locator("mark", { hasText: /^air force$/ }).first().focus();
  await page.keyboard.press("Enter");
  await expect(card).toHaveClass(/chosen/);
  await expect(card).toBeInViewport();
});

test("a card says how the article writes its term", async ({ page, site }) => {
  const text = "IDPs fled to Odesa.";
  const at = spanIn(text);
  const report = { ...emptyReport(text), places: [place("p1", "Odesa", "mentioned", [at("Odesa")])], terms: [{ id: "g1", term: "internally displaced person", meaning: "Someone who had to flee home.", evidence: [at("IDPs")] }] };
  await open(page, site, report, text);
  await expect(panel(page, "Terms").locator("dt")).toHaveText(/internally displaced person\s*here “IDPs”/);
  await expect(page.locator("mark.term")).toHaveText("IDPs");
});

test("who claims what is told in words, not by colour alone", async ({ page, site }) => {
  await open(page, site);
  await expect(panel(page, "Weapons")).toContainText("118 drones launched by Russia");
  await expect(panel(page, "Weapons")).toContainText("claimed by Ukraine’s air force");
  await expect(panel(page, "Damage").getByRole("listitem").filter({ hasText: "kindergarten" })).toContainText("claimed by Oksana Hrytsenko");
  await expect(page.getByRole("table").first()).toContainText("not verified");
});

test("“Why?” names the rule and quotes the words", async ({ page, site }) => {
  await open(page, site);
  const row = page.getByRole("row").filter({ hasText: "six people" });
  await row.getByText("Why?").click();
  await expect(row).toContainText("Found by the rule “harm kill object”.");
  await expect(row.getByRole("blockquote")).toHaveText("six people alive");
});

for (const [name, viewport] of [["desktop", { width: 1440, height: 700 }], ["phone", { width: 390, height: 844 }]]) {
  test.describe(name, () => {
    test.use({ viewport });

    test("a click on a fact marks its sentence and brings it into view", async ({ page, site }) => {
      await open(page, site);
      await page.getByRole("row").filter({ hasText: "five sailors" }).getByRole("button").click();
      await expect(lit(page)).toHaveText(["killed five sailors"]);
      if (name === "phone") await page.getByRole("button", { name: "Show in article" }).click();
      await expect(lit(page)).toBeInViewport();
    });

    test("a click on a mark chooses its fact and brings it into view", async ({ page, site }) => {
      await open(page, site);
      await page.mouse.click(...(await middle(page.locator("mark", { hasText: "97 of the drones were shot down" }))));
      const fact = panel(page, "Weapons").locator(".fact.chosen");
      await expect(fact).toContainText("97 drones");
      await expect(fact).toBeInViewport();
    });

    test("nothing scrolls sideways with every panel open", async ({ page, site }) => {
      await open(page, site);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await noSidewaysScroll(page);
    });
  });
}

test("on a phone the bar leads to the parts and back to the fact", async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, site);
  const bar = page.getByRole("navigation", { name: "Parts of the page" });
  await bar.getByRole("link", { name: "Regions" }).click();
  await expect(page.getByRole("heading", { name: "Regions hit" })).toBeInViewport();
  await bar.getByRole("link", { name: "Article" }).click();
  await expect(page.getByRole("heading", { name: "Article", exact: true })).toBeInViewport();
  await bar.getByRole("link", { name: "Summary" }).click();
  await expect(page.locator("#summary")).toBeInViewport();
  await expect(bar.getByRole("button", { name: "Back" })).toBeHidden();
  await page.getByText(/^All \d+ counts/).click();
  const fact = page.getByRole("row").filter({ hasText: "six people" });
  await fact.getByRole("button").click();
  await page.getByRole("button", { name: "Show in article" }).click();
  await expect(fact).not.toBeInViewport();
  await bar.getByRole("button", { name: "Back" }).click();
  await expect(fact).toBeInViewport();
});

test("pointing at either side lights the other", async ({ page, site }) => {
  await open(page, site);
  await page.mouse.move(...(await middle(page.locator("mark", { hasText: "a five-storey apartment block" }))));
  await expect(panel(page, "Damage").locator(".fact.lit")).toContainText("five-storey apartment block");
  await panel(page, "Damage").locator(".fact").filter({ hasText: "kindergarten" }).hover();
  await expect(page.locator("mark.lit")).toHaveText(["A kindergarten"]);
});

test("the keyboard does what the mouse does", async ({ page, site }) => {
  await open(page, site);
  const mark = page.locator("mark", { hasText: "six people alive" });
  await mark.focus();
  await expect(page.getByRole("row").filter({ hasText: "six people" })).toHaveClass(/lit/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row").filter({ hasText: "six people" })).toHaveClass(/chosen/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".chosen")).toHaveCount(0);
  await page.getByRole("row").filter({ hasText: "four residents" }).getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(lit(page)).toHaveText(["Four residents were taken to hospital"]);
});

test("where findings overlap, each stretch answers to all of them", async ({ page, site }) => {
  await open(page, site);
  await panel(page, "In brief").locator(".leads").nth(2).click();
  const words = (await lit(page).allTextContents()).join("");
  expect(words).toContain("Russia had launched 118 drones and nine missiles overnight");
  await page.mouse.click(...(await middle(page.locator("mark", { hasText: "118 drones" }))));
  await expect(panel(page, "Weapons").locator(".fact.chosen")).toHaveCount(1);
  await expect(panel(page, "Who said what").locator(".fact.chosen")).toHaveCount(1);
});

test("marks are exact among emoji, Arabic and Ukrainian", async ({ page, site }) => {
  const text = "🚑🚑 У Сумах 🇺🇦 загинуло двоє людей.\nفي غزة قُتل ثلاثة أشخاص 😢 أمس.\ne\u0301 Sumy 𝟜 again.";
  const at = spanIn(text);
  const report = {
    ...emptyReport(text),
    casualties: {
      totals: [],
      counts: [
        count("c1", "killed", exact(2, "двоє"), "двоє людей", at("двоє людей")),
        count("c2", "killed", exact(3, "ثلاثة"), "ثلاثة أشخاص", at("قُتل ثلاثة أشخاص")),
      ],
    },
    places: [place("p1", "Sumy", "hit", [at("Сумах"), at("Sumy")]), place("p2", "Gaza", "hit", [at("غزة")])],
  };
  await open(page, site, report, text);
  await expect(page.locator("mark")).toHaveText(["Сумах", "двоє людей", "غزة", "قُتل ثلاثة أشخاص", "Sumy"]);
  await expect(page.locator("#article .text p")).toHaveText(text.split("\n"));
  await page.getByRole("row").filter({ hasText: "ثلاثة" }).getByRole("button").click();
  await expect(lit(page)).toHaveText(["قُتل ثلاثة أشخاص"]);
});

test("an article without attack or disaster still says what it says", async ({ page, site }) => {
  const text = "Oksana Hrytsenko spoke in Odesa.";
  await open(page, site, { ...emptyReport(text), places: [place("p1", "Odesa", "venue", [spanIn(text)("Odesa")])] }, text);
  await expect(page.getByRole("heading", { name: "This article reports no attack or disaster; here is what it says." })).toBeVisible();
  await expect(page.getByText("Not stated")).toHaveCount(0);
  await expect(page.locator(".other-places")).toContainText("Odesa");
});

test("facts of a text in another language do not show, and where the reader wants them, the language is told", async ({ page, site }) => {
  const report = sampleReport();
  report.article.language = "uk";
  await standIn(page, { "": report });
  await page.goto(site.root);
  await ask(page, SAMPLE);
  await expect(page.getByRole("heading", { name: "Looks like Ukrainian: not read yet." })).toBeVisible();
  await expect(page.locator("mark, .total")).toHaveCount(0);
  await page.getByRole("button", { name: "Read it as English all the same" }).click();
  await answered(page);
  await expect(page.getByText("This text seems to be in Ukrainian. Factbox reads English, so facts may be missing or wrong.")).toBeVisible();
});

test("ids never show", async ({ page, site }) => {
  await open(page, site);
  const text = await page.locator("main").innerText();
  expect(text).not.toMatch(/\b[acdegkmpstx]\d+\b/);
  expect(text).not.toMatch(/undefined|null|NaN|_/);
});

test("a long ledger shows its beginning and, asked, the rest", async ({ page, site }) => {
  const report = sampleReport();
  const [first] = report.casualties.counts;
  report.casualties.counts = Array.from({ length: 500 }, (_, i) => ({ ...first, id: `c${i + 1}` }));
  await open(page, site, report);
  const rows = page.getByRole("table").first().locator("tr.fact");
  await expect(rows).toHaveCount(60);
  await page.getByRole("button", { name: "Show 440 more" }).click();
  await expect(rows).toHaveCount(500);
});
