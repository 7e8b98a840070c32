// The map beside the list: drawn from the report written by hand, so that it is true whatever the engine finds.
import { answered, ask, expect, noSidewaysScroll, test } from "./harness.mjs";
import { emptyReport, place, sampleReport, standIn } from "./report.mjs";

// Where the sample's places are.
const SPOTS = { p1: [46.49, 30.74, "UA-51"], p2: [46.97, 32.0, "UA-48"], p3: [46.66, 32.62, "UA-65"], p4: [48.46, 35.05, "UA-12"], p8: [45.35, 28.84, "UA-51"] };
const located = () => {
  const report = sampleReport();
  for (const one of report.places) {
    const [lat, lon, code] = SPOTS[one.id] ?? [];
    if (lat) Object.assign(one, { lat, lon, admin1_code: code });
  }
  return report;
};

const region = (page, code) => page.locator(`.map-picture .map-area[data-region="${code}"]`);
const frame = (page) => page.locator(".map-view");
const shown = async (page, site, reports = { "": located() }) => {
  await standIn(page, reports);
  await page.goto(site.root);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await answered(page);
  await expect(page.locator(".map-picture .map-land")).toHaveAttribute("d", /^M/);
};

test("regions are drawn by what happened there, in pattern and outline too", async ({ page, site }) => {
  await shown(page, site);
  await expect(region(page, "UA-51")).toHaveClass(/\bhit\b/);
  await expect(region(page, "UA-48")).toHaveClass(/\bhit\b/);
  await expect(region(page, "UA-65")).toHaveClass(/\btargeted\b/);
  await expect(region(page, "UA-65")).toHaveAttribute("fill", "url(#map-hatch)");
  for (const code of ["UA-51", "UA-48", "UA-65"]) await expect(region(page, code)).toHaveAttribute("d", /^M/);
  await expect(page.locator(".map-legend")).toContainText("targeted");
  await expect(page.locator(".map-scale")).toContainText("km");
  await expect(page.locator(".map-globe .land")).toHaveAttribute("d", /^M/);
  await expect(page.locator(".map")).toContainText("Made with Natural Earth");
});

test("discs grow with the people they stand for, by area", async ({ page, site }) => {
  await shown(page, site);
  const odesa = page.locator('.map-picture .map-mark[data-fact~="p1"]');
  const radius = async (what) => Number(await odesa.locator(what).getAttribute("r"));
  const [killed, wounded] = [await radius(".killed"), await radius(".wounded")];
  expect(killed ** 2 / wounded ** 2).toBeCloseTo(3 / 14, 1);
  await expect(page.locator(".map-label", { hasText: "Odesa" }).first()).toBeVisible();
});

test("the list and the map light each other, and a click leads to the sentence", async ({ page, site }) => {
  await shown(page, site);
  await page.locator(".regions .region", { hasText: "Mykolaiv" }).first().hover();
  await expect(region(page, "UA-48")).toHaveClass(/\blit\b/);
  await expect(region(page, "UA-65")).not.toHaveClass(/\blit\b/);
  const mark = page.locator('.map-picture .map-mark[data-fact~="p2"]');
  await mark.hover();
  await expect(page.locator(".regions .region", { hasText: "Mykolaiv" }).first()).toHaveClass(/\blit\b/);
  await mark.click();
  await expect(page.locator("mark.chosen").first()).toBeInViewport();
});

test("keys and buttons zoom and move; zero shows the whole extent again", async ({ page, site }) => {
  await shown(page, site);
  const outline = () => region(page, "UA-51").getAttribute("d");
  const whole = await outline();
  await frame(page).focus();
  await page.keyboard.press("+");
  await expect.poll(outline).not.toBe(whole);
  const near = await outline();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(outline).not.toBe(near);
  await page.keyboard.press("0");
  await expect.poll(outline).toBe(whole);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(outline).toBe(near);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await page.getByRole("button", { name: "Show the whole extent" }).click();
  await expect.poll(outline).toBe(whole);
});

