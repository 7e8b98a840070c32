// WCAG 2.2 AA by axe: every state of the page, light and dark, at phone and desktop width. No violation passes.
import AxeBuilder from "@axe-core/playwright";
import { answered, ask, box, expect, status, test } from "./harness.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const sample = async (page) => {
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
};

const STATES = {
  "first visit": async () => {},
  "typing": async (page) => {
    await box(page).fill("Two people were killed in Odesa.");
    await answered(page);
  },
  "answer": sample,
  "answer opened": async (page) => {
    await sample(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  },
  "a fact chosen": async (page) => {
    await sample(page);
    await page.keyboard.press("n");
  },
  "a fact's sentences": async (page) => {
    await sample(page);
    await page.locator(".total .leads").first().click();
  },
  "no event": async (page) => {
    await ask(page, "The foreign ministers met in Geneva on Monday and agreed to meet again in May.");
    await answered(page);
  },
  "another language": async (page) => {
    await ask(page, "Сьогодні вночі росіяни атакували Одесу, загинули двоє людей, ще п'ятеро поранені.");
    await expect(page.getByRole("heading", { name: "Looks like Ukrainian: not read yet." })).toBeVisible();
  },
  "empty box refused": async (page) => {
    await page.getByRole("button", { name: "Explain" }).click();
    await expect(page.getByRole("alert")).not.toBeEmpty();
  },
  "history": async (page) => {
    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("button", { name: "Turn the history on" }).click();
    await page.keyboard.press("Escape");
    await ask(page, "Two people were killed in Odesa.");
    await answered(page);
    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("button", { name: "Erase everything" }).click();
  },
  "settings": async (page) => {
    await page.getByRole("button", { name: "Settings" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "about": async (page) => {
    await page.getByRole("button", { name: "About Factbox" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1440]) {
      test(`${state}, ${colorScheme}, ${width} px`, async ({ page, site }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(site.root);
        await reach(page);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(" | ")}`)).toEqual([]);
      });
    }
  }
}
