/** The claims board: statements by rows, origins by columns, and in the cell what the origin makes of the statement. */

import { useState } from "preact/hooks";
import type { ClaimsBoard } from "../api/client";
import { usePage } from "../api/page";
import { Choice, FilterBar, TextFilter, Toggle } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import type { StoryQuery } from "../story/story";
import { sayCount } from "../words/counts";
import { MODES, verbOf } from "../words/modes";
import { Board } from "./board";
import { chosenRows } from "./choosing";

const STEP = 60;

export function ClaimsPage(query: StoryQuery) {
  const [outlets, setOutlets] = useState(false);
  const loaded = usePage("/api/stories/{story}/claims", { ...query, outlets });
  return <When loaded={loaded}>{(board) => <Claims board={board} outlets={outlets} setOutlets={setOutlets} />}</When>;
}

interface Props {
  board: ClaimsBoard;
  outlets: boolean;
  setOutlets: (on: boolean) => void;
}

function Claims({ board, outlets, setOutlets }: Props) {
  const [mode, setMode] = useState("");
  const [origin, setOrigin] = useState("");
  const [words, setWords] = useState("");
  const [shared, setShared] = useState(false);
  const [most, setMost] = useState(STEP);
  const rows = chosenRows(board.rows, { mode, origin, words, shared });
  return (
    <>
      <FilterBar shown={rows.length} of={board.rows.length} noun="statement">
        <Choice label="Mode" value={mode} options={MODES.map((each) => [each, verbOf(each)])} onChange={setMode} />
        <Choice label="Origin" value={origin} options={board.columns.map((column) => [column.origin, column.name])} onChange={setOrigin} />
        <TextFilter label="Words or source" value={words} onChange={setWords} />
        <Toggle label="Told by several origins" on={shared} onChange={setShared} />
        <Toggle label="Also the outlets' own words" on={outlets} onChange={setOutlets} />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty title="No statement fits">Take a filter away.</Empty>
      ) : (
        <>
          <Board rows={rows.slice(0, most)} columns={board.columns} />
          <p class="legend meta">Statements in dispute stand first, then those of most origins. Where a cell is empty, the origin is silent.</p>
        </>
      )}
      {rows.length > most && <button type="button" class="more-rows" onClick={() => setMost(most + STEP)}>Show {sayCount(rows.length - most, "more statement")}</button>}
    </>
  );
}
