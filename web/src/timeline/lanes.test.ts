import { expect, test } from "vitest";
import type { LaneMark } from "../api/client";
import { dayNumber } from "../words/days";
import { placed } from "./lanes";
import type { Window } from "./window";

let number = 0;
const mark = (earliest: string, latest = earliest, origins = 1): LaneMark => ({ number: number++, earliest, latest, origins, title: "It happened." });
const MARCH: Window = [dayNumber("2024-03-01"), dayNumber("2024-03-31")];

test("lines of the same days are one mark, as heavy as the heaviest", () => {
  const [one, ...others] = placed([mark("2024-03-05"), mark("2024-03-05", "2024-03-05", 3)], MARCH);
  expect(one?.lines).toHaveLength(2);
  expect(one?.origins).toBe(3);
  expect(others).toEqual([]);
});

test("marks that would lie on one another stand on rows, those apart on the same", () => {
  const rows = placed([mark("2024-03-01", "2024-03-10"), mark("2024-03-05"), mark("2024-03-20")], MARCH).map((each) => each.row);
  expect(rows).toEqual([0, 1, 0]);
});

test("a lane never grows without bound", () => {
  const crowd = Array.from({ length: 28 }, (_, day) => mark("2024-03-01", `2024-03-${String(day + 2).padStart(2, "0")}`));
  expect(Math.max(...placed(crowd, MARCH).map((each) => each.row))).toBe(5);
});

test("what lies beyond the window is left out, what reaches into it is not", () => {
  const found = placed([mark("2023-01-01"), mark("2024-02-20", "2024-03-02"), mark("2024-04-01")], MARCH);
  expect(found.map((each) => each.lines[0]?.earliest)).toEqual(["2024-02-20"]);
});
