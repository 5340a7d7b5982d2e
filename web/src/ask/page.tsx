/** Ask: a question in English, answered from the reports with citations, or not at all. */

import type { TargetedSubmitEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Answered } from "../api/client";
import { usePage } from "../api/page";
import { When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { Reports } from "../citing/reports";
import { go, Link, storyHref } from "../router";
import type { StoryQuery } from "../story/story";
import { directionOf } from "../words/direction";

const LONGEST = 300;

export function AskPage({ question, ...query }: StoryQuery & { question: string }) {
  return (
    <div class="ask">
      <QuestionBox question={question} query={query} />
      {question ? <Reply question={question} query={query} /> : <p class="meta ask-how">Every sentence of an answer is checked against the words it cites. Where no report says it, the answer says so.</p>}
      <Examples query={query} asked={question} />
    </div>
  );
}

export function askHref({ story, as_of }: StoryQuery, question: string): string {
  return storyHref(story, "ask", { as_of, q: question });
}

function QuestionBox({ question, query }: { question: string; query: StoryQuery }) {
  const [words, setWords] = useState(question);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setWords(question), [question]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (words.trim()) go(askHref(query, words.trim()));
    else box.current?.focus();
  };
  return (
    <form class="ask-box" onSubmit={submit}>
      <label for="question">What do you want to know?</label>
      <div>
        <input id="question" type="search" ref={box} value={words} maxLength={LONGEST} autoComplete="off"
          placeholder="How many …? Who said …? What happened in …?" onInput={(event) => setWords(event.currentTarget.value)} />
        <button type="submit" class="strong">Ask</button>
      </div>
    </form>
  );
}

function Reply({ question, query }: { question: string; query: StoryQuery }) {
  const loaded = usePage("/api/stories/{story}/ask", { ...query, q: question });
  return (
    <div class="reply" aria-live="polite">
      <When loaded={loaded}>{(answer) => <Answer answer={answer} asOf={query.as_of} />}</When>
    </div>
  );
}

function Answer({ answer, asOf }: { answer: Answered; asOf: string | undefined }) {
  const reports = useMemo(() => new Map(answer.reports.map((report) => [report.id, report])), [answer]);
  const [first, ...others] = answer.lines;
  if (!first) {
    return (
      <section class="silent">
        <h2>The reports do not say.</h2>
        <p class="meta">
          {asOf ? "Not until this day, that is: a later one may. Move the slider, or " : "Perhaps they do in other words: "}
          name who or what you ask about as the reports do, or ask for one thing at a time.
        </p>
      </section>
    );
  }
  return (
    <Reports.Provider value={reports}>
      <section aria-label="Answer">
        <p class="first" dir={directionOf(first.sentence)}>{first.sentence} <Citations of={first.citations} most={8} /></p>
        {others.length > 0 && (
          <ul>
            {others.map((line, number) => <li dir={directionOf(line.sentence)} key={number}>{line.sentence} <Citations of={line.citations} most={8} /></li>)}
          </ul>
        )}
      </section>
    </Reports.Provider>
  );
}

function Examples({ query, asked }: { query: StoryQuery; asked: string }) {
  const { data } = usePage("/api/stories/{story}/questions", { ...query });
  const questions = (data?.questions ?? []).filter((each) => each !== asked);
  if (questions.length === 0) return null;
  return (
    <section class="examples">
      <h2>{asked ? "Ask also" : "For example"}</h2>
      <ul>{questions.map((each) => <li key={each}><Link href={askHref(query, each)} >{each}</Link></li>)}</ul>
    </section>
  );
}
