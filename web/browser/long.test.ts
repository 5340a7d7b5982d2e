/** A story of hundreds of reports: rows outside the view are not in the page, and nobody who reads it misses them. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { DESK, launch, open, settled, unaccessible, visit } from "./desk";

const SLOW = { timeout: 40_000 };
const ROWS = "tbody tr[data-row]";

let browser: Browser;
let story: string;
let reports: number;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await launch();
  const list = (await (await fetch(`${DESK}/api/stories`)).json()) as { stories: { id: string; reports: number }[] };
  const largest = [...list.stories].sort((one, other) => other.reports - one.reports)[0];
  story = `/story/${encodeURIComponent(largest?.id ?? "")}`;
  reports = largest?.reports ?? 0;
});
beforeEach(async () => {
  ({ page, faults } = await open(browser, `${story}/reports`));
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await page.close();
});
afterAll(() => browser.close());

const rowsIn = (rows = ROWS) => page.locator(rows).evaluateAll((found) => found.map((row) => Number((row as HTMLElement).dataset["row"])));
const jumpTo = (part: number) => page.evaluate((share) => window.scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight)), part);
const scrollTo = async (part: number) => {
  await jumpTo(part);
  await page.waitForTimeout(150);
  await settled(page);
};

test("only the rows near the view are in the page, and they say which of how many they are", async () => {
  expect(reports).toBeGreaterThan(300);
  expect((await rowsIn()).length).toBeLessThan(60);
  expect(await page.locator("table").getAttribute("aria-rowcount")).toBe(String(reports + 1));
  expect(await page.locator(ROWS).nth(4).getAttribute("aria-rowindex")).toBe("6");
  await scrollTo(0.5);
  const middle = await rowsIn();
  expect(middle.length).toBeLessThan(60);
  expect(middle[0]).toBeGreaterThan(100);
  for (let step = 0; step < 3; step += 1) await scrollTo(1);
  expect((await rowsIn()).at(-1)).toBe(reports - 1);
  expect(await page.locator(ROWS).last().innerText()).toContain(String(reports));
});

test("what stands in the page is in view, however far a reader jumps", async () => {
  for (const part of [0.3, 0.9, 0.1, 0.6]) {
    await scrollTo(part);
    await expect.poll(() => page.evaluate((rows) => {
      const boxes = [...document.querySelectorAll(rows)].map((row) => row.getBoundingClientRect());
      return boxes.some((box) => box.top <= 200 && box.bottom >= 0) && boxes.some((box) => box.bottom >= innerHeight - 10);
    }, ROWS), SLOW).toBe(true);
  }
});

test("the keyboard goes on through rows that were not there, and the row with the focus stays", async () => {
  await page.locator(`${ROWS} a`).first().focus();
  for (let step = 0; step < 45; step += 1) await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset["row"]));
  await expect.poll(focused).toBe(45);
  await scrollTo(1);
  expect(await rowsIn()).toContain(45);
  expect(await focused()).toBe(45);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect.poll(focused).toBe(45);
});

test("all rows are put into the page where somebody wants to find words in it", async () => {
  await page.getByRole("button", { name: /Put all on it/ }).click();
  await expect.poll(async () => (await rowsIn()).length, SLOW).toBe(reports);
  await page.getByRole("button", { name: /Only those near the view/ }).click();
  await expect.poll(async () => (await rowsIn()).length, SLOW).toBeLessThan(60);
});

test.each([
  ["/timeline", ".timeline li[data-row]"],
  ["/claims", ".board tbody tr[data-row]"],
  ["/entities", ROWS],
])("the rows of %s come and go while one scrolls, on a telephone too", async (path, rows) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await visit(page, story + path);
    await page.locator(rows).first().waitFor();
    const first = await rowsIn(rows);
    expect(first.length).toBeLessThan(60);
    await page.locator(rows).last().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await rowsIn(rows)).at(-1), SLOW).toBeGreaterThan(first.at(-1) ?? 0);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
});

test("the list beside the map draws the places near its view, and the one that is chosen on the map", async () => {
  // No story of the tests is told at so many places: one of them stands for 60 in rows of ten.
  await page.route(/api\/stories\/[^/]+\/map(\?|$)/, async (route) => {
    const told = (await (await route.fetch()).json()) as { places: { events: unknown[] }[] };
    const busy = told.places.find((place) => place.events.length > 0);
    const places = Array.from({ length: 60 }, (_, number) => ({ ...busy, id: `many${number}`, name: `Place ${number}`, precision: 1, holdings: [], latitude: 50 - Math.floor(number / 10), longitude: 20 + (number % 10) }));
    await route.fulfill({ json: { ...told, places } });
  });
  await page.route(/\/map\/many/, async (route) => route.fulfill({ json: { found: 0, events: [] } }));
  await visit(page, `${story}/map`);
  const cards = page.locator(".place-card");
  await cards.first().waitFor();
  expect(await cards.first().getAttribute("aria-setsize")).toBe("60");
  expect(await cards.count()).toBeLessThan(45);
  expect(await cards.filter({ hasText: "Place 59" }).count()).toBe(0);
  const mark = page.locator(".place", { hasText: "Place 59" }).first();
  await mark.focus();
  await page.keyboard.press("Enter");
  const open = page.locator(".place-card.open");
  await open.waitFor();
  expect(await open.innerText()).toContain("Place 59");
  const [box, card] = [await page.locator(".places").boundingBox(), await open.boundingBox()];
  expect(card?.y).toBeGreaterThanOrEqual((box?.y ?? 0) - 1);
  expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1);
  await open.getByRole("button").focus();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset["row"])).toBe("59");
});

test("a list that is filtered is another list", async () => {
  await scrollTo(0.7);
  await page.getByLabel("Outlet").selectOption({ index: 1 });
  await expect.poll(() => page.locator("table").getAttribute("aria-rowcount"), SLOW).not.toBe(String(reports + 1));
  await settled(page);
  const outlets = await page.locator(`${ROWS} td:nth-child(3)`).allInnerTexts();
  expect(new Set(outlets).size).toBe(1);
});

test("a page that does not come says so, and comes when it is asked for again", async () => {
  await page.route(/reports\?.*skip=/, (route) => route.abort());
  await jumpTo(0.8);
  await page.getByRole("alert").waitFor(SLOW);
  expect(await page.getByRole("alert").innerText()).toContain("does not answer");
  faults.length = 0;
  await page.unroute(/reports\?.*skip=/);
  await page.getByRole("button", { name: "Try again" }).click();
  await settled(page);
  expect((await rowsIn())[0]).toBeGreaterThan(100);
});

test("axe finds nothing in the middle of a long list", async () => {
  const found: Record<string, string[]> = {};
  for (const path of ["/reports", "/timeline", "/claims", "/entities"]) {
    await visit(page, story + path);
    await scrollTo(0.4);
    const rules = await unaccessible(page);
    if (rules.length) found[path] = rules;
  }
  expect(found).toEqual({});
}, 120_000);

test("no page of the story asks for more than a quarter of a megabyte", async () => {
  const sizes: Record<string, number> = {};
  page.on("response", async (answer) => {
    if (!answer.url().includes("/api/")) return;
    const bytes = (await answer.body().catch(() => Buffer.alloc(0))).length;
    if (bytes > 250_000) sizes[answer.url().replace(DESK, "")] = bytes;
  });
  // A change is told from the account of the evening before, which is reckoned when it is first asked for.
  for (const path of ["", "/timeline", "/figures", "/claims", "/disagreements", "/map", "/entities", "/reports", "/review", "/ask"]) await visit(page, story + path);
  await page.waitForLoadState("networkidle");
  expect(sizes).toEqual({});
}, 120_000);
