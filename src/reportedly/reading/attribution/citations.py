"""Citations: an outlet that cites somebody passes his statement on, and is no source of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.boundaries import until
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import noun_phrase_after
from reportedly.reading.attribution.relays import agency_at
from reportedly.reading.reading import Relay
from reportedly.records import replace
from reportedly.report import Span

CITING = frozenset({"citing", "quoting"})


def credit_cited(line: Line, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of a sentence with whoever an outlet cites as the source, and the outlet as a relay.

    "Reuters, citing two officials, reported that C"; "the paper said, citing the ministry, that C". A minister who
    cites figures stays the source of what he says.
    """
    credited = list(found)
    for index, token in enumerate(line.tokens):
        if token.lower not in CITING or line.quoted[index] >= 0:
            continue
        end = noun_phrase_after(line, index + 1, len(line))
        place = _citer(credited, index)
        source = credited[place].source if place is not None else None
        if end > index + 1 and place is not None and source is not None:
            credited[place] = _passed_on(credited[place], source, index, line.span(index + 1, end))
    return credited


def _citer(found: Sequence[Attribution], index: int) -> int | None:
    """The place of the outlet's attribution nearest to "citing": the last before it, else the first after."""
    fitting = [place for place, item in enumerate(found) if item.cue.frame == "say" and _is_media(item)]
    before = [place for place in fitting if found[place].cue.first < index]
    return before[-1] if before else next(iter(fitting), None)


def _is_media(item: Attribution) -> bool:
    if item.source is None or item.named is not None:
        return False
    line = item.line
    first, last = line.range(item.source)
    first += line.tags[first : first + 1] == "D"
    comma = line.tags.find(",", first, last)
    last = comma if comma > first else last
    if first >= last:
        return False
    return agency_at(line, first, last) == last or any(
        token.lower in lexicon().media or token.lower in lexicon().marks for token in line.tokens[first:last]
    )


def _passed_on(item: Attribution, source: Span, index: int, cited: Span) -> Attribution:
    """The statement credited to the cited, up to the comma before "citing" where that follows it."""
    line = item.line
    first, last = line.range(source)
    comma = line.tags.find(",", first, last)
    last = comma if comma > first else last
    name = line.shown(first, last)
    agency = name.lower().removeprefix("the ") in lexicon().agencies
    hand = Relay(name, "agency" if agency else "outlet", source.start, source.end)
    edge = index - 1 if line.tags[index - 1] == "," else index
    limit = line.tokens[edge].start
    parts = until(item.parts, limit) if item.hull.start < limit else item.parts
    trimmed = tuple(Span(part.start, part.start + len(line.text[part.start : part.end].rstrip())) for part in parts)
    return replace(item, source=cited, relays=(hand, *item.relays), parts=trimmed)
