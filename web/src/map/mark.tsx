/** A place on the map, or several that would hide one another. */

import type { TargetedKeyboardEvent } from "preact";
import type { MapPlace } from "../api/client";
import { sayCount } from "../words/counts";
import { type PlacedMark, titleOf } from "./marks";
import { VAGUE } from "./view";

interface Props {
  mark: PlacedMark;
  chosen: boolean;
  choose: (mark: PlacedMark) => void;
}

export function PlaceMark({ mark, chosen, choose }: Props) {
  const { place, members, x, y, radius, ring, things, label } = mark;
  const contested = members.some(isContested);
  const onKeyDown = (event: TargetedKeyboardEvent<SVGGElement>) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(mark);
  };
  const name = nameOf(mark) + (contested ? ", contested" : "");
  const spot = contested ? "spot contested" : (place.precision ?? 0) >= VAGUE ? "spot vague" : "spot";
  return (
    <g class={`place${chosen ? " chosen" : ""}${things ? "" : " quiet"}`} role="button" tabindex={things ? 0 : -1} aria-label={name} aria-pressed={chosen}
      onClick={() => choose(mark)} onKeyDown={onKeyDown}>
      <title>{name}</title>
      {ring > radius + 2 && <circle cx={x} cy={y} r={ring} class="ring" />}
      {members.length > 1 && <circle cx={x} cy={y} r={radius + 3} class="several" />}
      {label?.led && <line x1={x} y1={y} x2={label.x} y2={label.y - 4} class="leader" />}
      <circle cx={x} cy={y} r={radius} class={spot} />
      {label && <text x={label.x} y={label.y} text-anchor={label.anchor}>{label.text}</text>}
    </g>
  );
}

export function isContested(place: MapPlace): boolean {
  return place.holdings.some((holding) => holding.contested) || new Set(place.holdings.map((holding) => holding.holder)).size > 1;
}

/** Begins with the words that are seen, so that they can be spoken to a machine that listens. */
function nameOf(mark: PlacedMark): string {
  const { place, members } = mark;
  const seen = titleOf(mark);
  const told = (each: MapPlace) => `${each.name}: ${sayCount(each.events.length, "event")}`;
  if (members.length > 1) return `${seen}: ${members.length} places. ${members.map(told).join("; ")}`;
  return seen === place.name ? told(place) : `${seen}: ${told(place)}`;
}
