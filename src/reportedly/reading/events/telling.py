"""One sentence read for events, by its parse or by positions alone: what both ways answer, and the two ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

from reportedly.reading.encoded import Encoded, EncodedSentence
from reportedly.reading.events.asides import aside_of
from reportedly.reading.events.bearings import Bearings, shifted
from reportedly.reading.events.constructions import ByParse
from reportedly.reading.events.detection import find_triggers
from reportedly.reading.events.layout import Layout, lay_out
from reportedly.reading.events.matches import Found
from reportedly.reading.events.modes import is_presupposed as is_presupposed_by_position
from reportedly.reading.events.modes import mode_of, reaches_from_claim
from reportedly.reading.events.outlook import Outlook
from reportedly.reading.events.positions import ByPosition
from reportedly.reading.events.predicates import is_past_perfect
from reportedly.reading.events.room import Room
from reportedly.reading.events.settings import NO_DAYS, Days, figures_of, nearest_days, own_place
from reportedly.reading.events.traits import Traits, traits_of
from reportedly.reading.events.tree import plant
from reportedly.reading.reading import Claim, Mode, Sentence
from reportedly.report import Span

LONG_AGO = timedelta(days=45)
"""The present perfect tells of nothing that was done on a day so long before."""
MODALS = frozenset({"may", "might", "could", "would", "should", "must", "to"})


class Telling(Protocol):
    """What a sentence answers about its events."""

    layout: Layout

    def triggers(self) -> Iterator[Found]:
        """Its events in order."""

    def mode(self, found: Found) -> Mode:
        """The mode in which its own words tell an event."""

    def is_presupposed(self, found: Found) -> bool:
        """Whether the event only tells which one is meant, so that no claim around it takes it back."""

    def is_past(self, found: Found) -> bool:
        """Whether the event is told as past, so that no vow or hope around it puts it ahead."""

    def days(self, found: Found, mode: Mode, claim: Span | None) -> Days | None:
        """The days of an event; ``NO_DAYS`` where the sentence has none for it, None where nobody can know them."""

    def is_background(self, found: Found) -> bool:
        """Whether the event lies behind the story's present ("had begun")."""

    def aside(self, found: Found) -> Span | None:
        """The phrase that tells an event by the way; None where the sentence is about it."""

    def place(self, found: Found) -> tuple[int, bool] | None:
        """The place of an event in the sentence, and whether the event surely is set there."""

    def figures(self, found: Found) -> tuple[int, ...]:
        """The figures that belong to an event."""

    def traits(self, found: Found, mode: Mode) -> Traits | None:
        """What the classifier of kinds looks at; None where there is no parse."""


def open_telling(room: Room, number: int, sentence: Sentence, encoded: Encoded | None) -> Telling:
    """The sentence, read by its parse where there is one that makes sense of its verbs."""
    if encoded is None or _is_without_predicate(encoded.sentences[number]):
        return _ByPosition(room, number, sentence)
    return _ByParse(room, number, sentence, encoded)


def _is_without_predicate(parsed: EncodedSentence) -> bool:
    """Whether all verbs are read as mere modifiers ("Crowds looted shops" as shops that are looted)."""
    verbs = [at for at, tag in enumerate(parsed.upos) if tag in {"VERB", "AUX"}]
    return bool(verbs) and all(parsed.relations[at] in {"amod", "compound"} for at in verbs)


def _dated(room: Room, number: int) -> list[Span]:
    return [Span(room.times[index].start, room.times[index].end) for index in room.times_in.get(number, ())]


