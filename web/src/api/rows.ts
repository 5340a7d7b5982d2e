/** A long list: its first page is asked for at once, each further one when the reader comes near its end. */

import { useState } from "preact/hooks";
import { type Answer, address, type Gettable, type Parameters, Trouble } from "./client";
import { fetchPage, type Loaded, usePage } from "./page";

export interface Rows<Body, Row> {
  /** The first page with what holds for the whole list. */
  readonly first: Loaded<Body>;
  readonly rows: readonly Row[];
  /** Whether the next page is on its way. */
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly more: () => void;
}

interface Further<Row> {
  readonly url: string;
  readonly rows: readonly Row[];
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
}

/** The rows of an address that knows `skip`; `pick` takes them from an answer. */
export function useRows<P extends Gettable, Row>(path: P, parameters: Parameters, pick: (body: Answer<P>) => readonly Row[]): Rows<Answer<P>, Row> {
  const first = usePage(path, parameters);
  const url = address(path, parameters);
  const [state, setState] = useState<Further<Row>>({ url, rows: [], busy: false });
  const further = state.url === url ? state : { url, rows: [], busy: false };
  const head = first.data ? pick(first.data) : [];
  const more = () => {
    if (further.busy || first.stale) return;
    setState({ url, rows: further.rows, busy: true });
    const next = address(path, { ...parameters, skip: String(head.length + further.rows.length) });
    // An answer that comes after the list has become another one is dropped.
    const put = (found: Omit<Further<Row>, "url">) => setState((now) => (now.url === url ? { url, ...found } : now));
    fetchPage<Answer<P>>(next).then(
      (body) => put({ rows: [...further.rows, ...pick(body)], busy: false }),
      (error: unknown) => put({ rows: further.rows, busy: false, trouble: error instanceof Trouble ? error : new Trouble(String(error), "Reload the page", 0) }),
    );
  };
  return { first, rows: further.rows.length ? [...head, ...further.rows] : head, busy: further.busy, trouble: further.trouble, more };
}
