"""A story in a given number of days, each in a few sentences of its reports: the timeline of a reader in a hurry.

The days are the weightiest. For each, the sentences that name it, and those at the head of reports printed on it or the
day after, are set in order of their likeness to all of them together (Radev et al., "Centroid-based summarization of
multiple documents", 2004), raised where they stand early in a report and were printed soon; none tells what another
does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.account.account import Citation, Story, TimelineEntry
from reportedly.telling.sentences import spans_of_sentences, stands_alone
from reportedly.telling.shelf import Shelf
from reportedly.telling.weights import (
    ABOUT,
    ALIKE,
    Subject,
    Vector,
    cosine,
    dated_sentences,
    subject_of,
    sum_of,
    telling_words,
    weigh_days,
)
from reportedly.telling.wording import as_sentence

HEAD = 8
"""Sentences at the head of a report that tell of its day without naming it."""
EARLY, SOON, OFF = 0.1, 0.1, 0.3
LONGEST, FEWEST = 60, 6
"""Words of a sentence that is too long to be shown well; telling words of one that is worth showing."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that tells of one of some days, with what it is raised by."""

    span: Citation
    vector: Vector
    bonus: float


def tell_digest(
    story: Story,
    shelf: Shelf,
    days: int,
    lines: int,
    wanted: Callable[[date], bool] = lambda _: True,
    fit: Callable[[str], bool] = stands_alone,
) -> tuple[TimelineEntry, ...]:
    """At most ``days`` days, in order, each in at most ``lines`` sentences, the most telling first.

    Args:
        story: what to tell.
        shelf: over its account.
        days: how many to tell.
        lines: sentences of a day.
        wanted: which days may be told.
        fit: which sentences may be shown.
    """
    dated = dated_sentences(story, shelf)
    subject = subject_of(story, [each.words for each in dated], shelf)
    weights = weigh_days(dated, subject)
    chosen = sorted(sorted(filter(wanted, weights), key=lambda day: (-weights[day], day))[:days])
    passages: dict[date, list[Passage]] = {day: [] for day in chosen}
    for day, passage in _passages(story, shelf, subject, fit):
        if day in passages:
            passages[day].append(passage)
    return tuple(
        _entry(story, day, passage, weights[day], shelf)
        for day, found in passages.items()
        for passage in _most_telling(found, lines)
    )


def _passages(
    story: Story, shelf: Shelf, subject: Subject, fit: Callable[[str], bool]
) -> Iterator[tuple[date, Passage]]:
    for report in story.reports:
        entry = shelf.reports[report]
        if entry.copy_of is not None:
            continue
        named: defaultdict[int, set[date]] = defaultdict(set)
        spans = spans_of_sentences(report, shelf)
        for time in shelf.times_of(report):
            if time.earliest is not None and time.earliest == time.latest:
                number = next((place for place, span in enumerate(spans) if time.start < span.end), 0)
                named[number].add(time.earliest)
        for number, span in enumerate(spans):
            days = named.get(number) or (_days_of_print(entry.published) if number < HEAD else set())
            line = shelf.account.shown(span)
            words = telling_words(line) if days else []
            if len(words) >= FEWEST and fit(line):
                vector = subject.vector(words)
                off = OFF if len(line.split()) > LONGEST else 0.0
                for day in sorted(days):
                    soon = entry.published is not None and 0 <= (entry.published - day).days <= 1
                    raised = EARLY / (1 + number) + (SOON if soon else 0.0) + ABOUT * cosine(vector, subject.centre)
                    yield day, Passage(span, vector, raised - off)


def _days_of_print(published: date | None) -> set[date]:
    """What a report tells without a day happened on the day it was printed or the one before."""
    return {published, published - DAY} if published else set()


def _most_telling(passages: list[Passage], most: int) -> list[Passage]:
    centre = sum_of(passage.vector for passage in passages)
    ranked = sorted(passages, key=lambda each: (-cosine(each.vector, centre) - each.bonus, each.span))
    chosen: list[Passage] = []
    for passage in ranked:
        if len(chosen) == most:
            break
        if all(cosine(passage.vector, other.vector) < ALIKE for other in chosen):
            chosen.append(passage)
    return chosen


def _entry(story: Story, day: date, passage: Passage, weight: float, shelf: Shelf) -> TimelineEntry:
    events = dict.fromkeys(event for claim in shelf.claims_near(passage.span) for event in claim.events)
    return TimelineEntry(
        story=story.id,
        date_earliest=day,
        date_latest=day,
        precision=1,
        headline=as_sentence(shelf.account.shown(passage.span)),
        events=tuple(events),
        citations=(passage.span,),
        independent_origins=max((shelf.events[event].independent_origins for event in events), default=1),
        weight=round(weight, 4),
    )
