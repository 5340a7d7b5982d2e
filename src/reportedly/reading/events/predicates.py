"""Verb groups: the auxiliaries, negations and governing words that belong to a verb ("have not been able to free")."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.reading.events.grammar import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    COORDINATOR,
    DETERMINER,
    GERUND,
    HAVE,
    MARK,
    MODAL,
    NEGATION,
    PAST,
    PREPOSITION,
    TO,
    listed,
)
from reportedly.reading.events.layout import QUOTATION_MARKS, Layout

CONTROLS = ("denied", "hypothetical", "planned", "possible", "likely", "expected", "asserted")
PHASES = frozenset({"begin", "start", "continue", "keep", "stop", "finish", "resume", "cease", "avoid", "consider"})
ORDINALS = frozenset({"first", "last", "latest", "next", "only", "second", "third"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what governs it; indexes are of tokens.

    ``start`` is where the group begins (the subject ends before it). ``governors`` are the words above the verb from
    the nearest
    out ("expected" in "is expected to be freed", "effort" in "an effort to free"). ``auxiliaries`` are those of the
    whole group.
    """

    start: int
    head: int
    passive: bool
    negated: bool
    infinitive: bool
    auxiliaries: tuple[int, ...]
    governors: tuple[int, ...]
    raised: int | None = None

    @property
    def finite(self) -> bool:
        """Whether a subject stands before the group in the plain way."""
        return bool(self.auxiliaries) or not self.infinitive


@dataclass(slots=True)
class _Climb:
    """What has been met on the way left from the verb."""

    at: int
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    raised: int | None = None


def verb_group(layout: Layout, head: int) -> VerbGroup:
    """The group of the verb at ``head``."""
    state = _Climb(head - 1)
    auxiliaries: list[int] = []
    governors: list[int] = []
    while state.at >= 0 and _climb(layout, head, state, auxiliaries, governors):
        pass
    return VerbGroup(
        state.at + 1,
        head,
        state.passive,
        state.negated,
        state.infinitive,
        tuple(auxiliaries),
        tuple(governors),
        state.raised,
    )


def _climb(layout: Layout, head: int, state: _Climb, auxiliaries: list[int], governors: list[int]) -> bool:
    """Take one word more to the left into the group; False where the group begins."""
    at, bits = state.at, layout.bits[state.at]
    if bits & AUXILIARY and not layout.verbal[at]:
        state.passive = state.passive or _makes_passive(layout, head, at, auxiliaries, governors)
        auxiliaries.append(at)
    elif bits & NEGATION:
        state.negated = True
    elif bits & TO:
        return _climb_infinitive(layout, state, governors)
    elif layout.keys[at] == "get" and layout.bits[head] & PAST and at == head - 1:
        state.passive = True
    elif layout.verbal[at] and layout.keys[at] in PHASES and layout.bits[head] & GERUND and not governors:
        governors.append(at)
    elif not _is_inner_adverb(layout, at, head):
        return False
    state.at -= 1
    return True


def _makes_passive(layout: Layout, head: int, at: int, auxiliaries: list[int], governors: list[int]) -> bool:
    nearest = not auxiliaries and not governors
    return nearest and bool(layout.bits[head] & PAST) and bool(layout.bits[at] & BE)


def _is_inner_adverb(layout: Layout, at: int, head: int) -> bool:
    """ "was [severely] damaged", 'is ["fully] afloat"', but not the adverb of the clause before."""
    if layout.tokens[at].text in QUOTATION_MARKS:
        return True
    adverb = layout.bits[at] & ADVERB and not layout.bits[at] & (MARK | COORDINATOR)
    return bool(adverb) and head - at <= 8 and not (layout.owner[at] >= 0)


def _climb_infinitive(layout: Layout, state: _Climb, governors: list[int]) -> bool:
    """Past "to": a governing verb, adjective or noun; or a verb with its object ("urged the mayor to close")."""
    before = state.at - 1
    while before >= 0 and layout.has(before, NEGATION):
        state.negated = True
        before -= 1
    if before >= 0 and layout.keys[before] == "order" and layout.word(before - 1) == "in":
        before -= 2
    if not governors:
        state.infinitive = True
    governor = _governor(layout, before)
    if governor is None:
        return False
    governors.append(governor)
    if governor != before:
        state.raised = before if state.raised is None else state.raised
        return False
    state.at = before - 1
    return layout.verbal[governor] or not _is_noun_governor(layout, governor)


def _is_noun_governor(layout: Layout, at: int) -> bool:
    return layout.has(at - 1, DETERMINER | PREPOSITION) or (not layout.verbal[at] and not layout.has(at, PAST))


def _governor(layout: Layout, before: int) -> int | None:
    """The word that governs an infinitive: the one before "to", or the verb before the object that stands between."""
    if before < 0:
        return None
    if control_of(layout, before) is not None:
        return before
    at = before
    while at > 0 and before - at < 8 and not layout.verbal[at] and not layout.has(at, MARK):
        at -= 1
    return at if layout.verbal[at] and control_of(layout, at) is not None else None


def control_of(layout: Layout, at: int) -> str | None:
    """The mode that a governing word gives to what it governs; None where it is no such word."""
    key = layout.keys[at]
    for mode in CONTROLS:
        if key in listed("controls", mode):
            return mode
    for mode in ("planned", "possible", "hypothetical", "denied"):
        if key in listed("control_nouns", mode):
            return mode
    return None


def is_ordinal_infinitive(layout: Layout, group: VerbGroup) -> bool:
    """ "the last place to be liberated": the infinitive tells what was done."""
    first = max(0, group.start - 5)
    return (
        group.infinitive
        and not group.governors
        and any(layout.tokens[at].lower in ORDINALS for at in range(first, group.start))
    )


def is_past_perfect(layout: Layout, group: VerbGroup) -> bool:
    """ "had begun": what lies behind the story's present."""
    return any(layout.tokens[at].lower == "had" for at in group.auxiliaries)


def is_reduced(layout: Layout, group: VerbGroup, last: int) -> bool:
    """Whether a participle stands for a relative clause ("people [killed] by the blast", "boys [trapped] in a cave").

    It does where nothing before it makes a group, no object follows, and the clause has another verb or an agent
    follows.
    """
    if group.auxiliaries or group.governors or group.infinitive or not layout.has(group.head, PAST):
        return False
    if layout.word(group.start - 1) in {"who", "which"}:
        return False
    after = last + 1
    while layout.has(after, ADVERB) and not layout.has(after, PREPOSITION):
        after += 1
    if layout.word(after) == "by":
        return True
    if after < len(layout) and not layout.has(after, PREPOSITION | MARK | COORDINATOR):
        return False
    return _has_other_verb(layout, group.head, after)


def _has_other_verb(layout: Layout, head: int, after: int) -> bool:
    """A finite verb to the right in the same clause: it takes the subject, so that the participle has none."""
    clause = layout.clause[head]
    for at in range(after, len(layout)):
        if layout.clause[at] != clause:
            return False
        if layout.has(at, BE | HAVE | MODAL) or (
            layout.verbal[at] and layout.has(at, PAST) and not layout.has(at, BASE)
        ):
            return True
    return False
