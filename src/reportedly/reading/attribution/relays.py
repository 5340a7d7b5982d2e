"""Relays: the channels, agencies and outlets that a statement passed through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line
from reportedly.reading.reading import Relay

RelayKind = Literal["channel", "agency", "outlet", "person", "organisation"]
LONGEST_NAME = 5
INTO_CHANNEL = frozenset({"in", "on", "at", "to", "during", "via", "through", "by", "with", "from"})


def relays_between(line: Line, start: int, end: int, *, told: bool = False) -> tuple[Relay, ...]:
    """The relays named among tokens ``[start, end)``: "in a statement emailed to The Associated Press".

    ``told`` says that an addressee begins at ``start``: "told | a news conference", "told | WXYZ".
    """
    return tuple(_relays(line, start, end, told))


def _relays(line: Line, start: int, end: int, told: bool) -> Iterator[Relay]:
    index = start
    while index < end:
        name_end = addressee_station(line, index, end) if told and index == start else agency_at(line, index, end)
        if name_end > index:
            yield _relay(line, index, name_end, "agency" if _is_agency(line, index, name_end) else "outlet")
            index = name_end
        elif (index == start and told and (channel := _channel_from(line, index, end)) is not None) or (
            channel := _channel_at(line, index, start, end)
        ) is not None:
            first, index = channel
            yield _relay(line, first, index, "channel")
        else:
            index += 1


def _relay(line: Line, start: int, end: int, kind: RelayKind) -> Relay:
    span = line.span(start, end)
    return Relay(line.shown(start, end), kind, span.start, span.end)


def agency_at(line: Line, index: int, end: int) -> int:
    """Index after the name of an agency or outlet that begins at ``index``; ``index`` where none does."""
    tokens, table = line.tokens, lexicon()
    if not tokens[index].text[0].isupper():
        return index
    longest = LONGEST_NAME if tokens[index].lower in _first_words() else 0
    for length in range(min(longest, end - index), 0, -1):
        name = " ".join(token.lower for token in tokens[index : index + length]).replace(" - ", "-")
        if (name in table.agencies or name in table.outlets) and _is_name(line, index, length):
            return index + length
    last = index
    while last < end and (
        line.tags[last] == "A"
        or (line.tags[last] == "W" and tokens[last].text[0].isupper() and last > index)
        or (line.tags[last] == "D" and last == index)
        or tokens[last].lower in table.marks
        or (tokens[last].lower in {"state", "public", "national", "of", "-"} and last > index)
    ):
        last += 1
    while last > index and line.tags[last - 1] == "I":
        last -= 1
    return last if any(token.lower in table.marks for token in tokens[index:last]) else index


@cache
def _first_words() -> frozenset[str]:
    """What the names of agencies and outlets may begin with, up to each space and hyphen, and as a whole."""
    names = lexicon().agencies | lexicon().outlets
    return names | {name[:at] for name in names for at, character in enumerate(name) if character in " -"}


def addressee_station(line: Line, index: int, end: int) -> int:
    """Index after an addressee that is an agency, outlet or station; ``index`` where it is none."""
    named = agency_at(line, index, end)
    if any(token.lower in lexicon().gatherings for token in line.tokens[index : named + 2]):
        return index
    return named if named > index else _station(line, index, end)


def _station(line: Line, index: int, end: int) -> int:
    """Index after an addressee that is a station or paper by its looks: "a Dutch TV station", "WXYZ"."""
    last = index
    while last < end and line.quoted[last] < 0 and line.tags[last] in ("DOANB-" if last == index else "OANB-"):
        last += 1
    words = {token.lower for token in line.tokens[index:last]}
    if words & lexicon().gatherings:
        return index
    if words & lexicon().marks or words & lexicon().media:
        return last
    initials = line.tokens[index].text
    return index + 1 if initials.isupper() and initials.isalpha() and 2 < len(initials) <= 5 else index


def _is_name(line: Line, index: int, length: int) -> bool:
    shown = line.tokens[index : index + length]
    return all(
        token.text[0].isupper() for token in shown if token.text.isalpha() and token.lower not in {"of", "and"}
    ) and (length > 1 or len(shown[0].text) > 3 or shown[0].text.isupper())


def _is_agency(line: Line, start: int, end: int) -> bool:
    name = " ".join(token.lower for token in line.tokens[start:end]).replace(" - ", "-")
    return name in lexicon().agencies or name.removeprefix("the ") in lexicon().agencies


def _channel_at(line: Line, index: int, start: int, end: int) -> tuple[int, int] | None:
    """Token range of a channel after its preposition: "at a press conference", "on Facebook"."""
    if line.tokens[index].lower not in INTO_CHANNEL:
        return None
    return _channel_from(line, index + 1, end)


def _channel_from(line: Line, first: int, end: int) -> tuple[int, int] | None:
    while first < end and line.tags[first] in "DPG":
        first += 1
    if first < end and agency_at(line, first, end) > first:
        return None
    for last in range(first, min(end, first + 5)):
        token = line.tokens[last]
        if line.tags[last] in ',.IXMVCWT"':
            return None
        if (token.lower in lexicon().platforms and token.text[0].isupper()) or token.lemma in lexicon().channels:
            after = last + 1
            while after < end and line.tags[after] in "OB" and line.tokens[after].lower in lexicon().channels:
                after += 1
            return first, after
    return None
