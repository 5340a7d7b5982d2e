"""Two hours of one day for what happened once: "died around 1 a.m.", "died around 2 a.m."."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.account.account import ClaimEntry, Disagreement, Event, TimeEntry
from reportedly.account.disagreements.dates import ONCE
from reportedly.account.disagreements.likeness import roots
from reportedly.account.voices import Voices, agree, named, plain

CLOCK = re.compile(r"T(\d\d):(\d\d)")
NEAREST = 20
"""Minutes by which two tellings of one hour differ."""
FURTHEST = 180
"""Minutes from which two hours are those of two things that happened."""
SAID = frozenset({"asserted", "likely"})


@dataclass(frozen=True, slots=True)
class Hour:
    """The minute of a day that a sentence names, with the claim that carries it, if any."""

    time: TimeEntry
    minute: int
    sentence: str
    claim: ClaimEntry | None
    speaker: str


def find_hours(
    events: Sequence[Event], times: Sequence[TimeEntry], names: Mapping[str, str], voices: Voices, story: str
) -> Iterator[Disagreement]:
    """One disagreement for each thing of a day that two speakers tell for two hours that are near each other."""
    clocks = [hour for time in times for hour in _clock(time, voices)]
    once = [event for event in events if event.type in ONCE and event.mode == "asserted" and event.latest]
    told: set[str] = set()
    for kind, day in sorted({(event.type, hour.time.latest) for event in once for hour in clocks if hour.time.latest}):
        same = [event for event in once if event.type == kind and event.latest and 0 <= (day - event.latest).days <= 1]
        apart = _apart([hour for hour in clocks if hour.time.latest == day], same, names, voices)
        if apart and told.isdisjoint(hour.time.id for hour in apart):
            told.update(hour.time.id for hour in apart)
            yield _disagreement(kind, next(iter(_names(same, names)), ""), apart, story)


def _names(events: Sequence[Event], names: Mapping[str, str]) -> list[str]:
    """The proper names of those whom it befell; "Thai volunteer diver" is none."""
    told = (names.get(key, "") for event in events for key in event.recipients)
    return [name for name in told if name and all(word[0].isupper() for word in name.split())]


def _clock(time: TimeEntry, voices: Voices) -> Iterator[Hour]:
    match = CLOCK.search(time.value)
    if match:
        claim = voices.around(time.report, time.start, time.end)
        sentence = voices.sentence(time.report, time.start)
        if claim is None or claim.mode in SAID:
            speaker = voices.speaker(claim.id if claim else None, time.report)
            yield Hour(time, int(match[1]) * 60 + int(match[2]), sentence, claim, speaker)


def _apart(hours: Sequence[Hour], events: Sequence[Event], names: Mapping[str, str], voices: Voices) -> list[Hour]:
    """One telling of each hour, where two of them are neither the same nor those of two things.

    At least one sentence tells of the event itself; others name whom it befell. A speaker who names two hours tells
    what came after what, and contradicts nobody.
    """
    known = frozenset(root for key in _names(events, names) for root in roots(key))
    sure = [hour for hour in hours if _tells_of(hour, events)]
    others = [hour for hour in hours if hour not in sure and known & roots(hour.sentence)]
    said: defaultdict[str, set[int]] = defaultdict(set)
    for hour in (*sure, *others):
        said[hour.speaker].add(hour.minute)
    firm = [hour for hour in (*sure, *others) if len(said[hour.speaker]) == 1]
    near = [hour for hour in firm if sure and NEAREST <= abs(hour.minute - firm[0].minute) < FURTHEST]
    return [firm[0], *near] if near else []


def _tells_of(hour: Hour, events: Sequence[Event]) -> bool:
    """Whether an event is told in the sentence that names the hour."""
    return any(
        mention.report == hour.time.report and abs(mention.start - hour.time.start) < len(hour.sentence)
        for event in events
        for mention in event.mentions
    )


def _disagreement(kind: str, who: str, hours: Sequence[Hour], story: str) -> Disagreement:
    told = dict.fromkeys(
        f"{named(hour.speaker)} {agree(named(hour.speaker), 'say')} {plain(hour.time.text)}" for hour in hours
    )
    claims = dict.fromkeys(hour.claim.id for hour in hours if hour.claim)
    reports = {hour.time.report for hour in hours}
    return Disagreement(
        id=f"d:hour-{kind}-{hours[0].time.id}",
        kind="date",
        claims=tuple(claims),
        figures=(),
        reason=f"The hour of the {kind.replace('_', ' ')}{f' of {who}' if who else ''}: {'; '.join(told)}.",
        status="within_report" if len(reports) == 1 else "open",
        story=story,
    )
