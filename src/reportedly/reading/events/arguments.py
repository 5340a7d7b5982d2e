"""Who stands where around a predicate: subject, object, agent, owner and complements, found without a parser.

A subject is looked for leftwards, past complements ("the owner of the ship"), relative clauses ("the ship that blocks
the canal")
and insertions between commas; an object rightwards as the next noun phrase of the clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.reading.events.grammar import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    GERUND,
    MARK,
    NEGATION,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    SUBORDINATOR,
    TO,
    noun_class,
    word_list,
)
from reportedly.reading.events.layout import DASHES, HARD_MARKS, Layout
from reportedly.reading.events.predicates import VerbGroup, is_reduced, verb_group
from reportedly.records import quicken

REACH = 45
ARTICLES = frozenset({"the", "a", "an"})
NOMINATIVES = frozenset({"he", "she", "they", "we", "i"})


@quicken
@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the mentions that it names (a list "X, Y and Z" has several) and the token of its head.

    ``loose``: the head itself is no mention; the mentions are its owner or complement ("condemned [Velmo]'s
    violations").
    """

    mentions: tuple[int, ...]
    head: int
    loose: bool = False


def subject_of(layout: Layout, group: VerbGroup, depth: int = 0) -> Phrase | None:
    """The subject of a verb group; None where none is found. For a passive it is the one that undergoes."""
    if group.raised is not None:
        return phrase_ending(layout, group.raised)
    before = group.start - 1
    if before >= 0 and layout.has(before, PREPOSITION) and not layout.has(before, SUBORDINATOR | RELATIVE):
        before -= 1
    if before > 0 and layout.has(before, RELATIVE):
        return _antecedent(layout, before) or phrase_ending(layout, before)
    if layout.has(before, COORDINATOR):
        return _shared_subject(layout, before, depth) if depth < 3 else None
    if layout.word(before) == "," and layout.has(group.start, GERUND):
        return _shared_subject(layout, before, depth) if depth < 3 else None
    return _scan_left(layout, before, depth)


def _antecedent(layout: Layout, relative: int) -> Phrase | None:
    """What a relative pronoun stands for: the phrase that ends before it.

    "A spokesman for the coalition who …" is the spokesman, "… for the coalition that …" the coalition.
    """
    at = relative - 1
    while at >= 0 and layout.has(at, MARK | PREPOSITION) and relative - at < 4:
        at -= 1
    if at >= 0 and layout.word(relative) != "who" and layout.inner[at] != layout.owner[at]:
        return Phrase((layout.inner[at],), at)
    return phrase_ending(layout, at)


def _shared_subject(layout: Layout, before: int, depth: int) -> Phrase | None:
    """ "captured the town and [killed] two": the subject of the verb before."""
    for at in range(before - 1, max(-1, before - REACH), -1):
        if layout.verbal[at] and not layout.has(at, GERUND) and not layout.has(at, REPORT):
            return subject_of(layout, verb_group(layout, at), depth + 1)
        if layout.tokens[at].text in HARD_MARKS:
            return None
    return _scan_left(layout, before - 1, depth)


def _scan_left(layout: Layout, at: int, depth: int) -> Phrase | None:
    """The nearest phrase to the left that no preposition and no other verb governs."""
    first, limit = at, max(-1, at - REACH)
    while at > limit:
        if layout.tokens[at].text == ",":
            at = _before_insertion(layout, at, at == first)
            continue
        if _is_barrier(layout, at):
            return None
        if layout.owner[at] >= 0 or _is_subject_noun(layout, at):
            start = phrase_start(layout, at)
            if _is_free(layout, start):
                return phrase_ending(layout, at)
            at = start - 1
            continue
        at -= 1
    return None


def _is_subject_noun(layout: Layout, at: int) -> bool:
    """A noun that no mention covers, where a subject would stand ("The blaze was contained")."""
    free = not layout.bits[at] & (
        ADVERB
        | PREPOSITION
        | MARK
        | AUXILIARY
        | COORDINATOR
        | RELATIVE
        | DETERMINER
        | NEGATION
        | POSSESSIVE
        | SUBORDINATOR
    )
    return free and not layout.verbal[at] and not layout.has(at, PAST)


def _is_barrier(layout: Layout, at: int) -> bool:
    text = layout.tokens[at].text
    if text in HARD_MARKS:
        return True
    return layout.has(at, SUBORDINATOR) and not layout.has(at, PREPOSITION | RELATIVE | ADVERB)


