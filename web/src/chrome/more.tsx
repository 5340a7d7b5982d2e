/** The end of a list that goes on: the next page comes when it is scrolled near, or when the button is pressed. */

import { useEffect, useRef } from "preact/hooks";
import type { Rows } from "../api/rows";
import { sayCount } from "../words/counts";

const NEAR = "600px";

interface Props {
  readonly of: Pick<Rows<unknown, unknown>, "rows" | "busy" | "trouble" | "more">;
  /** How many rows there are in all. */
  readonly found: number;
  readonly noun: string;
  readonly plural?: string;
}

export function More({ of: { rows, busy, trouble, more }, found, noun, plural }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const left = found - rows.length;
  const waits = left > 0 && !busy && !trouble;
  useEffect(() => {
    if (!end.current || !waits) return undefined;
    const watch = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && more(), { rootMargin: NEAR });
    watch.observe(end.current);
    return () => watch.disconnect();
    // `more` is another one at each drawing; what it does changes only with what stands here.
  }, [waits, rows.length]);
  if (left <= 0) return null;
  return (
    <div class="more-rows" ref={end}>
      {trouble && <p role="alert">{trouble.problem}. {trouble.remedy}.</p>}
      <button type="button" disabled={busy} onClick={more}>{busy ? "Loading …" : `Show more of ${sayCount(left, `further ${noun}`, plural && `further ${plural}`)}`}</button>
    </div>
  );
}
