"""Evidence brought together: one holding for each holder of each place, with its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reportedly.account.account import Holding
from reportedly.account.holdings.evidence import Evidence


def settle_holdings(
    evidence: Iterable[Evidence], named: frozenset[str], sides: Mapping[str, str] | None = None
) -> tuple[Holding, ...]:
    """The holdings that the evidence of one story tells of, in order of place and first day.

    Only places with a name are held. Presence counts only where other words tell of control, and only of bodies with a
    name. A holding is contested by another body with a name: whether "the troops" and "the army" are two sides, nobody
    can tell.

    Args:
        evidence: of one story.
        named: ids of the entities that have a proper name.
        sides: from each entity that acts for a state to the state: what its troops hold and what its army holds, it
            holds.
    """
    sides = sides or {}
    told_of = _as_one(_of_sides(list(evidence), sides), named, sides)
    items = [item for item in told_of if not item.denied and item.place in named]
    named = named | sides.keys()
    told = {item.place for item in items if item.strong}
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for item in items:
        if item.place in told and (item.strong or item.holder in named):
            groups.setdefault((item.place, item.holder), []).append(item)
    holdings = [_holding(place, holder, group) for (place, holder), group in groups.items()]
    holdings.sort(key=lambda holding: (holding.place, holding.earliest or date.min, holding.holder))
    return tuple(_settled(holding, groups, holdings, named) for holding in holdings)


def _as_one(items: Sequence[Evidence], named: frozenset[str], sides: Mapping[str, str]) -> list[Evidence]:
    """The evidence, with what one report tells on one day of one place and two nameless holders told of the one with
    more: "striking miners seized the station", "the station is in our hands", say the strikers. Of two with as much it
    is told of a state's: "government troops, backed by village guards, hold the town".
    """
    weight = Counter((item.place, item.holder) for item in items if not item.denied)
    groups: dict[tuple[str, str, object], set[str]] = {}
    for item in items:
        if item.holder not in named and not item.lost and not item.denied and item.claim:
            groups.setdefault((item.place, item.claim.partition(".")[0], item.earliest), set()).add(item.holder)
    best = {
        key: max(sorted(holders), key=lambda holder: (weight[key[0], holder], holder in sides))
        for key, holders in groups.items()
    }
    return [
        replace(item, holder=best.get((item.place, (item.claim or "").partition(".")[0], item.earliest), item.holder))
        if item.holder not in named and not item.denied and not item.lost
        else item
        for item in items
    ]


def _of_sides(items: Sequence[Evidence], sides: Mapping[str, str]) -> list[Evidence]:
    """The evidence, with what several bodies of one state are said to hold told of the one with most, place by
    place.
    """
    weight = Counter((item.place, item.holder) for item in items if not item.denied)
    bodies: dict[tuple[str, str], set[str]] = {}
    for place, holder in weight:
        if holder in sides:
            bodies.setdefault((place, sides[holder]), set()).add(holder)
    best = {key: max(sorted(found), key=lambda holder: weight[key[0], holder]) for key, found in bodies.items()}
    return [replace(item, holder=best.get((item.place, sides.get(item.holder, "")), item.holder)) for item in items]


def denials_of(evidence: Iterable[Evidence], holdings: Sequence[Holding]) -> tuple[tuple[Holding, str], ...]:
    """Holdings that somebody of another origin denies, each with the first claim that does."""
    found: dict[str, tuple[Holding, str]] = {}
    for item in evidence:
        for holding in holdings if item.denied and item.claim else ():
            if (holding.place, holding.holder) == (item.place, item.holder) and item.claim not in holding.claims:
                found.setdefault(holding.id, (holding, str(item.claim)))
    return tuple(found.values())


def _holding(place: str, holder: str, group: Sequence[Evidence]) -> Holding:
    """What is said of one holder and one place; its beginning is the first day for which it is said to hold."""
    starts = [start for item in group if (start := _start(item)) and not item.lost]
    ends = [item.latest for item in group if item.latest and item.lost]
    claims = dict.fromkeys(item.claim for item in group if item.claim)
    return Holding(
        id=f"h:{holder.removeprefix('e:')}-{place.removeprefix('e:')}",
        place=place,
        holder=holder,
        earliest=min(starts, default=None),
        latest=max(ends, default=None),
        share=max((item.share for item in group if item.share is not None), default=None),
        contested=False,
        claims=tuple(claims),
        independent_origins=len({item.origin for item in group}),
    )


def _start(item: Evidence) -> date | None:
    """The first day for which one says it; what was printed without a day was so by the day it was printed."""
    if item.earliest and item.latest and (item.latest - item.earliest).days == 1:
        return item.latest
    return item.earliest


def _settled(
    holding: Holding, groups: dict[tuple[str, str], list[Evidence]], holdings: Sequence[Holding], named: frozenset[str]
) -> Holding:
    """With the end that another's taking puts to it, and whether the two overlap."""
    rivals = [other for other in holdings if other.place == holding.place and other.holder != holding.holder]
    last_told = _last_told(groups[holding.place, holding.holder])
    taken = [rival.earliest for rival in rivals if rival.earliest and _after(rival.earliest, holding.earliest)]
    latest = holding.latest
    if latest is None and taken:
        latest = max(min(taken), last_told or date.min)
    both = [rival for rival in rivals if holding.holder in named and rival.holder in named]
    contested = any(
        _overlap(holding, last_told, rival, groups) and set(holding.claims).isdisjoint(rival.claims) for rival in both
    )
    return replace(holding, latest=latest, contested=contested)


def _last_told(group: Sequence[Evidence]) -> date | None:
    return max((item.latest for item in group if item.latest and not item.lost), default=None)


def _after(day: date, start: date | None) -> bool:
    return start is None or day > start


def _overlap(
    holding: Holding, last_told: date | None, rival: Holding, groups: dict[tuple[str, str], list[Evidence]]
) -> bool:
    """Whether each is still said to hold the place when the other already is."""
    rival_last = _last_told(groups[rival.place, rival.holder])
    if not (holding.earliest and rival.earliest and last_told and rival_last):
        return False
    return holding.earliest <= rival_last and rival.earliest <= last_told
