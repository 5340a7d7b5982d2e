import { expect, test } from "vitest";
import { byStory } from "./grouping";

const line = (sentence: string, ...stories: string[]) => ({ sentence, stories });

test("sentences stand with those of the same story, in the order in which stories are met", () => {
  const groups = byStory([line("Nine died.", "flood"), line("Two died.", "fire"), line("Seven had died before.", "flood")]);
  expect(groups.map((group) => group.lines.map((each) => each.sentence))).toEqual([["Nine died.", "Seven had died before."], ["Two died."]]);
});

test("a sentence of two stories stands alone, in whichever order they are named", () => {
  const groups = byStory([line("Both speak of it.", "flood", "fire"), line("So do these.", "fire", "flood"), line("One alone.", "fire")]);
  expect(groups.map((group) => [group.stories, group.lines.length])).toEqual([[["flood", "fire"], 2], [["fire"], 1]]);
});
