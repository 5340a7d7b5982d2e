/** Where the values of a series stand in its chart. */

import type { Value } from "../api/client";
import { dayNumber } from "../words/days";
import { linear, niceDomain, type Scale } from "../words/scale";

export const WIDTH = 560;
export const HEIGHT = 260;
export const EDGE = { top: 16, right: 24, bottom: 28, left: 56 };
const APART = 9;

export interface Dot {
  readonly value: Value;
  readonly x: number;
  readonly best: number;
  /** Pixels of the bounds; null where the value is open on that side. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface Layout {
  readonly dots: readonly Dot[];
  readonly days: readonly [number, number];
  readonly domain: readonly [number, number];
  readonly x: Scale;
  readonly y: Scale;
}

/** Values by the day for which they hold; those of one day stand side by side. Values without a day are in the table only. */
export function layoutOf(values: readonly Value[]): Layout {
  const dated = values.flatMap((value) => (value.as_of ? [{ value, day: dayNumber(value.as_of) }] : []));
  const numbers = dated.flatMap(({ value }) => [value.low, value.high, value.best].filter((each) => each !== null));
  const days: [number, number] = [Math.min(...dated.map(({ day }) => day)), Math.max(...dated.map(({ day }) => day))];
  const domain = niceDomain(Math.min(...numbers), Math.max(...numbers));
  const room = 14 + APART * 2;
  const x = linear(days, [EDGE.left + room, WIDTH - EDGE.right - room]);
  const y = linear(domain, [HEIGHT - EDGE.bottom, EDGE.top]);
  const dots = dated.map(({ value, day }, number) => {
    const same = dated.filter((other) => other.day === day);
    const place = same.findIndex((other) => other === dated[number]);
    const apart = Math.min(APART, 56 / Math.max(1, same.length - 1));
    return {
      value,
      x: x(day) + (place - (same.length - 1) / 2) * apart,
      best: y(value.best),
      low: value.low === null ? null : y(value.low),
      high: value.high === null ? null : y(value.high),
    };
  });
  return { dots, days, domain, x, y };
}

/** The steps from each origin's value to its next one. */
export function revisions(dots: readonly Dot[]): readonly (readonly [Dot, Dot])[] {
  const last = new Map<string, Dot>();
  const found: [Dot, Dot][] = [];
  for (const dot of dots) {
    const former = last.get(dot.value.origin);
    if (former) found.push([former, dot]);
    last.set(dot.value.origin, dot);
  }
  return found;
}
