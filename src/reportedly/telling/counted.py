"""How the numbers moved, in sentences: each series with its values, their days and who gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.account.account import Citation, FigureEntry, Series, Story
from reportedly.telling.phrasing import short_source
from reportedly.telling.shelf import Shelf, merge_citations
from reportedly.telling.wording import as_sentence, say_day, say_list, say_value

ARTICLES = ("The ", "A ", "An ")
Told = tuple[str, tuple[Citation, ...]]
MOST_SERIES, MOST_VALUES, MOST_SOURCES = 10, 4, 2
NO_NEWS = {None, "elapsed", "duration", "age", "share", "distance", "depth", "length", "weight", "height"}
"""Relations of figures that do not say what became of the counted."""
GRAVE = {
    "killed", "injured", "missing", "surrendered", "arrested", "rescued", "displaced", "evacuated", "hospitalised",
    "destroyed", "abducted", "trapped", "detained", "infected",
}  # fmt: skip
"""What is told even if a single report gives it."""


def tell_figures(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The series that most values and most origins stand behind; those that count the same fate of others beside
    them are told with them, as counted apart.
    """
    series = [each for each in shelf.series_of_story(story.id) if _is_telling(each, shelf)]
    series.sort(key=_rank)
    told: set[str] = set()
    for each in series[:MOST_SERIES]:
        if each.id not in told:
            beside = [other for other in series if _stands_beside(each, other)]
            told |= {each.id, *(other.id for other in beside)}
            yield _together([each, *beside], shelf)


def _rank(series: Series) -> tuple[int, int, str]:
    return (
        -len({point.best for point in series.points}),
        -len({point.origin for point in series.points}),
        series.label,
    )


def _stands_beside(series: Series, other: Series) -> bool:
    """Whether two series count the same fate of one sort of people, and each has one value alone."""
    alone = len(series.points) == 1 and len(other.points) == 1
    return alone and series.id != other.id and series.measure == other.measure and series.population == other.population


def _is_telling(series: Series, shelf: Shelf) -> bool:
    """Whether it says what became of the counted, and more than one report gives it or it is grave; spans of time are
    no news.
    """
    relations = {shelf.figures[point.figure].relation for point in series.points}
    several = len({point.report for point in series.points}) > 1
    said = len(series.label.split()) > 1
    return said and (bool(relations - NO_NEWS) if several else bool(relations & GRAVE))


def _together(series: Sequence[Series], shelf: Shelf) -> Told:
    if len(series) == 1:
        return movement_of(series[0], shelf)
    parts = [_alone(each, shelf) for each in series]
    words = f"{series[0].measure.capitalize()}: {'; counted apart from that, '.join(text for text, _ in parts)}"
    return as_sentence(words), merge_citations(citation for _, cited in parts for citation in cited)


def _alone(series: Series, shelf: Shelf) -> Told:
    """The one value of a series as its report words it."""
    figure = shelf.figures[series.points[0].figure]
    words = " ".join(figure.text.split())
    shown = words if any(letter.isalpha() for letter in words) else f"{words} {figure.counted}"
    day = f" on {say_day(figure.as_of_latest)}" if figure.as_of_latest else ""
    return f"{shown}{day}{_credit([figure], shelf)}", shelf.cite_figure(figure)


def value_of(figure: FigureEntry, unit: str) -> str:
    """The value as its report gives it, with its own unit where the series is kept in another one."""
    value = say_value(figure.low, figure.high, figure.best, figure.exclusive, figure.approximate)
    return value if figure.unit == unit else f"{value} {figure.unit}"


def movement_of(series: Series, shelf: Shelf) -> Told:
    """The values day by day with their sources, those of one day side by side; a day that only repeats the one before
    is left out.
    """
    days: dict[date | None, dict[str, list[FigureEntry]]] = {}
    citations: list[Citation] = []
    for point in series.points:
        figure = shelf.figures[point.figure]
        citations += shelf.cite_figure(figure)
        days.setdefault(point.as_of, {}).setdefault(value_of(figure, series.unit), []).append(figure)
    steps = list(days.items())
    moved = [step for place, step in enumerate(steps) if place == 0 or list(step[1]) != list(steps[place - 1][1])]
    told = [_step(day, values, shelf) for day, values in moved]
    return as_sentence(f"{series.label}: {', then '.join(told)}"), merge_citations(citations)


def current_of(series: Series, shelf: Shelf) -> Told:
    """The value that holds now, and the one before it where that was another: "7 (police) on 11 May, after 8 on …"."""
    now = [point for point in series.points if point.best == series.current.best] or series.points[-1:]
    day = max((point.as_of for point in now if point.as_of), default=None)
    held = [shelf.figures[point.figure] for point in now if point.as_of == day]
    value = value_of(held[-1], series.unit)
    held = [figure for figure in held if value_of(figure, series.unit) == value]
    before = [point for point in series.points if point.as_of and day and point.as_of < day]
    before = [point for point in before if point.best != series.current.best]
    words = f"{series.label}: {_step(day, {value: held}, shelf)}"
    if before:
        last = [shelf.figures[point.figure] for point in before if point.as_of == before[-1].as_of]
        words += f", after {value_of(last[-1], series.unit)} on {say_day(before[-1].as_of or date.min)}"
        held.append(last[-1])
    return as_sentence(words), merge_citations(cited for figure in held for cited in shelf.cite_figure(figure))


def _step(day: date | None, values: dict[str, list[FigureEntry]], shelf: Shelf) -> str:
    """ "41 (officials) or 38 (Ann Lee) on 4 March 2024"."""
    shown = list(values.items())[:MOST_VALUES]
    words = " or ".join(f"{value}{_credit(figures, shelf)}" for value, figures in shown)
    return f"{words}{f' on {say_day(day)}' if day else ''}"


def _credit(figures: Sequence[FigureEntry], shelf: Shelf) -> str:
    """ " (officials and Ann Lee)": who gives a value; nothing where only the outlets themselves do."""
    claims = (shelf.claims.get(figure.source_claim or "") for figure in figures)
    names = list(dict.fromkeys(name for claim in claims if claim and (name := short_source(claim, shelf))))
    names = [f"{name[0].lower()}{name[1:]}" if name.startswith(ARTICLES) else name for name in names]
    return f" ({say_list(names[:MOST_SOURCES])})" if names else ""
