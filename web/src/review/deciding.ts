/** What can be decided about an item of the queue: how each choice is called, what it asks for, and what is sent. */

import type { NewDecision, ReviewItem } from "../api/client";

export type Kind = ReviewItem["offers"][number];
type Point = NonNullable<NewDecision["location"]>;

/** What a form holds while it is filled in. */
export interface Draft {
  readonly reason: string;
  readonly text: string;
  readonly earliest: string;
  readonly latest: string;
  readonly place: string;
  readonly point: Point | undefined;
  readonly pieces: readonly string[];
}

/** The key that opens each choice; j and k move, u undoes. */
export const KEYS: Readonly<Record<Kind, string>> = {
  confirm: "c", reject: "r", merge: "m", split: "s", rename: "e", "re-date": "d", "re-place": "p", note: "n", undo: "u",
};

const UNREASONED: readonly Kind[] = ["confirm", "note"];

export function emptyDraft(item: ReviewItem): Draft {
  return {
    reason: "",
    text: "",
    earliest: item.earliest ?? "",
    latest: item.latest ?? "",
    place: item.place ?? "",
    point: undefined,
    pieces: item.topic === "figure" ? item.pieces.map((piece) => piece.name) : [],
  };
}

/** How a choice is called on its button. */
export function nameOf(kind: Kind, item: ReviewItem): string {
  if (kind === "confirm") return item.topic === "disagreement" ? "Confirm: they contradict" : "Confirm";
  if (kind === "merge") return "Merge: they are one";
  if (kind === "split") return item.other ? "Keep apart" : item.topic === "figure" ? "Take out of its series" : "Take apart";
  const plain: Partial<Record<Kind, string>> = { reject: "Reject", rename: "Rename", "re-date": "Change the day", "re-place": "Change the place", note: "Note" };
  return plain[kind] ?? kind;
}

/** What it will do, in a sentence. */
export function effectOf(kind: Kind, item: ReviewItem): string {
  switch (kind) {
    case "confirm": return "It stays as it is, and bears your name.";
    case "merge": return "Both become one, now and in every later reckoning.";
    case "split":
      if (item.other) return "They stay two, whatever later reports say.";
      if (item.topic === "figure") return "The figure gets a series of its own.";
      return item.kind === "event" ? "The tellings that you tick become an event of their own." : "The mentions that you tick become somebody or something else.";
    case "rename": return "The new name is told; the former one is kept as another name.";
    case "reject": return REJECTED[item.kind] ?? "It leaves the account.";
    case "re-date": return "The event stands on the timeline on this day.";
    case "re-place": return item.kind === "event" ? "The event happened there." : "The place lies there, on the map and in the exports.";
    case "note": return "The note stands beside it. Nothing else changes.";
    case "undo": return "";
  }
}

const REJECTED: Partial<Record<ReviewItem["kind"], string>> = {
  claim: "The statement leaves the account, with the events and the figures that it carries. The report stays.",
  figure: "The figure leaves its series and the account.",
  event: "These tellings leave the account. Another report that tells it brings it up again.",
  disagreement: "It is no longer listed, until another value or another side comes in.",
};

/** Whether a choice can be kept at once, without a form. */
export function isPlain(kind: Kind): boolean {
  return kind === "confirm";
}

/** What still has to be filled in, in words; undefined where nothing has. */
export function lacking(kind: Kind, item: ReviewItem, draft: Draft, author: string): string | undefined {
  if (!author.trim()) return "Say who decides.";
  if (kind === "rename" && !draft.text.trim()) return "Write the new name.";
  if (kind === "note" && !draft.text.trim()) return "Write the note.";
  if (kind === "re-date" && !draft.earliest) return "Choose the day.";
  if (kind === "re-date" && draft.latest && draft.latest < draft.earliest) return "The last day is before the first.";
  if (kind === "re-place" && item.kind === "event" && (!draft.place || draft.place === item.place)) return "Choose another place.";
  if (kind === "re-place" && item.kind !== "event" && !isPoint(draft.point)) return "Choose a place, or give its degrees.";
  if (kind === "split" && !item.other && !isPart(item, draft)) return "Tick some of them, and leave at least one.";
  if (!UNREASONED.includes(kind) && !draft.reason.trim()) return "Say in a few words what shows it.";
  return undefined;
}

function isPoint(point: Point | undefined): boolean {
  return point !== undefined && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
}

function isPart(item: ReviewItem, draft: Draft): boolean {
  return draft.pieces.length > 0 && (item.topic === "figure" || draft.pieces.length < item.pieces.length);
}

/** What is sent to the server. */
export function decisionOf(kind: Kind, item: ReviewItem, draft: Draft, author: string): NewDecision {
  const body = { kind, target: item.target, author: author.trim(), reason: draft.reason.trim(), spans: [] };
  switch (kind) {
    case "merge": return { ...body, other: item.other };
    case "split": {
      if (item.other) return { ...body, other: item.other };
      const spans = item.pieces.filter((piece) => draft.pieces.includes(piece.name)).flatMap((piece) => piece.spans);
      return { ...body, target: item.part_of ?? item.target, spans };
    }
    case "rename":
    case "note": return { ...body, text: draft.text.trim() };
    case "re-date": return { ...body, earliest: draft.earliest, latest: draft.latest || draft.earliest };
    case "re-place": return item.kind === "event" ? { ...body, other: draft.place } : { ...body, location: draft.point ?? null };
    default: return body;
  }
}

/** The choice that a key means for an item. */
export function chosenBy(key: string, item: ReviewItem): Kind | undefined {
  return item.offers.find((kind) => KEYS[kind] === key);
}
