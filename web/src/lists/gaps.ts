/** Which rows of a long list are still to be asked for. */

/** The first row from `first` up to `last` (left out) that is not known; undefined where all of them are. */
export function firstGap(known: { has(row: number): boolean }, first: number, last: number): number | undefined {
  for (let row = Math.max(0, first); row < last; row += 1) if (!known.has(row)) return row;
  return undefined;
}

/** How many rows to ask for from a gap on: up to the next known one, and no more than a page. */
export function gapLength(known: { has(row: number): boolean }, from: number, most: number): number {
  let length = 1;
  while (length < most && !known.has(from + length)) length += 1;
  return length;
}
