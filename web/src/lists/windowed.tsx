/** A long list of which only the rows near the view are in the page, with room for all others above and below.
 *
 * The rows say how many there are and which they are (aria-setsize and aria-posinset, or aria-rowindex in a table). The
 * one that holds the focus stays in the page, and the keyboard finds the next, since rows are drawn before they come into
 * view. All rows are drawn where somebody wants them at once: to print them, or to find words in the page.
 */

import type { ComponentChild, ComponentChildren, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Rows } from "../api/rows";
import { sayCount } from "../words/counts";
import { drawn, Heights, type Stretch } from "./heights";
import { useView } from "./view";

/** Lists up to this length are drawn whole. */
const FEW = 40;

/** What a row must put on its element. */
export interface RowMarks {
  readonly "data-row": number;
  readonly "aria-setsize"?: number;
  readonly "aria-posinset"?: number;
  readonly "aria-rowindex"?: number;
}

interface Listed<Row> {
  readonly of: Pick<Rows<unknown, Row>, "at" | "want" | "trouble" | "again">;
  /** How many rows there are, and which place the first of them has in `of`. */
  readonly count: number;
  readonly from?: number;
  /** How high a row is before any has been seen, in pixels. */
  readonly estimate: number;
  readonly noun: string;
  readonly plural?: string;
  /** A row that is drawn wherever the view is, as one that was chosen elsewhere and is to come into it. */
  readonly keep?: number | undefined;
  readonly row: (row: Row, marks: RowMarks, place: number) => ComponentChild;
}

interface ListProps<Row> extends Listed<Row> {
  readonly as?: "ol" | "ul";
  readonly class?: string;
  readonly label?: string;
}

/** A list of `li`. */
export function WindowedList<Row>({ as: List = "ol", class: name, label, ...listed }: ListProps<Row>) {
  const list = useRef<HTMLElement>(null);
  const { pieces, foot } = useRowsNearView(list, listed, listRoom, (place, count) => ({ "aria-setsize": count, "aria-posinset": place + 1 }));
  return (
    <>
      <List ref={list as RefObject<HTMLOListElement & HTMLUListElement>} class={name ?? ""} {...(label ? { "aria-label": label } : {})}>{pieces}</List>
      {foot}
    </>
  );
}

interface TableProps<Row> extends Listed<Row> {
  /** The cells of the heading row, and how many they are. */
  readonly head: ComponentChildren;
  readonly columns: number;
  readonly label: string;
  readonly class?: string;
  /** Of the box around the table. */
  readonly box?: string;
}

/** A table; the rows are `tr`. */
export function WindowedTable<Row>({ head, columns, label, class: name, box = "", ...listed }: TableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { pieces, foot } = useRowsNearView(body, listed, tableRoom(columns), (place) => ({ "aria-rowindex": place + 2 }));
  return (
    <>
      <div class={`scroll ${box}`} tabIndex={0} role="region" aria-label={label} data-scrolls>
        <table class={name ?? ""} aria-rowcount={listed.count + 1}>
          <thead><tr aria-rowindex={1}>{head}</tr></thead>
          <tbody ref={body}>{pieces}</tbody>
        </table>
      </div>
      {foot}
    </>
  );
}

/** Room for rows that are not in the page, or for one that is still to come (with its marks). */
type DrawRoom = (key: string, height: number, marks?: RowMarks) => ComponentChild;

function useRowsNearView<Row>(list: RefObject<HTMLElement | null>, listed: Listed<Row>, room: DrawRoom, say: (place: number, count: number) => Omit<RowMarks, "data-row">) {
  const { of, count, from = 0, estimate, keep, row } = listed;
  const [all, setAll] = useState(false);
  const whole = all || count <= FEW;
  const kept = useRef<Heights>(undefined);
  if (kept.current?.count !== count) kept.current = new Heights(count, estimate);
  const heights = kept.current;
  const { view, focused } = useView(list, heights, whole);
  const near: Stretch = whole ? { first: 0, last: count } : { first: view.first, last: Math.min(count, view.last) };
  useEffect(() => of.want(from + near.first, from + near.last));
  usePrinting(setAll);

  const gap = (key: string, first: number, last: number) => room(key, heights.top(last) - heights.top(first));
  const one = (place: number): ComponentChild => {
    const marks = { "data-row": place, ...say(place, count) };
    const found = of.at(from + place);
    return found === undefined ? room(`to come ${place}`, heights.top(place + 1) - heights.top(place), marks) : row(found, marks, place);
  };
  const pieces: ComponentChild[] = [];
  let reached = 0;
  for (const { first, last } of whole ? [near] : drawn(near, focused ?? keep, count)) {
    pieces.push(gap(`room above ${first === (focused ?? keep) ? "focus" : "view"}`, reached, first));
    for (let place = first; place < last; place += 1) pieces.push(one(place));
    reached = last;
  }
  pieces.push(gap("room below", reached, count));
  return { pieces, foot: <Foot listed={listed} all={all} setAll={setAll} /> };
}

/** Draw everything while the page is printed. */
function usePrinting(setAll: (all: boolean) => void): void {
  useEffect(() => {
    const [before, after] = [() => setAll(true), () => setAll(false)];
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
}

interface FootProps {
  readonly listed: Pick<Listed<unknown>, "of" | "count" | "noun" | "plural">;
  readonly all: boolean;
  readonly setAll: (all: boolean) => void;
}

/** Below the list: what is wrong with a page of it, and that only some rows are drawn. */
function Foot({ listed: { of: { trouble, again }, count, noun, plural }, all, setAll }: FootProps) {
  const rows = sayCount(count, noun, plural);
  return (
    <>
      {trouble && <p class="rows-trouble" role="alert">{trouble.problem}. {trouble.remedy}. <button type="button" onClick={again}>Try again</button></p>}
      {count > FEW && (
        <p class="meta whole">
          {all ? `All ${rows} are on the page.` : `Of ${rows} those near the view are on the page.`}{" "}
          <button type="button" class="inline" onClick={() => setAll(!all)}>{all ? "Only those near the view" : "Put all on it, to find words or print"}</button>
        </p>
      )}
    </>
  );
}

function listRoom(key: string, height: number, marks?: RowMarks): ComponentChild {
  if (height <= 0) return null;
  const style = { height: `${height}px` };
  if (!marks) return <li key={key} class="room" aria-hidden="true" style={style} />;
  return <li key={key} class="to-come" aria-busy="true" style={style} {...marks}><span class="visually-hidden">Loading</span></li>;
}

function tableRoom(columns: number): DrawRoom {
  return (key, height, marks) => {
    if (height <= 0) return null;
    const cell = <td colSpan={columns} style={{ height: `${height}px` }}>{marks && <span class="visually-hidden">Loading</span>}</td>;
    return marks ? <tr key={key} class="to-come" aria-busy="true" {...marks}>{cell}</tr> : <tr key={key} class="room" aria-hidden="true">{cell}</tr>;
  };
}
