/** The timeline drawn: a lane for each actor, place or type; zoomed by dragging over days, buttons or keys. */

import type { TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { LaneRow, Lanes } from "../api/client";
import { sayCount } from "../words/counts";
import { isoOf, sayRange } from "../words/days";
import { type Placed, placed } from "./lanes";
import { Axis, share } from "./axis";
import { panned, type Window, zoomed } from "./window";

const THICKEST = 4;
const ROW = 20;
const LEAST_DRAG = 8;
/** Percent of the axis that a day takes up where a number beside a mark lies over no other mark. */
const ROOMY = 3;

interface Props {
  lanes: Lanes;
  window: Window;
  /** The widest window that there is any use for. */
  whole: Window;
  onWindow: (window: Window) => void;
  /** A mark was chosen: its lane and its days. */
  onChoose: (lane: string | null, days: Window) => void;
  say: (name: string) => string;
}

export function LaneChart({ lanes, window, whole, onWindow, onChoose, say }: Props) {
  const brush = useBrush(window, onWindow);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const next = moves[event.key]?.(window, whole);
    if (!next) return;
    onWindow(next);
    event.preventDefault();
  };
  const marks = lanes.lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
  return (
    <section class="lanes" tabIndex={0} role="group" onKeyDown={onKeyDown}
      aria-label={`Timeline in ${sayCount(lanes.lanes.length, "lane")}, ${sayRange(isoOf(window[0]), isoOf(window[1]))}; arrow keys move it, plus and minus change its scale. ${sayCount(marks, "mark")}, all of which the list below tells.`}>
      <div class="lane-buttons">
        <span class="meta">{sayRange(isoOf(window[0]), isoOf(window[1]))}</span>
        <button type="button" aria-label="Earlier days" onClick={() => onWindow(panned(window, -0.5, whole))}>←</button>
        <button type="button" aria-label="Later days" onClick={() => onWindow(panned(window, 0.5, whole))}>→</button>
        <button type="button" aria-label="Closer" onClick={() => onWindow(zoomed(window, 2, whole))}>+</button>
        <button type="button" aria-label="Further away" onClick={() => onWindow(zoomed(window, 0.5, whole))}>−</button>
        <button type="button" onClick={() => onWindow(whole)} disabled={window[0] === whole[0] && window[1] === whole[1]}>All days</button>
      </div>
      <div class="lane-rows" {...brush.handlers}>
        <Axis window={window} />
        {brush.shown && <div class="brush-frame" aria-hidden="true"><span /><span><i class="brush" style={brush.shown} /></span></div>}
        {lanes.lanes.map((lane) => <Lane lane={lane} window={window} onChoose={onChoose} say={say} key={lane.name ?? ""} />)}
      </div>
      {lanes.left_out > 0 && <p class="meta">{sayCount(lanes.left_out, "line")} with the fewest origins are only in the list.</p>}
    </section>
  );
}

const moves: Readonly<Record<string, (window: Window, whole: Window) => Window>> = {
  ArrowLeft: (window, whole) => panned(window, -0.25, whole),
  ArrowRight: (window, whole) => panned(window, 0.25, whole),
  "+": (window, whole) => zoomed(window, 2, whole),
  "=": (window, whole) => zoomed(window, 2, whole),
  "-": (window, whole) => zoomed(window, 0.5, whole),
};

function Lane({ lane, window, onChoose, say }: { lane: LaneRow } & Pick<Props, "window" | "onChoose" | "say">) {
  const marks = useMemo(() => placed(lane.marks, window), [lane, window]);
  const rows = Math.max(1, ...marks.map((mark) => mark.row + 1));
  return (
    <div class="lane">
      <span class="lane-name"><bdi>{lane.name === null ? "Others" : say(lane.name)}</bdi> <span class="count">{lane.marks.length}</span></span>
      <span class="lane-track" style={{ height: `${rows * ROW + 8}px` }}>
        {marks.map((mark) => <Mark mark={mark} window={window} choose={() => onChoose(lane.name, [mark.first, mark.last])} key={`${mark.first} ${mark.last}`} />)}
      </span>
    </div>
  );
}

function Mark({ mark, window, choose }: { mark: Placed; window: Window; choose: () => void }) {
  const { first, last, lines, origins, row } = mark;
  const from = share(Math.max(first, window[0]), window);
  const to = share(Math.min(last + 1, window[1] + 1), window);
  const weight = `w${Math.min(THICKEST, origins)}`;
  const top = `${row * ROW + ROW / 2 + 4}px`;
  const open = `${first < window[0] ? " open-left" : ""}${last > window[1] ? " open-right" : ""}`;
  // Reached by keyboard through the list, which tells the same: hundreds of stops would be in the way.
  const shared = { class: "", onClick: choose, tabIndex: -1, title: titleOf(mark), type: "button" as const, "aria-hidden": true };
  const roomy = share(1, window) - share(0, window) >= ROOMY;
  const count = roomy && lines.length > 1 ? <b>{lines.length}</b> : null;
  return first === last ? (
    <button {...shared} class={`dot ${weight}`} style={{ left: `${(from + to) / 2}%`, top }}>{count}</button>
  ) : (
    <button {...shared} class={`span ${weight}${open}`} style={{ left: `${from}%`, width: `${Math.max(1.2, to - from)}%`, top }}>{count}</button>
  );
}

const TOLD = 5;

function titleOf({ first, last, lines, origins }: Placed): string {
  const more = lines.length > TOLD ? [`and ${lines.length - TOLD} more`] : [];
  const head = `${sayRange(isoOf(first), isoOf(last))} · ${sayCount(origins, "independent origin")}`;
  return [head, ...lines.slice(0, TOLD).map((line) => line.title), ...more].join("\n");
}

/** Days chosen by dragging over them. */
function useBrush(window: Window, onWindow: (window: Window) => void) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const track = useRef<DOMRect>(undefined);
  const at = (x: number) => {
    const box = track.current;
    return box ? Math.min(1, Math.max(0, (x - box.left) / box.width)) : 0;
  };
  const dayAt = (part: number) => window[0] + part * (window[1] + 1 - window[0]);
  const handlers = {
    onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => {
      const plot = event.currentTarget.querySelector(".axis-track");
      if (event.button || event.pointerType === "touch" || !plot || (event.target as Element).closest("button")) return;
      track.current = plot.getBoundingClientRect();
      if (event.clientX < track.current.left) return;
      setDrag({ from: event.clientX, to: event.clientX });
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => drag && setDrag({ ...drag, to: event.clientX }),
    onPointerUp: () => {
      if (drag && Math.abs(drag.to - drag.from) >= LEAST_DRAG) {
        const [from, to] = [dayAt(at(Math.min(drag.from, drag.to))), dayAt(at(Math.max(drag.from, drag.to)))];
        onWindow([Math.floor(from), Math.max(Math.floor(from) + 1, Math.ceil(to) - 1)]);
      }
      setDrag(undefined);
    },
    onPointerCancel: () => setDrag(undefined),
  };
  const shown = drag && { left: `${at(Math.min(drag.from, drag.to)) * 100}%`, width: `${Math.abs(at(drag.to) - at(drag.from)) * 100}%` };
  return { handlers, shown };
}
