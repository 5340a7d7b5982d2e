import { expect, test } from "vitest";
import { firstGap, gapLength } from "./gaps";

const known = new Set([0, 1, 2, 50, 51]);

test.each([
  [0, 3, undefined],
  [0, 10, 3],
  [-5, 10, 3],
  [50, 52, undefined],
  [40, 60, 40],
  [51, 60, 52],
])("of rows %i to %i the first that is missing is %s", (first, last, gap) => {
  expect(firstGap(known, first, last)).toBe(gap);
});

test("a page is asked for from the gap on, and never what is known already", () => {
  expect(gapLength(known, 3, 50)).toBe(47);
  expect(gapLength(known, 52, 50)).toBe(50);
  expect(gapLength(known, 49, 50)).toBe(1);
});
