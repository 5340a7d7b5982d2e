/** The figures: a chart for every number that moved or is given in several ways, and a list of those given once. */

import { useState } from "preact/hooks";
import type { Chart } from "../api/client";
import { usePage } from "../api/page";
import { FilterBar, TextFilter } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { Citations, merged } from "../citing/citations";
import type { StoryQuery } from "../story/story";
import { plain, sayCount } from "../words/counts";
import { sayDay } from "../words/days";
import { SeriesCard } from "./series";

const STEP = 12;

export function FiguresPage(query: StoryQuery) {
  const loaded = usePage("/api/stories/{story}/figures", { ...query });
  return (
    <When loaded={loaded}>
      {({ charts }) => (charts.length ? <All charts={charts} /> : <Empty title="No figure was found" />)}
    </When>
  );
}

function All({ charts }: { charts: readonly Chart[] }) {
  const [words, setWords] = useState("");
  const [most, setMost] = useState(STEP);
  const chosen = charts.filter((chart) => holds(chart, words));
  const moving = chosen.filter((chart) => new Set(chart.values.map((value) => value.words)).size > 1);
  const still = chosen.filter((chart) => !moving.includes(chart));
  return (
    <>
      <FilterBar shown={chosen.length} of={charts.length} noun="series" plural="series">
        <TextFilter label="What is counted, or who says it" value={words} onChange={setWords} />
      </FilterBar>
      {moving.slice(0, most).map((chart) => <SeriesCard chart={chart} key={chart.id} />)}
      {moving.length > most && <button type="button" class="more-rows" onClick={() => setMost(most + STEP)}>Show {sayCount(moving.length - most, "more chart")}</button>}
      {still.length > 0 && <Still charts={still} />}
    </>
  );
}

/** Figures that have one value only need no chart. */
function Still({ charts }: { charts: readonly Chart[] }) {
  return (
    <section class="still">
      <h2>Given with one value</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Figures given with one value">
        <table class="plain">
          <thead><tr><th>What</th><th>Value</th><th>As of</th><th>According to</th><th>In</th></tr></thead>
          <tbody>
            {charts.map((chart) => {
              const first = chart.values[0];
              return (
                <tr key={chart.id} id={chart.id}>
                  <td dir="auto">{plain(chart.label)}{chart.place && <span class="meta"> · <bdi>{chart.place}</bdi></span>}</td>
                  <td class="strong">{chart.current}</td>
                  <td class="nowrap">{first?.as_of ? sayDay(first.as_of) : "day not known"}</td>
                  <td><bdi>{[...new Set(chart.values.map((value) => value.source ?? value.outlet ?? value.origin))].slice(0, 3).join(", ")}</bdi></td>
                  <td><Citations of={merged(chart.values.flatMap((value) => value.citations))} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function holds(chart: Chart, words: string): boolean {
  const all = [chart.label, chart.unit, chart.place ?? "", ...chart.values.flatMap((value) => [value.source ?? "", value.origin, value.printed])];
  const text = all.join("\n").toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
