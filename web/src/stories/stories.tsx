/** The first page: every story on a line, and the place where reports are added. */

import { useState } from "preact/hooks";
import type { StoryLine, StoryList } from "../api/client";
import { forget } from "../api/page";
import { type Rows, useRows } from "../api/rows";
import { FilterBar, TextFilter } from "../chrome/filters";
import { Empty, useTitle, When } from "../chrome/states";
import { QuestionBox } from "../ask/box";
import { askAllHref } from "../ask/page";
import { type RowMarks, WindowedList } from "../lists/windowed";
import { go, Link, storyHref } from "../router";
import { sayCount } from "../words/counts";
import { sayRange } from "../words/days";
import { directionOf } from "../words/direction";
import { Activity } from "./activity";
import { AddReports } from "./adding";

/** From so many stories on a reader looks for one rather than over all. */
const MANY = 12;

export function Stories() {
  const [words, setWords] = useState("");
  const rows = useRows("/api/stories", { words }, (list) => list.stories);
  const loaded = rows.first;
  useTitle("Stories");
  const changed = () => {
    forget();
    loaded.again();
  };
  return (
    <div class="page stories">
      <When loaded={loaded}>
        {(list) => (
          <>
            <header class="page-head">
              <h1>Stories</h1>
              <p class="meta">
                <bdi>{list.archive}</bdi> · {sayCount(list.total, "story", "stories")} · {sayCount(list.reports, "report")}
              </p>
            </header>
            {list.total > 0 && <QuestionBox question="" ask={(words) => go(askAllHref(words))} label="Ask all stories" />}
            {list.total > MANY && (
              <FilterBar shown={list.found} of={list.total} noun="story" plural="stories">
                <TextFilter label="Words of the title" value={words} onChange={setWords} />
              </FilterBar>
            )}
            {list.total <= MANY && <Lines list={list} rows={rows} />}
            <AddReports changed={changed} behind={!list.current} first={list.total === 0} />
            {list.total > MANY && <Lines list={list} rows={rows} />}
          </>
        )}
      </When>
    </div>
  );
}

function Lines({ list, rows }: { list: StoryList; rows: Rows<StoryList, StoryLine> }) {
  if (list.total === 0) {
    return <Empty title="This archive holds no report yet">Add some below; they are read on this machine and stay on it.</Empty>;
  }
  if (list.found === 0) return <Empty title="No story has these words in its title">The search above looks into the reports themselves.</Empty>;
  return (
    <WindowedList as="ul" of={rows} count={list.found} estimate={150} noun="story" plural="stories" class="story-lines" label="Stories"
      row={(story, marks) => <Line story={story} marks={marks} key={story.id} />} />
  );
}

function Line({ story, marks }: { story: StoryLine; marks: RowMarks }) {
  return (
    <li {...marks}>
      <div class="story-line-words">
        <h2 dir="auto"><Link href={storyHref(story.id)}>{story.title}</Link></h2>
        {story.lead && <p class="lead" dir={directionOf(story.lead)}>{story.lead}</p>}
        <p class="meta">
          {sayRange(story.first, story.last)} · {sayCount(story.reports, "report")} ·{" "}
          {story.outlets > 0 && `${sayCount(story.outlets, "outlet")} · `}
          {sayCount(story.origins, "independent origin")}
          {story.undated > 0 && story.first && ` · ${story.undated} undated`}
        </p>
      </div>
      <div class="story-line-side">
        <Activity days={story.activity} />
        {story.open_disagreements > 0 && (
          <Link href={storyHref(story.id, "disagreements")} class="badge open">
            {sayCount(story.open_disagreements, "open disagreement")}
          </Link>
        )}
      </div>
    </li>
  );
}
