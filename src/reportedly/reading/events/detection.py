"""Triggers in a sentence: which words tell of an event, of which type, with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.reading.events.arguments import (
    ARTICLES,
    Phrase,
    agent_after,
    complement_after,
    is_object_start,
    is_participle,
    object_after,
    owner_before,
    phrase_ending,
    subject_of,
)
from reportedly.reading.events.grammar import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DO,
    GERUND,
    MARK,
    MODAL,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    THIRD,
    kinds_of_class,
    listed,
    noun_class,
    word_list,
)
from reportedly.reading.events.layout import DASHES, QUOTATION_MARKS, Layout
from reportedly.reading.events.lexicon import GAP, Pattern, lexicon
from reportedly.reading.events.ontology import ontology
from reportedly.reading.events.predicates import VerbGroup, verb_group
from reportedly.reading.reading import Mention

COMPLEMENTS = frozenset({"of", "on", "against", "to", "into", "with"})
LONGEST_GAP = 6
LONGEST_FILLER = 2
STATE_VERBS = frozenset(
    {"be", "remain", "go", "become", "run", "get", "stay", "lie", "leave", "feel", "report", "list", "stand"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its participants. ``first``/``last`` are its tokens (closed), ``group`` the verb that it hangs
    on, if any.
    """

    type: str
    frame: str
    first: int
    last: int
    words: tuple[str, ...]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    group: VerbGroup | None


@dataclass(frozen=True, slots=True)
class _Match:
    """A pattern laid on tokens: the indexes of its words."""

    pattern: Pattern
    at: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.at[0]

    @property
    def last(self) -> int:
        return self.at[-1]


def find_triggers(layout: Layout, mentions: Sequence[Mention]) -> Iterator[Found]:
    """The events that the sentence tells, in order of their triggers; no word belongs to two.

    A word of a time expression tells of none ("on 3 [March]"). A light verb ("[began] their assault") gives way to
    the noun that it carries.
    """
    present = frozenset(layout.keys).union(token.lower for token in layout.tokens)
    taken = set() if present.isdisjoint(_idioms()) else set(idiom_tokens(layout))
    events: list[Found] = []
    for at in range(len(layout)):
        if at in taken or layout.dated[at]:
            continue
        found = _best_at(layout, mentions, at, present)
        if found is not None:
            taken.update(found[1].at)
            events.append(found[0])
        elif layout.verbal[at]:
            events.extend(_untyped(layout, at))
    light = {found.group.head for found in events if found.frame == "nouns" and found.group}
    return (found for found in events if not (found.first in light and found.first == found.last))


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
    yield Found("other", "verbs", at, at, (layout.keys[at],), subject.mentions, recipients, group)


def idiom_tokens(layout: Layout) -> Iterator[int]:
    """The tokens of phrases whose words tell of no event ("a great [deal] of")."""
    for at in range(len(layout)):
        for words in _idioms().get(layout.word(at), ()):
            if all(layout.word(at + step) == word for step, word in enumerate(words)):
                yield from range(at, at + len(words))


@cache
def _idioms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Idioms by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(word_list("idioms")):
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _best_at(
    layout: Layout, mentions: Sequence[Mention], at: int, present: frozenset[str]
) -> tuple[Found, _Match] | None:
    """The first reading of the word at ``at`` whose words and constraints fit, the most specific first.

    ``present`` are the words of the sentence: most patterns fall away for want of one.
    """
    for pattern in _patterns_at(layout, at):
        if len(pattern.words) > 1 and not present.issuperset(pattern.needed):
            continue
        match = _match(layout, at, pattern)
        found = _read(layout, mentions, match) if match is not None else None
        if match is not None and found is not None:
            return found, match
    return None


def _patterns_at(layout: Layout, at: int) -> tuple[Pattern, ...]:
    """The patterns that begin with the word, by its dictionary form and then as it is written."""
    patterns, key, lower = lexicon().patterns, layout.keys[at], layout.tokens[at].lower
    if key == lower:
        return patterns.get(key, ())
    return patterns.get(key, ()) + patterns.get(lower, ())


def _match(layout: Layout, at: int, pattern: Pattern) -> _Match | None:
    """Lay the words of a pattern on the tokens from ``at``."""
    if not _fits_frame(layout, at, pattern):
        return None
    indexes = [at]
    room = LONGEST_FILLER
    for word in pattern.words[1:]:
        if word == GAP:
            room = LONGEST_GAP
            continue
        index = _find_word(layout, indexes[-1] + 1, word, room)
        if index is None or (pattern.frame == "nouns" and layout.verbal[index]):
            return None
        indexes.append(index)
        room = LONGEST_FILLER
    return _Match(pattern, tuple(indexes))


