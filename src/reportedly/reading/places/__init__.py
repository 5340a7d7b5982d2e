"""Place names found in a report and resolved to places of the gazetteer."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.reading.places.context import containers_of, hints_of, listed_names
from reportedly.reading.places.gazetteer import Place, gazetteer
from reportedly.reading.places.inner import find_inner
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.peoples import find_peoples, places_of
from reportedly.reading.places.resolution import ANCHORS, Choice, Container, Key, Name, resolve
from reportedly.reading.places.sites import find_sites, located, seats_of
from reportedly.reading.places.spelling import fold
from reportedly.reading.places.spotting import Spotted, find_names, find_strangers, is_capital
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
from reportedly.reading.reading import Location, Mention, PlaceMention, Sentence, Use
from reportedly.report import Report, Span

PRECISIONS = {"country": 6, "continent": 7, "sea": 7, "admin1": 4, "admin2": 3, "city": 1, "capital": 1, "facility": 1}
"""UCDP's where_precision by feature, where the table of features states none; 5 for the rest."""
SHORTEST_SOUND = 5
"""Letters that a name must have to be looked up by sound."""


def find_places(report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[PlaceMention, ...]:
    """The place names of a report in order, resolved by context; their ``use`` says which of them name places here.

    A place that the gazetteer does not know, but that the text shows to be one ("Tham Luang cave"), gets the point of
    what contains it, with the feature "site" and a precision and a confidence that say so; see ``sites.py``.
    """
    names = list(find_names(report.text, sentences))
    parts = {(name.start, name.end): part_of(name, sentences[name.sentence]) for name in names}
    whole = [name for name in names if parts[name.start, name.end] == "whole"]
    strangers = list(find_strangers(report.text, sentences, whole))
    parts |= {(name.start, name.end): part_of(name, sentences[name.sentence]) for name in strangers}
    everything = sorted((*names, *strangers), key=lambda name: name.start)
    containers = containers_of(report.text, everything)
    around = Surroundings(
        _surnames(sentences, everything, parts),
        {(mention.start, mention.end): mention for mention in mentions},
        frozenset(at for mention in mentions if _is_person(mention) for at in range(mention.start, mention.end)),
        listed_names(report.text, names),
    )
    hints = hints_of(sentences)
    kept = _kept(sentences, whole, around, containers, hints)
    unknown = [name for name in strangers if parts[name.start, name.end] == "whole"]
    heard = _heard(sentences, unknown, around, containers, kept, hints)
    known = sorted((*kept, *heard), key=lambda name: name.start)
    sites = list(find_sites(list(find_strangers(report.text, sentences, known)), sentences, around))
    seats = seats_of(sites, names, sentences)
    settled = _settled(known, containers, hints)
    inner = [
        name
        for name in find_inner(names, sentences, parts, around, {name.folded for name in known}, settled)
        if not any(site.start < name.end and name.start < site.end for site in sites)
    ]
    told = sorted((*known, *inner, *seats.values()), key=lambda name: name.start)
    choices = resolve(_names(told, containers), hints)
    indexes = {(mention.start, mention.end): index for index, mention in enumerate(mentions)}
    resolved = [_found(name, choices[name.folded, name.sought], indexes.get((name.start, name.end))) for name in known]
    within = [_found(name, choices[name.folded, name.sought], None, "inside") for name in inner]
    seated = {start: _location(choices[name.folded, name.sought].place) for start, name in seats.items()}
    near = located(report.text, sites, seated, resolved, _country(hints), indexes)
    places = [*resolved, *within, *near]
    covered = {at for place in places for at in range(place.start, place.end)}
    peoples = [
        _found(name, Choice(name.places[0], 1.0), indexes.get((name.start, name.end)), "people")
        for name in find_peoples(report.text, sentences, covered)
    ]
    return tuple(sorted((*places, *peoples), key=lambda place: place.start))


def resolve_spans(report: Report, sentences: Sequence[Sentence], spans: Iterable[Span]) -> tuple[PlaceMention, ...]:
    """The given spans as places, in order, whatever speaks against them; a people's name ("Egyptian") is taken for
    its place.

    For measuring resolution apart from recognition, and for callers that know what the places are.
    """
    hints = hints_of(sentences)
    names = list(find_names(report.text, sentences))
    by_start = {name.start: name for name in names}
    ends = [sentence.end for sentence in sentences]
    given = [_given(report.text, ends, span, by_start) for span in sorted(spans)]
    starts = {name.start for name in given}
    told = sorted((*(name for name in names if name.start not in starts), *given), key=lambda name: name.start)
    containers = containers_of(report.text, told)
    countries = _countries([name for name in given if name.places], hints)
    given = [name if name.places else replace(name, places=_sounding(name, countries)) for name in given]
    choices = resolve(_names([name for name in given if name.places], containers), hints)
    return tuple(
        _found(name, choices[name.folded, name.sought], None)
        if name.places
        else PlaceMention(name.start, name.end, name.sentence, None, 0.0)
        for name in given
    )


def _given(text: str, ends: Sequence[int], span: Span, names: Mapping[int, Spotted]) -> Spotted:
    """A given span as a name, with the places that it or its people's name can mean."""
    number = min(bisect_right(ends, span.start), max(0, len(ends) - 1))
    folded = fold(text[span.start : span.end])
    places = places_of(folded) if folded in lexicon().peoples else gazetteer().named(folded)
    same = names.get(span.start)
    sought = same.sought if same is not None and same.end == span.end else ""
    return Spotted(number, 0, 0, span.start, span.end, folded, places, (0, 0), sought)


def _surnames(sentences: Sequence[Sentence], names: Sequence[Spotted], parts: Parts) -> frozenset[str]:
    """Folded names that somebody bears in the report."""
    borne = (name for name in names if is_bearer(name, sentences[name.sentence], parts[name.start, name.end]))
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
        mention = around.mentions.get((name.start, name.end))
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
    choices = resolve(_names(firm, containers), hints)
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
    countries = _countries(kept, hints)
    heard = []
    for name in strangers:
        places = _sounding(name, countries)
        sounded = replace(name, places=places)
        if places and support(sounded, sentences[name.sentence], around, name.start in containers) >= THRESHOLD:
            heard.append(sounded)
    return heard


def _countries(names: Sequence[Spotted], hints: Mapping[str, float]) -> frozenset[str]:
    """The countries of the report: those named, those whose people are, and those of names that lie in one country
    only.
    """
    countries = set(hints)
    for name in names:
        countries |= {place.country for place in name.places if place.feature == "country"}
        alone = {place.country for place in name.places}
        countries |= alone if len(alone) == 1 else set()
    return frozenset(countries - {""})


def _country(hints: Mapping[str, float]) -> Location | None:
    """The country whose people the report names most; the first of equals."""
    if not hints:
        return None
    code = max(hints, key=lambda country: hints[country])
    named = gazetteer().named(fold(lexicon().countries[code]))
    return next((_location(place) for place in named if place.country == code and place.feature == "country"), None)


def _sounding(name: Spotted, countries: Collection[str]) -> tuple[Place, ...]:
    if len(name.folded) < SHORTEST_SOUND:
        return ()
    return tuple(place for place in gazetteer().sounding(name.folded) if place.country in countries)


def _names(kept: Sequence[Spotted], containers: Mapping[int, Container]) -> list[Name]:
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


def _found(name: Spotted, choice: Choice, mention: int | None, use: Use = "literal") -> PlaceMention:
    return PlaceMention(
        name.start, name.end, name.sentence, _location(choice.place), round(choice.confidence, 3), mention, use
    )


def _location(place: Place) -> Location:
    """A place of the gazetteer as the reading shows it."""
    words = lexicon()
    stated = (
        words.precisions.get(fold(place.name))
        if place.feature not in ("country", "admin1", "city", "capital")
        else None
    )
    return Location(
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        country=words.countries.get(place.country),
        admin1=place.admin1 or None,
        geonames_id=place.geonames_id,
        feature="city" if place.feature == "capital" else place.feature,
        precision=stated or PRECISIONS.get(place.feature, 5),
    )
