/** Linear scales and round ticks. */

export type Scale = (value: number) => number;

/** From a domain to a range of pixels; a domain of one value lies in the middle. */
export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  if (high === low) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** About `count` round numbers that cover the domain: steps of 1, 2, 5 times a power of ten, never below `least`. */
export function ticks(low: number, high: number, count: number, least = 0): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(least, ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power);
  const found: number[] = [];
  for (let place = Math.ceil(low / step); place * step <= high + step * 1e-9; place += 1) {
    found.push(Number((place * step).toPrecision(12)));
  }
  return found;
}

/** The domain widened to whole steps; from zero where the lowest value is less than half of the highest. */
export function niceDomain(low: number, high: number): [number, number] {
  const floor = low >= 0 && low < high / 2 ? 0 : low;
  if (floor === high) return high === 0 ? [0, 1] : [Math.min(0, high), Math.max(0, high) * 1.2];
  const [first, second] = ticks(floor, high, 4);
  const step = first !== undefined && second !== undefined ? second - first : high - floor;
  return [Math.floor(floor / step) * step, Math.ceil((high * 1.0001) / step) * step];
}
