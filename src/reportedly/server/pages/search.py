"""Search over everything: reports' texts and titles, statements, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from reportedly.account.account import Account
from reportedly.archive import Archive
from reportedly.report import Span
from reportedly.server.pages.citing import Piece, SpanOf, passage
from reportedly.server.pages.story import name_of
from reportedly.telling.phrasing import source_name
from reportedly.telling.shelf import Shelf

MOST = 40
"""Hits of one kind that are given; there may be more."""
LOOKED_AT = 60
"""Reports of a large archive that a search looks into."""
LONGEST = 200
Hit = TypeVar("Hit")
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that holds all words, with the passage of the first that is found and where to open it."""

    report: str
    story: str
    name: str
    outlet: str | None
    published: date | None
    passage: tuple[Piece, ...]
    span: SpanOf | None


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A statement that holds all words."""

    report: str
    story: str
    source: str | None
    outlet: str | None
    mode: str
    text: str
    span: SpanOf


@dataclass(frozen=True, slots=True)
class NameHit:
    """An entity one of whose names holds all words, with its first mention."""

    id: str
    name: str
    kind: str
    mentions: int
    report: str
    story: str
    span: SpanOf


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; ``more`` = there are more hits of some kind than are given."""

    query: str
    more: bool
    names: tuple[NameHit, ...]
    claims: tuple[ClaimHit, ...]
    reports: tuple[ReportHit, ...]


def search_archive(archive: Archive, query: str) -> Found:
    """As ``search``, over a whole archive: an index finds the reports in which all words stand."""
    return search(archive.excerpt(words_of(query), LOOKED_AT), query)


def words_of(query: str) -> list[str]:
    """The words that are looked for."""
    return WORD.findall(query[:LONGEST])


def search(account: Account, query: str) -> Found:
    """What holds all words of the query, in upper or lower case; a word may be the beginning of one in the text.

    Reports whose texts the account does not have are passed over.
    """
    patterns = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in words_of(query)]
    if not patterns:
        return Found(query, more=False, names=(), claims=(), reports=())
    shelf = Shelf(account)
    names = _first(_names(shelf, patterns))
    claims = _first(_claims(shelf, patterns))
    reports = _first(_reports(shelf, patterns))
    more = any(len(found) > MOST for found in (names, claims, reports))
    return Found(query, more, tuple(names[:MOST]), tuple(claims[:MOST]), tuple(reports[:MOST]))


def _first(hits: Iterator[Hit]) -> list[Hit]:
    return list(islice(hits, MOST + 1))


def _holds(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return all(pattern.search(text) for pattern in patterns)


def _names(shelf: Shelf, patterns: Sequence[re.Pattern[str]]) -> Iterator[NameHit]:
    for entity in shelf.account.entities:
        if entity.mentions and any(_holds(name, patterns) for name in (entity.name, *entity.aliases)):
            first = entity.mentions[0]
            yield NameHit(
                id=entity.id,
                name=entity.name,
                kind=entity.kind,
                mentions=len(entity.mentions),
                report=first.report,
                story=shelf.reports[first.report].story,
                span=SpanOf(first.start, first.end),
            )


def _claims(shelf: Shelf, patterns: Sequence[re.Pattern[str]]) -> Iterator[ClaimHit]:
    for claim in shelf.account.claims:
        if claim.source.start is not None and _holds(f"{claim.source.name or ''}\n{claim.text}", patterns):
            report = shelf.reports[claim.report]
            yield ClaimHit(
                report=claim.report,
                story=report.story,
                source=source_name(claim, shelf),
                outlet=report.outlet,
                mode=claim.mode,
                text=" ".join(claim.text.split()),
                span=SpanOf(claim.start, claim.end),
            )


def _reports(shelf: Shelf, patterns: Sequence[re.Pattern[str]]) -> Iterator[ReportHit]:
    for report in shelf.account.reports:
        text = shelf.account.texts.get(report.id)
        if text is None or not _holds(f"{report.title or ''}\n{report.outlet or ''}\n{text}", patterns):
            continue
        spans = _nearest(text, patterns)
        yield ReportHit(
            report=report.id,
            story=report.story,
            name=name_of(report, shelf.account),
            outlet=report.outlet,
            published=report.published,
            passage=passage(shelf.account.texts[report.id], report.id, spans).pieces if spans else (),
            span=SpanOf(spans[0].start, spans[0].end) if spans else None,
        )


def _nearest(text: str, patterns: Iterable[re.Pattern[str]]) -> list[Span]:
    """The first place of each word that is in the text at all."""
    found = (pattern.search(text) for pattern in patterns)
    return sorted(Span(*match.span()) for match in found if match)
