/** Beside the text: what the chosen marks became, or where the report comes from. */

import type { ReportMark, ReportPage } from "../api/client";
import { Link, storyHref } from "../router";
import { plain } from "../words/counts";

export function Aside({ page, chosen, clear }: { page: ReportPage; chosen: readonly ReportMark[]; clear: () => void }) {
  return (
    <aside class="reader-aside" aria-live="polite">
      {chosen.length > 0 ? (
        <>
          <div class="aside-head">
            <h2>What this became</h2>
            <button type="button" class="quiet" onClick={clear}>Close</button>
          </div>
          {unique(chosen).map((mark) => <Became mark={mark} story={page.story} key={`${mark.layer} ${mark.start} ${mark.end}`} />)}
        </>
      ) : (
        <>
          <h2>This report</h2>
          <Origin page={page} />
          <p class="meta">Choose a mark in the text to see what it became.</p>
        </>
      )}
    </aside>
  );
}

/** Innermost first; of a claim's own source and cue, which tell the same facts, one. */
function unique(marks: readonly ReportMark[]): ReportMark[] {
  const seen = new Set<string>();
  return [...marks].reverse().filter((mark) => {
    const key = JSON.stringify(mark.facts);
    return !seen.has(key) && seen.add(key);
  });
}

function Became({ mark, story }: { mark: ReportMark; story: string }) {
  return (
    <section class="became">
      <h3 class={mark.layer}>{mark.layer === "furniture" ? "not read" : plain(mark.layer)}</h3>
      <dl>
        {mark.facts.map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd dir="auto">{value}</dd></div>
        ))}
      </dl>
      {mark.series && <Link href={storyHref(story, "figures", { series: mark.series })}>Open its series</Link>}
    </section>
  );
}

function Origin({ page }: { page: ReportPage }) {
  const { line } = page;
  return (
    <dl>
      <div><dt>Origin</dt><dd><bdi>{line.origin_name}</bdi>: {line.why}</dd></div>
      {page.dated_by && <div><dt>Dated by</dt><dd>its {page.dated_by}</dd></div>}
      <div><dt>File</dt><dd><bdi>{line.file}</bdi></dd></div>
      {page.url && <div><dt>Address</dt><dd class="breaking"><bdi>{page.url}</bdi></dd></div>}
      <div><dt>Length</dt><dd>{line.characters.toLocaleString("en-GB")} characters</dd></div>
    </dl>
  );
}
