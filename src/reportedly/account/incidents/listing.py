"""The incidents of a story as the account lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.account.account import Citation, Incident
from reportedly.account.incidents.counting import without
from reportedly.account.incidents.gathering import gather_incidents
from reportedly.account.incidents.sighting import Sighting, deeds, harms
from reportedly.account.incidents.tolls import settle_tolls
from reportedly.reading.reading import Reading
from reportedly.report import Span

Keys = Mapping[tuple[str, int], str]
"""From a report and an index into its reading to an entity."""
DAY, SPAN, LONGER = 1, 2, 5
"""UCDP's date_precision of a day, of two to six days, and of longer than a month."""
BEFORE = timedelta(days=1)
"""What is told without a day happened on the day of the report or on the one before."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the words of a story mean: entities by mention and by place, the origin of each report, and the figures that
    somebody rejected.
    """

    of_mention: Keys
    of_place: Keys
    origins: Mapping[str, str]
    fallen: frozenset[Citation] = frozenset()


def find_incidents(
    sightings: Sequence[Sighting], readings: Mapping[str, Reading], names: Names, story: str
) -> tuple[Incident, ...]:
    """The incidents that the reports of one story tell of, the one with the earliest report first.

    Args:
        sightings: one for each report that was read, in canonical order.
        readings: of the reports, by id.
        names: of the story.
        story: its id.
    """
    standing = [_standing(each, names.fallen) for each in sightings] if names.fallen else sightings
    return tuple(_incident(group, readings, names, story) for group in gather_incidents(standing))


def _standing(sighting: Sighting, fallen: frozenset[Citation]) -> Sighting:
    spans = {Span(each.start, each.end) for each in fallen if each.report == sighting.report}
    if not spans:
        return sighting
    return replace(sighting, toll=without(sighting.toll, spans), evidence=sighting.evidence.without(spans))


def _incident(group: Sequence[Sighting], readings: Mapping[str, Reading], names: Names, story: str) -> Incident:
    earliest, latest = _days(group)
    killed, injured = settle_tolls(group, names.origins)
    place = _commonest(_place(each, names) for each in group)
    return Incident(
        id=f"i:{group[0].report}",
        type=_kind(group),
        place=place,
        earliest=earliest,
        latest=latest,
        date_precision=_precision(earliest, latest),
        people=_people(group, readings, names),
        killed=killed,
        injured=injured,
        reports=tuple(each.report for each in group),
        citations=_citations(group, readings, names, place),
        independent_origins=len({names.origins[each.report] for each in group}),
        story=story,
    )


def _kind(group: Sequence[Sighting]) -> str:
    """The deed that most reports tell of; else what became of people."""
    kinds = [each.kind for each in group if each.kind]
    return _commonest(kind for kind in kinds if kind in deeds()) or _commonest(kinds) or next(iter(harms()))


def _commonest(items: Iterable[str | None]) -> str | None:
    """The item given most often; the first among equals, None where none is given."""
    return next((item for item, _ in Counter(item for item in items if item).most_common(1)), None)


def _place(sighting: Sighting, names: Names) -> str | None:
    return None if sighting.place is None else names.of_place.get((sighting.report, sighting.place))


def _days(group: Sequence[Sighting]) -> tuple[date | None, date | None]:
    """The day that most reports tell, the earliest among equals; else that of the first report and the one before.

    Nothing is reported before it happened: a later day is that of an arrest or a funeral.
    """
    first = min((each.published for each in group if each.published), default=None)
    told = Counter(each.day for each in group if each.day and (first is None or each.day <= first))
    if told:
        day = min(told, key=lambda each: (-told[each], each))
        return day, day
    return (first - BEFORE, first) if first else (None, None)


def _precision(earliest: date | None, latest: date | None) -> int:
    if earliest is None:
        return LONGER
    return DAY if earliest == latest else SPAN


def _people(group: Sequence[Sighting], readings: Mapping[str, Reading], names: Names) -> tuple[str, ...]:
    """The named entities whose mentions are the words for somebody killed or hurt at the head of a report."""
    found: dict[str, None] = {}
    for each in group:
        reading = readings[each.report]
        toll = reading.toll
        hurt = [tell for one in (toll.casualties if toll else ()) if one.name in each.victims for tell in one.tellings]
        for number, mention in enumerate(reading.mentions):
            named = mention.kind == "person" and mention.form == "name"
            if named and any(span.start <= mention.start and mention.end <= span.end for span in hurt):
                key = names.of_mention.get((each.report, number))
                found |= {key: None} if key else {}
    return tuple(found)


def _citations(
    group: Sequence[Sighting], readings: Mapping[str, Reading], names: Names, place: str | None
) -> tuple[Citation, ...]:
    """For each report the word for what happened, and that for where, if it means the incident's place."""
    found: list[Citation] = []
    for each in group:
        reading = readings[each.report]
        if each.event is not None:
            event = reading.events[each.event]
            found.append(Citation(each.report, event.start, event.end))
        if each.place is not None and place and _place(each, names) == place:
            where = reading.places[each.place]
            found.append(Citation(each.report, where.start, where.end))
    return tuple(found)
