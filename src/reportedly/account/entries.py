"""The items of one report's reading as the account lists them, with ids that stay when other reports join.

An id is the report's id, a letter for the kind of thing and its number in the reading: ``r0f3.c2`` is the third claim
of report ``r0f3``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.account.account import (
    ClaimEntry,
    ClaimRelay,
    ClaimSource,
    Cue,
    FigureEntry,
    Part,
    PlaceEntry,
    TimeEntry,
)
from reportedly.account.entities import Directory
from reportedly.reading.reading import Claim, Figure, Reading, Relay
from reportedly.report import Report


@dataclass(frozen=True, slots=True)
class Entries:
    """What one report adds to the lists of the account; figures have no series yet, claims no origin and no events."""

    times: tuple[TimeEntry, ...]
    places: tuple[PlaceEntry, ...]
    figures: tuple[FigureEntry, ...]
    claims: tuple[ClaimEntry, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its reading."""

    report: Report
    reading: Reading


def claim_id(report: str, number: int | None) -> str | None:
    """The id of a reading's claim by its number; None for none."""
    return None if number is None else f"{report}.c{number}"


def figure_id(report: str, number: int) -> str:
    """The id of a reading's figure by its number."""
    return f"{report}.f{number}"


def list_entries(report: Report, reading: Reading, directory: Directory) -> Entries:
    """The entries of one report, in the order of its reading."""
    told = _found_in(reading)
    return Entries(
        times=_times(report, reading),
        places=_places(report, reading, directory),
        figures=tuple(_figure(report, number, figure, directory) for number, figure in enumerate(reading.figures)),
        claims=tuple(
            _claim(report, reading, told, number, claim, directory) for number, claim in enumerate(reading.claims)
        ),
    )


def _times(report: Report, reading: Reading) -> tuple[TimeEntry, ...]:
    return tuple(
        TimeEntry(
            id=f"{report.id}.t{number}",
            report=report.id,
            start=time.start,
            end=time.end,
            text=report.text[time.start : time.end],
            type=time.type,
            value=time.value,
            mod=time.mod,
            earliest=time.earliest,
            latest=time.latest,
        )
        for number, time in enumerate(reading.times)
    )


def _places(report: Report, reading: Reading, directory: Directory) -> tuple[PlaceEntry, ...]:
    return tuple(
        PlaceEntry(
            id=f"{report.id}.p{number}",
            report=report.id,
            start=place.start,
            end=place.end,
            text=report.text[place.start : place.end],
            entity=directory.of_place.get((report.id, number)),
            use=place.use,
            confidence=place.confidence,
        )
        for number, place in enumerate(reading.places)
    )


def _figure(report: Report, number: int, figure: Figure, directory: Directory) -> FigureEntry:
    return FigureEntry(
        id=figure_id(report.id, number),
        report=report.id,
        start=figure.start,
        end=figure.end,
        text=report.text[figure.start : figure.end],
        low=figure.low,
        high=figure.high,
        best=figure.best,
        exclusive=figure.exclusive,
        approximate=figure.approximate,
        unit=figure.unit,
        counted=figure.counted,
        relation=figure.relation,
        share_of=figure.share_of,
        about_entity=None if figure.about is None else directory.of_mention.get((report.id, figure.about)),
        source_claim=claim_id(report.id, figure.claim),
        as_of_earliest=figure.as_of_earliest,
        as_of_latest=figure.as_of_latest,
        series=None,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The first mention by each name, and the figures that each claim carries, by their numbers."""

    names: Mapping[str, int]
    figures: Mapping[int | None, Sequence[int]]


def _found_in(reading: Reading) -> _Found:
    names: dict[str, int] = {}
    for number, mention in enumerate(reading.mentions):
        if mention.form == "name" and mention.name:
            names.setdefault(mention.name, number)
    figures: dict[int | None, list[int]] = {}
    for number, figure in enumerate(reading.figures):
        figures.setdefault(figure.claim, []).append(number)
    return _Found(names, figures)


def _claim(
    report: Report, reading: Reading, told: _Found, number: int, claim: Claim, directory: Directory
) -> ClaimEntry:
    source = claim.source
    return ClaimEntry(
        id=f"{report.id}.c{number}",
        report=report.id,
        start=claim.start,
        end=claim.end,
        text=report.text[claim.start : claim.end],
        source=ClaimSource(
            kind=source.kind,
            name=source.name,
            start=source.start,
            end=source.end,
            affiliation=source.affiliation,
            entity=_source_entity(report.id, reading, told.names, claim, directory),
        ),
        via=tuple(_relay(report.id, reading, relay, directory) for relay in claim.via),
        cue=Cue(claim.cue.start, claim.cue.end) if claim.cue else None,
        quote=claim.quote,
        mode=claim.mode,
        manner=claim.manner,
        origin="",
        events=(),
        figures=tuple(figure_id(report.id, place) for place in told.figures.get(number, ())),
        parts=tuple(Part(part.start, part.end) for part in claim.parts),
    )


def _source_entity(
    report: str, reading: Reading, names: Mapping[str, int], claim: Claim, directory: Directory
) -> str | None:
    """The entity that a claim is credited to: the one that bears the source's name, else the one that its words mean.

    Attribution may know better than coreference whom "it" means, since it knows who speaks; it then names the source.
    """
    source = claim.source
    number = names.get(source.name or "")
    if number is not None:
        return directory.of_mention.get((report, number))
    if source.mention is not None:
        return directory.of_mention.get((report, source.mention))
    if source.start is None or source.end is None:
        return None
    return _entity_at(report, reading, source.start, source.end, directory)


def _relay(report: str, reading: Reading, relay: Relay, directory: Directory) -> ClaimRelay:
    entity = None if relay.kind == "channel" else _entity_at(report, reading, relay.start, relay.end, directory)
    return ClaimRelay(relay.name, entity, relay.kind)


def _entity_at(report: str, reading: Reading, start: int, end: int, directory: Directory) -> str | None:
    """The entity of the mention whose head ends the span: "a spokesman for X" is the spokesman, not X."""
    inside = [
        (mention.start, -mention.end, number)
        for number, mention in enumerate(reading.mentions)
        if mention.start < end and start < mention.end and start <= mention.head.start < end
    ]
    return directory.of_mention.get((report, min(inside)[2])) if inside else None
