"""Claims: attributions resolved, cut into statements, and joined by what the outlet says itself."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.reading.attribution.agreement import agree
from reportedly.reading.attribution.attributions import Attribution, wraps
from reportedly.reading.attribution.clauses import split_clauses
from reportedly.reading.attribution.constructions import Constructions
from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line, make_lines
from reportedly.reading.attribution.modes import mode_of
from reportedly.reading.attribution.outlet import own_claims
from reportedly.reading.attribution.relays import relays_between
from reportedly.reading.attribution.sightings import find_sightings
from reportedly.reading.attribution.sources import Credited, Sources
from reportedly.reading.attribution.speakers import credit_quotes
from reportedly.reading.attribution.turns import find_turns, with_turns
from reportedly.reading.encoded import Encoded
from reportedly.reading.reading import Chain, Claim, Manner, Mention, Quote, QuoteKind, Relay, Sentence
from reportedly.report import Report, Span

ATTITUDES = frozenset({"attitude", "seem"})
NEARLY = 0.9
"""A statement of which this share stands in quotation marks is a direct quotation."""


def find_claims(
    report: Report,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    encoded: Encoded | None = None,
) -> tuple[Claim, ...]:
    """The claims of a report in order of their content; what nobody else is credited with belongs to the outlet.

    ``encoded`` is what the reading model sees in the report; without it, the rules read alone.

    A statement of several sentences, or of coordinated clauses, gives several claims with the same source and cue.
    """
    lines = make_lines(report.text, sentences, quotes, encoded)
    constructions = Constructions(quotes)
    sightings = find_sightings(lines, encoded) if encoded is not None else {}
    found = [
        item
        for position, line in enumerate(lines)
        for item in _relayed(_read(line, constructions, sightings.get(position, []), quotes))
    ]
    found = credit_quotes(lines, quotes, with_turns(find_turns(lines), found))
    sources = Sources(report, mentions, chains)
    cutter = _Cutter(lines, quotes)
    claims = [claim for item in found for claim in cutter.claims_of(item, sources.credit(item))]
    claims += own_claims(lines, found, sources.outlet(), len(report.text))
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end, claim.cue.start if claim.cue else -1)))


def _read(
    line: Line, constructions: Constructions, seen: Sequence[Attribution], quotes: Sequence[Quote]
) -> list[Attribution]:
    """The attributions of a sentence by the rules, joined with those that the model sees in it."""
    ruled = constructions.of_line(line)
    return ruled if line.seen is None else agree(ruled, seen, quotes)


def _relayed(found: list[Attribution]) -> list[Attribution]:
    """The attributions of a sentence with those that stand inside another's statement marked as passed on by it.

    "An official said C, Reuters reported": Reuters is a hand that the official's statement went through.
    """
    relayed: list[Attribution] = []
    for item in found:
        outer = next((other for other in found if other is not item and wraps(other, item)), None)
        relayed.append(item if outer is None or outer.source is None else item.passed_on(_hands(outer, outer.source)))
    return relayed


def _hands(outer: Attribution, source: Span) -> tuple[Relay, ...]:
    line = outer.source_line
    first, last = line.range(source)
    hands = relays_between(line, first, last)
    return outer.relays + (hands or (Relay(line.shown(first, last), "organisation", source.start, source.end),))


class _Cutter:
    """Cuts the statements of a report into claims."""

    def __init__(self, lines: Sequence[Line], quotes: Sequence[Quote]) -> None:
        self.lines, self.quotes = lines, quotes
        self.line_starts = [line.sentence.start for line in lines]
        self.quote_ends = [quote.end for quote in quotes]

    def claims_of(self, item: Attribution, credited: Credited) -> Iterator[Claim]:
        """One claim for each sentence, and each clause of it, of a statement."""
        manner: Manner = "attitude" if item.source is not None and _is_attitude(item.cue) else "speech"
        for line, parts in self._pieces(item):
            yield Claim(
                parts[0].start,
                parts[-1].end,
                parts,
                line.index,
                credited.source,
                credited.relays,
                item.cue_span,
                self._quote_kind(parts),
                mode_of(item.cue, item.line, line, parts),
                manner,
            )

    def _pieces(self, item: Attribution) -> Iterator[tuple[Line, tuple[Span, ...]]]:
        by_line: dict[int, list[Span]] = defaultdict(list)
        for part in item.parts:
            number = max(0, bisect_right(self.line_starts, part.start) - 1)
            while number < len(self.lines) and self.lines[number].sentence.start < part.end:
                sentence = self.lines[number].sentence
                piece = Span(max(part.start, sentence.start), min(part.end, sentence.end))
                if piece.start < piece.end and any(map(str.isalnum, self.lines[number].text[piece.start : piece.end])):
                    by_line[number].append(piece)
                number += 1
        for number in sorted(by_line):
            line = self.lines[number]
            yield from ((line, pieces) for pieces in _by_clause(line, by_line[number]))

    def _quote_kind(self, parts: Sequence[Span]) -> QuoteKind:
        """Direct where quotations cover all but a few characters, mixed where some, indirect where none."""
        total = sum(part.end - part.start for part in parts)
        quoted = sum(self._quoted(part) for part in parts)
        if quoted == 0:
            return "indirect"
        return "direct" if quoted >= NEARLY * total or total - quoted <= 4 else "mixed"

    def _quoted(self, part: Span) -> int:
        """How many characters of a piece stand in quotation marks."""
        number, characters = bisect_right(self.quote_ends, part.start), 0
        while number < len(self.quotes) and self.quotes[number].start < part.end:
            quote = self.quotes[number]
            characters += min(part.end, quote.end) - max(part.start, quote.start)
            number += 1
        return characters


def _is_attitude(cue: Cue) -> bool:
    """Whether a cue tells what somebody thinks, wants or stands for ("supports"), not what he said ("condemned")."""
    if cue.form == "noun":
        return cue.lemma in lexicon().feelings
    return cue.frame in ATTITUDES or (cue.frame == "judge" and cue.lemma in lexicon().stances)


def _by_clause(line: Line, parts: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """The pieces of each coordinated clause; an interrupted clause keeps its pieces together."""
    pending: list[Span] = []
    for part in parts:
        first, last = line.range(part)
        clauses = split_clauses(line, first, last) if last - first > 3 else ()
        if len(clauses) < 2:
            pending.append(part)
            continue
        for number, (start, end) in enumerate(clauses):
            if number:
                yield tuple(pending)
                pending = []
            pending.append(line.span(start, end))
    yield tuple(pending)
