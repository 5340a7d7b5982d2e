"""What the exports of coded events share: names of entities, places, fatalities and the words that tell an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.account.account import Account, Entity, Event, FigureEntry
from reportedly.data import load_table
from reportedly.telling.shelf import Shelf

CODEBOOKS = "codebooks.toml"
COUNTRIES = "places_countries.toml"
KILLED = frozenset({"killed", "dead"})


@cache
def codebook(section: str) -> dict[str, Any]:
    """One section of the table of foreign codes."""
    return dict(load_table(CODEBOOKS)[section])


def country_name(code: str | None) -> str:
    """The English short name of an ISO 3166-1 alpha-2 code; empty for none."""
    row = load_table(COUNTRIES)["countries"].get(code or "", {})
    return str(row.get("name", code or ""))


def is_deed(event: Event, coder: Coder) -> bool:
    """Whether somebody did it, as a deed of its type asks: people killed by a storm are no assault."""
    if event.type not in codebook("deeds")["needs_actor"]:
        return True
    return any(each.kind in codebook("deeds")["actors"] for each in coder.entities(event.actors))


@dataclass(frozen=True, slots=True)
class Deaths:
    """People killed in an event, as reported: low, best and high; None = not said."""

    low: float | None
    best: float | None
    high: float | None


class Coder:
    """Looks up what a coded row needs about events of one account."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.shelf = Shelf(account)
        self._headlines = {event: line.headline for line in account.timeline for event in line.events}
        own = (row for row in account.series if row.occasion is None)
        self._deaths = {row.event: row for row in own if row.event and row.measure in KILLED}

    def entities(self, ids: tuple[str, ...]) -> Iterator[Entity]:
        """The entities of these ids that the account knows."""
        return (self.shelf.entities[key] for key in ids if key in self.shelf.entities)

    def place(self, event: Event) -> Entity | None:
        """The entity of the event's place."""
        return self.shelf.entities.get(event.place or "")

    def words(self, event: Event) -> tuple[str, ...]:
        """The words of each telling's predicate, as printed."""
        shown = (self.account.texts.get(each.report, "")[each.start : each.end] for each in event.mentions)
        return tuple(dict.fromkeys(words for words in shown if words))

    def note(self, event: Event) -> str:
        """One line on the event: its headline in the timeline, else its predicate."""
        return self._headlines.get(event.id, event.predicate)

    def outlets(self, event: Event) -> tuple[str, ...]:
        """The outlets that tell the event, each once; a report's file where its outlet is not known."""
        reports = (self.shelf.reports[each.report] for each in event.mentions if each.report in self.shelf.reports)
        return tuple(dict.fromkeys(report.outlet or report.path for report in reports))

    def deaths(self, event: Event) -> Deaths:
        """What the reports say of people killed in it: its series' current value, else a figure of its own claims."""
        series = self._deaths.get(event.id)
        if series is not None:
            return Deaths(series.current.low, series.current.best, series.current.high)
        figure = next(self._figures(event), None)
        return Deaths(figure.low, figure.best, figure.high) if figure else Deaths(None, None, None)

    def _figures(self, event: Event) -> Iterator[FigureEntry]:
        """The counts of people killed in the claims that tell a deadly event, the latest report first."""
        claims = {each.claim for each in event.mentions if each.claim}
        if event.type not in {"killing", "attack", "shooting", "air_strike", "shelling", "armed_clash"}:
            return
        for figure in reversed(self.account.figures):
            if figure.source_claim in claims and figure.relation in KILLED:
                yield figure
