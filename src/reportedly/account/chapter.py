"""The reckoning of one story: every room called in order, on the reports of that story and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from reportedly.account.account import (
    Citation,
    ClaimEntry,
    Decision,
    Disagreement,
    Entity,
    Event,
    FigureEntry,
    Holding,
    Incident,
    PlaceEntry,
    Series,
    Story,
    TimeEntry,
)
from reportedly.account.anchoring import anchored
from reportedly.account.counting import count_figures
from reportedly.account.decisions import Rows, Rulings, concerned, decided_by, marked, rulings_of
from reportedly.account.disagreements import find_disagreements
from reportedly.account.entities import Directory, join_entities, profiles_of, with_hinted_places
from reportedly.account.entries import Told, claim_id, list_entries
from reportedly.account.events import Telling, merge_events
from reportedly.account.headlines import title_of
from reportedly.account.holdings import (
    denials_of,
    is_fought_over,
    named_places,
    of_claims,
    of_events,
    settle_holdings,
    spans_of,
)
from reportedly.account.incidents import Names, find_incidents, sight
from reportedly.account.origins import ReportOrigin, spokesmen, trace_claims
from reportedly.account.series import group_figures
from reportedly.account.sides import sides_in, state_of
from reportedly.account.voices import Voices
from reportedly.reading.reading import EventMention, Reading
from reportedly.records import replace
from reportedly.report import Report


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the account says of one story. ``origins`` pairs each origin of a claim with the report that carries the
    claim.
    """

    story: Story
    entities: tuple[Entity, ...]
    times: tuple[TimeEntry, ...]
    places: tuple[PlaceEntry, ...]
    figures: tuple[FigureEntry, ...]
    claims: tuple[ClaimEntry, ...]
    events: tuple[Event, ...]
    series: tuple[Series, ...]
    disagreements: tuple[Disagreement, ...]
    holdings: tuple[Holding, ...]
    incidents: tuple[Incident, ...]
    origins: tuple[tuple[ReportOrigin, str], ...]
    decisions: tuple[Decision, ...] = ()


def reckon_story(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    origins: Mapping[str, ReportOrigin],
    decisions: Sequence[Decision] = (),
) -> Chapter:
    """The chapter of one story.

    Args:
        reports: of the story, in canonical order.
        readings: of all reports, by id.
        origins: of all reports, by id.
        decisions: those in force, of all stories, in order of time.
    """
    story = f"y:{reports[0].id}"
    readings = anchored(reports, readings)
    told = [Told(report, readings[report.id]) for report in reports if report.id in readings]
    rulings = rulings_of(decisions, {item.report.id: item.reading for item in told})
    directory = _directory(told, rulings)
    hinted = with_hinted_places(directory, [item.reading for item in told])
    entries = [list_entries(item.report, item.reading, hinted) for item in told]
    traced, claim_origins = trace_claims(
        [claim for part in entries for claim in part.claims],
        directory.entities,
        {report.id: origins[report.id] for report in reports},
        {report.id: report.text for report in reports},
    )
    origin_of = {claim.id: claim.origin for claim in traced}
    standing, held = rulings.standing(traced, [figure for part in entries for figure in part.figures])
    every_telling = tellings_of(told, directory, origin_of, {report.id: origins[report.id].id for report in reports})
    tellings = _standing(every_telling, standing, rulings)
    merged = merge_events(tellings, directory.entities, story, rulings.bonds("event"))
    events = rulings.settled([event for event, _ in merged], directory.entities)
    event_of = {telling.id: event.id for event, members in merged for telling in members}
    every = count_figures(told, entries, directory, origin_of, origins, event_of)
    counted = [item for item in every if item.figure.id in held]
    grouped = group_figures(counted, story, rulings.bonds("series"))
    figures = tuple(replace(item.figure, series=grouped.of_figure[item.figure.id]) for item in counted)
    claims = _with_events(standing, events)
    holdings, denied = _holdings(events, claims, directory, reports)
    voices = Voices(
        {report.id: report for report in reports},
        {claim.id: claim for claim in claims},
        {item.report.id: item.reading.sentences for item in told},
    )
    names = {key: entity.name for key, entity in directory.entities.items()}
    rejected = (item.figure for item in every if item.figure.id not in held)
    fallen = frozenset(Citation(figure.report, figure.start, figure.end) for figure in rejected)
    incidents = _incidents(told, directory, {report.id: origins[report.id].id for report in reports}, fallen, story)
    used = _used(hinted, claims, figures, events, holdings, incidents)
    dated = _dated_once(events, merged, directory)
    times = tuple(chain.from_iterable(part.times for part in entries))
    disagreements = find_disagreements(
        grouped.series, figures, events, dated, holdings, names, voices, story, denied, used, times
    )
    chapter = Chapter(
        story=_story(story, reports, readings, used),
        entities=used,
        times=times,
        places=tuple(chain.from_iterable(part.places for part in entries)),
        figures=figures,
        claims=claims,
        events=events,
        series=grouped.series,
        disagreements=disagreements,
        holdings=holdings,
        incidents=incidents,
        origins=tuple((claim_origins[claim.origin], claim.report) for claim in claims),
    )
    return _ruled(chapter, rulings)


