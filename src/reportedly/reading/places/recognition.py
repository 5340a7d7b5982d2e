"""Which names of a report name places, and what tells where they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reportedly.reading.places.context import containers_of, hints_of, listed_names
from reportedly.reading.places.gazetteer import Place, gazetteer
from reportedly.reading.places.inner import find_inner
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.resolution import ANCHORS, Container, Key, Name, resolve
from reportedly.reading.places.sites import find_sites, seats_of
from reportedly.reading.places.spelling import fold
from reportedly.reading.places.spotting import Spotted, find_names, find_strangers, is_capital, span_of
from reportedly.reading.places.standing import (
    DOUBT,
    SURE,
    THRESHOLD,
    WEIGHTS,
    Parts,
    Surroundings,
    is_bearer,
    is_initials,
    lies_beside,
    part_of,
    support,
)
from reportedly.reading.reading import Mention, Sentence
from reportedly.records import replace

SHORTEST_SOUND = 5
"""Letters that a name must have to be looked up by sound."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The names of a report that name places, in order: ``known`` ones, ``inner`` ones inside other names, and
    ``sites`` that the gazetteer does not know; ``seats`` are the known names with which sites' names open.

    ``containers`` are told beside names, by their start; ``hints`` are points of countries.
    """

    known: tuple[Spotted, ...]
    inner: tuple[Spotted, ...]
    sites: tuple[Spotted, ...]
    seats: Mapping[int, Spotted]
    containers: Mapping[int, Container]
    hints: Mapping[str, float]


def recognise(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Recognised:
    """The names of a text that name places."""
    names = list(find_names(text, sentences))
    parts = {span_of(name): part_of(name, sentences[name.sentence]) for name in names}
    whole = [name for name in names if parts[span_of(name)] == "whole"]
    strangers = list(find_strangers(text, sentences, whole))
    parts |= {span_of(name): part_of(name, sentences[name.sentence]) for name in strangers}
    everything = sorted((*names, *strangers), key=lambda name: name.start)
    containers, hints = containers_of(text, everything), hints_of(sentences)
    around = _surroundings(text, mentions, names, _surnames(sentences, everything, parts))
    kept = _kept(sentences, whole, around, containers, hints)
    unknown = [name for name in strangers if parts[span_of(name)] == "whole"]
    heard = _heard(sentences, unknown, around, containers, kept, hints)
    known = sorted((*kept, *heard), key=lambda name: name.start)
    sites = list(find_sites(list(find_strangers(text, sentences, known)), sentences, around))
    settled = _settled(known, containers, hints)
    inner = find_inner(names, sentences, parts, around, {name.folded for name in known}, settled)
    return Recognised(
        known=tuple(known),
        inner=tuple(name for name in inner if not any(overlap(name, site) for site in sites)),
        sites=tuple(sites),
        seats=seats_of(sites, names, sentences),
        containers=containers,
        hints=hints,
    )


def overlap(one: Spotted, other: Spotted) -> bool:
    """Whether two names share a character."""
    return one.start < other.end and other.start < one.end


def _surroundings(
    text: str,
    mentions: Sequence[Mention],
    names: Sequence[Spotted],
    surnames: frozenset[str],
) -> Surroundings:
    return Surroundings(
        surnames,
        {(mention.start, mention.end): mention for mention in mentions},
        frozenset(at for mention in mentions if _is_person(mention) for at in range(mention.start, mention.end)),
        listed_names(text, names),
    )


def _surnames(sentences: Sequence[Sentence], names: Sequence[Spotted], parts: Parts) -> frozenset[str]:
    """Folded names that somebody bears in the report."""
    borne = (name for name in names if is_bearer(name, sentences[name.sentence], parts[span_of(name)]))
    return frozenset(name.folded for name in borne)


def _kept(
    sentences: Sequence[Sentence],
    names: Sequence[Spotted],
    around: Surroundings,
    containers: Mapping[int, Container],
    hints: Mapping[str, float],
) -> list[Spotted]:
    """The names that name places here; one that surely does so once, or that lies beside others, is believed more
    easily.
    """
    points = {name.start: support(name, sentences[name.sentence], around, name.start in containers) for name in names}
    for name in names:
        if name.folded in lexicon().shorts and _follows_town(name, sentences[name.sentence]):
            points[name.start] = max(points[name.start], SURE)
    sure = {name.folded for name in names if points.get(name.start, DOUBT) >= SURE}
    usable = [name for name in names if _is_usable(name, sentences[name.sentence])]
    for name in usable:
        mention = around.mentions.get(span_of(name))
        if name.folded in sure and not (mention is not None and mention.kind == "person"):
            points[name.start] += WEIGHTS["again"]
    firm = [name for name in usable if points[name.start] >= THRESHOLD]
    settled = _settled(firm, containers, hints)
    return [
        name
        for name in usable
        if points[name.start] >= THRESHOLD
        or (points[name.start] >= THRESHOLD - WEIGHTS["fits"] and lies_beside(name, settled))
    ]


def _is_person(mention: Mention) -> bool:
    return mention.form == "name" and mention.kind == "person"


def _is_usable(name: Spotted, sentence: Sentence) -> bool:
    """A region's short form counts only with dots ("N.Y.") or after a comma, not as a word ("OR", "ME")."""
    tokens = sentence.tokens[name.first : name.last]
    return name.folded not in lexicon().shorts or is_initials(tokens) or _follows_town(name, sentence)


