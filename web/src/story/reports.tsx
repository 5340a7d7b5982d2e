/** The reports of a story with the origins that stand behind them. */

import { useState } from "preact/hooks";
import type { ReportLine, ReportList } from "../api/client";
import { useRows } from "../api/rows";
import { Choice, FilterBar, optionsOf, TextFilter, Toggle } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { type RowMarks, WindowedTable } from "../lists/windowed";
import { Link, reportHref } from "../router";
import { sayDay } from "../words/days";
import type { StoryQuery } from "./story";

interface Chosen {
  readonly origin: string;
  readonly outlet: string;
  readonly words: string;
  readonly originals: boolean;
}

const ANY: Chosen = { origin: "", outlet: "", words: "", originals: false };
/** From so many reports on a reader looks for some rather than over all. */
const MANY = 15;

export function ReportsPage(query: StoryQuery) {
  const [chosen, setChosen] = useState(ANY);
  const rows = useRows("/api/stories/{story}/reports", { ...query, ...chosen }, (page) => page.reports);
  return (
    <When loaded={rows.first}>
      {(page) => (
        page.total === 0 ? <Empty title="Nothing had been published by this day">Move the slider to a later one.</Empty> : (
          <>
            {page.total > MANY && <Filters page={page} chosen={chosen} choose={(change) => setChosen((now) => ({ ...now, ...change }))} />}
            {page.found === 0 ? <Empty title="No report fits">Take a filter away.</Empty> : (
              <WindowedTable of={rows} count={page.found} estimate={66} columns={6} noun="report" label="Reports of the story" class="plain stacks"
                head={<><th class="num">No.</th><th>Report</th><th>Outlet</th><th>Published</th><th>Origin</th><th class="num">Characters</th></>}
                row={(report, marks) => <Line report={report} marks={marks} key={report.id} />} />
            )}
          </>
        )
      )}
    </When>
  );
}

function Filters({ page, chosen, choose }: { page: ReportList; chosen: Chosen; choose: (change: Partial<Chosen>) => void }) {
  return (
    <FilterBar shown={page.found} of={page.total} noun="report">
      <Choice label="Origin" value={chosen.origin} options={optionsOf(page.origins)} onChange={(origin) => choose({ origin })} />
      <Choice label="Outlet" value={chosen.outlet} options={optionsOf(page.outlets)} onChange={(outlet) => choose({ outlet })} />
      <TextFilter label="Words of the title" value={chosen.words} onChange={(words) => choose({ words })} />
      <Toggle label="Without copies" on={chosen.originals} onChange={(originals) => choose({ originals })} />
    </FilterBar>
  );
}

function Line({ report, marks }: { report: ReportLine; marks: RowMarks }) {
  return (
    <tr {...marks}>
      <td class="num number">{report.number}</td>
      <td class="head"><Link href={reportHref(report.id)} dir="auto">{report.name}</Link></td>
      <td data-label="Outlet"><bdi>{report.outlet ?? "not known"}</bdi></td>
      <td class="nowrap" data-label="Published">{report.published ? sayDay(report.published) : "undated"}</td>
      <td data-label="Origin">
        <bdi>{report.origin_name}</bdi>
        <div class="meta">{report.copy_of !== null ? `copy of ${report.copy_of}; ` : ""}{report.why}</div>
      </td>
      <td class="num length" data-label="Characters">{report.characters.toLocaleString("en-GB")}</td>
    </tr>
  );
}
