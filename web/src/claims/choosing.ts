/** Which rows of the claims board fit the filters, and which columns they need. */

import type { ClaimRow, Column } from "../api/client";

export interface Choice {
  readonly mode: string;
  readonly origin: string;
  readonly words: string;
  readonly shared: boolean;
}

const WIDEST = 8;

export function chosenRows(rows: readonly ClaimRow[], choice: Choice): readonly ClaimRow[] {
  const words = choice.words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (!choice.shared || row.origins > 1) &&
      row.cells.some((cell) => (!choice.origin || cell.origin === choice.origin) && cell.statements.some((each) => !choice.mode || each.mode === choice.mode)) &&
      words.every((word) => textOf(row).includes(word)),
  );
}

function textOf(row: ClaimRow): string {
  const said = row.cells.flatMap((cell) => cell.statements.flatMap((each) => [each.words, each.source ?? "", each.outlet ?? "", ...each.via]));
  return [row.words, ...said].join("\n").toLowerCase();
}

/** The columns that the rows use, the fullest first; those beyond the widest board share a last one (`others`). */
export function neededColumns(rows: readonly ClaimRow[], columns: readonly Column[]): { own: readonly Column[]; others: readonly Column[] } {
  const filled = new Map<string, number>();
  for (const cell of rows.flatMap((row) => row.cells)) filled.set(cell.origin, (filled.get(cell.origin) ?? 0) + 1);
  const used = columns
    .filter((column) => filled.has(column.origin))
    .sort((one, other) => (filled.get(other.origin) ?? 0) - (filled.get(one.origin) ?? 0));
  return used.length <= WIDEST + 1 ? { own: used, others: [] } : { own: used.slice(0, WIDEST), others: used.slice(WIDEST) };
}

const MOST = 3;

/** What an origin says that is not the statement of the row: "asserts" alone would credit it with that one. */
export function otherWords(statements: readonly { words: string }[], told: string): string[] {
  return [...new Set(statements.map((each) => each.words))].filter((words) => words !== told).slice(0, MOST);
}
