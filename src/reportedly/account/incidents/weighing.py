"""Which of the numbers that the reports of a shooting tell is that of the incident.

Every killed and every injured that any report tells is a candidate. Signs speak for a candidate: the part of the
origins that tell it in one way or another, whether it is the last that was told, whether the two together are as many
as were hit. What each sign weighs was fitted (see the table); the pair that weighs most holds. Reports of one shooting
err by telling of a part of it, of other deeds beside it, and of a toll that has grown since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Final, TypeVar

from reportedly.account.incidents.counting import OUTCOMES
from reportedly.account.incidents.evidence import TABLE
from reportedly.account.incidents.persons import count_persons
from reportedly.account.incidents.sighting import Sighting
from reportedly.account.incidents.signs import weights_of
from reportedly.data import load_table
from reportedly.reading.reading import Outcome

FRESH = timedelta(days=14)
"""How long reports tell the whole toll; what follows later, of a trial or a vigil, often tells of one victim only."""
MOST = 40
"""Numbers above are no candidates: they are told by figures alone, and grow from day to day."""
SINGLE: Final = (
    "by number", "one by one", "none", "beside other deeds", "in the title", "by the title's persons", "by a figure",
    "by figures", "by a toll", "fresh", "last", "of all", "by name or age",
)  # fmt: skip
"""Signs of one number, for each fate apart."""
JOINT: Final = ("in one sentence", "sum of tolls", "all who were hit", "nobody")
"""Signs of the killed and the injured together."""
SIGNS: Final = (*(f"{outcome} {sign}" for outcome in OUTCOMES for sign in SINGLE), *JOINT)
Key = TypeVar("Key")
Tolls = tuple[int, int]
"""Killed and injured."""


def weigh(told: Sequence[Sighting], origins: Mapping[str, str], voted: Tolls) -> Tolls:
    """The killed and the injured that weigh most.

    Args:
        told: the reports of an incident that tell a toll, in canonical order; not empty.
        origins: of reports, by id.
        voted: what most of them say, a candidate like others and the first among equals.
    """
    weights = weights_of("tolls", SIGNS)
    found = candidates(told, origins, voted)
    scored = [(sum(weights[sign] * value for sign, value in signs.items()), pair) for pair, signs in found]
    return max(scored, key=lambda row: (row[0], row[1] == voted, row[1]))[1]


def candidates(
    told: Sequence[Sighting], origins: Mapping[str, str], voted: Tolls
) -> Iterator[tuple[Tolls, Mapping[str, float]]]:
    """Every pair of numbers with the signs that speak for it."""
    sides = [dict(_side(told, origins, outcome, voted[at])) for at, outcome in enumerate(OUTCOMES)]
    joint = _Joint.of(told)
    for (killed, one), (injured, other) in product(sides[0].items(), sides[1].items()):
        yield (killed, injured), {**one, **other, **joint.signs(killed, injured)}


def _side(
    told: Sequence[Sighting], origins: Mapping[str, str], outcome: Outcome, voted: int
) -> Iterator[tuple[int, Mapping[str, float]]]:
    """The candidates for one fate, each with its signs."""
    shares = {sign: _shares(rows) for sign, rows in _rows(told, origins, outcome).items()}
    tolls = [_toll(each, outcome) for each in told]
    whole = _whole(told)
    last = next((value for value in reversed(tolls) if value), None)
    persons = count_persons(each.evidence.persons for each in told)
    at = OUTCOMES.index(outcome)
    for value in sorted({0, voted, *tolls, *_further(told, outcome)}):
        if value > MOST and value != voted:
            continue
        signs = {sign: share.get(value, 0.0) for sign, share in shares.items()}
        signs["by a toll"], signs["last"] = float(value in tolls), float(value == last)
        signs["of all"] = float(whole is not None and value == whole[at])
        signs["by name or age"] = float(persons is not None and value == persons[at])
        yield value, {f"{outcome} {sign}": weight for sign, weight in signs.items() if weight}


def _further(told: Sequence[Sighting], outcome: Outcome) -> Iterator[int]:
    """What the reports tell beside their tolls."""
    for each in told:
        assert each.toll is not None
        yield from (said.value for said in each.evidence.of(outcome))
        yield from (pair.killed if outcome == "killed" else pair.injured for pair in each.evidence.pairs)
        if each.evidence.hit is not None:
            yield max(0, each.evidence.hit - (each.toll.injured if outcome == "killed" else each.toll.killed))


def _rows(
    told: Sequence[Sighting], origins: Mapping[str, str], outcome: Outcome
) -> Mapping[str, Iterable[tuple[str, int]]]:
    """For each sign that is a share, who tells which number in that way."""
    rows: dict[str, list[tuple[str, int]]] = {sign: [] for sign in SINGLE}
    first = min((each.published for each in told if each.published), default=None)
    for each in told:
        assert each.toll is not None
        origin, value = origins[each.report], _toll(each, outcome)
        way = "none" if not value else "by number" if outcome in each.toll.numbered else "one by one"
        rows[way].append((origin, value))
        if each.evidence.manifold:
            rows["beside other deeds"].append((origin, value))
        if first is None or (each.published or date.min) <= first + FRESH:
            rows["fresh"].append((each.report, value))
        figures = each.evidence.of(outcome)
        rows["in the title"] += [(origin, figure.value) for figure in figures if figure.titled][:1]
        rows["by the title's persons"] += [(origin, number)] if (number := each.evidence.titled(outcome)) else []
        counted = Counter(figure.value for figure in figures)
        rows["by a figure"] += [(origin, value) for value in counted]
        rows["by figures"] += [(origin, value) for value, times in counted.items() if times > 1]
    return rows


def _shares(rows: Iterable[tuple[str, int]]) -> Mapping[int, float]:
    """For each number the part of those that tell any who tell it."""
    pairs = set(rows)
    tellers = len({teller for teller, _ in pairs})
    return {value: count / tellers for value, count in Counter(value for _, value in pairs).items()}


def _toll(sighting: Sighting, outcome: Outcome) -> int:
    assert sighting.toll is not None
    return sighting.toll.killed if outcome == "killed" else sighting.toll.injured


def _tolls(told: Sequence[Sighting]) -> list[Tolls]:
    return [(_toll(each, "killed"), _toll(each, "injured")) for each in told]


def _whole(told: Sequence[Sighting]) -> Tolls | None:
    """Where several reports count as many people in all: the most of these that any of them tells as dead, and the
    rest. Who was hurt may die, and does not come back.
    """
    tolls = _tolls(told)
    counted = Counter(killed + injured for killed, injured in tolls)
    total = max(counted, key=lambda each: (counted[each], each))
    if counted[total] < 2:
        return None
    dead = max(killed for killed, injured in tolls if killed + injured == total)
    return dead, total - dead


@dataclass(frozen=True, slots=True)
class _Joint:
    """What the reports tell of the killed and the injured together: the parts of those who tell any."""

    pairs: Mapping[Tolls, float]
    sums: Mapping[int, float]
    hits: Mapping[int, float]

    @staticmethod
    def of(told: Sequence[Sighting]) -> _Joint:
        return _Joint(
            _parts([(pair.killed, pair.injured) for pair in each.evidence.pairs] for each in told),
            _parts([killed + injured] for killed, injured in _tolls(told)),
            _parts([each.evidence.hit] if each.evidence.hit is not None else [] for each in told),
        )

    def signs(self, killed: int, injured: int) -> Mapping[str, float]:
        total = killed + injured
        return {
            "in one sentence": self.pairs.get((killed, injured), 0.0),
            "sum of tolls": self.sums.get(total, 0.0),
            "all who were hit": self.hits.get(total, 0.0),
            "nobody": float(total == 0),
        }


def _parts(each: Iterable[Sequence[Key]]) -> Mapping[Key, float]:
    """The part of the reports that tell anything of a sort who tell this."""
    rows = [set(row) for row in each if row]
    return {key: count / len(rows) for key, count in Counter(key for row in rows for key in row).items()}


@cache
def weighed() -> frozenset[str]:
    """The kinds of incidents whose tolls are weighed so: those like the ones that the weights were fitted on."""
    return frozenset(load_table(TABLE)["weighed"]["kinds"])
