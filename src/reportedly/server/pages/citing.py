"""Citations as the desk shows them: one numbered mark per report, with every cited span of it, and its passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from reportedly.account.account import Citation, ReportEntry
from reportedly.errors import NotFoundError
from reportedly.report import Span
from reportedly.telling.shelf import Shelf

AROUND = 240
"""The most characters that a passage shows before its first and after its last cited word."""
GAP = 400
"""Cited words that stand further apart than this are shown as two pieces, with an ellipsis between."""


@dataclass(frozen=True, slots=True)
class SpanOf:
    """A half-open range of code points in a report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """What one report gives in support of a statement.

    ``number`` is the report's number in its story, from 1; ``outlet`` is the name of its file where none is known.
    """

    report: str
    number: int
    outlet: str
    published: date | None
    spans: tuple[SpanOf, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a passage; ``cited`` = these words are what is cited."""

    text: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The words around some spans of a report, in pieces that follow one another."""

    report: str
    pieces: tuple[Piece, ...]


def cite(citations: Iterable[Citation], shelf: Shelf) -> tuple[Cited, ...]:
    """The citations by report, in order of the reports' numbers; spans that touch are one."""
    spans: dict[str, list[Span]] = {}
    for citation in citations:
        spans.setdefault(citation.report, []).append(Span(citation.start, citation.end))
    found = [_cited(shelf.reports[report], given, shelf) for report, given in spans.items() if report in shelf.reports]
    return tuple(sorted(found, key=lambda cited: cited.number))


def _cited(report: ReportEntry, spans: Iterable[Span], shelf: Shelf) -> Cited:
    return Cited(
        report=report.id,
        number=shelf.number_in_story[report.id],
        outlet=report.outlet or file_of(report),
        published=report.published,
        spans=tuple(SpanOf(span.start, span.end) for span in joined(spans)),
    )


def file_of(report: ReportEntry) -> str:
    """The name of the file that a report came from, without its folders."""
    return PurePosixPath(report.path).name


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch made one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def passage(text: str | None, report: str, spans: Sequence[Span]) -> Passage:
    """The words around some spans of a report: its paragraph, or the near part of a long one.

    Raises:
        NotFoundError: the report is not there (``text`` is None), or a span lies outside of it.
    """
    if text is None:
        raise NotFoundError(f"There is no report {report!r}. Go back to the list of stories.")
    wanted = joined(spans)
    if not wanted or wanted[0].start < 0 or wanted[-1].end > len(text) or any(s.start >= s.end for s in wanted):
        raise NotFoundError(f"Report {report} has {len(text)} characters; a span lies outside. Reload the page.")
    return Passage(report, tuple(_pieces(text, wanted)))


def _pieces(text: str, spans: Sequence[Span]) -> Iterable[Piece]:
    yield from _plain(_before(text, spans[0].start))
    for span, following in pairwise([*spans, None]):
        assert span is not None
        yield Piece(text[span.start : span.end], cited=True)
        if following is None:
            yield from _plain(_after(text, span.end))
        elif following.start - span.end > GAP:
            yield Piece(f"{_after(text, span.end)} … {_before(text, following.start)}", cited=False)
        else:
            yield from _plain(text[span.end : following.start])


def _plain(words: str) -> Iterable[Piece]:
    if words:
        yield Piece(words, cited=False)


def _before(text: str, end: int) -> str:
    """The words of the paragraph before a place in it, from the start of a word."""
    start = max(text.rfind("\n", 0, end) + 1, end - AROUND)
    if start and text[start - 1] != "\n":
        space = text.find(" ", start, end)
        return "… " + text[space + 1 : end] if space >= 0 else text[start:end]
    return text[start:end]


def _after(text: str, start: int) -> str:
    """The words of the paragraph after a place in it, up to the end of a word."""
    line = text.find("\n", start)
    stop = min(len(text) if line < 0 else line, start + AROUND)
    if stop < len(text) and text[stop] != "\n":
        space = text.rfind(" ", start, stop)
        return text[start:space] + " …" if space >= 0 else text[start:stop]
    return text[start:stop]
