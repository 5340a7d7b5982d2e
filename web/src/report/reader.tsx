/** A report as it was printed, with layers of what was read in it; any mark says what it became. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { ReportMark, ReportPage } from "../api/client";
import { usePage } from "../api/page";
import { useTitle, When } from "../chrome/states";
import { Link, storyHref } from "../router";
import { sayDay } from "../words/days";
import { Aside } from "./aside";
import { LAYERS, type LayerName, Layers, STARTING } from "./layers";
import { type Range, rangesOf, segmentsOf } from "./segments";
import { MarkedText } from "./text";

export function ReportReader({ report, spans }: { report: string; spans: string }) {
  const loaded = usePage("/api/reports/{report}", { report });
  useTitle(loaded.data ? (loaded.data.line.name) : undefined);
  return <div class="page reader">{<When loaded={loaded}>{(page) => <Reader page={page} cited={rangesOf(spans)} />}</When>}</div>;
}

function Reader({ page, cited }: { page: ReportPage; cited: readonly Range[] }) {
  const [layers, setLayers] = useState<ReadonlySet<LayerName>>(STARTING);
  const [chosen, setChosen] = useState<readonly ReportMark[]>([]);
  const spans = cited.map((range) => `${range.start}-${range.end}`).join(",");
  const segments = useMemo(() => {
    const shown = LAYERS.filter((layer) => layers.has(layer.name)).flatMap((layer) => layer.marks);
    return segmentsOf(page.text, page.marks.filter((mark) => shown.includes(mark.layer)), rangesOf(spans));
  }, [page, layers, spans]);
  useEffect(() => {
    document.querySelector(".report-text .cited")?.scrollIntoView({ block: "center" });
  }, [page, spans]);
  return (
    <>
      <nav class="crumbs" aria-label="Where this report belongs">
        <Link href={storyHref(page.story)}><bdi>{page.story_title}</bdi></Link> <span aria-hidden="true">›</span> Report {page.line.number}
      </nav>
      <header class="page-head">
        <h1 dir="auto">{page.line.name}</h1>
        <p class="meta">
          <bdi>{page.line.outlet ?? "Outlet not known"}</bdi> · {page.line.published ? sayDay(page.line.published) : "undated"}
          {page.line.copy_of !== null && ` · copy of report ${page.line.copy_of}`}
        </p>
      </header>
      <Layers marks={page.marks} on={layers} onChange={setLayers} />
      <div class="reader-body">
        <MarkedText segments={segments} chosen={chosen} choose={setChosen} />
        <Aside page={page} chosen={chosen} clear={() => setChosen([])} />
      </div>
    </>
  );
}
