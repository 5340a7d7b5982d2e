/** The timeline: what happened by day, with a bar as long as the time that is not known more precisely. */

import { useState } from "preact/hooks";
import type { TimelineLine } from "../api/client";
import { usePage } from "../api/page";
import { Choice, FilterBar } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import type { StoryQuery } from "../story/story";
import { plain, sayCount } from "../words/counts";
import { Axis, Track } from "./track";
import { everything, isWide, mainWindow } from "./window";

const STEP = 150;

export function TimelinePage(query: StoryQuery) {
  const loaded = usePage("/api/stories/{story}/timeline", { ...query });
  return (
    <When loaded={loaded}>
      {({ lines }) => (lines.length ? <Timeline lines={lines} /> : <Empty title="No event has a day yet" />)}
    </When>
  );
}

function Timeline({ lines }: { lines: readonly TimelineLine[] }) {
  const [family, setFamily] = useState("");
  const [place, setPlace] = useState("");
  const [actor, setActor] = useState("");
  const [zoom, setZoom] = useState("");
  const [most, setMost] = useState(STEP);
  const chosen = lines.filter(
    (line) =>
      (!family || line.families.includes(family)) &&
      (!place || line.places.includes(place)) &&
      (!actor || line.actors.includes(actor)),
  );
  const window = zoom === "all" || !isWide(lines) ? everything(lines) : mainWindow(lines);
  return (
    <>
      <FilterBar shown={chosen.length} of={lines.length} noun="line">
        <Choice label="What" value={family} options={names(lines, "families").map((each) => [each, plain(each)])} onChange={setFamily} />
        <Choice label="Where" value={place} options={names(lines, "places").map((each) => [each, each])} onChange={setPlace} />
        <Choice label="Who" value={actor} options={names(lines, "actors").map((each) => [each, each])} onChange={setActor} />
        {isWide(lines) && (
          <label class="filter"><span>Days</span>
            <select value={zoom} onChange={(event) => setZoom(event.currentTarget.value)}>
              <option value="">Where most happened</option>
              <option value="all">From first to last</option>
            </select>
          </label>
        )}
      </FilterBar>
      <div class="timeline">
        <Axis window={window} />
        <ol>
          {chosen.slice(0, most).map((line, number) => (
            <Line line={line} window={window} repeated={chosen[number - 1]?.days === line.days} key={number} />
          ))}
        </ol>
      </div>
      {chosen.length > most && <button type="button" class="more-rows" onClick={() => setMost(most + STEP)}>Show {sayCount(chosen.length - most, "more line")}</button>}
      <p class="legend meta">
        A dot is one day; a bar covers the days among which the reports leave it open. Thicker marks are told by more independent origins.
      </p>
    </>
  );
}

function Line({ line, window, repeated }: { line: TimelineLine; window: readonly [number, number]; repeated: boolean }) {
  return (
    <li class={repeated ? "repeated" : ""}>
      <span class="days">{line.days}</span>
      <Track line={line} window={window} />
      <div class="told">
        <p dir="auto">{line.headline} <Citations of={line.citations} /></p>
        <p class="meta">
          {[...line.families.map(plain), ...line.places].join(" · ")}
          {line.origins > 1 && <> · <b>{line.origins} independent origins</b></>}
        </p>
      </div>
    </li>
  );
}

function names(lines: readonly TimelineLine[], key: "families" | "places" | "actors"): string[] {
  const counted = new Map<string, number>();
  for (const name of lines.flatMap((line) => line[key])) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted.keys()].sort((one, other) => (counted.get(other) ?? 0) - (counted.get(one) ?? 0) || one.localeCompare(other));
}
