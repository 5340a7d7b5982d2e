"""Parts of a place told by the points of the compass: "the country's east", "the north of the province".

The text names the whole elsewhere. A part lies where the towns of that side of the whole lie; the point is their mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from reportedly.data import load_table
from reportedly.reading.places.gazetteer import gazetteer
from reportedly.reading.places.lexicon import WORDS, lexicon
from reportedly.reading.reading import Location, PlaceMention, Sentence, Token
from reportedly.records import replace

FEATURE = "part"
PRECISIONS = {"country": 5, "admin1": 4, "admin2": 3, "city": 2}
"""UCDP's where_precision of a part, by the feature of the whole."""
OUTER = 2.0 / 3.0
"""A side holds the outer third of the towns; the centre lies between both outer quarters."""
CONFIDENCE = 0.6


def find_divisions(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """The parts that are told, in order; each belongs to the last place of the right kind that was named before.

    ``places`` are the report's places in order. A part whose whole nobody named is left out.
    """
    wholes = _tables()[1]
    for number, sentence in enumerate(sentences):
        for found in _found(sentence.tokens):
            kinds = wholes.get(found.whole.lower)
            location = _named_before(places, found.first.start, kinds) if kinds else None
            if location:
                part = _part(location, found.side)
                yield PlaceMention(found.first.start, found.last.end, number, part, CONFIDENCE, None, "literal")


@dataclass(frozen=True, slots=True)
class Told:
    """A part as told: its first and last token, the word for the whole, and the side."""

    first: Token
    last: Token
    whole: Token
    side: str


def _found(tokens: Sequence[Token]) -> Iterator[Told]:
    after = 0
    for at, token in enumerate(tokens):
        if at >= after and token.lower in _tables()[0]:
            after = _side_end(tokens, at)
            side = "".join(part.lower for part in tokens[at:after])
            told = _possessed(tokens, at, after, side) or _partitive(tokens, at, after, side)
            if told:
                yield told


def _side_end(tokens: Sequence[Token], at: int) -> int:
    """Where "south | - | west" ends."""
    parts = [token.lower for token in tokens[at : at + 3]]
    return at + 3 if len(parts) == 3 and parts[1] == "-" and "".join(parts) in _tables()[0] else at + 1


def _opening(tokens: Sequence[Token], at: int) -> int:
    """The token before a side, and before "far" if that stands there; -1 at a sentence's start."""
    return at - 2 if at and tokens[at - 1].lower in ("far", "deep") else at - 1


def _possessed(tokens: Sequence[Token], at: int, after: int, side: str) -> Told | None:
    """ "The | country | 's | east", "the country | 's | far | north"."""
    mark = _opening(tokens, at)
    if mark < 2 or tokens[mark].lower != "'s" or tokens[mark - 2].lower not in ("the", "this"):
        return None
    if after < len(tokens) and tokens[after].lower in lexicon().sites:  # "the city's north station" is one building
        return None
    return Told(tokens[mark - 2], tokens[after - 1], tokens[mark - 1], side)


def _partitive(tokens: Sequence[Token], at: int, after: int, side: str) -> Told | None:
    """ "The | east | of | the | country"."""
    first, following = _opening(tokens, at), [token.lower for token in tokens[after : after + 3]]
    if first < 0 or tokens[first].lower != "the" or len(following) < 3:
        return None
    if following[0] != "of" or following[1] not in ("the", "this"):
        return None
    return Told(tokens[first], tokens[after + 2], tokens[after + 2], side)


def _named_before(places: Sequence[PlaceMention], start: int, kinds: frozenset[str]) -> Location | None:
    """The last place of one of ``kinds`` before a point of the text; the country of the last place serves too."""
    for place in reversed([place for place in places if place.end <= start]):
        location = place.location
        if location is None or place.use == "inside":
            continue
        if location.feature in kinds:
            return location
        if "country" in kinds and location.country:
            return _country(location.country)
    return None


@cache
def _country(name: str) -> Location | None:
    code = next((code for code, country in lexicon().countries.items() if country == name), None)
    for number in np.flatnonzero(_rows()["feature"] == _feature("country")) if code else ():
        place = gazetteer().place(int(number))
        if place.country == code:
            return Location(name, place.latitude, place.longitude, name, None, place.geonames_id, "country", 6)
    return None


@cache
def _part(whole: Location, side: str) -> Location:
    """The part of a place on one side, with the mean of its towns there."""
    north, east = _tables()[0][side]
    precision = PRECISIONS.get(whole.feature, 5)
    named = replace(whole, name=f"{side} of {whole.name}", geonames_id=None, feature=FEATURE, precision=precision)
    points = _towns(whole)
    if len(points) < 3:
        return named
    inside = np.ones(len(points), bool)
    for column, way in ((0, north), (1, east)):
        inside &= _on_side(points[:, column], way) if way or not (north or east) else True
    chosen = points[inside] if inside.any() else points
    latitude, longitude = chosen.mean(axis=0)
    return replace(named, latitude=round(float(latitude), 5), longitude=round(float(longitude), 5))


def _on_side(values: npt.NDArray[np.float64], way: int) -> npt.NDArray[np.bool_]:
    if way > 0:
        return values >= np.quantile(values, OUTER)
    if way < 0:
        return values <= np.quantile(values, 1.0 - OUTER)
    return (values >= np.quantile(values, 0.25)) & (values <= np.quantile(values, 0.75))


def _towns(whole: Location) -> npt.NDArray[np.float64]:
    """Latitudes and longitudes [n, 2] of the towns in a country or in its first-level region; none for a town."""
    rows, header = _rows(), gazetteer().header
    code = next((code for code, country in lexicon().countries.items() if country == whole.country), "")
    if code not in header["countries"] or whole.feature not in ("country", "admin1"):
        return np.empty((0, 2))
    here = (rows["country"] == header["countries"].index(code)) & (rows["feature"] == _feature("city"))
    if whole.feature == "admin1" and whole.admin1 in header["regions"]:
        here &= rows["region"] == header["regions"].index(whole.admin1)
    return np.stack([rows["latitude"][here], rows["longitude"][here]], axis=1) / 1e5


def _feature(name: str) -> int:
    found: int = gazetteer().header["features"].index(name)
    return found


@cache
def _rows() -> npt.NDArray[np.void]:
    return np.frombuffer(gazetteer().records, dtype=np.dtype(RECORD_FIELDS))


RECORD_FIELDS = [
    ("latitude", "<i4"), ("longitude", "<i4"), ("population", "<u4"), ("number", "<u4"),
    ("region", "<u2"), ("country", "u1"), ("feature", "u1"),
]  # fmt: skip
"""The fields of a record as ``gazetteer.RECORD`` packs them."""


@cache
def _tables() -> tuple[dict[str, tuple[int, int]], dict[str, frozenset[str]]]:
    """Side -> its way north and east; word of a whole -> the features that it can mean."""
    table = load_table(WORDS)
    sides = {word: (way[0], way[1]) for word, way in table["sides"].items()}
    return sides, {word: frozenset(kinds) for word, kinds in table["wholes"].items()}
