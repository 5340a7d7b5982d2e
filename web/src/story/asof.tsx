/** The day slider: the story as it stood on an evening, by what had been published until then. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { StoryPage } from "../api/client";
import { go, storyHref, type Tab } from "../router";
import { sayCount } from "../words/counts";
import { sayDay } from "../words/days";

const HEIGHT = 28;
/** A slider that is being moved asks for a day only where it rests: the account of each is reckoned anew. */
const PAUSE = 200;

interface Props {
  page: StoryPage;
  tab: Tab;
  asOf: string | undefined;
  /** What is asked on the page, which stays when the day changes. */
  question: string;
}

export function AsOf({ page, tab, asOf, question }: Props) {
  const days = page.days;
  const [held, setHeld] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (days.length < 2) return null;
  const last = days.length - 1;
  const shown = asOf ? days.findLastIndex((day) => day.day <= asOf) : last;
  const place = held ?? shown;
  const show = (to: number) => go(storyHref(page.id, tab, { as_of: to >= last ? undefined : days[to]?.day, q: question }), { replace: true });
  const move = (to: number) => {
    setHeld(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { setHeld(undefined); show(to); }, PAUSE);
  };
  const most = Math.max(...days.map((day) => day.reports));
  const chosen = days[place];
  const words = place < last ? `As of ${sayDay(chosen?.day ?? asOf ?? "")}` : "All reports";
  return (
    <div class="asof">
      <div class="asof-words">
        <label for="asof">{words}</label>
        {asOf && <button type="button" class="inline" onClick={() => show(last)}>Show all</button>}
      </div>
      <svg viewBox={`0 0 ${days.length * 10} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map((day, number) => {
          const height = Math.max(3, (day.reports / most) * HEIGHT);
          return <rect key={day.day} x={number * 10 + 1.5} y={HEIGHT - height} width="7" rx="0" height={height} class={number <= place ? "bar-fill" : "bar-rest"} />;
        })}
      </svg>
      <input
        id="asof"
        type="range"
        style={{ width: `calc(${100 - 100 / days.length}% + 14px)`, marginInlineStart: `calc(${50 / days.length}% - 7px)` }}
        min="0"
        max={last}
        value={place}
        aria-valuetext={`${words}, ${sayCount(page.counts.reports, "report")}`}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      {asOf && page.undated > 0 && <p class="meta">{sayCount(page.undated, "undated report")} left out</p>}
    </div>
  );
}
