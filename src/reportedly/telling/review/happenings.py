"""Doubts about events: when, where, whether; and two that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from reportedly.account.account import Citation, Event, EventTelling
from reportedly.reading.sentences import lemma_of
from reportedly.telling.phrasing import line_of
from reportedly.telling.review.item import Item, Piece, Reason, few, score_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.timeline import best_telling
from reportedly.telling.wording import say_days, say_list

LONGEST_TITLE = 160
LOOSE_DATES = {3: ("only to within a week", 0.15), 4: ("only to within a month", 0.25), 5: ("no nearer than that", 0.3)}
"""What UCDP's date_precision leaves open, and how doubtful that makes the day."""
NOWHERE = 7
NEAR = timedelta(days=1)
CROWD = 40
"""More events than this with one thing in common are not compared with one another."""
DOUBTED = {"denied": ("denies it", 0.5), "possible": ("only holds it possible", 0.3), "likely": ("only thinks it", 0.2)}


def doubtful_events(shelf: Shelf) -> Iterator[Item]:
    """Events of a known type that are told as having happened and of which something is not sure."""
    for event in shelf.account.events:
        reasons = tuple(_reasons(event, shelf)) if event.mode == "asserted" and event.type != "other" else ()
        if reasons:
            told = [Citation(each.report, each.start, each.end) for each in event.mentions]
            several = len(told) > 1
            yield Item(
                topic="event",
                kind="event",
                target=event.id,
                title=title_of(event, shelf),
                detail=detail_of(event, shelf),
                story=event.story,
                reasons=reasons,
                score=score_of(reasons),
                citations=few(told, shelf),
                offers=("confirm", "re-date", "re-place", *(("split",) if several else ()), "reject", "note"),
                pieces=tuple(_piece(each, shelf) for each in told) if several else (),
            )


def title_of(event: Event, shelf: Shelf) -> str:
    """The statement that tells the event best, else its predicate and who takes part."""
    telling = best_telling(event, shelf)
    if telling is not None and (line := line_of(shelf.claims[telling.claim or ""], shelf, LONGEST_TITLE)):
        return line
    who = [shelf.entities[key].name for key in (*event.actors, *event.recipients)[:2] if key in shelf.entities]
    return ", ".join((event.predicate, *who))


def detail_of(event: Event, shelf: Shelf) -> str:
    """ "derailment · Karatas · 4 March 2024"."""
    where = shelf.entities.get(event.place or "")
    day = say_days(event.earliest, event.latest) if event.earliest and event.latest else "undated"
    return " · ".join((event.type.replace("_", " "), *((where.name,) if where else ()), day))


def _piece(citation: Citation, shelf: Shelf) -> Piece:
    report = shelf.reports[citation.report]
    return Piece(f"“{shelf.account.shown(citation)}” in {report.outlet or report.path.rpartition('/')[2]}", (citation,))


def _reasons(event: Event, shelf: Shelf) -> Iterator[Reason]:
    if event.earliest is None:
        yield Reason("No report says when it happened", 0.3)
    elif event.date_precision in LOOSE_DATES:
        words, doubt = LOOSE_DATES[event.date_precision]
        yield Reason(f"Its day is known {words}", doubt)
    for mode, (words, doubt) in DOUBTED.items():
        if any(each.mode == mode for each in event.mentions):
            yield Reason(f"One report tells it as a fact, another {words}", doubt)
    told = sorted({lemma_of(word.lower()) for each in event.mentions if (word := _word(each, shelf))})
    if len(told) > 1 and len({each.report for each in event.mentions}) > 1:
        shown = say_list([f"“{word}”" for word in told[:3]])
        yield Reason(f"Told in different words ({shown}), yet taken as one event", min(0.1 + 0.1 * len(told), 0.4))
    if event.independent_origins == 1 and event.date_precision > 1:
        yield Reason("Only one origin tells it", 0.15)
    if event.where_precision == NOWHERE:
        yield Reason("Nobody says where", 0.05)


def _word(telling: EventTelling, shelf: Shelf) -> str:
    return shelf.account.shown(Citation(telling.report, telling.start, telling.end))


def twin_events(shelf: Shelf) -> Iterator[Item]:
    """Two events of one type, near in time, with somebody or some place in common."""
    blocks: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in shelf.account.events:
        if event.mode == "asserted" and event.type != "other" and event.earliest:
            for key in dict.fromkeys((*event.actors, *event.recipients, event.place or "")):
                if key:
                    blocks[event.story, event.type, key].append(event)
    seen: set[tuple[str, str]] = set()
    for (_, _, key), events in blocks.items():
        for first, second in combinations(events[:CROWD], 2):
            if (first.id, second.id) not in seen and _near(first, second) and not _one_report(first, second):
                seen.add((first.id, second.id))
                yield _twins(first, second, shelf.entities[key].name if key in shelf.entities else "", shelf)


def _near(first: Event, second: Event) -> bool:
    (one, other) = sorted((first, second), key=lambda each: str(each.earliest))
    return bool(one.latest and other.earliest and other.earliest - one.latest <= NEAR)


def _one_report(first: Event, second: Event) -> bool:
    """Two that one report tells are two: it would hardly tell one thing as two."""
    return not {each.report for each in first.mentions}.isdisjoint(each.report for each in second.mentions)


def _twins(first: Event, second: Event, shared: str, shelf: Shelf) -> Item:
    same = first.predicate == second.predicate
    alike = "Both are told with the same word" if same else "Both are of one kind"
    reasons = (Reason(f"{alike}, near in time, and have {shared} in common: are they one?", 0.5 if same else 0.35),)
    one, other = ([Citation(each.report, each.start, each.end) for each in e.mentions] for e in (first, second))
    return Item(
        topic="events",
        kind="event",
        target=first.id,
        title=title_of(first, shelf),
        detail=detail_of(first, shelf),
        other_title=title_of(second, shelf),
        other_detail=detail_of(second, shelf),
        story=first.story,
        reasons=reasons,
        score=score_of(reasons),
        citations=few(one, shelf),
        offers=("merge", "split", "note"),
        other=second.id,
        other_citations=few(other, shelf),
    )
