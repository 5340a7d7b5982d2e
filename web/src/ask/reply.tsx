/** The answer to a question: its sentences with citations, the stories that they come from, or that nothing is said. */

import type { ComponentChildren } from "preact";
import type { Answered } from "../api/client";
import { Citations } from "../citing/citations";
import { Link, storyHref } from "../router";
import { sayCount } from "../words/counts";
import { sayRange } from "../words/days";
import { directionOf } from "../words/direction";
import { byStory } from "./grouping";

type Story = Answered["stories"][number];
type Line = Answered["lines"][number];

/** `remedy` says what to do where the reports do not say; `named` = say of each sentence which story it comes from. */
export function Reply({ answer, remedy, named }: { answer: Answered; remedy: ComponentChildren; named: boolean }) {
  if (answer.lines.length === 0) {
    return (
      <section class="silent">
        <h2>The reports do not say.</h2>
        <p class="meta">{remedy}</p>
      </section>
    );
  }
  const stories = new Map(answer.stories.map((story) => [story.id, story]));
  return (
    <section aria-label="Answer">
      {byStory(answer.lines).map(({ stories: own, lines }, number) => (
        <div class="answer-part" key={number}>
          <Lines lines={lines} opens={number === 0} />
          {named && <From stories={own.flatMap((story) => stories.get(story) ?? [])} />}
        </div>
      ))}
    </section>
  );
}

function Lines({ lines, opens }: { lines: readonly Line[]; opens: boolean }) {
  const others = opens ? lines.slice(1) : lines;
  const [first] = lines;
  return (
    <>
      {opens && first && <p class="first" dir={directionOf(first.sentence)}>{first.sentence} <Citations of={first.citations} most={8} /></p>}
      {others.length > 0 && <ul>{others.map((line, number) => <li dir={directionOf(line.sentence)} key={number}>{line.sentence} <Citations of={line.citations} most={8} /></li>)}</ul>}
    </>
  );
}

function From({ stories }: { stories: readonly Story[] }) {
  return (
    <p class="meta from-story">
      From{" "}
      {stories.map((story, number) => (
        <span key={story.id}>
          {number > 0 && "; "}
          <Link href={storyHref(story.id)}><bdi>{story.title}</bdi></Link> ({sayRange(story.first, story.last)}, {sayCount(story.reports, "report")})
        </span>
      ))}
    </p>
  );
}
