/** What a search found: names, statements, reports. */

import type { ComponentChildren } from "preact";
import type { Found, FoundReports } from "../api/client";
import { usePage } from "../api/page";
import { type Rows, useRows } from "../api/rows";
import { askAllHref } from "../ask/page";
import { Empty, useTitle, When } from "../chrome/states";
import { Pieces } from "../citing/passage";
import { type RowMarks, WindowedList } from "../lists/windowed";
import { Link, reportHref, storyHref } from "../router";
import { plain, sayCount, sayNumber } from "../words/counts";
import { sayDay } from "../words/days";
import { verbOf } from "../words/modes";

type ReportHit = FoundReports["reports"][number];

export function SearchPage({ query }: { query: string }) {
  useTitle(query ? `“${query}”` : "Search");
  return (
    <div class="page search">
      <header class="page-head">
        <h1>{query ? <>Search: <bdi>{query}</bdi></> : "Search"}</h1>
      </header>
      {query ? <Results query={query} /> : <Empty title="Write what you look for above">It finds names, statements and reports of every story.</Empty>}
    </div>
  );
}

function Results({ query }: { query: string }) {
  const told = usePage("/api/search", { q: query });
  const rows = useRows("/api/search/reports", { q: query }, (page) => page.reports);
  return <When loaded={rows.first}>{(reports) => <When loaded={told}>{(found) => <Hits found={found} reports={reports} rows={rows} />}</When>}</When>;
}

function Hits({ found, reports, rows }: { found: Found; reports: FoundReports; rows: Rows<FoundReports, ReportHit> }) {
  if (found.names.length + found.claims.length + reports.total === 0) {
    return (
      <Empty title="Nothing holds all of these words">
        Try fewer of them, or only the beginning of a word. <Link href={askAllHref(found.query)}>Ask it as a question</Link>
      </Empty>
    );
  }
  return (
    <>
      <Part title="Names" count={found.names.length} more={found.more}>
        <ul>
          {found.names.map((hit) => (
            <li key={hit.id}>
              <Link href={reportHref(hit.report, [hit.span])}><bdi>{hit.name}</bdi></Link>{" "}
              <span class="meta">{plain(hit.kind)} · {sayCount(hit.mentions, "mention")} · <Of story={hit.story} /></span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Statements" count={found.claims.length} more={found.more}>
        <ul>
          {found.claims.map((hit, number) => (
            <li key={number}>
              <Link href={reportHref(hit.report, [hit.span])} class="statement" dir="auto">{hit.text}</Link>
              <p class="meta"><bdi>{hit.source ?? "The outlet itself"}</bdi> {verbOf(hit.mode)} it{hit.outlet && <> · <bdi>{hit.outlet}</bdi></>} · <Of story={hit.story} /></p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Reports" count={reports.total}>
        <WindowedList as="ul" of={rows} count={reports.total} estimate={120} noun="report" row={(hit, marks) => <Report hit={hit} marks={marks} key={hit.report} />} />
      </Part>
    </>
  );
}

function Report({ hit, marks }: { hit: ReportHit; marks: RowMarks }) {
  return (
    <li {...marks}>
      <Link href={reportHref(hit.report, hit.span ? [hit.span] : [])} dir="auto">{hit.name}</Link>
      <p class="meta"><bdi>{hit.outlet ?? "Outlet not known"}</bdi> · {hit.published ? sayDay(hit.published) : "undated"} · <Of story={hit.story} /></p>
      <p><Pieces pieces={hit.passage} /></p>
    </li>
  );
}

function Of({ story }: { story: ReportHit["story"] }) {
  return <>in <Link href={storyHref(story.id)}><bdi>{story.title}</bdi></Link></>;
}

/** `more` = there are more than those given. */
function Part({ title, count, more = false, children }: { title: string; count: number; more?: boolean; children: ComponentChildren }) {
  if (count === 0) return null;
  return (
    <section class="hits">
      <h2>{title} <span class="count">{sayNumber(count)}{more && " or more"}</span></h2>
      {children}
      {more && <p class="meta">From the newest reports that hold these words, 40 at the most; there may be more. Add a word to narrow it down.</p>}
    </section>
  );
}
