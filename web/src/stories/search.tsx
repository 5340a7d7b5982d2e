/** What a search found: names, statements, reports. */

import type { ComponentChildren } from "preact";
import type { Found } from "../api/client";
import { usePage } from "../api/page";
import { Empty, useTitle, When } from "../chrome/states";
import { Pieces } from "../citing/passage";
import { Link, reportHref } from "../router";
import { plain, sayCount } from "../words/counts";
import { sayDay } from "../words/days";

export function SearchPage({ query }: { query: string }) {
  const loaded = usePage(query ? "/api/search" : undefined, { q: query });
  useTitle(query ? `“${query}”` : "Search");
  return (
    <div class="page search">
      <header class="page-head">
        <h1>{query ? <>Search: <bdi>{query}</bdi></> : "Search"}</h1>
      </header>
      {query ? <When loaded={loaded}>{(found) => <Hits found={found} />}</When> : <Empty title="Write what you look for above" />}
    </div>
  );
}

function Hits({ found }: { found: Found }) {
  if (found.names.length + found.claims.length + found.reports.length === 0) {
    return <Empty title="Nothing holds all of these words">Try fewer of them, or only the beginning of a word.</Empty>;
  }
  return (
    <>
      {found.more && <p class="notice">There is more than is shown here; add a word to narrow it down.</p>}
      <Part title="Names" count={found.names.length}>
        {found.names.map((hit) => (
          <li key={hit.id}>
            <Link href={reportHref(hit.report, [hit.span])}><bdi>{hit.name}</bdi></Link>{" "}
            <span class="meta">{plain(hit.kind)} · {sayCount(hit.mentions, "mention")}</span>
          </li>
        ))}
      </Part>
      <Part title="Statements" count={found.claims.length}>
        {found.claims.map((hit, number) => (
          <li key={number}>
            <Link href={reportHref(hit.report, [hit.span])} class="statement" dir="auto">{hit.text}</Link>
            <p class="meta"><bdi>{hit.source ?? "The outlet itself"}</bdi> · {hit.mode} · <bdi>{hit.outlet}</bdi></p>
          </li>
        ))}
      </Part>
      <Part title="Reports" count={found.reports.length}>
        {found.reports.map((hit) => (
          <li key={hit.report}>
            <Link href={reportHref(hit.report, hit.span ? [hit.span] : [])} dir="auto">{hit.name}</Link>
            <p class="meta"><bdi>{hit.outlet}</bdi> · {hit.published ? sayDay(hit.published) : "undated"}</p>
            <p><Pieces pieces={hit.passage} /></p>
          </li>
        ))}
      </Part>
    </>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  if (count === 0) return null;
  return (
    <section class="hits">
      <h2>{title} <span class="count">{count}</span></h2>
      <ul>{children}</ul>
    </section>
  );
}
