/** What a page shows when it has nothing to show: it is on its way, something is wrong, or there is nothing. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Trouble } from "../api/client";
import type { Loaded } from "../api/page";
import { Link } from "../router";

/** The page once its data is there; before, that it is on its way; or what is wrong and what to do. */
export function When<Body>({ loaded, children }: { loaded: Loaded<Body>; children: (data: Body) => ComponentChildren }) {
  if (loaded.trouble) return <TroubleCard trouble={loaded.trouble} again={loaded.again} />;
  if (loaded.data === undefined) return <Loading />;
  return (
    <div class={loaded.stale ? "stale" : ""} aria-busy={loaded.stale}>
      {children(loaded.data)}
    </div>
  );
}

/** After so many milliseconds a reader wants to know whether anything is being done at all. */
const LONG = 2500;

export function Loading() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">Loading</span>
      <i /><i /><i />
      {long && <p class="meta">This is made when it is first asked for. The account of a past day, or of hundreds of reports, takes some seconds.</p>}
    </div>
  );
}

function TroubleCard({ trouble, again }: { trouble: Trouble; again: () => void }) {
  return (
    <div class="trouble" role="alert">
      <h2>{trouble.problem}</h2>
      <p>{trouble.remedy}.</p>
      <button type="button" onClick={again}>Try again</button> <Link href="/">All stories</Link>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
    </div>
  );
}

export function Missing() {
  return (
    <div class="page">
      <div class="empty">
        <h1>There is no such page</h1>
        <p><Link href="/">Go to the stories</Link></p>
      </div>
    </div>
  );
}

/** Name the browser's tab. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Reportedly` : "Reportedly";
  }, [title]);
}
