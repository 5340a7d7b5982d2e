"""The figures of a story with what their reports tell about them: the place, the event, whose measure it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.account.account import FigureEntry
from reportedly.account.entities import Directory
from reportedly.account.entries import Entries, Told
from reportedly.account.headlines import DATELINE
from reportedly.account.names import last_word
from reportedly.account.occasions import occasions_of
from reportedly.account.origins import ReportOrigin
from reportedly.account.replacing import replaced_value
from reportedly.account.scope import Counted, is_generic, is_person, population_of
from reportedly.reading.figures.lexicon import numerals
from reportedly.reading.reading import Figure, Reading

HEAD = 4
"""Sentences of a report that tell first what it is about."""
MOSTLY = re.compile(r"\b(?:mainly|mostly|most|chiefly|largely)\b", re.IGNORECASE)
AGED = re.compile(r"[\s-]*(?:old )?([a-z]{3,})")
"""The noun right after an age: "25-year-old coach"."""
OF_THE = re.compile(r"([^\W_]+) of (?:the|these|those|all|its|their) $")
"""What stands before the larger number in "four of the 12 boys"; "the bodies of the two men" are no part of two."""
PARTS = frozenset(
    {"some", "most", "many", "several", "half", "none", "all", "each", "any", "few", "more", "rest", "least"}
)


def count_figures(
    told: Sequence[Told],
    entries: Sequence[Entries],
    directory: Directory,
    origin_of: Mapping[str, str],
    origins: Mapping[str, ReportOrigin],
    event_of: Mapping[str, str],
) -> list[Counted]:
    """Every figure with its origin, place and event.

    Args:
        told: the reports of the story with their readings.
        entries: of each of them.
        directory: of the story.
        origin_of: from a claim to its origin.
        origins: of reports.
        event_of: from a telling to its event; none for a telling that was rejected.
    """
    counted: list[Counted] = []
    begun = min((item.report.published for item in told if item.report.published), default=None)
    for item, part in zip(told, entries, strict=True):
        report = item.report.id
        happened = {
            figure: event_of[telling]
            for number, mention in enumerate(item.reading.events)
            if (telling := f"{report}.v{number}") in event_of
            for figure in mention.figures
        }
        occasions = occasions_of(item.report, item.reading, begun)
        for number, (figure, entry) in enumerate(zip(item.reading.figures, part.figures, strict=True)):
            spot = _spot(item.report.text, item.reading, figure)
            place = None if spot is None else directory.of_place.get((report, spot))
            origin = origin_of.get(entry.source_claim or "", origins[report].id)
            belongs = _belongs(item.report.text, entry, directory)
            counted.append(
                Counted(
                    entry,
                    item.report.published,
                    origin,
                    place,
                    directory.entities[place].place if place else None,
                    happened.get(number),
                    len(counted),
                    belongs=belongs,
                    whose=_shown(belongs, item.report.text, entry, directory),
                    part_of=_is_whole(item.report.text, entry),
                    instead_of=replaced_value(item.report.text, entry),
                    occasion=occasions[number],
                    in_head=figure.sentence < HEAD,
                    place_name=_name(place, item.report.text, figure, item.reading, directory),
                ),
            )
    return counted


def _name(place: str | None, text: str, figure: Figure, reading: Reading, directory: Directory) -> str | None:
    """The name of the place of which a figure tells all; none where the words only hint at it ("the Egyptian army"), or
    most of those counted were there and not all.
    """
    if place is None or figure.place is None:
        return None
    told = reading.places[figure.place]
    mostly = MOSTLY.search(text, min(figure.end, told.start), max(figure.start, told.end))
    return directory.entities[place].name if told.use == "literal" and not mostly else None


def _belongs(text: str, figure: FigureEntry, directory: Directory) -> str | None:
    """Whose measure a figure is: a named entity, else a description that the reports share ("the 25-year-old
    coach").
    """
    entity = directory.entities.get(figure.about_entity or "")
    if figure.relation == "age" and (entity is None or entity.kind != "person" or entity.id not in directory.named):
        followed = AGED.match(text, figure.end)
        noun = followed.group(1) if followed else last_word(entity.name) if entity and entity.kind == "person" else None
        return None if noun is None or is_generic(noun) or not is_person(noun) else population_of(noun)
    if entity is None:
        return None
    return entity.id if entity.id in directory.named else population_of(last_word(entity.name))


def _shown(belongs: str | None, text: str, figure: FigureEntry, directory: Directory) -> str | None:
    """The words for whose measure it is, with the noun of this report: "the boy"."""
    entity = directory.entities.get(belongs or "")
    if entity or not belongs:
        return entity.name if entity else None
    followed = AGED.match(text, figure.end) if figure.relation == "age" else None
    return f"the {followed.group(1) if followed else belongs}"


def _is_whole(text: str, figure: FigureEntry) -> bool:
    """Whether the figure is the larger number in "four of the 12 boys"."""
    match = OF_THE.search(text, max(0, figure.start - 24), figure.start)
    part = match.group(1).lower() if match else ""
    return part.isdigit() or part in numerals().words or part in PARTS


def _spot(text: str, reading: Reading, figure: Figure) -> int | None:
    """The place that a figure is told for: one of its own sentence, which the dateline is not part of."""
    if figure.place is None:
        return None
    place = reading.places[figure.place]
    dateline = DATELINE.match(text[:160])
    near = place.sentence == figure.sentence and place.start >= (dateline.end() if dateline else 0)
    return figure.place if near else None
