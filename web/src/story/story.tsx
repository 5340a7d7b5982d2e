/** A story: its head with the day slider, its tabs, and the page of the chosen tab. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import type { StoryPage } from "../api/client";
import { usePage } from "../api/page";
import { useTitle, When } from "../chrome/states";
import { Reports } from "../citing/reports";
import { ClaimsPage } from "../claims/page";
import { FiguresPage } from "../figures/page";
import { MapPage } from "../map/page";
import { ReviewPage } from "../review/page";
import { Link, storyHref, type Tab } from "../router";
import { TimelinePage } from "../timeline/page";
import { sayCount } from "../words/counts";
import { sayRange } from "../words/days";
import { AsOf } from "./asof";
import { Brief } from "./brief";
import { DisagreementsPage } from "./disagreements";
import { EntitiesPage } from "./entities";
import { ReportsTable } from "./reports";

/** What every tab needs to ask for its own data. */
export interface StoryQuery {
  readonly story: string;
  readonly as_of: string | undefined;
}

export function Story({ story, tab, asOf }: { story: string; tab: Tab; asOf: string | undefined }) {
  const loaded = usePage("/api/stories/{story}", { story, as_of: asOf });
  const { data } = loaded;
  const reports = useMemo(() => new Map(data?.reports.map((report) => [report.id, report])), [data]);
  useTitle(data?.title);
  return (
    <div class="page story">
      <When loaded={loaded}>
        {(page) => (
          <Reports.Provider value={reports}>
            <Head page={page} tab={tab} asOf={asOf} />
            <Tabs page={page} tab={tab} asOf={asOf} />
            <TabPage page={page} tab={tab} query={{ story, as_of: asOf }} changed={loaded.again} />
          </Reports.Provider>
        )}
      </When>
    </div>
  );
}

function Head({ page, tab, asOf }: { page: StoryPage; tab: Tab; asOf: string | undefined }) {
  return (
    <header class="story-head">
      <div>
        <h1 dir="auto">{page.title}</h1>
        <p class="meta">
          {sayCount(page.counts.reports, "report")} · {sayCount(page.outlets, "outlet")} ·{" "}
          {sayCount(page.origins, "independent origin")} · published {sayRange(page.first, page.last)}
        </p>
      </div>
      <AsOf page={page} tab={tab} asOf={asOf} />
    </header>
  );
}

const NAMES: Readonly<Record<Tab, string>> = {
  brief: "Brief",
  timeline: "Timeline",
  figures: "Figures",
  claims: "Claims",
  disagreements: "Disagreements",
  map: "Map",
  entities: "Names",
  reports: "Reports",
  review: "Review",
};

function Tabs({ page, tab, asOf }: { page: StoryPage; tab: Tab; asOf: string | undefined }) {
  const counts: Partial<Record<Tab, number>> = {
    timeline: page.counts.timeline,
    figures: page.counts.series,
    claims: page.counts.claims,
    disagreements: page.counts.disagreements,
    reports: page.counts.reports,
  };
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const chosen = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (bar.current && chosen) bar.current.scrollLeft = chosen.offsetLeft - bar.current.offsetLeft - 40;
  }, [tab]);
  return (
    <nav class="tabs" aria-label="Pages of the story" ref={bar}>
      {(Object.keys(NAMES) as Tab[]).map((each) => (
        <Link key={each} href={storyHref(page.id, each, { as_of: asOf })} aria-current={each === tab ? "page" : undefined}>
          {NAMES[each]}
          {counts[each] !== undefined && <span class="count">{counts[each]}</span>}
        </Link>
      ))}
    </nav>
  );
}

function TabPage({ page, tab, query, changed }: { page: StoryPage; tab: Tab; query: StoryQuery; changed: () => void }) {
  switch (tab) {
    case "brief": return <Brief page={page} />;
    case "timeline": return <TimelinePage {...query} />;
    case "figures": return <FiguresPage {...query} />;
    case "claims": return <ClaimsPage {...query} />;
    case "disagreements": return <DisagreementsPage {...query} />;
    case "map": return <MapPage {...query} />;
    case "entities": return <EntitiesPage {...query} />;
    case "reports": return <ReportsTable page={page} />;
    case "review": return <ReviewPage {...query} changed={changed} />;
  }
}
