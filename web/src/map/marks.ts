/** Where places stand on the map, how large they are drawn, and on which side their names find room. */

import type { GeoProjection } from "d3-geo";
import type { MapPlace } from "../api/client";
import { HEIGHT, pixelsOf, uncertainty, type View, WIDTH } from "./view";

export interface PlacedMark {
  /** The place with most; it gives the mark its name. */
  readonly place: MapPlace;
  /** Every place of the mark, the fullest first: those that would lie on one another share a mark. */
  readonly members: readonly MapPlace[];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Pixels of the ring within which the place lies; 0 where it is known exactly. */
  readonly ring: number;
  readonly things: number;
  /** Where the name begins or ends; undefined where it would lie over another one. */
  readonly label: Label | undefined;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** Whether a line leads from the mark to its name, which found room only further off. */
  readonly led: boolean;
}

export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** How large names are written, in units of the drawing: a narrow screen shrinks it, so they are written larger there. */
export interface Lettering {
  readonly letter: number;
  readonly line: number;
}
export const WIDE: Lettering = { letter: 7.6, line: 16 };
export const NARROW: Lettering = { letter: 14, line: 29 };

/** Where the buttons, the scale and the locator stand. */
const CORNERS: readonly Box[] = [
  [WIDTH - 48, 0, WIDTH, 130],
  [0, HEIGHT - 46, 136, HEIGHT],
  [WIDTH - 184, HEIGHT - 122, WIDTH, HEIGHT],
];
const GAP = 4;
const LONGEST = 28;
/** Marks whose middles are nearer than this part of their radii together would hide one another. */
const APART = 0.8;
const LARGEST = 16;
/** From this precision on (UCDP) a place is a region or more. */
const REGION = 4;

/** The places within the drawing, the fullest last so that they lie on top. The same places give the same marks. */
export function marksOf(places: readonly MapPlace[], projection: GeoProjection, view: View, lettering: Lettering = WIDE): readonly PlacedMark[] {
  const alone = places.flatMap((place) => unlabelled(place, projection, view));
  const ordered = alone.sort((one, other) => other.things - one.things || compare(one.place.name, other.place.name) || compare(one.place.id, other.place.id));
  const marks = gathered(ordered);
  const taken: Box[] = [...CORNERS, ...marks.filter((mark) => mark.things).map(boxOf)];
  return marks.map((mark) => ({ ...mark, label: roomFor(mark, taken, lettering) })).reverse();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function unlabelled(place: MapPlace, projection: GeoProjection, view: View): PlacedMark[] {
  const [x, y] = projection([place.longitude ?? 0, place.latitude ?? 0]) ?? [-1, -1];
  if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) return [];
  const things = place.events.length + place.holdings.length;
  // The middle of a region says nothing where nothing happened in it; the list names it.
  if (things === 0 && (place.precision ?? 0) >= REGION) return [];
  const ring = things ? pixelsOf(uncertainty(place.precision), place.latitude ?? 0, view) : 0;
  return [{ place, members: [place], x, y, things, radius: radiusOf(things), ring: Math.min(ring, 400), label: undefined }];
}

function radiusOf(things: number): number {
  return things ? Math.min(LARGEST, 3.5 + Math.sqrt(things) * 2.2) : 2.5;
}

/** The marks in order, each joined to the first that it would hide or be hidden by. A place where nothing happened is
 * left out under a mark: the list beside the map names it. */
function gathered(marks: readonly PlacedMark[]): PlacedMark[] {
  const kept: PlacedMark[] = [];
  for (const mark of marks) {
    const place = kept.findIndex((other) => other.things > 0 && hides(other, mark));
    const other = kept[place];
    if (!other) kept.push(mark);
    else if (mark.things) kept[place] = joined(other, mark);
  }
  return kept;
}

function hides(one: PlacedMark, other: PlacedMark): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < (one.radius + other.radius) * APART;
}

function joined(one: PlacedMark, other: PlacedMark): PlacedMark {
  const things = one.things + other.things;
  return { ...one, members: [...one.members, ...other.members], things, radius: radiusOf(things) };
}

/** What a mark covers, with the second edge of one that holds several places. */
function boxOf({ x, y, radius: inner, members }: PlacedMark): Box {
  const radius = inner + (members.length > 1 ? 4 : 0);
  return [x - radius, y - radius, x + radius, y + radius];
}

/** What the marks and their names cover. */
export function boxesOf(marks: readonly PlacedMark[], { letter, line }: Lettering): readonly Box[] {
  return marks.filter((mark) => mark.things || mark.label).flatMap((mark) => {
    const { label } = mark;
    if (!label) return [boxOf(mark)];
    const width = label.text.length * letter;
    const left = label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - width : label.x - width / 2;
    return [boxOf(mark), [left, label.y - line * 0.78, left + width, label.y + line * 0.22] as const];
  });
}

/** The name of a mark: that of its fullest place, and how many more there are. */
export function titleOf({ place, members }: Pick<PlacedMark, "place" | "members">): string {
  const name = place.name.length > LONGEST ? `${place.name.slice(0, LONGEST - 1)}…` : place.name;
  return members.length > 1 ? `${name} +${members.length - 1}` : name;
}

/** Right of the mark, left, below, above, at the corners; then the same further off, with a line that leads there. */
function roomFor(mark: PlacedMark, taken: Box[], { letter, line }: Lettering): Label | undefined {
  const text = titleOf(mark);
  const width = text.length * letter;
  const radius = mark.radius + (mark.members.length > 1 ? 4 : 0);
  for (const away of [0, 1.2 * line, 2.4 * line]) {
    for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -0.8], [1, 0.8], [-1, -0.8], [-1, 0.8]] as const) {
      const anchor = right > 0 ? "start" : right < 0 ? "end" : "middle";
      const x = mark.x + right * (radius + GAP + away * (down ? 0.7 : 1));
      const y = mark.y + down * (radius + line / 2 + away);
      const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
      const box: Box = [left, y - line / 2, left + width, y + line / 2];
      if (box[0] < 0 || box[2] > WIDTH || box[1] < 0 || box[3] > HEIGHT || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { text, x, y: y + line * 0.28, anchor, led: away > 0 };
    }
  }
  return undefined;
}

export function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
