"""The disagreements: what is said on either side, in the reports' words, and why both cannot hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account, ClaimEntry, Disagreement, DisagreementKind, FigureEntry, Status
from reportedly.reading.reading import Mode
from reportedly.report import Span
from reportedly.server.pages.citing import Cited, Piece, cite, passage
from reportedly.server.pages.paging import Counted, Window, counted
from reportedly.telling.phrasing import source_name
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_value

MOST_VOICES = 5
OPEN_FIRST = ("open", "within_report", "superseded", "scope")
VERBS = {
    "asserted": "Says so",
    "denied": "Denies it",
    "expected": "Expects it",
    "possible": "Holds it possible",
    "planned": "Plans it",
    "likely": "Holds it likely",
    "hypothetical": "Supposes it",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, when it was published, and the passage of the report."""

    source: str | None
    outlet: str | None
    published: date | None
    via: tuple[str, ...]
    mode: Mode
    passage: tuple[Piece, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Those who say the same; ``says`` is the value that they give, or what they make of the statement.

    ``more`` = so many other voices say so too.
    """

    says: str
    more: int
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement with its sides, the one that was told first on the left."""

    id: str
    kind: DisagreementKind
    status: Status
    reason: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Disputes:
    """A page of the disagreements of a story, open ones first; ``found`` are of the status asked for, of ``total``."""

    total: int
    found: int
    statuses: tuple[Counted, ...]
    disputes: tuple[Dispute, ...]


def disputes(account: Account, status: Status | None, window: Window) -> Disputes:
    """A page of the disagreements of a story that have a status, None = any."""
    shelf = Shelf(account)
    every = sorted(account.disagreements, key=lambda each: OPEN_FIRST.index(each.status))
    found = [each for each in every if status is None or each.status == status]
    shown = tuple(_dispute(each, shelf) for each in window.of(found))
    return Disputes(len(every), len(found), counted(each.status for each in every), shown)


def _dispute(found: Disagreement, shelf: Shelf) -> Dispute:
    sides: defaultdict[str, list[Voice]] = defaultdict(list)
    for says, voice in _voices(found, shelf):
        sides[says].append(voice)
    return Dispute(
        id=found.id,
        kind=found.kind,
        status=found.status,
        reason=found.reason,
        sides=tuple(_side(says, voices) for says, voices in sides.items()),
    )


def _side(says: str, voices: Sequence[Voice]) -> Side:
    return Side(says, max(0, len(voices) - MOST_VOICES), tuple(voices[:MOST_VOICES]))


def _voices(found: Disagreement, shelf: Shelf) -> Iterator[tuple[str, Voice]]:
    """Each figure with the claim that carries it, then each claim that carries none of them."""
    figures = [shelf.figures[key] for key in found.figures if key in shelf.figures]
    carried = {figure.source_claim for figure in figures}
    if found.kind in {"figure", "identity"}:
        for figure in figures:
            yield _value(figure), _figure_voice(figure, shelf)
    for key in found.claims:
        claim = shelf.claims.get(key)
        if claim and (found.kind not in {"figure", "identity"} or key not in carried):
            yield _position(claim, found, shelf), _claim_voice(claim, shelf)


def _value(figure: FigureEntry) -> str:
    return say_value(figure.low, figure.high, figure.best, figure.exclusive, figure.approximate)


def _position(claim: ClaimEntry, found: Disagreement, shelf: Shelf) -> str:
    """What a claim makes of the statement; where all assert, who says it stands for what he says."""
    modes = {shelf.claims[key].mode for key in found.claims if key in shelf.claims}
    if len(modes) > 1:
        return VERBS[claim.mode]
    return source_name(claim, shelf) or shelf.reports[claim.report].outlet or "An outlet"


def _figure_voice(figure: FigureEntry, shelf: Shelf) -> Voice:
    claim = shelf.claims.get(figure.source_claim or "")
    span = Span(figure.start, figure.end)
    return Voice(
        source=source_name(claim, shelf) if claim else None,
        outlet=shelf.reports[figure.report].outlet,
        published=shelf.reports[figure.report].published,
        via=tuple(dict.fromkeys(relay.name for relay in claim.via)) if claim else (),
        mode=claim.mode if claim else "asserted",
        passage=passage(shelf.account.texts[figure.report], figure.report, [span]).pieces,
        citations=cite(shelf.cite_figure(figure), shelf),
    )


def _claim_voice(claim: ClaimEntry, shelf: Shelf) -> Voice:
    return Voice(
        source=source_name(claim, shelf),
        outlet=shelf.reports[claim.report].outlet,
        published=shelf.reports[claim.report].published,
        via=tuple(dict.fromkeys(relay.name for relay in claim.via)),
        mode=claim.mode,
        passage=passage(shelf.account.texts[claim.report], claim.report, [Span(claim.start, claim.end)]).pieces,
        citations=cite(shelf.cite_claim(claim), shelf),
    )
