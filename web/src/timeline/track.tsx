/** When something happened, drawn as a dot or a bar on the axis of days. */

import type { TimelineLine } from "../api/client";
import { dayNumber, isoOf, sayShortDay } from "../words/days";
import { dayTicks, type Window } from "./window";

const THICKEST = 4;

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
      <span />
    </div>
  );
}

export function Track({ line, window }: { line: TimelineLine; window: Window }) {
  const first = dayNumber(line.earliest);
  const last = dayNumber(line.latest);
  const weight = `w${Math.min(THICKEST, line.origins)}`;
  if (last < window[0]) return <span class="track"><span class="beyond left" aria-hidden="true">◂ earlier</span></span>;
  if (first > window[1]) return <span class="track"><span class="beyond right" aria-hidden="true">later ▸</span></span>;
  const from = share(Math.max(first, window[0]), window);
  const to = share(Math.min(last + 1, window[1] + 1), window);
  const open = `${first < window[0] ? " open-left" : ""}${last > window[1] ? " open-right" : ""}`;
  return (
    <span class="track" aria-hidden="true">
      {first === last ? (
        <span class={`dot ${weight}`} style={{ left: `${(from + to) / 2}%` }} />
      ) : (
        <span class={`span ${weight}${open}`} style={{ left: `${from}%`, width: `${Math.max(1.5, to - from)}%` }} />
      )}
    </span>
  );
}

/** Where a day begins, in percent of the axis. */
function share(day: number, [first, last]: Window): number {
  return ((day - first) / (last + 1 - first)) * 100;
}
