"""A story in a given number of days, each in a few sentences of its reports: the timeline of a reader in a hurry.

The days are the weightiest. For each, the sentences that name it, and those at the head of reports printed on it or the
day after, are set in order of their likeness to all of them together (Radev et al., "Centroid-based summarization of
multiple documents", 2004) and to what the story is about, raised where they were printed soon, lowered where they are
long; none tells what another does. What is still told of a day after two days or more says best what it was the day of,
and counts most when they are put together; what names no day may tell of another one, and counts half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.account.account import Citation, Story, TimelineEntry
from reportedly.telling.sentences import spans_of_sentences, stands_alone
from reportedly.telling.shelf import Shelf
from reportedly.telling.weights import (
    LATER,
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
SOON, TEDIOUS = 0.1, 0.005
"""What is added to the likeness of a sentence that was printed on the day or the next, and what each word of a long one
takes off."""
LASTING = 0.2
"""What is taken off where a sentence tells what has been so since the day: "The ship has been stuck since Tuesday"."""
LONG, FEWEST = 25, 6
"""Words of a sentence from which it is long; telling words of one that is worth showing."""
NEAR = 12
"""Characters before a day in which its preposition stands."""
ALIKE = 0.35
"""Likeness (cosine) from which two sentences of a day tell the same."""
UNNAMED, LOOKED_BACK = 0.5, 2.5
"""What sentences that do not name the day count, and those of later days, beside one that names it at once."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that tells of one of some days: what it is raised by, and what it counts among all of that day."""

    span: Citation
    vector: Vector
    bonus: float
    worth: float


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
    known = {each.day for each in dated if wanted(each.day)}
    weights = weigh_days(dated, subject, days / max(1, len(known)))
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
        spans = spans_of_sentences(report, shelf)
        named = _named(report, spans, shelf)
        for number, span in enumerate(spans):
            days = named.get(number) or (_days_of_print(entry.published) if number < HEAD else {})
            line = shelf.account.shown(span)
            words = telling_words(line) if days else []
            if len(words) >= FEWEST and fit(line):
                vector = subject.vector(words)
                raised = cosine(vector, subject.centre) - TEDIOUS * max(0, len(line.split()) - LONG)
                worth = 1.0 if number in named else UNNAMED
                for day, lasts in sorted(days.items()):
                    yield day, _passage(span, vector, raised - LASTING * lasts, worth, day, entry.published)


def _named(report: str, spans: Sequence[Citation], shelf: Shelf) -> dict[int, dict[date, bool]]:
    """The days that each sentence of a report names, and whether it only tells what has been so since then."""
    named: defaultdict[int, dict[date, bool]] = defaultdict(dict)
    for time in shelf.times_of(report):
        if time.earliest is not None and time.earliest == time.latest:
            number = next((place for place, span in enumerate(spans) if time.start < span.end), 0)
            before = shelf.account.texts[report][max(0, time.start - NEAR) : time.start]
            lasts = before.rstrip().lower().endswith(" since")
            named[number][time.earliest] = lasts and named[number].get(time.earliest, True)
    return dict(named)


def _passage(span: Citation, vector: Vector, raised: float, worth: float, day: date, published: date | None) -> Passage:
    if published is None:
        return Passage(span, vector, raised, worth)
    is_soon, is_later = timedelta() <= published - day <= DAY, published - day >= LATER
    return Passage(span, vector, raised + SOON * is_soon, worth * (LOOKED_BACK if is_later else 1.0))


def _days_of_print(published: date | None) -> dict[date, bool]:
    """What a report tells without a day happened on the day it was printed or the one before."""
    return {published: False, published - DAY: False} if published else {}


def _most_telling(passages: list[Passage], most: int) -> list[Passage]:
    centre = sum_of({word: value * each.worth for word, value in each.vector.items()} for each in passages)
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
