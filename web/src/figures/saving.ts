/** Taking a chart away: as a picture that stands alone, or as a table. */

import type { Chart } from "../api/client";

const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "opacity"];
const COLUMNS = ["as_of", "low", "high", "best", "words", "printed", "source", "outlet", "origin", "published"] as const;

/** The drawing with its colours written into it, since the page's style sheet stays behind. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, place) => {
    const style = getComputedStyle(originals[place] as Element);
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute("class");
  });
  copy.removeAttribute("class");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.style.background = getComputedStyle(document.documentElement).backgroundColor;
  save(`${name}.svg`, "image/svg+xml", new XMLSerializer().serializeToString(copy));
}

export function saveCsv(chart: Chart, name: string): void {
  save(`${name}.csv`, "text/csv;charset=utf-8", csvOf(chart));
}

/** The values with a line of heads. A cell that a spreadsheet could take for a formula is opened with an apostrophe. */
export function csvOf(chart: Chart): string {
  const lines = chart.values.map((value) => COLUMNS.map((column) => cell(value[column])).join(","));
  return [COLUMNS.join(","), ...lines].join("\r\n") + "\r\n";
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function save(name: string, type: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
