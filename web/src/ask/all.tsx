/** Ask all stories: the same box over the whole archive; each sentence says which story it comes from. */

import { address } from "../api/client";
import { usePage } from "../api/page";
import { useTitle, When } from "../chrome/states";
import { go, Link } from "../router";
import { QuestionBox } from "./box";
import { askAllHref, Examples, HOW } from "./page";
import { Reply } from "./reply";

export function AskAllPage({ question }: { question: string }) {
  useTitle(question || "Ask");
  const answer = usePage(question ? "/api/ask" : undefined, { q: question });
  const { data } = usePage("/api/questions");
  return (
    <div class="page ask-all-page">
      <header class="page-head"><h1>Ask all stories</h1></header>
      <div class="ask">
        <QuestionBox question={question} ask={(words) => go(askAllHref(words))} label="What do you want to know?" />
        {question ? (
          <div class="reply" aria-live="polite"><When loaded={answer}>{(told) => <Reply answer={told} remedy={<NoStory question={question} />} named />}</When></div>
        ) : (
          <p class="meta ask-how">{HOW}</p>
        )}
        <Examples questions={data?.questions ?? []} asked={question} hrefOf={askAllHref} />
      </div>
    </div>
  );
}

function NoStory({ question }: { question: string }) {
  return (
    <>
      No story of this archive tells it in words that were understood. Name who or what you ask about as the reports do, or{" "}
      <Link href={address("/search", { q: question })}>search for the words</Link>.
    </>
  );
}
