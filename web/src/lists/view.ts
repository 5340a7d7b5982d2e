/** Which rows of a list are in view: watched while the reader scrolls, moves the focus, or changes the window. */

import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";
import type { Heights, Stretch } from "./heights";

/** So many pixels beyond the view are drawn as well. */
const BEYOND = 700;

export interface Seen {
  readonly view: Stretch;
  /** The row that holds the focus. */
  readonly focused: number | undefined;
}

/** The rows near the view; `whole` = nobody needs to know. */
export function useView(list: RefObject<HTMLElement | null>, heights: Heights, whole: boolean): Seen {
  const [, redraw] = useReducer((round: number) => round + 1, 0);
  const seen = useRef<Seen>({ view: { first: 0, last: 20 }, focused: undefined });
  const width = useRef(0);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || whole) return;
    const room = roomOf(element);
    if (width.current && Math.abs(width.current - room) > 1) heights.forget();
    width.current = room;
    const learned = heights.learn(measured(element));
    if (look(element, heights, seen) || learned) redraw(undefined);
  });

  useEffect(() => {
    const element = list.current;
    if (!element || whole) return undefined;
    let frame = 0;
    const soon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (look(element, heights, seen)) redraw(undefined);
      });
    };
    const moved = (event: FocusEvent) => {
      const focused = event.type === "focusin" ? rowOf(element, event.target) : undefined;
      if (focused === seen.current.focused) return;
      seen.current = { ...seen.current, focused };
      redraw(undefined);
    };
    const resized = new ResizeObserver(() => redraw(undefined));
    resized.observe(element);
    addEventListener("scroll", soon, { capture: true, passive: true });
    addEventListener("resize", soon);
    element.addEventListener("focusin", moved);
    element.addEventListener("focusout", moved);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      removeEventListener("scroll", soon, { capture: true });
      removeEventListener("resize", soon);
      element.removeEventListener("focusin", moved);
      element.removeEventListener("focusout", moved);
    };
  }, [heights, whole]);
  return seen.current;
}

/** How wide the list may be: that of a table changes with the rows that are in it, that of its box does not. */
function roomOf(element: HTMLElement): number {
  return (element.closest("[data-scrolls]") ?? element).clientWidth;
}

/** Bring what is seen up to date; true where it has changed. */
function look(element: HTMLElement, heights: Heights, seen: { current: Seen }): boolean {
  const own = element.getBoundingClientRect();
  const [top, bottom] = visible(element);
  const view = heights.between(top - own.top - BEYOND, bottom - own.top + BEYOND);
  const { view: former } = seen.current;
  if (view.first === former.first && view.last === former.last) return false;
  seen.current = { ...seen.current, view };
  return true;
}

/** The part of the window in which the list can be seen: that of the box which scrolls it, where there is one. */
function visible(element: HTMLElement): readonly [number, number] {
  const box = element.closest("[data-scrolls]");
  if (!box || box.scrollHeight <= box.clientHeight + 1) return [0, innerHeight];
  const { top, bottom } = box.getBoundingClientRect();
  return [Math.max(0, top), Math.min(innerHeight, bottom)];
}

/** The height of each row that is drawn: down to where the next element begins. */
function measured(element: HTMLElement): (readonly [number, number])[] {
  const children = [...element.children];
  const tops = children.map((child) => child.getBoundingClientRect());
  return children.flatMap((child, place) => {
    const row = child.getAttribute("data-row");
    const [own, next] = [tops[place], tops[place + 1]];
    if (row === null || !own || child.classList.contains("to-come")) return [];
    return [[Number(row), next ? next.top - own.top : own.height] as const];
  });
}

/** The row that something stands in; a row may hold a list of its own, with rows of that. */
function rowOf(element: HTMLElement, target: EventTarget | null): number | undefined {
  const row = [...element.children].find((child) => child.contains(target as Node | null))?.getAttribute("data-row");
  return row === null || row === undefined ? undefined : Number(row);
}
