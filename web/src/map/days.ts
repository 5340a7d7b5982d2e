/** Days on the map: what can be placed on a day, and when anything could be. */

import type { MapPlace } from "../api/client";
import { dayNumber } from "../words/days";

const MOST = 62;

/** The days on which something begins or ends, in order; of a long story those with most, for a slider has few steps. */
export function daysOf(places: readonly MapPlace[]): number[] {
  const counted = new Map<number, number>();
  for (const thing of places.flatMap((place) => [...place.events, ...place.holdings])) {
    for (const iso of new Set([thing.earliest, thing.latest])) {
      if (iso) counted.set(dayNumber(iso), (counted.get(dayNumber(iso)) ?? 0) + 1);
    }
  }
  const fullest = [...counted].sort((one, other) => other[1] - one[1]).slice(0, MOST);
  return fullest.map(([day]) => day).sort((one, other) => one - other);
}

/** The place with what may have happened on a day and who held it then; everything where no day is chosen. */
export function onDay(place: MapPlace, day: number | undefined): MapPlace {
  if (day === undefined) return place;
  const events = place.events.filter((event) => event.earliest && event.latest && dayNumber(event.earliest) <= day && day <= dayNumber(event.latest));
  const holdings = place.holdings.filter(
    (holding) => (!holding.earliest || dayNumber(holding.earliest) <= day) && (!holding.latest || day <= dayNumber(holding.latest)),
  );
  return { ...place, events, holdings };
}
