/** What the map shows: a centre, and how many degrees it is wide. */

import { geoMercator, type GeoProjection } from "d3-geo";

export const WIDTH = 760;
export const HEIGHT = 480;
/** From this precision on (UCDP: a country and wider) a point is only the middle of something large. */
export const VAGUE = 6;
const NARROWEST = 0.08;
const WIDEST = 330;
const AROUND = 1.5;
const LEAST = 3;
const ROOM = 2.5;
/** Degrees of the locator: enough of a continent to be known by its shape. */
const FAR = 60;
const MOST = 0.7;
const KM_PER_DEGREE = 111.2;

export interface View {
  readonly longitude: number;
  readonly latitude: number;
  readonly degrees: number;
}

interface Located {
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** The places around which most happens: the nearest to their common centre, until they hold most of the events. */
export function core<Place extends Located & { events: readonly unknown[]; holdings: readonly unknown[] }>(places: readonly Place[]): readonly Place[] {
  const weight = (place: Place) => place.events.length + place.holdings.length;
  const fullest = [...places].sort((one, other) => weight(other) - weight(one))[0];
  if (!fullest) return places;
  const away = (place: Place) => Math.hypot((place.longitude ?? 0) - (fullest.longitude ?? 0), (place.latitude ?? 0) - (fullest.latitude ?? 0));
  const total = places.reduce((sum, place) => sum + weight(place), 0);
  let held = 0;
  return [...places].sort((one, other) => away(one) - away(other)).filter((place) => {
    const wanted = held < total * MOST;
    held += weight(place);
    return wanted;
  });
}

/** All places with room around them, never narrower than what lets a reader see where on earth it is. */
export function fitted(places: readonly Located[], least = LEAST): View {
  const longitudes = places.map((place) => place.longitude ?? 0);
  const latitudes = places.map((place) => place.latitude ?? 0);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const needed = Math.max(east - west, (north - south) * stretch * (WIDTH / HEIGHT));
  return { longitude: (west + east) / 2, latitude: (south + north) / 2, degrees: bounded(Math.max(least, needed * AROUND)) };
}

/** Some places as near as they can be seen apart. */
export function closeUp(places: readonly Located[]): View {
  const view = fitted(places, NARROWEST);
  return { ...view, degrees: bounded(view.degrees * ROOM) };
}

/** Whether a box of degrees may lie within the view. */
export function isSeen([west, south, east, north]: readonly [number, number, number, number], view: View): boolean {
  const half = view.degrees * 0.6;
  return east >= view.longitude - half && west <= view.longitude + half && north >= view.latitude - half && south <= view.latitude + half;
}

export function projectionOf(view: View): GeoProjection {
  const scale = (WIDTH / view.degrees) * (180 / Math.PI);
  return geoMercator().center([view.longitude, view.latitude]).scale(scale).translate([WIDTH / 2, HEIGHT / 2]).clipExtent([[-20, -20], [WIDTH + 20, HEIGHT + 20]]);
}

export function zoomed(view: View, by: number): View {
  return { ...view, degrees: bounded(view.degrees / by) };
}

/** The view moved by pixels of the drawing. */
export function moved(view: View, right: number, down: number): View {
  const place = projectionOf(view).invert?.([WIDTH / 2 + right, HEIGHT / 2 + down]);
  return place ? { ...view, longitude: place[0], latitude: Math.max(-80, Math.min(80, place[1])) } : view;
}

/** A round number of kilometres that is drawn about as long as `wanted` pixels, and how long exactly. */
export function scaleOf(view: View, wanted: number): { kilometres: number; pixels: number } {
  const one = pixelsOf(1, view.latitude, view);
  const power = 10 ** Math.floor(Math.log10(wanted / one));
  const kilometres = ([5, 2, 1].find((times) => times * power * one <= wanted) ?? 1) * power;
  return { kilometres, pixels: kilometres * one };
}

/** The wide view in which a near one is found again; undefined where it is wide itself. */
export function locatorOf(view: View): View | undefined {
  return view.degrees > FAR / 2 ? undefined : { longitude: view.longitude, latitude: Math.max(-60, Math.min(60, view.latitude)), degrees: FAR };
}

/** Pixels of a distance at a latitude. */
export function pixelsOf(kilometres: number, latitude: number, view: View): number {
  const degrees = kilometres / (KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180));
  return (degrees / view.degrees) * WIDTH;
}

/** Kilometres within which a place lies, by UCDP's precision; 0 where it is known exactly. */
export function uncertainty(precision: number | null): number {
  return [0, 0, 25, 60, 120, 60, 300, 600][precision ?? 0] ?? 0;
}

function bounded(degrees: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, degrees));
}
