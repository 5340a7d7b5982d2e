"""Two days for what can have happened only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from reportedly.account.account import Disagreement, Event
from reportedly.account.voices import Voices, spoken

ONCE = frozenset({"death", "killing", "grounding", "sinking", "execution", "crash", "derailment", "refloating"})
"""Types of events that happen to one recipient once."""
NEAR = timedelta(days=4)
"""Further apart, two days are of two events rather than of one."""


def find_dates(events: Sequence[Event], names: Mapping[str, str], voices: Voices, story: str) -> Iterator[Disagreement]:
    """Pairs of events of one type and one recipient that are told for two days."""
    once = [event for event in events if event.type in ONCE and event.mode == "asserted" and event.date_precision == 1]
    told: set[tuple[str, str]] = set()
    for first, second in combinations(once, 2):
        shared = [key for key in first.recipients if key in second.recipients and key in names]
        if first.type == second.type and shared and (first.type, shared[0]) not in told and _differ(first, second):
            told.add((first.type, shared[0]))
            yield _disagreement(first, second, names[shared[0]], voices, story)


def _differ(first: Event, second: Event) -> bool:
    """Whether two reports give two days that are near each other; two days in one report are two things."""
    one, other = first.mentions[0].report, second.mentions[0].report
    if first.earliest is None or second.earliest is None or one == other:
        return False
    return timedelta(0) < abs(first.earliest - second.earliest) <= NEAR


def _disagreement(first: Event, second: Event, who: str, voices: Voices, story: str) -> Disagreement:
    told = "; ".join(
        f"{voices.speaker(event.mentions[0].claim, event.mentions[0].report)} says {spoken(event.earliest)}"
        for event in (first, second)
        if event.earliest
    )
    tellings = (first.mentions[0], second.mentions[0])
    return Disagreement(
        id=f"d:{first.id.removeprefix('v:')}-{second.id.removeprefix('v:')}",
        kind="date",
        claims=tuple(telling.claim for telling in tellings if telling.claim),
        figures=(),
        reason=f"The day of the {first.predicate} ({who}): {told}.",
        status="open",
        story=story,
    )
