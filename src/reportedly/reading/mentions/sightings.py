"""The names that the reading model sees, joined with what the rules know of titles, lists and spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.encoded import Encoded, EncodedSentence, Name
from reportedly.reading.mentions.lexicon import (
    COUNTRIES,
    DATE_WORDS,
    DIRECTIONS,
    KNOWN_KINDS,
    LAST_WORDS,
    MODIFIERS,
    NATIONALITIES,
)
from reportedly.reading.mentions.parts import Part
from reportedly.reading.mentions.whole import Sighting, completed
from reportedly.reading.mentions.whose import shown
from reportedly.reading.reading import Sentence, Token
from reportedly.records import replace

TYPES = frozenset({"Person", "Organization", "Location", "NORP", "Facility", "Product", "Misc"})
"""The types of names that this room takes from the model; dates and money are other rooms' own."""
EDGES = frozenset({"the", "a", "an", "'s", "'", ",", ".", ";", ":", "(", ")", '"', "“", "”", "‘", "-", "—", "–", "and"})
"""Words and marks that no name begins or ends with; an abbreviation's dot is part of its token."""


LEADING = DIRECTIONS | MODIFIERS
"""Words in lower case that may stand before a name and are no part of it."""


def join_parts(sentences: Sequence[Sentence], encoded: Encoded, parts: Sequence[Part]) -> list[Part]:
    """The parts of names by model and rules, in order.

    Where the two meet the model's span holds, after a title that the rules know; what only the rules see stays
    without a ``type``.
    """
    by_sentence: dict[int, list[Part]] = defaultdict(list)
    for part in parts:
        by_sentence[part.sentence].append(part)
    return [
        part
        for number, (sentence, seen) in enumerate(zip(sentences, encoded.sentences, strict=True))
        for part in _joined(number, sentence.tokens, seen, by_sentence[number])
    ]


def is_phrase(seen: EncodedSentence, part: Part) -> bool:
    """Whether the model has the head of a named phrase inside the part."""
    return part.label == "name" and any(
        part.first <= head.word < part.last and seen.upos[head.word] == "PROPN" for head in seen.mentions
    )


def _joined(number: int, tokens: Sequence[Token], seen: EncodedSentence, rules: Sequence[Part]) -> list[Part]:
    titles = [part for part in rules if part.label == "title"]
    trimmed = [
        sighting
        for name in seen.names
        if name.type in TYPES
        for first, last in _between_commas(tokens, name)
        if (sighting := _after_title(_trimmed(tokens, first, last, name.type), titles))
    ]
    sightings = completed(tokens, trimmed, [part for part in rules if part.label == "name"])
    covered = {index for first, last, _ in sightings for index in range(first, last)}
    found = [_part(number, tokens, sighting) for sighting in sightings]
    for part in rules:
        free = part.last if part.label != "title" else _free_end(part, covered)
        if free > part.first and covered.isdisjoint(range(part.first, free)):
            found.append(replace(part, last=free))
    return _bonded(sorted(found, key=lambda part: part.first))


def _between_commas(tokens: Sequence[Token], name: Name) -> Iterator[tuple[int, int]]:
    """As in "Suez, | Egypt": a place and what it lies in are two."""
    first = name.start
    for index in range(name.start, name.end):
        if tokens[index].text == "," and name.type == "Location":
            yield first, index
            first = index + 1
    yield first, name.end


def _trimmed(tokens: Sequence[Token], first: int, last: int, kind: str) -> Sighting | None:
    """The span without articles and marks at its ends; None where nothing is left."""
    while first < last and tokens[first].lower in EDGES:
        first += 1
    while last > first and tokens[last - 1].lower in EDGES:
        last -= 1
    if any(token.text[0].isupper() for token in tokens[first:last]):
        # "northern | Thailand", "Chiang Rai | province": ordinary words around a name are no part of it.
        while tokens[first].text.islower() and tokens[first].lower in LEADING:
            first += 1
        while last - first > 1 and tokens[last - 1].text.islower() and tokens[last - 1].lower in LAST_WORDS:
            last -= 1
    return (first, last, kind) if any(_is_telling(token) for token in tokens[first:last]) else None


def _is_telling(token: Token) -> bool:
    """Whether a word may name: no word of a date, no mark, and no ordinary word in lower case."""
    letters = any(char.isalpha() for char in token.text)
    return letters and token.lower not in DATE_WORDS and not (token.text.islower() and is_ordinary(token.lower))


def _after_title(sighting: Sighting | None, titles: Sequence[Part]) -> Sighting | None:
    """As in "Col. | Anna Berg": a person's name starts after the title that bears it."""
    if sighting is None or sighting[2] != "Person":
        return sighting
    first, last, kind = sighting
    for title in titles:
        if title.bears and title.first <= first < title.last < last:
            return title.last, last, kind
    return sighting


def _free_end(title: Part, covered: set[int]) -> int:
    """Where a title ends before the first word that the model has in a name."""
    return next((index for index in range(title.first, title.last) if index in covered), title.last)


def _part(number: int, tokens: Sequence[Token], sighting: Sighting) -> Part:
    first, last, kind = sighting
    name = shown(tokens, first, last).lower()
    people = kind == "NORP" or (name in NATIONALITIES and name not in COUNTRIES)
    if people and KNOWN_KINDS.get(name) is None:
        return Part(number, first, last, "nationality", type=kind)
    return Part(number, first, last, "name", type=kind)


def _bonded(parts: Sequence[Part]) -> list[Part]:
    """The parts with titles and names tied anew: a title bears the person's name that follows it directly."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        follows = before is not None and before.label == "title" and before.last == part.first
        titled = follows and part.label == "name" and part.type in {"Person", ""}
        if before is not None and before.label == "title":
            found[-1] = replace(before, bears=titled)
        found.append(replace(part, titled=titled, bears=False))
    return found