def _ruled(chapter: Chapter, rulings: Rulings) -> Chapter:
    """The chapter with the titles and labels that people gave, without what they settled, every row with the decisions
    that concern it.
    """
    figures = {figure.id: figure for figure in chapter.figures}
    claims = {claim.id: claim for claim in chapter.claims}
    rows = Rows(
        story=rulings.titled(chapter.story),
        entities=chapter.entities,
        events=chapter.events,
        claims=chapter.claims,
        figures=chapter.figures,
        series=rulings.labelled(chapter.series, figures),
        disagreements=rulings.undisputed(chapter.disagreements, claims, figures),
    )
    concerning = concerned(rulings, rows)
    decided = decided_by(concerning)
    return replace(
        chapter,
        story=marked([rows.story], decided)[0],
        entities=marked(rows.entities, decided),
        figures=marked(rows.figures, decided),
        claims=marked(rows.claims, decided),
        events=marked(rows.events, decided),
        series=marked(rows.series, decided),
        disagreements=marked(rows.disagreements, decided),
        decisions=concerning,
    )


def _directory(told: Sequence[Told], rulings: Rulings) -> Directory:
    """The entities of a story, as people decided where they did."""
    cuts, bonds = rulings.cuts(), rulings.bonds("entity")
    profiles = [profile for item in told for profile in profiles_of(item.report, item.reading, cuts, bonds)]
    directory = join_entities(profiles, bonds)
    return replace(directory, entities=rulings.named(directory.entities))


def _standing(tellings: Sequence[Telling], claims: Sequence[ClaimEntry], rulings: Rulings) -> list[Telling]:
    """The tellings that nobody rejected, whose claim nobody rejected."""
    known, rejected = {claim.id for claim in claims}, rulings.rejected("event")
    return [
        telling
        for telling in tellings
        if rejected.isdisjoint(telling.spans) and (telling.claim is None or telling.claim in known)
    ]


def _incidents(
    told: Sequence[Told], directory: Directory, origins: Mapping[str, str], fallen: frozenset[Citation], story: str
) -> tuple[Incident, ...]:
    """The incidents of a story; ``origins`` gives that of each report, ``fallen`` are figures that were rejected."""
    readings = {item.report.id: item.reading for item in told}
    names = Names(directory.of_mention, directory.of_place, origins, fallen)
    return find_incidents([sight(item.report, item.reading) for item in told], readings, names, story)


def _holdings(
    events: Sequence[Event], claims: Sequence[ClaimEntry], directory: Directory, reports: Sequence[Report]
) -> tuple[tuple[Holding, ...], tuple[tuple[Holding, str], ...]]:
    """Who held what, from events and from words; and the holdings that somebody denies, with the claim that does."""
    if not is_fought_over(events):
        return (), ()
    origin_of = {claim.id: claim.origin for claim in claims}
    spans = spans_of(directory.entities, [report.id for report in reports])
    meant = named_places(directory.entities, directory.named, spans)
    speakers = spokesmen(directory.entities)
    days = {report.id: report.published for report in reports}
    told = list(of_claims(claims, directory.entities, spans, meant, speakers, days, directory.named))
    changed = of_events(events, directory.entities, origin_of, meant, speakers, directory.named)
    sides = sides_in(directory.entities, events)
    holdings = settle_holdings([*changed, *told], directory.named, sides)
    denied = denials_of(told, holdings)
    contested = {holding.id for holding, _ in denied}
    settled = tuple(replace(holding, contested=holding.contested or holding.id in contested) for holding in holdings)
    return settled, denied


