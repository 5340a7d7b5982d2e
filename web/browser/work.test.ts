/** An editor at work: from a sentence to its report, back to an earlier day, over figures, claims and the map. */

import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { firstStory, launch, open, visit } from "./desk";

/** The account of a day is reckoned anew; a busy machine may take its time. */
const SLOW = { timeout: 25_000 };

let browser: Browser;
let story: string;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await launch();
  story = `/story/${encodeURIComponent(await firstStory())}`;
});
beforeEach(async () => {
  ({ page, faults } = await open(browser, story));
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await page.close();
});
afterAll(() => browser.close());

test("a citation shows its words when it is pointed at, and opens the report there", async () => {
  const citation = page.locator(".brief .cite").first();
  await citation.hover();
  const words = await page.locator(".passage-card mark").first().innerText();
  await citation.locator("a").click();
  const cited = page.locator(".report-text .cited");
  await cited.first().waitFor();
  expect((await cited.allInnerTexts()).join(" ")).toContain(words.split(" ")[0]);
  await page.goBack();
  await page.locator(".brief .cite").first().waitFor();
});

test("the keyboard alone shows a citation and closes it", async () => {
  await page.locator(".tabs a").last().focus();
  await page.keyboard.press("Tab");
  await page.locator(".passage-card").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".passage-card").waitFor({ state: "detached" });
});

test("the day slider changes everything on the page", async () => {
  const before = await page.locator(".brief li").count();
  await page.locator("#asof").focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/as_of=2024-03-07/);
  await expect.poll(() => page.locator(".brief-reports li").count(), SLOW).toBe(5);
  expect(await page.locator(".brief li").count()).toBeLessThan(before);
  await page.locator(".tabs a", { hasText: "Reports" }).click();
  await expect.poll(() => page.locator("table.plain tbody tr").count(), SLOW).toBe(5);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => page.locator("table.plain tbody tr").count(), SLOW).toBe(12);
});

test("the layers of a report are shown and hidden, and a mark says what it became", async () => {
  await page.locator(".brief .cite a").first().click();
  await page.locator(".report-text").waitFor();
  expect(await page.locator(".m-figure").count()).toBe(0);
  await page.getByRole("button", { name: /Figures/ }).click();
  await page.locator(".m-figure").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What this became" }).waitFor();
  expect(await page.locator(".became").first().innerText()).toContain("value");
  await page.getByRole("button", { name: /Claims/ }).click();
  expect(await page.locator(".m-claim").count()).toBe(0);
});

test("a chart is taken away as a table and as a picture that stands alone", async () => {
  await page.locator(".tabs a", { hasText: "Figures" }).click();
  const card = page.locator(".series").first();
  const csv = await saved(() => card.getByRole("button", { name: "Save as CSV" }).click());
  expect(csv.split("\r\n")[0]).toMatch(/^as_of,low,high,best,words/);
  const svg = await saved(() => card.getByRole("button", { name: "Save as SVG" }).click());
  expect(svg).toContain("<svg");
  expect(svg).not.toContain("class=");
  expect(svg).not.toContain("var(");
  expect(svg).toContain("People killed");
  expect(svg).toContain("Latest: 7");
  const png = await taken(() => card.getByRole("button", { name: "Save as PNG" }).click());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // Width in pixels (bytes 16 to 19): twice the drawing's. More than a blank sheet would need: it was painted.
  expect(png.readUInt32BE(16)).toBe(1120);
  expect(png.length).toBeGreaterThan(8000);
});

test("the claims board is filtered by mode", async () => {
  await page.locator(".tabs a", { hasText: "Claims" }).click();
  const rows = page.locator(".board tbody tr");
  const all = await (await rows.first().waitFor(), rows.count());
  await page.getByLabel("Mode").selectOption("denied");
  await expect.poll(() => rows.count(), SLOW).toBeLessThan(all);
  const denied = await rows.count();
  expect(denied).toBeGreaterThan(0);
  expect(await page.locator(".board .mode.denied").count()).toBeGreaterThanOrEqual(denied);
});