def _before_insertion(layout: Layout, comma: int, certain: bool) -> int:
    """The index left of an insertion that ends at this comma ("Bali, a spokesman, said"); left of the comma if there
    is none.

    Where the verb follows the comma at once, there must be one (``certain``).
    """
    for at in range(comma - 1, max(-1, comma - 25), -1):
        if layout.tokens[at].text == ",":
            return at - 1 if certain or _is_insertion(layout, at, comma) else comma - 1
        if layout.tokens[at].text in HARD_MARKS:
            break
    return comma - 1


def _is_insertion(layout: Layout, opening: int, closing: int) -> bool:
    """A relative clause, a participle or an apposition: it has no finite verb of its own outside a relative clause."""
    first = opening + 1
    if first >= closing or layout.has(first, COORDINATOR):
        return False
    if layout.has(first, RELATIVE) or layout.verbal[first] or layout.word(first) in {"whose", "where", "including"}:
        return True
    for at in range(first, closing):
        if layout.has(at, RELATIVE):
            return True
        participle = layout.has(at, GERUND) or (layout.has(at, PAST) and layout.has(at + 1, PREPOSITION))
        if layout.has(at, AUXILIARY) or (layout.verbal[at] and not participle):
            return False
    return True


def phrase_start(layout: Layout, at: int) -> int:
    """The first token of the noun phrase that ends at ``at``: mention, owners and modifiers."""
    start = at
    owner = layout.owner[at]
    while start > 0 and owner >= 0 and layout.owner[start - 1] == owner:
        start -= 1
    budget = 6
    while start > 0 and budget and _modifies(layout, start - 1) and not _is_opened(layout, start):
        start -= 1
        budget -= 1
    while start > 0 and is_approximation(layout, start - 1):
        start -= 1
    return start


def _is_opened(layout: Layout, start: int) -> bool:
    """Whether an article or an owner opens the phrase here ("unaware [their] data is held"); "all the" goes on."""
    opens = layout.word(start) in ARTICLES or layout.is_possessive_pronoun(start)
    return opens and not layout.has(start - 1, DETERMINER)


def is_approximation(layout: Layout, at: int) -> bool:
    """Whether the word shapes a number after it ("[about] 100", "[at] [least] 40", "[as] [many] [as] 40")."""
    for _ in range(4):
        if layout.has(at, NUMBER):
            return True
        if layout.word(at) not in word_list("approximators"):
            return False
        at += 1
    return False


def is_quantity_of(layout: Layout, at: int) -> bool:
    """Whether "of" here follows a quantity or a kind of place ("hundreds [of] survivors", "the city [of] Orno")."""
    if layout.word(at) != "of" or at < 1:
        return False
    if layout.has(at - 1, NUMBER) or layout.word(at - 1) in word_list("quantities"):
        return True
    return layout.keys[at - 1] in noun_class("place") and layout.has(at + 1, CAPITAL)


def _modifies(layout: Layout, at: int) -> bool:
    """Whether the word belongs to the noun phrase that goes on after it."""
    if layout.dated[at]:
        return False
    if layout.tokens[at].text in DASHES or layout.has(at, POSSESSIVE | DETERMINER):
        return True
    stop = PREPOSITION | MARK | AUXILIARY | COORDINATOR | RELATIVE | SUBORDINATOR | TO | ADVERB | NEGATION
    return not layout.has(at, stop) and not layout.verbal[at]


def _is_free(layout: Layout, start: int) -> bool:
    """Whether nothing before the phrase governs it: no preposition, and no verb but one of saying ("said [the army]
    took").
    """
    before = start - 1
    while before >= 0 and layout.has(before, ADVERB) and not layout.has(before, PREPOSITION):
        before -= 1
    if (
        before < 0
        or layout.dated[before]
        or layout.has(before, SUBORDINATOR | RELATIVE)
        or layout.word(start) in NOMINATIVES
    ):
        return True
    if is_quantity_of(layout, before):
        return _is_free(layout, phrase_start(layout, before - 1))
    if layout.has(before, PREPOSITION | TO | BE):
        return False
    if layout.has(before, COORDINATOR):
        return _is_free_list(layout, before - 1)
    return not layout.verbal[before] or layout.has(before, REPORT)


def _is_free_list(layout: Layout, at: int) -> bool:
    """ "attacked the town and [the army] fled": the second member is free unless the list hangs on a preposition."""
    if at < 0 or layout.owner[at] < 0:
        return True
    start = phrase_start(layout, at)
    return not layout.has(start - 1, PREPOSITION)


