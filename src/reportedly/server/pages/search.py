"""Search over everything: reports' texts and titles, statements, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from reportedly.archive import Archive
from reportedly.report import Report, Span
from reportedly.server.pages.citing import Piece, SpanOf, passage
from reportedly.server.pages.paging import Window
from reportedly.server.pages.reports import name_of
from reportedly.telling.phrasing import source_name
from reportedly.telling.shelf import Shelf

MOST = 40
"""Names and statements that are given; there may be more."""
LOOKED_AT = 60
"""So many of the newest reports that hold the words are looked into for names and statements."""
LONGEST = 200
Hit = TypeVar("Hit")
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True, slots=True)
class StoryName:
    """The story that something belongs to."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that holds all words, with the passage of the first that is found and where to open it."""

    report: str
    story: StoryName
    name: str
    outlet: str | None
    published: date | None
    passage: tuple[Piece, ...]
    span: SpanOf | None


@dataclass(frozen=True, slots=True)
class FoundReports:
    """A page of the reports that hold all words, the newest first, of ``total``."""

    query: str
    total: int
    reports: tuple[ReportHit, ...]


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A statement that holds all words."""

    report: str
    story: StoryName
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
    story: StoryName
    span: SpanOf


@dataclass(frozen=True, slots=True)
class Found:
    """Names and statements in the newest reports that hold all words, or beside them in their stories; ``more`` = there
    are more of either than are given, or more reports than were looked into.
    """

    query: str
    more: bool
    names: tuple[NameHit, ...]
    claims: tuple[ClaimHit, ...]


def search(archive: Archive, query: str, story: str | None, titles: Mapping[str, str]) -> Found:
    """The names and statements of one story (None = of all) that hold all words of the query, in upper or lower case; a
    word may be the beginning of one in the text. ``titles`` are those of the stories.
    """
    patterns = _patterns(query)
    if not patterns:
        return Found(query, more=False, names=(), claims=())
    total, found = archive.with_words(words_of(query), 0, LOOKED_AT, story)
    shelf = Shelf(archive.excerpt(found))
    names = _first(_names(shelf, patterns, titles))
    claims = _first(_claims(shelf, patterns, titles))
    more = total > len(found) or max(len(names), len(claims)) > MOST
    return Found(query, more, tuple(names[:MOST]), tuple(claims[:MOST]))


def search_reports(
    archive: Archive, query: str, story: str | None, titles: Mapping[str, str], window: Window
) -> FoundReports:
    """A page of the reports of one story (None = of all) that hold all words of the query."""
    total, found = archive.with_words(words_of(query), window.skip, window.most, story)
    reports = {report.id: report for report in archive.reports(found)}
    patterns = _patterns(query)
    hits = (_report_hit(reports[key], _named(found[key], titles), patterns) for key in found if key in reports)
    return FoundReports(query, total, tuple(hits))


def words_of(query: str) -> list[str]:
    """The words that are looked for."""
    return WORD.findall(query[:LONGEST])


def _patterns(query: str) -> list[re.Pattern[str]]:
    return [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in words_of(query)]


def _named(story: str, titles: Mapping[str, str]) -> StoryName:
    return StoryName(story, titles.get(story, story))


def _first(hits: Iterator[Hit]) -> list[Hit]:
    return list(islice(hits, MOST + 1))


def _holds(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return all(pattern.search(text) for pattern in patterns)


def _names(shelf: Shelf, patterns: Sequence[re.Pattern[str]], titles: Mapping[str, str]) -> Iterator[NameHit]:
    for entity in shelf.account.entities:
        if entity.mentions and any(_holds(name, patterns) for name in (entity.name, *entity.aliases)):
            first = entity.mentions[0]
            yield NameHit(
                id=entity.id,
                name=entity.name,
                kind=entity.kind,
                mentions=len(entity.mentions),
                report=first.report,
                story=_named(shelf.reports[first.report].story, titles),
                span=SpanOf(first.start, first.end),
            )


def _claims(shelf: Shelf, patterns: Sequence[re.Pattern[str]], titles: Mapping[str, str]) -> Iterator[ClaimHit]:
    for claim in shelf.account.claims:
        if claim.source.start is not None and _holds(f"{claim.source.name or ''}\n{claim.text}", patterns):
            report = shelf.reports[claim.report]
            yield ClaimHit(
                report=claim.report,
                story=_named(report.story, titles),
                source=source_name(claim, shelf),
                outlet=report.outlet,
                mode=claim.mode,
                text=" ".join(claim.text.split()),
                span=SpanOf(claim.start, claim.end),
            )


def _report_hit(report: Report, story: StoryName, patterns: Sequence[re.Pattern[str]]) -> ReportHit:
    """A hit; the words may stand in the title or the name of the outlet alone, then no passage is shown."""
    spans = _nearest(report.text, patterns)
    return ReportHit(
        report=report.id,
        story=story,
        name=name_of(report.title, report.text),
        outlet=report.outlet,
        published=report.published,
        passage=passage(report.text, report.id, spans).pieces if spans else (),
        span=SpanOf(spans[0].start, spans[0].end) if spans else None,
    )


def _nearest(text: str, patterns: Iterable[re.Pattern[str]]) -> list[Span]:
    """The first place of each word that is in the text at all."""
    found = (pattern.search(text) for pattern in patterns)
    return sorted(Span(*match.span()) for match in found if match)
