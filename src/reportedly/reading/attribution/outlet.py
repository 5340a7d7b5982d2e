"""The outlet's own statements: what nobody else is credited with."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.contents import sentence_end
from reportedly.reading.attribution.modes import content_mode
from reportedly.reading.attribution.phrases import Line, has_finite_verb
from reportedly.reading.reading import Claim, Source
from reportedly.report import Span

FEWEST_WORDS = 3


def own_claims(lines: Sequence[Line], found: Sequence[Attribution], outlet: Source) -> list[Claim]:
    """One claim for each sentence, or stretch of a sentence with its own verb, outside everybody else's statements."""
    taken = sorted((span for item in found for span in _taken(item)), key=lambda span: span.start)
    claims: list[Claim] = []
    for line in lines:
        first, last = _free(line, taken)
        if last - first >= FEWEST_WORDS and has_finite_verb(line, first, last):
            start, end = line.tokens[first].start, line.tokens[last - 1].end
            mode = content_mode(line.tokens[first:last])
            claims.append(Claim(start, end, (Span(start, end),), line.index, outlet, (), None, None, mode))
    return claims


def _taken(item: Attribution) -> list[Span]:
    spans = [*item.parts, item.cue_span, *(Span(relay.start, relay.end) for relay in item.relays)]
    return [*spans, item.source] if item.source is not None else spans


def _free(line: Line, taken: Sequence[Span]) -> tuple[int, int]:
    """The longest run of tokens that no attribution takes, without the marks at its ends."""
    mine = [span for span in taken if span.start < line.sentence.end and line.sentence.start < span.end]
    best = (0, 0)
    start = 0
    for index in range(len(line) + 1):
        token = line.tokens[index] if index < len(line) else None
        if token is None or any(span.start < token.end and token.start < span.end for span in mine):
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    return _trimmed(line, *best)


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    while first < last and line.tags[first] in ",.:;-)\"C":
        first += 1
    while last > first and line.tags[last - 1] in ",.:;-(\"C":
        last -= 1
    return first, last
