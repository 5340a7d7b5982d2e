/** The axis of days. */

import { isoOf, sayShortDay } from "../words/days";
import { dayTicks, type Window } from "./window";

export function Axis({ window }: { window: Window }) {
  const ticks = dayTicks(window, 6);
  const years = isoOf(window[0]).slice(0, 4) !== isoOf(window[1]).slice(0, 4);
  return (
    <div class="axis-row" aria-hidden="true">
      <span />
      <span class="axis-track">
        {ticks.map((tick) => (
          <span class="tick" key={tick} style={{ left: `${share(tick + 0.5, window)}%` }}>{sayShortDay(isoOf(tick), years)}</span>
        ))}
      </span>
    </div>
  );
}

/** Where a day begins, in percent of the axis. */
export function share(day: number, [first, last]: Window): number {
  return ((day - first) / (last + 1 - first)) * 100;
}
