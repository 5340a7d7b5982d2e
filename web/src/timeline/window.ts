/** Which stretch of days the timeline's axis covers. */

import { dayNumber } from "../words/days";

/** First and last day number, both shown. */
export type Window = readonly [first: number, last: number];
type Dated = { readonly earliest: string; readonly latest: string };

const WIDE = 3;
const LEAST = 20;

/** From the first to the last day of all lines. */
export function everything(lines: readonly Dated[]): Window {
  const first = Math.min(...lines.map((line) => dayNumber(line.earliest)));
  const last = Math.max(...lines.map((line) => dayNumber(line.latest)));
  return [first, Math.max(last, first + 1)];
}

/** The days where most lines lie: what reports tell of years before would press the story itself into a few pixels. */
export function mainWindow(lines: readonly Dated[]): Window {
  const middles = lines.map((line) => (dayNumber(line.earliest) + dayNumber(line.latest)) / 2).sort((a, b) => a - b);
  const at = (share: number) => middles[Math.round(share * (middles.length - 1))] ?? 0;
  const [first, last] = [at(0.12), at(0.92)];
  const room = Math.max(2, (last - first) * 0.15);
  const [least, most] = everything(lines);
  return [Math.max(least, Math.floor(first - room)), Math.min(most, Math.ceil(last + room))];
}

/** The window with its middle where it was, so many times closer; never beyond the whole, never less than two days. */
export function zoomed([first, last]: Window, by: number, whole: Window): Window {
  const days = Math.min(whole[1] - whole[0], Math.max(1, Math.round((last - first) / by)));
  return within(Math.round((first + last) / 2 - days / 2), days, whole);
}

/** The window moved by a part of its width, within the whole. */
export function panned([first, last]: Window, by: number, whole: Window): Window {
  const step = Math.sign(by) * Math.max(1, Math.round((last - first) * Math.abs(by)));
  return within(first + step, last - first, whole);
}

function within(first: number, days: number, [least, most]: Window): Window {
  const start = Math.max(least, Math.min(first, most - days));
  return [start, start + days];
}

/** Whether the two differ so much that a reader should choose. */
export function isWide(lines: readonly Dated[]): boolean {
  const [first, last] = everything(lines);
  const [from, to] = mainWindow(lines);
  return last - first > LEAST && last - first > WIDE * (to - from);
}

/** Days for ticks: every day, week, month or year, as many as fit. */
export function dayTicks([first, last]: Window, most = 8): number[] {
  const steps = [1, 2, 7, 14, 30.4375, 91.3125, 365.25, 1826.25, 3652.5];
  const step = steps.find((each) => (last - first) / each <= most) ?? (last - first) / most;
  const found: number[] = [];
  for (let place = first; place <= last; place += step) found.push(Math.round(place));
  return found;
}