class _ByParse:
    """A sentence with its tree."""

    def __init__(self, room: Room, number: int, sentence: Sentence, encoded: Encoded) -> None:
        indexes = room.mentions_in.get(number, [])
        self.room, self.number = room, number
        self.vector = encoded.vectors[number]
        self.tree = plant(encoded.sentences[number], [token.lower for token in sentence.tokens])
        self.layout = lay_out(number, sentence, room.mentions, indexes, _dated(room, number), self.tree)
        self.syntax = ByParse(self.layout, self.tree, room.mentions, indexes, room.sites)
        self.outlook = Outlook(self.layout, self.tree)
        self.bearings = Bearings(self.layout, self.tree)

    def triggers(self) -> Iterator[Found]:
        return find_triggers(self.layout, self.syntax)

    def mode(self, found: Found) -> Mode:
        return self.outlook.mode(found)

    def is_presupposed(self, found: Found) -> bool:
        return self.outlook.is_presupposed(found)

    def is_past(self, found: Found) -> bool:
        return self.outlook.is_past(found)

    def days(self, found: Found, mode: Mode, claim: Span | None) -> Days | None:
        times = self.room.times_in.get(self.number, ())
        counted = shifted(self.layout, self.tree, found, self.room.times, times)
        if counted is not None:
            return None if counted is NO_DAYS else counted
        days = self.bearings.time(found, self.room.times, times, claim, ahead=mode != "asserted")
        return NO_DAYS if self._is_too_long_ago(found, days) else days

    def _is_too_long_ago(self, found: Found, days: Days) -> bool:
        """Whether a verb in the present perfect is given days long past, which are those of a word beside it.

        "Has freed 21 of the girls abducted two years ago": it frees them now, whatever the tree hangs the years on.
        """
        published = self.room.report.published
        if published is None or days.latest is None or published - days.latest < LONG_AGO:
            return False
        auxiliaries = {self.tree.words[kid] for kid in self.tree.kids(found.anchor, "aux")}
        return bool(auxiliaries & {"has", "have", "'ve"}) and not auxiliaries & MODALS

    def is_background(self, found: Found) -> bool:
        return any(self.tree.words[kid] == "had" for kid in self.tree.kids(found.anchor, "aux"))

    def aside(self, found: Found) -> Span | None:
        phrase = aside_of(self.tree, found)
        tokens = self.layout.tokens
        return Span(tokens[phrase[0]].start, tokens[phrase[1] - 1].end) if phrase else None

    def place(self, found: Found) -> tuple[int, bool] | None:
        return self.bearings.place(found, self.room.places, self.room.places_in.get(self.number, ()))

    def figures(self, found: Found) -> tuple[int, ...]:
        return self.bearings.figures(found, self.room.figures, self.room.figures_in.get(self.number, ()))

    def traits(self, found: Found, mode: Mode) -> Traits | None:
        return Traits(traits_of(self.layout, self.tree, found, mode), self.vector)


class _ByPosition:
    """A sentence without a parse."""

    def __init__(self, room: Room, number: int, sentence: Sentence) -> None:
        indexes = room.mentions_in.get(number, [])
        self.room, self.number = room, number
        self.layout = lay_out(number, sentence, room.mentions, indexes, _dated(room, number))

    def triggers(self) -> Iterator[Found]:
        return find_triggers(self.layout, ByPosition(self.layout, self.room.mentions))

    def mode(self, found: Found) -> Mode:
        return mode_of(self.layout, found)

    def is_presupposed(self, found: Found) -> bool:
        return is_presupposed_by_position(self.layout, found)

    def is_past(self, found: Found) -> bool:
        return False

    def days(self, found: Found, mode: Mode, claim: Span | None) -> Days | None:
        return nearest_days(self.layout, found, self.room.times, self.room.times_in.get(self.number, ()), claim)

    def is_background(self, found: Found) -> bool:
        return found.group is not None and is_past_perfect(self.layout, found.group)

    def aside(self, found: Found) -> Span | None:
        return None

    def place(self, found: Found) -> tuple[int, bool] | None:
        place = own_place(self.layout, found, self.room.places, self.room.places_in.get(self.number, ()))
        return (place, True) if place is not None else None

    def figures(self, found: Found) -> tuple[int, ...]:
        return figures_of(self.layout, found, self.room.figures, self.room.figures_in.get(self.number, ()))

    def traits(self, found: Found, mode: Mode) -> Traits | None:
        return None


def mode_in_claim(telling: Telling, found: Found, content: str, claim: Claim) -> Mode:
    """What the claim around an event makes of it, where the event's own words assert it."""
    if found.frame != "nouns" and telling.is_presupposed(found):
        return "asserted"
    if claim.mode in {"planned", "expected"} and telling.is_past(found):
        return "asserted"
    return claim.mode if reaches_from_claim(telling.layout, found, content, claim.mode) else "asserted"
