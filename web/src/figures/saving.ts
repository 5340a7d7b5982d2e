/** Taking a chart away: as a picture, drawn or painted, or as a table. */

import type { Chart } from "../api/client";

const COLUMNS = ["as_of", "low", "high", "best", "words", "printed", "source", "outlet", "origin", "published", "reports"] as const;
const SCALE = 2;

export function saveSvg(picture: SVGSVGElement, name: string): void {
  save(`${name}.svg`, new Blob([written(picture)], { type: "image/svg+xml" }));
}

/** The picture painted at twice its size. */
export async function savePng(picture: SVGSVGElement, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([written(picture)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Number(picture.getAttribute("width")) * SCALE;
    canvas.height = Number(picture.getAttribute("height")) * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const painted = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (painted) save(`${name}.png`, painted);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function written(picture: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(picture);
}

export function saveCsv(chart: Chart, name: string): void {
  save(`${name}.csv`, new Blob([csvOf(chart)], { type: "text/csv;charset=utf-8" }));
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

function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
