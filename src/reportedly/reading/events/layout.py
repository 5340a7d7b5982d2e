"""A sentence laid out for finding events: word classes decided in context, mentions by token, and clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    HAVE,
    MARK,
    MODAL,
    NEGATION,
    NEVER_VERB,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TO,
    form_of,
    gerunds,
)
from reportedly.reading.events.lexicon import lexicon
from reportedly.reading.events.tree import Tree
from reportedly.reading.reading import Mention, Sentence, Token
from reportedly.records import quicken
from reportedly.report import Span

HARD_MARKS = frozenset({";", ":", "—", "–", "--", "(", ")", "…"})
PLURALS = frozenset({"people", "police", "men", "women", "children"})
POSSESSIVE_PRONOUNS = frozenset({"their", "its", "his", "her", "my", "our", "your"})
QUOTATION_MARKS = frozenset({'"', "“", "”", "''", "``"})
DASHES = frozenset({"-", "–"})
OPENS_OBJECT = DETERMINER | NUMBER | CAPITAL


@quicken
@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one sentence, each a sequence as long as its tokens.

    ``bits`` are the classes of ``grammar``; ``keys`` the words as patterns spell them; ``verbal`` whether a word is a
    verb here
    (auxiliaries are not); ``owner`` and ``inner`` the index of the outermost and innermost mention that covers a
    word, -1 for none;
    ``clause`` the number of its clause, from 0 (by a tree: the word that heads it);
    ``dated`` whether a word belongs to a time expression.
    """

    number: int
    tokens: tuple[Token, ...]
    bits: tuple[int, ...]
    keys: tuple[str, ...]
    verbal: tuple[bool, ...]
    owner: tuple[int, ...]
    inner: tuple[int, ...]
    clause: tuple[int, ...]
    dated: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def has(self, index: int, classes: int) -> bool:
        """Whether there is a word at ``index`` and it is of one of the classes."""
        return 0 <= index < len(self.bits) and bool(self.bits[index] & classes)

    def is_possessive_pronoun(self, index: int) -> bool:
        """Whether the word at ``index`` owns the noun after it ("their assault", but not "freed her on Monday")."""
        if self.word(index) not in POSSESSIVE_PRONOUNS:
            return False
        return self.word(index) != "her" or not (
            index + 1 >= len(self.bits) or self.has(index + 1, PREPOSITION | MARK | ADVERB)
        )

    def word(self, index: int) -> str:
        """The lower-case word at ``index``, empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""


def lay_out(
    number: int,
    sentence: Sentence,
    mentions: Sequence[Mention],
    indexes: Sequence[int],
    times: Sequence[Span] = (),
    tree: Tree | None = None,
) -> Layout:
    """The layout of a sentence; ``indexes`` are the mentions that begin in it, ``times`` the spans of its time
    expressions. A tree says which words are verbs and what belongs to which clause; without one neighbours do.
    """
    tokens = sentence.tokens
    forms = [form_of(token.text, token.lower, token.lemma) for token in tokens]
    bits, keys = tuple([classes for classes, _ in forms]), tuple([key for _, key in forms])
    by_length = sorted(indexes, key=lambda i: (mentions[i].end - mentions[i].start, mentions[i].start))
    inner, owner = _owners(tokens, mentions, by_length)
    verbal = (
        tuple([tag == "VERB" and _is_parsed_verb(tree, bits, at) for at, tag in enumerate(tree.upos)])
        if tree
        else tuple(_is_verb(tokens, bits, keys, owner, index) for index in range(len(tokens)))
    )
    dated = _dated(tokens, times)
    nouns = gerunds()
    keys = tuple([nouns.get(key, key) if verb else key for key, verb in zip(keys, verbal, strict=True)])
    clause = tree.clause if tree else _clauses(tokens, bits, verbal)
    return Layout(number, tokens, bits, keys, verbal, owner, inner, clause, dated)


def _is_parsed_verb(tree: Tree, bits: tuple[int, ...], at: int) -> bool:
    """Whether a verb of the tree tells something: it is no auxiliary, and not as in "the [captured] town"."""
    return not bits[at] & MARK and tree.plain[at] not in {"amod", "compound", "case", "mark", "fixed"}


def _dated(tokens: tuple[Token, ...], times: Sequence[Span]) -> tuple[bool, ...]:
    """Which tokens begin inside a time expression."""
    if not times:
        return (False,) * len(tokens)
    return tuple([any(time.start <= token.start < time.end for time in times) for token in tokens])


def _owners(
    tokens: tuple[Token, ...], mentions: Sequence[Mention], by_length: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The shortest and the longest mention of each token; ``by_length`` has the mentions from the shortest on."""
    starts = {token.start: place for place, token in enumerate(tokens)}
    inner, outer = [-1] * len(tokens), [-1] * len(tokens)
    for index in by_length:
        place, end = starts.get(mentions[index].start, len(tokens)), mentions[index].end
        while place < len(tokens) and tokens[place].start < end:
            outer[place] = index
            if inner[place] < 0:
                inner[place] = index
            place += 1
    return tuple(inner), tuple(outer)


