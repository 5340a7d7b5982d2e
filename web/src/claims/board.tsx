/** The table of the claims board. */

import type { Cell, ClaimRow, ClaimsBoard, Column, Statement } from "../api/client";
import type { Rows } from "../api/rows";
import { Citations, merged } from "../citing/citations";
import { Card, Hover } from "../citing/hover";
import { type RowMarks, WindowedTable } from "../lists/windowed";
import { sayCount } from "../words/counts";
import { directionOf } from "../words/direction";
import { verbOf } from "../words/modes";
import { chainOf, otherWords, sharedOut } from "./choosing";

export function Board({ rows, board }: { rows: Rows<ClaimsBoard, ClaimRow>; board: ClaimsBoard }) {
  const { own, others } = sharedOut(board.used, board.columns);
  return (
    <WindowedTable of={rows} count={board.found} estimate={110} columns={own.length + 1 + Math.min(1, others.length)} noun="statement" box="board" label="Claims board"
      head={(
        <>
          <th scope="col">Statement</th>
          {own.map((column) => <th scope="col" key={column.origin}><bdi>{column.name}</bdi></th>)}
          {others.length > 0 && <th scope="col">Other origins</th>}
        </>
      )}
      row={(row, marks) => <Row row={row} own={own} others={others} marks={marks} key={row.id} />} />
  );
}

interface RowProps {
  readonly row: ClaimRow;
  readonly own: readonly Column[];
  readonly others: readonly Column[];
  readonly marks: RowMarks;
}

function Row({ row, own, others, marks }: RowProps) {
  const cells = new Map(row.cells.map((cell) => [cell.origin, cell]));
  return (
    <tr class={row.reason ? "disputed" : ""} {...marks}>
      <th scope="row" dir={directionOf(row.words)}>
        {row.words}
        {row.reason && <span class="reason" dir={directionOf(row.reason)}>{row.reason}</span>}
      </th>
      {own.map((column) => <td key={column.origin} class={cells.has(column.origin) ? "" : "empty-cell"} data-label={column.name}><InCell cell={cells.get(column.origin)} column={column} told={row.words} /></td>)}
      {others.length > 0 && (
        <td class={others.some((column) => cells.has(column.origin)) ? "" : "empty-cell"}>
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
  if (!cell) return <span class="silent-cell"><span aria-hidden="true">–</span><span class="visually-hidden">silent</span></span>;
  const modes = [...new Set(cell.statements.map((statement) => statement.mode))];
  return (
    <>
      {modes.map((mode) => <InMode mode={mode} statements={cell.statements.filter((each) => each.mode === mode)} column={column} told={told} key={mode} />)}
      {cell.more > 0 && <span class="source">and {sayCount(cell.more, "further telling")}</span>}
    </>
  );
}

function InMode({ mode, statements, column, told }: { mode: string; statements: readonly Statement[]; column: Column; told: string }) {
  const sources = [...new Set(statements.map((each) => each.source).filter((name) => name && name !== column.name))];
  const relayed = statements.filter((each) => each.via.length > 0);
  return (
    <div class="said">
      <span class={`mode ${mode}`}>{verbOf(mode)}</span>
      <Citations of={merged(statements.flatMap((each) => each.citations))} most={4} />
      {relayed.length > 0 && <Relays statements={relayed} />}
      {otherWords(statements, told).map((words) => <span class="words" dir={directionOf(words)} title={words} key={words}>{words}</span>)}
      {sources.length > 0 && <bdi class="source">{sources.join(", ")}</bdi>}
    </div>
  );
}

/** Through whose hands statements came, told when their mark is pointed at. */
function Relays({ statements }: { statements: readonly Statement[] }) {
  const chains = [...new Map(statements.map((each) => [chainOf(each).join("\n"), chainOf(each)])).values()];
  const spoken = chains.map((chain) => chain.join(", then ")).join("; ");
  return (
    <Hover class="relay" card={(anchor) => (
      <Card anchor={anchor} class="relay-card">
        <span class="card-head">How it came here</span>
        {chains.map((chain, number) => (
          <span class="chain" key={number}>
            {chain.map((name, place) => <span key={name}>{place > 0 && <i aria-hidden="true">→</i>}<bdi>{name}</bdi></span>)}
          </span>
        ))}
      </Card>
    )}>
      <span class="via" tabIndex={0} role="note" aria-label={`Passed on: ${spoken}`}>via</span>
    </Hover>
  );
}