test("the map is moved and read by keyboard", async () => {
  await page.locator(".tabs a", { hasText: "Map" }).click();
  await page.locator(".map .land").first().waitFor({ state: "attached" });
  const place = page.locator(".place[tabindex='0']").last();
  const before = await place.locator("circle").last().getAttribute("cx");
  await page.locator(".map").focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => place.locator("circle").last().getAttribute("cx")).not.toBe(before);
  await place.focus();
  await page.keyboard.press("Enter");
  await page.locator(".place-card.open").waitFor();
});

test("search from anywhere, by the slash key", async () => {
  await page.keyboard.press("/");
  await page.keyboard.type("Akhmetov trapped");
  await page.keyboard.press("Enter");
  await page.locator(".hits").first().waitFor();
  await page.locator(".hits .statement").first().click();
  await page.locator(".report-text .cited").first().waitFor();
});

test("light and dark are remembered", async () => {
  const choice = page.getByRole("button", { name: /Colours/ });
  await choice.click();
  await choice.click();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await visit(page, "/");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
});

test("the timeline is drawn in lanes, comes closer, and a mark leads to its lines", async () => {
  await page.locator(".tabs a", { hasText: "Timeline" }).click();
  await page.locator(".lane").first().waitFor();
  const lanes = await page.locator(".lane-name").allInnerTexts();
  await page.getByRole("combobox", { name: "Lanes" }).selectOption("place");
  await expect.poll(() => page.locator(".lane-name").allInnerTexts()).not.toEqual(lanes);
  const chart = page.locator(".lanes");
  const days = () => chart.locator(".lane-buttons .meta").innerText();
  const before = await days();
  await chart.focus();
  await page.keyboard.press("+");
  const closer = await days();
  expect(closer).not.toBe(before);
  await page.keyboard.press("ArrowRight");
  expect(await days()).not.toBe(closer);
  await chart.getByRole("button", { name: "All days" }).click();
  expect(await days()).toBe(before);

  const every = await page.locator(".timeline li").count();
  await chart.locator(".dot").first().click();
  await page.locator(".pinned").waitFor();
  await expect.poll(() => page.locator(".timeline li").count(), SLOW).toBeLessThan(every);
  await page.getByRole("button", { name: "Show every line" }).click();
  await expect.poll(() => page.locator(".timeline li").count(), SLOW).toBe(every);
});

test("days of the timeline are chosen by dragging over them", async () => {
  await page.locator(".tabs a", { hasText: "Timeline" }).click();
  const track = page.locator(".axis-track");
  await track.waitFor();
  const days = () => page.locator(".lane-buttons .meta").innerText();
  const before = await days();
  const box = await track.boundingBox();
  if (!box) throw new Error("the axis is not drawn");
  await page.mouse.move(box.x + box.width * 0.2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 8, { steps: 4 });
  await page.mouse.up();
  expect(await days()).not.toBe(before);
});

test("a question is answered with citations, on the day that is chosen, or not at all", async () => {
  await page.locator(".tabs a", { hasText: "Ask" }).click();
  await page.locator(".examples a").first().click();
  await page.locator(".reply .first .cite").first().waitFor();
  await page.getByLabel("What do you want to know?").fill("How many people were killed?");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".reply .first").innerText(), SLOW).toContain("7 on 11 March 2024");
  await page.locator(".reply .cite").first().hover();
  await page.locator(".passage-card mark").first().waitFor();
  await page.locator("#asof").focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowLeft");
  await expect.poll(() => page.locator(".reply .first").innerText(), SLOW).toContain("5 on 6 March 2024");
  await page.getByLabel("What do you want to know?").fill("Who won the cup final?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByRole("heading", { name: "The reports do not say." }).waitFor();
});

