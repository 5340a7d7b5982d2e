/** A page's data: asked for once, kept for a while, the former shown dimly while the next is on its way. */

import { useEffect, useState } from "preact/hooks";
import { type Answer, address, ask, type Gettable, type Parameters, Trouble } from "./client";

export interface Loaded<Body> {
  readonly data: Body | undefined;
  readonly trouble: Trouble | undefined;
  /** Whether `data` belongs to an address asked for before. */
  readonly stale: boolean;
  readonly again: () => void;
}

const KEPT = 120;
const kept = new Map<string, unknown>();

/** Forget everything that was kept: the archive has changed. */
export function forget(): void {
  kept.clear();
}

/** The answer of an address, from what is kept or from the server. */
export async function fetchPage<Body>(url: string, signal?: AbortSignal): Promise<Body> {
  const known = kept.get(url) as Body | undefined;
  if (known !== undefined) return known;
  const body = await ask<Body>(url, signal ? { signal } : {});
  keep(url, body);
  return body;
}

/** The answer of an address; `undefined` as path asks for nothing. */
export function usePage<P extends Gettable>(path: P | undefined, parameters: Parameters = {}): Loaded<Answer<P>> {
  const url = path && address(path, parameters);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ url?: string | undefined; data?: Answer<P>; trouble?: Trouble }>(() => ({ url }));

  useEffect(() => {
    if (!url) return undefined;
    const known = kept.get(url) as Answer<P> | undefined;
    if (known !== undefined) {
      setState({ url, data: known });
      return undefined;
    }
    const stopping = new AbortController();
    fetchPage<Answer<P>>(url, stopping.signal).then(
      (data) => setState({ url, data }),
      (error: unknown) => {
        if (stopping.signal.aborted) return;
        setState({ url, trouble: error instanceof Trouble ? error : new Trouble(String(error), "Reload the page", 0) });
      },
    );
    return () => stopping.abort();
  }, [url, round]);

  return {
    data: state.data,
    trouble: state.url === url ? state.trouble : undefined,
    stale: state.url !== url,
    again: () => setRound(round + 1),
  };
}

function keep(url: string, data: unknown): void {
  kept.set(url, data);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}
