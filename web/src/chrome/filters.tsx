/** The row of filters above a list. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Counted } from "../api/client";
import { sayCount } from "../words/counts";

export function FilterBar({ shown, of, noun, plural, children }: { shown: number; of: number; noun: string; plural?: string; children: ComponentChildren }) {
  return (
    <div class="filters" role="group" aria-label="Filters">
      {children}
      <span class="meta" role="status">{shown === of ? "" : `${shown} of `}{sayCount(of, noun, plural)}</span>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
  all?: string;
}

export function Choice({ label, value, options, onChange, all = "All" }: ChoiceProps) {
  if (options.length < 2) return null;
  return (
    <label class="filter">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map(([key, name]) => <option value={key} key={key}>{name}</option>)}
      </select>
    </label>
  );
}

/** What the server counted, as options: the name as it is shown, and how many there are of it. */
export function optionsOf(counted: readonly Counted[], say: (name: string) => string = (name) => name): (readonly [string, string])[] {
  return counted.map(({ name, count }) => [name, `${say(name)} (${count})`]);
}

const PAUSE = 250;

/** Words to filter by; the list is asked for when the writing pauses. */
export function TextFilter({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [words, setWords] = useState(value);
  useEffect(() => {
    if (words === value) return undefined;
    const timer = setTimeout(() => onChange(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <label class="filter">
      <span>{label}</span>
      <input type="search" value={words} maxLength={200} onInput={(event) => setWords(event.currentTarget.value)} />
    </label>
  );
}

export function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="toggle">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
