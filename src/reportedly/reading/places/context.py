"""What a report tells about where its names lie: regions told beside them, peoples named, names listed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.resolution import Container
from reportedly.reading.places.spotting import Spotted, is_capital
from reportedly.reading.reading import Sentence

HINT = 0.6
"""What a word like "Egyptian" counts for its country, beside a place's one."""
BETWEEN = frozenset({"in", "rural", "province", "district", "region", ","})
"""What may stand between a place and what contains it: "Mosul in northern Iraq", "Afrin, Aleppo province, Syria"."""


def containers_of(text: str, names: Sequence[Spotted]) -> dict[int, Container]:
    """The region or country told right after a name, by the name's start ("Paris, Texas", "Mosul in northern Iraq")."""
    containers = {}
    for name, after in pairwise(names):
        between = text[name.end : after.start]
        words = between.replace(",", " , ").split()
        if (
            words
            and len(words) <= 4
            and "\n" not in between
            and all(word in BETWEEN or word in lexicon().directions for word in words)
        ):
            held = _container(name, after)
            if held:
                containers[name.start] = held
    return containers


def _container(name: Spotted, after: Spotted) -> Container | None:
    """The first country or region of the later name in which some place of the earlier one lies; any for a stranger."""
    for area in after.places:
        if area.feature in ("country", "admin1"):
            container = Container(area.country, area.admin1)
            if not name.places or any(
                container.holds(place) and place.feature != area.feature for place in name.places
            ):
                return container
    return None


def listed_names(text: str, names: Sequence[Spotted]) -> frozenset[int]:
    """The starts of names that stand in one list with another ("Sharon, Cornwall and Salisbury")."""
    listed: set[int] = set()
    for name, after in pairwise(names):
        if text[name.end : after.start].strip() in {",", "and", ", and", "or", "&"} and name.sentence == after.sentence:
            listed |= {name.start, after.start}
    return frozenset(listed)


def hints_of(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Points for the countries whose people or language is named, by code, in the order in which they are told."""
    demonyms = lexicon().demonyms
    told = Counter(
        demonyms[token.lower]
        for sentence in sentences
        for token in sentence.tokens
        if token.lower in demonyms and is_capital(token)
    )
    return {country: HINT * (1 + 0.3 * min(count - 1, 4)) for country, count in told.items()}
