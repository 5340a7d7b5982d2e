"""Which place of a name is meant: by the region or country told beside it, by the other places of the report, by size.

Every name of the report votes for the countries and regions in which its places lie, the less the more places it can
mean;
a place is scored by its size, by what stands beside the name, and by the votes of the *other* names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log, log10, radians, sin, sqrt

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
    "container": 9.0,
    "sought": 3.0,
    "country_votes": 1.8,
    "region_votes": 1.6,
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
    small = place.population < GREAT or place.feature == "admin1"
    return points + WEIGHTS.get(place.bearing, 0.0) * (1.0 if small else 0.3)


def kilometres(one: Place, other: Place) -> float:
    """The great-circle distance (haversine, a sphere of 6,371 km)."""
    south, north = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def resolve(names: Sequence[Name], hints: Mapping[str, float]) -> dict[Key, Choice]:
    """The choice for each name by its key; ``hints`` gives points to countries ("Egyptian" to EG)."""
    shares = {name.key: _shares(name) for name in names}
    votes = _votes(names, shares, hints)
    first = {name.key: _best(name, shares[name.key], votes, ()) for name in names}
    anchors = [(name.folded, first[name.key].place) for name in names if first[name.key].confidence > 0.6][:ANCHORS]
    return {name.key: _best(name, shares[name.key], votes, anchors) for name in names}


def _shares(name: Name) -> list[float]:
    """How a name's one vote is divided among its places."""
    points = [_points(place, name) for place in name.places]
    top = max(points)
    weights = [exp(SHARPNESS * (point - top)) for point in points]
    total = sum(weights)
    return [weight / total for weight in weights]


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


def _best(
    name: Name, shares: Sequence[float], votes: Mapping[tuple[str, str], float], anchors: Sequence[tuple[str, Place]]
) -> Choice:
    """The place with the most points, the votes of the other names among them; the earlier one of equals."""
    own = 1.0 + 0.3 * min(name.times - 1, 4)
    points = []
    given: Counter[tuple[str, str]] = Counter()
    for place, share in zip(name.places, shares, strict=True):
        for area in _areas(place):
            given[area] += own * share  # type: ignore[assignment]
    for place in name.places:
        point = _points(place, name)
        for area in _areas(place):
            others = max(0.0, votes.get(area, 0.0) - given[area])
            point += WEIGHTS["region_votes" if area[1] else "country_votes"] * log(1 + others)
        points.append(point + WEIGHTS["near"] * _nearness(place, name.folded, anchors))
    top = max(points)
    at = points.index(top)
    return Choice(name.places[at], 1 / sum(exp(point - top) for point in points))


def _nearness(place: Place, folded: str, anchors: Sequence[tuple[str, Place]]) -> float:
    """Near 1 where another settled place of the report lies next to this one, 0 where none is within ``FAR``."""
    if place.feature == "country":
        return 0.0
    near = [
        kilometres(place, anchor)
        for name, anchor in anchors
        if name != folded and anchor.feature not in ("country", "sea", "continent")
    ]
    return max(0.0, 1 - min(near) / FAR) if near else 0.0