def _is_verb(
    tokens: tuple[Token, ...], bits: tuple[int, ...], keys: tuple[str, ...], owner: tuple[int, ...], at: int
) -> bool:
    """Whether the word is a verb here, by its form and its neighbours."""
    here = bits[at]
    if here & (AUXILIARY | NEVER_VERB | PREPOSITION | DETERMINER | MARK) and not here & (HAVE | DO):
        return False
    if here & CAPITAL and at and owner[at] >= 0:
        return False
    if here & (THIRD | BASE) and not here & PAST and at and owner[at] >= 0 and owner[at] == owner[at - 1]:
        return False
    before = _before(bits, at)
    if here & (HAVE | DO):
        return _is_main_auxiliary(bits, at)
    if at and tokens[at - 1].text in DASHES and tokens[at - 1].end == tokens[at].start:
        return False
    if here & (PAST | GERUND) and _is_compound(tokens, at):
        return False
    if before >= 0 and bits[before] & POSSESSIVE and not here & GERUND:
        return False
    if here & PAST:
        return _is_past(bits, owner, at, before)
    if here & GERUND:
        return _is_gerund(bits, owner, at, before)
    return keys[at] in lexicon().verbs and _is_present(tokens, bits, keys, owner, at, before)


def _is_compound(tokens: tuple[Token, ...], at: int) -> bool:
    """ "a [left]-hand bend": the first part of a word with a hyphen."""
    if at + 2 >= len(tokens):
        return False
    dash, following = tokens[at + 1], tokens[at + 2]
    return dash.text in DASHES and tokens[at].end == dash.start and dash.end == following.start


def _before(bits: tuple[int, ...], at: int) -> int:
    """The index of the word before, adverbs left out; -1 at the start."""
    before = at - 1
    while before >= 0 and bits[before] & ADVERB and not bits[before] & (NEGATION | SUBJECT | DETERMINER):
        before -= 1
    return before


def _is_main_auxiliary(bits: tuple[int, ...], at: int) -> bool:
    """Whether "have" or "do" stands alone ("have control of"), not before another verb ("have taken")."""
    after = at + 1
    while after < len(bits) and bits[after] & (ADVERB | NEGATION):
        after += 1
    return after >= len(bits) or not bits[after] & (PAST | GERUND | BE | BASE) or bool(bits[after] & OPENS_OBJECT)


def _is_past(bits: tuple[int, ...], owner: tuple[int, ...], at: int, before: int) -> bool:
    """ "captured" is a verb but for "the captured town", "12 trapped boys", "in flooded areas"."""
    if before < 0:
        return not _begins_noun(bits, owner, at + 1)
    previous = bits[before]
    if previous & DETERMINER and previous & ADVERB and before and bits[before - 1] & AUXILIARY:
        return True
    if previous & DETERMINER and not previous & SUBJECT:
        return False
    if previous & DETERMINER and _begins_noun(bits, owner, at + 1):
        return False
    if previous & (NUMBER | PREPOSITION) and not previous & SUBORDINATOR:
        return not _begins_noun(bits, owner, at + 1)
    return not (bits[at] & BASE and previous & PREPOSITION and not previous & TO)


def _begins_noun(bits: tuple[int, ...], owner: tuple[int, ...], at: int) -> bool:
    """Whether a bare noun may follow ("flooded areas"), rather than a function word, a mark or an object ("killed
    two").
    """
    if at >= len(bits):
        return False
    function = PREPOSITION | MARK | DETERMINER | AUXILIARY | COORDINATOR | RELATIVE | TO | ADVERB | NUMBER | POSSESSIVE
    return not bits[at] & function and (owner[at] >= 0 or bool(bits[at] & (BASE | THIRD)))


