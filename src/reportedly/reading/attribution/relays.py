"""Relays: the channels, agencies and outlets that a statement passed through."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.phrases import Line
from reportedly.reading.reading import Relay

LONGEST_NAME = 5
INTO_CHANNEL = frozenset({"in", "on", "at", "to", "during", "via", "through", "by", "with", "from"})


def relays_between(line: Line, start: int, end: int) -> tuple[Relay, ...]:
    """The relays named among tokens ``[start, end)``: "in a statement emailed to The Associated Press"."""
    return tuple(_relays(line, start, end))


def _relays(line: Line, start: int, end: int) -> Iterator[Relay]:
    index = start
    while index < end:
        name_end = agency_at(line, index, end)
        if name_end > index:
            yield _relay(line, index, name_end, "agency" if _is_agency(line, index, name_end) else "outlet")
            index = name_end
        elif (channel := _channel_at(line, index, start, end)) is not None:
            first, index = channel
            yield _relay(line, first, index, "channel")
        else:
            index += 1


def _relay(line: Line, start: int, end: int, kind: str) -> Relay:
    first, last = line.tokens[start].start, line.tokens[end - 1].end
    name = " ".join(token.text for token in line.tokens[start:end]) if start + 1 < end else line.tokens[start].text
    offset = line.sentence.start
    del offset
    return Relay(name, kind, first, last)  # type: ignore[arg-type]


def agency_at(line: Line, index: int, end: int) -> int:
    """Index after the name of an agency or outlet that begins at ``index``; ``index`` where none does."""
    tokens, table = line.tokens, lexicon()
    if not tokens[index].text[0].isupper():
        return index
    for length in range(min(LONGEST_NAME, end - index), 0, -1):
        name = " ".join(token.lower for token in tokens[index : index + length])
        if (name in table.agencies or name in table.outlets) and _is_name(line, index, length):
            return index + length
    last = index
    while last < end and (line.tags[last] == "A" or line.tags[last] == "D" and last == index or tokens[last].lower in table.marks or tokens[last].lower in {"state", "public", "national", "of", "-"} and last > index):
        last += 1
    while last > index and line.tags[last - 1] == "I":
        last -= 1
    return last if any(token.lower in table.marks for token in tokens[index:last]) else index


def _is_name(line: Line, index: int, length: int) -> bool:
    shown = line.tokens[index : index + length]
    return all(token.text[0].isupper() for token in shown if token.text.isalpha() and token.lower not in {"of", "and"}) and (
        length > 1 or len(shown[0].text) > 3 or shown[0].text.isupper()
    )


def _is_agency(line: Line, start: int, end: int) -> bool:
    name = " ".join(token.lower for token in line.tokens[start:end])
    return name in lexicon().agencies or name.removeprefix("the ") in lexicon().agencies


def _channel_at(line: Line, index: int, start: int, end: int) -> tuple[int, int] | None:
    """Token range of a channel after its preposition: "at a press conference", "on Facebook"."""
    if line.tokens[index].lower not in INTO_CHANNEL:
        return None
    first = index + 1
    while first < end and line.tags[first] in "DP":
        first += 1
    for last in range(first, min(end, first + 5)):
        token = line.tokens[last]
        if line.tags[last] in ",.IXMVC\"":
            return None
        if token.lower in lexicon().platforms and token.text[0].isupper() or token.lemma in lexicon().channels:
            after = last + 1
            while after < end and line.tokens[after].lemma in lexicon().channels:
                after += 1
            return first, after
    return None
