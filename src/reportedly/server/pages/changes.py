"""What changed in a story since a day: new, revised, withdrawn or settled, each with its citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.paging import Window
from reportedly.telling.changes import Change, ChangeKind, Subject
from reportedly.telling.shelf import Shelf

HEADINGS: dict[ChangeKind, str] = {
    "new": "What is new",
    "revised": "What was revised",
    "withdrawn": "What was withdrawn",
    "settled": "What is settled",
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that changed."""

    kind: ChangeKind
    subject: Subject
    sentence: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ChangePart:
    """How many changes there are of a kind."""

    kind: ChangeKind
    heading: str
    count: int


@dataclass(frozen=True, slots=True)
class Changes:
    """A page of the changes from ``since`` on, that day included; ``reports`` = how many were published from it on.

    ``found`` changes stand kind by kind in the order of ``parts``.
    """

    since: date
    reports: int
    found: int
    parts: tuple[ChangePart, ...]
    lines: tuple[ChangeLine, ...]


def changes(after: Account, told: Sequence[Change], since: date, window: Window) -> Changes:
    """A page of the changes of a story, which are told kind by kind; ``after`` is the later of the two accounts."""
    shelf = Shelf(after)
    counts = {kind: sum(each.kind == kind for each in told) for kind in HEADINGS}
    return Changes(
        since=since,
        reports=sum(report.published is not None and report.published >= since for report in after.reports),
        found=len(told),
        parts=tuple(ChangePart(kind, HEADINGS[kind], count) for kind, count in counts.items() if count),
        lines=tuple(_line(each, shelf) for each in window.of(told)),
    )


def _line(change: Change, shelf: Shelf) -> ChangeLine:
    return ChangeLine(change.kind, change.subject, change.sentence, cite(change.citations, shelf))
