import { expect, test } from "vitest";
import type { ReportMark } from "../api/client";
import { rangesOf, segmentsOf } from "./segments";

const mark = (start: number, end: number, layer: ReportMark["layer"]): ReportMark => ({ start, end, layer, meaning: "", facts: [], series: null });
const text = "Seven people died, the mayor said.\n\nNobody was found.";

test("a text without marks is its paragraphs", () => {
  expect(segmentsOf(text, [], []).map((line) => line.map((piece) => piece.text))).toEqual([["Seven people died, the mayor said."], ["Nobody was found."]]);
});

test("marks that lie over one another cut the text so that each piece knows both", () => {
  const [first] = segmentsOf(text, [mark(0, 17, "claim"), mark(0, 12, "figure"), mark(19, 28, "source")], []);
  expect(first?.map((piece) => [piece.text, piece.marks.map((each) => each.layer)])).toEqual([
    ["Seven people", ["claim", "figure"]],
    [" died", ["claim"]],
    [", ", []],
    ["the mayor", ["source"]],
    [" said.", []],
  ]);
});

test("a mark over two paragraphs is cut at their border", () => {
  const lines = segmentsOf(text, [mark(29, 42, "claim")], []);
  expect(lines.map((line) => line.filter((piece) => piece.marks.length).map((piece) => piece.text))).toEqual([["said."], ["Nobody"]]);
});

test("the pieces of a line join to the line again, whatever is cited", () => {
  const lines = segmentsOf(`🚒🚒 ${text}`, [mark(3, 8, "figure")], [{ start: 1, end: 9 }, { start: 5, end: 500 }]);
  expect(lines.map((line) => line.map((piece) => piece.text).join("")).join("\n\n")).toBe(`🚒🚒 ${text}`);
  expect(lines[0]?.filter((piece) => piece.marks.length).map((piece) => piece.text).join("")).toBe("Seven");
});

test.each([
  ["12-40,55-61", [{ start: 12, end: 40 }, { start: 55, end: 61 }]],
  ["", []],
  ["7-7,9-2,x-y,-4", []],
])("the spans of %j", (written, ranges) => {
  expect(rangesOf(written)).toEqual(ranges);
});
