import { expect, test } from "vitest";
import type { ReviewItem } from "../api/client";
import { asSentence } from "./wording";
import { chosenBy, decisionOf, type Draft, emptyDraft, type Kind, KEYS, lacking, nameOf } from "./deciding";

const item = (more: Partial<ReviewItem>): ReviewItem => ({
  id: "i", topic: "event", kind: "event", target: "v:1", other: null, title: "A ferry sank", detail: "", other_title: null, other_detail: "",
  reasons: [], score: 0.5, quotes: [], other_quotes: [], offers: ["confirm", "reject", "note"], pieces: [], part_of: null,
  earliest: "2024-03-04", latest: "2024-03-05", place: "e:1", candidates: [], notes: [], ...more,
});
const event = item({});
const pair = item({ topic: "names", kind: "entity", target: "e:1", other: "e:2" });
const name = item({ topic: "name", kind: "entity", target: "e:1", pieces: [
  { name: "Marn", count: 2, spans: [{ report: "r1", start: 1, end: 5 }, { report: "r2", start: 3, end: 7 }] },
  { name: "Marne", count: 1, spans: [{ report: "r3", start: 0, end: 5 }] },
] });
const figure = item({ topic: "figure", kind: "figure", target: "r1.f0", part_of: "s:1", pieces: [{ name: "15", count: 1, spans: [{ report: "r1", start: 2, end: 4 }] }] });
const place = item({ topic: "place", kind: "entity", target: "e:9" });
const with_ = (of: ReviewItem, more: Partial<Draft>): Draft => ({ ...emptyDraft(of), reason: "seen", ...more });

test.each<[Kind, ReviewItem, Partial<Draft>, string | undefined]>([
  ["confirm", event, { reason: "" }, undefined],
  ["reject", event, { reason: " " }, "Say in a few words what shows it."],
  ["reject", event, {}, undefined],
  ["rename", name, { text: " " }, "Write the new name."],
  ["note", event, { reason: "", text: "Ask them." }, undefined],
  ["re-date", event, { earliest: "" }, "Choose the day."],
  ["re-date", event, { earliest: "2024-03-09" }, "The last day is before the first."],
  ["re-date", event, {}, undefined],
  ["re-place", event, {}, "Choose another place."],
  ["re-place", event, { place: "e:2" }, undefined],
  ["re-place", place, {}, "Choose a place, or give its degrees."],
  ["re-place", place, { point: { latitude: 95, longitude: 0, precision: 1 } }, "Choose a place, or give its degrees."],
  ["re-place", place, { point: { latitude: 5, longitude: 0, precision: 1 } }, undefined],
  ["split", name, {}, "Tick some of them, and leave at least one."],
  ["split", name, { pieces: ["Marn", "Marne"] }, "Tick some of them, and leave at least one."],
  ["split", name, { pieces: ["Marne"] }, undefined],
  ["split", pair, {}, undefined],
  ["split", figure, {}, undefined],
])("to %s lacks what it says", (kind, of, draft, words) => {
  expect(lacking(kind, of, with_(of, draft), "Ada")).toBe(words);
});

test("nothing is decided by nobody", () => {
  expect(lacking("confirm", event, emptyDraft(event), " ")).toBe("Say who decides.");
});

test.each<[Kind, ReviewItem, Partial<Draft>, object]>([
  ["merge", pair, {}, { target: "e:1", other: "e:2" }],
  ["split", pair, {}, { target: "e:1", other: "e:2", spans: [] }],
  ["split", name, { pieces: ["Marne"] }, { target: "e:1", spans: [{ report: "r3", start: 0, end: 5 }] }],
  ["split", figure, {}, { target: "s:1", spans: [{ report: "r1", start: 2, end: 4 }] }],
  ["rename", name, { text: " Ivo Marn " }, { text: "Ivo Marn" }],
  ["re-date", event, { earliest: "2024-03-06", latest: "" }, { earliest: "2024-03-06", latest: "2024-03-06" }],
  ["re-place", event, { place: "e:2" }, { other: "e:2" }],
  ["re-place", place, { point: { latitude: 5, longitude: 6, precision: 1 } }, { location: { latitude: 5, longitude: 6, precision: 1 } }],
  ["note", event, { text: "Ask." }, { text: "Ask.", target: "v:1" }],
])("to %s sends what the server needs", (kind, of, draft, body) => {
  expect(decisionOf(kind, of, with_(of, draft), " Ada ")).toMatchObject({ kind, author: "Ada", reason: "seen", ...body });
});

test("a key means only what is offered, and no two kinds share one", () => {
  expect(chosenBy("r", event)).toBe("reject");
  expect(chosenBy("m", event)).toBeUndefined();
  expect(new Set([...Object.values(KEYS), "j", "k"]).size).toBe(Object.keys(KEYS).length + 2);
});

test("a choice is called by what it does to what is asked", () => {
  expect(nameOf("split", pair)).toBe("Keep apart");
  expect(nameOf("split", name)).toBe("Take apart");
  expect(nameOf("split", figure)).toBe("Take out of its series");
});

test.each([["Only one origin tells it", "Only one origin tells it."], ["Are they one?", "Are they one?"], ["He said “no.”", "He said “no.”"]])("%s ends once", (words, told) => {
  expect(asSentence(words)).toBe(told);
});
