/** How the mode of a claim is said of an origin. */

const VERBS: Readonly<Record<string, string>> = {
  asserted: "asserts",
  denied: "denies",
  expected: "expects",
  possible: "holds possible",
  planned: "plans",
  likely: "holds likely",
  hypothetical: "supposes",
};

export const MODES = Object.keys(VERBS);

export function verbOf(mode: string): string {
  return VERBS[mode] ?? mode;
}
