/** The places as a list: everything that the map shows, for whoever reads rather than looks. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import type { MapPlace, PlacedEvent, PlacedHolding } from "../api/client";
import { useRows } from "../api/rows";
import { Empty, When } from "../chrome/states";
import { Citations } from "../citing/citations";
import { type RowMarks, WindowedList } from "../lists/windowed";
import type { StoryQuery } from "../story/story";
import { sayCount } from "../words/counts";
import { sayDay } from "../words/days";
import { directionOf } from "../words/direction";
import { verbOf } from "../words/modes";

interface Props {
  places: readonly MapPlace[];
  chosen: string | undefined;
  choose: (place: string | undefined) => void;
  /** The day that is shown, as ISO text; undefined = every day. */
  day: string | undefined;
  query: StoryQuery;
}

export function PlaceList({ places, chosen, choose, day, query }: Props) {
  const filtered = day !== undefined;
  const [busy, named] = useMemo(() => parted(places), [places]);
  const box = useRef<HTMLDivElement>(null);
  // Only when the choice changes: a card that is scrolled away and comes back must not pull the list along.
  useEffect(() => box.current?.querySelector(".place-card.open")?.scrollIntoView({ block: "nearest" }), [chosen]);
  if (busy.length === 0) return <div class="places"><Empty title={filtered ? "Nothing is placed on this day" : "Nothing is placed"} /></div>;
  return (
    <div class="places" data-scrolls ref={box}>
      <WindowedList as="ul" of={here(busy)} count={busy.length} estimate={50} noun="place" label="Places" keep={rowOf(busy, chosen)} row={(place, marks) => (
        <Place place={place} marks={marks} open={place.id === chosen || busy.length === 1} toggle={() => choose(place.id === chosen ? undefined : place.id)} day={day} query={query} key={place.id} />
      )} />
      {named.length > 0 && !filtered && <p class="meta">Also named: <bdi>{named.map((place) => place.name).join(", ")}</bdi></p>}
    </div>
  );
}

/** The places at which something happened or that somebody held, and those that are only named. */
function parted(places: readonly MapPlace[]): readonly [readonly MapPlace[], readonly MapPlace[]] {
  const isBusy = (place: MapPlace) => place.events.length + place.holdings.length > 0;
  return [places.filter(isBusy), places.filter((place) => !isBusy(place))];
}

/** Rows that are all here already. */
function here<Row>(rows: readonly Row[]) {
  return { at: (row: number) => rows[row], want: () => undefined, trouble: undefined, again: () => undefined };
}

function rowOf(places: readonly MapPlace[], chosen: string | undefined): number | undefined {
  const row = places.findIndex((place) => place.id === chosen);
  return row < 0 ? undefined : row;
}

interface PlaceProps {
  place: MapPlace;
  marks: RowMarks;
  open: boolean;
  toggle: () => void;
  day: string | undefined;
  query: StoryQuery;
}

function Place({ place, marks, open, toggle, day, query }: PlaceProps) {
  return (
    <li class={open ? "place-card open" : "place-card"} {...marks}>
      <h2>
        <button type="button" aria-expanded={open} onClick={toggle}>
          <bdi>{place.name}</bdi>
          <span class="meta">{place.country && place.country !== place.name ? `${place.country} · ` : ""}{place.latitude === null ? `not on the map${place.events.length ? " · " : ""}` : place.near ? <>at <bdi>{place.near}</bdi>{place.events.length ? " · " : ""}</> : ""}{place.events.length > 0 && sayCount(place.events.length, "event")}</span>
        </button>
      </h2>
      {place.holdings.map((holding) => <Held holding={holding} key={holding.id} />)}
      {open && place.events.length > 0 && <Happenings place={place.id} day={day} query={query} />}
    </li>
  );
}

/** What happened at a place, asked for when it is opened. */
function Happenings({ place, day, query }: { place: string; day: string | undefined; query: StoryQuery }) {
  const rows = useRows("/api/stories/{story}/map/{place}", { ...query, place, day }, (page) => page.events);
  return (
    <When loaded={rows.first}>
      {(page) => (
        <WindowedList as="ul" of={rows} count={page.found} estimate={72} noun="event" row={(event, marks) => <Happened event={event} marks={marks} key={event.id} />} />
      )}
    </When>
  );
}

function Held({ holding }: { holding: PlacedHolding }) {
  const from = holding.earliest ? `from ${sayDay(holding.earliest)}` : "";
  const to = holding.latest ? ` to ${sayDay(holding.latest)}` : "";
  return (
    <p class="held">
      <span class={holding.contested ? "badge open" : "badge"}>{holding.contested ? "Contested" : "Held"}</span>{" "}
      <b><bdi>{holding.holder}</bdi></b> {from}{to}
      {holding.share !== null && ` (${Math.round(holding.share * 100)}%)`}, according to <bdi>{holding.sources.join(", ")}</bdi>{" "}
      <Citations of={holding.citations} />
    </p>
  );
}

function Happened({ event, marks }: { event: PlacedEvent; marks: RowMarks }) {
  return (
    <li {...marks}>
      <span class="meta">{event.days ?? "day not known"}{event.mode !== "asserted" && <> · <i>{verbOf(event.mode)}</i></>}</span>
      <p dir={directionOf(event.headline)}>{event.headline} <Citations of={event.citations} /></p>
    </li>
  );
}
