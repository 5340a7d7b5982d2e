"""Who takes part in a trigger, told by word order and function words alone: what is done where there is no parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.events.arguments import (
    ARTICLES,
    Phrase,
    agent_after,
    complement_after,
    is_object_start,
    is_participle,
    object_after,
    phrase_ending,
    subject_of,
)
from reportedly.reading.events.grammar import (
    ADVERB,
    BASE,
    BE,
    CAPITAL,
    DETERMINER,
    GERUND,
    MARK,
    PAST,
    PREPOSITION,
    REPORT,
    THIRD,
    listed,
    word_list,
)
from reportedly.reading.events.layout import QUOTATION_MARKS, Layout
from reportedly.reading.events.lexicon import GAP, has_frame
from reportedly.reading.events.matches import Found, Match, fits, words_of
from reportedly.reading.events.nouns import read_noun
from reportedly.reading.events.predicates import VerbGroup, verb_group
from reportedly.reading.reading import Mention

COMPLEMENTS = frozenset({"of", "on", "against", "to", "into", "with"})
PARTICLES = frozenset({"up", "back", "out", "down", "off"})
STATE_VERBS = frozenset(
    {"be", "remain", "go", "become", "run", "get", "stay", "lie", "leave", "feel", "report", "list", "stand"}
)


class ByPosition:
    """Reads matches in one sentence by positions."""

    def __init__(self, layout: Layout, mentions: Sequence[Mention]) -> None:
        self.layout = layout
        self.mentions = mentions

    def read(self, match: Match) -> Found | None:
        """The event that a match tells; None where the words do not stand as its frame asks for."""
        return _read(self.layout, self.mentions, match)

    def untyped(self, at: int) -> Iterator[Found]:
        """The event of a verb that no pattern fits, if it tells one."""
        return _untyped(self.layout, at)


def _read(layout: Layout, mentions: Sequence[Mention], match: Match) -> Found | None:
    frame = match.pattern.frame
    if frame == "nouns":
        return read_noun(layout, mentions, match)
    if frame == "states":
        return _read_state(layout, mentions, match)
    return _read_verb(layout, mentions, match)


def _read_verb(layout: Layout, mentions: Sequence[Mention], match: Match) -> Found | None:
    """Subject and object of a verb, active, passive or as a participle after its noun."""
    pattern, group = match.pattern, verb_group(layout, match.first)
    reduced = is_participle(layout, group, match.last)
    if pattern.frame != "verbs":
        if reduced and has_frame(pattern, "verbs"):
            return None
        return _read_intransitive(layout, mentions, match, group)
    if group.passive or reduced:
        undergoer = phrase_ending(layout, group.start - 1) if reduced else subject_of(layout, group)
        agent = agent_after(layout, match.last + 1)
        return _build(layout, mentions, match, group, agent, undergoer)
    target = _target(layout, match)
    has_object = target is not None or is_object_start(layout, match.last + 1)
    if not has_object and (has_frame(pattern, "acts") or has_frame(pattern, "befalls")):
        return None
    return _build(layout, mentions, match, group, subject_of(layout, group), target)


def _target(layout: Layout, match: Match) -> Phrase | None:
    """The object of an active verb, in the gap of its pattern or after it; failing a mention there, its complement's.

    "condemned the violations of [Velmo]" and "ordered an inquiry into [the firm]" are done to what the complement
    names.
    """
    after = object_after(layout, match.last + 1)
    gap = object_after(layout, match.first + 1, match.at[1]) if GAP in match.pattern.words else None
    after_first = layout.has(match.last, PREPOSITION)
    found = [phrase for phrase in ((after, gap) if after_first else (gap, after)) if phrase is not None]
    for phrase in found:
        if phrase.mentions:
            return phrase
    start = max((phrase.head for phrase in found), default=match.last) + 1
    complement = complement_after(layout, max(start, match.last + 1), COMPLEMENTS)
    if complement is not None and complement.mentions:
        return Phrase(complement.mentions, found[0].head if found else match.last, loose=True)
    return found[0] if found else None


def _read_intransitive(layout: Layout, mentions: Sequence[Mention], match: Match, group: VerbGroup) -> Found | None:
    pattern = match.pattern
    if group.passive and pattern.words[0] != "be":
        return None
    particle = layout.word(match.last) in PARTICLES or not layout.has(match.last, PREPOSITION)
    if pattern.frame == "acts" and particle and _is_plain_object(layout, match.last + 1):
        return None
    if is_object_start(layout, match.last + 1) and not layout.has(match.last, PREPOSITION):
        target = object_after(layout, match.last + 1)
        if target is not None and (target.mentions or has_frame(pattern, "verbs")):
            return None
    subject = subject_of(layout, group)
    if pattern.frame == "befalls" and pattern.undergoes:
        return _build(layout, mentions, match, group, None, subject)
    other = complement_after(layout, match.last + 1, listed("nominal", "recipient_prepositions"))
    other = other or object_after(layout, match.last + 1)
    return _build(layout, mentions, match, group, subject, other)


def _is_plain_object(layout: Layout, at: int) -> bool:
    """ "gave up [his] ambitions", "gave up [gains]": with an object of its own the verb tells of something else."""
    if at >= len(layout) or layout.dated[at]:
        return False
    bare = layout.has(at, THIRD) and not layout.verbal[at] and not layout.has(at, PREPOSITION | ADVERB | CAPITAL | BE)
    return bare or layout.word(at) in ARTICLES or layout.is_possessive_pronoun(at)


def _build(
    layout: Layout,
    mentions: Sequence[Mention],
    match: Match,
    group: VerbGroup,
    actor: Phrase | None,
    recipient: Phrase | None,
) -> Found | None:
    """The event, unless a constraint on its subject or object is not met."""
    pattern = match.pattern
    subject = recipient if group.passive and pattern.frame == "verbs" else actor
    if pattern.frame == "befalls" and pattern.undergoes:
        subject, target = recipient, None
    else:
        target = recipient
    if not fits(layout, mentions, pattern, subject if not group.passive else actor, target):
        return None
    actors = actor.mentions if actor else ()
    recipients = tuple(m for m in (recipient.mentions if recipient else ()) if m not in actors)
    words = words_of(layout, match)
    return Found(pattern.type, pattern.frame, match.first, match.last, words, actors, recipients, group, group.head)


def _read_state(layout: Layout, mentions: Sequence[Mention], match: Match) -> Found | None:
    """ "is missing", "ran aground", "the ship aground in the canal"."""
    at = match.first
    before = at - 1
    while layout.has(before, ADVERB) or (before >= 0 and layout.tokens[before].text in QUOTATION_MARKS):
        before -= 1
    if before < 0 or layout.has(before, DETERMINER | PREPOSITION):
        return None
    if layout.has(before, BE) or layout.keys[before] in STATE_VERBS:
        group = verb_group(layout, before)
        return _build_state(layout, match, group, subject_of(layout, group))
    following_noun = layout.has(at + 1, BASE | THIRD) and not layout.has(
        at + 1, PREPOSITION | MARK | DETERMINER | ADVERB
    )
    if layout.owner[before] < 0 or layout.owner[before] == layout.owner[at] or following_noun:
        return None
    return _build_state(layout, match, None, Phrase((layout.owner[before],), before))


def _build_state(layout: Layout, match: Match, group: VerbGroup | None, who: Phrase | None) -> Found | None:
    if who is None:
        return None
    words = words_of(layout, match)
    return Found(match.pattern.type, "states", match.first, match.last, words, (), who.mentions, group, match.first)


def _untyped(layout: Layout, at: int) -> Iterator[Found]:
    """An event that no type fits: a finite past verb of doing, with somebody who does it and an object."""
    ruled_out = layout.keys[at] in word_list("stative_verbs") or layout.has(at, REPORT | GERUND)
    if ruled_out or not layout.has(at, PAST) or layout.has(at, BASE) or not is_object_start(layout, at + 1):
        return
    group = verb_group(layout, at)
    subject = subject_of(layout, group)
    if subject is None or not subject.mentions or group.passive or group.infinitive:
        return
    target = object_after(layout, at + 1)
    recipients = tuple(m for m in (target.mentions if target else ()) if m not in subject.mentions)
    yield Found("other", "verbs", at, at, (layout.keys[at],), subject.mentions, recipients, group, at)
