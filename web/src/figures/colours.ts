/** A colour for each origin of a chart; those beyond the palette share a grey, and the table beside names them. */

import type { Value } from "../api/client";

const PALETTE = 8;

/** Origins by their place in the palette, in order of their first value. */
export function coloursOf(values: readonly Value[]): ReadonlyMap<string, number> {
  const origins = [...new Set(values.map((value) => value.origin))];
  return new Map(origins.map((origin, place) => [origin, place]));
}

/** The class that colours what belongs to an origin. */
export function colourOf(colours: ReadonlyMap<string, number>, origin: string): string {
  const place = colours.get(origin) ?? PALETTE;
  return place < PALETTE ? `c${place + 1}` : "c0";
}
