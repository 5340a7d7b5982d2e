import { describe, expect, test } from "vitest";
import { sayCount } from "./counts";
import { CodePoints } from "./codepoints";
import { dayNumber, isoOf, sayRange } from "./days";
import { directionOf } from "./direction";
import { niceDomain, ticks } from "./scale";
import { visible } from "./visible";

test.each([
  ["2024-03-05", "2024-03-05", "5 March 2024"],
  ["2024-03-05", "2024-03-12", "5–12 March 2024"],
  ["2024-02-28", "2024-03-03", "28 February – 3 March 2024"],
  ["2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"],
  [null, null, "undated"],
])("the days from %s to %s are said as %s", (first, last, said) => {
  expect(sayRange(first, last)).toBe(said);
});

test("a day and its number lead to one another", () => {
  expect(isoOf(dayNumber("2024-02-29"))).toBe("2024-02-29");
});

test("counts have their plural", () => {
  expect([sayCount(1, "report"), sayCount(1200, "report"), sayCount(2, "story", "stories")]).toEqual(["1 report", "1,200 reports", "2 stories"]);
});

describe("spans count code points", () => {
  test.each([
    ["ten men", 4, 7, "men"],
    ["🚒 ten men", 2, 5, "ten"],
    ["a𝟙b𝟚c", 3, 5, "𝟚c"],
  ])("of %s", (text, start, end, words) => {
    expect(new CodePoints(text).slice(start, end)).toBe(words);
  });
});

describe("what could hide words is shown", () => {
  test.each([
    ["pay \u202eelbisivni", "pay \ufffdelbisivni"],
    ["two\u0000three", "two\u2400three"],
    ["kept\ttabs\nand lines", "kept\ttabs\nand lines"],
    ["مرحبا", "مرحبا"],
  ])("in %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
    expect(shown.length).toBe(text.length);
  });
});

test("ticks are round and cover the domain", () => {
  expect(ticks(0, 47, 4)).toEqual([0, 20, 40]);
  expect(ticks(0, 3, 4, 1)).toEqual([0, 1, 2, 3]);
});

test.each([
  [3, 8, [0, 10]],
  [36, 45, [35, 50]],
  [5, 5, [0, 6]],
  [0, 0, [0, 1]],
])("values from %d to %d are drawn on %j", (low, high, domain) => {
  const [from, to] = niceDomain(low, high);
  expect(from).toBeLessThanOrEqual(domain[0] ?? 0);
  expect(to).toBeGreaterThanOrEqual(high);
});

test.each([
  ["The road was closed, Ann Lee said.", "ltr"],
  ["محمد بن عبد الله, the governor, said that the road was closed.", "ltr"],
  ["قالت السلطات إن الطريق إلى Bergen مغلق.", "rtl"],
  ["רחל לוי", "rtl"],
  ["12–14", "ltr"],
])("%j runs %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
