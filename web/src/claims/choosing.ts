/** Which columns the claims board has, and what stands in its cells. */

import type { Column } from "../api/client";

const WIDEST = 8;

/** The columns of the origins that are used, the fullest first; those beyond the widest board share a last one. */
export function sharedOut(used: readonly string[], columns: readonly Column[]): { own: readonly Column[]; others: readonly Column[] } {
  const known = new Map(columns.map((column) => [column.origin, column]));
  const needed = used.flatMap((origin) => known.get(origin) ?? []);
  return needed.length <= WIDEST + 1 ? { own: needed, others: [] } : { own: needed.slice(0, WIDEST), others: needed.slice(WIDEST) };
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
