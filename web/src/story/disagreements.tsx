/** The disagreements: both sides, side by side, in the reports' words, and the reason why both cannot hold. */

import { useState } from "preact/hooks";
import type { Dispute, Voice } from "../api/client";
import { useRows } from "../api/rows";
import { Choice, FilterBar, optionsOf } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { Pieces } from "../citing/passage";
import { type RowMarks, WindowedList } from "../lists/windowed";
import { plain, sayCount } from "../words/counts";
import { sayDay } from "../words/days";
import { directionOf } from "../words/direction";
import type { StoryQuery } from "./story";

const STATUS: Readonly<Record<string, string>> = {
  open: "Open",
  superseded: "Superseded by a later value",
  within_report: "Within one report",
  scope: "Of different scope",
};

export function DisagreementsPage(query: StoryQuery) {
  const [status, setStatus] = useState("");
  const rows = useRows("/api/stories/{story}/disagreements", { ...query, status, most: "20" }, (page) => page.disputes);
  return (
    <When loaded={rows.first}>
      {(page) =>
        page.total === 0 ? (
          <Empty title="No disagreement was found">The reports may still differ in ways that are not understood; compare them.</Empty>
        ) : (
          <>
            <FilterBar shown={page.found} of={page.total} noun="disagreement">
              <Choice label="Status" value={status} options={optionsOf(page.statuses, (each) => STATUS[each] ?? each)} onChange={setStatus} />
            </FilterBar>
            <WindowedList of={rows} count={page.found} estimate={320} noun="disagreement" class="disputes" label="Disagreements"
              row={(dispute, marks) => <Card dispute={dispute} marks={marks} key={dispute.id} />} />
          </>
        )
      }
    </When>
  );
}

function Card({ dispute, marks }: { dispute: Dispute; marks: RowMarks }) {
  return (
    <li {...marks}><article class={`dispute ${dispute.status}`}>
      <header>
        <p class="kicker">
          <span class={dispute.status === "open" ? "badge open" : "badge"}>{STATUS[dispute.status] ?? dispute.status}</span>{" "}
          {plain(dispute.kind)}
        </p>
        <h2 dir={directionOf(dispute.reason)}>{dispute.reason}</h2>
      </header>
      <div class="sides">
        {dispute.sides.map((side) => (
          <section key={side.says}>
            <h3 dir="auto">{side.says}</h3>
            {side.voices.map((voice, number) => <Said voice={voice} key={number} />)}
            {side.more > 0 && <p class="meta further">and {sayCount(side.more, "further voice")}</p>}
          </section>
        ))}
      </div>
    </article></li>
  );
}

function Said({ voice }: { voice: Voice }) {
  return (
    <figure class="voice">
      <blockquote><Pieces pieces={voice.passage} /></blockquote>
      <figcaption class="meta">
        <b><bdi>{voice.source ?? voice.outlet ?? "The outlet itself"}</bdi></b>
        {voice.via.length > 0 && <> by way of <bdi>{voice.via.join(", ")}</bdi></>}
        {" · "}<bdi>{voice.outlet}</bdi>{voice.published && `, ${sayDay(voice.published)}`} <Citations of={voice.citations} />
      </figcaption>
    </figure>
  );
}
