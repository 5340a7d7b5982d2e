"""The lead: what a story is about, how many it struck, what came last, and what is disputed first.

Each of its sentences stands alone: who reads nothing else understands it. So a line is chosen not by its weight only,
but also by how it reads: "Divers also found the other two men" weighs much, and tells a new reader nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from reportedly.account.account import (
    Citation,
    ClaimEntry,
    Disagreement,
    Event,
    FigureEntry,
    Series,
    Story,
    TimelineEntry,
)
from reportedly.reading.dictionary import is_ordinary
from reportedly.telling.check import unsupported
from reportedly.telling.counted import current_of
from reportedly.telling.sentences import (
    end_of_leading,
    is_quotation,
    leans,
    opens_unnamed,
    sentence_at,
    spans_of_sentences,
    stands_alone,
)
from reportedly.telling.shelf import Shelf
from reportedly.telling.timeline import dated_line
from reportedly.telling.weights import (
    ALIKE,
    LEADING,
    Subject,
    Vector,
    cosine,
    dated_sentences,
    subject_of,
    sum_of,
    telling_words,
)
from reportedly.telling.wording import as_sentence

Told = tuple[str, tuple[Citation, ...]]
BACKED, MOST_BACKING = 0.25, 4
"""What each origin behind a line adds to its importance, as a part of its weight; how many origins are counted."""
LEANT, UNTYPED, IN_OUR_WORDS, UNNAMED, BY_SURNAME, SOURCE_FIRST, BY_THE_WAY, DEEP = (
    0.3,
    0.7,
    0.7,
    0.7,
    0.75,
    0.85,
    0.5,
    0.85,
)
"""What is left of a line that leans on another; that tells no event of a known type; that is no whole sentence of a
report; that begins with what it takes for known ("The boy fell …") or speaks of "the town" and names none; that names a
person by the surname alone; that tells who speaks before it tells what happened; whose day is that of something told by
the way ("A diver died in the search for the boys, missing since Monday"); and that does not stand at the head of its
report.
"""
ABROAD = 0.1
"""What a line counts that has no word of the titles and first sentences of its story's reports."""
THERE = re.compile(r"\bthe (?:town|city|village|district|province|island|area|site|country)\b(?! of\b)")
KINDS = {"holding": 1.0, "denial": 0.8, "responsibility": 0.8, "cause": 0.8, "figure": 0.7}
"""How much a kind of disagreement matters in a lead; every other one matters LEAST."""
LEAST = 0.3
FAR = 0.1
"""What a disagreement counts that has no word of what the story is about."""
TOLL = ("killed", "missing", "trapped", "injured", "infected", "displaced", "evacuated")
"""Fates that a lead counts, the gravest first."""
PEOPLE = "people"
"""The population of a series that counts everybody."""
FRESH = timedelta(days=3)
"""How long before its first report a story may have begun."""
IN_HEADS = 2
"""Reports that must tell a number at their head, for the lead to tell it."""


def tell_lead(story: Story, shelf: Shelf) -> Iterator[Told]:
    """The main event; the toll; what came last, or how it began where the main event came last; what is disputed."""
    desk = Desk(story, shelf)
    main = desk.main
    if main is not None:
        yield dated_line(main, shelf)
    toll = desk.toll
    told = current_of(toll, shelf) if toll is not None else None
    if toll is not None and told is not None and not desk.is_told_in(toll, main):
        yield told
    beside = desk.beside(main, toll) if main is not None else None
    if beside is not None:
        yield dated_line(beside, shelf)
    yield from islice(desk.disputes, 1)


