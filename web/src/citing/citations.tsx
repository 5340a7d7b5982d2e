/** Numbered citations: hovering (or focusing) shows the cited words in their report, following opens the report there. */

import type { Cited } from "../api/client";
import { Link, reportHref } from "../router";
import { Hover } from "./hover";
import { PassageCard } from "./passage";
import { sayDay } from "../words/days";

const FEW = 6;

interface Props {
  of: readonly Cited[];
  most?: number;
  /** How many reports there are in all, where `of` names only the first. */
  reports?: number;
}

/** The numbers of the reports that support something; of many the first few, and how many more. */
export function Citations({ of, most = FEW, reports = of.length }: Props) {
  const shown = of.slice(0, most);
  return (
    <span class="cites">
      {shown.map((cited) => <Citation cited={cited} key={cited.report} />)}
      {reports > shown.length && <span class="more">+{reports - shown.length}</span>}
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

/** "Steppe Wire, 5 March 2024". */
export function nameOf({ outlet, published }: Pick<Cited, "outlet" | "published">): string {
  return `${outlet}, ${published ? sayDay(published) : "undated"}`;
}

export function Citation({ cited }: { cited: Cited }) {
  return (
    <Hover class="cite" card={(anchor) => <PassageCard cited={cited} name={nameOf(cited)} anchor={anchor} />}>
      <Link href={reportHref(cited.report, cited.spans)} aria-label={`Report ${cited.number}: ${nameOf(cited)}`}>
        {cited.number}
      </Link>
    </Hover>
  );
}
