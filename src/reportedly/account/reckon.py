"""The order of the steps from readings to the account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from reportedly.account.account import Account, Decision, Origin, ReportEntry
from reportedly.account.chapter import reckon_story
from reportedly.account.decisions import in_force, rehomed, with_states
from reportedly.account.order import Rank, canonical, rank_of
from reportedly.account.origins import Credited, ReportOrigin, find_copies, find_overlaps, trace_reports
from reportedly.account.outline import Outline
from reportedly.account.part import Part
from reportedly.account.stories import Gathering, gather_stories
from reportedly.account.trait import Trait
from reportedly.reading.reading import Reading
from reportedly.report import Report

Item = TypeVar("Item")


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
    return with_history(bind(reckon_parts(reports, readings, as_one=as_one, decisions=decisions)), decisions)


def reckon_parts(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    *,
    as_one: bool = False,
    decisions: Sequence[Decision] = (),
) -> Iterator[Part]:
    """The stories that the reports tell, each reckoned by itself; what is given as to ``reckon``."""
    for outline in outline_stories(reports, readings, as_one=as_one, decisions=decisions):
        yield reckon_part(outline, readings)


def outline_stories(
    reports: Sequence[Report],
    credited: Mapping[str, Credited],
    *,
    as_one: bool = False,
    decisions: Sequence[Decision] = (),
    traits: Mapping[str, Trait] | None = None,
) -> Iterator[Outline]:
    """The stories that the reports tell, before they are reckoned; the one with the earliest report first.

    ``credited``: their readings, or what they credit. ``traits``: of some of them, where known. The rest as to
    ``reckon``.
    """
    known = traits or {}
    ordered = canonical(reports, credited)
    overlaps = find_overlaps(ordered, {report: trait.sample for report, trait in known.items()})
    found = find_copies(overlaps)
    origins = trace_reports(ordered, credited, overlaps, found)
    copies = {copy.report: copy.original for copy in found.values()}
    by_id = {report.id: report for report in ordered}
    ruled = rehomed(in_force(decisions), {report.id: report.text for report in ordered})
    for story in _gathered(ordered, copies, known, as_one):
        yield Outline(
            tuple(by_id[key] for key in story.reports),
            {key: origins[key] for key in story.reports},
            {key: copies[key] for key in story.reports if key in copies},
            ruled,
        )


def with_history(account: Account, decisions: Sequence[Decision]) -> Account:
    """An account with the whole history of decisions, and what the reckoning made of each."""
    stories = {report.id: report.story for report in account.reports}
    return replace(account, decisions=with_states(decisions, account.decisions, stories))


def _gathered(
    reports: Sequence[Report], copies: Mapping[str, str], traits: Mapping[str, Trait], as_one: bool
) -> tuple[Gathering, ...]:
    if as_one:
        return (Gathering(tuple(report.id for report in reports)),) if reports else ()
    return gather_stories(reports, copies, {report: trait.vector for report, trait in traits.items()})


def reckon_part(outline: Outline, readings: Mapping[str, Reading]) -> Part:
    """The account of one story; it depends on nothing but its outline and the readings of its reports, by id.

    The decisions that it obeys stand in the account.
    """
    reports, origins, copies = outline.reports, outline.origins, outline.copies
    chapter = reckon_story(reports, readings, origins, outline.decisions)
    own = tuple(origins[report.id] for report in reports)
    carried = tuple(dict.fromkeys(chapter.origins))
    account = Account(
        reports=tuple(
            _report_entry(report, readings.get(report.id), origins, copies, chapter.story.id) for report in reports
        ),
        origins=_origins([(origins[report.id], report.id) for report in reports], carried),
        entities=chapter.entities,
        times=chapter.times,
        places=chapter.places,
        figures=chapter.figures,
        claims=chapter.claims,
        events=chapter.events,
        series=chapter.series,
        disagreements=chapter.disagreements,
        holdings=chapter.holdings,
        incidents=chapter.incidents,
        stories=(chapter.story,),
        decisions=chapter.decisions,
        texts={report.id: report.text for report in reports},
    )
    ranks = tuple(rank_of(report, readings.get(report.id)) for report in reports)
    return Part(account, ranks, own, carried)


def bind(parts: Iterable[Part]) -> Account:
    """The accounts of all stories as one; the story with the earliest report comes first."""
    ordered = sorted(parts, key=lambda part: part.ranks[0])
    accounts = [part.account for part in ordered]
    if len(accounts) == 1:
        return accounts[0]
    reports = sorted(((rank, entry, own) for part in ordered for rank, entry, own in part.ranked()), key=_by_rank)
    own = [(origin, entry.id) for _, entry, origin in reports]
    return Account(
        reports=tuple(entry for _, entry, _ in reports),
        origins=_origins(own, list(chain.from_iterable(part.carried for part in ordered))),
        entities=_joined(account.entities for account in accounts),
        times=_joined(account.times for account in accounts),
        places=_joined(account.places for account in accounts),
        figures=_joined(account.figures for account in accounts),
        claims=_joined(account.claims for account in accounts),
        events=_joined(account.events for account in accounts),
        series=_joined(account.series for account in accounts),
        disagreements=_joined(account.disagreements for account in accounts),
        holdings=_joined(account.holdings for account in accounts),
        incidents=_joined(account.incidents for account in accounts),
        stories=_joined(account.stories for account in accounts),
        timeline=_joined(account.timeline for account in accounts),
        brief=_joined(account.brief for account in accounts),
        decisions=_joined(account.decisions for account in accounts),
        texts={report: text for account in accounts for report, text in account.texts.items()},
    )


def _by_rank(ranked: tuple[Rank, ReportEntry, ReportOrigin]) -> Rank:
    return ranked[0]


def _joined(pieces: Iterable[tuple[Item, ...]]) -> tuple[Item, ...]:
    return tuple(chain.from_iterable(pieces))


def _report_entry(
    report: Report,
    reading: Reading | None,
    origins: Mapping[str, ReportOrigin],
    copies: Mapping[str, str],
    story: str,
) -> ReportEntry:
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
        origin=origins[report.id].id,
        copy_of=copies.get(report.id),
        story=story,
        dated_by=report.dated_by,
        furniture=reading.furniture if reading else (),
    )


def _origins(
    own: Sequence[tuple[ReportOrigin, str]], carried: Sequence[tuple[ReportOrigin, str]]
) -> tuple[Origin, ...]:
    """Every origin once, with the reports that carry it: as their own origin, or in a claim.

    Args:
        own: every report in canonical order, with its own origin.
        carried: origins of claims, with the reports that carry the claims.
    """
    reports: dict[str, set[str]] = {}
    known: dict[str, ReportOrigin] = {}
    for origin, report in chain(own, carried):
        known.setdefault(origin.id, origin)
        reports.setdefault(origin.id, set()).add(report)
    place = {report: number for number, (_, report) in enumerate(own)}
    return tuple(
        Origin(
            id=key,
            name=origin.name,
            kind=origin.kind,
            basis=origin.basis,
            reason=origin.reason,
            reports=tuple(sorted(reports[key], key=place.__getitem__)),
        )
        for key, origin in sorted(known.items())
    )
