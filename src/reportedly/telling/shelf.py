"""An account laid out for looking things up while telling it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

from reportedly.account.account import (
    Account,
    Citation,
    ClaimEntry,
    Decision,
    Disagreement,
    Entity,
    Event,
    EventTelling,
    FigureEntry,
    ReportEntry,
    Series,
    TimeEntry,
)

Item = TypeVar("Item", FigureEntry, TimeEntry, ClaimEntry)


class Shelf:
    """Look-ups by id and by place in the text over one account, each made when it is first used."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._kept: dict[Callable[..., Any], dict[Any, Any]] = {}

    def kept(self, finding: Callable[..., Any]) -> dict[Any, Any]:
        """What a function has found in this account so far, by what it was asked for: the function's own to fill."""
        return self._kept.setdefault(finding, {})

    @cached_property
    def reports(self) -> dict[str, ReportEntry]:
        """Reports by id."""
        return {report.id: report for report in self.account.reports}

    @cached_property
    def claims(self) -> dict[str, ClaimEntry]:
        """Claims by id."""
        return {claim.id: claim for claim in self.account.claims}

    @cached_property
    def figures(self) -> dict[str, FigureEntry]:
        """Figures by id."""
        return {figure.id: figure for figure in self.account.figures}

    @cached_property
    def series(self) -> dict[str, Series]:
        """Series by id."""
        return {series.id: series for series in self.account.series}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.account.entities}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.account.events}

    @cached_property
    def number_of_report(self) -> dict[str, int]:
        """Report id to the number that it carries in a brief, from 1, by day of publication."""
        return {report.id: number for number, report in enumerate(self.account.reports, start=1)}

    @cached_property
    def number_in_story(self) -> dict[str, int]:
        """Report id to its number among those of its own story, which is the same whatever other stories are there."""
        told: dict[str, int] = {}
        numbers: dict[str, int] = {}
        for report in self.account.reports:
            numbers[report.id] = told[report.story] = told.get(report.story, 0) + 1
        return numbers

    @cached_property
    def _figures_in(self) -> dict[str, list[FigureEntry]]:
        return _by_report(self.account.figures)

    @cached_property
    def _times_in(self) -> dict[str, list[TimeEntry]]:
        return _by_report(self.account.times)

    @cached_property
    def _mentions_in(self) -> dict[str, list[tuple[Citation, Entity]]]:
        found: dict[str, list[tuple[Citation, Entity]]] = defaultdict(list)
        for entity in self.account.entities:
            for mention in entity.mentions:
                found[mention.report].append((mention, entity))
        return found

    def figures_at(self, citation: Citation) -> list[FigureEntry]:
        """The figures that overlap a citation."""
        return _overlapping(self._figures_in[citation.report], citation)

    def times_at(self, citation: Citation) -> list[TimeEntry]:
        """The time expressions that overlap a citation."""
        return _overlapping(self._times_in[citation.report], citation)

    def times_of(self, report: str) -> list[TimeEntry]:
        """The time expressions of a report."""
        return self._times_in.get(report, [])

    def entities_at(self, citation: Citation) -> list[Entity]:
        """The entities with a mention that overlaps a citation."""
        start, end, own = citation.start, citation.end, self._mentions_in[citation.report]
        return [entity for mention, entity in own if mention.start < end and start < mention.end]

    @cached_property
    def _claims_in(self) -> dict[str, list[ClaimEntry]]:
        return _by_report(self.account.claims)

    def claims_at(self, citation: Citation) -> list[ClaimEntry]:
        """The claims whose content is what a citation covers."""
        own = self._claims_in.get(citation.report, [])
        return [claim for claim in own if (claim.start, claim.end) == (citation.start, citation.end)]

    def claims_near(self, citation: Citation) -> list[ClaimEntry]:
        """The claims that overlap a citation."""
        return _overlapping(self._claims_in.get(citation.report, []), citation)

    @cached_property
    def _events_in(self) -> dict[str, list[tuple[Event, EventTelling]]]:
        found: dict[str, list[tuple[Event, EventTelling]]] = defaultdict(list)
        for event in self.account.events:
            for telling in event.mentions:
                found[telling.report].append((event, telling))
        return found

    def events_at(self, citation: Citation) -> list[tuple[Event, EventTelling]]:
        """The events with a telling that overlaps a citation, each with that telling."""
        start, end, own = citation.start, citation.end, self._events_in.get(citation.report, [])
        return [each for each in own if each[1].start < end and start < each[1].end]

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        """Decisions by id."""
        return {decision.id: decision for decision in self.account.decisions}

    @cached_property
    def _decided(self) -> list[tuple[Citation, Event | Series]]:
        """Events and series that people decided on, each with its words."""
        told: list[tuple[Citation, Event | Series]] = [
            (Citation(telling.report, telling.start, telling.end), event)
            for event in self.account.events
            if event.decided
            for telling in event.mentions
        ]
        figures = [
            (self.figures[point.figure], row) for row in self.account.series if row.decided for point in row.points
        ]
        return told + [(Citation(figure.report, figure.start, figure.end), row) for figure, row in figures]

    def decided_at(self, citation: Citation) -> list[Event | Series]:
        """The events and series that people decided on and whose words a citation covers."""
        return [
            row
            for words, row in self._decided
            if words.report == citation.report and citation.start <= words.start and words.end <= citation.end
        ]

    def sources_at(self, citation: Citation) -> list[Entity]:
        """The entities that the sources of claims stand for, where a citation covers the source's words."""
        return [
            self.entities[claim.source.entity]
            for claim in self._claims_in.get(citation.report, [])
            if claim.source.entity in self.entities
            and (claim.source.start, claim.source.end) == (citation.start, citation.end)
        ]

    def nearest(self, entity: str, claim: ClaimEntry) -> tuple[Citation, ...]:
        """The mention of an entity by its name that is nearest to a claim: it tells what "the city" there means."""
        own = [each for each in self.entities[entity].mentions if each.report == claim.report]
        named = [each for each in own if self.account.shown(each)[:1].isupper()] or own
        return (min(named, key=lambda each: abs(each.start - claim.start)),) if named else ()

    def paragraph_at(self, citation: Citation) -> Citation:
        """The paragraph around a citation."""
        text = self.account.texts[citation.report]
        start = text.rfind("\n", 0, citation.start) + 1
        end = text.find("\n", citation.end)
        return Citation(citation.report, start, len(text) if end < 0 else end)

    def series_of_story(self, story: str) -> list[Series]:
        """The series of one story."""
        return [series for series in self.account.series if series.story == story]

    def disagreements_of_story(self, story: str) -> list[Disagreement]:
        """The disagreements of one story."""
        return [disagreement for disagreement in self.account.disagreements if disagreement.story == story]

    def cite_claim(self, claim: ClaimEntry) -> tuple[Citation, ...]:
        """What supports a claim: its content, its source and its cue."""
        spans = [Citation(claim.report, claim.start, claim.end)]
        if claim.source.start is not None and claim.source.end is not None:
            spans.append(Citation(claim.report, claim.source.start, claim.source.end))
        if claim.cue is not None:
            spans.append(Citation(claim.report, claim.cue.start, claim.cue.end))
        return tuple(spans)

    def cite_figure(self, figure: FigureEntry) -> tuple[Citation, ...]:
        """What supports a figure: its own span, and the claim that carries it."""
        own = (Citation(figure.report, figure.start, figure.end),)
        claim = self.claims.get(figure.source_claim or "")
        return own + (self.cite_claim(claim) if claim else ())

    def cite_disagreement(self, row: Disagreement) -> tuple[Citation, ...]:
        """What supports a disagreement: its claims and its figures."""
        citations = [citation for claim in row.claims for citation in self.cite_claim(self.claims[claim])]
        citations += [citation for figure in row.figures for citation in self.cite_figure(self.figures[figure])]
        return merge_citations(citations)


def merge_citations(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The same citations in order, without those that lie inside another one."""
    kept: list[Citation] = []
    for citation in sorted(set(citations), key=lambda each: (each.report, each.start, -each.end)):
        last = kept[-1] if kept else None
        if last is None or last.report != citation.report or citation.end > last.end:
            kept.append(citation)
    return tuple(kept)


def _overlapping(items: Iterable[Item], citation: Citation) -> list[Item]:
    start, end = citation.start, citation.end
    return [item for item in items if item.start < end and start < item.end]


def _by_report(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item.report].append(item)
    return found
