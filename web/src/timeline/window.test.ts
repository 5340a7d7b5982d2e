import { expect, test } from "vitest";
import { dayNumber } from "../words/days";
import { dayTicks, everything, isWide, mainWindow, panned, type Window, zoomed } from "./window";

const on = (earliest: string, latest = earliest) => ({ earliest, latest });
const story = ["2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07", "2024-03-08", "2024-03-09", "2024-03-10"].map((day) => on(day));

test("a story of a week is shown from its first to its last day", () => {
  expect(isWide(story)).toBe(false);
  expect(everything(story)).toEqual([dayNumber("2024-03-04"), dayNumber("2024-03-10")]);
});

test("what reports tell of years before does not press the story together", () => {
  const lines = [on("2010-01-01", "2010-12-31"), ...story, ...story];
  expect(isWide(lines)).toBe(true);
  expect(mainWindow(lines)[0]).toBeGreaterThan(dayNumber("2024-02-01"));
});

test("one line alone has a window", () => {
  const [first, last] = everything([on("2024-03-04")]);
  expect(last).toBeGreaterThan(first);
});

test.each([[7], [40], [400], [9000]])("ticks over %d days are few and lie inside", (days) => {
  const found = dayTicks([100, 100 + days]);
  expect(found.length).toBeLessThanOrEqual(9);
  expect(found.every((day) => day >= 100 && day <= 100 + days)).toBe(true);
});

const WHOLE: Window = [100, 140];

test.each([
  [[100, 140], 2, [110, 130]],
  [[110, 130], 0.5, [100, 140]],
  [[100, 110], 2, [103, 108]],
  [[100, 101], 2, [100, 101]],
  [[130, 140], 0.25, [100, 140]],
] as const)("%j zoomed %d times is %j", (window, by, expected) => {
  expect(zoomed(window, by, WHOLE)).toEqual(expected);
});

test.each([
  [[110, 120], 0.5, [115, 125]],
  [[110, 120], -0.5, [105, 115]],
  [[128, 138], 0.5, [130, 140]],
  [[100, 110], -0.25, [100, 110]],
  [[110, 111], 0.25, [111, 112]],
] as const)("%j moved by %d of its width is %j", (window, by, expected) => {
  expect(panned(window, by, WHOLE)).toEqual(expected);
});
