/** What was decided: by whom, when and why, the newest first. Nothing is ever taken out of it. */

import { useState } from "preact/hooks";
import type { DecisionLine } from "../api/client";
import { sayDay } from "../words/days";
import { UndoForm } from "./undoing";

const STEP = 20;

interface HistoryProps {
  readonly decisions: readonly DecisionLine[];
  readonly busy: boolean;
  readonly undo: (id: string, reason: string) => Promise<boolean>;
}

export function HistoryList({ decisions, busy, undo }: HistoryProps) {
  const [most, setMost] = useState(STEP);
  return (
    <section class="history">
      <h2>What was decided</h2>
      {decisions.length === 0 && <p class="meta">Nothing yet. Decisions stay with the archive and go out with every export.</p>}
      <ol>{decisions.slice(0, most).map((line) => <Line line={line} busy={busy} undo={undo} key={line.id} />)}</ol>
      {decisions.length > most && <button type="button" class="more-rows" onClick={() => setMost(most + STEP)}>Show older ones</button>}
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Line({ line, busy, undo }: { line: DecisionLine } & Omit<HistoryProps, "decisions">) {
  const [asking, setAsking] = useState(false);
  const verb = line.kind === "undo" ? "Put in force again" : "Undo";
  return (
    <li class={line.state}>
      <p class="said" dir="auto">{capital(line.said)}</p>
      {line.reason && <p class="reason" dir="auto">“{line.reason}”</p>}
      <p class="meta">
        <bdi>{line.author}</bdi>, <time dateTime={line.made}>{sayDay(line.made.slice(0, 10))}, {line.made.slice(11, 16)} UTC</time>
      </p>
      {line.state === "without_target" && (
        <p class="meta"><span class="badge open">Without target</span> The words that it is about are not read so any more: <bdi>{line.words.join(" … ")}</bdi></p>
      )}
      {line.state === "undone" ? (
        <span class="badge">Undone</span>
      ) : asking ? (
        <UndoForm verb={verb} said={line.said} busy={busy} keep={(reason) => void undo(line.id, reason).then((kept) => kept && setAsking(false))} close={() => setAsking(false)} />
      ) : (
        <button type="button" class="inline" disabled={busy} onClick={() => setAsking(true)}>
          {verb}<span class="visually-hidden">: {line.said}</span>
        </button>
      )}
    </li>
  );
}
