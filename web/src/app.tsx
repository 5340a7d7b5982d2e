/** Which page an address shows. */

import { useEffect, useRef } from "preact/hooks";
import { AskAllPage } from "./ask/all";
import { Header } from "./chrome/header";
import { Missing } from "./chrome/states";
import { ReportReader } from "./report/reader";
import { type Place, STORY_TABS, type Tab, usePlace } from "./router";
import { SearchPage } from "./stories/search";
import { Stories } from "./stories/stories";
import { Story } from "./story/story";

export function App() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // A reader of the screen should learn that the page is another one; the first page needs no such help.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [place.path]);
  return (
    <>
      <a class="skip" href="#main">Skip to the page</a>
      <Header query={place.path === "/search" ? place.query.get("q") ?? "" : ""} />
      <main id="main" tabIndex={-1} ref={main}>
        <Page place={place} />
      </main>
    </>
  );
}

function Page({ place }: { place: Place }) {
  const [kind = "", name, tab = "brief"] = place.path.split("/").filter(Boolean).map(decodeURIComponent);
  if (!kind) return <Stories />;
  if (kind === "search") return <SearchPage query={place.query.get("q") ?? ""} />;
  if (kind === "ask") return <AskAllPage question={place.query.get("q") ?? ""} />;
  if (kind === "report" && name) return <ReportReader report={name} spans={place.query.get("spans") ?? ""} key={name} />;
  if (kind === "story" && name && isTab(tab)) {
    const { query } = place;
    return <Story story={name} tab={tab} asOf={query.get("as_of") ?? undefined} question={query.get("q") ?? ""} series={query.get("series") ?? undefined} key={name} />;
  }
  return <Missing />;
}

function isTab(tab: string): tab is Tab {
  return (STORY_TABS as readonly string[]).includes(tab);
}
