/** Who and what the story speaks of. */

import { useState } from "preact/hooks";
import type { EntityLine } from "../api/client";
import { usePage } from "../api/page";
import { Choice, FilterBar, TextFilter } from "../chrome/filters";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { plain, sayCount } from "../words/counts";
import type { StoryQuery } from "./story";

const STEP = 200;

export function EntitiesPage(query: StoryQuery) {
  const loaded = usePage("/api/stories/{story}/entities", { ...query });
  return <When loaded={loaded}>{({ entities }) => <Table entities={entities} />}</When>;
}

function Table({ entities }: { entities: readonly EntityLine[] }) {
  const [kind, setKind] = useState("");
  const [words, setWords] = useState("");
  const [most, setMost] = useState(STEP);
  if (entities.length === 0) return <Empty title="No name was found" />;
  const kinds = [...new Set(entities.map((entity) => entity.kind))].sort();
  const chosen = entities.filter((entity) => (!kind || entity.kind === kind) && holds(entity, words));
  return (
    <>
      <FilterBar shown={chosen.length} of={entities.length} noun="name">
        <Choice label="Kind" value={kind} options={kinds.map((each) => [each, plain(each)])} onChange={setKind} />
        <TextFilter label="Name or role" value={words} onChange={setWords} />
      </FilterBar>
      <div class="scroll" tabIndex={0} role="region" aria-label="Names">
        <table class="plain">
          <thead>
            <tr><th>Name</th><th>Also called</th><th>Described as</th><th class="num">Mentions</th><th class="num">Statements</th><th>In</th></tr>
          </thead>
          <tbody>
            {chosen.slice(0, most).map((entity) => (
              <tr key={entity.id}>
                <td class="name"><bdi>{entity.name}</bdi><div class="meta">{plain(entity.kind)}{entity.country ? ` · ${entity.country}` : ""}</div></td>
                <td class="small"><bdi>{entity.aliases.join(", ")}</bdi></td>
                <td class="small"><bdi>{[...new Set(entity.roles.map(role))].join("; ")}</bdi></td>
                <td class="num">{entity.mentions}</td>
                <td class="num">{entity.statements || ""}</td>
                <td><Citations of={entity.citations} most={8} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > most && <button type="button" class="more-rows" onClick={() => setMost(most + STEP)}>Show {sayCount(chosen.length - most, "more name")}</button>}
    </>
  );
}

function role({ title, of }: { title: string; of: string | null }): string {
  return of ? `${title} of ${of}` : title;
}

function holds(entity: EntityLine, words: string): boolean {
  const all = [entity.name, ...entity.aliases, ...entity.roles.map(role)].join("\n").toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => all.includes(word));
}