def _fits_frame(layout: Layout, at: int, pattern: Pattern) -> bool:
    if pattern.frame == "nouns":
        if layout.has(at, BASE) and layout.has(_before(layout, at), MODAL | DO):
            return False
        inflected = layout.has(at, GERUND | PAST) and not layout.has(at, BASE)
        return not layout.verbal[at] and (not inflected or layout.tokens[at].lower == pattern.words[0])
    if pattern.frame == "states":
        return True
    return layout.verbal[at] or (pattern.words[0] == "be" and layout.has(at, BE))


def _before(layout: Layout, at: int) -> int:
    """The word before, adverbs and negations left out ("will [not] deal with it" has no noun "deal")."""
    before = at - 1
    while layout.has(before, ADVERB) and not layout.has(before, DETERMINER):
        before -= 1
    return before


def _find_word(layout: Layout, start: int, word: str, room: int) -> int | None:
    """The next token spelled so, within ``room`` tokens; a short room holds only articles, adverbs and numbers."""
    for index in range(start, min(len(layout), start + room + 1)):
        if layout.keys[index] == word or layout.tokens[index].lower == word:
            return index
        if layout.has(index, MARK):
            return None
        if room == LONGEST_GAP and layout.word(index) == "that" and layout.word(index + 1) in ARTICLES:
            return None
        if room == LONGEST_FILLER and not layout.has(index, DETERMINER | ADVERB | NUMBER):
            return None
    return None


def _read(layout: Layout, mentions: Sequence[Mention], match: _Match) -> Found | None:
    frame = match.pattern.frame
    if frame == "nouns":
        return _read_noun(layout, mentions, match)
    if frame == "states":
        return _read_state(layout, mentions, match)
    return _read_verb(layout, mentions, match)


def _read_verb(layout: Layout, mentions: Sequence[Mention], match: _Match) -> Found | None:
    """Subject and object of a verb, active, passive or as a participle after its noun."""
    pattern, group = match.pattern, verb_group(layout, match.first)
    reduced = is_participle(layout, group, match.last)
    if pattern.frame != "verbs":
        if reduced and _has_frame(pattern, "verbs"):
            return None
        return _read_intransitive(layout, mentions, match, group)
    if group.passive or reduced:
        undergoer = phrase_ending(layout, group.start - 1) if reduced else subject_of(layout, group)
        agent = agent_after(layout, match.last + 1)
        return _build(layout, mentions, match, group, agent, undergoer)
    target = _target(layout, match)
    has_object = target is not None or is_object_start(layout, match.last + 1)
    if not has_object and (_has_frame(pattern, "acts") or _has_frame(pattern, "befalls")):
        return None
    return _build(layout, mentions, match, group, subject_of(layout, group), target)


def _target(layout: Layout, match: _Match) -> Phrase | None:
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


def _has_frame(pattern: Pattern, frame: str) -> bool:
    """Whether the same words also stand in another frame ("the storm sank the ship", "the ship sank")."""
    return any(other.words == pattern.words and other.frame == frame for other in lexicon().patterns[pattern.words[0]])


def _read_intransitive(layout: Layout, mentions: Sequence[Mention], match: _Match, group: VerbGroup) -> Found | None:
    pattern = match.pattern
    if group.passive and pattern.words[0] != "be":
        return None
    if is_object_start(layout, match.last + 1) and not layout.has(match.last, PREPOSITION):
        if pattern.frame == "acts" and _is_plain_object(layout, match.last + 1):
            return None
        target = object_after(layout, match.last + 1)
        if target is not None and (target.mentions or _has_frame(pattern, "verbs")):
            return None
    subject = subject_of(layout, group)
    kind = ontology()[pattern.type]
    if pattern.frame == "befalls" and kind.undergoes:
        return _build(layout, mentions, match, group, None, subject)
    other = complement_after(layout, match.last + 1, listed("nominal", "recipient_prepositions"))
    other = other or object_after(layout, match.last + 1)
    return _build(layout, mentions, match, group, subject, other)


def _is_plain_object(layout: Layout, at: int) -> bool:
    """"gave up [his] ambitions", "gave up [gains]": with an object of its own the verb tells of something else."""
    bare = layout.has(at, THIRD) and not layout.verbal[at] and not layout.has(at, PREPOSITION | ADVERB | CAPITAL)
    return bare or layout.word(at) in ARTICLES or layout.is_possessive_pronoun(at)