def tellings_of(
    told: Sequence[Told], directory: Directory, origin_of: Mapping[str, str], origins: Mapping[str, str]
) -> list[Telling]:
    """Every event mention with its participants and its place as entities.

    ``origin_of`` gives the origin of each claim by its id, ``origins`` that of each report.
    """
    mentions = [(item, number, mention) for item in told for number, mention in enumerate(item.reading.events)]
    return [
        _telling(item, number, order, mention, directory, origin_of, origins[item.report.id])
        for order, (item, number, mention) in enumerate(mentions)
    ]


def _telling(
    item: Told,
    number: int,
    order: int,
    mention: EventMention,
    directory: Directory,
    origin_of: Mapping[str, str],
    own: str,
) -> Telling:
    report, reading = item.report.id, item.reading
    claim = claim_id(report, mention.claim)
    return Telling(
        id=f"{report}.v{number}",
        order=order,
        report=report,
        start=mention.start,
        end=mention.end,
        type=mention.type,
        predicate=mention.predicate,
        actors=_entities(report, mention.actors, directory),
        recipients=_entities(report, mention.recipients, directory),
        place=None if mention.place is None else directory.of_place.get((report, mention.place)),
        earliest=mention.earliest,
        latest=mention.latest,
        date_precision=mention.date_precision,
        mode=mention.mode,
        claim=claim,
        origin=origin_of.get(claim or "", own),
        timed=mention.time is not None,
        placed=mention.place is not None and reading.places[mention.place].sentence == mention.sentence,
        aside=mention.aside,
    )


def _dated_once(
    events: Sequence[Event], merged: Sequence[tuple[Event, Sequence[Telling]]], directory: Directory
) -> tuple[Event, ...]:
    """Events with a day of their own that befell somebody or something with a name."""
    once = {key for key in directory.named if directory.entities[key].kind in {"person", "vehicle"}}
    return tuple(
        event
        for event, (_, told) in zip(events, merged, strict=True)
        if any(one.timed for one in told) and not once.isdisjoint(event.recipients)
    )


def _entities(report: str, mentions: Sequence[int], directory: Directory) -> tuple[str, ...]:
    found = [directory.of_mention[report, number] for number in mentions if (report, number) in directory.of_mention]
    return tuple(dict.fromkeys(found))


def _with_events(claims: Sequence[ClaimEntry], events: Sequence[Event]) -> tuple[ClaimEntry, ...]:
    """The claims with the events that they tell of."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for event in events:
        for telling in event.mentions:
            if telling.claim and event.id not in told[telling.claim]:
                told[telling.claim].append(event.id)
    return tuple(replace(claim, events=tuple(told[claim.id])) if claim.id in told else claim for claim in claims)


def _used(
    directory: Directory,
    claims: Sequence[ClaimEntry],
    figures: Sequence[FigureEntry],
    events: Sequence[Event],
    holdings: Sequence[Holding],
    incidents: Sequence[Incident],
) -> tuple[Entity, ...]:
    """The named entities, those that act for a state, and those without a name that say or do something or that
    something is done to.
    """
    needed = {claim.source.entity for claim in claims} | {figure.about_entity for figure in figures}
    needed |= {relay.entity for claim in claims for relay in claim.via}
    needed |= {key for event in events for key in (*event.actors, *event.recipients, event.place)}
    needed |= {key for holding in holdings for key in (holding.place, holding.holder)}
    needed |= {key for incident in incidents for key in (*incident.people, incident.place)}
    needed |= directory.named
    return tuple(entity for key, entity in directory.entities.items() if key in needed or state_of(entity))


def _story(key: str, reports: Sequence[Report], readings: Mapping[str, Reading], entities: Sequence[Entity]) -> Story:
    days = sorted(report.published for report in reports if report.published)
    return Story(
        id=key,
        title=title_of(reports, readings),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=tuple(report.id for report in reports),
        entities=tuple(entity.id for entity in entities),
    )
