/** One series: its chart, the table of its values, and both to take away. */

import { useMemo, useRef, useState } from "preact/hooks";
import type { Chart, Value } from "../api/client";
import { Citations } from "../citing/citations";
import { plain, sayCount } from "../words/counts";
import { sayDay, sayShortDay } from "../words/days";
import { colourOf, coloursOf } from "./colours";
import { pictureOf } from "./picture";
import { saveCsv, savePng, saveSvg } from "./saving";
import { SeriesChart } from "./chart";

/** Units that the label's own noun says better: "homes without power" are counted in buildings. */
const COUNTED: ReadonlySet<string> = new Set(["people", "buildings", "vehicles", "animals", "events", "things"]);

export function SeriesCard({ chart }: { chart: Chart }) {
  const drawing = useRef<SVGSVGElement>(null);
  const colours = useMemo(() => coloursOf(chart.values), [chart]);
  const name = chart.label.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  const drawable = chart.values.some((value) => value.as_of);
  const withPicture = (save: (picture: SVGSVGElement) => unknown) => drawing.current && void save(pictureOf(drawing.current, chart, colours));
  return (
    <article class="series" id={chart.id} aria-label={plain(chart.label)}>
      <header>
        <div>
          <h2 dir="auto">{plain(chart.label)}</h2>
          <p class="meta">
            {chart.place && <bdi class="apart">{chart.place}</bdi>}
            {!COUNTED.has(chart.unit) && !chart.label.includes(chart.unit) && <span class="apart">in {chart.unit}</span>}
            {chart.revised && <span class="badge">Revised</span>}
            {chart.disputed && <span class="badge open">In dispute</span>}
          </p>
        </div>
        <p class="now">
          <span class="meta">latest{chart.current_as_of && `, ${sayDay(chart.current_as_of)}`}</span>
          <b>{chart.current}</b>
        </p>
      </header>
      <div class="series-body">
        <SeriesChart chart={chart} colours={colours} svg={drawing} />
        <Values values={chart.values} colours={colours} label={chart.label} />
      </div>
      <footer>
        {drawable && (
          <>
            <button type="button" class="quiet" onClick={() => withPicture((picture) => savePng(picture, name))}>Save as PNG</button>
            <button type="button" class="quiet" onClick={() => withPicture((picture) => saveSvg(picture, name))}>Save as SVG</button>
          </>
        )}
        <button type="button" class="quiet" onClick={() => saveCsv(chart, name)}>Save as CSV</button>
      </footer>
    </article>
  );
}

/** Of very many values the first; the rest on demand, since a page has many tables. */
const FEW = 10;

function said(value: Value): string {
  return value.source ?? value.outlet ?? "";
}

function Values({ values, colours, label }: { values: readonly Value[]; colours: ReadonlyMap<string, number>; label: string }) {
  const [all, setAll] = useState(false);
  const shown = all || values.length <= FEW * 1.5 ? values : values.slice(-FEW);
  return (
    <div class="scroll values" tabIndex={0} role="region" aria-label={`Values: ${label}`}>
      <table class="plain">
        <thead><tr><th>As of</th><th>Value</th><th>According to</th><th>Origin</th><th>In</th></tr></thead>
        <tbody>
          {shown.map((value, number) => (
            <tr key={number}>
              <td class="nowrap">{value.as_of ? sayShortDay(value.as_of) : "?"}</td>
              <td class="strong" title={`Printed: ${value.printed}`}>{value.words}</td>
              <td class={said(value) === value.origin ? "as-origin" : ""}><bdi>{said(value)}</bdi></td>
              <td><span class="origin"><span class={`swatch ${colourOf(colours, value.origin)}`} aria-hidden="true" /><bdi>{value.origin}</bdi></span></td>
              <td><Citations of={value.citations} most={4} reports={value.reports} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < values.length && <button type="button" class="inline all-values" onClick={() => setAll(true)}>Show all {sayCount(values.length, "value")}; these are the last {FEW}</button>}
    </div>
  );
}
