/** The words of a report with its marks. */

import type { TargetedKeyboardEvent } from "preact";
import type { ReportMark } from "../api/client";
import { directionOf } from "../words/direction";
import type { Segment } from "./segments";

interface Props {
  segments: readonly (readonly Segment[])[];
  chosen: readonly ReportMark[];
  choose: (marks: readonly ReportMark[]) => void;
}

export function MarkedText({ segments, chosen, choose }: Props) {
  return (
    <article class="report-text" lang="en">
      {segments.map((line, number) => (
        <p dir={directionOf(line.map((segment) => segment.text).join(""))} key={number}>
          {line.map((segment) => <Piece segment={segment} chosen={chosen} choose={choose} key={segment.start} />)}
        </p>
      ))}
    </article>
  );
}

function Piece({ segment, chosen, choose }: { segment: Segment } & Omit<Props, "segments">) {
  const { text, marks, cited, start } = segment;
  if (marks.length === 0) return cited ? <mark class="cited">{text}</mark> : <>{text}</>;
  const classes = [...new Set(marks.map((mark) => `m-${mark.layer}`))];
  if (cited) classes.push("cited");
  if (marks.some((mark) => chosen.includes(mark))) classes.push("chosen");
  if (!text.trim()) return <span class={classes.join(" ")}>{text}</span>;
  const innermost = marks.at(-1);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLSpanElement>) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(marks);
  };
  // Only the piece in which a mark begins is a stop for the Tab key: one stop for each mark.
  return (
    <span
      class={classes.join(" ")}
      role="button"
      tabIndex={innermost && marks.some((mark) => mark.start === start) ? 0 : -1}
      aria-pressed={marks.some((mark) => chosen.includes(mark))}
      onClick={() => choose(marks)}
      onKeyDown={onKeyDown}
    >
      {text}
    </span>
  );
}
