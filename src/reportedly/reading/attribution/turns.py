"""Turns: transcripts, in which each paragraph begins with who speaks it: "BERG: We go on." """

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import has_finite_verb
from reportedly.records import replace
from reportedly.report import Span

LONGEST_LABEL = 3
"""Words of the longest label ("UMA MAY LUND")."""
FEWEST_TURNS = 3
MOST_BETWEEN = 4
"""Paragraphs without a label that one turn may have; more are a report again."""
ASIDES = "(["
"""Marks with which a paragraph that nobody speaks begins: "(CROSSTALK)"."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says at one go: the line and the tokens of the label, and the colon after it."""

    line: Line
    first: int
    colon: int
    parts: tuple[Span, ...]

    @property
    def label(self) -> str:
        """The label as it is written."""
        return self.line.shown(self.first, self.colon)

    @property
    def hull(self) -> Span:
        """From the label to the last word."""
        return Span(self.line.tokens[self.first].start, self.parts[-1].end)

    def attribution(self) -> Attribution:
        """The turn as an attribution with a colon for its cue."""
        cue = Cue(self.colon, self.colon + 1, self.colon, ":", "say", "colon")
        return Attribution(self.line, cue, self.line.span(self.first, self.colon), self.parts)


def find_turns(lines: Sequence[Line]) -> list[Turn]:
    """The turns of a report that is, in part, a transcript; none where fewer than three paragraphs look like one.

    Two must speak twice, or all labels be in capitals. The few paragraphs without a label between two turns go on with
    the first.
    """
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: line.sentence.paragraph)]
    labels = [_label(paragraph[0]) for paragraph in paragraphs]
    opened = [at for at, label in enumerate(labels) if label is not None]
    if len(opened) < FEWEST_TURNS or not _are_speakers(paragraphs, labels):
        return []
    return list(_turns(paragraphs, labels, opened))


def with_turns(turns: Sequence[Turn], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the turns; of those inside a turn only what the speaker himself attributes stays."""
    if not turns:
        return list(found)
    kept: list[Attribution] = []
    for item in found:
        turn = next((turn for turn in turns if _meet(turn.hull, item.cue_span)), None)
        if turn is None:
            kept += [] if any(_meet(turn.hull, item.hull) for turn in turns) else [item]
        elif item.source is not None and any(part.holds(item.hull) and part.holds(item.source) for part in turn.parts):
            kept.append(replace(item, nested=True))
    return [*kept, *(turn.attribution() for turn in turns)]


def _label(line: Line) -> tuple[int, int] | None:
    """The tokens of the label that begins a line, and of its colon; None where it has none."""
    first = int(line.tags[0] == '"')
    colon = line.tags.find(":", first, first + LONGEST_LABEL + 1)
    if colon <= first or colon + 1 >= len(line) or line.tokens[colon - 1].end != line.tokens[colon].start:
        return None
    words = [token.text for token in line.tokens[first:colon]]
    named = all(word[0].isupper() and (len(word) > 1 or word[-1] == ".") for word in words)
    return (first, colon) if named else None


def _are_speakers(paragraphs: Sequence[Sequence[Line]], labels: Sequence[tuple[int, int] | None]) -> bool:
    """Whether the labels are people's: two come back or all are in capitals, and what follows are mostly sentences."""
    labelled = [(paragraph, label) for paragraph, label in zip(paragraphs, labels, strict=True) if label is not None]
    names = [paragraph[0].shown(*label) for paragraph, label in labelled]
    spoken = sum(has_finite_verb(paragraph[0], colon + 1, len(paragraph[0])) for paragraph, (_, colon) in labelled)
    again = sum(count > 1 for count in Counter(names).values()) > 1
    return 2 * spoken > len(names) and len(set(names)) > 1 and (again or all(name.isupper() for name in names))


def _turns(
    paragraphs: Sequence[Sequence[Line]], labels: Sequence[tuple[int, int] | None], opened: Sequence[int]
) -> Iterator[Turn]:
    for at, after in zip(opened, [*opened[1:], opened[-1] + 1], strict=True):
        label = labels[at]
        if label is None:
            continue
        line, (first, colon) = paragraphs[at][0], label
        begin = line.tokens[colon + 1].start
        between = paragraphs[at + 1 : after]
        spoken = [each for each in between if _is_spoken(each[0])] if len(between) <= MOST_BETWEEN else []
        parts = [Span(begin, paragraphs[at][-1].sentence.end), *(_inner(each) for each in spoken)]
        yield Turn(line, first, colon, tuple(parts))


def _is_spoken(line: Line) -> bool:
    """Whether a paragraph without a label is speech: "(CROSSTALK)" is none."""
    opening = int(line.tags[0] == '"')
    return len(line) > opening + 1 and line.tags[opening] not in ASIDES and line.tokens[opening].text not in ASIDES


def _inner(paragraph: Sequence[Line]) -> Span:
    first = paragraph[0]
    return Span(first.tokens[int(first.tags[0] == '"')].start, paragraph[-1].sentence.end)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
