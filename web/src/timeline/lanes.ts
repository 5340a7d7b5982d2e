/** Where the marks of a lane stand: those of the same days made one, those that would lie on one another on rows. */

import type { LaneMark } from "../api/client";
import { dayNumber } from "../words/days";
import type { Window } from "./window";

export interface Placed {
  /** First and last day number, both shown. */
  readonly first: number;
  readonly last: number;
  /** The lines that share these days, in their order. */
  readonly lines: readonly LaneMark[];
  /** The most independent origins behind any of them. */
  readonly origins: number;
  readonly row: number;
}

const MOST_ROWS = 6;
/** A mark takes up at least this part of the axis, so that neighbours can be told apart. */
const LEAST = 0.018;

/** The marks that touch the window, each with the row on which it stands; rows are as few as can be, and not too many. */
export function placed(marks: readonly LaneMark[], [first, last]: Window): readonly Placed[] {
  const least = (last - first + 1) * LEAST;
  const ends: number[] = [];
  return joined(marks)
    .filter((mark) => mark.last >= first && mark.first <= last)
    .map((mark) => {
      const [from, to] = [Math.max(mark.first, first), Math.min(mark.last + 1, last + 1)];
      const middle = (from + to) / 2;
      const start = Math.min(from, middle - least / 2);
      const free = ends.findIndex((end) => end <= start);
      const row = free >= 0 ? free : Math.min(ends.length, MOST_ROWS - 1);
      ends[row] = Math.max(ends[row] ?? -Infinity, Math.max(to, middle + least / 2));
      return { ...mark, row };
    });
}

/** One mark for all lines of the same days, in order of their days, the longer first. */
function joined(marks: readonly LaneMark[]): Omit<Placed, "row">[] {
  const found = new Map<string, LaneMark[]>();
  for (const mark of marks) {
    const key = `${mark.earliest} ${mark.latest}`;
    const former = found.get(key);
    if (former) former.push(mark);
    else found.set(key, [mark]);
  }
  return [...found.values()]
    .map((lines) => ({
      first: dayNumber(lines[0]?.earliest ?? ""),
      last: dayNumber(lines[0]?.latest ?? ""),
      lines,
      origins: Math.max(...lines.map((line) => line.origins)),
    }))
    .sort((one, other) => one.first - other.first || other.last - one.last);
}
