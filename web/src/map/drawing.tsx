/** The drawn map: countries, places, uncertainty as rings; moved by mouse, buttons or arrow keys. */

import { geoGraticule, geoPath } from "d3-geo";
import type { SVGAttributes, TargetedKeyboardEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MapPlace } from "../api/client";
import { sayNumber } from "../words/counts";
import { PlaceMark } from "./mark";
import { type Box, boxesOf, marksOf, NARROW, overlap, type PlacedMark, WIDE } from "./marks";
import type { Shapes } from "./shapes";
import { closeUp, core, fitted, HEIGHT, isSeen, locatorOf, moved, projectionOf, scaleOf, VAGUE, type View, WIDTH, zoomed } from "./view";

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
  // The list opens at the fullest of several places, and the map comes closer, so that they part.
  const pick = (mark: PlacedMark) => {
    const closer = closeUp(mark.members);
    if (mark.members.length > 1 && closer.degrees < view.degrees * 0.8) setView(closer);
    choose(mark.place.id);
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
        <Land shapes={shapes} view={view} taken={boxesOf(marks, lettering)} />
        {marks.map((mark) => <PlaceMark mark={mark} chosen={mark.members.some((place) => place.id === chosen)} choose={pick} key={mark.place.id} />)}
        <ScaleBar view={view} />
        <Locator shapes={shapes} view={view} />
      </svg>
      <div class="map-buttons">
        <button type="button" aria-label="Closer" onClick={() => setView(zoomed(view, 1.6))}>+</button>
        <button type="button" aria-label="Further away" onClick={() => setView(zoomed(view, 1 / 1.6))}>−</button>
        <button type="button" aria-label="Show all places" onClick={refit}>◱</button>
      </div>
    </div>
  );
}

/** Half of what a country's name takes up. */
const NAME = { letter: 4.6, line: 8 };

function Land({ shapes, view, taken }: { shapes: Shapes | undefined; view: View; taken: readonly Box[] }) {
  const drawn = useMemo(() => {
    const path = geoPath(projectionOf(view));
    const names = (shapes ?? []).filter(({ box }) => isSeen(box, view)).map(({ name, shape }) => {
      const [x, y] = path.centroid(shape);
      const [[left, top], [right, bottom]] = path.bounds(shape);
      const small = (right - left) * (bottom - top) < 4000;
      return { name, x, y, shape: path(shape) ?? "", small };
    });
    const step = [30, 10, 2, 1, 0.25, 0.05].find((each) => view.degrees / each > 3) ?? 0.05;
    return { names: names.filter((country) => country.shape), lines: path(geoGraticule().step([step, step])()) ?? "" };
  }, [shapes, view]);
  return (
    <g aria-hidden="true">
      {drawn.names.map((country, number) => <path d={country.shape} class="land" key={number} />)}
      <path d={drawn.lines} class="graticule" />
      {drawn.names.map((country, number) => {
        const y = country.small ? undefined : freeHeight(country, taken);
        return y !== undefined && <text x={country.x} y={y} class="country" key={number}>{country.name}</text>;
      })}
    </g>
  );
}

/** Where a country's name lies over no place: in its middle, else above or below; undefined where there is no room. */
function freeHeight({ name, x, y }: { name: string; x: number; y: number }, taken: readonly Box[]): number | undefined {
  const half = name.length * NAME.letter;
  if (x - half < 0 || x + half > WIDTH) return undefined;
  return [0, -50, 50, -100, 100].map((off) => y + off).find((at) => {
    const own: Box = [x - half, at - 2 * NAME.line, x + half, at + NAME.line];
    return own[1] > 0 && own[3] < HEIGHT && !taken.some((other) => overlap(own, other));
  });
}

const BAR = { x: 16, y: HEIGHT - 16, wanted: 110 };

function ScaleBar({ view }: { view: View }) {
  const { kilometres, pixels } = scaleOf(view, BAR.wanted);
  return (
    <g class="scale" role="img" aria-label={`${kilometres} kilometres are this long`}>
      <line x1={BAR.x} x2={BAR.x + pixels} y1={BAR.y} y2={BAR.y} />
      <line x1={BAR.x} x2={BAR.x} y1={BAR.y - 4} y2={BAR.y} />
      <line x1={BAR.x + pixels} x2={BAR.x + pixels} y1={BAR.y - 4} y2={BAR.y} />
      <text x={BAR.x + 5} y={BAR.y - 6}>{sayNumber(kilometres)} km</text>
    </g>
  );
}

const LOCATOR = { width: 168, height: 106, edge: 12 };

/** A small map of the region, with what the large one shows of it. */
function Locator({ shapes, view }: { shapes: Shapes | undefined; view: View }) {
  const far = locatorOf(view);
  const land = useMemo(() => {
    if (!far) return undefined;
    const path = geoPath(projectionOf(far));
    return (shapes ?? []).filter(({ box }) => isSeen(box, far)).map(({ shape }) => path(shape) ?? "").join("");
  }, [shapes, far?.longitude, far?.latitude]);
  if (!far || !land) return null;
  const width = Math.max(36, (view.degrees / far.degrees) * WIDTH);
  const height = (width * HEIGHT) / WIDTH;
  return (
    <svg class="locator" aria-hidden="true" x={WIDTH - LOCATOR.width - LOCATOR.edge} y={HEIGHT - LOCATOR.height - LOCATOR.edge} width={LOCATOR.width} height={LOCATOR.height}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <rect width={WIDTH} height={HEIGHT} class="sea" />
      <path d={land} class="land" />
      <rect class="here" x={(WIDTH - width) / 2} y={(HEIGHT - height) / 2} width={width} height={height} />
      <rect width={WIDTH} height={HEIGHT} class="frame" />
    </svg>
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
