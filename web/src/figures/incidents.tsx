/** The incidents that the reports tell of: what, where and when, how many they killed and hurt, in which reports. */

import type { IncidentLine, Toll } from "../api/client";
import { useRows } from "../api/rows";
import { When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { type RowMarks, WindowedTable } from "../lists/windowed";
import type { StoryQuery } from "../story/story";
import { sayCount, sayNumber } from "../words/counts";

export function IncidentTable(query: StoryQuery) {
  const rows = useRows("/api/stories/{story}/incidents", { ...query }, (page) => page.incidents);
  return (
    <When loaded={rows.first}>
      {(page) => page.found > 0 && (
        <section class="incidents">
          <h2>Incidents</h2>
          <WindowedTable of={rows} count={page.found} estimate={66} columns={5} noun="incident" label="Incidents" class="plain stacks"
            head={<><th>What and where</th><th>When</th><th class="num">Killed</th><th class="num">Injured</th><th>In</th></>}
            row={(incident, marks) => <Line incident={incident} marks={marks} key={incident.id} />} />
        </section>
      )}
    </When>
  );
}

function Line({ incident, marks }: { incident: IncidentLine; marks: RowMarks }) {
  return (
    <tr id={incident.id} {...marks}>
      <td class="head">
        <b><bdi>{incident.name}</bdi></b>
        {incident.people.length > 0 && <div class="meta"><bdi>{incident.people.join(", ")}</bdi></div>}
      </td>
      <td data-label="When">{incident.days ?? "day not known"}</td>
      <td class="num" data-label="Killed"><Told toll={incident.killed} /></td>
      <td class="num" data-label="Injured"><Told toll={incident.injured} /></td>
      <td data-label="In">
        <Citations of={incident.citations} reports={incident.reports} />
        <div class="meta">{sayCount(incident.origins, "independent origin")}</div>
      </td>
    </tr>
  );
}

/** The value that holds with the words that tell it, and below it those that were told on the way. */
function Told({ toll: { best, values, citations } }: { toll: Toll }) {
  if (best === null) return <span class="meta">not told</span>;
  return (
    <>
      <b>{sayNumber(best)}</b> <Citations of={citations} most={3} />
      {values.length > 1 && <div class="meta">told: {values.map(sayNumber).join(", then ")}</div>}
    </>
  );
}
