"""Event nouns: "the fall of the city", "rebel attacks on the post by night", "launched an assault on the town"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.events.arguments import (
    Phrase,
    agent_after,
    complement_after,
    owner_before,
    subject_of,
)
from reportedly.reading.events.grammar import (
    ADVERB,
    AUXILIARY,
    BASE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    MARK,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    THIRD,
    listed,
    word_list,
)
from reportedly.reading.events.layout import DASHES, Layout
from reportedly.reading.events.matches import Found, Match, belongs, words_of
from reportedly.reading.events.predicates import VerbGroup, verb_group
from reportedly.reading.reading import Mention


def read_noun(layout: Layout, mentions: Sequence[Mention], match: Match) -> Found | None:
    """ "the fall of the city", "rebel attacks on the post by night", "launched an assault on the town"."""
    if not _is_event_noun(layout, mentions, match):
        return None
    pattern = match.pattern
    owner = owner_before(layout, match.first)
    of = complement_after(layout, match.last + 1, frozenset({"of"})) if layout.word(match.last + 1) == "of" else None
    if pattern.object and not _noun_constraint(layout, mentions, match, owner, of):
        return None
    light = _light_verb(layout, match.first)
    subject = subject_of(layout, light) if light else None
    actors, recipients = _noun_roles(layout, match, owner, of)
    if _is_generic(layout, match) and not (light or actors or recipients):
        return None
    if subject and not actors and light:
        actors = tuple(m for m in subject.mentions if m not in recipients) if not light.passive else actors
    recipients = tuple(m for m in recipients if m not in actors)
    anchor = light.head if light else match.first
    words = words_of(layout, match)
    return Found(pattern.type, "nouns", match.first, match.last, words, actors, recipients, light, anchor)


def _is_generic(layout: Layout, match: Match) -> bool:
    """A bare plural that points to no particular event ("a stage for [executions]", "for [attacks] around the world").

    It is none where it begins the sentence or has a date in its clause.
    """
    before = match.first - 1
    while before >= 0 and _is_adjective(layout, before):
        before -= 1
    if before < 0 or not layout.has(match.last, THIRD) or layout.has(before, DETERMINER | NUMBER | POSSESSIVE):
        return False
    clause = layout.clause[match.first]
    return not any(dated and layout.clause[at] == clause for at, dated in enumerate(layout.dated))


def _is_adjective(layout: Layout, at: int) -> bool:
    return not layout.verbal[at] and not layout.bits[at] & (
        PREPOSITION | MARK | DETERMINER | NUMBER | AUXILIARY | COORDINATOR | RELATIVE | REPORT
    )


def _noun_constraint(
    layout: Layout, mentions: Sequence[Mention], match: Match, owner: tuple[int, ...], of: Phrase | None
) -> bool:
    wanted = match.pattern.object
    if of is not None:
        return belongs(layout, mentions, of, wanted)
    if owner and belongs(layout, mentions, Phrase(owner, match.first), wanted):
        return True
    other = complement_after(layout, match.last + 1, frozenset({"on", "against"}))
    return other is not None and belongs(layout, mentions, other, wanted)


def _noun_roles(
    layout: Layout, match: Match, owner: tuple[int, ...], of: Phrase | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Actors and recipients of an event noun from its owner and complements."""
    type_id = match.pattern.type
    agent = agent_after(layout, match.last + 1)
    other = of or complement_after(layout, match.last + 1, listed("nominal", "recipient_prepositions"))
    actors = agent.mentions if agent else ()
    recipients = other.mentions if other else ()
    if of is not None and type_id in listed("nominal", "of_acts"):
        target = complement_after(layout, of.head + 1, listed("nominal", "recipient_prepositions"))
        return of.mentions, target.mentions if target else ()
    if owner and (match.pattern.undergoes or (type_id in listed("nominal", "owner_undergoes") and not recipients)):
        return actors, owner
    return (owner or actors), recipients


def _is_event_noun(layout: Layout, mentions: Sequence[Mention], match: Match) -> bool:
    """Not part of a name ("the Rescue Committee"), nor the modifier of a thing ("rescue workers"), nor after a
    prefix.
    """
    first, last = match.first, match.last
    owner = layout.owner[first]
    named = any(index >= 0 and mentions[index].form == "name" for index in (owner, layout.inner[first]))
    if named and layout.has(first, CAPITAL) and first:
        return False
    if (
        layout.tokens[first - 1].text in DASHES
        and first
        and layout.word(first - 2) in listed("nominal", "not_events_after")
    ):
        return False
    following = last + 1
    if following >= len(layout) or layout.keys[following] in listed("nominal", "event_heads"):
        return True
    if layout.keys[following] in listed("nominal", "not_events_before"):
        return False
    if layout.tokens[following].text in DASHES and layout.tokens[following].start == layout.tokens[last].end:
        return False
    function = PREPOSITION | MARK | DETERMINER | ADVERB | NUMBER | AUXILIARY | COORDINATOR | RELATIVE
    modifies = (
        layout.has(following, BASE | THIRD) and not layout.has(following, function) and not layout.verbal[following]
    )
    return not modifies or layout.has(following, CAPITAL) or layout.has(last, THIRD)


def _light_verb(layout: Layout, at: int) -> VerbGroup | None:
    """The verb whose object the noun is, where it adds no event of its own ("[launched] an attack", "[carried] out a
    raid").
    """
    for index in range(at - 1, max(-1, at - 8), -1):
        if layout.verbal[index]:
            light = layout.keys[index] in word_list("light_verbs")
            return verb_group(layout, index) if light else None
        stops = layout.has(index, MARK) and layout.tokens[index].text not in DASHES
        if stops or (layout.has(index, PREPOSITION) and layout.word(index) != "out"):
            return None
    return _passive_light_verb(layout, at)


def _passive_light_verb(layout: Layout, at: int) -> VerbGroup | None:
    """ "an attack was [launched]"."""
    for index in range(at + 1, min(len(layout), at + 4)):
        if layout.verbal[index]:
            group = verb_group(layout, index)
            return group if group.passive and layout.keys[index] in word_list("light_verbs") else None
    return None
