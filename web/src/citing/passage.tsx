/** The card that shows cited words in the passage around them. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Cited, Piece, ReportLine } from "../api/client";
import { usePage } from "../api/page";
import { spansText } from "../router";
import { nameOf } from "./reports";

const MARGIN = 12;

export function PassageCard({ cited, report, anchor }: { cited: Cited; report: ReportLine | undefined; anchor: Element }) {
  const card = useRef<HTMLSpanElement>(null);
  const { data, trouble } = usePage("/api/reports/{report}/passage", { report: cited.report, spans: spansText(cited.spans) });
  useLayoutEffect(() => {
    if (card.current) place(card.current, anchor.getBoundingClientRect());
  }, [data, anchor]);
  return (
    <span class="card passage-card" role="tooltip" ref={card}>
      <span class="card-head">
        <b>{cited.number}</b> <bdi>{nameOf(report)}</bdi>
      </span>
      {data && <Pieces pieces={data.pieces} />}
      {trouble && <span>{trouble.problem}</span>}
    </span>
  );
}

/** A passage with its cited words marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span class="passage" dir="auto">
      {pieces.map((piece, number) => (piece.cited ? <mark key={number}>{piece.text}</mark> : piece.text))}
    </span>
  );
}

/** Below its anchor, or above it where there is more room; always within the window. */
function place(card: HTMLElement, anchor: DOMRect): void {
  const width = card.offsetWidth;
  const left = Math.min(Math.max(MARGIN, anchor.left - 24), innerWidth - width - MARGIN);
  const below = innerHeight - anchor.bottom > card.offsetHeight + MARGIN || anchor.top < innerHeight / 2;
  card.style.left = `${left}px`;
  card.style.top = below ? `${anchor.bottom}px` : "auto";
  card.style.bottom = below ? "auto" : `${innerHeight - anchor.top}px`;
}
