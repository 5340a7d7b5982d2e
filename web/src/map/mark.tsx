/** A place on the map. */

import type { TargetedKeyboardEvent } from "preact";
import { sayCount } from "../words/counts";
import type { PlacedMark } from "./marks";
import { VAGUE } from "./view";

interface Props {
  mark: PlacedMark;
  chosen: boolean;
  choose: (place: string) => void;
}

export function PlaceMark({ mark: { place, x, y, radius, ring, things, label }, chosen, choose }: Props) {
  const contested = place.holdings.some((holding) => holding.contested) || new Set(place.holdings.map((holding) => holding.holder)).size > 1;
  const onKeyDown = (event: TargetedKeyboardEvent<SVGGElement>) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(place.id);
  };
  const name = `${place.name}: ${sayCount(place.events.length, "event")}${contested ? ", contested" : ""}`;
  const spot = contested ? "spot contested" : (place.precision ?? 0) >= VAGUE ? "spot vague" : "spot";
  return (
    <g class={`place${chosen ? " chosen" : ""}${things ? "" : " quiet"}`} role="button" tabindex={things ? 0 : -1} aria-label={name} aria-pressed={chosen}
      onClick={() => choose(place.id)} onKeyDown={onKeyDown}>
      <title>{name}</title>
      {ring > radius + 2 && <circle cx={x} cy={y} r={ring} class="ring" />}
      <circle cx={x} cy={y} r={radius} class={spot} />
      {label && <text x={label.x} y={label.y} text-anchor={label.anchor}>{place.name}</text>}
    </g>
  );
}