def phrase_ending(layout: Layout, at: int) -> Phrase | None:
    """The phrase whose last token is at or shortly before ``at``, with the members of a list before it."""
    while at >= 0 and layout.has(at, MARK | POSSESSIVE):
        at -= 1
    if at < 0:
        return None
    head = at
    mentions: list[int] = []
    for _ in range(8):
        start = phrase_start(layout, at)
        if layout.owner[at] >= 0 and not layout.is_possessive_pronoun(at):
            mentions.append(layout.owner[at])
        joined = start - 1
        if layout.has(joined, COORDINATOR):
            joined -= 1
            joined -= layout.word(joined) == ","
        elif not (layout.word(joined) == "," and len(mentions) > 1):
            break
        else:
            joined -= 1
        if joined < 0 or layout.owner[joined] < 0 or _is_object(layout, joined):
            break
        at = joined
    return Phrase(tuple(dict.fromkeys(reversed(mentions))), head)


def _is_object(layout: Layout, at: int) -> bool:
    """Whether the phrase ending at ``at`` is another verb's object, so that what follows is no list with it."""
    start = phrase_start(layout, at)
    return start > 0 and (layout.verbal[start - 1] or layout.has(start - 1, PREPOSITION))


def object_after(layout: Layout, at: int, limit: int | None = None) -> Phrase | None:
    """The noun phrase that begins at ``at`` or after adverbs and modifiers, with its list; None where something else
    comes first.
    """
    end = len(layout) if limit is None else limit
    first = at
    while at < end and at - first < 10:
        if layout.dated[at]:
            break
        if layout.owner[at] >= 0 and not layout.has(at, MARK) and not layout.is_possessive_pronoun(at):
            return _list_from(layout, at, end)
        if is_quantity_of(layout, at) or is_approximation(layout, at):
            at += 1
            continue
        if layout.has(at, PREPOSITION | MARK | COORDINATOR | RELATIVE | AUXILIARY | TO) and not layout.has(
            at, DETERMINER
        ):
            break
        if layout.verbal[at] or layout.word(at) in {"whether", "if", "how", "why"}:
            break
        at += 1
    plain = at - 1
    while plain >= first and layout.has(plain, ADVERB | DETERMINER):
        plain -= 1
    return Phrase((), plain) if plain >= first else None


def _list_from(layout: Layout, at: int, end: int) -> Phrase:
    """The mentions of a list that begins at a mention; an owner gives way to what it owns ("the group's [leaders]")."""
    mentions: list[int] = []
    head = at
    while at < end and layout.owner[at] >= 0 and len(mentions) < 8:
        last = _last_of(layout, at)
        following = last + 1
        if layout.has(following, POSSESSIVE):
            owned = object_after(layout, following + 1, min(end, following + 6))
            owned = owned if owned is not None and owned.mentions else _apposition(layout, following + 1, end)
            if not owned.mentions:
                return Phrase((*mentions, layout.owner[at]), owned.head, loose=True)
            return Phrase((*mentions, *owned.mentions), owned.head)
        mentions.append(layout.owner[at])
        head = last
        at = _next_in_list(layout, following, end)
    return Phrase(tuple(dict.fromkeys(mentions)), head)


def _apposition(layout: Layout, at: int, end: int) -> Phrase:
    """What a noun without a mention is, after a comma ("their prize, [the city]"); the noun itself where nothing
    says.
    """
    head = at
    while at < end and not layout.has(at, MARK | PREPOSITION | COORDINATOR | AUXILIARY):
        head = at
        at += 1
    if layout.word(at) == "," and layout.has(at + 1, DETERMINER):
        named = object_after(layout, at + 1, min(end, at + 8))
        if named is not None and named.mentions:
            return named
    return Phrase((), min(head, len(layout) - 1))


def _last_of(layout: Layout, at: int) -> int:
    owner = layout.owner[at]
    while at + 1 < len(layout) and layout.owner[at + 1] == owner:
        at += 1
    return at


def _next_in_list(layout: Layout, at: int, end: int) -> int:
    """Where the next member of a list begins, ``end`` if the list is over."""
    joined = False
    if layout.word(at) == "," and not layout.has(at + 1, COORDINATOR) and not _goes_on_as_list(layout, at + 1, end):
        return end
    while at < end and (layout.word(at) == "," or layout.has(at, COORDINATOR)):
        joined = True
        at += 1
    start = at
    while joined and at < end and at - start < 5 and layout.owner[at] < 0 and _modifies(layout, at):
        at += 1
    if not joined or at >= end or layout.owner[at] < 0:
        return end
    after = _last_of(layout, at) + 1
    governs = layout.has(after, AUXILIARY | PAST) or (after < len(layout) and layout.verbal[after])
    return end if governs else at


def _goes_on_as_list(layout: Layout, at: int, end: int) -> bool:
    """Whether a comma joins members of a list, which an "and" closes; else what follows says the same again (an
    apposition).
    """
    for index in range(at, min(end, at + 15)):
        if layout.has(index, COORDINATOR):
            return True
        if layout.verbal[index] or layout.has(index, PREPOSITION | RELATIVE | AUXILIARY):
            return False
    return False


