/** The drawn map: countries, places, uncertainty as rings; moved by mouse, buttons or arrow keys. */

import { geoGraticule, geoPath } from "d3-geo";
import type { SVGAttributes, TargetedKeyboardEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MapPlace } from "../api/client";
import { PlaceMark } from "./mark";
import { marksOf, NARROW, type PlacedMark, WIDE } from "./marks";
import type { Shapes } from "./shapes";
import { closeUp, core, fitted, HEIGHT, isSeen, moved, projectionOf, VAGUE, type View, WIDTH, zoomed } from "./view";

interface Props {
  places: readonly MapPlace[];
  shapes: Shapes | undefined;
  chosen: string | undefined;
  choose: (place: string) => void;
}

const STEP = 80;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP],
};

export function Drawing({ places, shapes, chosen, choose }: Props) {
  const busy = places.filter((place) => place.events.length + place.holdings.length > 0);
  const exact = busy.filter((place) => (place.precision ?? 0) < VAGUE);
  const [view, setView] = useState<View>(() => fitted(exact.length ? core(exact) : places));
  const projection = useMemo(() => projectionOf(view), [view]);
  const lettering = useNarrow() ? NARROW : WIDE;
  const marks = useMemo(() => marksOf(places, projection, view, lettering), [places, projection, view, lettering]);
  // A mark of several places comes apart; where they lie on one spot, the fullest is chosen.
  const pick = (mark: PlacedMark) => {
    const closer = closeUp(mark.members);
    if (mark.members.length > 1 && closer.degrees < view.degrees * 0.8) setView(closer);
    else choose(mark.place.id);
  };
  const drag = useDrag(view, setView);
  const refit = () => setView(fitted(busy.length ? busy : places));
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const step = ARROWS[event.key];
    if (step) setView(moved(view, ...step));
    else if (event.key === "+" || event.key === "=") setView(zoomed(view, 1.6));
    else if (event.key === "-") setView(zoomed(view, 1 / 1.6));
    else return;
    event.preventDefault();
  };
  return (
    <div class="map" tabIndex={0} role="group" aria-label="Map; arrow keys move it, plus and minus change its scale" onKeyDown={onKeyDown}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} {...drag}>
        <defs>
          <pattern id="contested" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" class="hatch-ground" /><rect width="2.5" height="6" class="hatch" />
          </pattern>
        </defs>
        <rect width={WIDTH} height={HEIGHT} class="sea" />
        <Land shapes={shapes} view={view} />
        {marks.map((mark) => <PlaceMark mark={mark} chosen={mark.members.some((place) => place.id === chosen)} choose={pick} key={mark.place.id} />)}
      </svg>
      <div class="map-buttons">
        <button type="button" aria-label="Closer" onClick={() => setView(zoomed(view, 1.6))}>+</button>
        <button type="button" aria-label="Further away" onClick={() => setView(zoomed(view, 1 / 1.6))}>−</button>
        <button type="button" aria-label="Show all places" onClick={refit}>◱</button>
      </div>
    </div>
  );
}

function Land({ shapes, view }: { shapes: Shapes | undefined; view: View }) {
  const drawn = useMemo(() => {
    const path = geoPath(projectionOf(view));
    const names = (shapes ?? []).filter(({ box }) => isSeen(box, view)).map(({ name, shape }) => {
      const [x, y] = path.centroid(shape);
      const [[left, top], [right, bottom]] = path.bounds(shape);
      const small = (right - left) * (bottom - top) < 4000;
      return { name, x, y, shape: path(shape) ?? "", small };
    });
    const step = view.degrees > 90 ? 30 : view.degrees > 25 ? 10 : view.degrees > 8 ? 2 : 1;
    return { names: names.filter((country) => country.shape), lines: path(geoGraticule().step([step, step])()) ?? "" };
  }, [shapes, view]);
  return (
    <g aria-hidden="true">
      {drawn.names.map((country, number) => <path d={country.shape} class="land" key={number} />)}
      <path d={drawn.lines} class="graticule" />
      {drawn.names.map((country, number) => !country.small && <text x={country.x} y={country.y} class="country" key={number}>{country.name}</text>)}
    </g>
  );
}

const NARROW_SCREEN = "(max-width: 46rem)";

/** Whether the screen is so narrow that the drawing is shrunk. */
function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW_SCREEN).matches);
  useEffect(() => {
    const query = matchMedia(NARROW_SCREEN);
    const change = () => setNarrow(query.matches);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  return narrow;
}

/** Moving the map with the pointer. */
function useDrag(view: View, setView: (view: View) => void): SVGAttributes<SVGSVGElement> {
  const from = useRef<{ x: number; y: number; view: View } | undefined>(undefined);
  return {
    onPointerDown: (event) => {
      if ((event.target as Element).closest(".place")) return;
      from.current = { x: event.clientX, y: event.clientY, view };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const start = from.current;
      if (!start) return;
      const scale = WIDTH / event.currentTarget.clientWidth;
      setView(moved(start.view, (start.x - event.clientX) * scale, (start.y - event.clientY) * scale));
    },
    onPointerUp: () => { from.current = undefined; },
    onPointerCancel: () => { from.current = undefined; },
  };
}
