/** The figures: a chart for every number that moved or is given in several ways, and a list of those given once. */

import { useState } from "preact/hooks";
import type { Chart } from "../api/client";
import { useRows } from "../api/rows";
import { FilterBar, TextFilter } from "../chrome/filters";
import { More } from "../chrome/more";
import { Empty, When } from "../chrome/states";
import { Citations, merged } from "../citing/citations";
import type { StoryQuery } from "../story/story";
import { plain } from "../words/counts";
import { sayDay } from "../words/days";
import { SeriesCard } from "./series";

export function FiguresPage(query: StoryQuery) {
  const [words, setWords] = useState("");
  const rows = useRows("/api/stories/{story}/figures", { ...query, words, most: "20" }, (page) => page.charts);
  return (
    <When loaded={rows.first}>
      {(page) => {
        if (page.total === 0) return <Empty title="No figure was found">The reports give no number of anything that is counted.</Empty>;
        const moving = rows.rows.filter(moves);
        const still = rows.rows.filter((chart) => !moves(chart));
        return (
          <>
            <FilterBar shown={page.found} of={page.total} noun="series" plural="series">
              <TextFilter label="What is counted, or who says it" value={words} onChange={setWords} />
            </FilterBar>
            {page.found === 0 && <Empty title="No series fits">Take a word away.</Empty>}
            {moving.map((chart) => <SeriesCard chart={chart} key={chart.id} />)}
            {still.length > 0 && <Still charts={still} />}
            <More of={rows} found={page.found} noun="series" plural="series" />
          </>
        );
      }}
    </When>
  );
}

function moves(chart: Chart): boolean {
  return new Set(chart.values.map((value) => value.words)).size > 1;
}

/** Figures that have one value only need no chart. */
function Still({ charts }: { charts: readonly Chart[] }) {
  return (
    <section class="still">
      <h2>Given with one value</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Figures given with one value">
        <table class="plain stacks">
          <thead><tr><th>What</th><th>Value</th><th>As of</th><th>According to</th><th>In</th></tr></thead>
          <tbody>
            {charts.map((chart) => {
              const first = chart.values[0];
              return (
                <tr key={chart.id} id={chart.id}>
                  <td dir="auto" class="head">{plain(chart.label)}{chart.place && <span class="meta"> · <bdi>{chart.place}</bdi></span>}</td>
                  <td class="strong" data-label="Value">{chart.current}</td>
                  <td class="nowrap" data-label="As of">{first?.as_of ? sayDay(first.as_of) : "day not known"}</td>
                  <td data-label="According to"><bdi>{[...new Set(chart.values.map((value) => value.source ?? value.outlet ?? value.origin))].slice(0, 3).join(", ")}</bdi></td>
                  <td data-label="In"><Citations of={merged(chart.values.flatMap((value) => value.citations))} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
