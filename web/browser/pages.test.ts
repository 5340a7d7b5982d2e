/** Every page in a real browser: it draws, it breaks no policy, axe has nothing to say, nothing leaves the machine. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstStory, launch, open, unaccessible } from "./desk";

let browser: Browser;
let story: string;

beforeAll(async () => {
  browser = await launch();
  story = `/story/${encodeURIComponent(await firstStory())}`;
});
afterAll(() => browser.close());

const PAGES = ["", "/timeline", "/figures", "/claims", "/disagreements", "/map", "/entities", "/reports"];

describe.each([
  { width: 1440, dark: false },
  { width: 390, dark: true },
])("at $width pixels, dark $dark", (options) => {
  test.each(PAGES)("the story's page %s", async (page) => {
    await check(`${story}${page}`, options);
  });
  test.each(["/", "/search?q=miners", "/search", "/nowhere"])("the page %s", async (path) => {
    await check(path, options);
  });
  test("a report", async () => {
    const { page } = await open(browser, story, options);
    const href = await page.locator(".brief .cite a").first().getAttribute("href");
    await page.close();
    await check(href ?? "", options);
  });
});

async function check(path: string, options: { width: number; dark: boolean }): Promise<void> {
  const { page, faults } = await open(browser, path, options);
  expect(await unaccessible(page)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, "the page scrolls sideways").toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await page.close();
}
