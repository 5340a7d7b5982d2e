"""What changed in a story since a day: new, revised, withdrawn or settled, each with its citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account
from reportedly.server.pages.citing import Cited, cite
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

    subject: Subject
    sentence: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ChangePart:
    """Changes of one kind."""

    kind: ChangeKind
    heading: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes from ``since`` on, that day included; ``reports`` = how many were published from it on."""

    since: date
    reports: int
    parts: tuple[ChangePart, ...]


def changes(after: Account, told: tuple[Change, ...], since: date) -> Changes:
    """The changes of a story; ``after`` is the later of the two accounts that were laid side by side."""
    shelf = Shelf(after)
    parts = tuple(
        ChangePart(kind, heading, tuple(_line(each, shelf) for each in told if each.kind == kind))
        for kind, heading in HEADINGS.items()
    )
    fresh = sum(report.published is not None and report.published >= since for report in after.reports)
    return Changes(since, fresh, tuple(part for part in parts if part.lines))


def _line(change: Change, shelf: Shelf) -> ChangeLine:
    return ChangeLine(change.subject, change.sentence, cite(change.citations, shelf))
