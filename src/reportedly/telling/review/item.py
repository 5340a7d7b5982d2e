"""One thing to look at: what it is, why it is doubtful, and what can be decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Literal

from reportedly.account.account import Citation, DecisionKind, TargetKind
from reportedly.telling.shelf import Shelf

Topic = Literal["disagreement", "event", "events", "name", "names", "place", "figure", "series", "claim"]
"""What is asked: the plural ones ("events", "names", "series") ask whether two are one."""
MOST_CITED = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is doubtful, in words; ``doubt`` is between 0 (sure) and 1."""

    words: str
    doubt: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the words that tell of a thing, which a split can take out of it, by what they are called."""

    name: str
    spans: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the queue. ``target`` (and ``other``, where two are compared) are ids of the account; ``detail``
    says in a few words what is known of it.

    ``score`` is between 0 and 1: how likely it is that one of its reasons holds, each taken by itself. ``part_of`` is
    the series that a figure would be taken out of.
    """

    topic: Topic
    kind: TargetKind
    target: str
    title: str
    story: str
    reasons: tuple[Reason, ...]
    score: float
    citations: tuple[Citation, ...]
    offers: tuple[DecisionKind, ...]
    detail: str = ""
    other: str | None = None
    other_title: str | None = None
    other_detail: str = ""
    other_citations: tuple[Citation, ...] = ()
    pieces: tuple[Piece, ...] = ()
    part_of: str | None = None

    @property
    def id(self) -> str:
        """What names this entry in its queue."""
        return f"{self.topic} {self.target}" + (f" {self.other}" if self.other else "")


def score_of(reasons: Sequence[Reason]) -> float:
    """How likely it is that one of the reasons holds."""
    return round(1 - prod(1 - reason.doubt for reason in reasons), 4)


def few(citations: Sequence[Citation], shelf: Shelf) -> tuple[Citation, ...]:
    """The first citation of each report, the earliest report first, and no more than can be shown."""
    first = {each.report: each for each in reversed(citations)}
    return tuple(first[key] for key in sorted(first, key=shelf.number_of_report.__getitem__)[:MOST_CITED])
