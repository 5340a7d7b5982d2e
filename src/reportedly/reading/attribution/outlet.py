"""The outlet's own statements: what nobody else is credited with."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.modes import content_mode
from reportedly.reading.attribution.phrases import has_finite_verb
from reportedly.reading.reading import Claim, Source
from reportedly.report import Span

FEWEST_WORDS = 3


def own_claims(lines: Sequence[Line], found: Sequence[Attribution], outlet: Source, length: int) -> list[Claim]:
    """One claim for each sentence, or stretch of a sentence with its own verb, outside everybody else's statements.

    ``length`` is the number of characters of the report.
    """
    taken = bytearray(length)
    for item in found:
        for span in _taken(item):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    claims: list[Claim] = []
    for line in lines:
        first, last = _free(line, taken)
        if last - first >= FEWEST_WORDS and has_finite_verb(line, first, last):
            span = line.span(first, last)
            mode = content_mode(line, range(first, last))
            claims.append(Claim(span.start, span.end, (span,), line.index, outlet, (), None, None, mode))
    return claims


def _taken(item: Attribution) -> list[Span]:
    spans = [*item.parts, item.cue_span, *(Span(relay.start, relay.end) for relay in item.relays)]
    return [*spans, item.source] if item.source is not None else spans


def _free(line: Line, taken: bytearray) -> tuple[int, int]:
    """The longest run of tokens that no attribution takes, without the marks at its ends."""
    best = (0, 0)
    start = line.floor
    for index in range(line.floor, len(line) + 1):
        if index == len(line) or taken[line.tokens[index].start]:
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    return _trimmed(line, *best)


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    while first < last and line.tags[first] in ',.:;-)"C':
        first += 1
    while last > first and line.tags[last - 1] in ',.:;-("C':
        last -= 1
    return first, last
