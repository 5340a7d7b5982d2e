"""Claims: attributions resolved, cut into statements, and joined by what the outlet says itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.constructions import Constructions
from reportedly.reading.attribution.modes import mode_of, words_in
from reportedly.reading.attribution.outlet import own_claims
from reportedly.reading.attribution.phrases import Line, make_lines
from reportedly.reading.attribution.relays import relays_between
from reportedly.reading.attribution.sources import Sources
from reportedly.reading.attribution.speakers import credit_quotes
from reportedly.reading.reading import Chain, Claim, Manner, Mention, Quote, QuoteKind, Relay, Sentence
from reportedly.report import Report, Span

ATTITUDES = frozenset({"attitude", "seem"})


def find_claims(
    report: Report, sentences: Sequence[Sentence], quotes: Sequence[Quote], mentions: Sequence[Mention], chains: Sequence[Chain]
) -> tuple[Claim, ...]:
    """The claims of a report in order of their content; what nobody else is credited with belongs to the outlet."""
    lines = make_lines(sentences, quotes)
    constructions = Constructions(quotes)
    found = [item for line in lines for item in constructions.of_line(line)]
    found = credit_quotes(lines, quotes, _relayed(found))
    sources = Sources(report, mentions, chains)
    claims = [claim for item in found for claim in _claims_of(item, lines, quotes, sources)]
    claims += own_claims(lines, found, sources.outlet())
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end, claim.cue.start if claim.cue else -1)))


def _relayed(found: list[Attribution]) -> list[Attribution]:
    """"An official said C, Reuters reported": the outer attribution is a hand that the inner statement passed through."""
    relayed: list[Attribution] = []
    for item in found:
        outer = next((other for other in found if other.line is item.line and other is not item and _wraps(other, item)), None)
        if outer is not None and outer.source is not None:
            line = outer.line
            hand = relays_between(line, *_token_range(line, outer.source))
            item = item.with_relays(outer.relays + (hand or (_hand(line, outer.source),)))
        relayed.append(item)
    return relayed


def _wraps(outer: Attribution, inner: Attribution) -> bool:
    """Whether one attribution's statement holds all of another: its source, cue and content."""
    if outer.source is None or inner.source is None or outer.source == inner.source or outer.cue.frame not in {"say", "tell"}:
        return False
    hull = outer.hull
    return hull.holds(inner.source) and hull.holds(inner.cue_span) and hull.holds(inner.hull)


def _hand(line: Line, span: Span) -> Relay:
    first, last = _token_range(line, span)
    name = " ".join(token.text for token in line.tokens[first:last])
    return Relay(name, "organisation", span.start, span.end)


def _token_range(line: Line, span: Span) -> tuple[int, int]:
    inside = [index for index, token in enumerate(line.tokens) if span.start <= token.start and token.end <= span.end]
    return inside[0], inside[-1] + 1


def _claims_of(item: Attribution, lines: Sequence[Line], quotes: Sequence[Quote], sources: Sources) -> Iterator[Claim]:
    """One claim for each sentence of a statement that runs over several."""
    source = sources.outlet() if item.source is None else sources.make(item.line, item.source)
    manner: Manner = "attitude" if item.cue.frame in ATTITUDES and item.source is not None else "speech"
    for line, parts in _by_sentence(item, lines):
        yield Claim(
            parts[0].start,
            parts[-1].end,
            parts,
            line.index,
            source,
            item.relays,
            item.cue_span,
            _quote_kind(parts, quotes),
            mode_of(item.cue, item.line, words_in([line], parts)),
            manner,
        )


def _by_sentence(item: Attribution, lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[Span, ...]]]:
    first = item.line.index
    while first and lines[first].sentence.start > item.parts[0].start:
        first -= 1
    for line in lines[first:]:
        if line.sentence.start >= item.parts[-1].end:
            return
        parts = tuple(
            Span(max(part.start, line.sentence.start), min(part.end, line.sentence.end))
            for part in item.parts
            if part.start < line.sentence.end and line.sentence.start < part.end
        )
        if parts:
            yield line, parts


def _quote_kind(parts: Sequence[Span], quotes: Sequence[Quote]) -> QuoteKind:
    """Direct where quotations cover all but a few characters of the content, mixed where some, indirect where none."""
    total = sum(part.end - part.start for part in parts)
    quoted = sum(max(0, min(part.end, quote.end) - max(part.start, quote.start)) for part in parts for quote in quotes if quote.start < part.end)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= 0.9 * total or total - quoted <= 4 else "mixed"
