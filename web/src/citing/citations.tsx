/** Numbered citations: hovering (or focusing) shows the cited words in their report, following opens the report there. */

import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Cited } from "../api/client";
import { Link, reportHref } from "../router";
import { PassageCard } from "./passage";
import { nameOf, Reports } from "./reports";

const WAIT = 120;
const FEW = 6;

/** The numbers of the reports that support something; of many the first few, and how many more. */
export function Citations({ of, most = FEW }: { of: readonly Cited[]; most?: number }) {
  const shown = of.slice(0, most);
  return (
    <span class="cites">
      {shown.map((cited) => <Citation cited={cited} key={cited.report} />)}
      {of.length > most && <span class="more">+{of.length - most}</span>}
    </span>
  );
}

/** The same citations with one mark for each report. */
export function merged(of: readonly Cited[]): readonly Cited[] {
  const found = new Map<string, Cited>();
  for (const cited of of) {
    const former = found.get(cited.report);
    found.set(cited.report, former ? { ...former, spans: [...former.spans, ...cited.spans] } : cited);
  }
  return [...found.values()].sort((one, other) => one.number - other.number);
}

export function Citation({ cited }: { cited: Cited }) {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const anchor = useRef<HTMLSpanElement>(null);
  const report = useContext(Reports).get(cited.report);
  const set = (next: boolean, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), wait);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [open]);
  return (
    <span
      class="cite"
      ref={anchor}
      onPointerEnter={(event) => event.pointerType === "mouse" && set(true, WAIT)}
      onPointerLeave={() => set(false, WAIT)}
      onFocusIn={(event) => (event.target as Element).matches(":focus-visible") && set(true, 0)}
      onFocusOut={() => set(false, 0)}
    >
      <Link href={reportHref(cited.report, cited.spans)} aria-label={`Report ${cited.number}: ${nameOf(report)}`}>
        {cited.number}
      </Link>
      {open && anchor.current && <PassageCard cited={cited} report={report} anchor={anchor.current} />}
    </span>
  );
}
