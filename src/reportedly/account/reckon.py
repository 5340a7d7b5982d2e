"""The order of the steps from readings to the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from reportedly.account.account import Account, Decision, Origin, ReportEntry
from reportedly.account.chapter import Chapter, reckon_story
from reportedly.account.decisions import in_force, rehomed, with_states
from reportedly.account.origins import Copy, ReportOrigin, find_copies, find_overlaps, trace_reports
from reportedly.account.origins.credits import credited_agency, is_its_own
from reportedly.account.stories import Gathering, gather_stories
from reportedly.reading.reading import Reading
from reportedly.report import Report


def reckon(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    *,
    as_one: bool = False,
    decisions: Sequence[Decision] = (),
) -> Account:
    """The account of all reports, story by story; the order in which reports are given does not matter.

    ``readings`` maps report ids to readings; a report without one is listed with its origin and story and says nothing.
    ``as_one`` takes the reports as one story, whether they look alike or not: earlier days of a known story are
    reckoned so. Timeline and brief are told later, in ``telling``. ``decisions``: the whole history; those in force are
    obeyed.
    """
    ordered = canonical(reports, readings)
    overlaps = find_overlaps(ordered)
    copies = find_copies(overlaps)
    origins = trace_reports(ordered, readings, overlaps, copies)
    gathered = _gathered(ordered, copies, as_one)
    by_id = {report.id: report for report in ordered}
    ruled = rehomed(in_force(decisions), {report.id: report.text for report in ordered})
    chapters = [reckon_story([by_id[key] for key in story.reports], readings, origins, ruled) for story in gathered]
    account = _bound(ordered, chapters, origins, copies)
    found = [each for chapter in chapters for each in chapter.decisions]
    stories = {report.id: report.story for report in account.reports}
    return replace(account, decisions=with_states(decisions, found, stories))


def _gathered(reports: Sequence[Report], copies: Mapping[str, Copy], as_one: bool) -> tuple[Gathering, ...]:
    if as_one:
        return (Gathering(tuple(report.id for report in reports)),) if reports else ()
    return gather_stories(reports, {copy.report: copy.original for copy in copies.values()})


def canonical(reports: Sequence[Report], readings: Mapping[str, Reading]) -> list[Report]:
    """The reports in the order in which everything is reckoned: by day, undated last; agency copy first of a day.

    A report that is given twice stands once.
    """
    return sorted({report.id: report for report in reports}.values(), key=lambda report: _rank(report, readings))


def _rank(report: Report, readings: Mapping[str, Reading]) -> tuple[date, int, int, str]:
    """Of one day, an agency's own print comes first, then who credits one, then the longer text: a passage is taken
    from the fuller story.
    """
    agency = credited_agency(report, readings.get(report.id))
    rank = 2 if agency is None else 1 - is_its_own(report, agency)
    return report.published or date.max, rank, -len(report.text), report.id


def _bound(
    reports: Sequence[Report],
    chapters: Sequence[Chapter],
    origins: Mapping[str, ReportOrigin],
    copies: Mapping[str, Copy],
) -> Account:
    """The chapters of all stories as one account."""
    story_of = {report: chapter.story.id for chapter in chapters for report in chapter.story.reports}
    return Account(
        reports=tuple(_report_entry(report, origins[report.id], copies, story_of[report.id]) for report in reports),
        origins=_origins(reports, chapters, origins),
        entities=tuple(entity for chapter in chapters for entity in chapter.entities),
        times=tuple(time for chapter in chapters for time in chapter.times),
        places=tuple(place for chapter in chapters for place in chapter.places),
        figures=tuple(figure for chapter in chapters for figure in chapter.figures),
        claims=tuple(claim for chapter in chapters for claim in chapter.claims),
        events=tuple(event for chapter in chapters for event in chapter.events),
        series=tuple(series for chapter in chapters for series in chapter.series),
        disagreements=tuple(found for chapter in chapters for found in chapter.disagreements),
        holdings=tuple(holding for chapter in chapters for holding in chapter.holdings),
        stories=tuple(chapter.story for chapter in chapters),
        texts={report.id: report.text for report in reports},
    )


def _report_entry(report: Report, origin: ReportOrigin, copies: Mapping[str, Copy], story: str) -> ReportEntry:
    copy = copies.get(report.id)
    return ReportEntry(
        id=report.id,
        path=report.path,
        outlet=report.outlet,
        published=report.published,
        title=report.title,
        url=report.url,
        language=report.language,
        characters=len(report.text),
        sha256=report.sha256,
        origin=origin.id,
        copy_of=copy.original if copy else None,
        story=story,
        dated_by=report.dated_by,
    )


def _origins(
    reports: Sequence[Report], chapters: Sequence[Chapter], traced: Mapping[str, ReportOrigin]
) -> tuple[Origin, ...]:
    """Every origin once, with the reports that carry it: as their own origin, or in a claim."""
    carried: dict[str, list[str]] = {}
    known: dict[str, ReportOrigin] = {}
    pairs = [(traced[report.id], report.id) for report in reports]
    pairs += [pair for chapter in chapters for pair in chapter.origins]
    for origin, report in pairs:
        known.setdefault(origin.id, origin)
        carried.setdefault(origin.id, []).append(report)
    place = {report.id: number for number, report in enumerate(reports)}
    return tuple(
        Origin(
            id=key,
            name=origin.name,
            kind=origin.kind,
            basis=origin.basis,
            reason=origin.reason,
            reports=tuple(sorted(set(carried[key]), key=place.__getitem__)),
        )
        for key, origin in sorted(known.items())
    )
