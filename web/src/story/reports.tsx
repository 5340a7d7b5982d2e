/** The reports of a story with the origins that stand behind them. */

import type { StoryPage } from "../api/client";
import { Empty } from "../chrome/states";
import { Link, reportHref } from "../router";
import { sayDay } from "../words/days";

export function ReportsTable({ page }: { page: StoryPage }) {
  if (page.reports.length === 0) return <Empty title="Nothing had been published by this day" />;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Reports of the story">
      <table class="plain stacks">
        <thead>
          <tr><th class="num">No.</th><th>Report</th><th>Outlet</th><th>Published</th><th>Origin</th><th class="num">Characters</th></tr>
        </thead>
        <tbody>
          {page.reports.map((report) => (
            <tr key={report.id}>
              <td class="num number">{report.number}</td>
              <td dir="auto" class="head"><Link href={reportHref(report.id)}>{report.name}</Link></td>
              <td data-label="Outlet"><bdi>{report.outlet ?? "not known"}</bdi></td>
              <td class="nowrap" data-label="Published">{report.published ? sayDay(report.published) : "undated"}</td>
              <td data-label="Origin">
                <bdi>{report.origin_name}</bdi>
                <div class="meta">{report.copy_of !== null ? `copy of ${report.copy_of}; ` : ""}{report.why}</div>
              </td>
              <td class="num" data-label="Characters">{report.characters.toLocaleString("en-GB")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
