/** A long list: the page of it that comes first is asked for at once, each other one when its rows come into view. */

import { useEffect, useRef, useState } from "preact/hooks";
import { firstGap, gapLength } from "../lists/gaps";
import { type Answer, address, type Gettable, type Parameters, Trouble } from "./client";
import { fetchPage, type Loaded, usePage } from "./page";

/** Rows of a page, where an address is not asked for another number. */
const PAGE = 50;

export interface Rows<Body, Row> {
  /** The first page with what holds for the whole list. */
  readonly first: Loaded<Body>;
  /** A row; undefined where it is still to come. */
  readonly at: (row: number) => Row | undefined;
  /** Ask for the rows from `first` up to `last` (left out), as far as they are not there. */
  readonly want: (first: number, last: number) => void;
  /** What is wrong with a page behind the first. */
  readonly trouble: Trouble | undefined;
  readonly again: () => void;
}

/** What is known of one list. */
class Known<Row> {
  readonly rows = new Map<number, Row>();
  wanted: readonly [number, number] = [0, 0];
  busy = false;
  trouble: Trouble | undefined;

  put(from: number, rows: readonly Row[]): void {
    rows.forEach((row, place) => this.rows.set(from + place, row));
  }
}

/** The rows of an address that knows `skip` and `most`; `pick` takes them from an answer. */
export function useRows<P extends Gettable, Row>(path: P, parameters: Parameters, pick: (body: Answer<P>) => readonly Row[]): Rows<Answer<P>, Row> {
  const first = usePage(path, parameters);
  const [, redraw] = useState(0);
  const kept = useRef<{ body: Answer<P> | undefined; parameters: Parameters; known: Known<Row> }>(undefined);
  // An answer that comes when something else is asked for already belongs to other parameters than these.
  if (!kept.current || (kept.current.body !== first.data && !first.stale)) {
    const known = new Known<Row>();
    if (first.data) known.put(0, pick(first.data));
    kept.current = { body: first.data, parameters, known };
  }
  const { known, parameters: own } = kept.current;
  const alive = useRef(true);
  useEffect(() => () => { alive.current = false; }, []);

  const fill = async (): Promise<void> => {
    if (known.busy || known.trouble) return;
    known.busy = true;
    for (let from = firstGap(known.rows, ...known.wanted); from !== undefined; from = firstGap(known.rows, ...known.wanted)) {
      try {
        const most = gapLength(known.rows, from, Number(own["most"] ?? PAGE));
        const rows = pick(await fetchPage<Answer<P>>(address(path, { ...own, skip: String(from), most: String(most) })));
        if (rows.length === 0) break;
        known.put(from, rows);
      } catch (error) {
        known.trouble = error instanceof Trouble ? error : new Trouble(String(error), "Reload the page", 0);
        break;
      } finally {
        if (alive.current) redraw((round) => round + 1);
      }
    }
    known.busy = false;
  };
  return {
    first,
    at: (row) => known.rows.get(row),
    want: (from, last) => {
      if (first.stale) return;
      known.wanted = [from, last];
      if (!known.busy && firstGap(known.rows, from, last) !== undefined) void fill();
    },
    trouble: known.trouble,
    again: () => {
      known.trouble = undefined;
      void fill();
    },
  };
}
