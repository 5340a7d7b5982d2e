/** The map of a story with a day slider, and the same places as a list beside it. */

import { useMemo, useState } from "preact/hooks";
import type { MapPlace } from "../api/client";
import { usePage } from "../api/page";
import { Empty, When } from "../chrome/states";
import type { StoryQuery } from "../story/story";
import { isoOf, sayDay } from "../words/days";
import { daysOf, onDay } from "./days";
import { Drawing } from "./drawing";
import { PlaceList } from "./places";
import { useShapes } from "./shapes";

export function MapPage(query: StoryQuery) {
  const loaded = usePage("/api/stories/{story}/map", { ...query });
  return (
    <When loaded={loaded}>
      {({ places }) => (places.length ? <PlacesMap places={places} query={query} /> : <Empty title="No place was found" />)}
    </When>
  );
}

function PlacesMap({ places, query }: { places: readonly MapPlace[]; query: StoryQuery }) {
  const days = useMemo(() => daysOf(places), [places]);
  const [at, setAt] = useState<number>();
  const [chosen, setChosen] = useState<string>();
  const shapes = useShapes();
  const day = at === undefined ? undefined : days[at];
  const shown = useMemo(() => places.map((place) => onDay(place, day)), [places, day]);
  const located = shown.filter((place) => place.latitude !== null);
  return (
    <div class="map-page">
      <div class="map-side">
        <DaySlider days={days} at={at} onChange={setAt} />
        {located.length > 0 ? (
          <Drawing places={located} shapes={shapes} chosen={chosen} choose={setChosen} />
        ) : (
          <Empty title="No place of this story is in the gazetteer">The list names them all the same.</Empty>
        )}
        {located.length > 0 && <p class="legend meta">
          Circles grow with the number of events; a double edge holds several places that lie close. Within a dashed ring the place is not
          known more exactly; hatched ones are contested.
          Shapes of countries: Natural Earth, generalised; borders are not a judgement.
        </p>}
      </div>
      <PlaceList places={shown} chosen={chosen} choose={setChosen} day={day === undefined ? undefined : isoOf(day)} query={query} />
    </div>
  );
}

function DaySlider({ days, at, onChange }: { days: readonly number[]; at: number | undefined; onChange: (at: number | undefined) => void }) {
  if (days.length < 2) return null;
  const day = at === undefined ? undefined : days[at];
  const words = day === undefined ? "All days" : sayDay(isoOf(day));
  return (
    <div class="day-slider">
      <label for="map-day">{words}</label>
      <input id="map-day" type="range" min="0" max={days.length - 1} value={at ?? days.length - 1} aria-valuetext={words}
        onInput={(event) => onChange(Number(event.currentTarget.value))} />
      {at !== undefined && <button type="button" class="inline" onClick={() => onChange(undefined)}>Show all days</button>}
    </div>
  );
}
