/** Who and what the story speaks of. */

import { useState } from "preact/hooks";
import type { Entities, EntityLine } from "../api/client";
import { type Rows, useRows } from "../api/rows";
import { Choice, FilterBar, optionsOf, TextFilter } from "../chrome/filters";
import { More } from "../chrome/more";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { plain } from "../words/counts";
import type { StoryQuery } from "./story";

export function EntitiesPage(query: StoryQuery) {
  const [kind, setKind] = useState("");
  const [words, setWords] = useState("");
  const rows = useRows("/api/stories/{story}/entities", { ...query, kind, words }, (page) => page.entities);
  return (
    <When loaded={rows.first}>
      {(page) => {
        if (page.total === 0) return <Empty title="No name was found" />;
        return (
          <>
            <FilterBar shown={page.found} of={page.total} noun="name">
              <Choice label="Kind" value={kind} options={optionsOf(page.kinds, plain)} onChange={setKind} />
              <TextFilter label="Name or role" value={words} onChange={setWords} />
            </FilterBar>
            {page.found === 0 ? <Empty title="No name fits">Take a filter away.</Empty> : <Table rows={rows} page={page} />}
          </>
        );
      }}
    </When>
  );
}

function Table({ rows, page }: { rows: Rows<Entities, EntityLine>; page: Entities }) {
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label="Names">
        <table class="plain stacks">
          <thead>
            <tr><th>Name</th><th>Also called</th><th>Described as</th><th class="num">Mentions</th><th class="num">Statements</th><th>In</th></tr>
          </thead>
          <tbody>
            {rows.rows.map((entity) => (
              <tr key={entity.id}>
                <td class="name head"><bdi>{entity.name}</bdi><div class="meta">{plain(entity.kind)}{entity.country ? ` · ${entity.country}` : ""}</div></td>
                <td class="small" data-label="Also called">{entity.aliases.length > 0 && <bdi>{entity.aliases.join(", ")}</bdi>}</td>
                <td class="small" data-label="Described as">{entity.roles.length > 0 && <bdi>{[...new Set(entity.roles.map(role))].join("; ")}</bdi>}</td>
                <td class="num" data-label="Mentions">{entity.mentions}</td>
                <td class="num" data-label="Statements">{entity.statements || ""}</td>
                <td data-label="In"><Citations of={entity.citations} most={8} reports={entity.reports} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More of={rows} found={page.found} noun="name" />
    </>
  );
}

function role({ title, of }: { title: string; of: string | null }): string {
  return of ? `${title} of ${of}` : title;
}
