/** The review: what is least sure, one after the other, each with its words, its reason and what can be decided. */

import { useEffect, useRef, useState } from "preact/hooks";
import { decide, type DecisionLine, type NewDecision, type ReviewPage as Queue, settle, Trouble, undo } from "../api/client";
import { forget, usePage } from "../api/page";
import { Empty, When } from "../chrome/states";
import type { StoryQuery } from "../story/story";
import { sayCount } from "../words/counts";
import { chosenBy, type Kind } from "./deciding";
import { HistoryList } from "./history";
import { ItemCard } from "./item";
import { useRemembered } from "./remembered";
import { UndoForm } from "./undoing";

const STEP = 25;
const ON = "on";

/** What was just done, so that it can be undone; or what went wrong. */
interface Word {
  readonly text: string;
  readonly bad?: boolean;
  readonly undo?: DecisionLine;
}

export function ReviewPage({ story, as_of, changed }: StoryQuery & { changed: () => void }) {
  const [offset, setOffset] = useState(0);
  const queue = usePage("/api/stories/{story}/review", { story, offset: String(offset), limit: String(STEP) });
  const past = usePage("/api/stories/{story}/decisions", { story });
  const [author, setAuthor] = useRemembered("author", "");
  const [keys, setKeys] = useRemembered("review-keys", ON);
  const [busy, setBusy] = useState<string>();
  const [word, setWord] = useState<Word>();
  const [undoing, setUndoing] = useState<DecisionLine>();
  const name = useRef<HTMLInputElement>(null);

  const keep = async (doing: string, send: () => Promise<DecisionLine>, told: (line: DecisionLine) => Word): Promise<boolean> => {
    if (busy) return false;
    setBusy(doing);
    setWord(undefined);
    setUndoing(undefined);
    try {
      const line = await send();
      setBusy("Kept. The account is being reckoned anew …");
      await settle();
      setWord(told(line));
      return true;
    } catch (error) {
      const trouble = error instanceof Trouble ? error : new Trouble(String(error), "Try again", 0);
      setWord({ text: `${trouble.problem}. ${trouble.remedy}.`, bad: true });
      return false;
    } finally {
      setBusy(undefined);
      forget();
      queue.again();
      past.again();
      changed();
    }
  };
  const unsigned = () => {
    setWord({ text: "Say who decides: write your name beside the list.", bad: true });
    name.current?.focus();
  };
  const take = (body: NewDecision) => {
    if (!body.author) {
      unsigned();
      return Promise.resolve(false);
    }
    return keep("Keeping the decision …", () => decide({ ...body, story }), (line) => ({ text: `Kept: ${line.said}.`, undo: line }));
  };
  const undoOne = (id: string, reason: string) => {
    if (!author.trim()) {
      unsigned();
      return Promise.resolve(false);
    }
    return keep("Undoing …", () => undo(id, author.trim(), reason), () => ({ text: "Undone. The history keeps both." }));
  };
  return (
    <div class="review">
      <section aria-label="To review">
        {as_of && <p class="notice">The review is of everything that was published, not of a past day.</p>}
        <When loaded={queue}>
          {(page) => (
            <Items page={page} author={author} sign={setAuthor} keys={keys === ON} busy={busy !== undefined} take={take} undoLast={() => setUndoing(word?.undo)} turn={setOffset} />
          )}
        </When>
      </section>
      <aside class="review-side" aria-label="Who decides, and what was decided">
        <label class="filter">
          <span>Who decides</span>
          <input ref={name} type="text" value={author} maxLength={100} autocomplete="name" onInput={(event) => setAuthor(event.currentTarget.value)} />
        </label>
        <p class="meta">Stands with every decision. Remembered on this machine.</p>
        <label class="toggle">
          <input type="checkbox" checked={keys === ON} onChange={(event) => setKeys(event.currentTarget.checked ? ON : "off")} />
          <span>Keys: <kbd>j</kbd> <kbd>k</kbd> next, back · <kbd>u</kbd> undo · those on the buttons</span>
        </label>
        <When loaded={past}>{({ decisions }) => <HistoryList decisions={decisions} busy={busy !== undefined} undo={undoOne} />}</When>
      </aside>
      <div class={`review-word${word?.bad ? " bad" : ""}`} role={word?.bad ? "alert" : "status"}>
        {busy ?? word?.text}
        {!busy && word?.undo && !undoing && <button type="button" onClick={() => setUndoing(word.undo)}>Undo</button>}
        {undoing && <UndoForm verb="Undo" said={undoing.said} busy={busy !== undefined} keep={(reason) => void undoOne(undoing.id, reason)} close={() => setUndoing(undefined)} />}
      </div>
    </div>
  );
}

interface ItemsProps {
  readonly page: Queue;
  readonly author: string;
  readonly sign: (author: string) => void;
  readonly keys: boolean;
  readonly busy: boolean;
  readonly take: (body: NewDecision) => Promise<boolean>;
  readonly undoLast: () => void;
  readonly turn: (offset: number) => void;
}

function Items({ page, author, sign, keys, busy, take, undoLast, turn }: ItemsProps) {
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<Kind>();
  const list = useRef<HTMLOListElement>(null);
  const place = Math.min(at, page.items.length - 1);
  const move = (next: number) => {
    const inside = Math.min(Math.max(next, 0), page.items.length - 1);
    setAt(inside);
    setOpen(undefined);
    requestAnimationFrame(() => focus(inside));
  };
  const focus = (number: number) => list.current?.querySelectorAll<HTMLElement>(".review-head")[number]?.focus();
  const kept = useRef(false);
  useEffect(() => {
    // What was decided has left the list; whoever works by keyboard goes on with what stands in its place.
    if (kept.current) focus(place);
    kept.current = false;
  }, [page]);
  const press = useRef<(key: string) => boolean>(() => false);
  press.current = (key) => {
    const item = page.items[place];
    if (key === "j" || key === "k") move(place + (key === "j" ? 1 : -1));
    else if (key === "u") undoLast();
    else if (item && chosenBy(key, item)) setOpen(chosenBy(key, item));
    else return false;
    return true;
  };
  useEffect(() => {
    if (!keys) return undefined;
    const listen = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
      if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (press.current(event.key)) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [keys]);
  if (page.total === 0) return <Empty title="Nothing is left to review">What is least sure comes up here as reports are added.</Empty>;
  return (
    <>
      <p class="meta review-count">{sayCount(page.total, "thing")} to look at, the least sure first</p>
      <ol class="review-items" ref={list} start={page.offset + 1}>
        {page.items.map((item, number) => (
          <ItemCard
            key={item.id}
            item={item}
            number={page.offset + number + 1}
            places={page.places}
            author={author}
            sign={sign}
            open={number === place}
            chosen={number === place ? open : undefined}
            busy={busy}
            select={() => (number === place ? undefined : move(number))}
            choose={(kind) => { setAt(number); setOpen(kind); }}
            take={async (body) => {
              if (!(await take(body))) return;
              setOpen(undefined);
              kept.current = true;
            }}
          />
        ))}
      </ol>
      {page.total > STEP && (
        <nav class="review-pages" aria-label="Pages of the list">
          <button type="button" disabled={page.offset === 0} onClick={() => turn(page.offset - STEP)}>Less sure</button>
          <span class="meta">{page.offset + 1}–{page.offset + page.items.length} of {page.total}</span>
          <button type="button" disabled={page.offset + STEP >= page.total} onClick={() => turn(page.offset + STEP)}>Surer</button>
        </nav>
      )}
    </>
  );
}
