/** Addresses of the desk, and links that lead there without loading the page anew. */

import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { address, type Parameters } from "./api/client";

const MOVED = "desk:moved";

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Where the desk is; changes with every move. */
export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const moved = () => setPlace(here());
    addEventListener("popstate", moved);
    addEventListener(MOVED, moved);
    return () => {
      removeEventListener("popstate", moved);
      removeEventListener(MOVED, moved);
    };
  }, []);
  return place;
}

/** Move to an address; `replace` leaves no step to go back to. */
export function go(href: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", href);
  else history.pushState(null, "", href);
  dispatchEvent(new Event(MOVED));
  if (!replace && !location.hash) scrollTo(0, 0);
}

export const STORY_TABS = ["brief", "changes", "timeline", "figures", "claims", "disagreements", "map", "entities", "reports", "ask", "review"] as const;
export type Tab = (typeof STORY_TABS)[number];

export function storyHref(story: string, tab: Tab = "brief", parameters: Parameters = {}): string {
  return address(`/story/{story}${tab === "brief" ? "" : `/${tab}`}`, { story, ...parameters });
}

export function reportHref(report: string, spans: readonly { start: number; end: number }[] = []): string {
  return address("/report/{report}", { report, spans: spansText(spans) });
}

/** "12-40,55-61". */
export function spansText(spans: readonly { start: number; end: number }[]): string {
  return spans.slice(0, 60).map((span) => `${span.start}-${span.end}`).join(",");
}

interface LinkProps {
  href: string;
  children: ComponentChildren;
  class?: string;
  dir?: "auto";
  "aria-label"?: string;
  "aria-current"?: "page" | undefined;
}

/** A link; with a modifier key or in another tab it does what every link does. */
export function Link({ href, children, ...rest }: LinkProps) {
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}
