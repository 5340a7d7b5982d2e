"""Which place of a name is meant: by the region or country told beside it, by the other places of the report, by size.

Every name of the report votes for the countries, regions and degree squares in which its places lie, the less the
more places it can mean; a place is scored by its size, by what stands beside the name, and by the votes of the *other*
names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import asin, cos, exp, floor, log, log10, radians, sin, sqrt

from reportedly.reading.places.gazetteer import Place

WEIGHTS = {
    "country": 2.5,
    "capital": 2.0,
    "admin1": 0.0,
    "admin2": 5.5,
    "feature": 5.5,
    "region": 6.0,
    "water": 7.0,
    "sea": 8.0,
    "continent": 9.0,
    "alternate": -1.2,
    "sound": -1.5,
    "bare": -3.0,
    "nowhere": 0.0,
    "container": 9.0,
    "sought": 3.0,
    "country_votes": 1.8,
    "region_votes": 1.6,
    "cell_votes": 1.5,
    "near": 1.4,
}
POPULATED = frozenset({"country", "capital", "admin1"})
GREAT = 1_000_000
"""People from which a city is so well known that its other names count nearly as its chief one ("New York" City)."""
SHARPNESS = 1.6
"""How strongly the larger of two places takes a name's vote."""
Key = tuple[str, str]
ANCHORS = 60
"""So many settled places are looked at for nearness, so that a very long report takes no longer in proportion."""
SETTLED, SLIGHT = 0.6, 0.01
"""Shares of a name's vote above which it has settled on a place, and below which a place is not looked at."""
ROUNDS = 3
WIDE = frozenset({"country", "admin1", "continent", "sea"})
"""Features whose point says little about what lies near them."""
Cell = tuple[int, int]
FAR = 400.0
"""Kilometres beyond which another place says nothing about a name."""


@dataclass(frozen=True, slots=True)
class Container:
    """A country, or a region of it, told beside a name: ``("US", "Texas")``, ``("IQ", "")``."""

    country: str
    admin1: str = ""

    def holds(self, place: Place) -> bool:
        """Whether the place lies in it."""
        return place.country == self.country and self.admin1 in ("", place.admin1)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the report with the places it can mean, what contains it, how often it is told, and the feature
    sought ("" any).
    """

    folded: str
    places: tuple[Place, ...]
    containers: tuple[Container, ...]
    times: int
    sought: str = ""

    @property
    def key(self) -> Key:
        """The folded name with the feature sought: "Quebec" and "Quebec province" are chosen apart."""
        return self.folded, self.sought


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, and how sure the choice is among the places of that name, 0 to 1."""

    place: Place
    confidence: float


def standing_of(place: Place) -> float:
    """How likely a place is meant when nothing else is known; grows by one with each ten times its people."""
    if place.feature in POPULATED:
        points = log10(place.population + 1000) + WEIGHTS[place.feature]
    elif place.feature == "city":
        points = log10(place.population + 10)
    else:
        points = WEIGHTS.get(place.feature, WEIGHTS["feature"])
    points += WEIGHTS["nowhere"] if not place.country else 0.0
    small = place.population < GREAT or place.feature == "admin1"
    return points + WEIGHTS.get(place.bearing, 0.0) * (1.0 if small else 0.3)


def kilometres(one: Place, other: Place) -> float:
    """The great-circle distance (haversine, a sphere of 6,371 km)."""
    south, north = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def resolve(names: Sequence[Name], hints: Mapping[str, float]) -> dict[Key, Choice]:
    """The choice for each name by its key; ``hints`` gives points to countries ("Egyptian" to EG).

    The names vote in rounds: who is surer of its place after one counts for more in the next.
    """
    own = {name.key: [_points(place, name) for place in name.places] for name in names}
    shares = {key: _divided(points, SHARPNESS) for key, points in own.items()}
    points = own
    for _ in range(ROUNDS):
        votes = _votes(names, shares, hints)
        near = [_given_cells(name, shares[name.key]) for name in names]
        cells = _cells(near)
        points = {
            name.key: _contextual(name, own[name.key], shares[name.key], votes, cells, given)
            for name, given in zip(names, near, strict=True)
        }
        shares = {key: _divided(each, 1.0) for key, each in points.items()}
    anchors = list(_anchors(names, shares))[:ANCHORS]
    return {name.key: _chosen(name, points[name.key], anchors) for name in names}


def _divided(points: Sequence[float], sharpness: float) -> list[float]:
    """How a name's one vote is divided among its places."""
    top = max(points)
    weights = [exp(sharpness * (point - top)) for point in points]
    total = sum(weights)
    return [weight / total for weight in weights]


