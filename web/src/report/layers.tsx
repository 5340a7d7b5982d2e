/** The layers of a report, each to be shown or hidden. */

import type { ReportMark } from "../api/client";

export type LayerName = "sources" | "claims" | "events" | "figures" | "times" | "places" | "furniture";

export const LAYERS: readonly { name: LayerName; marks: readonly ReportMark["layer"][]; title: string }[] = [
  { name: "sources", marks: ["source", "cue"], title: "Sources" },
  { name: "claims", marks: ["claim"], title: "Claims" },
  { name: "events", marks: ["event"], title: "Events" },
  { name: "figures", marks: ["figure"], title: "Figures" },
  { name: "times", marks: ["time"], title: "Times" },
  { name: "places", marks: ["place"], title: "Places" },
  { name: "furniture", marks: ["furniture"], title: "Not read" },
];
export const STARTING: ReadonlySet<LayerName> = new Set<LayerName>(["sources", "claims", "furniture"]);

interface Props {
  marks: readonly ReportMark[];
  on: ReadonlySet<LayerName>;
  onChange: (on: ReadonlySet<LayerName>) => void;
}

export function Layers({ marks, on, onChange }: Props) {
  const toggle = (name: LayerName) => {
    const next = new Set(on);
    if (!next.delete(name)) next.add(name);
    onChange(next);
  };
  return (
    <div class="layers" role="group" aria-label="Layers">
      {LAYERS.map((layer) => {
        const count = marks.filter((mark) => mark.layer === layer.marks[0]).length;
        return (
          <button type="button" key={layer.name} class={`layer ${layer.name}`} aria-pressed={on.has(layer.name)} onClick={() => toggle(layer.name)}>
            <i aria-hidden="true" />{layer.title} <span class="count">{count}</span>
          </button>
        );
      })}
    </div>
  );
}
