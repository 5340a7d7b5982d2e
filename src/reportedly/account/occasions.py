"""What a count is told of: the story's own event, or an earlier year, a stretch of time, each year, or a supposition.

"The worst flood since 1953, when 300 people died", "more than 20,000 in seven years", "kills 500,000 a year" and "could
kill thousands" all count the killed, and none of them is the toll of the event that the story tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.reading.reading import Figure, Reading, TimeExpression
from reportedly.report import Report, Span

OWN = ""
"""The occasion of what is told of the story's own event."""
ASIDE = "aside"
"""The occasion of what is no toll of any known time: a supposition, a rate ("one in every 1,000"), a value
that was replaced, some of those of whom something is said, a list of others."""
LONG_BEFORE = timedelta(days=30)
"""How long before the first report of a story something happened that is not what the story tells."""
BREAK = 40
"""Characters that a break between two clauses counts for, when the nearest time is looked for."""
SHORT_TITLE, LISTED = 8, 3
"""Words of a line that names what is told below it, and how many of them make a list."""
TITLE = re.compile(r"[^:]+: [^:]+[^.:!?]\s*$")
NEXT = 3
"""Sentences that a title stands over."""
BREAKS = re.compile(r"[,;:—–]| (?:when|which|who|that|while|and|but) ")
BASE = r"(?:(?:every|each) \w|(?:a )?(?:10{1,5}|10?0?,000|100,000|hundred|thousand|million)\b)"
"""What a rate is of: "out of 1,000", "per 100,000", "in every 10"."""
RATE_BEFORE = re.compile(r"\b(?:in|out of|of|for|per) (?:every|each)\s*$", re.IGNORECASE)
OUT_OF = re.compile(r"\bout of\s*$", re.IGNORECASE)
RATE_AFTER = re.compile(
    rf"\W*(?:[^\W\d]+ )?(?:(?:in|of|for) (?:every|each) \w|(?:out of|per) {BASE}|per [a-z])", re.IGNORECASE
)
BASES = frozenset({10.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0})
MODAL = r"(?:could|would|might|may|will|can|shall)"
SUPPOSING = re.compile(rf"\b{MODAL} (?!have\b)(?:\w+ ){{1,3}}$", re.IGNORECASE)
SUPPOSED_AFTER = re.compile(rf"(?:\W+\w+)?\W+{MODAL} (?!have\b)", re.IGNORECASE)
FROM = re.compile(r"\bfrom $", re.IGNORECASE)
TO = re.compile(
    r" to (?:(?:just|only|about|at least|more than) )?(?:\d|[a-z]+(?:[,.]| (?:dead|people)))", re.IGNORECASE
)
"""What follows a value that another one replaced: "lowered its toll from 41 to 38"."""
OF_THE_STRUCK = re.compile(
    r" of (?:the|those) (?:dead|killed|victims|deaths|fatalities|injured|wounded|casualties)$", re.IGNORECASE
)
OF_THE = re.compile(r" of (?:the|these|those|their|its)\b", re.IGNORECASE)
PARTICIPLE = re.compile(r" (?:(?:who|that) (?:was|were|had been) )?(?:\w+ed|held|taken|seized)\b", re.IGNORECASE)
"""What is said of all, of whom a figure counts some: "21 of the girls abducted in May were freed"."""
SINCE = re.compile(r"\bsince (?:the |late |early |mid-?|(?:[\w’'-]+ ){1,8}(?:in|on) )?$", re.IGNORECASE)
OVER = re.compile(r"\b(?:over|during)(?: just| only| about| nearly| almost)? $", re.IGNORECASE)
GONE = re.compile(r"\b(?:past|last|recent)\b", re.IGNORECASE)
SHORT_TIME = re.compile(r"\b(?:hour|minute|second|moment)", re.IGNORECASE)
HIGHEST = re.compile(r"\b(?:first|only|most|[a-z]+(?:i?est)|worst)\b", re.IGNORECASE)
OF_SPEECH = re.compile(r"\b(?:said|says|told|added|announced|reported)\b(?!,)", re.IGNORECASE)
NOT_YET = frozenset({"hypothetical", "planned", "expected", "possible"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: the report's text, its sentence, and the figure."""

    text: str
    sentence: Span
    figure: Figure

    @property
    def before(self) -> str:
        """The words of the sentence before the figure."""
        return self.text[self.sentence.start : self.figure.start]


def occasions_of(report: Report, reading: Reading, begun: date | None) -> list[str]:
    """For each figure of a reading the occasion that it is told of: "", "in 1953", "since 2009", "a year", "aside".

    Args:
        report: the report.
        reading: of it.
        begun: the day of the story's first report; None where no report has a day.
    """
    early = begun - LONG_BEFORE if begun else None
    modes = _modes(reading)
    titles = _titles(report, reading)
    told: list[str] = []
    above = (-NEXT, OWN)
    for number, figure in enumerate(reading.figures):
        if figure.sentence in titles:
            above = figure.sentence, _of_title(figure, reading, early)
            told.append(above[1])
            continue
        own = _occasion(Spot(report.text, reading.sentences[figure.sentence], figure), reading, modes[number], early)
        told.append(own if own != OWN or figure.sentence > above[0] + NEXT else above[1])
    return told


def _titles(report: Report, reading: Reading) -> frozenset[int]:
    """The sentences that name one of several events, each told below its name: "Moor Lane mine: 26 dead"."""
    spans = {each.sentence: reading.sentences[each.sentence] for each in reading.figures}
    words = {number: report.text[span.start : span.end] for number, span in spans.items()}
    found = frozenset(
        number for number, line in words.items() if TITLE.match(line) and len(line.split()) <= SHORT_TITLE
    )
    return found if len(found) >= LISTED else frozenset()


def _modes(reading: Reading) -> list[frozenset[str]]:
    """The modes in which each figure is told: of its claim and of the events that it belongs to."""
    found: list[set[str]] = [
        {reading.claims[figure.claim].mode} if figure.claim is not None else set() for figure in reading.figures
    ]
    for event in reading.events:
        for number in event.figures:
            found[number].add(event.mode)
    return [frozenset(each) for each in found]


def _occasion(spot: Spot, reading: Reading, modes: frozenset[str], early: date | None) -> str:
    after = spot.text[spot.figure.end : spot.sentence.end]
    of_base = spot.figure.best in BASES and OUT_OF.search(spot.before)
    if of_base or RATE_BEFORE.search(spot.before) or RATE_AFTER.match(after):
        return ASIDE
    if FROM.search(spot.before) and TO.match(after):
        return ASIDE
    words = spot.text[spot.figure.start : spot.figure.end]
    if OF_THE_STRUCK.search(words) or (OF_THE.search(words) and PARTICIPLE.match(after)):
        return ASIDE
    if modes & NOT_YET and (SUPPOSING.search(spot.before) or SUPPOSED_AFTER.match(after)):
        return ASIDE
    times = [each for each in reading.times if each.sentence == spot.figure.sentence and _may_date(spot, each)]
    nearest = min(times, key=lambda time: _far(spot, time), default=None)
    if nearest is not None:
        return _told_by(spot, nearest, early)
    if early and spot.figure.as_of_latest and spot.figure.as_of_latest < early:
        return f"in {spot.figure.as_of_latest.year}"
    return OWN


def _may_date(spot: Spot, time: TimeExpression) -> bool:
    """Whether a time of its sentence may be that of the figure: none in which somebody spoke, none that only tells how
    long nothing was like it ("nine died in the worst fire since 1990"), and no stretch but one that is gone by.
    """
    before, words = spot.text[spot.sentence.start : time.start], spot.text[time.start : time.end]
    if OF_SPEECH.search(spot.text[time.end : spot.figure.start]):
        return False
    if time.type == "DURATION":
        return bool(OVER.search(before) or GONE.search(words)) and not SHORT_TIME.search(words)
    return not (SINCE.search(before) and HIGHEST.search(before) and spot.figure.start < time.start)


def _far(spot: Spot, time: TimeExpression) -> int:
    """How far a time stands from the figure, breaks between clauses counted."""
    first, last = sorted(((time.start, time.end), (spot.figure.start, spot.figure.end)))
    between = spot.text[first[1] : last[0]] if first[1] < last[0] else ""
    return len(between) + BREAK * len(BREAKS.findall(between))


def _told_by(spot: Spot, time: TimeExpression, early: date | None) -> str:
    """The occasion that the nearest time of the sentence gives."""
    before, words = spot.text[spot.sentence.start : time.start], " ".join(spot.text[time.start : time.end].split())
    if time.type == "SET":
        return words.lower()
    if time.type == "DURATION":
        return f"in {words}"
    if early is None or time.latest is None or time.latest >= early:
        return OWN
    running = SINCE.search(before) and not spot.text[time.end : spot.figure.start].startswith((", when", " when"))
    return f"{'since' if running else 'in'} {time.latest.year}"


def _of_title(figure: Figure, reading: Reading, early: date | None) -> str:
    """The occasion of a title: the year of what is told below it, where the number comes again."""
    near = range(figure.sentence + 1, figure.sentence + 1 + NEXT)
    again = {each.sentence for each in reading.figures if each.sentence in near and _told(each) == _told(figure)}
    year = next((each.latest for each in reading.times if each.sentence in again and each.latest), None)
    return f"in {year.year}" if year and early and year < early else ASIDE


def _told(figure: Figure) -> tuple[str, str | None, float]:
    return figure.unit, figure.relation, figure.best
