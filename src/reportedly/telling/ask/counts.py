"""How many, how much, how long: the series that the best figure belongs to, its value now, and how it moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reportedly.account.account import FigureEntry, Series, SeriesPoint
from reportedly.telling.ask.bench import Bench, terms_in
from reportedly.telling.ask.lexicon import alike, table, words_for
from reportedly.telling.ask.question import Question
from reportedly.telling.brief import Told, movement_of, value_of
from reportedly.telling.phrasing import source_name
from reportedly.telling.shelf import merge_citations
from reportedly.telling.wording import as_sentence, say_day

BEFORE, BEHIND = 70, 90
"""Characters around a figure that tell what it is a figure of, where a sentence has several."""
FIT, LOCAL, BACKED, MOST_BACKING, RELATED = 0.25, 0.4, 0.05, 4, 0.2
LEAST_LOCAL = 0.3
MOST_POINTS, MOST_DISPUTES = 24, 3
"""How far back the movement is told, and how many disputes about a value."""


def answer_count(question: Question, bench: Bench) -> Iterator[Told]:
    """The value that holds now (or on the day asked about), the sentence that gives it, and how it moved."""
    figure = _best_figure(question, bench)
    if figure is None:
        return
    series = bench.series.get(figure.series or "")
    point = _point(series, question) if series else None
    if series is None or point is None:
        yield _verbatim(figure, bench)
        return
    yield _value(series, point, bench)
    yield _verbatim(bench.shelf.figures[point.figure], bench)
    if len({(each.low, each.high, each.best) for each in series.points}) > 1:
        yield movement_of(replace(series, points=series.points[-MOST_POINTS:]), bench.shelf)
    yield from islice(_disputes(series, bench), MOST_DISPUTES)


def _best_figure(question: Question, bench: Bench) -> FigureEntry | None:
    found: list[tuple[float, int, FigureEntry]] = []
    for passage in bench.answering(question):
        for figure in bench.figures_at(passage.citation):
            fit = _fit(question, figure)
            near = _nearness(question, figure, bench)
            if fit and near >= LEAST_LOCAL:
                score = passage.coverage + FIT * fit + LOCAL * near + BACKED * _backing(figure, bench)
                score += RELATED if _is_related(question, figure) else 0.0
                found.append((score, -passage.number, figure))
    return max(found, key=lambda each: each[:2])[2] if found else None


def _is_related(question: Question, figure: FigureEntry) -> bool:
    """Whether what is said of the counted is asked: "How many are missing?" """
    relation = terms_in(figure.relation or "")
    return any(term in relation or alike(term) & relation for term in question.terms)


def _backing(figure: FigureEntry, bench: Bench) -> int:
    """How many origins stand behind the series of a figure."""
    series = bench.series.get(figure.series or "")
    return min(len({point.origin for point in series.points}), MOST_BACKING) if series else 0


def _fit(question: Question, figure: FigureEntry) -> float:
    """How well a figure counts what is asked for, 0 = not at all."""
    if (question.asked == "old") != (figure.relation == "age") and question.asked in {"old", "long"}:
        return 0.0
    head = question.counted[0] if question.counted else None
    units = table()["units"].get(head or question.asked or "")
    words = terms_in(f"{figure.counted} {figure.relation or ''} {figure.unit}") | {figure.unit}
    if units:
        return 1.0 if words & set(units) or {word.removesuffix("s") for word in words} & set(units) else 0.0
    if head is None or head in words:
        return 0.3 if head is None else 1.0
    if alike(head) & words or set(question.counted) & words:
        return 0.8
    if question.asked == "much" and figure.unit != "people":
        return 0.4
    return 0.6 if head in words_for("anybody") and figure.unit == "people" else 0.0


def _nearness(question: Question, figure: FigureEntry, bench: Bench) -> float:
    """The share of the question's words that stand around the figure in its sentence, or name its series."""
    sentence = bench.sentence_around(figure.report, figure.start)
    text = bench.account.texts[figure.report]
    around = text[max(sentence.start, figure.start - BEFORE) : min(sentence.end, figure.end + BEHIND)]
    series = bench.series.get(figure.series or "")
    label = series.label if series else ""
    terms = [term for term in question.terms if term not in question.names] or list(question.terms)
    return bench.share(terms, terms_in(f"{around} . {label} {figure.relation or ''} {figure.counted}"))


def _point(series: Series, question: Question) -> SeriesPoint | None:
    """The point that gives the current value; of the days asked about, the last known by then."""
    current = (series.current.low, series.current.high, series.current.best)
    if question.latest is None:
        return [p for p in series.points if (p.low, p.high, p.best) == current][-1]
    last = question.latest
    known = [point for point in series.points if point.as_of and point.as_of <= last]
    return known[-1] if known else None


def _value(series: Series, point: SeriesPoint, bench: Bench) -> Told:
    figure = bench.shelf.figures[point.figure]
    claim = bench.shelf.claims.get(figure.source_claim or "")
    source = source_name(claim, bench.shelf) if claim else None
    day = f" on {say_day(point.as_of)}" if point.as_of else ""
    credit = f" ({source})" if source else ""
    value = value_of(figure, series.unit)
    return as_sentence(f"{series.label}: {value}{day}{credit}"), merge_citations(bench.shelf.cite_figure(figure))


def _verbatim(figure: FigureEntry, bench: Bench) -> Told:
    sentence = bench.sentence_around(figure.report, figure.start)
    return bench.words_of(sentence), (sentence,)


def _disputes(series: Series, bench: Bench) -> Iterator[Told]:
    figures = {point.figure for point in series.points}
    for row in bench.account.disagreements:
        if row.status != "superseded" and figures & set(row.figures):
            yield as_sentence(row.reason), bench.shelf.cite_disagreement(row)