test("all stories are asked from the first page; the answer names its story and leads there", async () => {
  await visit(page, "/");
  await page.getByLabel("Ask all stories").fill("How many people were killed?");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".reply .first").innerText(), SLOW).toContain("7 on 11 March 2024");
  await page.locator(".reply .cite").first().hover();
  await page.locator(".passage-card mark").first().waitFor();
  await page.locator(".examples a").first().click();
  await expect.poll(() => page.locator("#question").inputValue(), SLOW).not.toContain("killed");
  await page.locator(".from-story a").first().click();
  await page.locator(".brief li").first().waitFor();
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(decodeURIComponent(story));
  await visit(page, "/ask?q=Who+won+the+cup+final%3F");
  await page.getByRole("heading", { name: "The reports do not say." }).waitFor();
});

test("files that are dropped anywhere on the first page are added, those in folders too", async () => {
  await visit(page, "/");
  const before = await page.locator(".page-head .meta").innerText();
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["\n"], "empty.txt", { type: "text/plain" }));
    return transfer;
  });
  await page.dispatchEvent("h1", "dragenter", { dataTransfer: dropped });
  await page.locator(".drop.over").waitFor();
  await page.dispatchEvent("h1", "dragleave", { dataTransfer: dropped });
  await page.locator(".drop:not(.over)").waitFor();
  await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
  await expect.poll(() => page.locator(".steps li").allInnerTexts(), SLOW).toHaveLength(1);
  expect(await page.locator(".steps li").innerText()).toContain("empty.txt");
  await page.locator(".doing").waitFor({ state: "detached" });
  expect(await page.locator(".page-head .meta").innerText()).toBe(before);
});

test("a figure in a report leads to its series alone, and on to all of them", async () => {
  await page.locator(".brief .cite a").first().click();
  await page.getByRole("button", { name: /Figures/ }).click();
  await page.locator(".m-figure").first().click();
  await page.getByRole("link", { name: "Open its series" }).first().click();
  await page.getByText("One series is shown.").waitFor();
  expect(await page.locator(".series, .still tbody tr").count()).toBe(1);
  await page.getByRole("link", { name: /Show all/ }).click();
  await expect.poll(() => page.locator(".series").count(), SLOW).toBeGreaterThan(1);
});

test("contested places are hatched on the map", async () => {
  await page.locator(".tabs a", { hasText: "Map" }).click();
  await page.locator(".place .contested").first().waitFor();
  expect(await page.locator(".place", { has: page.locator(".contested") }).first().getAttribute("aria-label")).toContain("contested");
});

test("what changed since a day is told", async () => {
  await page.locator(".tabs a", { hasText: "Changes" }).click();
  await page.locator(".changes li").first().waitFor();
  const last = await page.locator(".changes li").count();
  await page.getByLabel("Changed since").selectOption("2024-03-09");
  await expect.poll(() => page.locator(".changes li").count(), SLOW).toBeGreaterThan(last);
  expect(await page.locator(".changes h2").allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining("What was revised")]));
});

test("the claims board is filtered by who says it and by day, and tells through whose hands it came", async () => {
  await page.locator(".tabs a", { hasText: "Claims" }).click();
  const rows = page.locator(".board tbody tr");
  await rows.first().waitFor();
  const all = await rows.count();
  await page.locator(".relay .via").first().hover();
  expect(await page.locator(".relay-card .chain").first().innerText()).toContain("→");
  await page.mouse.move(0, 0);
  await page.getByLabel("Who says it").selectOption("union");
  await expect.poll(() => rows.count(), SLOW).toBeLessThan(all);
  expect(await page.locator(".board thead").innerText()).toContain("union");
  await page.getByLabel("Who says it").selectOption("");
  await page.getByLabel("Published on").selectOption("2024-03-12");
  await expect.poll(() => rows.count(), SLOW).toBeLessThan(all);
  await page.getByRole("searchbox", { name: "Words" }).fill("no such words anywhere");
  await page.getByRole("heading", { name: "No statement fits" }).waitFor();
});

async function saved(click: () => Promise<void>): Promise<string> {
  return (await taken(click)).toString("utf8");
}

async function taken(click: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return readFile(await download.path());
}
