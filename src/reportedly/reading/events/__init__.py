"""Who did what to whom, where, when, in which mode.

Triggers come from a lexicon, and where it says nothing or several things from a small trained classifier. Participants,
modes, times and places are read off the parse that the reading model gives; without one, off word order and function
words. The types stand in ``data/ontology.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.encoded import Encoded
from reportedly.reading.events.kinds import Kinds, installed_kinds, is_open, settle_type
from reportedly.reading.events.matches import Found
from reportedly.reading.events.room import Room, furnish
from reportedly.reading.events.settings import NO_DAYS, Days, default_days, smallest_claim
from reportedly.reading.events.sport import settle_game
from reportedly.reading.events.telling import Telling, mode_in_claim, open_telling
from reportedly.reading.events.territory import settle_territory
from reportedly.reading.events.traits import Traits
from reportedly.reading.reading import (
    Chain,
    Claim,
    EventMention,
    Figure,
    Mention,
    Mode,
    PlaceMention,
    Sentence,
    TimeExpression,
)
from reportedly.records import replace
from reportedly.report import Report, Span

LONGEST_SENTENCE = 400
SHORTEST_TICKER = 35
FEWEST_CATCHWORDS = 5
LOUD = 0.08


def find_events(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
    encoded: Encoded | None = None,
) -> tuple[EventMention, ...]:
    """The event mentions of a report in order.

    Sentences of more than ``LONGEST_SENTENCE`` tokens are lists and tables, not telling; they give no events, and
    neither do runs of headlines.
    """
    room = furnish(report, sentences, mentions, chains, places, times, figures, claims)
    return tuple(event for event, _ in tell_events(room, sentences, encoded, installed_kinds()))


def tell_events(
    room: Room, sentences: Sequence[Sentence], encoded: Encoded | None, known: Kinds | None
) -> Iterator[tuple[EventMention, Traits | None]]:
    """The event mentions of a report in order, each with what the classifier of kinds looks at.

    Without a classifier (``known`` is None) types are as the lexicon says, and every event has its traits; with one,
    only those have them on which it is asked.
    """
    thread = _Thread()
    for number, sentence in enumerate(sentences):
        thread.enter(sentence.paragraph)
        if len(sentence.tokens) <= LONGEST_SENTENCE and not _is_ticker(sentence):
            yield from _events_of(room, open_telling(room, number, sentence, encoded), thread, known)


def _is_ticker(sentence: Sentence) -> bool:
    """Whether a sentence is a run of headlines with catchwords in capitals: in it nobody knows who did what."""
    if len(sentence.tokens) < SHORTEST_TICKER:
        return False
    loud = sum(len(token.text) >= 4 and token.text.isupper() for token in sentence.tokens)
    quiet = sum(token.text.islower() for token in sentence.tokens)
    return loud >= FEWEST_CATCHWORDS and loud > LOUD * len(sentence.tokens) and quiet > loud


class _Thread:
    """What a paragraph has told so far: the last date and the last place go on into its next sentences."""

    def __init__(self) -> None:
        self.paragraph = -1
        self.days: Days | None = None
        self.place: int | None = None

    def enter(self, paragraph: int) -> None:
        if paragraph != self.paragraph:
            self.paragraph, self.days, self.place = paragraph, None, None


def _events_of(
    room: Room, telling: Telling, thread: _Thread, known: Kinds | None
) -> Iterator[tuple[EventMention, Traits | None]]:
    for trigger in telling.triggers():
        settled = settle_game(trigger) if room.of_games else trigger
        if settled is None:
            continue
        found = settle_territory(telling.layout, room.mentions, settled)
        claim = _claim(room, telling, found)
        credited = room.claims[claim] if claim is not None and room.claims[claim].source.kind != "outlet" else None
        mode = _mode(room, telling, found, credited)
        traits = telling.traits(found, mode) if known is None or is_open(found.type, found.actors) else None
        if traits is not None and known is not None:
            found = replace(found, type=settle_type(found.type, mode, traits, known))
        days = _days(room, telling, found, mode, credited, thread)
        event = _event(room, telling, found, mode, claim, days, thread)
        yield event, traits
        thread.days = days if days.time is not None and event.aside is None else thread.days


def _claim(room: Room, telling: Telling, found: Found) -> int | None:
    layout = telling.layout
    start, end = layout.tokens[found.first].start, layout.tokens[found.last].end
    return smallest_claim(room.claims, room.claims_in.get(layout.number, ()), start, end)


def _event(
    room: Room, telling: Telling, found: Found, mode: Mode, claim: int | None, days: Days, thread: _Thread
) -> EventMention:
    layout = telling.layout
    return EventMention(
        start=layout.tokens[found.first].start,
        end=layout.tokens[found.last].end,
        sentence=layout.number,
        type=found.type,
        predicate=" ".join(found.words),
        actors=found.actors,
        recipients=found.recipients,
        place=_place(room, telling, found, thread),
        time=days.time,
        earliest=days.earliest,
        latest=days.latest,
        date_precision=days.precision,
        mode=mode,
        claim=claim,
        figures=telling.figures(found),
        aside=telling.aside(found),
    )


def _mode(room: Room, telling: Telling, found: Found, credited: Claim | None) -> Mode:
    mode = telling.mode(found)
    if mode == "hypothetical" and credited is not None and credited.mode == "denied":
        return "denied"  # "The firm denied that it had any warning."
    taken_for_granted = found.frame == "nouns" and not found.is_carried
    if mode != "asserted" or credited is None or taken_for_granted or _is_cue(telling, found, credited):
        return mode
    return mode_in_claim(telling, found, room.report.text[credited.start : credited.end], credited)


def _is_cue(telling: Telling, found: Found, credited: Claim) -> bool:
    """Whether the event is the saying itself ("people were [asked to] leave"): what is said does not colour it."""
    tokens, cue = telling.layout.tokens, credited.cue
    return cue is not None and tokens[found.first].start < cue.end and cue.start < tokens[found.last].end


def _days(room: Room, telling: Telling, found: Found, mode: Mode, credited: Claim | None, thread: _Thread) -> Days:
    content = Span(credited.start, credited.end) if credited else None
    days = telling.days(found, mode, content)
    if days is None:
        return NO_DAYS
    if days is NO_DAYS:
        return default_days(room.report, mode, thread.days, telling.is_background(found))
    if content is not None and days.time is not None and not _is_inside(content, room.times[days.time].start):
        return replace(days, precision=max(days.precision, 2))
    return days


def _is_inside(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _place(room: Room, telling: Telling, found: Found, thread: _Thread) -> int | None:
    """The place of the event's clause, else of the sentences before in the paragraph, else one that the sentence
    names, else the one most spoken of.
    """
    here = telling.place(found)
    if here is not None and here[1]:
        thread.place = here[0]
        return here[0]
    if thread.place is not None:
        return thread.place
    return here[0] if here is not None else room.main_place
