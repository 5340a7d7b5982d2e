"""One sentence told twice with two values: "the crane came to Tarsa in 2014", "it was brought to Tarsa in 2015".

Reports that tell the same thing often do so in nearly the same words, whatever it is that they tell; where such twins
differ in the one year or hour that each of them gives, they disagree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from reportedly.account.account import Disagreement, TimeEntry
from reportedly.account.disagreements.likeness import is_of_the_blow, root_of, roots
from reportedly.account.voices import Voices, agree, named
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of

TABLE = "account/parallels.toml"
TWIN = "d:twin-"
"""How the ids of these disagreements begin."""
Sort = Literal["year", "hour"]
YEAR = re.compile(r"\d{4}")
CLOCK = re.compile(r"T(\d\d):(\d\d)")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
OPEN = re.compile(
    r"\b(?:after|before|until|till|since|by|from|between|to|past)\s(?:about |around |at )?$", re.IGNORECASE
)
"""What opens an hour to one side: "after 3 p.m." is any hour of the evening."""
STAMPED = re.compile(r"\b(?:posted|updated|published|report abuse|comments?)\b|[|]", re.IGNORECASE)
NEAR_STAMP = 24
"""Characters beside a time in which it is said to be that of a post."""
ENOUGH = 5
"""Telling words that two sentences share, to tell the same."""
ALIKE = 0.5
"""The same as a part of the shorter sentence."""
CROWD = 12
"""Sentences of one sort that a word leads to; a word in more leads nowhere."""
RARE = 2
"""Words in common that lead from one sentence to the other."""
LONGEST = 60
"""Telling words of a sentence; a longer one is a list or a page's furniture."""
NEAREST = 20
"""Minutes by which two tellings of one hour differ."""
FURTHEST = 100
"""Minutes from which two hours are those of two things, save where morning is taken for evening."""
BESIDE, FAR = 4, 60
"""Words on either side of a value, and characters in which they stand."""
HALF_A_DAY = 720
YEARS = 3
"""Years between two years of one thing."""


@dataclass(frozen=True)
class Told:
    """A year or an hour of a sentence; an hour in minutes."""

    sort: Sort
    value: float
    report: str
    start: int
    end: int
    sentence: str
    day: date | None = None

    @cached_property
    def words(self) -> frozenset[str]:
        """The roots of what the sentence tells, without the value itself."""
        return roots(self.sentence)


