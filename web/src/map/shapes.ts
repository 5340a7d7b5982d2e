/** The shapes of countries (Natural Earth, 1:50m), loaded once when a map is first shown. */

import type { FeatureCollection, Geometry } from "geojson";
import { useEffect, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import url from "world-atlas/countries-50m.json?url";
import { ask } from "../api/client";

export type Shapes = FeatureCollection<Geometry, { name: string }>;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
let loading: Promise<Shapes> | undefined;

/** Undefined until they are there; a map without them still shows its places. */
export function useShapes(): Shapes | undefined {
  const [shapes, setShapes] = useState<Shapes>();
  useEffect(() => {
    loading ??= ask<Atlas>(url).then((atlas) => feature(atlas, atlas.objects.countries));
    loading.then(setShapes, () => undefined);
  }, []);
  return shapes;
}
