"""The incidents in sentences: "Shooting in Lota on 3 March 2024: four killed and 11 injured (two origins)."."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.account.account import Citation, Incident, IncidentToll, Story
from reportedly.account.incidents import deeds, harms
from reportedly.telling.counted import value_of
from reportedly.telling.shelf import Shelf, merge_citations
from reportedly.telling.wording import NUMERALS, as_sentence, say_days, say_few, say_list, say_number

Told = tuple[str, tuple[Citation, ...]]
MOST_INCIDENTS = 6
"""Incidents of a story that its brief tells of, the gravest."""
TWICE = 2
"""Reports that must tell a toll for the brief to tell it."""


def tell_incidents(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The gravest incidents of a story that several reports tell of, in order of their days."""
    known = [row for row in shelf.account.incidents if row.story == story.id and _is_shared(row)]
    gravest = sorted(known, key=lambda row: (-row.killed.best, -row.injured.best, -len(row.reports), row.id))
    for row in in_order(gravest[:MOST_INCIDENTS]):
        yield incident_line(row, shelf)


def in_order(rows: Sequence[Incident]) -> list[Incident]:
    """Incidents in order of their days, those without a day last."""
    return sorted(rows, key=lambda row: (row.earliest is None, str(row.earliest), row.id))


def _is_shared(row: Incident) -> bool:
    """Whether two reports at least tell the value that holds of its toll."""
    toll = row.killed if row.killed.best else row.injured
    return toll.best > 0 and len({point.report for point in toll.points if point.best == toll.best}) >= TWICE


def incident_line(row: Incident, shelf: Shelf) -> Told:
    """An incident in one sentence, with the words that tell it."""
    counts = ((row.killed, "killed"), (row.injured, "injured"))
    toll = [f"{_value(toll, shelf)} {said}" for toll, said in counts if toll.best]
    origins = f" ({_few(row.independent_origins)} origins)" if row.independent_origins > 1 else ""
    said = f": {say_list(toll)}" if toll else ""
    cited = [*row.citations, *(span for each in (row.killed, row.injured) for span in _words(each))]
    return as_sentence(f"{name_of(row, shelf)}{said}{origins}"), merge_citations(cited)


def name_of(row: Incident, shelf: Shelf, *, dated: bool = True) -> str:
    """What it was, and where and when: "Shooting in Lota on 3 March 2024"."""
    place = shelf.entities.get(row.place or "")
    name = {**harms(), **deeds()}[row.type] + (f" in {place.name}" if place else "")
    if not dated or row.earliest is None or row.latest is None:
        return name
    return f"{name} {'on ' if row.earliest == row.latest else ''}{say_days(row.earliest, row.latest)}"


def _value(toll: IncidentToll, shelf: Shelf) -> str:
    """The value that holds, with its bound where every report gives one: "more than 50"."""
    figures = [each for span in _words(toll) for each in shelf.figures_at(span) if each.best == toll.best]
    if figures and all(each.high is None for each in figures):
        return value_of(figures[0], figures[0].unit)
    return _say(toll.best)


def _say(count: int) -> str:
    return say_few(count) if count < len(NUMERALS) else say_number(count)


def _few(count: int) -> str:
    """A count of our own, in words that no report need hold."""
    return say_few(count) if count < len(NUMERALS) else f"more than {NUMERALS[-1]}"


def _words(toll: IncidentToll) -> Iterable[Citation]:
    """The words that tell the value that holds."""
    for point in toll.points if toll.best else ():
        if point.best == toll.best:
            yield from point.spans
