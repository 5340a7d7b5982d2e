"""The last step of reading: figures to the claims that carry them, to places, and to the days for which they hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.data import load_table
from reportedly.reading.reading import Claim, Figure, PlaceMention, Sentence, TimeExpression
from reportedly.records import replace
from reportedly.report import Report, Span

Days = tuple[date, date]
TABLE = "figures_relations.toml"
WORD = re.compile(r"\w+")
LONGEST = 60
"""The most days that an as-of interval may have: "since 2014" dates no count of today."""
CARRIED = 3
"""Through how many sentences of a paragraph a place or a day is carried on."""
STATIC = frozenset(
    {
        "age",
        "length",
        "width",
        "depth",
        "height",
        "distance",
        "weight",
        "area",
        "volume",
        "magnitude",
        "sentenced",
        "thickness",
        "power",
    }
)
"""Relations whose value holds at any time: no day is given to them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A report's dated and placed things by sentence, and its claims by the sentences that they touch."""

    report: Report
    sentences: Sequence[Sentence]
    times: dict[int, list[TimeExpression]]
    places: dict[int, list[tuple[int, PlaceMention]]]
    claims: dict[int, list[tuple[int, Claim]]]


def link_figures(
    report: Report,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
    times: Sequence[TimeExpression],
    places: Sequence[PlaceMention],
) -> tuple[Figure, ...]:
    """The figures with ``claim``, ``place``, ``as_of_earliest`` and ``as_of_latest`` set.

    The claim is the smallest one whose content holds the figure, attributed claims before the outlet's own. The
    days are
    those of the nearest dated expression in the sentence, else in the earlier sentences of the paragraph, else the
    day of publication.
    """
    page = _page(report, sentences, claims, times, places)
    return tuple(_linked(page, figure) for figure in figures)


def _page(
    report: Report,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    times: Sequence[TimeExpression],
    places: Sequence[PlaceMention],
) -> Page:
    dated: dict[int, list[TimeExpression]] = {}
    for time in times:
        if _dates(time) and not _words_before(report.text, time) & set(load_table(TABLE)["beginnings"]["words"]):
            dated.setdefault(time.sentence, []).append(time)
    placed: dict[int, list[tuple[int, PlaceMention]]] = {}
    for index, place in enumerate(places):
        if place.use == "literal":
            placed.setdefault(place.sentence, []).append((index, place))
    return Page(report, sentences, dated, placed, _by_sentence(sentences, claims))


def _dates(time: TimeExpression) -> bool:
    """Whether an expression can date a figure: a day or a short stretch of days, no duration."""
    if time.type not in {"DATE", "TIME"} or time.earliest is None or time.latest is None:
        return False
    return (time.latest - time.earliest).days <= LONGEST


def _words_before(text: str, time: TimeExpression, reach: int = 1) -> frozenset[str]:
    """The last words before a time, an "on" left out."""
    words = [word.lower() for word in WORD.findall(text[max(0, time.start - 16 * (reach + 1)) : time.start])]
    words = [word for word in words if word not in {"on", "late", "early", "the"}]
    return frozenset(words[-reach:])


def _linked(page: Page, figure: Figure) -> Figure:
    days = None if figure.relation in STATIC else _days_of(page, figure)
    return replace(
        figure,
        claim=_smallest(page.claims.get(figure.sentence, ()), figure),
        place=_place_of(page, figure),
        as_of_earliest=days[0] if days else None,
        as_of_latest=days[1] if days else None,
    )


def _by_sentence(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> dict[int, list[tuple[int, Claim]]]:
    """Claims by each sentence that their content touches."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[tuple[int, Claim]]] = {}
    for index, claim in enumerate(claims):
        first = max(0, bisect_right(starts, claim.start) - 1)
        for sentence in range(first, bisect_right(starts, max(claim.start, claim.end - 1))):
            found.setdefault(sentence, []).append((index, claim))
    return found


def _smallest(claims: Iterable[tuple[int, Claim]], figure: Figure) -> int | None:
    """The claim with the shortest content around a figure; what somebody is credited with goes before the outlet's
    own.
    """
    best: tuple[tuple[bool, int, int], int] | None = None
    span = Span(figure.start, figure.end)
    for index, claim in claims:
        if not _holds(claim, span):
            continue
        rank = (claim.source.kind == "outlet", sum(part.end - part.start for part in claim.parts), index)
        if best is None or rank < best[0]:
            best = rank, index
    return best[1] if best else None


def _holds(claim: Claim, span: Span) -> bool:
    """Whether the number of a figure lies in the content; a part may end inside the counted phrase."""
    return any(
        part.start <= span.start < part.end or part.holds(span)
        for part in claim.parts or (Span(claim.start, claim.end),)
    )


def _days_of(page: Page, figure: Figure) -> Days | None:
    """The days for which a figure holds."""
    found = _nearest_time(page, figure) or _told_time(page, figure)
    if found:
        return found
    if page.report.published is None:
        return None
    return page.report.published, page.report.published


def _nearest_time(page: Page, figure: Figure) -> Days | None:
    """The nearest dated expression in the sentence, an expression of the same clause before others."""
    times = page.times.get(figure.sentence)
    if not times:
        return None
    text = page.report.text

    def rank(time: TimeExpression) -> tuple[int, int]:
        between = text[figure.end : time.start] if time.start >= figure.end else text[time.end : figure.start]
        return _barriers(between), len(between)

    chosen = min(times, key=rank)
    assert chosen.earliest is not None
    assert chosen.latest is not None
    return chosen.earliest, chosen.latest


def _told_time(page: Page, figure: Figure) -> Days | None:
    """The day on which the paragraph's statement was made: "its head said on Friday. Some 200 houses are
    waiting".
    """
    speech = set(load_table(TABLE)["speech"]["words"])
    for earlier in _before(page, figure.sentence):
        for time in reversed(page.times.get(earlier, ())):
            if _words_before(page.report.text, time, reach=2) & speech and time.earliest and time.latest:
                return time.earliest, time.latest
    return None


def _barriers(between: str) -> int:
    """How many clause boundaries lie between a time and a figure."""
    return sum(
        between.count(mark)
        for mark in (";", ":", " but ", " while ", " after ", " before ", " when ", " which ", " who ", " and ", ",")
    )


def _place_of(page: Page, figure: Figure) -> int | None:
    """The nearest place in the sentence, else the last one named before it in the paragraph."""
    here = page.places.get(figure.sentence)
    if here:
        return min(here, key=lambda pair: _distance(pair[1], figure))[0]
    for earlier in _before(page, figure.sentence):
        if earlier in page.places:
            return page.places[earlier][-1][0]
    return None


def _before(page: Page, sentence: int) -> Iterable[int]:
    """The sentences before one in its paragraph, nearest first."""
    paragraph = page.sentences[sentence].paragraph
    for earlier in range(sentence - 1, max(-1, sentence - 1 - CARRIED), -1):
        if page.sentences[earlier].paragraph != paragraph:
            return
        yield earlier


def _distance(place: PlaceMention, figure: Figure) -> tuple[int, int]:
    if place.start >= figure.end:
        return place.start - figure.end, place.start
    return max(0, figure.start - place.end), place.start
