/** How many reports were published on each day, as small bars over the calendar. */

import type { DayCount } from "../api/client";
import { sayCount } from "../words/counts";
import { dayNumber, sayDay } from "../words/days";

const WIDTH = 160;
const HEIGHT = 32;

export function Activity({ days }: { days: readonly DayCount[] }) {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const start = dayNumber(first.day);
  const span = dayNumber(last.day) - start + 1;
  const most = Math.max(...days.map((day) => day.reports));
  const bar = Math.max(1.5, Math.min(10, WIDTH / span - 1));
  const reports = days.reduce((sum, day) => sum + day.reports, 0);
  return (
    <svg class="activity" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img"
      aria-label={`${sayCount(reports, "report")} from ${sayDay(first.day)} to ${sayDay(last.day)}`}>
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="axis" />
      {days.map((day) => {
        const height = Math.max(3, (day.reports / most) * (HEIGHT - 4));
        const left = span === 1 ? 0 : ((dayNumber(day.day) - start) / (span - 1)) * (WIDTH - bar);
        return <rect key={day.day} x={left} y={HEIGHT - 1 - height} width={bar} height={height} class="bar-fill" />;
      })}
    </svg>
  );
}
