/** The box that a question is written into. */

import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const LONGEST = 300;

interface Props {
  readonly question: string;
  readonly ask: (words: string) => void;
  readonly label: string;
}

export function QuestionBox({ question, ask, label }: Props) {
  const [words, setWords] = useState(question);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setWords(question), [question]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (words.trim()) ask(words.trim());
    else box.current?.focus();
  };
  return (
    <form class="ask-box" onSubmit={submit}>
      <label for="question">{label}</label>
      <div>
        <input id="question" type="search" ref={box} value={words} maxLength={LONGEST} autoComplete="off"
          placeholder="How many …? Who said …? What happened in …?" onInput={(event) => setWords(event.currentTarget.value)} />
        <button type="submit" class="strong">Ask</button>
      </div>
    </form>
  );
}
