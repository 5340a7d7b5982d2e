/** A story: its head with the day slider, its tabs, and the page of the chosen tab. */

import { useEffect, useRef } from "preact/hooks";
import type { StoryPage } from "../api/client";
import { usePage } from "../api/page";
import { AskPage } from "../ask/page";
import { useTitle, When } from "../chrome/states";
import { ClaimsPage } from "../claims/page";
import { FiguresPage } from "../figures/page";
import { MapPage } from "../map/page";
import { ReviewPage } from "../review/page";
import { Link, storyHref, type Tab } from "../router";
import { TimelinePage } from "../timeline/page";
import { sayCount, sayNumber } from "../words/counts";
import { sayRange } from "../words/days";
import { AsOf } from "./asof";
import { Brief } from "./brief";
import { ChangesPage } from "./changes";
import { DisagreementsPage } from "./disagreements";
import { EntitiesPage } from "./entities";
import { ReportsPage } from "./reports";

/** What every tab needs to ask for its own data. */
export interface StoryQuery {
  readonly story: string;
  readonly as_of: string | undefined;
}

interface StoryProps {
  readonly story: string;
  readonly tab: Tab;
  readonly asOf: string | undefined;
  /** What is asked, on the page for it. */
  readonly question: string;
  /** The only series that the figures are to show. */
  readonly series: string | undefined;
}

export function Story({ story, tab, asOf, question, series }: StoryProps) {
  const loaded = usePage("/api/stories/{story}", { story, as_of: asOf });
  useTitle(loaded.data?.title);
  return (
    <div class="page story">
      <When loaded={loaded}>
        {(page) => (
          <>
            <Head page={page} tab={tab} asOf={asOf} question={question} />
            <Tabs page={page} tab={tab} asOf={asOf} />
            <TabPage page={page} tab={tab} query={{ story, as_of: asOf }} question={question} series={series} changed={loaded.again} />
          </>
        )}
      </When>
    </div>
  );
}

function Head({ page, tab, asOf, question }: { page: StoryPage; tab: Tab; asOf: string | undefined; question: string }) {
  return (
    <header class="story-head">
      <div>
        <h1 dir="auto">{page.title}</h1>
        <p class="meta">
          {sayCount(page.counts.reports, "report")} · {page.outlets > 0 && `${sayCount(page.outlets, "outlet")} · `}
          {sayCount(page.origins, "independent origin")} · published {sayRange(page.first, page.last)}
        </p>
      </div>
      <AsOf page={page} tab={tab} asOf={asOf} question={tab === "ask" ? question : ""} />
    </header>
  );
}

const NAMES: Readonly<Record<Tab, string>> = {
  brief: "Brief",
  changes: "Changes",
  timeline: "Timeline",
  figures: "Figures",
  claims: "Claims",
  disagreements: "Disagreements",
  map: "Map",
  entities: "Names",
  reports: "Reports",
  ask: "Ask",
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
          {counts[each] !== undefined && <span class="count">{sayNumber(counts[each])}</span>}
        </Link>
      ))}
    </nav>
  );
}

interface TabProps {
  page: StoryPage;
  tab: Tab;
  query: StoryQuery;
  question: string;
  series: string | undefined;
  changed: () => void;
}

function TabPage({ page, tab, query, question, series, changed }: TabProps) {
  switch (tab) {
    case "brief": return <Brief page={page} query={query} />;
    case "changes": return <ChangesPage page={page} query={query} />;
    case "timeline": return <TimelinePage {...query} />;
    case "figures": return <FiguresPage {...query} series={series} />;
    case "claims": return <ClaimsPage {...query} />;
    case "disagreements": return <DisagreementsPage {...query} />;
    case "map": return <MapPage {...query} />;
    case "entities": return <EntitiesPage {...query} />;
    case "reports": return <ReportsPage {...query} />;
    case "ask": return <AskPage query={query} question={question} />;
    case "review": return <ReviewPage {...query} changed={changed} />;
  }
}
