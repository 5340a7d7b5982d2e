/** What changed since a day: the account of the evening before laid beside the one on the screen. */

import { useState } from "preact/hooks";
import type { ChangeLine, ChangePart, Changes, StoryPage } from "../api/client";
import { type Rows, useRows } from "../api/rows";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { type RowMarks, WindowedList } from "../lists/windowed";
import { plain, sayCount, sayNumber } from "../words/counts";
import { sayDay } from "../words/days";
import { directionOf } from "../words/direction";
import type { StoryQuery } from "./story";

export function ChangesPage({ page, query }: { page: StoryPage; query: StoryQuery }) {
  const days = page.days.map((day) => day.day).filter((day) => !query.as_of || day <= query.as_of);
  const [chosen, setChosen] = useState<string>();
  const since = chosen !== undefined && days.includes(chosen) ? chosen : days.at(-1);
  if (!since) return <Empty title={query.as_of ? "Nothing had been published by this day" : "No report has a day of publication"}>Changes are told by the days on which reports were published.</Empty>;
  return (
    <div class="changes">
      <div class="filters" role="group" aria-label="Since when">
        <label class="filter">
          <span>Changed since</span>
          <select value={since} onChange={(event) => setChosen(event.currentTarget.value)}>
            {[...days].reverse().map((day) => <option value={day} key={day}>{sayDay(day)}</option>)}
          </select>
        </label>
      </div>
      <Told query={query} since={since} first={since === days[0]} />
    </div>
  );
}

function Told({ query, since, first }: { query: StoryQuery; since: string; first: boolean }) {
  const rows = useRows("/api/stories/{story}/changes", { ...query, since }, (page) => page.lines);
  return <When loaded={rows.first}>{(changes) => <Parts changes={changes} rows={rows} until={query.as_of} first={first} />}</When>;
}

interface PartsProps {
  readonly changes: Changes;
  readonly rows: Rows<Changes, ChangeLine>;
  readonly until: string | undefined;
  readonly first: boolean;
}

function Parts({ changes, rows, until, first }: PartsProps) {
  const span = until && until !== changes.since ? `from ${sayDay(changes.since)} to ${sayDay(until)}` : until ? `on ${sayDay(until)}` : `since ${sayDay(changes.since)}`;
  return (
    <article class="brief">
      <p class="meta since">
        {sayCount(changes.reports, "report")} published {span}. {first ? "Everything is new: there was no report before." : "A change is what was not told so on the evening before."}
      </p>
      {changes.found === 0 && <Empty title="Nothing changed">What these reports tell had been told before.</Empty>}
      <WindowedList as="ul" of={rows} count={changes.found} estimate={64} noun="change"
        row={(line, marks, place) => <Line line={line} marks={marks} heads={rows.at(place - 1)?.kind === line.kind ? undefined : changes.parts.find((part) => part.kind === line.kind)} key={place} />} />
    </article>
  );
}

/** A change; the first of its kind stands below the heading of all of them. */
function Line({ line, marks, heads }: { line: ChangeLine; marks: RowMarks; heads: ChangePart | undefined }) {
  return (
    <li class={heads ? "heads" : ""} {...marks}>
      {heads && <h2>{heads.heading} <span class="count">{sayNumber(heads.count)}</span></h2>}
      <p dir={directionOf(line.sentence)}><span class="badge">{plain(line.subject)}</span> {line.sentence} <Citations of={line.citations} /></p>
    </li>
  );
}
