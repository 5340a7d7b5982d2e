/** A card that stands open while its mark is pointed at or focused; Escape closes it. */

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

const WAIT = 120;
const MARGIN = 12;

interface HoverProps {
  class: string;
  children: ComponentChildren;
  /** Draws the card; asked for only while it is open. */
  card: (anchor: Element) => ComponentChildren;
}

export function Hover({ class: name, children, card }: HoverProps) {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const anchor = useRef<HTMLSpanElement>(null);
  const set = (next: boolean, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), wait);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLayoutEffect(() => {
    if (!open) return undefined;
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      clearTimeout(timer.current);
      setOpen(false);
    };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [open]);
  return (
    <span
      class={name}
      ref={anchor}
      onPointerEnter={(event) => event.pointerType === "mouse" && set(true, WAIT)}
      onPointerLeave={() => set(false, WAIT)}
      onFocusIn={(event) => (event.target as Element).matches(":focus-visible") && set(true, 0)}
      onFocusOut={() => set(false, 0)}
    >
      {children}
      {open && anchor.current && card(anchor.current)}
    </span>
  );
}

interface CardProps {
  anchor: Element;
  class?: string;
  children: ComponentChildren;
}

/** The card itself, placed anew at each drawing: what it holds may come later than it. */
export function Card({ anchor, class: name = "", children }: CardProps) {
  const card = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (card.current) place(card.current, anchor.getBoundingClientRect());
  });
  return <span class={`card ${name}`} role="tooltip" ref={card}>{children}</span>;
}

/** Below its anchor, or above it where there is more room; always within the window. */
function place(card: HTMLElement, anchor: DOMRect): void {
  const width = card.offsetWidth;
  const left = Math.min(Math.max(MARGIN, anchor.left - 24), innerWidth - width - MARGIN);
  const below = innerHeight - anchor.bottom > card.offsetHeight + MARGIN || anchor.top < innerHeight / 2;
  card.style.left = `${left}px`;
  card.style.top = below ? `${anchor.bottom}px` : "auto";
  card.style.bottom = below ? "auto" : `${innerHeight - anchor.top}px`;
}
