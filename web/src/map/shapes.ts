/** The shapes of countries (Natural Earth, 1:50m), loaded once when a map is first shown. */

import type { Feature, Geometry, Position } from "geojson";
import { useEffect, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import url from "world-atlas/countries-50m.json?url";
import { ask } from "../api/client";

export interface Country {
  readonly name: string;
  readonly shape: Feature<Geometry, { name: string }>;
  /** West, south, east, north in degrees; what crosses the date line reaches around the world. */
  readonly box: readonly [number, number, number, number];
}
export type Shapes = readonly Country[];
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
let loading: Promise<Shapes> | undefined;

/** Undefined until they are there; a map without them still shows its places. */
export function useShapes(): Shapes | undefined {
  const [shapes, setShapes] = useState<Shapes>();
  useEffect(() => {
    loading ??= ask<Atlas>(url).then((atlas) => feature(atlas, atlas.objects.countries).features.map(countryOf));
    loading.then(setShapes, () => undefined);
  }, []);
  return shapes;
}

function countryOf(shape: Feature<Geometry, { name: string }>): Country {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const widen = ([longitude = 0, latitude = 0]: Position) => {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  };
  if (shape.geometry.type === "Polygon") shape.geometry.coordinates.flat().forEach(widen);
  if (shape.geometry.type === "MultiPolygon") shape.geometry.coordinates.flat(2).forEach(widen);
  return { name: shape.properties.name, shape, box };
}
