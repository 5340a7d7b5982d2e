import { expect, test } from "vitest";
import type { MapPlace } from "../api/client";
import { boxesOf, marksOf, NARROW, overlap, titleOf, WIDE } from "./marks";
import { fitted, locatorOf, projectionOf, scaleOf, type View } from "./view";

const place = (name: string, longitude: number, latitude: number, events = 3): MapPlace => ({
  id: name, name, country: "KZ", longitude, latitude, precision: 1, near: null, holdings: [],
  events: Array.from({ length: events }, () => ({ earliest: "2024-03-05", latest: "2024-03-05" })),
});
const NEAR = [place("Satbayev", 67.54, 47.9, 9), place("Zhezkazgan", 67.71, 47.78, 7), place("Karatas", 67.6, 47.95, 20), place("Almaty", 76.9, 43.25, 2)];

function drawn(places: readonly MapPlace[], view: View, lettering = WIDE) {
  return marksOf(places, projectionOf(view), view, lettering);
}

function boxes(places: readonly MapPlace[], view: View, lettering = WIDE) {
  return boxesOf(drawn(places, view, lettering), lettering);
}

test.each([["wide", WIDE, 30], ["wide", WIDE, 6], ["wide", WIDE, 1], ["narrow", NARROW, 30], ["narrow", NARROW, 3]] as const)(
  "no name lies over another one, or over a mark, on a %s screen",
  (_name, lettering, degrees) => {
    const found = boxes(NEAR, { ...fitted(NEAR), degrees }, lettering);
    found.forEach((one, number) => found.slice(number + 1).forEach((other) => {
      expect(overlap(one, other)).toBe(false);
    }));
  },
);

test("places that would hide one another share a mark, and part when the map comes closer", () => {
  const far = drawn(NEAR, { longitude: 70, latitude: 46, degrees: 60 });
  const shared = far.find((mark) => mark.members.length > 1);
  expect(shared?.members.map((member) => member.name)).toEqual(["Karatas", "Satbayev", "Zhezkazgan"]);
  expect(shared && titleOf(shared)).toBe("Karatas +2");
  const close = drawn(NEAR, { longitude: 67.62, latitude: 47.87, degrees: 1 });
  expect(close.filter((mark) => mark.members.length === 1)).toHaveLength(3);
});

test("nothing is lost by sharing a mark", () => {
  for (const degrees of [1, 10, 60, 300]) {
    const view = { longitude: 70, latitude: 46, degrees };
    const names = drawn(NEAR, view).flatMap((mark) => mark.members.map((member) => member.name));
    expect(new Set(names).size).toBe(names.length);
    if (degrees >= 60) expect(names).toHaveLength(4);
  }
});

test("a region where nothing happened is no speck in its middle, a town is", () => {
  const view = { longitude: 70, latitude: 46, degrees: 20 };
  const [town, region] = [place("Karatas", 67.6, 47.95, 0), { ...place("Ulytau", 67, 48, 0), precision: 4 }];
  expect(drawn([town, region], view).map((mark) => mark.place.name)).toEqual(["Karatas"]);
  expect(drawn([{ ...region, events: [{ earliest: null, latest: null }] }], view)).toHaveLength(1);
});

test("the order in which places come changes nothing", () => {
  const view = { longitude: 70, latitude: 46, degrees: 20 };
  expect(drawn([...NEAR].reverse(), view)).toEqual(drawn(NEAR, view));
});

test.each([[300, 2000], [30, 200], [3, 20], [0.2, 2]])("the bar of a map of %d degrees is a round number of kilometres", (degrees, kilometres) => {
  const scale = scaleOf({ longitude: 0, latitude: 0, degrees }, 110);
  expect(scale.kilometres).toBe(kilometres);
  expect(scale.pixels).toBeLessThanOrEqual(110);
  expect(scale.pixels).toBeGreaterThan(40);
});

test("only a near view needs a locator", () => {
  expect(locatorOf({ longitude: 67, latitude: 47, degrees: 3 })?.degrees).toBe(60);
  expect(locatorOf({ longitude: 67, latitude: 47, degrees: 90 })).toBeUndefined();
});
