import { expect, test } from "vitest";
import type { Column } from "../api/client";
import { chainOf, otherWords, sharedOut } from "./choosing";

const columns: readonly Column[] = Array.from({ length: 20 }, (_, place) => ({ origin: `o${place}`, name: `Origin ${place}`, kind: "outlet", statements: 1 }));

test("a board is never wider than a page can be: the emptiest columns share one", () => {
  const { own, others } = sharedOut(["o19", ...columns.slice(0, 19).map((column) => column.origin)], columns);
  expect(own[0]?.origin).toBe("o19");
  expect(own.length).toBe(8);
  expect(own.length + others.length).toBe(20);
});

test("only origins that the rows have get a column, and a ninth needs no company", () => {
  expect(sharedOut(["o3", "o1"], columns).own.map((column) => column.name)).toEqual(["Origin 3", "Origin 1"]);
  const nine = sharedOut(columns.slice(0, 9).map((column) => column.origin), columns);
  expect([nine.own.length, nine.others.length]).toEqual([9, 0]);
});

test("an origin that says something else on a row is shown with its own words", () => {
  const said = [{ words: "The ferry sank." }, { words: "Nine were saved." }, { words: "Nine were saved." }];
  expect(otherWords(said, "The ferry sank.")).toEqual(["Nine were saved."]);
  expect(otherWords(said.slice(0, 1), "The ferry sank.")).toEqual([]);
});

test.each([
  ["officials", ["State TV", "Steppe Wire"], "Harbour Post", "officials → State TV → Steppe Wire → Harbour Post"],
  ["officials", ["Harbour Post"], "Harbour Post", "officials → Harbour Post"],
  [null, ["Steppe Wire"], "Harbour Post", "Steppe Wire → Harbour Post"],
])("what %s said by way of %j came to %s", (source, via, outlet, told) => {
  expect(chainOf({ source, via, outlet }).join(" → ")).toBe(told);
});