def agent_after(layout: Layout, at: int) -> Phrase | None:
    """The phrase after the next "by" in the same clause, unless another verb stands between."""
    clause = layout.clause[at - 1] if at else 0
    for index in range(at, min(len(layout), at + 14)):
        if layout.clause[index] != clause or layout.verbal[index]:
            return None
        if layout.word(index) == "by" and not layout.has(index + 1, GERUND):
            return object_after(layout, index + 1)
    return None


def complement_after(layout: Layout, at: int, prepositions: frozenset[str]) -> Phrase | None:
    """The phrase after the next of these prepositions, where nothing but another complement stands between."""
    for index in range(at, min(len(layout), at + 10)):
        if layout.verbal[index] or layout.has(index, MARK | AUXILIARY | RELATIVE):
            return None
        if layout.word(index) in prepositions:
            found = object_after(layout, index + 1)
            if found is not None:
                return found
    return None


def owner_before(layout: Layout, at: int) -> tuple[int, ...]:
    """The mention that owns the noun at ``at`` ("[Orno]'s fall"), or modifies it ("[rebel] attack", "[coalition]
    airstrikes").

    Where a mention covers the noun itself ("the coalition airstrikes"), the one inside it is meant.
    """
    before = at - 1
    while before >= 0 and layout.owner[at] >= 0 and layout.owner[before] == layout.owner[at]:
        if layout.inner[before] not in {layout.owner[at], layout.inner[at]}:
            return (layout.inner[before],)
        before -= 1
    steps = 0
    while before >= 0 and steps < 4 and _is_plain_modifier(layout, before):
        before -= 1
        steps += 1
    if _is_owner_mark(layout, before):
        before -= layout.has(before, POSSESSIVE)
        return (layout.owner[before],) if before >= 0 and layout.owner[before] >= 0 else ()
    if before >= 0 and layout.owner[before] >= 0:
        return (layout.owner[before],)
    return ()


def _is_plain_modifier(layout: Layout, at: int) -> bool:
    """An adjective or a noun before the noun, no article and no owner."""
    return (
        layout.owner[at] < 0
        and _modifies(layout, at)
        and not _is_owner_mark(layout, at)
        and not layout.has(at, DETERMINER)
    )


def _is_owner_mark(layout: Layout, at: int) -> bool:
    return layout.has(at, POSSESSIVE) or layout.word(at) in {"their", "its", "his", "her"}


def is_object_start(layout: Layout, at: int) -> bool:
    """Whether a direct object begins here: a determiner, a number, a mention or a bare noun."""
    if is_approximation(layout, at):
        return True
    while layout.has(at, ADVERB) and not layout.has(at, DETERMINER | PREPOSITION):
        at += 1
    if at >= len(layout) or layout.dated[at]:
        return False
    stop = PREPOSITION | MARK | COORDINATOR | RELATIVE | AUXILIARY | TO | SUBORDINATOR
    return not layout.bits[at] & stop or bool(layout.bits[at] & DETERMINER)


def is_participle(layout: Layout, group: VerbGroup, last: int) -> bool:
    """Whether a past form is a participle after its noun: see ``is_reduced``; or nothing follows for an object and
    the noun is governed.

    "clearing landmines [left] in the town", "resistance from civilians [trapped] there": the noun has its place in
    the sentence already.
    """
    if is_reduced(layout, group, last):
        return True
    if group.auxiliaries or group.governors or group.infinitive or not layout.has(group.head, PAST) or group.start == 0:
        return False
    before = group.start - 1
    if layout.owner[before] < 0 or layout.word(before) in {"who", "which"} or is_object_start(layout, last + 1):
        return False
    start = phrase_start(layout, before)
    return not _is_free(layout, start) and _has_main_verb(layout, start)


def _has_main_verb(layout: Layout, end: int) -> bool:
    """Whether more verbs than relative pronouns stand before: then one of them is the sentence's own.

    "[The ship] that blocks the canal sank": the one verb before belongs to "that", so "sank" is no participle.
    """
    verbs = relatives = 0
    for at in range(end):
        if layout.has(at, RELATIVE) and (layout.has(at + 1, AUXILIARY) or layout.verbal[at + 1]):
            relatives += 1
        verbs += layout.verbal[at] and not layout.has(at, GERUND)
    auxiliaries = sum(layout.has(at, AUXILIARY) and not layout.has(at - 1, AUXILIARY) for at in range(end))
    return max(verbs, auxiliaries) > relatives
