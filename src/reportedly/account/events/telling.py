"""One report's telling of something that happened, as it is compared with others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Citation
from reportedly.reading.events.ontology import ontology
from reportedly.reading.reading import Mode
from reportedly.records import quicken
from reportedly.report import Span


@quicken
@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling with its participants as entities.

    ``order`` is its place among all tellings of the story. ``timed`` is false where its days come from the report as
    a whole, not from words for a time; ``placed`` where its place is not named in its own sentence.
    """

    id: str
    order: int
    report: str
    start: int
    end: int
    type: str
    predicate: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    earliest: date | None
    latest: date | None
    date_precision: int
    mode: Mode
    claim: str | None
    origin: str
    timed: bool = True
    placed: bool = True
    aside: Span | None = None

    @property
    def participants(self) -> frozenset[str]:
        """Everybody who acts or is acted on."""
        return frozenset(self.actors) | frozenset(self.recipients)

    @property
    def spans(self) -> tuple[Citation, ...]:
        """The words of its predicate, for what people decided on them."""
        return (Citation(self.report, self.start, self.end),)

    @property
    def family(self) -> str:
        """The family of its type in the ontology; a type that is not there is its own."""
        known = ontology().types.get(self.type)
        return known.family if known else self.type