test("the wheel moves the page, and the map only with Ctrl or once it is focused", async ({ page, site }) => {
  await shown(page, site);
  const outline = () => region(page, "UA-51").getAttribute("d");
  const whole = await outline();
  await frame(page).hover({ position: { x: 60, y: 60 } });
  await page.mouse.wheel(0, -100);
  await page.waitForTimeout(150);
  expect(await outline()).toBe(whole);
  await frame(page).focus();
  await frame(page).hover({ position: { x: 60, y: 60 } });
  await page.mouse.wheel(0, -100);
  await expect.poll(outline).not.toBe(whole);
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  // Fingers as the browser gets them from the screen: each step is where every finger is.
  const fingers = async (page, steps) => {
    const session = await page.context().newCDPSession(page);
    const send = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await send("touchStart", steps[0].slice(0, 1));
    if (steps[0].length > 1) await send("touchStart", steps[0]);
    for (const step of steps.slice(1)) {
      await send("touchMove", step);
      await page.waitForTimeout(30);
    }
    await send("touchEnd", []);
    await session.detach();
  };
  const pinch = (x, y, from, to) => [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => from + ((to - from) * i) / 8).map((d) => [[x - d, y], [x + d, y]]);
  const middle = async (page) => {
    await frame(page).scrollIntoViewIfNeeded();
    const box = await frame(page).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  // Pixels that a kilometre takes on the map.
  const scale = (page) =>
    page.locator(".map-scale").evaluate((bar) => {
      const [, length, unit] = bar.querySelector("text").textContent.match(/([\d,]+)\s(k?m)/);
      return bar.querySelector("path").getBBox().width / (Number(length.replace(",", "")) / (unit === "km" ? 1 : 1000));
    });

  test("two fingers zoom the map and not the page, and back", async ({ page, site }) => {
    await shown(page, site);
    const [x, y] = await middle(page);
    const before = await scale(page);
    const top = await page.evaluate(() => scrollY);
    await fingers(page, pinch(x, y, 30, 90));
    await expect(frame(page)).toHaveClass(/zoomed/);
    expect((await scale(page)) / before).toBeCloseTo(3, 0);
    expect(await page.evaluate(() => [visualViewport.scale, scrollY])).toEqual([1, top]);
    await fingers(page, pinch(x, y, 90, 30));
    await expect.poll(async () => (await scale(page)) / before).toBeLessThan(1.3);
  });

  test("two fingers that move together do not scroll the page away", async ({ page, site }) => {
    await shown(page, site);
    const [x, y] = await middle(page);
    const top = await page.evaluate(() => scrollY);
    await fingers(page, [0, 1, 2, 3, 4, 5, 6].map((i) => [[x - 40 - 3 * i, y - 8 * i], [x + 40 + 3 * i, y - 8 * i]]));
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await expect(frame(page)).toHaveClass(/zoomed/);
  });

  test("one finger scrolls the page over the whole map, and moves a map that is zoomed", async ({ page, site }) => {
    await shown(page, site);
    const [x, y] = await middle(page);
    const swipe = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => [[x, y - 12 * i]]);
    const top = await page.evaluate(() => scrollY);
    await fingers(page, swipe);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 30);
    await page.getByRole("button", { name: "Zoom in" }).click();
    const [x2, y2] = await middle(page);
    await page.waitForTimeout(400);
    const still = await page.evaluate(() => scrollY);
    const outline = () => region(page, "UA-51").getAttribute("d");
    const before = await outline();
    await fingers(page, [0, 1, 2, 3, 4, 5].map((i) => [[x2 - 10 * i, y2 - 10 * i]]));
    await expect.poll(outline).not.toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(still);
  });

  test("a tap on a mark shows its sentences", async ({ page, site }) => {
    await shown(page, site);
    await page.locator('.map-picture .map-mark[data-fact~="p2"]').tap();
    await expect(page.getByRole("dialog", { name: /^Mykolaiv/ })).toBeVisible();
  });
});

