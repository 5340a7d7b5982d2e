/** The first page: every story on a line, and the place where reports are added. */

import type { StoryLine, StoryList } from "../api/client";
import { forget, usePage } from "../api/page";
import { Empty, useTitle, When } from "../chrome/states";
import { Link, storyHref } from "../router";
import { sayCount } from "../words/counts";
import { sayRange } from "../words/days";
import { Activity } from "./activity";
import { AddReports } from "./adding";

export function Stories() {
  const loaded = usePage("/api/stories");
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
                <bdi>{list.archive}</bdi> · {sayCount(list.stories.length, "story", "stories")} · {sayCount(list.reports, "report")}
              </p>
            </header>
            <Lines list={list} />
            <AddReports changed={changed} behind={!list.current} first={list.stories.length === 0} />
          </>
        )}
      </When>
    </div>
  );
}

function Lines({ list }: { list: StoryList }) {
  if (list.stories.length === 0) {
    return <Empty title="This archive holds no report yet">Add some below; they are read on this machine and stay on it.</Empty>;
  }
  return (
    <ul class="story-lines">
      {list.stories.map((story) => <Line story={story} key={story.id} />)}
    </ul>
  );
}

function Line({ story }: { story: StoryLine }) {
  return (
    <li>
      <div class="story-line-words">
        <h2 dir="auto"><Link href={storyHref(story.id)}>{story.title}</Link></h2>
        {story.lead && <p class="lead" dir="auto">{story.lead}</p>}
        <p class="meta">
          {sayRange(story.first, story.last)} · {sayCount(story.reports, "report")} · {sayCount(story.outlets, "outlet")} ·{" "}
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
