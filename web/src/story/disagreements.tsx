/** The disagreements: both sides, side by side, in the reports' words, and the reason why both cannot hold. */

import type { Dispute, Voice } from "../api/client";
import { usePage } from "../api/page";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { Pieces } from "../citing/passage";
import { plain } from "../words/counts";
import { sayDay } from "../words/days";
import type { StoryQuery } from "./story";

const STATUS: Readonly<Record<string, string>> = {
  open: "Open",
  superseded: "Superseded by a later value",
  within_report: "Within one report",
  scope: "Of different scope",
};

export function DisagreementsPage(query: StoryQuery) {
  const loaded = usePage("/api/stories/{story}/disagreements", { ...query });
  return (
    <When loaded={loaded}>
      {({ disputes }) =>
        disputes.length === 0 ? (
          <Empty title="No disagreement was found">The reports may still differ in ways that are not understood; compare them.</Empty>
        ) : (
          <div class="disputes">{disputes.map((dispute) => <Card dispute={dispute} key={dispute.id} />)}</div>
        )
      }
    </When>
  );
}

function Card({ dispute }: { dispute: Dispute }) {
  return (
    <article class={`dispute ${dispute.status}`}>
      <header>
        <p class="kicker">
          <span class={dispute.status === "open" ? "badge open" : "badge"}>{STATUS[dispute.status] ?? dispute.status}</span>{" "}
          {plain(dispute.kind)}
        </p>
        <h2 dir="auto">{dispute.reason}</h2>
      </header>
      <div class="sides">
        {dispute.sides.map((side) => (
          <section key={side.says}>
            <h3 dir="auto">{side.says}</h3>
            {side.voices.map((voice, number) => <Said voice={voice} key={number} />)}
          </section>
        ))}
      </div>
    </article>
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
