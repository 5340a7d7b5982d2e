"""The claims board: a row for each statement, a column for each origin, and in the cell what that origin makes of it.

Claims stand on one row where they tell the same event, or where a disagreement holds them against one another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.account.account import Account, ClaimEntry, Disagreement, Origin
from reportedly.reading.reading import Mode
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.paging import Counted, Window, bounded, counted, holds
from reportedly.telling.phrasing import source_name, words_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import as_sentence, shorten

LONGEST = 240
MOST_CITED, MOST_IN_CELL, MOST_STATEMENTS = 4, 12, 250


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim: in which mode, by whom (None = the outlet itself), through whose hands, and in which words.

    The same words of the same source are one statement, however many reports carry them: ``told`` counts the
    tellings, ``days`` are those on which it was published, in order, ``citations`` lead to the first reports.
    """

    id: str
    mode: Mode
    source: str | None
    outlet: str | None
    via: tuple[str, ...]
    words: str
    days: tuple[date, ...]
    told: int
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one origin makes of the statement of a row; ``more`` = so many tellings are not among those given."""

    origin: str
    more: int
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
class Choice:
    """Which rows are wanted: where a statement is in this mode, of this origin, of this source, published on this day,
    all at once; whose texts hold all of the words; told by several origins. None and "" = any.
    """

    mode: Mode | None = None
    origin: str | None = None
    source: str | None = None
    day: date | None = None
    words: str = ""
    shared: bool = False

    def fits(self, row: Row) -> bool:
        """Whether a row is one of them."""
        return (
            (not self.shared or row.origins > 1)
            and any(self._takes(cell.origin, each) for cell in row.cells for each in cell.statements)
            and holds(self.words)(_texts(row))
        )

    def _takes(self, origin: str, statement: Statement) -> bool:
        return (
            (self.mode is None or statement.mode == self.mode)
            and (self.origin is None or origin == self.origin)
            and (self.source is None or statement.source == self.source)
            and (self.day is None or self.day in statement.days)
        )


@dataclass(frozen=True, slots=True)
class ClaimsBoard:
    """A page of the rows: those in dispute first, then by number of origins, then as they were told.

    ``found`` rows fit the choice, of ``total``. ``columns`` (by number of statements), ``sources`` and ``days`` are of
    the whole board; ``used`` are the origins of the rows that were found: those of most rows in dispute first, so
    that both sides can be seen, then those of most rows.
    """

    total: int
    found: int
    columns: tuple[Column, ...]
    used: tuple[str, ...]
    sources: tuple[Counted, ...]
    days: tuple[date, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Every row of a story."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def whole_board(account: Account, *, with_outlets: bool = False) -> Board:
    """The board of a story. ``with_outlets`` adds what outlets say themselves, which nobody is credited with."""
    shelf = Shelf(account)
    claims = [claim for claim in account.claims if with_outlets or claim.source.start is not None]
    disputed = sorted(account.disagreements, key=lambda found: found.status == "open")
    reasons = {claim: found.reason for found in disputed for claim in found.claims}
    rows = [_row(members, reasons, shelf) for members in _groups(account, claims)]
    rows.sort(key=lambda row: (row.reason is None, -row.origins))
    return Board(_columns(claims, account.origins), tuple(rows))


def claims_board(board: Board, choice: Choice, window: Window) -> ClaimsBoard:
    """A page of the rows that fit a choice; fewer than asked for where they hold many statements."""
    found = [row for row in board.rows if choice.fits(row)]
    told = [each for row in board.rows for cell in row.cells for each in cell.statements]
    return ClaimsBoard(
        total=len(board.rows),
        found=len(found),
        columns=board.columns,
        used=_used(found, board.columns),
        sources=counted(each.source for each in told if each.source),
        days=tuple(sorted({day for each in told for day in each.days})),
        rows=bounded(window.of(found), _weight, MOST_STATEMENTS),
    )


def _used(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[str, ...]:
    filled = Counter(cell.origin for row in rows for cell in row.cells)
    disputing = Counter(cell.origin for row in rows if row.reason for cell in row.cells)
    known = (column.origin for column in columns if filled[column.origin])
    return tuple(sorted(known, key=lambda key: (-disputing[key], -filled[key])))


def _weight(row: Row) -> int:
    return sum(len(cell.statements) for cell in row.cells)


def _texts(row: Row) -> Iterator[str | None]:
    yield row.words
    for statement in (each for cell in row.cells for each in cell.statements):
        yield from (statement.words, statement.source, statement.outlet, *statement.via)


def _columns(claims: Sequence[ClaimEntry], origins: Sequence[Origin]) -> tuple[Column, ...]:
    counted = Counter(claim.origin for claim in claims)
    known = {origin.id: origin for origin in origins}
    return tuple(
        Column(key, known[key].name if key in known else key, known[key].kind if key in known else "unknown", count)
        for key, count in counted.most_common()
    )


def _groups(account: Account, claims: Sequence[ClaimEntry]) -> list[list[ClaimEntry]]:
    """The claims that make one statement, in order of their first."""
    firsts = _first_events(account)
    row_of = {claim.id: firsts.get(claim.id, claim.id) for claim in claims}
    for found in account.disagreements:
        held = [claim for claim in found.claims if claim in row_of]
        if held:
            row_of.update(dict.fromkeys(held, _row_of_dispute(found, held, row_of)))
    groups: defaultdict[str, list[ClaimEntry]] = defaultdict(list)
    for claim in claims:
        groups[row_of[claim.id]].append(claim)
    return list(groups.values())


def _row_of_dispute(found: Disagreement, held: Sequence[str], row_of: Mapping[str, str]) -> str:
    """The row of both sides; for a denial one of their own, where one side speaks of an event only by the way.

    "The union accuses the owner of ignoring warnings about the pit that flooded on Monday" is no telling of the flood.
    """
    one = len({row_of[claim] for claim in held}) == 1
    return row_of[held[0]] if one or found.kind != "denial" else held[0]


def _first_events(account: Account) -> dict[str, str]:
    """For each claim the event that it tells of first, where others tell of it too.

    What follows is by the way: "four were found alive, six days after the tunnel collapsed" tells of no collapse.
    """
    told = {(telling.report, telling.start): event.id for event in account.events for telling in event.mentions}
    common = {event.id for event in account.events if len(event.mentions) > 1}
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for report, start in told:
        starts[report].append(start)
    firsts: dict[str, str] = {}
    for claim in account.claims:
        inside = [start for start in starts[claim.report] if claim.start <= start < claim.end]
        first = told[claim.report, min(inside)] if inside else None
        if first in common and first in claim.events:
            firsts[claim.id] = first
    return firsts


def _row(members: Sequence[ClaimEntry], reasons: dict[str, str], shelf: Shelf) -> Row:
    cells: defaultdict[str, list[Statement]] = defaultdict(list)
    for claim in members:
        cells[claim.origin].append(_statement(claim, shelf))
    # What is disputed heads its row: others in it may tell more of the same event.
    title = min(members, key=lambda claim: (claim.id not in reasons, claim.mode != "asserted", claim.quote == "direct"))
    return Row(
        id=members[0].id,
        words=as_sentence(shorten(words_of(title, shelf), LONGEST)),
        reason=next((reasons[claim.id] for claim in members if claim.id in reasons), None),
        origins=len(cells),
        cells=tuple(_cell(origin, statements) for origin, statements in cells.items()),
    )


def _cell(origin: str, statements: Sequence[Statement]) -> Cell:
    """The statements of an origin, those that say the same joined, as many as can be shown."""
    found: dict[tuple[object, ...], Statement] = {}
    for each in statements:
        key = (each.mode, each.source, each.words)
        first = found.get(key)
        found[key] = _joined(first, each) if first else each
    kept = tuple(found.values())[:MOST_IN_CELL]
    return Cell(origin, len(statements) - sum(each.told for each in kept), kept)


def _joined(first: Statement, again: Statement) -> Statement:
    days = tuple(sorted({*first.days, *again.days}))
    known = {cited.report for cited in first.citations}
    citations = (*first.citations, *(each for each in again.citations if each.report not in known))
    via = tuple(dict.fromkeys((*first.via, *again.via)))
    return replace(first, told=first.told + 1, days=days, via=via, citations=citations[:MOST_CITED])


def _statement(claim: ClaimEntry, shelf: Shelf) -> Statement:
    report = shelf.reports[claim.report]
    return Statement(
        id=claim.id,
        mode=claim.mode,
        source=source_name(claim, shelf),
        outlet=report.outlet,
        via=tuple(dict.fromkeys(relay.name for relay in claim.via)),
        words=as_sentence(shorten(words_of(claim, shelf), LONGEST)),
        days=(report.published,) if report.published else (),
        told=1,
        citations=cite(shelf.cite_claim(claim), shelf),
    )