def _anchors(names: Sequence[Name], shares: Mapping[Key, Sequence[float]]) -> Iterator[tuple[str, Place]]:
    """The names that have nearly settled on a place, and that place, where it is small enough to be near others."""
    for name in names:
        share = max(shares[name.key])
        place = name.places[shares[name.key].index(share)]
        if share > SETTLED and place.feature not in WIDE:
            yield name.folded, place


def _points(place: Place, name: Name) -> float:
    """The points of a place for one name, from what stands beside that name."""
    points = standing_of(place)
    if any(container.holds(place) for container in name.containers):
        points += WEIGHTS["container"]
    feature = "city" if place.feature == "capital" else place.feature
    return points + (WEIGHTS["sought"] if name.sought and name.sought == feature else 0.0)


def _votes(
    names: Sequence[Name], shares: Mapping[Key, list[float]], hints: Mapping[str, float]
) -> Counter[tuple[str, str]]:
    """Votes by country (region "") and by region."""
    votes: Counter[tuple[str, str]] = Counter()
    for country, points in hints.items():
        votes[country, ""] += points  # type: ignore[assignment]
    for name in names:
        weight = 1.0 + 0.3 * min(name.times - 1, 4)
        for place, share in zip(name.places, shares[name.key], strict=True):
            for area in _areas(place):
                votes[area] += weight * share  # type: ignore[assignment]
        for container in name.containers:
            votes[container.country, ""] += 0.5  # type: ignore[assignment]
            if container.admin1:
                votes[container.country, container.admin1] += 1.0  # type: ignore[assignment]
    return votes


def _areas(place: Place) -> list[tuple[str, str]]:
    if not place.country:
        return []
    return [(place.country, ""), (place.country, place.admin1)] if place.admin1 else [(place.country, "")]


def _cells(near: Sequence[Mapping[Cell, float]]) -> dict[Cell, float]:
    """Votes by degree square: the sum of what each name gives."""
    cells: dict[Cell, float] = {}
    for given in near:
        for cell, share in given.items():
            cells[cell] = cells.get(cell, 0) + share
    return cells


def _given_cells(name: Name, shares: Sequence[float]) -> dict[Cell, float]:
    """What a name gives to each degree square around its places: the share of the likeliest there."""
    given: dict[Cell, float] = {}
    for place, share in zip(name.places, shares, strict=True):
        if share > SLIGHT and place.feature not in WIDE:
            for cell in _around(cell_of(place)):
                if share > given.get(cell, 0.0):
                    given[cell] = share
    return given


@lru_cache(maxsize=4096)
def _around(cell: Cell) -> tuple[Cell, ...]:
    """A degree square and the eight beside it."""
    south, west = cell
    return tuple(product((south - 1, south, south + 1), (west - 1, west, west + 1)))


def cell_of(place: Place) -> Cell:
    """The degree square in which a place lies, by its south-western corner."""
    return floor(place.latitude), floor(place.longitude)


def _contextual(
    name: Name,
    own: Sequence[float],
    shares: Sequence[float],
    votes: Mapping[tuple[str, str], float],
    cells: Mapping[Cell, float],
    near: Mapping[Cell, float],
) -> list[float]:
    """The points of a name's places with the votes of the *other* names for their country, region and square.

    ``near`` is what the name itself gave to the squares.
    """
    weight = 1.0 + 0.3 * min(name.times - 1, 4)
    given: Counter[tuple[str, str]] = Counter()
    for place, share in zip(name.places, shares, strict=True):
        for area in _areas(place):
            given[area] += weight * share  # type: ignore[assignment]
    points = []
    for place, point in zip(name.places, own, strict=True):
        for area in _areas(place):
            others = max(0.0, votes.get(area, 0.0) - given[area])
            point += WEIGHTS["region_votes" if area[1] else "country_votes"] * log(1 + others)
        if place.feature not in WIDE:
            cell = cell_of(place)
            point += WEIGHTS["cell_votes"] * log(1 + max(0.0, cells.get(cell, 0.0) - near.get(cell, 0.0)))
        points.append(point)
    return points


def _chosen(name: Name, points: Sequence[float], anchors: Sequence[tuple[str, Place]]) -> Choice:
    """The place with the most points, the nearness of settled places among them; the earlier one of equals."""
    final = [
        point + WEIGHTS["near"] * _nearness(place, name.folded, anchors)
        for place, point in zip(name.places, points, strict=True)
    ]
    shares = _divided(final, 1.0)
    best = max(shares)
    return Choice(name.places[shares.index(best)], best)


def _nearness(place: Place, folded: str, anchors: Sequence[tuple[str, Place]]) -> float:
    """Near 1 where another settled place of the report lies next to this one, 0 where none is within ``FAR``."""
    if place.feature == "country":
        return 0.0
    near = [kilometres(place, anchor) for name, anchor in anchors if name != folded]
    return max(0.0, 1 - min(near) / FAR) if near else 0.0
