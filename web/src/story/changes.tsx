/** What changed since a day: the account of the evening before laid beside the one on the screen. */

import { useState } from "preact/hooks";
import type { ChangePart, Changes, StoryPage } from "../api/client";
import { usePage } from "../api/page";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { plain, sayCount } from "../words/counts";
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
  const loaded = usePage("/api/stories/{story}/changes", { ...query, since });
  return <When loaded={loaded}>{(changes) => <Parts changes={changes} until={query.as_of} first={first} />}</When>;
}

function Parts({ changes, until, first }: { changes: Changes; until: string | undefined; first: boolean }) {
  const span = until && until !== changes.since ? `from ${sayDay(changes.since)} to ${sayDay(until)}` : until ? `on ${sayDay(until)}` : `since ${sayDay(changes.since)}`;
  return (
    <article class="brief">
      <p class="meta since">
        {sayCount(changes.reports, "report")} published {span}. {first ? "Everything is new: there was no report before." : "A change is what was not told so on the evening before."}
      </p>
      {changes.parts.length === 0 && <Empty title="Nothing changed">What these reports tell had been told before.</Empty>}
      {changes.parts.map((part) => <Part part={part} key={part.kind} />)}
    </article>
  );
}

function Part({ part }: { part: ChangePart }) {
  return (
    <section>
      <h2>{part.heading} <span class="count">{part.lines.length}</span></h2>
      <ul>
        {part.lines.map((line, number) => (
          <li dir={directionOf(line.sentence)} key={number}>
            <span class="badge">{plain(line.subject)}</span> {line.sentence} <Citations of={line.citations} />
          </li>
        ))}
      </ul>
    </section>
  );
}
