/** The typed client: every address, its parameters and its answer come from the server's own description. */

import { visible } from "../words/visible";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];
export type Answered = Schemas["Answered"];
export type BriefPart = Schemas["BriefPart"];
export type ChangeLine = Schemas["ChangeLine"];
export type ChangePart = Schemas["ChangePart"];
export type Changes = Schemas["Changes"];
export type Chart = Schemas["Chart"];
export type Cited = Schemas["Cited"];
export type ClaimsBoard = Schemas["ClaimsBoard"];
export type ClaimRow = Schemas["Row"];
export type Cell = Schemas["Cell"];
export type Column = Schemas["Column"];
export type Counted = Schemas["Counted"];
export type DayCount = Schemas["DayCount"];
export type Disputes = Schemas["Disputes"];
export type DecisionLine = Schemas["DecisionLine"];
export type Dispute = Schemas["Dispute"];
export type Entities = Schemas["Entities"];
export type EntityLine = Schemas["EntityLine"];
export type Figures = Schemas["Figures"];
export type Found = Schemas["Found"];
export type FoundReports = Schemas["FoundReports"];
export type IncidentLine = Schemas["IncidentLine"];
export type LaneMark = Schemas["LaneMark"];
export type LaneRow = Schemas["LaneRow"];
export type Lanes = Schemas["Lanes"];
export type MapPlace = Schemas["MapPlace"];
export type NewDecision = Schemas["NewDecision"];
export type Passage = Schemas["Passage"];
export type Piece = Schemas["Piece"];
export type PlacedEvent = Schemas["PlacedEvent"];
export type PlacePage = Schemas["PlacePage"];
export type PlacedHolding = Schemas["PlacedHolding"];
export type PlaceChoice = Schemas["PlaceChoice"];
export type Quoted = Schemas["Quoted"];
export type ReportLine = Schemas["ReportLine"];
export type ReportList = Schemas["ReportList"];
export type ReportMark = Schemas["ReportMark"];
export type ReportPage = Schemas["ReportPage"];
export type ReviewItem = Schemas["ReviewItem"];
export type ReviewPage = Schemas["ReviewPage"];
export type SpanOf = Schemas["SpanOf"];
export type Statement = Schemas["Statement"];
export type StoryLine = Schemas["StoryLine"];
export type StoryList = Schemas["StoryList"];
export type StoryPage = Schemas["StoryPage"];
export type Timeline = Schemas["Timeline"];
export type TimelineLine = Schemas["TimelineLine"];
export type Toll = Schemas["Toll"];
export type Upload = Schemas["Upload"];
export type Value = Schemas["Value"];
export type Voice = Schemas["Voice"];

type Json<Answer> = Answer extends { responses: { 200: { content: { "application/json": infer Body } } } } ? Body : never;
export type Gettable = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
export type Answer<P extends Gettable> = Json<paths[P]["get"]>;
export type Parameters = Readonly<Record<string, string | boolean | undefined>>;

/** What the server says is wrong, and what to do about it. */
export class Trouble extends Error {
  constructor(
    readonly problem: string,
    readonly remedy: string,
    readonly status: number,
  ) {
    super(problem);
  }
}

/** The address of a path with its {names} filled in and the rest of the parameters as a query. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === "" || value === false) continue;
    if (filled.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
    else query.set(name, String(value));
  }
  return query.size ? `${filled}?${query}` : filled;
}

/** Ask for an address. Control and direction-turning characters come back as visible signs, one for one. */
export async function ask<Body>(url: string, options: RequestInit = {}): Promise<Body> {
  let answer: Response;
  try {
    answer = await fetch(url, options);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Trouble("The desk's server does not answer", "Start it again with: reportedly serve ARCHIVE", 0);
  }
  const text = await answer.text();
  if (!answer.ok) throw troubleOf(answer.status, text);
  return JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? visible(value) : value)) as Body;
}

/** Hand over one file. */
export function handOver(file: File): Promise<Upload> {
  const headers = { "Content-Type": "application/octet-stream" };
  return ask(address("/api/reports", { name: file.name }), { method: "POST", body: file, headers });
}

/** Bring the account up to date after files have been handed over. */
export function settle(): Promise<Schemas["Settled"]> {
  return ask("/api/account", { method: "POST" });
}

/** Keep a decision; `settle` afterwards brings the account up to date. */
export function decide(decision: NewDecision): Promise<DecisionLine> {
  return ask("/api/decisions", { method: "POST", body: JSON.stringify(decision), headers: JSON_BODY });
}

/** Undo a decision, or its undoing; without a reason where nobody gave one. */
export function undo(decision: string, author: string, reason: string): Promise<DecisionLine> {
  const body = JSON.stringify({ author, reason });
  return ask(address("/api/decisions/{decision}/undo", { decision }), { method: "POST", body, headers: JSON_BODY });
}

const JSON_BODY = { "Content-Type": "application/json" };

function troubleOf(status: number, text: string): Trouble {
  try {
    const told = JSON.parse(text) as { problem?: string; remedy?: string };
    if (told.problem) return new Trouble(told.problem, told.remedy ?? "", status);
  } catch {
    // Not of our own making; what follows says so.
  }
  return new Trouble(status === 401 ? "The desk asks for its token" : `The server answered ${status}`,
    "Open the address that `reportedly serve` printed", status);
}
