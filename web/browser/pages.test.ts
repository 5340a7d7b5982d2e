/** Every page in a real browser: it draws, it breaks no policy, axe has nothing to say, nothing leaves the machine. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstStory, launch, open, unaccessible, visit, type Watched } from "./desk";

let browser: Browser;
let paths: string[];

beforeAll(async () => {
  browser = await launch();
  const story = `/story/${encodeURIComponent(await firstStory())}`;
  const pages = ["", "/changes", "/timeline", "/figures", "/claims", "/disagreements", "/map", "/entities", "/reports", "/review", "/ask", "/ask?q=How+many+people+were+killed%3F", "/ask?q=Who+won+the+cup%3F"].map((page) => story + page);
  const archive = ["/", "/search?q=miners", "/search?q=quux", "/ask", "/ask?q=How+many+people+were+killed%3F", "/ask?q=Who+won+the+cup%3F"];
  paths = [...pages, ...archive, "/nowhere"];
});
afterAll(() => browser.close());

describe("wide and light", () => {
  let watched: Watched;
  beforeAll(async () => { watched = await open(browser, "/"); });

  test("every page is accessible and stays on this machine", async () => {
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await visit(watched.page, path);
      const rules = await unaccessible(watched.page);
      if (rules.length) found[path] = rules;
    }
    expect(found).toEqual({});
    expect(watched.faults).toEqual([]);
  }, 240_000);

  test("a report is accessible", async () => {
    await visit(watched.page, paths[0] ?? "");
    await watched.page.locator(".brief .cite a").first().click();
    await watched.page.locator(".report-text").waitFor();
    for (const layer of ["Events", "Figures", "Times", "Places"]) await watched.page.getByRole("button", { name: layer }).click();
    expect(await unaccessible(watched.page)).toEqual([]);
  }, 60_000);
});

describe("narrow and dark", () => {
  let watched: Watched;
  beforeAll(async () => { watched = await open(browser, "/", { width: 390, dark: true }); });

  test("no page scrolls sideways, and every word can be read", async () => {
    const found: Record<string, unknown> = {};
    for (const path of paths) {
      await visit(watched.page, path);
      const wider = await watched.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const rules = await unaccessible(watched.page, ["color-contrast"]);
      if (wider > 0 || rules.length) found[path] = { wider, rules };
    }
    expect(found).toEqual({});
    expect(watched.faults).toEqual([]);
  }, 240_000);
});

test("the brief is printed dark on white, without what only a screen needs, whatever the colours of the system", async () => {
  const { page } = await open(browser, paths[0] ?? "/", { dark: true });
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => ({
    paper: getComputedStyle(document.documentElement).backgroundColor,
    ink: getComputedStyle(document.querySelector(".brief li") as Element).color,
    hidden: [".bar", ".tabs", ".asof"].every((part) => getComputedStyle(document.querySelector(part) as Element).display === "none"),
  }));
  expect(seen).toEqual({ paper: "rgb(255, 255, 255)", ink: "rgb(0, 0, 0)", hidden: true });
  await page.close();
});
