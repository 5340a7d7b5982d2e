"""Place names found in a report and resolved to places of the gazetteer."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.reading.places.context import containers_of
from reportedly.reading.places.divisions import find_divisions
from reportedly.reading.places.gazetteer import Place, gazetteer
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.peoples import find_peoples, places_of
from reportedly.reading.places.recognition import countries_of, names_of, overlap, recognise, sounding
from reportedly.reading.places.resolution import Choice, Key, resolve
from reportedly.reading.places.sites import located
from reportedly.reading.places.spelling import fold
from reportedly.reading.places.spotting import Spotted, find_names, is_capital, span_of
from reportedly.reading.reading import Location, Mention, PlaceMention, Sentence, Use
from reportedly.records import replace
from reportedly.report import Report, Span

PRECISIONS = {"country": 6, "continent": 7, "sea": 7, "admin1": 4, "admin2": 3, "city": 1, "capital": 1, "facility": 1}
"""UCDP's where_precision by feature, where the table of features states none; 5 for the rest."""


def find_places(report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[PlaceMention, ...]:
    """The place names of a report in order, resolved by context; their ``use`` says which of them name places here.

    A place that the gazetteer does not know, but that the text shows to be one ("Tham Luang cave"), gets the point of
    what contains it, with the feature "site" and a precision and a confidence that say so; see ``sites.py``.
    """
    told = recognise(report.text, sentences, mentions)
    indexes = {(mention.start, mention.end): index for index, mention in enumerate(mentions)}
    names = sorted((*told.known, *told.inner, *told.seats.values()), key=lambda name: name.start)
    choices = resolve(names_of(names, told.containers), told.hints)
    strange = _namesakes(told.known, choices, told.hints, sentences)
    known = [
        _found(name, choices[name.folded, name.sought], indexes.get((name.start, name.end)))
        for name in told.known
        if name.folded not in strange
    ]
    found_sites = sorted(
        (*told.sites, *(name for name in told.known if name.folded in strange)), key=lambda name: name.start
    )
    inner = [_found(name, choices[name.folded, name.sought], None, "inside") for name in told.inner]
    seated = {start: location_of(choices[name.folded, name.sought].place) for start, name in told.seats.items()}
    sites = located(report.text, found_sites, seated, known, _country(told.hints), indexes)
    places = [*known, *inner, *sites]
    covered = {at for place in places for at in range(place.start, place.end)}
    peoples = [
        _found(name, Choice(name.places[0], 1.0), indexes.get(span_of(name)), "people")
        for name in find_peoples(report.text, sentences, covered)
    ]
    found = sorted((*places, *peoples), key=lambda place: place.start)
    divisions = find_divisions(sentences, found)
    return tuple(sorted((*found, *divisions), key=lambda place: place.start))


def _namesakes(
    names: Sequence[Spotted], choices: Mapping[Key, Choice], hints: Mapping[str, float], sentences: Sequence[Sentence]
) -> frozenset[str]:
    """The names of sites that only happen to be the names of towns, in countries that nothing else in the report tells.

    "The Karatas mine" of a report from Kazakhstan is not the town of that name in Turkey.
    """
    chosen = {name.folded: choices[name.folded, name.sought].place for name in names}
    told = Counter(place.country for place in chosen.values())
    tokens = {(name.folded, name.sentence, name.last) for name in names}
    site = {folded for folded, number, last in tokens if _names_site(sentences[number], last)}
    return frozenset(
        folded
        for folded, place in chosen.items()
        if folded in site
        and place.feature == "city"
        and told[place.country] == 1
        and place.country not in hints
        and len(told) > 1
    )


def _names_site(sentence: Sentence, last: int) -> bool:
    """Whether a noun of what is there follows, at most one word on: "the Karatas | mine", "… | copper mine"."""
    return any(token.lower in lexicon().sites and not is_capital(token) for token in sentence.tokens[last : last + 2])


def resolve_spans(report: Report, sentences: Sequence[Sentence], spans: Iterable[Span]) -> tuple[PlaceMention, ...]:
    """The given spans as places, in order, whatever speaks against them; a people's name ("Egyptian") is taken for
    its place, and what the gazetteer does not know lies near the report's other places, if there are any.

    For measuring resolution apart from recognition, and for callers that know what the places are.
    """
    told = recognise(report.text, sentences, ())
    by_start = {name.start: name for name in find_names(report.text, sentences)}
    ends = [sentence.end for sentence in sentences]
    given = [_given(report.text, ends, span, by_start) for span in sorted(spans)]
    others = [name for name in (*told.known, *told.inner) if not any(overlap(name, one) for one in given)]
    containers = containers_of(report.text, sorted((*others, *given), key=lambda name: name.start))
    countries = countries_of([name for name in given if name.places], told.hints)
    given = [name if name.places else replace(name, places=sounding(name, countries)) for name in given]
    known = sorted((name for name in (*others, *given) if name.places), key=lambda name: name.start)
    choices = resolve(names_of(known, containers), told.hints)
    found = [_found(name, choices[name.folded, name.sought], None) for name in known]
    unknown = [name for name in given if not name.places]
    near = located(report.text, unknown, {}, found, _country(told.hints), {})
    starts = {name.start for name in given}
    return tuple(sorted((place for place in (*found, *near) if place.start in starts), key=lambda place: place.start))


def _given(text: str, ends: Sequence[int], span: Span, names: Mapping[int, Spotted]) -> Spotted:
    """A given span as a name, with the places that it or its people's name can mean."""
    number = min(bisect_right(ends, span.start), max(0, len(ends) - 1))
    folded = fold(text[span.start : span.end])
    places = places_of(folded) if folded in lexicon().peoples else gazetteer().named(folded)
    same = names.get(span.start)
    sought = same.sought if same is not None and same.end == span.end else ""
    return Spotted(number, 0, 0, span.start, span.end, folded, places, (0, 0), sought)


def _country(hints: Mapping[str, float]) -> Location | None:
    """The country whose people the report names most; the first of equals."""
    if not hints:
        return None
    code = max(hints, key=lambda country: hints[country])
    named = gazetteer().named(fold(lexicon().countries[code]))
    return next((location_of(place) for place in named if place.country == code and place.feature == "country"), None)


def _found(name: Spotted, choice: Choice, mention: int | None, use: Use = "literal") -> PlaceMention:
    return PlaceMention(
        name.start, name.end, name.sentence, location_of(choice.place), round(choice.confidence, 3), mention, use
    )


def location_of(place: Place) -> Location:
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
