"""Two days for what can have happened only once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from reportedly.account.account import Disagreement, Event, EventTelling, TimeEntry
from reportedly.account.disagreements.likeness import roots
from reportedly.account.disagreements.scenes import have_one_subject
from reportedly.account.voices import Voices, agree, named, spoken

ONCE = frozenset({"death", "killing", "grounding", "sinking", "execution", "crash", "derailment", "refloating"})
"""Types of events that happen to one recipient once."""
NEAR = timedelta(days=4)
"""Further apart, two days are of two events rather than of one."""
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b\.? \d|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul)"
)
IN_COURT = re.compile(
    r"\b(?:charg|indict|convict|arrest|sentenc|plead|pled|accus|warrant|trial\b|court\b)", re.IGNORECASE
)
"""What happens after a killing, in the sentences that name it: "was charged on Monday with the murder"."""
BESIDE = 100
"""Characters beside an event in which whom it befell is named."""
KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose) \w+")
"""What makes it another one: "Her son Jack died"."""
REACH = 90
"""Characters between an event and its day."""
CLAUSE = re.compile(
    r"[;:.!?\n]|\b(?:who|which|that|after|before|when|while|since|until|as|where|and|but|because|said|says|told|announced|reported)\b"
)
"""What begins another clause: "said on Monday that he died"."""
LATE = re.compile(r"\b(?:night|late|evening|midnight|overnight)\b", re.IGNORECASE)
EARLY = re.compile(r"\b(?:early|morning|dawn|midnight|overnight|a\.?m\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """One telling of an event with the day that its own sentence names."""

    event: Event
    telling: EventTelling
    time: TimeEntry


def find_dates(
    events: Sequence[Event], times: Sequence[TimeEntry], names: Mapping[str, str], voices: Voices, story: str
) -> Iterator[Disagreement]:
    """Pairs of events of one type and one recipient that are told for two days."""
    once = [event for event in events if event.type in ONCE and event.mode == "asserted" and event.date_precision == 1]
    dated = [found for event in once if (found := _dated(event, times, names, voices))]
    told: set[tuple[str, str]] = set()
    for one, other in combinations(dated, 2):
        first, second = one.event, other.event
        both = [key for key in first.recipients if key in second.recipients and key in names]
        shared = [key for key in both if all(_befell(dated.telling, names[key], voices) for dated in (one, other))]
        if first.type == second.type and shared and (first.type, shared[0]) not in told and _differ(one, other, voices):
            told.add((first.type, shared[0]))
            yield _disagreement(one, other, names[shared[0]], voices, story)


def _dated(event: Event, times: Sequence[TimeEntry], names: Mapping[str, str], voices: Voices) -> Dated | None:
    """The first telling whose sentence names the event's day and whom it befell, and nothing that came of it in court:
    "he died on Monday" may be another one.
    """
    whom = roots(" ".join(names.get(key, "") for key in event.recipients))
    for telling in event.mentions:
        sentence = voices.sentence(telling.report, telling.start)
        told = telling.mode == "asserted" and telling.claim and not IN_COURT.search(sentence)
        if told and roots(sentence) & whom:
            for time in times:
                near = time.report == telling.report and _is_of_the_clause(time, telling, voices)
                if near and time.earliest == event.earliest == time.latest and _names_a_day(time):
                    return Dated(event, telling, time)
    return None


def _befell(telling: EventTelling, name: str, voices: Voices) -> bool:
    """Whether a name stands beside the event itself: not "Lund's son died", nor far from it."""
    text, sentence = voices.reports[telling.report].text, voices.sentence(telling.report, telling.start)
    begin = max(0, text.rfind(sentence, 0, telling.start + len(sentence)), telling.start - BESIDE)
    before = text[begin : telling.start]
    after = sentence.partition(text[telling.start : telling.end])[2][:BESIDE]
    whole = re.compile(rf"\b{re.escape(name.split()[-1])}\b(?!\s?['’]s)")
    found = [match for match in whole.finditer(before) if not KIN.search(before[match.end() :])]
    return bool(found) or whole.search(after) is not None


def _is_of_the_clause(time: TimeEntry, telling: EventTelling, voices: Voices) -> bool:
    """Whether a day stands in the clause of an event, with nothing between them that begins another."""
    first, second = sorted(((time.start, time.end), (telling.start, telling.end)))
    between = voices.reports[telling.report].text[first[1] : max(first[1], second[0])]
    return len(between) <= REACH and CLAUSE.search(between) is None


def _names_a_day(time: TimeEntry) -> bool:
    """Whether it is a weekday or a date; "yesterday" and "at 1:30 p.m." hang on the day of printing."""
    clock = "T" in time.value and not MONTH.search(time.text)
    return bool(WEEKDAY.search(time.text) or (not clock and any(character.isdigit() for character in time.text)))


def _differ(one: Dated, other: Dated, voices: Voices) -> bool:
    """Whether two reports give two days that are near each other; two days in one report are two things."""
    first, second = one.event.earliest, other.event.earliest
    if first is None or second is None or one.telling.report == other.telling.report:
        return False
    weekdays = [match.group() if match else None for match in map(WEEKDAY.search, (one.time.text, other.time.text))]
    same = weekdays[0] is not None and weekdays[0] == weekdays[1]
    if same or not have_one_subject(one.telling.report, other.telling.report, voices):
        return False
    return timedelta(0) < abs(first - second) <= NEAR and not _is_one_night(one, other)


def _is_one_night(one: Dated, other: Dated) -> bool:
    """ "Monday night" and "early on Tuesday"."""
    first, second = sorted((one, other), key=lambda dated: str(dated.event.earliest))
    days = [dated.event.earliest for dated in (first, second) if dated.event.earliest]
    adjacent = len(days) == 2 and days[1] - days[0] == timedelta(days=1)
    return adjacent and bool(LATE.search(first.time.text) or EARLY.search(second.time.text))


def _disagreement(one: Dated, other: Dated, who: str, voices: Voices, story: str) -> Disagreement:
    told = "; ".join(_said(dated, voices) for dated in (one, other))
    return Disagreement(
        id=f"d:{one.event.id.removeprefix('v:')}-{other.event.id.removeprefix('v:')}",
        kind="date",
        claims=tuple(dated.telling.claim for dated in (one, other) if dated.telling.claim),
        figures=(),
        reason=f"The day of the {one.event.type.replace('_', ' ')} of {who}: {told}.",
        status="open",
        story=story,
    )


def _said(dated: Dated, voices: Voices) -> str:
    speaker = named(voices.speaker(dated.telling.claim, dated.telling.report))
    return f"{speaker} {agree(speaker, 'say')} {spoken(dated.event.earliest)}" if dated.event.earliest else speaker
