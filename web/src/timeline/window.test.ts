import { expect, test } from "vitest";
import { dayNumber } from "../words/days";
import { dayTicks, everything, isWide, mainWindow } from "./window";

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
