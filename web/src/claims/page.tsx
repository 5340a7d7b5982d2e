/** The claims board: statements by rows, origins by columns, and in the cell what the origin makes of the statement. */

import { useState } from "preact/hooks";
import type { ClaimRow, ClaimsBoard } from "../api/client";
import { type Rows, useRows } from "../api/rows";
import { Choice, FilterBar, optionsOf, TextFilter, Toggle } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import type { StoryQuery } from "../story/story";
import { sayDay } from "../words/days";
import { MODES, verbOf } from "../words/modes";
import { Board } from "./board";

interface Chosen {
  readonly mode: string;
  readonly origin: string;
  readonly source: string;
  readonly day: string;
  readonly words: string;
  readonly shared: boolean;
  readonly outlets: boolean;
}

const ANY: Chosen = { mode: "", origin: "", source: "", day: "", words: "", shared: false, outlets: false };

export function ClaimsPage(query: StoryQuery) {
  const [chosen, setChosen] = useState(ANY);
  const rows = useRows("/api/stories/{story}/claims", { ...query, ...chosen }, (board) => board.rows);
  return (
    <When loaded={rows.first}>
      {(board) => (
        <>
          <Filters board={board} chosen={chosen} choose={(change) => setChosen((now) => ({ ...now, ...change }))} />
          {board.found === 0 ? <Nothing board={board} /> : <Filled board={board} rows={rows} />}
        </>
      )}
    </When>
  );
}

function Filters({ board, chosen, choose }: { board: ClaimsBoard; chosen: Chosen; choose: (change: Partial<Chosen>) => void }) {
  return (
    <FilterBar shown={board.found} of={board.total} noun="statement">
      <Choice label="Mode" value={chosen.mode} options={MODES.map((each) => [each, verbOf(each)])} onChange={(mode) => choose({ mode })} />
      <Choice label="Who says it" value={chosen.source} options={optionsOf(board.sources)} onChange={(source) => choose({ source })} all="Anybody" />
      <Choice label="Origin" value={chosen.origin} options={board.columns.map((column) => [column.origin, column.name])} onChange={(origin) => choose({ origin })} />
      <Choice label="Published on" value={chosen.day} options={board.days.map((day) => [day, sayDay(day)])} onChange={(day) => choose({ day })} all="Any day" />
      <TextFilter label="Words" value={chosen.words} onChange={(words) => choose({ words })} />
      <Toggle label="Told by several origins" on={chosen.shared} onChange={(shared) => choose({ shared })} />
      <Toggle label="Also the outlets’ own words" on={chosen.outlets} onChange={(outlets) => choose({ outlets })} />
    </FilterBar>
  );
}

function Nothing({ board }: { board: ClaimsBoard }) {
  return board.total ? <Empty title="No statement fits">Take a filter away.</Empty> : <Empty title="Nobody is quoted">No report credits anybody with a statement.</Empty>;
}

function Filled({ board, rows }: { board: ClaimsBoard; rows: Rows<ClaimsBoard, ClaimRow> }) {
  return (
    <>
      <Board rows={rows} board={board} />
      <p class="legend meta">Statements in dispute stand first, then those of most origins. Point at “via” to see through whose hands a statement came.</p>
    </>
  );
}