def _build(
    layout: Layout,
    mentions: Sequence[Mention],
    match: _Match,
    group: VerbGroup,
    actor: Phrase | None,
    recipient: Phrase | None,
) -> Found | None:
    """The event, unless a constraint on its subject or object is not met."""
    pattern = match.pattern
    subject = recipient if group.passive and pattern.frame == "verbs" else actor
    if pattern.frame == "befalls" and ontology()[pattern.type].undergoes:
        subject, target = recipient, None
    else:
        target = recipient
    if not _belongs(layout, mentions, subject if not group.passive else actor, pattern.subject):
        return None
    if pattern.object and not _belongs(layout, mentions, target, pattern.object):
        return None
    actors = actor.mentions if actor else ()
    recipients = tuple(m for m in (recipient.mentions if recipient else ()) if m not in actors)
    return Found(pattern.type, pattern.frame, match.first, match.last, _words(layout, match), actors, recipients, group)


def _belongs(layout: Layout, mentions: Sequence[Mention], phrase: Phrase | None, wanted: str | None) -> bool:
    """Whether the phrase is of the class that a pattern asks for; a missing phrase is not."""
    if wanted is None:
        return True
    if phrase is None:
        return False
    words, kinds = noun_class(wanted), kinds_of_class(wanted)
    if not phrase.loose and any(_is_of_kind(mentions[index], kinds) for index in phrase.mentions):
        return not (wanted == "vehicle" and layout.keys[phrase.head] in noun_class("person"))
    return any(layout.keys[at] in words for at in _phrase_tokens(layout, phrase))


def _is_of_kind(mention: Mention, kinds: frozenset[str]) -> bool:
    """A name of no known kind may be anything; a noun or a pronoun without a kind may not."""
    return mention.kind in kinds and (mention.kind != "other" or mention.form == "name")


def _phrase_tokens(layout: Layout, phrase: Phrase) -> Iterator[int]:
    """The head of a phrase and the other words of the mention that ends or begins there."""
    yield phrase.head
    owner = layout.owner[phrase.head]
    if owner < 0:
        return
    for step in (-1, 1):
        at = phrase.head + step
        while 0 <= at < len(layout) and layout.owner[at] == owner:
            yield at
            at += step


def _words(layout: Layout, match: _Match) -> tuple[str, ...]:
    return tuple(layout.keys[at] for at in match.at)


def _read_state(layout: Layout, mentions: Sequence[Mention], match: _Match) -> Found | None:
    """"is missing", "ran aground", "the ship aground in the canal"."""
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


def _build_state(layout: Layout, match: _Match, group: VerbGroup | None, who: Phrase | None) -> Found | None:
    if who is None:
        return None
    return Found(match.pattern.type, "states", match.first, match.last, _words(layout, match), (), who.mentions, group)


def _read_noun(layout: Layout, mentions: Sequence[Mention], match: _Match) -> Found | None:
    """"the fall of the city", "rebel attacks on the post by night", "launched an assault on the town"."""
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
    return Found(pattern.type, "nouns", match.first, match.last, _words(layout, match), actors, recipients, light)


def _is_generic(layout: Layout, match: _Match) -> bool:
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
    layout: Layout, mentions: Sequence[Mention], match: _Match, owner: tuple[int, ...], of: Phrase | None
) -> bool:
    wanted = match.pattern.object
    if of is not None:
        return _belongs(layout, mentions, of, wanted)
    if owner:
        return _belongs(layout, mentions, Phrase(owner, match.first), wanted)
    other = complement_after(layout, match.last + 1, frozenset({"on", "against"}))
    return other is not None and _belongs(layout, mentions, other, wanted)


def _noun_roles(
    layout: Layout, match: _Match, owner: tuple[int, ...], of: Phrase | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Actors and recipients of an event noun from its owner and complements."""
    type_id, kind = match.pattern.type, ontology()[match.pattern.type]
    agent = agent_after(layout, match.last + 1)
    other = of or complement_after(layout, match.last + 1, listed("nominal", "recipient_prepositions"))
    actors = agent.mentions if agent else ()
    recipients = other.mentions if other else ()
    if of is not None and type_id in listed("nominal", "of_acts"):
        target = complement_after(layout, of.head + 1, listed("nominal", "recipient_prepositions"))
        return of.mentions, target.mentions if target else ()
    if owner and (kind.undergoes or (type_id in listed("nominal", "owner_undergoes") and not recipients)):
        return actors, owner
    return (owner or actors), recipients


def _is_event_noun(layout: Layout, mentions: Sequence[Mention], match: _Match) -> bool:
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
    """"an attack was [launched]"."""
    for index in range(at + 1, min(len(layout), at + 4)):
        if layout.verbal[index]:
            group = verb_group(layout, index)
            return group if group.passive and layout.keys[index] in word_list("light_verbs") else None
    return None
