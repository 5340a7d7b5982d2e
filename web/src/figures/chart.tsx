/** The chart of a series: each value as a dot with its range, open ends as arrows, an origin's revisions joined. */

import type { RefObject } from "preact";
import type { Chart } from "../api/client";
import { plain, sayNumber } from "../words/counts";
import { isoOf, sayDay, sayShortDay } from "../words/days";
import { ticks } from "../words/scale";
import { dayTicks } from "../timeline/window";
import { colourOf } from "./colours";
import { type Dot, EDGE, HEIGHT, type Layout, layoutOf, revisions, WIDTH } from "./layout";

const ARROW = 14;
/** From so many values on the lines between them would hide them. */
const DENSE = 80;

interface Props {
  chart: Chart;
  colours: ReadonlyMap<string, number>;
  svg: RefObject<SVGSVGElement | null>;
}

export function SeriesChart({ chart, colours, svg }: Props) {
  const layout = layoutOf(chart.values);
  if (layout.dots.length === 0) return <p class="meta">No value holds for a known day.</p>;
  return (
    <svg ref={svg} class={layout.dots.length > DENSE ? "chart dense" : "chart"} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${plain(chart.label)}: ${spoken(chart)}`}>
      <Grid layout={layout} />
      {revisions(layout.dots).map(([from, to], number) => (
        <line key={number} class={`joined ${colourOf(colours, from.value.origin)}`} x1={from.x} y1={from.best} x2={to.x} y2={to.best} />
      ))}
      {layout.dots.map((dot, number) => <Mark dot={dot} colour={colourOf(colours, dot.value.origin)} key={number} />)}
    </svg>
  );
}

function Grid({ layout: { days, domain, x, y } }: { layout: Layout }) {
  const least = Number.isInteger(domain[0]) && domain[1] - domain[0] >= 4 ? 1 : 0;
  return (
    <g>
      {ticks(domain[0], domain[1], 4, least).map((value) => (
        <g key={value}>
          <line class="grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(value)} y2={y(value)} />
          <text class="tick" x={EDGE.left - 8} y={y(value) + 4} text-anchor="end">{sayNumber(value)}</text>
        </g>
      ))}
      {dayTicks([days[0], days[1]], 6).map((day) => (
        <g key={day}>
          <line class="tick-mark" x1={x(day)} x2={x(day)} y1={HEIGHT - EDGE.bottom} y2={HEIGHT - EDGE.bottom + 4} />
          <text class="tick" x={x(day)} y={HEIGHT - 8} text-anchor="middle">{sayShortDay(isoOf(day))}</text>
        </g>
      ))}
      <line class="axis" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={HEIGHT - EDGE.bottom} y2={HEIGHT - EDGE.bottom} />
    </g>
  );
}

function Mark({ dot: { value, x, best, low, high }, colour }: { dot: Dot; colour: string }) {
  const said = `${value.words}${value.as_of ? ` on ${sayDay(value.as_of)}` : ""}, according to ${value.source ?? value.outlet ?? value.origin}`;
  return (
    <g class={`mark ${colour}`}>
      <title>{said}</title>
      {low !== null && high !== null && low !== high && <line class="range" x1={x} x2={x} y1={low} y2={high} />}
      {high === null && <Arrow x={x} from={best} by={-ARROW} />}
      {low === null && <Arrow x={x} from={best} by={ARROW} />}
      <circle cx={x} cy={best} r="4.5" />
      <rect class="hit" x={x - 8} y={Math.min(best, high ?? best) - 12} width="16" height={Math.abs((low ?? best) - (high ?? best)) + 24} />
    </g>
  );
}

/** An open end: "at least" points up, "up to" points down. */
function Arrow({ x, from, by }: { x: number; from: number; by: number }) {
  const tip = from + by;
  const back = tip - Math.sign(by) * 5;
  return <path class="open-end" d={`M${x} ${from}V${tip}M${x - 4} ${back}L${x} ${tip}L${x + 4} ${back}`} />;
}

function spoken(chart: Chart): string {
  return chart.values.map((value) => `${value.as_of ? sayDay(value.as_of) : "day not known"} ${value.words}`).join("; ");
}
