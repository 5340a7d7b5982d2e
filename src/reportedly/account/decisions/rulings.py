"""What the decisions in force mean for one story, step by step as it is reckoned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import (
    ClaimEntry,
    Decision,
    DecisionKind,
    Disagreement,
    Entity,
    Event,
    FigureEntry,
    Series,
    Story,
    TargetKind,
)
from reportedly.account.bonds import Bond
from reportedly.account.decisions.addressing import Finder, anchors_in
from reportedly.account.decisions.holding import (
    Words,
    holder_of,
    span_of,
    tells_of,
    words_of_entities,
    words_of_events,
    words_of_series,
)
from reportedly.reading.reading import Reading
from reportedly.records import replace

NOWHERE = 7
"""UCDP's where_precision where no place is known."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions in force whose targets are in this story, in order of time, with the words of their targets."""

    decisions: tuple[Decision, ...] = ()
    target: Mapping[str, Words] | None = None
    other: Mapping[str, Words] | None = None

    def words(self, decision: Decision) -> Words:
        """The words of a decision's target."""
        return (self.target or {}).get(decision.id, frozenset())

    def others(self, decision: Decision) -> Words:
        """The words of the second thing of a decision."""
        return (self.other or {}).get(decision.id, frozenset())

    def about(self, target: TargetKind, *kinds: DecisionKind) -> list[Decision]:
        """The decisions of some kinds about one sort of thing."""
        return [each for each in self.decisions if each.kind in kinds and each.target and each.target.kind == target]

    def bonds(self, target: TargetKind) -> tuple[Bond, ...]:
        """What is one thing and what is two."""
        return tuple(
            Bond(each.kind == "merge", self.words(each) - self.others(each), self.others(each))
            for each in self.about(target, "merge", "split")
        )

    def cuts(self) -> tuple[Words, ...]:
        """Mentions that are not of the one whom the rest of their report's chain means."""
        return tuple(bond.there for bond in self.bonds("entity") if not bond.together)

    def rejected(self, target: TargetKind) -> Words:
        """The words of claims, figures or tellings that were rejected."""
        return frozenset(word for each in self.about(target, "reject") for word in self.words(each))

    def named(self, entities: Mapping[str, Entity]) -> dict[str, Entity]:
        """The entities with their new names and places; a former name goes among the others."""
        found = dict(entities)
        words = words_of_entities(entities.values()) if self.about("entity", "rename", "re-place") else []
        for each in self.about("entity", "rename", "re-place"):
            key = holder_of(self.words(each), words)
            if key and each.value:
                found[key] = _called(found[key], each.value.text) if each.kind == "rename" else found[key]
                found[key] = replace(found[key], place=each.value.location or found[key].place)
        return found

    def standing(
        self, claims: Iterable[ClaimEntry], figures: Iterable[FigureEntry]
    ) -> tuple[tuple[ClaimEntry, ...], frozenset[str]]:
        """The claims that stand, and the ids of the figures that do; a figure falls with the claim that carries it."""
        no_claim, no_figure = self.rejected("claim"), self.rejected("figure")
        kept = tuple(each for each in claims if span_of(each) not in no_claim)
        ids = {each.id for each in kept}
        held = frozenset(
            each.id
            for each in figures
            if span_of(each) not in no_figure and (each.source_claim is None or each.source_claim in ids)
        )
        return tuple(replace(each, figures=tuple(f for f in each.figures if f in held)) for each in kept), held

    def settled(self, events: Sequence[Event], entities: Mapping[str, Entity]) -> tuple[Event, ...]:
        """The events with the days and the places that were decided."""
        found = {event.id: event for event in events}
        decided = self.about("event", "re-date", "re-place")
        words = words_of_events(events) if decided else []
        for each in decided:
            if key := holder_of(self.words(each), words):
                found[key] = self._moved(found[key], each, entities)
        return tuple(found.values())

    def _moved(self, event: Event, decision: Decision, entities: Mapping[str, Entity]) -> Event:
        value = decision.value
        if decision.kind == "re-date" and value and value.earliest and value.latest:
            precision = date_precision(value.earliest, value.latest)
            return replace(event, earliest=value.earliest, latest=value.latest, date_precision=precision)
        key = holder_of(self.others(decision), words_of_entities(entities.values()))
        if key is None:
            return event
        where = entities[key].place
        return replace(event, place=key, where_precision=where.precision if where else NOWHERE)

    def labelled(self, series: Sequence[Series], figures: Mapping[str, FigureEntry]) -> tuple[Series, ...]:
        """The series with the labels that were decided."""
        found = {each.id: each for each in series}
        for each in self.about("series", "rename"):
            key = holder_of(self.words(each), words_of_series(series, figures))
            if key and each.value and each.value.text:
                found[key] = replace(found[key], label=each.value.text)
        return tuple(found.values())

    def undisputed(
        self,
        disagreements: Sequence[Disagreement],
        claims: Mapping[str, ClaimEntry],
        figures: Mapping[str, FigureEntry],
    ) -> tuple[Disagreement, ...]:
        """The disagreements that nobody rejected; one that has grown by another value is a new one."""
        rejected = self.about("disagreement", "reject")
        return tuple(
            each
            for each in disagreements
            if not any(tells_of(self.words(no), no.target, each, claims, figures) for no in rejected)
        )

    def titled(self, story: Story) -> Story:
        """The story with the title that was decided last."""
        titles = [each.value.text for each in self.about("story", "rename") if each.value and each.value.text]
        return replace(story, title=titles[-1]) if titles else story


def rulings_of(decisions: Sequence[Decision], readings: Mapping[str, Reading]) -> Rulings:
    """What the decisions in force mean for a story.

    Args:
        decisions: those in force, of all stories, in order of time, their anchors in reports that are there.
        readings: of the story's reports, by report id.
    """
    own = [each for each in decisions if any(anchor.report in readings for anchor in anchors_in(each))]
    if not own:
        return Rulings()
    finder = Finder(readings)
    target = {each.id: finder.find(each.target) for each in own}
    other = {each.id: finder.find(each.value.other if each.value else None) for each in own}
    found = (each for each in own if target[each.id] and (other[each.id] or not each.value or not each.value.other))
    return Rulings(tuple(found), target, other)


def date_precision(earliest: date, latest: date) -> int:
    """UCDP's date_precision of a closed interval: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer."""
    days = (latest - earliest).days + 1
    return next((value for value, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _called(entity: Entity, name: str | None) -> Entity:
    known = dict.fromkeys((entity.name, *entity.aliases))
    return replace(entity, name=name, aliases=tuple(n for n in known if n != name)) if name else entity
