/** A chart as a picture that stands alone: its colours written into it, its heading above and its origins below. */

import type { Chart } from "../api/client";
import { plain } from "../words/counts";
import { sayDay } from "../words/days";
import { colourOf } from "./colours";
import { HEIGHT, WIDTH } from "./layout";

const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "opacity", "fill-opacity"];
const SVG = "http://www.w3.org/2000/svg";
const EDGE = 16;
const HEAD = 62;
const LINE = 20;
const LETTER = 6.6;
const FONT = "Inter Variable, Inter, system-ui, sans-serif";

interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
}

/** The drawing with everything that the page around it says of it. */
export function pictureOf(drawing: SVGSVGElement, chart: Chart, colours: ReadonlyMap<string, number>): SVGSVGElement {
  const page = coloursOfPage();
  const legend = legendOf(chart, drawing, colours);
  const height = HEAD + HEIGHT + legend.height + EDGE;
  const picture = make("svg", { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, "font-family": FONT });
  picture.append(
    make("rect", { width: WIDTH, height, fill: page.paper }),
    words(plain(chart.label) + (chart.place ? `, ${chart.place}` : ""), { x: EDGE, y: 26, "font-size": 17, "font-weight": 600, fill: page.ink }),
    words(subtitleOf(chart), { x: EDGE, y: 47, "font-size": 12.5, fill: page.soft }),
    moved(copyOf(drawing), HEAD),
    moved(legend.group(page), HEAD + HEIGHT + 6),
  );
  return picture as unknown as SVGSVGElement;
}

/** "Latest: 7 (11 March 2024) · in dispute". */
export function subtitleOf(chart: Chart): string {
  const now = `Latest: ${chart.current}${chart.current_as_of ? ` (${sayDay(chart.current_as_of)})` : ""}`;
  return [now, chart.unit !== "people" && `in ${chart.unit}`, chart.revised && "revised", chart.disputed && "in dispute"].filter(Boolean).join(" · ");
}

/** Names placed on lines of a width, each with room for its swatch: their x in pixels and the number of their line. */
export function flowed(names: readonly string[], width: number): { x: number; line: number }[] {
  let x = 0;
  let line = 0;
  return names.map((name) => {
    const needed = name.length * LETTER + 30;
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    const place = { x, line };
    x += needed;
    return place;
  });
}

function legendOf(chart: Chart, drawing: SVGSVGElement, colours: ReadonlyMap<string, number>) {
  const origins = [...new Set(chart.values.map((value) => value.origin))];
  const places = flowed(origins, WIDTH - EDGE * 2);
  const lines = (places.at(-1)?.line ?? 0) + 1;
  const group = (page: Colours) => {
    const found = make("g", {});
    origins.forEach((origin, number) => {
      const { x, line } = places[number] ?? { x: 0, line: 0 };
      const y = line * LINE + 12;
      found.append(
        make("circle", { cx: EDGE + x + 5, cy: y - 4, r: 4.5, fill: colourIn(drawing, colourOf(colours, origin)) }),
        words(origin, { x: EDGE + x + 15, y, "font-size": 12, fill: page.ink }),
      );
    });
    return found;
  };
  return { group, height: lines * LINE };
}

/** The colour that a class of the chart stands for on this page, in this theme. */
function colourIn(drawing: SVGSVGElement, name: string): string {
  const probe = drawing.ownerDocument.createElement("span");
  probe.className = name;
  drawing.parentElement?.append(probe);
  const colour = getComputedStyle(probe).getPropertyValue("--own").trim();
  probe.remove();
  return colour || "#777";
}

function copyOf(drawing: SVGSVGElement): SVGElement {
  const copy = make("g", {});
  const originals = drawing.querySelectorAll("*");
  const cloned = drawing.cloneNode(true) as SVGSVGElement;
  cloned.querySelectorAll("*").forEach((element, place) => {
    const style = getComputedStyle(originals[place] as Element);
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute("class");
  });
  copy.append(...cloned.childNodes);
  return copy;
}

function coloursOfPage(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { paper: read("--paper"), ink: read("--ink"), soft: read("--soft") };
}

function moved(element: SVGElement, down: number): SVGElement {
  element.setAttribute("transform", `translate(0 ${down})`);
  return element;
}

function words(text: string, attributes: Record<string, string | number>): SVGElement {
  const element = make("text", attributes);
  element.textContent = text;
  return element;
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
