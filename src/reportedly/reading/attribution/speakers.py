"""Speakers: quotations without a cue of their own, credited to who was speaking beside them."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.phrases import Line, has_finite_verb
from reportedly.reading.reading import Quote
from reportedly.report import Span

SPEECH = frozenset({"say", "tell", "ask"})


def credit_quotes(lines: Sequence[Line], quotes: Sequence[Quote], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with free-standing quotations added.

    A sentence of quotation in the paragraph of a speaker goes on with what he says; one that opens the next paragraph
    does so where the last quotation was left open, or where it is all the paragraph has.
    """
    credited = list(found)
    for number, quote in enumerate(quotes):
        if quote.inner.end - quote.inner.start < 12 or any(_covers(item, quote) for item in credited):
            continue
        speaker = _speaker(lines, quotes, number, credited)
        if speaker is not None:
            credited.append(speaker.with_parts((Span(quote.start, quote.end),)))
    return credited


def _covers(item: Attribution, quote: Quote) -> bool:
    return any(part.start < quote.end and quote.start < part.end for part in item.parts)


def _speaker(lines: Sequence[Line], quotes: Sequence[Quote], number: int, found: Sequence[Attribution]) -> Attribution | None:
    quote = quotes[number]
    line = next((line for line in lines if line.sentence.start <= quote.start < line.sentence.end), None)
    if line is None or not _is_free(line, quote):
        return None
    paragraph = line.sentence.paragraph
    before = [item for item in found if item.source is not None and item.cue.frame in SPEECH and item.hull.start < quote.start]
    if not before:
        return None
    last = max(before, key=lambda item: item.hull.end)
    distance = paragraph - last.line.sentence.paragraph
    if distance == 0:
        return last
    opens = line.sentence.start == quote.start or line.tags[0] == '"'
    continues = number > 0 and not quotes[number - 1].closed
    return last if distance >= 1 and opens and (continues or distance == 1) else None


def _is_free(line: Line, quote: Quote) -> bool:
    """Whether a sentence is quotation through and through, or has nothing beside it that could say whose it is."""
    outside = [index for index, token in enumerate(line.tokens) if not quote.start <= token.start < quote.end]
    return quote.start == line.sentence.start and not any(line.tags[index] in "XMVEBAO" for index in outside)
