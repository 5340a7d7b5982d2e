/** Which columns the rows of the claims board need, and what stands in their cells. */

import type { ClaimRow, Column } from "../api/client";

const WIDEST = 8;

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

/** Through whose hands a statement came, the source first, the outlet last, each once. */
export function chainOf({ source, via, outlet }: { source: string | null; via: readonly string[]; outlet: string | null }): string[] {
  return [...new Set([source, ...via, outlet].filter((name) => name !== null))];
}
