/** The reports of the story on the screen, for whoever shows a citation. */

import { createContext } from "preact";
import type { ReportLine } from "../api/client";
import { sayDay } from "../words/days";

export const Reports = createContext<ReadonlyMap<string, ReportLine>>(new Map());

/** "Steppe Wire, 5 March 2024". */
export function nameOf(report: ReportLine | undefined): string {
  if (!report) return "a report";
  return `${report.outlet ?? report.file}, ${report.published ? sayDay(report.published) : "undated"}`;
}
