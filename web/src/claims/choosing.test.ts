import { expect, test } from "vitest";
import type { ClaimRow, Column } from "../api/client";
import { chainOf, neededColumns, otherWords } from "./choosing";

const row = (words: string, origins: readonly string[], mode = "asserted"): ClaimRow => ({
  id: words, words, reason: null, origins: origins.length,
  cells: origins.map((origin) => ({ origin, statements: [{ id: origin, mode: mode as "asserted", source: "Ann Lee", outlet: "Wire", via: [], words, days: [], told: 1, citations: [] }], more: 0 })),
});
const rows = [row("The ferry sank.", ["police", "union"]), row("The ferry is afloat.", ["owner"], "denied")];

test("a board is never wider than a page can be: the emptiest columns share one", () => {
  const columns: Column[] = Array.from({ length: 20 }, (_, place) => ({ origin: `o${place}`, name: `Origin ${place}`, kind: "outlet", statements: 1 }));
  const wide = [row("All of them say so.", columns.map((column) => column.origin)), row("The last says more.", ["o19"])];
  const { own, others } = neededColumns(wide, columns);
  expect(own[0]?.origin).toBe("o19");
  expect(own.length + others.length).toBe(20);
  expect(own.length).toBeLessThanOrEqual(9);
  expect(neededColumns(rows, columns.concat({ origin: "police", name: "Police", kind: "organisation", statements: 2 })).others).toEqual([]);
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
