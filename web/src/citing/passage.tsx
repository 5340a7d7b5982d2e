/** The card that shows cited words in the passage around them. */

import type { Cited, Piece } from "../api/client";
import { usePage } from "../api/page";
import { spansText } from "../router";
import { directionOf } from "../words/direction";
import { Card } from "./hover";

export function PassageCard({ cited, name, anchor }: { cited: Cited; name: string; anchor: Element }) {
  const { data, trouble } = usePage("/api/reports/{report}/passage", { report: cited.report, spans: spansText(cited.spans) });
  return (
    <Card anchor={anchor} class="passage-card">
      <span class="card-head">
        <b>{cited.number}</b> <bdi>{name}</bdi>
      </span>
      {data && <Pieces pieces={data.pieces} />}
      {trouble && <span>{trouble.problem}</span>}
    </Card>
  );
}

/** A passage with its cited words marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span class="passage" dir={directionOf(pieces.map((piece) => piece.text).join(""))}>
      {pieces.map((piece, number) => (piece.cited ? <mark key={number}>{piece.text}</mark> : piece.text))}
    </span>
  );
}
