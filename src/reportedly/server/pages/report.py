"""A report: its text and the layers of what was read in it, with what each marked span became in the account."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.account.account import Account
from reportedly.errors import NotFoundError
from reportedly.server.pages.reports import ReportLine, report_lines
from reportedly.telling.marks import Layer, Mark, find_marks
from reportedly.telling.phrasing import words_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_days, say_value


@dataclass(frozen=True, slots=True)
class ReportMark:
    """A marked span (half-open code points): its layer, what it means in a word, and facts about it by name.

    ``series`` is the id of the series that a figure belongs to.
    """

    start: int
    end: int
    layer: Layer
    meaning: str
    facts: tuple[tuple[str, str], ...]
    series: str | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with its story, its text and its marks, in order of their place in the text."""

    line: ReportLine
    story: str
    story_title: str
    url: str | None
    dated_by: str | None
    text: str
    marks: tuple[ReportMark, ...]


def report_page(account: Account, report: str) -> ReportPage:
    """The page of a report; ``account`` is that of its story.

    Raises:
        NotFoundError: the report is not in it.
    """
    shelf = Shelf(account)
    entry = shelf.reports.get(report)
    if entry is None:
        raise NotFoundError(f"There is no report {report!r} in this archive. Go back to the list of stories.")
    title = next((story.title for story in account.stories if story.id == entry.story), "")
    (line,) = report_lines(account, {report})
    return ReportPage(
        line=line,
        story=entry.story,
        story_title=title,
        url=entry.url,
        dated_by=entry.dated_by,
        text=account.texts[report],
        marks=tuple(_mark(mark, shelf) for mark in find_marks(account, report)),
    )


def _mark(mark: Mark, shelf: Shelf) -> ReportMark:
    figure = shelf.figures.get(mark.of)
    facts = tuple((name, value) for name, value in _facts(mark, shelf) if value)
    return ReportMark(mark.start, mark.end, mark.layer, mark.meaning, facts, figure.series if figure else None)


def _facts(mark: Mark, shelf: Shelf) -> list[tuple[str, str]]:
    """What a mark became, by the kind of thing that it is."""
    if claim := shelf.claims.get(mark.of):
        names = {origin.id: origin.name for origin in shelf.account.origins}
        return [
            ("statement", words_of(claim, shelf)),
            ("source", claim.source.name or ""),
            ("mode", claim.mode),
            ("passed on by", " → ".join(dict.fromkeys(relay.name for relay in claim.via))),
            ("counts for", names.get(claim.origin, claim.origin)),
        ]
    if figure := shelf.figures.get(mark.of):
        days = (figure.as_of_earliest, figure.as_of_latest)
        return [
            ("value", say_value(figure.low, figure.high, figure.best, figure.exclusive, figure.approximate)),
            ("counts", figure.counted),
            ("said of them", figure.relation or ""),
            ("holds for", say_days(days[0], days[1]) if days[0] and days[1] else "day not known"),
        ]
    if event := shelf.events.get(mark.of):
        entities = shelf.entities
        return [
            ("type", event.type.replace("_", " ")),
            ("who", ", ".join(entities[key].name for key in event.actors if key in entities)),
            ("to whom", ", ".join(entities[key].name for key in event.recipients if key in entities)),
            ("where", entities[event.place].name if event.place in entities else ""),
            ("when", say_days(event.earliest, event.latest) if event.earliest and event.latest else "day not known"),
            ("mode", event.mode),
            ("told by", f"{event.independent_origins} independent origins, {len(event.mentions)} tellings"),
        ]
    return _plain_facts(mark, shelf)


def _plain_facts(mark: Mark, shelf: Shelf) -> list[tuple[str, str]]:
    if mark.layer == "furniture":
        return [("why", "it stands on the page beside the report; nothing is taken from it")]
    for time in shelf.account.times:
        if time.id == mark.of:
            days = say_days(time.earliest, time.latest) if time.earliest and time.latest else ""
            return [("value", time.value), ("type", time.type.lower()), ("modifier", time.mod or ""), ("days", days)]
    place = next((each for each in shelf.account.places if each.id == mark.of), None)
    entity = shelf.entities.get(place.entity or "") if place else None
    if entity is None or entity.place is None:
        return [("place", entity.name if entity else "not in the gazetteer")]
    where = entity.place
    return [
        ("place", entity.name),
        ("region", where.admin1 or ""),
        ("country", where.country or ""),
        ("position", f"{where.latitude:.3f}, {where.longitude:.3f}"),
    ]
