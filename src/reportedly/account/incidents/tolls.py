"""How many an incident killed and hurt: what each report tells, and the value that holds now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from reportedly.account.account import Citation, IncidentToll, TollPoint
from reportedly.account.incidents.counting import OUTCOMES
from reportedly.account.incidents.sighting import Sighting, deeds
from reportedly.account.incidents.weighing import FRESH, MOST, Tolls, weigh, weighed
from reportedly.reading.reading import Outcome

LATE = 0.9
"""What an origin counts that tells a value later only, beside one that does before."""
MANY = 3
"""A number of people that is seldom told one by one."""
SEVERAL = 2
"""Origins that tell a number, for it to be no slip."""
PART = 0.1
"""A value of another order of size is that of a part: "four of the dead were from Denver"."""
SHARE = 0.34
"""The part of the origins that must tell a value for it to hold against the last one told."""


def settle_tolls(sightings: Sequence[Sighting], origins: Mapping[str, str]) -> tuple[IncidentToll, IncidentToll]:
    """How many an incident killed, and how many it hurt.

    Most reports may tell one number, and it holds. Of a disaster each day tells another: then it is the last that was
    told while the news was fresh. Who was hurt and dies counts among the dead from the report on that says so. Of a
    shooting all numbers that its reports tell are weighed.

    Args:
        sightings: of the incident, in canonical order; one of them tells a toll at least.
        origins: of reports, by id.
    """
    told = [each for each in sightings if each.toll]
    killed, injured = (tuple(_point(each, outcome, origins) for each in told) for outcome in OUTCOMES)
    tolls = vote_tolls(told, origins)
    if max(tolls) <= MOST and _is_weighed(sightings):
        tolls = weigh(told, origins, tolls)
        killed = _with_words(killed, told, "killed", tolls)
        injured = _with_words(injured, told, "injured", tolls)
    return _toll(killed, tolls[0]), _toll(injured, tolls[1])


def _with_words(
    points: tuple[TollPoint, ...], told: Sequence[Sighting], outcome: Outcome, tolls: Tolls
) -> tuple[TollPoint, ...]:
    """The points, those of reports that tell the number that holds beside another one with its words, where it is the
    toll of none.
    """
    best = tolls[OUTCOMES.index(outcome)]
    if not best or any(point.best == best for point in points):
        return points
    return tuple(
        replace(point, best=best, spans=tuple(Citation(point.report, span.start, span.end) for span in spans))
        if (spans := each.evidence.words(outcome, tolls))
        else point
        for point, each in zip(points, told, strict=True)
    )


def vote_tolls(told: Sequence[Sighting], origins: Mapping[str, str]) -> Tolls:
    """The killed and the injured that most origins tell, or the last of them, as the tolls of their reports say.

    Args:
        told: the reports that tell a toll, in canonical order; not empty.
        origins: of reports, by id.
    """
    killed, injured = (tuple(_point(each, outcome, origins) for each in told) for outcome in OUTCOMES)
    dead, hurt = _best(_weighty(killed, told, "killed")), _best(_weighty(injured, told, "injured"))
    died = _died_later(told, dead, hurt)
    return dead + died, max(0, hurt - died)


def _is_weighed(sightings: Sequence[Sighting]) -> bool:
    """Whether most reports tell of a deed of those kinds, or of no deed and of what became of people."""
    kinds = Counter(each.kind for each in sightings if each.kind in deeds())
    return not kinds or kinds.most_common(1)[0][0] in weighed()


def _toll(points: tuple[TollPoint, ...], best: int) -> IncidentToll:
    told = [point.best for point in points if point.spans] or [0]
    return IncidentToll(
        best=best,
        low=min(told),
        high=max(told),
        as_of=max((point.as_of for point in points if point.best == best and point.as_of), default=None),
        revised=any(one.best != other.best and one.as_of != other.as_of for one, other in pairwise(_told(points))),
        points=points,
    )


def _died_later(told: Sequence[Sighting], dead: int, hurt: int) -> int:
    """How many of the hurt are told as dead after the last report that counts so many dead; no more people in all."""
    last = max((number for number, each in enumerate(told) if each.killed == dead), default=len(told))
    later = (each.toll for each in told[last + 1 :] if each.toll)
    more = [toll.killed for toll in later if toll.killed > dead and toll.killed + toll.injured <= dead + hurt]
    return Counter(more).most_common(1)[0][0] - dead if more else 0


def _weighty(points: Sequence[TollPoint], sightings: Sequence[Sighting], outcome: Outcome) -> Sequence[TollPoint]:
    """The points that speak for a value, where a report gives the number of many.

    Then who tells of one of the dead does not say that it was one; and who tells of the dead alone is silent about the
    hurt, and does not say that there were none.
    """
    numbered = {each.report for each in sightings if each.toll and outcome in each.toll.numbered}
    if not any(point.best >= MANY and point.report in numbered for point in points):
        return points
    if outcome == "injured":
        return _told(points)
    return [point for point in points if point.report in numbered or not point.best]


def _told(points: Sequence[TollPoint]) -> list[TollPoint]:
    """The points that words tell: "two were wounded" leaves open that nobody died."""
    return [point for point in points if point.spans]


def _best(points: Sequence[TollPoint]) -> int:
    fresh = _fresh(points)
    votes = _votes(points, fresh)
    most = max(votes.values())
    first = [value for value, count in votes.items() if count == most]
    highest = max(point.best for point in points)
    whole = [point.best for point in fresh if not point.best or point.best >= PART * highest]
    last = (whole or [fresh[-1].best])[-1]
    if len(first) > 1 and most >= SEVERAL:
        return max(first)  # "two pilots died" tells a part of the twelve that others tell
    if len(first) > 1 or most <= SHARE * sum(votes.values()):
        return last
    risen = len(fresh) > 1 and fresh[-2].best == last > first[0]
    return last if risen else first[0]


def _point(sighting: Sighting, outcome: Outcome, origins: Mapping[str, str]) -> TollPoint:
    toll = sighting.toll
    assert toll is not None
    value, words = (toll.killed, toll.killed_by) if outcome == "killed" else (toll.injured, toll.injured_by)
    spans = tuple(Citation(sighting.report, span.start, span.end) for span in words)
    return TollPoint(sighting.published, value, origins[sighting.report], sighting.report, spans)


def _fresh(points: Sequence[TollPoint]) -> list[TollPoint]:
    """The points of the first days; all where no report has a day."""
    first = min((point.as_of for point in points if point.as_of), default=None)
    return [point for point in points if first is None or (point.as_of or date.max) <= first + FRESH]


def _votes(points: Sequence[TollPoint], fresh: Sequence[TollPoint]) -> dict[int, float]:
    """How many origins tell each value."""
    early = {(point.best, point.origin) for point in fresh}
    every = dict.fromkeys((point.best, point.origin) for point in points)
    votes: dict[int, float] = {}
    for key in every:
        votes[key[0]] = votes.get(key[0], 0.0) + (1.0 if key in early else LATE)
    return votes
