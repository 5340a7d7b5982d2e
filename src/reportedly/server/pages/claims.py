"""The claims board: a row for each statement, a column for each origin, and in the cell what that origin makes of it.

Claims stand on one row where they tell the same event, or where a disagreement holds them against one another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.account.account import Account, ClaimEntry, Origin
from reportedly.reading.reading import Mode
from reportedly.server.pages.citing import Cited, cite
from reportedly.telling.phrasing import source_name, words_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import as_sentence, shorten

LONGEST = 240


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim: in which mode, by whom (None = the outlet itself), through whose hands, and in which words."""

    id: str
    mode: Mode
    source: str | None
    outlet: str | None
    via: tuple[str, ...]
    words: str
    day: str | None
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one origin makes of the statement of a row."""

    origin: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A statement; ``reason`` says what is disputed about it, None where nothing is."""

    id: str
    words: str
    reason: str | None
    origins: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An origin that makes statements."""

    origin: str
    name: str
    kind: str
    statements: int


@dataclass(frozen=True, slots=True)
class ClaimsBoard:
    """Columns by number of statements; rows in dispute first, then by number of origins, then as they were told."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def claims_board(account: Account, *, with_outlets: bool = False) -> ClaimsBoard:
    """The board of a story. ``with_outlets`` adds what outlets say themselves, which nobody is credited with."""
    shelf = Shelf(account)
    claims = [claim for claim in account.claims if with_outlets or claim.source.start is not None]
    disputed = sorted(account.disagreements, key=lambda found: found.status == "open")
    reasons = {claim: found.reason for found in disputed for claim in found.claims}
    rows = [_row(members, reasons, shelf) for members in _groups(account, claims)]
    rows.sort(key=lambda row: (row.reason is None, -row.origins))
    return ClaimsBoard(_columns(claims, account.origins), tuple(rows))


def _columns(claims: Sequence[ClaimEntry], origins: Sequence[Origin]) -> tuple[Column, ...]:
    counted = Counter(claim.origin for claim in claims)
    known = {origin.id: origin for origin in origins}
    return tuple(
        Column(key, known[key].name if key in known else key, known[key].kind if key in known else "unknown", count)
        for key, count in counted.most_common()
    )


def _groups(account: Account, claims: Sequence[ClaimEntry]) -> list[list[ClaimEntry]]:
    """The claims that make one statement, in order of their first."""
    told = {event.id: len(event.mentions) for event in account.events}
    row_of = {claim.id: _main_event(claim, told) or claim.id for claim in claims}
    for found in account.disagreements:
        _make_one([claim for claim in found.claims if claim in row_of], row_of)
    groups: defaultdict[str, list[ClaimEntry]] = defaultdict(list)
    for claim in claims:
        groups[row_of[claim.id]].append(claim)
    return list(groups.values())


def _make_one(claims: Sequence[str], row_of: dict[str, str]) -> None:
    """Put the rows of some claims together."""
    rows = {row_of[claim] for claim in claims}
    if len(rows) > 1:
        first = row_of[claims[0]]
        row_of.update({claim: first for claim, row in row_of.items() if row in rows})


def _main_event(claim: ClaimEntry, told: dict[str, int]) -> str | None:
    """The event of a claim that is told most often; of equal ones the first."""
    shared = [event for event in claim.events if told.get(event, 0) > 1]
    return max(shared, key=lambda event: told[event]) if shared else None


def _row(members: Sequence[ClaimEntry], reasons: dict[str, str], shelf: Shelf) -> Row:
    cells: defaultdict[str, list[Statement]] = defaultdict(list)
    for claim in members:
        cells[claim.origin].append(_statement(claim, shelf))
    title = min(members, key=lambda claim: (claim.mode != "asserted", claim.quote == "direct"))
    return Row(
        id=members[0].id,
        words=as_sentence(shorten(words_of(title, shelf), LONGEST)),
        reason=next((reasons[claim.id] for claim in members if claim.id in reasons), None),
        origins=len(cells),
        cells=tuple(Cell(origin, tuple(statements)) for origin, statements in cells.items()),
    )


def _statement(claim: ClaimEntry, shelf: Shelf) -> Statement:
    report = shelf.reports[claim.report]
    return Statement(
        id=claim.id,
        mode=claim.mode,
        source=source_name(claim, shelf),
        outlet=report.outlet,
        via=tuple(dict.fromkeys(relay.name for relay in claim.via)),
        words=as_sentence(shorten(words_of(claim, shelf), LONGEST)),
        day=report.published.isoformat() if report.published else None,
        citations=cite(shelf.cite_claim(claim), shelf),
    )
