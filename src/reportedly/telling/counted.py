"""How the numbers moved, in sentences: each series with its values, their days and who gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from datetime import date
from itertools import chain, combinations

from reportedly.account.account import Citation, FigureEntry, Series, Story
from reportedly.account.occasions import ASIDE
from reportedly.account.scope import TABLE as MEASURES
from reportedly.account.scope import VAGUE, is_person, is_vague
from reportedly.data import load_table, word_set
from reportedly.telling.crediting import credit_of
from reportedly.telling.shelf import Shelf, merge_citations
from reportedly.telling.wording import as_sentence, say_day, say_list, say_number, say_value

Told = tuple[str, tuple[Citation, ...]]
MOST_SERIES, MOST_VALUES, MOST_PARTS = 10, 4, 8
NO_NEWS = {None, "living", "elapsed", "duration", "age", "share", "distance", "depth", "length", "weight", "height"}
"""Relations of figures that do not say what became of the counted."""
GRAVE = {
    "killed", "injured", "missing", "surrendered", "arrested", "rescued", "displaced", "evacuated", "hospitalised",
    "destroyed", "abducted", "trapped", "detained", "infected",
}  # fmt: skip
"""What is told even if a single report gives it."""
FEWEST = 2
"""People that a number must count that tells of no dead, or that a single report gives, for it to be told."""
PEOPLE = "people"
"""The population that is everybody."""
NEAR = 120
"""Characters within which a report lists the parts of a whole."""
MOST_ABOARD = 10_000
"""More passengers than any vehicle holds: those of a year."""
UNITS = "figures.toml"


def tell_figures(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The series that most reports stand behind, one for each label, those of the story's own event first; with a count
    of all those of its parts that add up to it, and with one value of some sort of people the others of them.
    """
    series = [each for each in shelf.series_of_story(story.id) if _is_telling(each, shelf)]
    series.sort(key=lambda each: _rank(each, shelf))
    best: list[Series] = []
    for each in series:
        if not any(_says_again(each, other) for other in best):
            best.append(each)
    told: set[str] = set()
    for each in best[:MOST_SERIES]:
        if each.id not in told:
            parts = parts_of(each, best, shelf)
            beside = [] if parts else [other for other in best if _stands_beside(each, other)]
            told |= {each.id, *(other.id for other in (*parts, *beside))}
            yield _together([each, *beside], shelf) if beside else _with_parts(each, parts, shelf)


def _rank(series: Series, shelf: Shelf) -> tuple[bool, bool, bool, int, int, int, str]:
    relations = {shelf.figures[point.figure].relation for point in series.points}
    reports = len({point.report for point in series.points if shelf.reports[point.report].copy_of is None})
    return (
        series.occasion is not None,
        reports < 2,
        relations.isdisjoint(GRAVE),
        -reports,
        -len({point.best for point in series.points}),
        -len({point.origin for point in series.points}),
        series.id,
    )


def _is_telling(series: Series, shelf: Shelf) -> bool:
    """Whether it says what became of the counted, and more than one report gives it or it is grave; spans of time are
    no news. What is told of another time is told by several.
    """
    relations = {shelf.figures[point.figure].relation for point in series.points}
    several = len({point.report for point in series.points}) > 1
    if series.occasion == ASIDE or len(series.label.split()) < 2 or not _reads_well(series, relations, shelf):
        return False
    if series.unit == PEOPLE and series.current.best < FEWEST and "killed" not in relations:
        return False
    if several:
        return bool(relations - NO_NEWS)
    if all(is_vague(shelf.figures[point.figure]) for point in series.points):
        return False
    return series.occasion is None and bool(relations & GRAVE) and series.current.best >= FEWEST


def _says_again(series: Series, told: Series) -> bool:
    """Whether a label is told already, or the same number of the same people in other words: "21 girls", "21 freed"."""
    if series.label.lower() == told.label.lower():
        return True
    if (_fate(series), series.occasion, series.current.best) != (_fate(told), told.occasion, told.current.best):
        return False
    return {series.unit, told.unit} == {PEOPLE} and (
        PEOPLE in {series.population, told.population} or series.population == told.population
    )


def _fate(series: Series) -> str:
    """The last word of what is said of the counted."""
    return series.label.partition(" in ")[0].rpartition(" ")[2]


def _reads_well(series: Series, relations: Set[str | None], shelf: Shelf) -> bool:
    """Whether its label says of what it is, and what is said can be said of that."""
    units = load_table(UNITS)
    if series.unit in units["units"] or series.unit in set(units["currency"].values()) or series.unit == "percent":
        return " of " in series.label
    if series.population in word_set(MEASURES, "idle"):
        return False
    if series.measure == "size" and not any(said and said in series.label for said in relations):
        return False
    figures = [shelf.figures[point.figure] for point in series.points]
    if not relations & GRAVE and all(is_vague(figure) for figure in figures):
        return False
    if "aboard" in relations and series.current.best > MOST_ABOARD:
        return False
    people = series.unit == PEOPLE or is_person(series.population)
    return relations.isdisjoint(word_set(MEASURES, "not_of_people" if people else "of_people"))


def parts_of(whole: Series, others: Sequence[Series], shelf: Shelf) -> list[Series]:
    """The series of its parts that add up to it, which one report at least lists side by side: "the dead were ten
    tourists and two pilots"; the fewest that do.
    """
    if whole.population != PEOPLE or whole.occasion is not None:
        return []
    parts = [each for each in others if each.measure == whole.measure and each.population != whole.population]
    parts = [each for each in parts if each.occasion is None and 0 < each.current.best < whole.current.best]
    tried = chain.from_iterable(combinations(parts[:MOST_PARTS], size) for size in range(2, 5))
    adding = (some for some in tried if sum(each.current.best for each in some) == whole.current.best)
    return list(next((some for some in adding if _are_listed(some, shelf)), ()))


