import { expect, test } from "vitest";
import type { Chart, Value } from "../api/client";
import { layoutOf, revisions } from "./layout";
import { flowed, subtitleOf } from "./picture";
import { csvOf } from "./saving";

const value = (as_of: string | null, best: number, more: Partial<Value> = {}): Value => ({
  as_of, best, low: best, high: best, words: String(best), printed: String(best), published: "2024-03-05", origin: "Police", source: null, outlet: null, reports: 1, citations: [], ...more,
});

test("values of one day stand side by side, later days further right", () => {
  const { dots } = layoutOf([value("2024-03-05", 3), value("2024-03-05", 4), value("2024-03-07", 7)]);
  const [first, second, third] = dots.map((dot) => dot.x) as [number, number, number];
  expect(first).toBeLessThan(second);
  expect(second).toBeLessThan(third);
});

test("a higher value stands higher, an open bound has no end", () => {
  const { dots } = layoutOf([value("2024-03-05", 3, { high: null }), value("2024-03-06", 9)]);
  expect(dots[0]?.high).toBeNull();
  expect(dots[0]?.best).toBeGreaterThan(dots[1]?.best ?? 0);
});

test("a value without a day is not drawn", () => {
  expect(layoutOf([value(null, 3), value("2024-03-06", 9)]).dots).toHaveLength(1);
});

test("only an origin's own values are joined", () => {
  const { dots } = layoutOf([value("2024-03-05", 3), value("2024-03-06", 5, { origin: "Union" }), value("2024-03-07", 6)]);
  expect(revisions(dots).map(([from, to]) => [from.value.best, to.value.best])).toEqual([[3, 6]]);
});

test("a table that is taken away runs nothing in a spreadsheet", () => {
  const chart = { label: "killed", values: [value("2024-03-05", -3, { source: '=HYPERLINK("x")', outlet: 'Wire, "the"' })] } as unknown as Chart;
  const [head, row] = csvOf(chart).split("\r\n");
  expect(head).toMatch(/^as_of,low,high,best/);
  expect(row).toContain(`"'=HYPERLINK(""x"")"`);
  expect(row).toContain('"Wire, ""the"""');
  expect(row).toContain(",-3,");
});

test("a picture that stands alone says what holds now", () => {
  const chart = { current: "7", current_as_of: "2024-03-11", unit: "people", revised: true, disputed: false } as Chart;
  expect(subtitleOf(chart)).toBe("Latest: 7 (11 March 2024) · revised");
  expect(subtitleOf({ ...chart, current_as_of: null, unit: "km", revised: false, disputed: true })).toBe("Latest: 7 · in km · in dispute");
});

test("the names of its origins go on to a next line where one is full", () => {
  const places = flowed(["a".repeat(30), "b".repeat(30), "c".repeat(30)], 500);
  expect(places.map((place) => place.line)).toEqual([0, 0, 1]);
  expect(places[2]?.x).toBe(0);
  expect(places[1]?.x).toBeGreaterThan(30 * 6);
});
