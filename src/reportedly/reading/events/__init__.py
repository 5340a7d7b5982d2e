"""Who did what to whom, where, when, in which mode.

Triggers come from a lexicon, participants from word order and function words. The types stand in
``data/ontology.toml``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.reading.events.detection import find_triggers
from reportedly.reading.events.layout import Layout, lay_out
from reportedly.reading.events.matches import Found
from reportedly.reading.events.modes import mode_of, mode_of_claim
from reportedly.reading.events.settings import (
    NO_DAYS,
    Days,
    days_of_time,
    default_days,
    figures_of,
    main_place,
    nearest_time,
    own_place,
    real_places,
    smallest_claim,
)
from reportedly.reading.events.territory import settle_territory
from reportedly.reading.reading import (
    Chain,
    Claim,
    EventMention,
    Figure,
    Mention,
    PlaceMention,
    Sentence,
    TimeExpression,
)
from reportedly.report import Report, Span

LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class _Room:
    """What the stages before have found, with indexes by sentence."""

    report: Report
    mentions: Sequence[Mention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeExpression]
    figures: Sequence[Figure]
    claims: Sequence[Claim]
    mentions_in: dict[int, list[int]]
    places_in: dict[int, list[int]]
    times_in: dict[int, list[int]]
    figures_in: dict[int, list[int]]
    claims_in: dict[int, list[int]]
    main_place: int | None


def find_events(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
) -> tuple[EventMention, ...]:
    """The event mentions of a report in order.

    Sentences of more than ``LONGEST_SENTENCE`` tokens are lists and tables, not telling; they give no events.
    """
    room = _furnish(report, sentences, _resolved(mentions, chains), places, times, figures, claims)
    events: list[EventMention] = []
    paragraph, told = -1, None
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            paragraph, told = sentence.paragraph, None
        if len(sentence.tokens) > LONGEST_SENTENCE:
            continue
        dated = [Span(times[index].start, times[index].end) for index in room.times_in.get(number, ())]
        layout = lay_out(number, sentence, room.mentions, room.mentions_in.get(number, ()), dated)
        for event, days in _events_of(room, layout, told):
            events.append(event)
            told = days if days.time is not None else told
    return tuple(events)


def _resolved(mentions: Sequence[Mention], chains: Sequence[Chain]) -> tuple[Mention, ...]:
    """The mentions, pronouns with the kind of what they refer to ("freed [it]": a ship)."""
    return tuple(
        replace(mention, kind=chains[mention.chain].kind)
        if mention.form == "pronoun" and 0 <= mention.chain < len(chains)
        else mention
        for mention in mentions
    )


def _furnish(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
) -> _Room:
    real = real_places(places, mentions)
    return _Room(
        report,
        mentions,
        places,
        times,
        figures,
        claims,
        _by_sentence(range(len(mentions)), mentions),
        _by_sentence(real, places),
        _by_sentence(range(len(times)), times),
        _by_sentence(range(len(figures)), figures),
        _claims_by_sentence(sentences, claims),
        main_place(places, real),
    )


def _claims_by_sentence(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> dict[int, list[int]]:
    """The claims whose content reaches into each sentence, by its number."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        for number in range(max(0, bisect_right(starts, claim.start) - 1), bisect_right(starts, claim.end)):
            found.setdefault(number, []).append(index)
    return found


def _by_sentence(
    indexes: Sequence[int],
    items: Sequence[Mention] | Sequence[PlaceMention] | Sequence[TimeExpression] | Sequence[Figure],
) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in indexes:
        found.setdefault(items[index].sentence, []).append(index)
    return found


def _events_of(room: _Room, layout: Layout, told: Days | None) -> Iterator[tuple[EventMention, Days]]:
    for found in find_triggers(layout, room.mentions):
        event, days = _event(room, layout, settle_territory(layout, room.mentions, found), told)
        yield event, days


def _event(room: _Room, layout: Layout, found: Found, told: Days | None) -> tuple[EventMention, Days]:
    start, end = layout.tokens[found.first].start, layout.tokens[found.last].end
    claim = smallest_claim(room.claims, room.claims_in.get(layout.number, ()), start, end)
    credited = room.claims[claim] if claim is not None and room.claims[claim].source.kind != "outlet" else None
    mode = mode_of(layout, found)
    presupposed = found.frame == "nouns" and found.group is None
    if mode == "asserted" and credited is not None and not presupposed:
        mode = mode_of_claim(layout, found, room.report.text[credited.start : credited.end], credited.mode)
    content = Span(credited.start, credited.end) if credited else None
    days = _days(room, layout, found, told, content)
    if days is NO_DAYS:
        days = default_days(room.report, layout, found, mode, told)
    place = own_place(layout, found, room.places, room.places_in.get(layout.number, ()))
    return EventMention(
        start=start,
        end=end,
        sentence=layout.number,
        type=found.type,
        predicate=" ".join(found.words),
        actors=found.actors,
        recipients=found.recipients,
        place=room.main_place if place is None else place,
        time=days.time,
        earliest=days.earliest,
        latest=days.latest,
        date_precision=days.precision,
        mode=mode,
        claim=claim,
        figures=figures_of(layout, found, room.figures, room.figures_in.get(layout.number, ())),
    ), days


def _days(room: _Room, layout: Layout, found: Found, told: Days | None, claim: Span | None) -> Days:
    index = nearest_time(layout, found, room.times, room.times_in.get(layout.number, ()), claim)
    if index is None:
        return NO_DAYS
    days = days_of_time(layout, room.times, index)
    time = room.times[index]
    if claim is not None and not claim.start <= time.start < claim.end:
        return replace(days, precision=max(days.precision, 2))
    return days
