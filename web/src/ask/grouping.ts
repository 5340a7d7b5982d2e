/** Which sentences of an answer come from which stories. */

interface Told {
  readonly stories: readonly string[];
}

export interface Group<Line extends Told> {
  readonly stories: readonly string[];
  readonly lines: readonly Line[];
}

/** The lines by the stories that they come from, in the order in which these are met first. */
export function byStory<Line extends Told>(lines: readonly Line[]): readonly Group<Line>[] {
  const found = new Map<string, { stories: readonly string[]; lines: Line[] }>();
  for (const line of lines) {
    const key = [...line.stories].sort().join(" ");
    const group = found.get(key);
    if (group) group.lines.push(line);
    else found.set(key, { stories: line.stories, lines: [line] });
  }
  return [...found.values()];
}
