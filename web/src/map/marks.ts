/** Where places stand on the map, how large they are drawn, and on which side their names find room. */

import type { GeoProjection } from "d3-geo";
import type { MapPlace } from "../api/client";
import { HEIGHT, pixelsOf, uncertainty, type View, WIDTH } from "./view";

export interface PlacedMark {
  readonly place: MapPlace;
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
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

type Box = readonly [left: number, top: number, right: number, bottom: number];
const LETTER = 7.6;
const LINE = 16;
const GAP = 4;

/** The places within the drawing, the fullest last so that they lie on top. */
export function marksOf(places: readonly MapPlace[], projection: GeoProjection, view: View): readonly PlacedMark[] {
  const taken: Box[] = [];
  return places
    .flatMap((place) => unlabelled(place, projection, view))
    .sort((one, other) => other.things - one.things)
    .map((mark) => (mark.things ? { ...mark, label: roomFor(mark, taken) } : mark))
    .reverse();
}

function unlabelled(place: MapPlace, projection: GeoProjection, view: View): PlacedMark[] {
  const [x, y] = projection([place.longitude ?? 0, place.latitude ?? 0]) ?? [-1, -1];
  if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) return [];
  const things = place.events.length + place.holdings.length;
  const ring = things ? pixelsOf(uncertainty(place.precision), place.latitude ?? 0, view) : 0;
  const radius = things ? Math.min(16, 3.5 + Math.sqrt(things) * 2.2) : 2.5;
  return [{ place, x, y, things, radius, ring: Math.min(ring, 400), label: undefined }];
}

/** Right of the place, else left of it, else a line above or below on either side. */
function roomFor(mark: PlacedMark, taken: Box[]): Label | undefined {
  const width = mark.place.name.length * LETTER;
  for (const up of [0, -LINE, LINE]) {
    for (const anchor of ["start", "end"] as const) {
      const x = anchor === "start" ? mark.x + mark.radius + GAP : mark.x - mark.radius - GAP;
      const y = mark.y + up;
      const left = anchor === "start" ? x : x - width;
      const box: Box = [left, y - LINE / 2, left + width, y + LINE / 2];
      if (box[0] < 0 || box[2] > WIDTH || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { x, y: y + GAP, anchor };
    }
  }
  return undefined;
}

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
