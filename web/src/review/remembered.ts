/** What is remembered on this machine: who decides here, and whether single keys do something. */

import { useState } from "preact/hooks";

/** A value kept under a name in the browser; with a browser that keeps nothing it lasts as long as the page. */
export function useRemembered(key: string, first: string): readonly [string, (value: string) => void] {
  const [value, setValue] = useState(() => read(key) ?? first);
  const change = (next: string) => {
    setValue(next);
    write(key, next);
  };
  return [value, change];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing.
  }
}
