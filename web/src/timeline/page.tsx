/** The timeline: what happened by day, with a bar as long as the time that is not known more precisely. */

import { useMemo, useState } from "preact/hooks";
import type { Lanes, Timeline, TimelineLine } from "../api/client";
import { usePage } from "../api/page";
import { type Rows, useRows } from "../api/rows";
import { Choice, FilterBar, optionsOf } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { type RowMarks, WindowedList } from "../lists/windowed";
import type { StoryQuery } from "../story/story";
import { plain } from "../words/counts";
import { isoOf, sayRange } from "../words/days";
import { directionOf } from "../words/direction";
import { LaneChart } from "./lanechart";
import { everything, isWide, mainWindow, type Window } from "./window";

type By = "type" | "actor" | "place";
const BY: readonly (readonly [By, string])[] = [["type", "by what happened"], ["actor", "by who did it"], ["place", "by where it was"]];
const OF: Readonly<Record<By, "family" | "actor" | "place">> = { type: "family", actor: "actor", place: "place" };

interface Chosen {
  readonly family: string;
  readonly place: string;
  readonly actor: string;
}

/** A day is named again after so many lines: one who comes upon the middle of a long one must not search for it. */
const AGAIN = 8;

const ANY: Chosen = { family: "", place: "", actor: "" };

export function TimelinePage(query: StoryQuery) {
  const [chosen, setChosen] = useState(ANY);
  const [by, setBy] = useState<By>("type");
  const [days, setDays] = useState<Window>();
  const between = days ? { first: isoOf(days[0]), last: isoOf(days[1]) } : {};
  const rows = useRows("/api/stories/{story}/timeline", { ...query, ...chosen, ...between }, (page) => page.lines);
  const lanes = usePage("/api/stories/{story}/timeline/lanes", { ...query, ...chosen, by });
  const choose = (change: Partial<Chosen>) => setChosen((now) => ({ ...now, ...change }));
  return (
    <When loaded={rows.first}>
      {(page) =>
        page.total === 0 ? (
          <Empty title="No event has a day yet">The reports may tell of some without saying when; the claims and the map hold them.</Empty>
        ) : (
          <>
            <FilterBar shown={page.found} of={page.total} noun="line">
              <label class="filter">
                <span>Lanes</span>
                <select value={by} onChange={(event) => setBy(event.currentTarget.value as By)}>
                  {BY.map(([key, name]) => <option value={key} key={key}>{name}</option>)}
                </select>
              </label>
              <Choice label="What" value={chosen.family} options={optionsOf(page.families, plain)} onChange={(family) => choose({ family })} all="Anything" />
              <Choice label="Who" value={chosen.actor} options={optionsOf(page.actors)} onChange={(actor) => choose({ actor })} all="Anybody" />
              <Choice label="Where" value={chosen.place} options={optionsOf(page.places)} onChange={(place) => choose({ place })} all="Anywhere" />
            </FilterBar>
            <When loaded={lanes}>
              {(drawn) => (
                <Drawn lanes={drawn} by={by} onChoose={(lane, chosenDays) => {
                  if (lane !== null) choose({ [OF[by]]: lane });
                  setDays(chosenDays);
                }} />
              )}
            </When>
            {days && (
              <p class="notice pinned">
                The list is narrowed to {sayRange(isoOf(days[0]), isoOf(days[1]))}.{" "}
                <button type="button" class="inline" onClick={() => { setDays(undefined); setChosen(ANY); }}>Show every line</button>
              </p>
            )}
            <List rows={rows} found={page.found} />
          </>
        )
      }
    </When>
  );
}

function Drawn({ lanes, by, onChoose }: { lanes: Lanes; by: By; onChoose: (lane: string | null, days: Window) => void }) {
  const marks = useMemo(() => lanes.lanes.flatMap((lane) => lane.marks), [lanes]);
  const [chosen, setWindow] = useState<Window>();
  if (marks.length === 0) return null;
  const whole = everything(marks);
  const window = chosen ?? (isWide(marks) ? mainWindow(marks) : whole);
  return (
    <>
      <LaneChart lanes={lanes} window={window} whole={whole} onWindow={setWindow} onChoose={onChoose} say={by === "type" ? plain : (name) => name} />
      <p class="legend meta">
        A dot is one day; a bar covers the days among which the reports leave it open. Larger marks are told by more independent origins; a number
        counts lines of the same days. Drag over days to come closer, choose a mark to read its lines.
      </p>
    </>
  );
}

function List({ rows, found }: { rows: Rows<Timeline, TimelineLine>; found: number }) {
  if (found === 0) return <Empty title="No line fits">Take a filter away.</Empty>;
  return (
    <>
      <WindowedList of={rows} count={found} estimate={80} noun="line" class="timeline" label="What happened"
        row={(line, marks, place) => <Line line={line} marks={marks} repeated={place % AGAIN > 0 && rows.at(place - 1)?.days === line.days} key={line.number} />} />
    </>
  );
}

function Line({ line, repeated, marks }: { line: TimelineLine; repeated: boolean; marks: RowMarks }) {
  return (
    <li class={repeated ? "repeated" : ""} {...marks}>
      <span class="days">{line.days}{line.earliest !== line.latest && <span class="open-day">exact day not known</span>}</span>
      <div class="told">
        <p dir={directionOf(line.headline)}>{line.headline} <Citations of={line.citations} /></p>
        <p class="meta">
          {[...line.families.map(plain), ...line.places].join(" · ")}
          {line.origins > 1 && <> · <b>{line.origins} independent origins</b></>}
        </p>
      </div>
    </li>
  );
}
