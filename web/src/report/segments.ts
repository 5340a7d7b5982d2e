/** A text cut where any mark begins or ends, so that each piece knows all marks that lie over it. */

import type { ReportMark } from "../api/client";
import { CodePoints } from "../words/codepoints";

/** A half-open range of code points. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Segment extends Range {
  readonly text: string;
  readonly marks: readonly ReportMark[];
  readonly cited: boolean;
}

/** The ranges of "12-40,55-61"; what is written otherwise is left out. */
export function rangesOf(written: string): readonly Range[] {
  return written.split(",").flatMap((piece) => {
    const [start, end] = (/^(\d+)-(\d+)$/.exec(piece)?.slice(1) ?? []).map(Number);
    return start !== undefined && end !== undefined && end > start ? [{ start, end }] : [];
  });
}

/** The paragraphs of the text, each as its segments; lines without words are left out. */
export function segmentsOf(text: string, marks: readonly ReportMark[], cited: readonly Range[]): readonly (readonly Segment[])[] {
  const points = new CodePoints(text);
  return lines(points).map((line) => lineSegments(points, line, marks, cited)).filter((line) => line.length > 0);
}

function lines(points: CodePoints): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const words of points.slice(0, points.length).split("\n")) {
    const length = new CodePoints(words).length;
    if (words.trim()) found.push({ start, end: start + length });
    start += length + 1;
  }
  return found;
}

function lineSegments(points: CodePoints, line: Range, marks: readonly ReportMark[], cited: readonly Range[]): Segment[] {
  const over = (range: Range) => range.start < line.end && line.start < range.end;
  const [own, quoted] = [marks.filter(over), cited.filter(over)];
  const cuts = new Set([line.start, line.end]);
  for (const range of [...own, ...quoted]) {
    cuts.add(Math.max(line.start, range.start));
    cuts.add(Math.min(line.end, range.end));
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(1).map((end, number) => {
    const start = places[number] ?? line.start;
    const holds = (range: Range) => range.start <= start && end <= range.end;
    return { start, end, text: points.slice(start, end), marks: own.filter(holds), cited: quoted.some(holds) };
  });
}
