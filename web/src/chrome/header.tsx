/** The bar above every page: home, search, light or dark. */

import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { address } from "../api/client";
import { go, Link } from "../router";
import { applyTheme, storedTheme, type Theme, THEMES } from "./theme";

export function Header({ query }: { query: string }) {
  return (
    <header class="bar">
      <div>
        <Link href="/" class="wordmark">Reportedly</Link>
        <SearchBox query={query} />
        <ThemeChoice />
      </div>
    </header>
  );
}

function SearchBox({ query }: { query: string }) {
  const [words, setWords] = useState(query);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setWords(query), [query]);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || writing) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener("keydown", jump);
    return () => removeEventListener("keydown", jump);
  }, []);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (words.trim()) go(address("/search", { q: words.trim() }));
  };
  return (
    <form role="search" class="searchbox" onSubmit={submit}>
      <input
        ref={box}
        type="search"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        placeholder="Search"
        aria-label="Search reports, statements and names"
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
  const change = () => {
    applyTheme(next);
    setTheme(next);
  };
  const names = { auto: "Auto", light: "Light", dark: "Dark" };
  return (
    <button type="button" class="quiet" onClick={change} aria-label={`Colours: ${names[theme]}. Change to ${names[next]}`}>
      <span aria-hidden="true" class="disc" />{names[theme]}
    </button>
  );
}