def _are_listed(parts: Sequence[Series], shelf: Shelf) -> bool:
    """Whether one report gives the values that hold of all of them within a few words of one another."""
    spots: list[set[tuple[str, int]]] = []
    for part in parts:
        held = [shelf.figures[point.figure] for point in part.points if point.best == part.current.best]
        spots.append({(figure.report, figure.start) for figure in held})
    return any(
        all(any(report == other and abs(start - at) < NEAR for other, at in each) for each in spots[1:])
        for report, start in spots[0]
    )


def _with_parts(whole: Series, parts: Sequence[Series], shelf: Shelf) -> Told:
    words, cited = movement_of(whole, shelf)
    if not parts:
        return words, cited
    parts = sorted(parts, key=lambda part: -part.current.best)
    named = [f"{say_number(part.current.best)} {_population(part)}" for part in parts]
    figures = [shelf.figures[point.figure] for part in parts for point in part.points]
    more = (span for figure in figures for span in shelf.cite_figure(figure))
    return as_sentence(f"{words.removesuffix('.')}; of them {say_list(named)}"), merge_citations([*cited, *more])


def _stands_beside(series: Series, other: Series) -> bool:
    """Whether two series count the same fate of one sort of people, and each has one value alone."""
    alone = len(series.points) == 1 and len(other.points) == 1 and series.population != PEOPLE
    return alone and series.id != other.id and series.measure == other.measure and series.population == other.population


def _together(series: Sequence[Series], shelf: Shelf) -> Told:
    parts = [_alone(each, shelf) for each in series]
    words = f"{series[0].measure.capitalize()}: {'; counted apart from that, '.join(text for text, _ in parts)}"
    return as_sentence(words), merge_citations(citation for _, cited in parts for citation in cited)


def _alone(series: Series, shelf: Shelf) -> Told:
    """The one value of a series as its report words it."""
    figure = shelf.figures[series.points[0].figure]
    words = " ".join(figure.text.split())
    shown = words if any(letter.isalpha() for letter in words) else f"{words} {figure.counted}"
    day = f" on {say_day(figure.as_of_latest)}" if figure.as_of_latest else ""
    return f"{shown}{day}{credit_of([figure], shelf)}", shelf.cite_figure(figure)


def _population(series: Series) -> str:
    """What a series counts, without what is said of it."""
    return series.label.removesuffix(series.measure).strip()


def value_of(figure: FigureEntry, unit: str) -> str:
    """The value as its report gives it, with its own unit where the series is kept in another one; or "hundreds"."""
    vague = VAGUE.search(figure.text)
    if vague and is_vague(figure):
        return vague.group().lower()
    value = say_value(figure.low, figure.high, figure.best, figure.exclusive, figure.approximate)
    return value if figure.unit == unit else f"{value} {figure.unit}"


def movement_of(series: Series, shelf: Shelf) -> Told:
    """The values day by day with their sources, those of one day side by side; a day that only repeats the one before
    is left out.
    """
    days: dict[date | None, list[FigureEntry]] = {}
    citations: list[Citation] = []
    for figure in _shown_of(series, shelf):
        citations += shelf.cite_figure(figure)
        days.setdefault(figure.as_of_latest or shelf.reports[figure.report].published, []).append(figure)
    steps = [(day, _by_value(figures, series.unit)) for day, figures in days.items()]
    moved = [step for place, step in enumerate(steps) if place == 0 or list(step[1]) != list(steps[place - 1][1])]
    told = [_step(None if series.occasion else day, values, shelf) for day, values in moved]
    return as_sentence(f"{series.label}: {', then '.join(told)}"), merge_citations(citations)


def _shown_of(series: Series, shelf: Shelf) -> list[FigureEntry]:
    """The figures to show: of people of any sort those of whom it is said what the label says, and orders of size
    ("dozens") only where no number is told.
    """
    figures = [shelf.figures[point.figure] for point in series.points]
    if series.measure == "size" and series.population == PEOPLE:
        figures = [each for each in figures if each.relation and each.relation in series.label] or figures
    return [figure for figure in figures if not is_vague(figure)] or figures


def _by_value(figures: Sequence[FigureEntry], unit: str) -> dict[str, list[FigureEntry]]:
    """The figures of one day by the value they show: "at least 7" is 7 where another report says so, and a lower bound
    below another value of the day tells nothing.
    """
    exact = {figure.best: figure for figure in figures if figure.low == figure.high}
    most = max(figure.best for figure in figures)
    shown: dict[str, list[FigureEntry]] = {}
    for figure in figures:
        if figure.high is not None or figure.best >= most:
            shown.setdefault(value_of(exact.get(figure.best, figure), unit), []).append(figure)
    return shown


def current_of(series: Series, shelf: Shelf) -> Told:
    """The value that holds now, and the one before it where that was another: "7 (police) on 11 May, after 8 on …"."""
    now = [point for point in series.points if point.best == series.current.best] or series.points[-1:]
    day = max((point.as_of for point in now if point.as_of), default=None)
    held = [shelf.figures[point.figure] for point in now if point.as_of == day]
    held.sort(key=lambda figure: figure.low == figure.high)
    value = value_of(held[-1], series.unit)
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
    words = " or ".join(f"{value}{credit_of(figures, shelf)}" for value, figures in shown)
    return f"{words}{f' on {say_day(day)}' if day else ''}"
