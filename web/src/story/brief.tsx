/** The brief: the account in sentences, each with its citations, beside the reports that the numbers stand for. */

import type { BriefPart, ReportLine, StoryPage } from "../api/client";
import { Empty } from "../chrome/states";
import { Citations } from "../citing/citations";
import { Link, reportHref, storyHref } from "../router";
import type { StoryQuery } from "./story";
import { sayCount } from "../words/counts";
import { sayShortDay } from "../words/days";
import { directionOf } from "../words/direction";

const LEADING_DAY = /^((?:By )?(?:\d{1,2}\b[\w –]{0,40} |[A-Z][a-z]+ |)\d{4}): (.+)$/s;

export function Brief({ page, query }: { page: StoryPage; query: StoryQuery }) {
  const { reports } = page.counts;
  if (reports === 0) return <Empty title="Nothing had been published by this day">Move the slider to a later one.</Empty>;
  return (
    <div class="brief-page">
      <article class="brief">
        {page.brief.length === 0 && <Empty title="There is nothing to tell yet">No report says what happened in a way that was understood.</Empty>}
        {page.as_of && page.brief.length > 0 && <p class="meta since">{sinceYesterday(page)}</p>}
        {page.brief.map((part) => <Part part={part} key={part.section} />)}
      </article>
      <aside class="brief-reports" aria-label="Reports">
        <h2>{page.cited.length < reports ? "Reports that are cited here" : "Reports"}</h2>
        <ol>{page.cited.map((report) => <Line report={report} key={report.id} />)}</ol>
        {page.cited.length < reports && <p class="meta every-report"><Link href={storyHref(query.story, "reports", { as_of: query.as_of })}>All {sayCount(reports, "report")}</Link></p>}
      </aside>
    </div>
  );
}

function sinceYesterday(page: StoryPage): string {
  const fresh = page.brief.flatMap((part) => part.lines).filter((line) => line.new).length;
  if (fresh === 0) return "Nothing here was new on this day.";
  return `${sayCount(fresh, "sentence")} marked at the side ${fresh === 1 ? "was" : "were"} not told so on the evening before.`;
}

function Part({ part }: { part: BriefPart }) {
  return (
    <section class={`part-${part.section}`}>
      <h2>{part.heading}</h2>
      <ul>
        {part.lines.map((line, number) => (
          <li key={number} dir={directionOf(line.sentence)} class={line.new ? "new" : ""}>
            {line.new && <span class="visually-hidden">New: </span>}
            <Dated sentence={line.sentence} /> <Citations of={line.citations} reports={line.reports} />
            {line.decided && <span class="decided"><bdi>{line.decided}</bdi></span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A sentence whose leading day, where it has one, stands back: "4 March 2024: …". */
function Dated({ sentence }: { sentence: string }) {
  const [, day, rest] = LEADING_DAY.exec(sentence) ?? [];
  return day && rest ? <><span class="day">{day}</span>{rest}</> : <>{sentence}</>;
}

function Line({ report }: { report: ReportLine }) {
  return (
    <li>
      <span class="number">{report.number}</span>
      <div>
        <Link href={reportHref(report.id)} dir="auto">{report.name}</Link>
        <p class="meta">
          <bdi>{report.outlet ?? "outlet not known"}</bdi>, {report.published ? sayShortDay(report.published) : "undated"}
          {report.copy_of !== null && <span class="copy"> · copy of {report.copy_of}</span>}
        </p>
      </div>
    </li>
  );
}