def _is_gerund(bits: tuple[int, ...], owner: tuple[int, ...], at: int, before: int) -> bool:
    """ "is shelling", ", killing two", "by freeing the ship", but not "the shelling", "heavy shelling"."""
    if before < 0:
        return at + 1 < len(bits) and _opens_object(bits, owner, at + 1)
    previous = bits[before]
    if previous & BE:
        return True
    if previous & (DETERMINER | POSSESSIVE | NUMBER):
        return False
    if at + 1 < len(bits) and _opens_object(bits, owner, at + 1):
        return True
    if previous & MARK and not previous & POSSESSIVE:
        return at + 1 < len(bits) and (bool(bits[at + 1] & (PREPOSITION | ADVERB)) or _begins_noun(bits, owner, at + 1))
    if previous & COORDINATOR:
        return _begins_noun(bits, owner, at + 1)
    return owner[before] >= 0 and at + 1 < len(bits) and bool(bits[at + 1] & PREPOSITION)


def _opens_object(bits: tuple[int, ...], owner: tuple[int, ...], at: int) -> bool:
    return bool(bits[at] & OPENS_OBJECT) or (owner[at] >= 0 and not bits[at] & (PREPOSITION | MARK))


def _is_present(
    tokens: tuple[Token, ...],
    bits: tuple[int, ...],
    keys: tuple[str, ...],
    owner: tuple[int, ...],
    at: int,
    before: int,
) -> bool:
    """ "attacks" and "attack" are verbs after "to", a modal, a pronoun, or between a noun and an object."""
    if before < 0 or (bits[at] & THIRD and at + 1 < len(bits) and bits[at + 1] & (BE | MODAL)):
        return False
    previous = bits[before]
    if previous & (TO | MODAL | DO | NEGATION) and bits[at] & BASE:
        return not (previous & TO and keys[at] in lexicon().nouns and at + 1 < len(bits) and bool(bits[at + 1] & MARK))
    if previous & (SUBJECT | RELATIVE) and not previous & DETERMINER:
        return True
    if previous & (DETERMINER | PREPOSITION | NUMBER | POSSESSIVE | MARK):
        return False
    if previous & (GERUND | PAST) and owner[before] < 0 and not previous & BASE:
        return False
    if bits[at] & THIRD and (at + 1 >= len(bits) or bits[at + 1] & MARK) and not bits[before] & CAPITAL:
        return owner[before] >= 0 and owner[at] < 0
    if bits[at] & THIRD and (keys[at] not in lexicon().nouns or _is_between_nouns(bits, keys, owner, at, before)):
        return True
    if bits[at] & BASE and not _is_plural(tokens, bits, before):
        return False
    return at + 1 < len(bits) and _opens_object(bits, owner, at + 1) if keys[at] in lexicon().nouns else True


def _is_between_nouns(
    bits: tuple[int, ...], keys: tuple[str, ...], owner: tuple[int, ...], at: int, before: int
) -> bool:
    """ "Velmo releases prisoners": between a name and a bare noun that is no verb itself."""
    if not (bits[before] & CAPITAL and owner[before] >= 0 and at + 1 < len(bits)):
        return False
    return _begins_noun(bits, owner, at + 1) and keys[at + 1] not in lexicon().verbs


def _is_plural(tokens: tuple[Token, ...], bits: tuple[int, ...], at: int) -> bool:
    return bool(bits[at] & THIRD) or tokens[at].lower in PLURALS


def _clauses(tokens: tuple[Token, ...], bits: tuple[int, ...], verbal: tuple[bool, ...]) -> tuple[int, ...]:
    """Clause numbers: pieces between marks and joining words, where a piece without a verb goes with the one before."""
    pieces: list[list[int]] = []
    for index, token in enumerate(tokens):
        if not pieces or _opens_piece(token, bits, index):
            pieces.append([])
        pieces[-1].append(index)
    numbers = [0] * len(tokens)
    clause, seen_verb = 0, False
    for piece in pieces:
        has_verb = any(verbal[index] or bits[index] & (BE | HAVE | MODAL) for index in piece)
        if has_verb and seen_verb:
            clause += 1
        seen_verb = seen_verb or has_verb
        for index in piece:
            numbers[index] = clause
    return tuple(numbers)


def _opens_piece(token: Token, bits: tuple[int, ...], at: int) -> bool:
    if bits[at] & MARK:
        return token.text == "," or token.text in HARD_MARKS
    joins = SUBORDINATOR | COORDINATOR | RELATIVE
    return bool(bits[at] & joins) and not (at and bits[at - 1] & (COORDINATOR | MARK | RELATIVE))
