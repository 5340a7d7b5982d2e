/** Who and what the story speaks of. */

import { useState } from "preact/hooks";
import type { EntityLine } from "../api/client";
import { useRows } from "../api/rows";
import { Choice, FilterBar, optionsOf, TextFilter } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { type RowMarks, WindowedTable } from "../lists/windowed";
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
            {page.found === 0 ? <Empty title="No name fits">Take a filter away.</Empty> : (
              <WindowedTable of={rows} count={page.found} estimate={66} columns={6} noun="name" label="Names" class="plain stacks"
                head={<><th>Name</th><th>Also called</th><th>Described as</th><th class="num">Mentions</th><th class="num">Statements</th><th>In</th></>}
                row={(entity, marks) => <Line entity={entity} marks={marks} key={entity.id} />} />
            )}
          </>
        );
      }}
    </When>
  );
}

function Line({ entity, marks }: { entity: EntityLine; marks: RowMarks }) {
  return (
    <tr {...marks}>
      <td class="name head"><bdi>{entity.name}</bdi><div class="meta">{plain(entity.kind)}{entity.country ? ` · ${entity.country}` : ""}</div></td>
      <td class="small" data-label="Also called">{entity.aliases.length > 0 && <bdi>{entity.aliases.join(", ")}</bdi>}</td>
      <td class="small" data-label="Described as">{entity.roles.length > 0 && <bdi>{[...new Set(entity.roles.map(role))].join("; ")}</bdi>}</td>
      <td class="num" data-label="Mentions">{entity.mentions}</td>
      <td class="num" data-label="Statements">{entity.statements || ""}</td>
      <td data-label="In"><Citations of={entity.citations} most={8} reports={entity.reports} /></td>
    </tr>
  );
}

function role({ title, of }: { title: string; of: string | null }): string {
  return of ? `${title} of ${of}` : title;
}
