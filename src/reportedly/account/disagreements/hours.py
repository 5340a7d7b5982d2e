"""Two hours of one day for what happened once: "died around 1 a.m.", "died around 2 a.m."."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.account.account import ClaimEntry, Disagreement, Event, TimeEntry
from reportedly.account.disagreements.dates import ONCE
from reportedly.account.disagreements.likeness import is_of_the_blow, roots
from reportedly.account.disagreements.parts import VAGUE
from reportedly.account.scope import population_of
from reportedly.account.voices import Voices, agree, named, plain
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of

PERSONS = "mentions/heads.toml"
TABLE = "account/hours.toml"
WORD = re.compile(r"[^\W\d_]+")
CLOCK = re.compile(r"T(\d\d):(\d\d)")
OPEN = re.compile(
    r"\b(?:after|before|until|till|since|by|from|between|to|past)\s(?:about |around |at )?$", re.IGNORECASE
)
"""What opens an hour to one side: "after 3 p.m." is any hour of the evening."""
YEAR = re.compile(r"\b\d{4}\b(?! ?h)")
"""What makes an hour that of a page: "Thu Apr 30, 2009 9:44 am"."""
UPDATE = re.compile(r"\b(?:update|posted|published)", re.IGNORECASE)
AFTERWARDS = re.compile(r"\b(?:learn|investigat|respond|dispatch|updat|announc|alert|called to)", re.IGNORECASE)
"""What comes of an event: "she learned of his death at 11 p.m."."""
NEAREST = 20
"""Minutes by which two tellings of one hour differ."""
FURTHEST = 100
"""Minutes from which two hours are those of two things that happened."""
CLOSE = 120
"""Characters between an hour and the name of whom it befell."""
SAID = frozenset({"asserted", "likely"})


@dataclass(frozen=True, slots=True)
class Hour:
    """The minute of a day that a sentence names, with the claim that carries it or stands beside it."""

    time: TimeEntry
    minute: int
    sentence: str
    claim: ClaimEntry
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
        whom = list(dict.fromkeys(_names(same, names)))
        for who in whom:
            own = [event for event in same if not _names([event], names) or who in _names([event], names)]
            others = frozenset(root for name in whom for root in roots(name)) - roots(who)
            near = [hour for hour in clocks if hour.time.latest == day and not others & roots(hour.sentence)]
            apart = _apart(near, own, who, len(whom) > 1, voices)
            if apart and told.isdisjoint(hour.time.id for hour in apart):
                told.update(hour.time.id for hour in apart)
                yield _disagreement(kind, who, apart, story)


def _names(events: Sequence[Event], names: Mapping[str, str]) -> list[str]:
    """The proper names of those whom it befell; "Thai volunteer diver" is none, "Thai Navy SEAL" only if there is no
    other.
    """
    told = (names.get(key, "") for event in events for key in event.recipients)
    found = [name for name in told if name and all(word[0].isupper() for word in name.split())]
    return [name for name in found if not _describes(name) and not VAGUE.search(name)] or [
        name for name in found if len(name.split()) > 1
    ]


def _describes(name: str) -> bool:
    """Whether the last word says what somebody is."""
    word = name.rpartition(" ")[2].lower()
    return lemma_of(word) in word_set(PERSONS, "person") or population_of(word) != lemma_of(word)


def _clock(time: TimeEntry, voices: Voices) -> Iterator[Hour]:
    match = CLOCK.search(time.value)
    text = voices.reports[time.report].text
    before, after = text[: time.start][-20:], text[time.end : time.end + 12]
    if match and not YEAR.search(time.text) and not OPEN.search(before) and not UPDATE.search(before + "|" + after):
        claim = voices.around(time.report, time.start, time.end)
        sentence = voices.sentence(time.report, time.start)
        if claim is None or claim.mode in SAID:
            speaker = voices.speaker(claim.id if claim else None, time.report)
            cited = claim or voices.beside(time.report, time.start, time.end)
            if cited:
                yield Hour(time, int(match[1]) * 60 + int(match[2]), sentence, cited, speaker)


def _apart(
    hours: Sequence[Hour], events: Sequence[Event], who: str, is_one_of_several: bool, voices: Voices
) -> list[Hour]:
    """One telling of each hour, where two of them are neither the same nor those of two things.

    They stand in two reports. At least one sentence tells of the event itself; others name whom it befell, as all do
    where it befell several. A speaker who names two hours tells what came after what, and contradicts nobody.
    """
    known = roots(who)
    hours = [hour for hour in hours if not AFTERWARDS.search(hour.sentence)]
    blows = [hour for hour in hours if is_of_the_blow(voices.reports[hour.time.report].text, hour.time.start)]
    ends = [hour for hour in hours if hour not in blows]
    hours = ends if any(event.type == "death" for event in events) or len({hour.minute for hour in ends}) > 1 else blows
    sure = [hour for hour in hours if _tells_of(hour, events)]
    sure = [hour for hour in sure if not is_one_of_several or known & roots(hour.sentence)]
    others = [hour for hour in hours if hour not in sure and known & roots(hour.sentence) and _is_dire(hour)]
    said: defaultdict[str, set[int]] = defaultdict(set)
    for hour in (*sure, *others):
        said[hour.speaker].add(hour.minute)
    firm = [hour for hour in (*sure, *others) if len(said[hour.speaker]) == 1]
    near = [hour for hour in firm if sure and NEAREST <= abs(hour.minute - firm[0].minute) < FURTHEST]
    told = [firm[0], *near] if near else []
    return told if len({hour.time.report for hour in told}) > 1 else []


def _is_dire(hour: Hour) -> bool:
    """Whether a sentence that only names somebody tells of an end: "his air ran out", "she was found dead"."""
    return bool(word_set(TABLE, "dire") & {lemma_of(word) for word in WORD.findall(hour.sentence.lower())})


def _tells_of(hour: Hour, events: Sequence[Event]) -> bool:
    """Whether an event is told in the sentence that names the hour."""
    return any(
        mention.report == hour.time.report and abs(mention.start - hour.time.start) < min(CLOSE, len(hour.sentence))
        for event in events
        for mention in event.mentions
    )


def _disagreement(kind: str, who: str, hours: Sequence[Hour], story: str) -> Disagreement:
    told = dict.fromkeys(
        f"{named(hour.speaker)} {agree(named(hour.speaker), 'say')} {plain(hour.time.text)}" for hour in hours
    )
    claims = dict.fromkeys(hour.claim.id for hour in hours)
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
