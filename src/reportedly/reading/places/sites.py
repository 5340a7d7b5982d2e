"""Places that the gazetteer does not know: told by their noun ("Tham Luang cave") or by what stands before them.

Such a place gets the point of the place that contains it, with a precision that says so and little confidence: the
region or
country told after it, else the nearest place told before it in the sentence, else the one that the report tells most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.spotting import Spotted, is_capital
from reportedly.reading.places.standing import Surroundings, part_of
from reportedly.reading.reading import Location, PlaceMention, Sentence
from reportedly.records import replace

NEAR = {1: 2, 2: 2, 3: 3, 4: 4}
"""The precision of a place that is only known to lie at or in another: near a city 2, in a district 3, in a region 4.
"""
COUNTRY = 6
"""The precision of a place that is only known by its country."""
FOLLOWING = 40
"""Characters after a site within which a place is taken for what contains it."""
CONFIDENCE = 0.3


def find_sites(strangers: Sequence[Spotted], sentences: Sequence[Sentence], around: Surroundings) -> Iterator[Spotted]:
    """The unknown names that name places, and the names like one of them elsewhere in the report."""
    sure = [name for name in strangers if _is_site(name, sentences[name.sentence], around)]
    known = {name.folded for name in sure}
    for name in strangers:
        if name.folded in known and part_of(name, sentences[name.sentence]) in ("whole", "site"):
            yield name


def _is_site(name: Spotted, sentence: Sentence, around: Surroundings) -> bool:
    """Whether a noun of what is there stands beside an unknown name, or a word that only places follow."""
    words, tokens = lexicon(), sentence.tokens
    mention = around.mentions.get((name.start, name.end))
    if part_of(name, sentence) != "whole" or name.folded in around.surnames or name.folded in words.peoples:
        return False
    if not _is_proper(name, sentence) or (mention is not None and mention.kind not in ("other", "place", "facility")):
        return False
    after = tokens[name.last] if name.last < len(tokens) else None
    if after is not None and after.lower in words.sites and not is_capital(after):
        return True
    if tokens[name.first].lower in words.leading_sites or tokens[name.last - 1].lower in words.sites:
        return name.last - name.first > 1 and (_stands_inside(name, sentence) or _is_after(name, sentence, "the"))
    if name.last - name.first == 1 and is_ordinary(tokens[name.first].lower):
        # "Interested in Weather?": a word with a capital needs a noun of what is there ("the Weather valley").
        return False
    return mention is not None and mention.kind in ("place", "facility") and _stands_inside(name, sentence)


def _is_proper(name: Spotted, sentence: Sentence) -> bool:
    """Whether some word of the name is more than an ordinary one, a letter or an acronym ("Regional Jail", "Measure
    B", "ERs").
    """
    tokens = sentence.tokens[name.first : name.last]
    if len(tokens[-1].text) == 1 or [token.lower for token in tokens[-2:]] == ["school", "district"]:
        return False
    return any(
        token.lower not in lexicon().generic and token.lemma == token.lower and sum(map(str.islower, token.text)) > 1
        for token in tokens
    )


def _stands_inside(name: Spotted, sentence: Sentence) -> bool:
    return _is_after(name, sentence, "at", "to", "from", *lexicon().inside)


def _is_after(name: Spotted, sentence: Sentence, *words: str) -> bool:
    return name.first > 0 and sentence.tokens[name.first - 1].lower in words


def seats_of(sites: Sequence[Spotted], names: Sequence[Spotted], sentences: Sequence[Sentence]) -> dict[int, Spotted]:
    """The known name with which a site's name opens, by the site's start ("Hartford Hospital", "Chiang Rai X
    hospital").
    """
    opening = {name.start: name for name in names}
    seats = {}
    for site in sites:
        name, tokens = opening.get(site.start), sentences[site.sentence].tokens
        nouns = {token.lower for token in tokens[site.last - 1 : site.last + 1]}
        if name is not None and name.end <= site.end and nouns & lexicon().seated:
            seats[site.start] = name
    return seats


def located(
    text: str,
    sites: Sequence[Spotted],
    seats: Mapping[int, Location],
    resolved: Sequence[PlaceMention],
    country: Location | None,
    indexes: Mapping[tuple[int, int], int],
) -> Iterator[PlaceMention]:
    """The sites as places near what contains them; without a location where the report names no place at all.

    ``seats`` gives the place with whose name a site's name opens, by the site's start; ``country`` the one whose
    people the
    report names most.
    """
    by_sentence: dict[int, list[PlaceMention]] = {}
    for place in resolved:
        by_sentence.setdefault(place.sentence, []).append(place)
    usual = _usual(text, resolved)
    if usual is None or usual.precision >= COUNTRY:
        usual = next(iter(seats.values()), usual or country)
    for site in sites:
        container = seats.get(site.start) or _told_with(site, by_sentence.get(site.sentence, ())) or usual
        location = None if container is None else _near(text[site.start : site.end], container)
        index = indexes.get((site.start, site.end))
        yield PlaceMention(site.start, site.end, site.sentence, location, CONFIDENCE if location else 0.0, index)


def _told_with(site: Spotted, same: Sequence[PlaceMention]) -> Location | None:
    """The town or region of the same sentence that follows within a few words ("the cave in Chiang Rai"), else the
    last before.
    """
    after = [place.location for place in same if 0 <= place.start - site.end <= FOLLOWING]
    before = [place.location for place in same if place.end <= site.start]
    narrow = (location for location in (*after[:1], *before[::-1]) if location is not None)
    return next((location for location in narrow if location.precision < COUNTRY), None)


def _usual(text: str, resolved: Sequence[PlaceMention]) -> Location | None:
    """The place that the report tells most, towns and regions before countries, datelines last ("BANGKOK (Reuters)");
    the earlier
    of equals.
    """
    told: Counter[Location] = Counter()
    for place in resolved:
        if place.location is not None and place.location.precision <= 6:
            coarse = 10 if place.location.precision > 4 else 1000
            told[place.location] += 1 if text[place.start : place.end].isupper() else coarse
    return max(told, key=lambda location: told[location]) if told else None


def _near(name: str, container: Location) -> Location:
    """The container's point under the site's own name."""
    precision = NEAR.get(container.precision, container.precision)
    return replace(container, name=name, geonames_id=None, feature="site", precision=precision)
