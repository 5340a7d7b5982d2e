"""The review: what is least sure, with its words in context; and the history of what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportedly.account.account import Account, Citation, Decision, DecisionKind, DecisionState, TargetKind
from reportedly.report import Span
from reportedly.server.pages.citing import Cited, Piece, cite, passage
from reportedly.telling.decided import say_decision
from reportedly.telling.review import Item
from reportedly.telling.review.choices import Candidate, PlaceChoice, candidates, places_of
from reportedly.telling.review.item import Topic
from reportedly.telling.shelf import Shelf

MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one report in their passage."""

    outlet: str | None
    published: date | None
    pieces: tuple[Piece, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class SpanIn:
    """A half-open range of code points in a report."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReviewPiece:
    """Words that a split can take out: how often they stand in the reports, and where."""

    name: str
    count: int
    spans: tuple[SpanIn, ...]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One thing to look at. ``target`` and ``other`` are what a decision is about; ``offers`` are the sensible ones.

    ``earliest`` and ``latest`` are the days of an event as they stand, ``place`` where it happened; ``candidates`` are
    places that bear the name of one that may be another.
    """

    id: str
    topic: Topic
    kind: TargetKind
    target: str
    other: str | None
    title: str
    detail: str
    other_title: str | None
    other_detail: str
    reasons: tuple[str, ...]
    score: float
    quotes: tuple[Quoted, ...]
    other_quotes: tuple[Quoted, ...]
    offers: tuple[DecisionKind, ...]
    pieces: tuple[ReviewPiece, ...]
    part_of: str | None
    earliest: date | None
    latest: date | None
    place: str | None
    candidates: tuple[Candidate, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page of the queue: ``total`` items in all, this part from ``offset`` on; ``places`` are those of the story."""

    total: int
    offset: int
    items: tuple[ReviewItem, ...]
    places: tuple[PlaceChoice, ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in words; ``words`` are those of the reports that it is about, for where its target is gone."""

    id: str
    kind: DecisionKind
    said: str
    reason: str
    author: str
    made: datetime
    state: DecisionState
    undone_by: str | None
    undoes: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Every decision of a story, the newest first."""

    decisions: tuple[DecisionLine, ...]


def review_page(account: Account, items: Sequence[Item], offset: int, limit: int) -> ReviewPage:
    """A page of a story's queue."""
    shelf = Shelf(account)
    shown = items[offset : offset + limit]
    return ReviewPage(len(items), offset, tuple(_item(each, shelf) for each in shown), places_of(account))


def history(account: Account) -> History:
    """What was decided about a story."""
    return History(tuple(decision_line(each, account.decisions) for each in reversed(account.decisions)))


def decision_line(decision: Decision, known: Sequence[Decision] = ()) -> DecisionLine:
    """A decision in words; ``known`` are those that it may undo."""
    anchors = decision.target.anchors if decision.target else ()
    words = dict.fromkeys(" ".join(anchor.words.split()) for anchor in anchors if anchor.words)
    return DecisionLine(
        id=decision.id,
        kind=decision.kind,
        said=say_decision(decision, known),
        reason=decision.reason,
        author=decision.author,
        made=decision.made,
        state=decision.state,
        undone_by=decision.undone_by,
        undoes=decision.undoes,
        words=tuple(words)[:MOST_WORDS],
    )


def _item(item: Item, shelf: Shelf) -> ReviewItem:
    event = shelf.events.get(item.target)
    return ReviewItem(
        id=item.id,
        topic=item.topic,
        kind=item.kind,
        target=item.target,
        other=item.other,
        title=item.title,
        detail=item.detail,
        other_title=item.other_title,
        other_detail=item.other_detail,
        reasons=tuple(reason.words for reason in item.reasons),
        score=item.score,
        quotes=tuple(_quoted(each, shelf) for each in item.citations),
        other_quotes=tuple(_quoted(each, shelf) for each in item.other_citations),
        offers=item.offers,
        pieces=tuple(
            ReviewPiece(piece.name, len(piece.spans), tuple(SpanIn(s.report, s.start, s.end) for s in piece.spans))
            for piece in item.pieces
        ),
        part_of=item.part_of,
        earliest=event.earliest if event else None,
        latest=event.latest if event else None,
        place=event.place if event else None,
        candidates=candidates(item.title) if item.topic == "place" else (),
        notes=_notes(item, shelf.account),
    )


def _notes(item: Item, account: Account) -> tuple[str, ...]:
    """What people have noted about it: "Ask the ministry. (Ada)"."""
    return tuple(
        f"{each.value.text} ({each.author})"
        for each in account.decisions
        if each.kind == "note" and each.state == "in_force" and item.target in each.concerns and each.value
    )


def _quoted(citation: Citation, shelf: Shelf) -> Quoted:
    report = shelf.reports[citation.report]
    return Quoted(
        outlet=report.outlet,
        published=report.published,
        pieces=passage(
            shelf.account.texts[citation.report], citation.report, [Span(citation.start, citation.end)]
        ).pieces,
        citations=cite([citation], shelf),
    )
