/** The figures: a chart for every number that moved or is given in several ways, and a list of those given once. */

import { useState } from "preact/hooks";
import type { Chart, Figures } from "../api/client";
import { type Rows, useRows } from "../api/rows";
import { FilterBar, TextFilter } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { Citations, merged } from "../citing/citations";
import { type RowMarks, WindowedList, WindowedTable } from "../lists/windowed";
import { Link, storyHref } from "../router";
import type { StoryQuery } from "../story/story";
import { plain } from "../words/counts";
import { sayDay } from "../words/days";
import { IncidentTable } from "./incidents";
import { SeriesCard } from "./series";

export function FiguresPage({ series, ...query }: StoryQuery & { series: string | undefined }) {
  return (
    <>
      {!series && <IncidentTable {...query} />}
      <Charts {...query} series={series} />
    </>
  );
}

function Charts({ series, ...query }: StoryQuery & { series: string | undefined }) {
  const [words, setWords] = useState("");
  const rows = useRows("/api/stories/{story}/figures", { ...query, series, words, most: "20" }, (page) => page.charts);
  return (
    <When loaded={rows.first}>
      {(page) => {
        if (page.total === 0) return <Empty title="No figure was found">The reports give no number of anything that is counted.</Empty>;
        return (
          <>
            {series ? (
              <p class="notice">One series is shown. <Link href={storyHref(query.story, "figures", { as_of: query.as_of })}>Show all {page.total}</Link></p>
            ) : (
              <FilterBar shown={page.found} of={page.total} noun="series" plural="series">
                <TextFilter label="What is counted, or who says it" value={words} onChange={setWords} />
              </FilterBar>
            )}
            {page.found === 0 && <Empty title={series ? "On this day the series had no value yet" : "No series fits"}>{series ? "Move the slider to a later one." : "Take a word away."}</Empty>}
            {page.moving > 0 && (
              <WindowedList of={rows} count={page.moving} estimate={430} noun="series" plural="series" label="Series that moved"
                row={(chart, marks) => <li key={chart.id} class="one-series" {...marks}><SeriesCard chart={chart} /></li>} />
            )}
            {page.found > page.moving && <Still rows={rows} page={page} />}
          </>
        );
      }}
    </When>
  );
}

/** Figures that have one value only need no chart. */
function Still({ rows, page }: { rows: Rows<Figures, Chart>; page: Figures }) {
  return (
    <section class="still">
      <h2>Given with one value</h2>
      <WindowedTable of={rows} from={page.moving} count={page.found - page.moving} estimate={44} columns={5} noun="series" plural="series" label="Figures given with one value" class="plain stacks"
        head={<><th>What</th><th>Value</th><th>As of</th><th>According to</th><th>In</th></>}
        row={(chart, marks) => <Line chart={chart} marks={marks} key={chart.id} />} />
    </section>
  );
}

function Line({ chart, marks }: { chart: Chart; marks: RowMarks }) {
  const first = chart.values[0];
  return (
    <tr id={chart.id} {...marks}>
      <td class="head"><bdi>{plain(chart.label)}</bdi>{chart.place && <span class="meta"> · <bdi>{chart.place}</bdi></span>}</td>
      <td class="strong" data-label="Value">{chart.current}</td>
      <td class="nowrap" data-label="As of">{first?.as_of ? sayDay(first.as_of) : "day not known"}</td>
      <td data-label="According to"><bdi>{[...new Set(chart.values.map((value) => value.source ?? value.outlet ?? value.origin))].slice(0, 3).join(", ")}</bdi></td>
      <td data-label="In"><Citations of={merged(chart.values.flatMap((value) => value.citations))} /></td>
    </tr>
  );
}