class Desk:
    """One story laid out for choosing its lead; everything is reckoned when it is first asked for."""

    def __init__(self, story: Story, shelf: Shelf) -> None:
        self.story, self.shelf = story, shelf
        self._vectors: dict[str, Vector] = {}

    @cached_property
    def subject(self) -> Subject:
        """What the story is about."""
        dated = dated_sentences(self.story, self.shelf)
        return subject_of(self.story, [each.words for each in dated], self.shelf)

    @cached_property
    def gist(self) -> Vector:
        """What the titles and the first sentences of the reports tell together; copies are left out."""
        reports = [each for each in self.story.reports if self.shelf.reports[each].copy_of is None]
        titles = [title for report in reports if (title := self.shelf.reports[report].title)]
        firsts = [self.shelf.account.shown(spans[0]) for each in reports if (spans := self._sentences(each))]
        return sum_of(self._vector(line) for line in (*titles, *firsts))

    def _sentences(self, report: str) -> list[Citation]:
        return spans_of_sentences(report, self.shelf)

    @cached_property
    def scores(self) -> list[tuple[float, TimelineEntry]]:
        """The lines that may be told, each with what speaks for it as a lead."""
        own = (entry for entry in self.shelf.account.timeline if entry.story == self.story.id)
        may = [entry for entry in own if not unsupported(*dated_line(entry, self.shelf), self.shelf)]
        standing = [entry for entry in may if not (leans(entry.headline) or is_quotation(entry.headline))]
        return [(self._score(entry), entry) for entry in standing or may]

    @property
    def main(self) -> TimelineEntry | None:
        """What speaks most for, the nearer to the gist the more, of what is news if there is any; the first of two."""
        near = [
            (score * (ABROAD + cosine(self._vector(entry.headline), self.gist)), entry) for score, entry in self.scores
        ]
        return _best([each for each in near if each[1].date_latest >= self.first] or near)

    def beside(self, main: TimelineEntry, toll: Series | None) -> TimelineEntry | None:
        """What came last of weight; where nothing came after the main event, how it began."""
        news = [(score, entry) for score, entry in self.scores if self._is_news(entry, main)]
        later = [
            (score * _nearness(entry.date_latest, main.date_latest, self.last) ** 2, entry)
            for score, entry in news
            if entry.date_earliest > main.date_latest and not self._counts(toll, entry)
        ]
        earlier = [
            (score * _nearness(entry.date_earliest, main.date_earliest, self.first), entry)
            for score, entry in news
            if self.first <= entry.date_earliest and entry.date_latest < main.date_earliest
        ]
        return _best(later) or _best(earlier)

    @property
    def first(self) -> date:
        """The day from which on the story is news: what lies before it is history."""
        days = [self.shelf.reports[report].published for report in self.story.reports]
        return min((day for day in days if day), default=date.min + FRESH) - FRESH

    @property
    def last(self) -> date:
        """The last day that is told."""
        return max(entry.date_latest for _, entry in self.scores)

    @property
    def toll(self) -> Series | None:
        """The series of the gravest fate that several reports count at their head."""
        own = (each for each in self.shelf.series_of_story(self.story.id) if each.occasion is None)
        counted = [(self._heads(series), series) for series in own]
        told = [(heads, series) for heads, series in counted if heads >= min(IN_HEADS, len(self.story.reports))]
        if not told:
            return None
        return min(told, key=lambda each: (*self._gravity(each[1]), -each[0], each[1].id))[1]

    def _gravity(self, series: Series) -> tuple[int, bool, bool]:
        """How grave a fate a series counts, and whether it counts only some: of one population, or in one place."""
        return _grade(series, self.shelf), series.population != PEOPLE, " in " in series.label

    @property
    def disputes(self) -> Iterator[Told]:
        """What is open, first what is of the gravest kind and nearest to what the story is about."""
        rows = self.shelf.disagreements_of_story(self.story.id)
        still = [row for row in rows if row.status in {"open", "within_report"}]
        for row in sorted(still, key=self._matters, reverse=True):
            told = as_sentence(f"Disputed: {_within(row.reason)}"), self.shelf.cite_disagreement(row)
            if not unsupported(*told, self.shelf):
                yield told

    def is_told_in(self, series: Series | None, entry: TimelineEntry | None) -> bool:
        """Whether a line gives the current value of a series."""
        if series is None or entry is None:
            return False
        return _stands_in(
            entry, (self.shelf.figures[point.figure] for point in series.points if point.best == series.current.best)
        )

    def _counts(self, series: Series | None, entry: TimelineEntry) -> bool:
        """Whether a line gives any value of a series: what the toll has told is no news, and less so what it was."""
        return series is not None and _stands_in(entry, (self.shelf.figures[each.figure] for each in series.points))

    def _matters(self, row: Disagreement) -> float:
        near = cosine(self.subject.vector(telling_words(row.reason)), self.subject.centre)
        return KINDS.get(row.kind, LEAST) * (FAR + near)

    def _is_news(self, entry: TimelineEntry, main: TimelineEntry) -> bool:
        return cosine(self._vector(entry.headline), self._vector(main.headline)) < ALIKE

    def _vector(self, line: str) -> Vector:
        if line not in self._vectors:
            self._vectors[line] = self.subject.vector(telling_words(line))
        return self._vectors[line]

    def _score(self, entry: TimelineEntry) -> float:
        backing = max((self._backing(event) for event in self._events(entry)), default=1.0)
        reads = UNTYPED if all(self.shelf.events[event].type == "other" for event in entry.events) else 1.0
        reads *= LEANT if leans(entry.headline) else 1.0
        reads *= UNNAMED if opens_unnamed(entry.headline) or self._points_at_place(entry) else 1.0
        reads *= 1.0 if _is_sentence(entry, self.shelf) else IN_OUR_WORDS
        reads *= BY_SURNAME if self._names_by_surname(entry) else 1.0
        reads *= DEEP if entry.citations[0].start >= self._head(entry.citations[0].report) else 1.0
        reads *= BY_THE_WAY if self._is_dated_by_the_way(entry) else 1.0
        reads *= SOURCE_FIRST if self._begins_with_source(entry) else 1.0
        return entry.weight * (1 + BACKED * min(backing, MOST_BACKING)) * reads

    def _backing(self, event: Event) -> float:
        """The mean of the origins and the reports behind an event: many origins may all speak in a single report."""
        reports = {each.report for each in event.mentions if self.shelf.reports[each.report].copy_of is None}
        return (event.independent_origins + len(reports)) / 2

    def _events(self, entry: TimelineEntry) -> Iterable[Event]:
        """The events of a line, and all others of its day that its words tell: "… killed when the tunnel collapsed"."""
        yield from (self.shelf.events[event] for event in entry.events)
        own = entry.citations[0]
        for event, telling in self.shelf.events_at(own):
            is_ours = event.story == self.story.id and event.earliest == entry.date_earliest
            if is_ours and own.start <= telling.start:
                yield event

    def _claims(self, entry: TimelineEntry) -> list[ClaimEntry]:
        return self.shelf.claims_near(entry.citations[0])

    def _begins_with_source(self, entry: TimelineEntry) -> bool:
        own = entry.citations[0]
        cues = ((claim.cue, claim) for claim in self._claims(entry) if own.start <= claim.start < own.end)
        return any(cue is not None and own.start <= cue.start < claim.start for cue, claim in cues)

    def _is_dated_by_the_way(self, entry: TimelineEntry) -> bool:
        told = self.shelf.events_at(entry.citations[0])
        if any(telling.aside is None and event.latest == entry.date_latest for event, telling in told):
            return False
        first = min(told, key=lambda each: each[1].start, default=None)
        return first is not None and first[0].latest is not None and first[0].latest != entry.date_latest

    def _names_by_surname(self, entry: TimelineEntry) -> bool:
        """Whether a person with a longer name is named by one word of it alone: "Police said Lund was held"."""
        people = [each for each in self.shelf.entities_at(entry.citations[0]) if each.kind == "person"]
        long = [each.name for each in people if " " in each.name]
        return any(name not in entry.headline and name.split()[-1] in entry.headline.split() for name in long)

    def _points_at_place(self, entry: TimelineEntry) -> bool:
        """Whether a line speaks of "the town" and names none."""
        if THERE.search(entry.headline) is None:
            return False
        places = [each for each in self.shelf.entities_at(entry.citations[0]) if each.place is not None]
        return not any(name in entry.headline for place in places for name in (place.name, *place.aliases))

    def _heads(self, series: Series) -> int:
        """How many reports, copies left out, tell a value of a series at their head."""
        reports = set()
        for point in series.points:
            figure = self.shelf.figures[point.figure]
            if self.shelf.reports[point.report].copy_of is None and figure.start < self._head(point.report):
                reports.add(point.report)
        return len(reports) if _grade(series, self.shelf) < len(TOLL) else 0

    def _head(self, report: str) -> int:
        return end_of_leading(report, LEADING, self.shelf)


