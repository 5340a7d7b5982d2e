"""A report with its spans marked: what every stage found, laid over the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reportedly.account.account import Account, ClaimEntry, Event
from reportedly.reading.reading import Use

Layer = Literal["claim", "source", "cue", "event", "figure", "time", "place", "furniture"]
USES: dict[Use, str] = {"literal": "", "inside": ", inside a name", "people": ", its people"}
"""What is added to a place that is only hinted at."""
LAYERS: tuple[Layer, ...] = ("claim", "source", "cue", "event", "figure", "time", "place", "furniture")
NOT_READ = "not read: it stands on the page beside the report"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One marked span of a report: its layer, what it became in words, and the id of that in the account."""

    start: int
    end: int
    layer: Layer
    meaning: str
    of: str = ""


def find_marks(account: Account, report: str, layers: Iterable[Layer] = LAYERS) -> tuple[Mark, ...]:
    """The marks of one report in order of their place in the text; the outlet's own statements are not marked."""
    wanted = set(layers)
    found = [mark for mark in _all_marks(account, report) if mark.layer in wanted and mark.end > mark.start]
    return tuple(sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.layer)))


def _all_marks(account: Account, report: str) -> Iterable[Mark]:
    yield from _claim_marks(claim for claim in account.claims if claim.report == report)
    yield from _event_marks(account.events, report)
    for figure in (each for each in account.figures if each.report == report):
        yield Mark(figure.start, figure.end, "figure", f"{figure.relation or 'count'}: {figure.counted}", figure.id)
    for time in (each for each in account.times if each.report == report):
        yield Mark(time.start, time.end, "time", time.value, time.id)
    names = {entity.id: entity.name for entity in account.entities}
    for place in (each for each in account.places if each.report == report):
        name = names.get(place.entity or "", "not in the gazetteer")
        yield Mark(place.start, place.end, "place", name + USES[place.use], place.id)
    for entry in (each for each in account.reports if each.id == report):
        yield from (Mark(span.start, span.end, "furniture", NOT_READ) for span in entry.furniture)


def _claim_marks(claims: Iterable[ClaimEntry]) -> Iterable[Mark]:
    for claim in claims:
        if claim.source.start is None or claim.source.end is None:
            continue
        name = claim.source.name or "?"
        pieces = [(part.start, part.end) for part in claim.parts] or [(claim.start, claim.end)]
        yield from (Mark(start, end, "claim", f"{name}, {claim.mode}", claim.id) for start, end in pieces)
        yield Mark(claim.source.start, claim.source.end, "source", f"{name} ({claim.source.kind})", claim.id)
        if claim.cue is not None:
            yield Mark(claim.cue.start, claim.cue.end, "cue", claim.manner, claim.id)


def _event_marks(events: Iterable[Event], report: str) -> Iterable[Mark]:
    for event in events:
        days = f" {event.earliest}" if event.earliest else ""
        for telling in event.mentions:
            if telling.report == report:
                yield Mark(telling.start, telling.end, "event", f"{event.type}{days}, {telling.mode}", event.id)