def find_parallels(times: Sequence[TimeEntry], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each thing that two reports tell in nearly the same words with another value."""
    known: set[tuple[str, frozenset[float]]] = set()
    for sort, told in _by_sort(_of_times(times, voices)).items():
        for one, other in _twins(told):
            key = (sort, frozenset({one.value, other.value}))
            if key not in known and _differ(one, other) and _is_of_one_deed(one, other, voices):
                found = _disagreement(one, other, voices, story)
                if found:
                    known.add(key)
                    yield found


def _by_sort(told: Iterable[Told]) -> Mapping[Sort, Sequence[Told]]:
    """Values by their sort, without sentences that give several of a sort, or tell what is to come."""
    sentences: defaultdict[tuple[Sort, str, str], list[Told]] = defaultdict(list)
    for each in told:
        sentences[each.sort, each.report, each.sentence].append(each)
    found: defaultdict[Sort, list[Told]] = defaultdict(list)
    for (sort, _, sentence), values in sentences.items():
        if len({each.value for each in values}) == 1 and _tells_what_was(sentence):
            found[sort].append(values[0])
    return found


def _tells_what_was(sentence: str) -> bool:
    words = {lemma_of(word) for word in WORD.findall(sentence.lower())}
    return words.isdisjoint(word_set(TABLE, "to_come"))


def _of_times(times: Sequence[TimeEntry], voices: Voices) -> Iterator[Told]:
    for time in times:
        sort, value = _moment(time)
        text = voices.reports[time.report].text
        stamped = STAMPED.search(text[max(0, time.start - NEAR_STAMP) : time.end + NEAR_STAMP])
        if sort and not stamped and not (sort == "hour" and OPEN.search(text[: time.start][-20:])):
            sentence = voices.sentence(time.report, time.start)
            day = time.latest if sort == "hour" else None
            yield Told(sort, value, time.report, time.start, time.end, sentence, day)


def _moment(time: TimeEntry) -> tuple[Sort | None, float]:
    """A year, or an hour as minutes; of days, a sentence often names that of something else."""
    clock = CLOCK.search(time.value)
    if clock:
        return "hour", int(clock[1]) * 60 + int(clock[2])
    if YEAR.fullmatch(time.value) and YEAR.search(time.text):
        return "year", int(time.value)
    return None, 0.0


def _twins(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of two reports whose sentences have enough words in common, found by their rare words."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        if RARE <= len(each.words) <= LONGEST:
            for word in each.words:
                index[word].append(number)
    for number, each in enumerate(told):
        near = Counter(
            other
            for word in sorted(each.words)
            if len(index[word]) <= CROWD
            for other in index[word]
            if other > number and told[other].report != each.report
        )
        for other, shared in sorted(near.items()):
            if shared >= RARE and _alike(each, told[other]):
                yield each, told[other]


def _alike(one: Told, other: Told) -> bool:
    shared = one.words & other.words
    return len(shared) >= max(ENOUGH, ALIKE * min(len(one.words), len(other.words)))


def _differ(one: Told, other: Told) -> bool:
    """Whether both values cannot hold: each sort has its own measure of what is near and what is another thing."""
    if one.value == other.value or one.day != other.day:
        return False
    apart = abs(one.value - other.value)
    if one.sort == "year":
        return apart <= YEARS
    return NEAREST <= apart < FURTHEST or apart == HALF_A_DAY


def _is_of_one_deed(one: Told, other: Told, voices: Voices) -> bool:
    """Whether two years stand beside words in common, and two hours are both of a blow or both of an end."""
    if one.sort == "year":
        return bool(_near_words(one, voices) & _near_words(other, voices))
    blows = [is_of_the_blow(voices.reports[each.report].text, each.start) for each in (one, other)]
    return blows[0] == blows[1]


def _near_words(told: Told, voices: Voices) -> frozenset[str]:
    """The roots of the words right before a value, or behind one that opens its text.

    "Divorced Neal in 1947 when she met" is not "began in 1950 when she met".
    """
    text = voices.reports[told.report].text
    before, after = text[max(0, told.start - FAR) : told.start], text[told.end : told.end + FAR]
    words = WORD.findall(before.lower())[-BESIDE:] or WORD.findall(after.lower())[:BESIDE]
    return frozenset(root for word in words if (root := root_of(word)))


def _disagreement(one: Told, other: Told, voices: Voices, story: str) -> Disagreement | None:
    claims = [voices.around(each.report, each.start, each.end) for each in (one, other)]
    if not all(claims):
        return None
    told = "; ".join(_said(each, voices) for each in (one, other))
    return Disagreement(
        id=f"{TWIN}{one.report}-{one.start}-{other.report}-{other.start}",
        kind="date",
        claims=tuple(dict.fromkeys(claim.id for claim in claims if claim)),
        figures=(),
        reason=f"{told[:1].upper()}{told[1:]}.",
        status="open",
        story=story,
    )


def _said(told: Told, voices: Voices) -> str:
    """ "on 17 October the Tarsa Post says “the crane came to Tarsa in 2014”", the words around the value."""
    claim = voices.around(told.report, told.start, told.end)
    speaker = named(voices.speaker(claim.id if claim else None, told.report))
    day = voices.on_day(told.report, begins=False)
    return f"{day} {speaker} {agree(speaker, 'say')} “{voices.excerpt(told.report, told.start, told.end)}”"
