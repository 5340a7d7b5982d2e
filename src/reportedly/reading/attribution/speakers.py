"""Speakers: quotations without a cue of their own, credited to who was speaking beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.lines import Line
from reportedly.reading.reading import Quote
from reportedly.report import Span

SPEECH = frozenset({"say", "tell", "ask"})
FEWEST_CHARACTERS = 12
"""Shorter quotations standing alone are titles and slogans."""


def credit_quotes(lines: Sequence[Line], quotes: Sequence[Quote], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with free-standing quotations added.

    A sentence of quotation in the paragraph of a speaker goes on with what he says; one that opens the next paragraph
    does so where the last quotation was left open, or where it is all that its sentence has.
    """
    credited = list(found)
    taken = bytearray(max((quote.end for quote in quotes), default=0) + 1)
    for item in found:
        for part in item.parts:
            taken[part.start : part.end] = b"\1" * (min(part.end, len(taken)) - min(part.start, len(taken)))
    starts = [line.sentence.start for line in lines]
    waiting = sorted(
        (item for item in found if item.source is not None and item.cue.frame in SPEECH), key=_begin, reverse=True
    )
    last: Attribution | None = None
    for number, quote in enumerate(quotes):
        while waiting and _begin(waiting[-1]) < quote.start:
            item = waiting.pop()
            if last is None or (item.hull.end > last.hull.end and not _is_aside(item, last)):
                last = item
        line = lines[max(0, bisect_right(starts, quote.start) - 1)]
        if last is None or 1 in taken[quote.start : quote.end] or not _is_free(line, quote):
            continue
        open_before = number > 0 and not quotes[number - 1].closed
        if _goes_on(line, quote, last, open_before):
            last = last.with_parts((Span(quote.start, quote.end),))
            credited.append(last)
    return credited


def _begin(item: Attribution) -> int:
    return item.hull.start


def _is_aside(item: Attribution, last: Attribution) -> bool:
    """Whether an attribution only hangs on the last one: `"It holds," Lee said, noting that he built it. "It does."`"""
    return item.cue.form == "participle" and item.line is last.line and item.source == last.source


def _goes_on(line: Line, quote: Quote, last: Attribution, open_before: bool) -> bool:
    """Whether a quotation is by the one who spoke last: in his paragraph, or at the head of the next."""
    distance = line.sentence.paragraph - last.paragraph
    return distance == 0 or open_before or (distance == 1 and line.sentence.start == quote.start)


def _is_free(line: Line, quote: Quote) -> bool:
    """Whether a sentence is quotation through and through, with nothing beside it that could say whose it is."""
    if quote.inner.end - quote.inner.start < FEWEST_CHARACTERS or quote.start != line.sentence.start:
        return False
    outside = [index for index, token in enumerate(line.tokens) if not quote.start <= token.start < quote.end]
    return not any(line.tags[index] in "XMVEBAO" for index in outside)
