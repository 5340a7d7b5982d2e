"""Reports and readings made by hand: a draft is a text to which readings are added by the words that stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reportedly.reading.reading import (
    Chain,
    Claim,
    EventMention,
    Figure,
    Location,
    Mention,
    PlaceMention,
    Reading,
    Relay,
    Role,
    Source,
)
from reportedly.report import Report, Span

DAY = date(2031, 5, 14)


def town(name: str, latitude: float = 10.0, longitude: float = 20.0, number: int = 1, precision: int = 1) -> Location:
    """A place of the gazetteer."""
    return Location(name, latitude, longitude, "XX", None, number, "PPL", precision)


@dataclass
class Draft:
    """One report in the making; ``id`` orders reports of one day."""

    text: str
    id: str = "r1"
    day: date | None = DAY
    outlet: str | None = "The Harbour Post"
    title: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    credits: list[Relay] = field(default_factory=list)

    def span(self, phrase: str) -> Span:
        """Where the phrase first stands."""
        start = self.text.index(phrase)
        return Span(start, start + len(phrase))

    def mention(
        self, phrase: str, kind: Any, name: bool = True, roles: tuple[tuple[str, str | None], ...] = (), **more: Any
    ) -> int:
        """A mention in a chain of its own."""
        at = self.span(phrase)
        told = tuple(Role(title, of, at.start, at.end) for title, of in roles)
        form = "name" if name else "nominal"
        self.mentions.append(
            Mention(
                at.start, at.end, kind, form, at, 0, phrase if name else None, told, chain=len(self.chains), **more
            ),
        )
        self.chains.append(Chain(phrase, kind, (len(self.mentions) - 1,)))
        return len(self.mentions) - 1

    def place(self, phrase: str, location: Location | None) -> int:
        """A place with its mention."""
        number = self.mention(phrase, "place")
        at = self.span(phrase)
        self.places.append(PlaceMention(at.start, at.end, 0, location, 1.0, number))
        return len(self.places) - 1

    def claim(
        self,
        phrase: str,
        source: int | None = None,
        kind: Any = "outlet",
        mode: Any = "asserted",
        via: tuple[Relay, ...] = (),
    ) -> int:
        """A claim whose content is the phrase; without a source it is the outlet's own."""
        at = self.span(phrase)
        who = self.mentions[source] if source is not None else None
        shown = self.text[who.start : who.end] if who else None
        credited = Source(
            kind, shown, who.start if who else None, who.end if who else None, source, who.affiliation if who else None
        )
        self.claims.append(Claim(at.start, at.end, (at,), 0, credited, via, None, None, mode))
        return len(self.claims) - 1

    def figure(self, phrase: str, low: float | None, counted: str, relation: str | None, **more: Any) -> int:
        """A figure; ``high`` is ``low`` unless told otherwise, and it holds for the day of publication."""
        at = self.span(phrase)
        high = more.pop("high", low)
        known = {
            "best": low if low is not None else high,
            "exclusive": False,
            "approximate": False,
            "unit": "people",
            "as_of_earliest": self.day,
            "as_of_latest": self.day,
        } | more
        self.figures.append(Figure(at.start, at.end, 0, low, high, counted=counted, relation=relation, **known))
        return len(self.figures) - 1

    def event(
        self, phrase: str, kind: str, actors: tuple[int, ...] = (), recipients: tuple[int, ...] = (), **more: Any
    ) -> int:
        """An event mention of the day of publication."""
        at = self.span(phrase)
        known = {
            "predicate": phrase,
            "place": None,
            "time": None,
            "earliest": self.day,
            "latest": self.day,
            "date_precision": 1,
            "mode": "asserted",
        } | more
        self.events.append(EventMention(at.start, at.end, 0, kind, actors=actors, recipients=recipients, **known))
        return len(self.events) - 1

    @property
    def report(self) -> Report:
        """The report."""
        return Report(self.id, f"folder/{self.id}.txt", self.text, "0" * 64, self.outlet, self.day, title=self.title)

    @property
    def reading(self) -> Reading:
        """Its reading."""
        return Reading(
            self.id,
            "1",
            (Span(0, len(self.text)),),
            (0,),
            (),
            tuple(self.mentions),
            tuple(self.chains),
            (),
            tuple(self.places),
            tuple(self.figures),
            tuple(self.claims),
            tuple(self.events),
            tuple(self.credits),
        )