def _grade(series: Series, shelf: Shelf) -> int:
    """How grave the fate is that a series counts, 0 the gravest."""
    relations = {shelf.figures[point.figure].relation for point in series.points}
    return next((grade for grade, fate in enumerate(TOLL) if fate in relations), len(TOLL))


def _stands_in(entry: TimelineEntry, figures: Iterable[FigureEntry]) -> bool:
    own = entry.citations[0]
    return any(each.report == own.report and own.start <= each.start < own.end for each in figures)


def _is_sentence(entry: TimelineEntry, shelf: Shelf) -> bool:
    own = entry.citations[0]
    return sentence_at(own.report, own.start, shelf) == own and stands_alone(entry.headline)


def _within(reason: str) -> str:
    """A sentence as the part of another one: "who holds Lota: …"; what begins with a name keeps its capital."""
    first = reason.split(maxsplit=1)[0]
    return reason[0].lower() + reason[1:] if is_ordinary(first.lower()) else reason


def _nearness(day: date, first: date, last: date) -> float:
    """How far on a day is from the first day to the last, from 0 to 1."""
    return (day - first).days / ((last - first).days or 1)


def _best(scores: Sequence[tuple[float, TimelineEntry]]) -> TimelineEntry | None:
    best = max(scores, key=lambda each: (each[0], -each[1].date_earliest.toordinal()), default=None)
    return best[1] if best else None
