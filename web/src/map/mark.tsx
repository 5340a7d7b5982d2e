/** A place on the map. */

import type { GeoProjection } from "d3-geo";
import type { TargetedKeyboardEvent } from "preact";
import type { MapPlace } from "../api/client";
import { sayCount } from "../words/counts";
import { HEIGHT, pixelsOf, uncertainty, type View, WIDTH } from "./view";

interface Props {
  place: MapPlace;
  projection: GeoProjection;
  view: View;
  chosen: boolean;
  choose: (place: string) => void;
}

export function PlaceMark({ place, projection, view, chosen, choose }: Props) {
  const at = projection([place.longitude ?? 0, place.latitude ?? 0]);
  if (!at || at[0] < 0 || at[0] > WIDTH || at[1] < 0 || at[1] > HEIGHT) return null;
  const [x, y] = at;
  const things = place.events.length + place.holdings.length;
  const contested = place.holdings.some((holding) => holding.contested) || new Set(place.holdings.map((holding) => holding.holder)).size > 1;
  const ring = things ? pixelsOf(uncertainty(place.precision), place.latitude ?? 0, view) : 0;
  const radius = things ? Math.min(18, 4 + Math.sqrt(things) * 2.4) : 2.5;
  const onKeyDown = (event: TargetedKeyboardEvent<SVGGElement>) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(place.id);
  };
  const name = `${place.name}: ${sayCount(place.events.length, "event")}${contested ? ", contested" : ""}`;
  return (
    <g class={`place${chosen ? " chosen" : ""}${things ? "" : " quiet"}`} role="button" tabIndex={things ? 0 : -1} aria-label={name} aria-pressed={chosen}
      onClick={() => choose(place.id)} onKeyDown={onKeyDown}>
      {ring > radius + 2 && <circle cx={x} cy={y} r={Math.min(ring, 400)} class="ring" />}
      <circle cx={x} cy={y} r={radius} class={contested ? "spot contested" : "spot"} />
      {(things > 0 || chosen) && <text x={x + radius + 4} y={y + 4}>{place.name}</text>}
    </g>
  );
}
