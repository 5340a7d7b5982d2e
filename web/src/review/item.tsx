/** One thing to look at: closed, what it is and why it is doubtful; open, its words in context and the choices. */

import { useState } from "preact/hooks";
import type { NewDecision, PlaceChoice, Quoted, ReviewItem } from "../api/client";
import { Citations } from "../citing/citations";
import { Pieces } from "../citing/passage";
import { sayDay } from "../words/days";
import { asSentence } from "./wording";
import { decisionOf, emptyDraft, isPlain, type Kind, KEYS, lacking, nameOf } from "./deciding";
import { DecisionForm } from "./form";

const TOPICS: Readonly<Record<ReviewItem["topic"], string>> = {
  disagreement: "Disagreement", event: "Event", events: "One event or two", name: "Name", names: "One name or two", place: "Place",
  figure: "Figure", series: "One series or two", claim: "Statement",
};

interface ItemProps {
  readonly item: ReviewItem;
  readonly number: number;
  readonly places: readonly PlaceChoice[];
  readonly author: string;
  readonly sign: (author: string) => void;
  readonly open: boolean;
  readonly chosen: Kind | undefined;
  readonly busy: boolean;
  readonly select: () => void;
  readonly choose: (kind: Kind | undefined) => void;
  readonly take: (body: NewDecision) => Promise<void>;
}

export function ItemCard(props: ItemProps) {
  const { item, number, open, select } = props;
  return (
    <li class={open ? "review-item open" : "review-item"}>
      <h2><button type="button" class="review-head" aria-expanded={open} onClick={select}>
        <span class="kicker"><span class="number">{number}</span> {TOPICS[item.topic]}{item.detail && !item.other && <> · <bdi>{item.detail}</bdi></>}</span>
        <span class={open && item.other ? "title visually-hidden" : "title"} dir="auto">{item.title}{item.other_title && item.other_title !== item.title && <span class="or"> or </span>}{item.other_title !== item.title && item.other_title}</span>
        <span class="why" dir="auto">{item.reasons.map(asSentence).join(" ")}</span>
      </button></h2>
      {open && <Body {...props} />}
    </li>
  );
}

function Body({ item, places, author, sign, chosen, busy, choose, take }: ItemProps) {
  const [draft, setDraft] = useState(() => emptyDraft(item));
  const press = (kind: Kind) => {
    if (isPlain(kind) && author.trim()) void take(decisionOf(kind, item, emptyDraft(item), author));
    else choose(kind === chosen ? undefined : kind);
  };
  return (
    <div class="review-body">
      {item.other ? (
        <div class="sides">
          <Side title={item.title} detail={item.detail} quotes={item.quotes} />
          <Side title={item.other_title ?? ""} detail={item.other_detail} quotes={item.other_quotes} />
        </div>
      ) : (
        item.quotes.map((quote, place) => <Quote quote={quote} key={place} />)
      )}
      {item.notes.length > 0 && <ul class="review-notes" aria-label="Notes">{item.notes.map((note) => <li dir="auto" key={note}>{note}</li>)}</ul>}
      <div class="review-offers" role="group" aria-label="Decide">
        {item.offers.map((kind) => (
          <button type="button" key={kind} disabled={busy} class={kind === "confirm" || kind === "merge" ? "strong" : ""} aria-pressed={isPlain(kind) ? undefined : kind === chosen} aria-keyshortcuts={KEYS[kind]} onClick={() => press(kind)}>
            {nameOf(kind, item)} <kbd aria-hidden="true">{KEYS[kind]}</kbd>
          </button>
        ))}
      </div>
      {chosen && (
        <DecisionForm
          key={chosen}
          kind={chosen}
          item={item}
          places={places}
          draft={draft}
          author={author}
          sign={sign}
          busy={busy}
          lacks={lacking(chosen, item, draft, author)}
          change={(part) => setDraft({ ...draft, ...part })}
          keep={() => void take(decisionOf(chosen, item, draft, author))}
          close={() => choose(undefined)}
        />
      )}
    </div>
  );
}

function Side({ title, detail, quotes }: { title: string; detail: string; quotes: readonly Quoted[] }) {
  return (
    <section>
      <h3 dir="auto">{title}</h3>
      <p class="meta"><bdi>{detail}</bdi></p>
      {quotes.map((quote, place) => <Quote quote={quote} key={place} />)}
    </section>
  );
}

function Quote({ quote }: { quote: Quoted }) {
  return (
    <figure class="voice">
      <blockquote><Pieces pieces={quote.pieces} /></blockquote>
      <figcaption class="meta">
        <bdi>{quote.outlet ?? "Outlet not known"}</bdi>, {quote.published ? sayDay(quote.published) : "undated"} <Citations of={quote.citations} />
      </figcaption>
    </figure>
  );
}