test("a region without an exact place is approximate and bears no pin", async ({ page, site }) => {
  const report = emptyReport("x");
  report.places = [place("p1", "Odesa", "hit", [], { type: "region", admin1_code: "UA-51", lat: 46.6, lon: 30.4 })];
  report.regions = [{ code: "UA-51", name: "Odesa", country: "UA", role: "hit", scope: "current", places: ["p1"], killed: null, wounded: null, facts: [] }];
  await shown(page, site, { "": report });
  await expect(region(page, "UA-51")).toHaveClass(/\bapproximate\b/);
  await expect(page.locator(".map-label", { hasText: "Odesa, approximate" })).toBeVisible();
  await expect(page.locator(".map-picture .map-mark")).toHaveCount(0);
});

test("places on both sides of the Pacific: the world, without a scale bar or a globe", async ({ page, site }) => {
  const report = emptyReport("x");
  report.places = [
    place("p1", "Sendai", "hit", [], { country: "JP", lat: 38.27, lon: 140.87 }),
    place("p2", "Valparaíso", "hit", [], { country: "CL", lat: -33.04, lon: -71.63 }),
  ];
  await shown(page, site, { "": report });
  await expect(page.locator(".map-picture .map-mark")).toHaveCount(2);
  await expect(page.locator(".map-scale, .map-globe")).toHaveCount(0);
  const [japan, chile] = await Promise.all(["p1", "p2"].map((id) => page.locator(`.map-picture .map-mark[data-fact~="${id}"]`).boundingBox()));
  expect(japan.x).toBeLessThan(chile.x);
});

test("a report that hits nothing has no map", async ({ page, site }) => {
  const report = emptyReport("x");
  report.places = [place("p1", "Odesa", "venue", [], { lat: 46.49, lon: 30.74 })];
  await standIn(page, { "": report });
  await page.goto(site.root);
  await ask(page, "x");
  await answered(page);
  await expect(page.getByRole("heading", { name: "Places", exact: true })).toBeVisible();
  await expect(page.locator(".map")).toHaveCount(0);
});

test("whoever cannot see it reads a name, a description and the keys", async ({ page, site }) => {
  await shown(page, site);
  await expect(page.getByRole("img", { name: "Map" })).toBeVisible();
  await expect(page.locator("#map-desc")).toContainText("Odesa: 3 killed, 14 wounded");
  await expect(frame(page)).toHaveAccessibleDescription(/arrow keys/);
});

test.describe("without the file of outlines", () => {
  test.use({ expected: ["Failed to load resource", "net::ERR"] });
  test("the list stands alone", async ({ page, site }) => {
    await page.route(/map-[0-9a-f]+\.bin$/, (route) => route.abort());
    await standIn(page, { "": located() });
    await page.goto(site.root);
    await page.getByRole("button", { name: "Try a sample" }).click();
    await answered(page);
    await expect(page.locator(".regions .region").first()).toContainText("Odesa");
    await expect(page.locator(".map")).toHaveCount(0);
  });
});

test("the outlines are asked for once, before any text, and with no other site", async ({ page, site, seen }) => {
  await shown(page, site);
  const asked = seen.requests.filter(({ url }) => /map-[0-9a-f]+\.bin$/.test(url));
  expect(asked.map(({ method, body }) => [method, body])).toEqual([["GET", null]]);
  await frame(page).focus();
  for (const key of ["+", "+", "ArrowUp", "-", "0"]) await page.keyboard.press(key);
  expect(seen.requests.filter(({ url }) => /map-/.test(url)).length).toBe(1);
});

for (const width of [320, 390, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 844 }, colorScheme });
      test("the map fits", async ({ page, site }) => {
        await shown(page, site);
        await noSidewaysScroll(page);
        const box = await frame(page).boundingBox();
        expect(box.width).toBeGreaterThan(200);
        expect(box.height).toBeGreaterThan(190);
      });
    });
  }
}
