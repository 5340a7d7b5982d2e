/** The form of a decision: what it needs to know, and its reason. */

import type { TargetedSubmitEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PlaceChoice, ReviewItem } from "../api/client";
import { sayCount, sayNumber } from "../words/counts";
import { type Draft, effectOf, type Kind, nameOf } from "./deciding";

interface FormProps {
  readonly kind: Kind;
  readonly item: ReviewItem;
  readonly places: readonly PlaceChoice[];
  readonly draft: Draft;
  readonly author: string;
  readonly sign: (author: string) => void;
  readonly lacks: string | undefined;
  readonly busy: boolean;
  readonly change: (part: Partial<Draft>) => void;
  readonly keep: () => void;
  readonly close: () => void;
}

export function DecisionForm(props: FormProps) {
  const { kind, item, draft, author, sign, lacks, busy, change, keep, close } = props;
  const [tried, setTried] = useState(false);
  const [unsigned] = useState(!author.trim());
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (lacks) setTried(true);
    else keep();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <form class="decision-form" ref={form} onSubmit={submit} onKeyDown={escape} aria-label={nameOf(kind, item)} noValidate>
      <p class="effect">{effectOf(kind, item)}</p>
      <Fields {...props} />
      {kind !== "note" && (
        <label class="field wide">
          <span>Reason{kind === "confirm" ? " (if you like)" : ""}</span>
          <input type="text" value={draft.reason} maxLength={2000} onInput={(event) => change({ reason: event.currentTarget.value })} />
        </label>
      )}
      {unsigned && (
        <label class="field wide">
          <span>Who decides (remembered on this machine)</span>
          <input type="text" value={author} maxLength={100} autocomplete="name" onInput={(event) => sign(event.currentTarget.value)} />
        </label>
      )}
      <p class="lacks" role="alert">{tried && lacks}</p>
      <div class="review-offers">
        <button type="submit" class="strong" disabled={busy}>Keep the decision</button>
        <button type="button" class="quiet" onClick={close}>Cancel</button>
      </div>
    </form>
  );
}

function Fields({ kind, item, places, draft, change }: FormProps) {
  switch (kind) {
    case "rename":
      return <label class="field wide"><span>New name</span><input type="text" value={draft.text} maxLength={200} placeholder={item.title} onInput={(event) => change({ text: event.currentTarget.value })} /></label>;
    case "note":
      return <label class="field wide"><span>Note</span><textarea rows={3} maxLength={2000} value={draft.text} onInput={(event) => change({ text: event.currentTarget.value })} /></label>;
    case "re-date":
      return (
        <div class="fields">
          <label class="field"><span>First day</span><input type="date" value={draft.earliest} onInput={(event) => change({ earliest: event.currentTarget.value })} /></label>
          <label class="field"><span>Last day, if another</span><input type="date" value={draft.latest} onInput={(event) => change({ latest: event.currentTarget.value })} /></label>
        </div>
      );
    case "re-place":
      return item.kind === "event" ? <StoryPlace places={places} draft={draft} change={change} /> : <Point item={item} draft={draft} change={change} />;
    case "split":
      return item.other || item.topic === "figure" ? null : <Parts item={item} draft={draft} change={change} />;
    default:
      return null;
  }
}

type Part = Pick<FormProps, "draft" | "change">;

function StoryPlace({ places, draft, change }: Part & { places: readonly PlaceChoice[] }) {
  return (
    <label class="field">
      <span>Where it happened</span>
      <select value={draft.place} onChange={(event) => change({ place: event.currentTarget.value })}>
        <option value="">Not known</option>
        {places.map((place) => <option value={place.id} key={place.id}>{place.name}</option>)}
      </select>
    </label>
  );
}

function Point({ item, draft, change }: Part & { item: ReviewItem }) {
  const set = (part: { latitude?: number; longitude?: number }) =>
    change({ point: { latitude: draft.point?.latitude ?? Number.NaN, longitude: draft.point?.longitude ?? Number.NaN, precision: 1, ...part } });
  return (
    <fieldset class="fields">
      <legend>Where it lies</legend>
      {item.candidates.map(({ name, where, population, location }) => (
        <label class="toggle wide" key={`${location.latitude} ${location.longitude}`}>
          <input type="radio" name="where" checked={draft.point?.geonames_id === location.geonames_id && draft.point?.latitude === location.latitude} onChange={() => change({ point: location })} />
          <span><bdi>{name}</bdi>, <bdi>{where}</bdi>{population > 0 && <span class="meta"> · {sayNumber(population)} people</span>}</span>
        </label>
      ))}
      <label class="field"><span>Latitude, in degrees</span><input type="number" step="any" min={-90} max={90} value={shown(draft.point?.latitude)} onInput={(event) => set({ latitude: event.currentTarget.valueAsNumber })} /></label>
      <label class="field"><span>Longitude</span><input type="number" step="any" min={-180} max={180} value={shown(draft.point?.longitude)} onInput={(event) => set({ longitude: event.currentTarget.valueAsNumber })} /></label>
    </fieldset>
  );
}

function shown(degrees: number | undefined): number | string {
  return degrees === undefined || Number.isNaN(degrees) ? "" : degrees;
}

function Parts({ item, draft, change }: Part & { item: ReviewItem }) {
  const turn = (name: string) => change({ pieces: draft.pieces.includes(name) ? draft.pieces.filter((each) => each !== name) : [...draft.pieces, name] });
  return (
    <fieldset class="fields">
      <legend>{item.kind === "event" ? "Tellings of something else" : "Words for somebody or something else"}</legend>
      {item.pieces.map((piece) => (
        <label class="toggle wide" key={piece.name}>
          <input type="checkbox" checked={draft.pieces.includes(piece.name)} onChange={() => turn(piece.name)} />
          <span><bdi>{piece.name}</bdi>{piece.count > 1 && <span class="meta"> · {sayCount(piece.count, "time")}</span>}</span>
        </label>
      ))}
    </fieldset>
  );
}
