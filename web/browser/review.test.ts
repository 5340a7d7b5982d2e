/** An editor reviews: reads why something is doubtful, decides, sees it kept, and takes it back; by keyboard too. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { firstStory, launch, open, settled, unaccessible, visit } from "./desk";

const SLOW = { timeout: 40_000 };

let browser: Browser;
let story: string;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await launch();
  story = `/story/${encodeURIComponent(await firstStory())}`;
});
beforeEach(async () => {
  ({ page, faults } = await open(browser, `${story}/review`));
  await page.evaluate(() => localStorage.setItem("author", "Ada Editor"));
  await visit(page, `${story}/review`);
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await page.close();
});
afterAll(() => browser.close());

const left = () => page.locator(".review-count").innerText().then((words) => Number.parseInt(words, 10));
const past = () => page.locator(".history li").count();

test("an item shows its words in context, and a decision leaves the list, stands in the history and is undone", async () => {
  const before = await left();
  const decided = await past();
  expect(await page.locator(".review-body mark").count()).toBeGreaterThan(0);
  const item = page.locator(".review-item", { hasText: "Disagreement" }).first();
  await item.locator(".review-head").click();
  await item.getByRole("button", { name: "Reject" }).click();
  await item.getByRole("button", { name: "Keep the decision" }).click();
  expect(await item.getByRole("alert").innerText()).toContain("Say in a few words");
  await item.getByLabel("Reason").fill("They speak of two things");
  await item.getByRole("button", { name: "Keep the decision" }).click();
  await page.getByText(/^Kept: reject disagreement/).waitFor(SLOW);
  await expect.poll(left, SLOW).toBe(before - 1);
  const line = page.locator(".history li").first();
  expect(await line.innerText()).toContain("Ada Editor");
  expect(await line.innerText()).toContain("They speak of two things");
  await page.locator(".review-word").getByRole("button", { name: "Undo" }).click();
  await page.locator(".review-word").getByLabel(/^Why/).fill("They do speak of one");
  await page.locator(".review-word").getByRole("button", { name: "Undo" }).click();
  await expect.poll(left, SLOW).toBe(before);
  await expect.poll(past, SLOW).toBe(decided + 2);
  expect(await page.locator(".history li.undone").first().innerText()).toContain("Undone");
  expect(await page.locator(".history li").first().innerText()).toContain("They do speak of one");
}, 120_000);

test("by keyboard alone: move, change a day, keep it; the brief says who decided", async () => {
  const dated = page.locator(".review-item", { hasText: /^\s*\d+\s*Event/ }).first();
  const place = await page.locator(".review-item").evaluateAll((items) => items.findIndex((each) => /^\d+ Event/.test((each as HTMLElement).innerText.trim())));
  for (let step = 0; step < place; step += 1) await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  expect(await dated.locator(".review-head").getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("d");
  await page.getByLabel("First day").fill("2024-03-06");
  await page.getByLabel("Last day").fill("2024-03-06");
  await page.getByLabel("Reason").fill("The mayor's diary");
  await page.keyboard.press("Enter");
  await page.getByText(/^Kept: re-date event .* to 6 March 2024/).waitFor(SLOW);
  await expect.poll(() => page.evaluate(() => document.activeElement?.className), SLOW).toBe("review-head");
  await page.locator(".tabs a", { hasText: "Timeline" }).click();
  await page.locator(".tabs a", { hasText: "Review" }).click();
  await page.locator(".history li").first().getByRole("button", { name: /^Undo/ }).click();
  await page.keyboard.press("Escape");
  expect(await page.locator(".undo-form").count()).toBe(0);
  await page.locator(".history li").first().getByRole("button", { name: /^Undo/ }).click();
  await page.keyboard.type("The diary is of another year");
  await page.keyboard.press("Enter");
  await page.getByText("Undone. The history keeps both.").waitFor(SLOW);
  await expect.poll(() => page.locator(".history li").first().innerText(), SLOW).toContain("The diary is of another year");
}, 120_000);

test("single keys can be switched off, and nobody decides unnamed", async () => {
  await page.getByLabel(/^Keys/).uncheck();
  await page.locator(".review-head").first().focus();
  await page.keyboard.press("n");
  expect(await page.locator(".decision-form").count()).toBe(0);
  await page.getByRole("textbox", { name: "Who decides", exact: true }).fill("");
  await page.locator(".review-item.open").getByRole("button", { name: /^Note/ }).click();
  await page.locator(".decision-form textarea").fill("Ask the ministry.");
  await page.getByRole("button", { name: "Keep the decision" }).click();
  expect(await page.locator(".lacks").innerText()).toBe("Say who decides.");
});

test("axe finds nothing, with every form open, in both themes and on a telephone", async () => {
  const found: Record<string, unknown> = {};
  for (const [width, dark] of [[1440, false], [390, true]] as const) {
    const { page: own, faults: faulty } = await open(browser, `${story}/review`, { width, dark });
    const items = await own.locator(".review-item").count();
    for (let number = 0; number < Math.min(items, 6); number += 1) {
      await own.locator(".review-head").nth(number).click();
      const offers = own.locator(".review-item.open [aria-pressed]");
      for (let each = 0; each < (await offers.count()); each += 1) {
        await offers.nth(each).click();
        await settled(own);
      }
      const rules = await unaccessible(own, dark ? ["color-contrast"] : undefined);
      const wider = await own.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (rules.length || wider > 0) found[`${width} ${number}`] = { rules, wider };
    }
    expect(faulty).toEqual([]);
    await own.close();
  }
  expect(found).toEqual({});
}, 240_000);
