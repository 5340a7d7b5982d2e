/** The table of the claims board. */

import type { Cell, ClaimRow, Column, Statement } from "../api/client";
import { Citations, merged } from "../citing/citations";
import { verbOf } from "../words/modes";
import { neededColumns, otherWords } from "./choosing";

export function Board({ rows, columns }: { rows: readonly ClaimRow[]; columns: readonly Column[] }) {
  const { own, others } = neededColumns(rows, columns);
  return (
    <div class="scroll board" tabIndex={0} role="region" aria-label="Claims board">
      <table>
        <thead>
          <tr>
            <th scope="col">Statement</th>
            {own.map((column) => <th scope="col" key={column.origin}><bdi>{column.name}</bdi></th>)}
            {others.length > 0 && <th scope="col">Other origins</th>}
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row row={row} own={own} others={others} key={row.id} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row, own, others }: { row: ClaimRow; own: readonly Column[]; others: readonly Column[] }) {
  const cells = new Map(row.cells.map((cell) => [cell.origin, cell]));
  return (
    <tr class={row.reason ? "disputed" : ""}>
      <th scope="row" dir="auto">
        {row.words}
        {row.reason && <span class="reason">{row.reason}</span>}
      </th>
      {own.map((column) => <td key={column.origin}><InCell cell={cells.get(column.origin)} column={column} told={row.words} /></td>)}
      {others.length > 0 && (
        <td>
          {others.flatMap((column) => {
            const cell = cells.get(column.origin);
            return cell ? [<div class="other" key={column.origin}><bdi class="meta">{column.name}</bdi><InCell cell={cell} column={column} told={row.words} /></div>] : [];
          })}
        </td>
      )}
    </tr>
  );
}

function InCell({ cell, column, told }: { cell: Cell | undefined; column: Column; told: string }) {
  if (!cell) return null;
  const modes = [...new Set(cell.statements.map((statement) => statement.mode))];
  return (
    <>
      {modes.map((mode) => <InMode mode={mode} statements={cell.statements.filter((each) => each.mode === mode)} column={column} told={told} key={mode} />)}
    </>
  );
}

function InMode({ mode, statements, column, told }: { mode: string; statements: readonly Statement[]; column: Column; told: string }) {
  const sources = [...new Set(statements.map((each) => each.source).filter((name) => name && name !== column.name))];
  const via = [...new Set(statements.flatMap((each) => each.via))];
  return (
    <div class="said">
      <span class={`mode ${mode}`} title={statements.map((each) => each.words).join("\n")}>{verbOf(mode)}</span>
      <Citations of={merged(statements.flatMap((each) => each.citations))} most={4} />
      {otherWords(statements, told).map((words) => <span class="words" dir="auto" key={words}>{words}</span>)}
      {sources.length > 0 && <bdi class="source">{sources.join(", ")}</bdi>}
      {via.length > 0 && <span class="source">by way of <bdi>{via.join(", ")}</bdi></span>}
    </div>
  );
}
