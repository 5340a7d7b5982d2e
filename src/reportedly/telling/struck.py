"""The incidents in sentences: "Shooting in Lota on 3 March 2024: four killed, 11 injured (two origins)."."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.account.account import Citation, Incident, IncidentToll, Story
from reportedly.account.incidents import deeds, harms
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
    for row in sorted(gravest[:MOST_INCIDENTS], key=lambda row: (row.earliest is None, row.earliest, row.id)):
        yield incident_line(row, shelf)


def _is_shared(row: Incident) -> bool:
    """Whether two reports at least tell that value of its toll which holds."""
    toll = row.killed if row.killed.best else row.injured
    return toll.best > 0 and len({point.report for point in toll.points if point.best == toll.best}) >= TWICE


def incident_line(row: Incident, shelf: Shelf) -> Told:
    """An incident in one sentence, with the words that tell it."""
    parts = [name_of(row, shelf), say_toll(row)]
    origins = f" ({_few(row.independent_origins)} origins)" if row.independent_origins > 1 else ""
    cited = [*row.citations, *(span for toll in (row.killed, row.injured) for span in _words(toll))]
    return as_sentence(f"{': '.join(part for part in parts if part)}{origins}"), merge_citations(cited)


def name_of(row: Incident, shelf: Shelf) -> str:
    """What, where and when: "Shooting in Lota on 3 March 2024"."""
    what = {**harms(), **deeds()}[row.type]
    place = shelf.entities.get(row.place or "")
    where = f" in {place.name}" if place else ""
    if row.earliest is None or row.latest is None:
        return f"{what}{where}"
    return f"{what}{where} {'on ' if row.earliest == row.latest else ''}{say_days(row.earliest, row.latest)}"


def say_toll(row: Incident) -> str:
    """ "four killed, 11 injured"; what nobody tells of is left out."""
    counts = ((row.killed, "killed"), (row.injured, "injured"))
    return say_list([f"{_say(toll.best)} {said}" for toll, said in counts if toll.best]) if _any(row) else ""


def _any(row: Incident) -> bool:
    return bool(row.killed.best or row.injured.best)


def _say(count: int) -> str:
    return say_few(count) if count < len(NUMERALS) else say_number(count)


def _few(count: int) -> str:
    """A count of ours, in words that no report need hold."""
    return say_few(count) if count < len(NUMERALS) else f"more than {NUMERALS[-1]}"


def _words(toll: IncidentToll) -> Iterable[Citation]:
    """The words that tell the value that holds."""
    for point in toll.points if toll.best else ():
        if point.best == toll.best:
            yield from point.spans
