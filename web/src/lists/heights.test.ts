import { expect, test } from "vitest";
import { drawn, Heights } from "./heights";

test("rows that nobody has seen are as high as those that were", () => {
  const heights = new Heights(500, 100);
  expect(heights.top(500)).toBe(50_000);
  expect(heights.learn([[0, 40], [1, 60]])).toBe(true);
  expect(heights.top(500)).toBe(25_000);
  expect(heights.learn([[2, 80]])).toBe(true);
  expect(heights.top(3)).toBe(180);
  expect(heights.top(500)).toBe(180 + 497 * 50);
});

test("the first rows of a list are not like all others: twice as many rows make another estimate", () => {
  const heights = new Heights(100, 100);
  heights.learn([[0, 300], [1, 300]]);
  heights.learn([[2, 40]]);
  expect(heights.top(100)).toBe(640 + 97 * 300);
  heights.learn([[3, 40]]);
  expect(heights.top(100)).toBe(680 + 96 * 170);
});

test("what is measured again and is the same changes nothing", () => {
  const heights = new Heights(10, 100);
  heights.learn([[0, 40]]);
  expect(heights.learn([[0, 40.3]])).toBe(false);
  expect(heights.learn([[0, 0]])).toBe(false);
});

test.each([
  [0, 250, 0, 3],
  [-500, 250, 0, 3],
  [950, 5000, 9, 10],
  [300, 300, 3, 4],
  [-900, -10, 0, 0],
  [1000, 1200, 10, 10],
])("between %i and %i pixels stand the rows from %i to %i", (top, bottom, first, last) => {
  expect(new Heights(10, 100).between(top, bottom)).toEqual({ first, last });
});

test("a list of nothing has nothing to draw", () => {
  expect(new Heights(0, 100).between(0, 500)).toEqual({ first: 0, last: 0 });
});

test("the row that holds the focus stays, wherever the reader scrolls", () => {
  expect(drawn({ first: 20, last: 40 }, 3, 500)).toEqual([{ first: 3, last: 4 }, { first: 20, last: 40 }]);
  expect(drawn({ first: 20, last: 40 }, 90, 500)).toEqual([{ first: 20, last: 40 }, { first: 90, last: 91 }]);
  expect(drawn({ first: 20, last: 40 }, 25, 500)).toEqual([{ first: 20, last: 40 }]);
  expect(drawn({ first: 20, last: 40 }, 900, 30)).toEqual([{ first: 20, last: 30 }]);
});
