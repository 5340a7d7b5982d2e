"""Hands: the channels, agencies and outlets around an attribution that the model sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.attribution.boundaries import resumption
from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.relays import relays_between
from reportedly.reading.reading import Relay
from reportedly.report import Span


def hands_of(line: Line, cue: Cue, source: Span | None, parts: Sequence[Span]) -> tuple[Relay, ...]:
    """The relays that stand around a cue and its source, outside the statement."""
    found: list[Relay] = []
    for start, end, told in _surroundings(line, cue, source):
        end = _until_content(line, start, end, parts)
        if start < end:
            found += relays_between(line, start, end, told=told)
    return tuple(relay for relay in found if source is None or not source.holds(Span(relay.start, relay.end)))


def _surroundings(line: Line, cue: Cue, source: Span | None) -> Iterator[tuple[int, int, bool]]:
    """Ranges of tokens beside a cue and its source, and whether an addressee stands at their head."""
    begin, end = line.range(source) if source is not None else (0, 0)
    if begin < end:
        yield line.floor, begin, False
    if begin < end and begin >= cue.last:
        yield cue.last, begin, cue.frame == "tell"
        yield end, resumption(line, end), False
    else:
        yield cue.last, len(line), cue.frame == "tell"


def _until_content(line: Line, start: int, end: int, parts: Sequence[Span]) -> int:
    """Index at which the first word of a statement, or another clause, stands after ``start``."""
    for index in range(start, end):
        token = line.tokens[index]
        if any(part.start <= token.start < part.end for part in parts):
            return index
    return end
