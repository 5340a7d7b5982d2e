/** Ask: a question in English, answered from the reports of one story with citations, or not at all. */

import { usePage } from "../api/page";
import { When } from "../chrome/states";
import { go, Link, storyHref } from "../router";
import type { StoryQuery } from "../story/story";
import { QuestionBox } from "./box";
import { Reply } from "./reply";

export const HOW = "Every sentence of an answer is checked against the words it cites. Where no report says it, the answer says so.";
const IN_WORDS = "name who or what you ask about as the reports do, or ask for one thing at a time.";

export function AskPage({ question, query }: { question: string; query: StoryQuery }) {
  const hrefOf = (words: string) => storyHref(query.story, "ask", { as_of: query.as_of, q: words });
  const answer = usePage(question ? "/api/stories/{story}/ask" : undefined, { ...query, q: question });
  const { data } = usePage("/api/stories/{story}/questions", { ...query });
  const remedy = query.as_of ? `Not until this day, that is: a later one may. Move the slider, or ${IN_WORDS}` : `Perhaps they do in other words: ${IN_WORDS}`;
  return (
    <div class="ask">
      <QuestionBox question={question} ask={(words) => go(hrefOf(words))} label="What do you want to know?" />
      {question ? (
        <div class="reply" aria-live="polite"><When loaded={answer}>{(told) => <Reply answer={told} remedy={remedy} named={false} />}</When></div>
      ) : (
        <p class="meta ask-how">{HOW}</p>
      )}
      <Examples questions={data?.questions ?? []} asked={question} hrefOf={hrefOf} />
      <p class="meta ask-all"><Link href={askAllHref(question)}>{question ? "Put it to all stories" : "Ask all stories"}</Link></p>
    </div>
  );
}

/** Where a question is put to every story of the archive. */
export function askAllHref(question: string): string {
  return question ? `/ask?${new URLSearchParams({ q: question })}` : "/ask";
}

/** Questions that do have an answer, to begin with. */
export function Examples({ questions, asked, hrefOf }: { questions: readonly string[]; asked: string; hrefOf: (question: string) => string }) {
  const others = questions.filter((each) => each !== asked);
  if (others.length === 0) return null;
  return (
    <section class="examples">
      <h2>{asked ? "Ask also" : "For example"}</h2>
      <ul>{others.map((each) => <li key={each}><Link href={hrefOf(each)}>{each}</Link></li>)}</ul>
    </section>
  );
}