def _follows_town(name: Spotted, sentence: Sentence) -> bool:
    """Whether a capitalised word and a comma stand before, as before a region's short form ("Albany, NY")."""
    tokens = sentence.tokens
    if name.first < 2 or tokens[name.first - 1].text != ",":
        return False
    return is_capital(tokens[name.first - 2]) and fold(tokens[name.first - 2].text) not in lexicon().shorts


def _settled(
    firm: Sequence[Spotted], containers: Mapping[int, Container], hints: Mapping[str, float]
) -> list[tuple[str, Place]]:
    """The towns and districts that the firm names most likely mean, with their names."""
    choices = resolve(names_of(firm, containers), hints)
    return [
        (folded, choice.place)
        for (folded, _), choice in choices.items()
        if choice.place.feature in ("city", "capital", "admin2", "island", "facility") and choice.confidence > 0.5
    ][:ANCHORS]


def _heard(
    sentences: Sequence[Sentence],
    strangers: Sequence[Spotted],
    around: Surroundings,
    containers: Mapping[int, Container],
    kept: Sequence[Spotted],
    hints: Mapping[str, float],
) -> list[Spotted]:
    """Unknown names that sound like a place in a country that the report is about ("Soulimaniyah, Iraq")."""
    countries = countries_of(kept, hints)
    heard = []
    for name in strangers:
        places = sounding(name, countries)
        sounded = replace(name, places=places)
        if places and support(sounded, sentences[name.sentence], around, name.start in containers) >= THRESHOLD:
            heard.append(sounded)
    return heard


def countries_of(names: Sequence[Spotted], hints: Mapping[str, float]) -> frozenset[str]:
    """The countries of the report: those named, those whose people are, and those of names that lie in one country
    only.
    """
    countries = set(hints)
    for name in names:
        countries |= {place.country for place in name.places if place.feature == "country"}
        alone = {place.country for place in name.places}
        countries |= alone if len(alone) == 1 else set()
    return frozenset(countries - {""})


def sounding(name: Spotted, countries: Collection[str]) -> tuple[Place, ...]:
    """The places of these countries whose name sounds like an unknown one."""
    if len(name.folded) < SHORTEST_SOUND:
        return ()
    return tuple(place for place in gazetteer().sounding(name.folded) if place.country in countries)


def names_of(kept: Sequence[Spotted], containers: Mapping[int, Container]) -> list[Name]:
    """The kept names by folded form and feature sought, in the order in which the report tells them."""
    times: Counter[Key] = Counter((name.folded, name.sought) for name in kept)
    first = {(name.folded, name.sought): name for name in reversed(kept)}
    held: dict[str, dict[Container, None]] = {}
    for name in kept:
        if name.start in containers:
            held.setdefault(name.folded, {})[containers[name.start]] = None
    return [
        Name(folded, first[folded, sought].places, tuple(held.get(folded, ())), count, sought)
        for (folded, sought), count in times.items()
    ]
