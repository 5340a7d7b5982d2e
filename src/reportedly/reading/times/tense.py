"""Which way a sentence looks from the day of publication: back, ahead, or not told; by its verbs, without a parse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from reportedly.data import word_set
from reportedly.reading.reading import Token

Direction = Literal[-1, 0, 1]
TABLE = "times/tense.toml"
QUOTE_MARKS = frozenset({'"', "“", "”"})
REACH = 18
"""How many tokens to each side a verb may lie."""
LIMIT_REACH = 4
"""How many tokens before an expression its "until" may stand."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of ``data/times/tense.toml``, under their names there."""

    backward: frozenset[str]
    forward: frozenset[str]
    clause_ends: frozenset[str]
    ahead: frozenset[str]
    ahead_before_to: frozenset[str]
    back: frozenset[str]
    not_past: frozenset[str]
    governors: frozenset[str]
    between: frozenset[str]
    present_be: frozenset[str]
    speech: frozenset[str]
    limits: frozenset[str]
    prepositions: frozenset[str]
    put_off: frozenset[str]
    holds_now: frozenset[str]
    ended: frozenset[str]


@cache
def load_cues() -> Cues:
    """The lists, read once per process.

    Raises:
        TableError: a list is missing or holds something other than words.
    """
    return Cues(**{field.name: word_set(TABLE, field.name) for field in fields(Cues)})


def direction(tokens: Sequence[Token], start: int, end: int) -> Direction:
    """Where the clause around tokens ``[start, end)`` lies: -1 past, 1 future, 0 not told.

    The nearest verb before the expression decides ("officials said the canal will reopen Monday"), else the nearest
    after it.
    """
    before = tokens[start - 1].lower if start else ""
    if before in load_cues().backward:
        return -1
    if before == "as" and start > 1 and tokens[start - 2].lower in ("early", "soon"):
        return 1
    if end < len(tokens) and tokens[end].lower == "'s":
        return _of_genitive(tokens, start)
    limit = _limit(tokens, start)
    if limit is not None:
        return _up_to(tokens, limit)
    return _leftward(tokens, start) or (1 if before in load_cues().forward else _rightward(tokens, end))


def _limit(tokens: Sequence[Token], start: int) -> int | None:
    """The index of "until", "by" or "before" near before an expression ("until late June", "until talks in April")."""
    for index in range(start - 1, max(start - LIMIT_REACH, 0) - 1, -1):
        word = tokens[index].lower
        if word in load_cues().limits:
            return index if index == start - 1 or word in load_cues().forward else None
        if word in load_cues().clause_ends or word == ",":
            return None
        if index < start - 1 and word in load_cues().prepositions:
            return None
    return None


def _up_to(tokens: Sequence[Token], limit: int) -> Direction:
    """Where the end of a state lies: ahead of one that holds now ("stays closed until June") or was put off.

    A participle says nothing where a present form governs it ("has been suspended until June").
    """
    past = False
    for index in range(limit - 1, max(limit - REACH, 0) - 1, -1):
        word, lemma = tokens[index].lower, tokens[index].lemma
        if word in load_cues().clause_ends:
            break
        if word in load_cues().ahead or _is_before_to(tokens, index) or lemma in load_cues().put_off:
            return -1 if _is_perfect(tokens, index) and lemma not in load_cues().put_off else 1
        if word in load_cues().holds_now:
            return 1
        if past and word not in load_cues().between:
            return -1
        past = past or word in load_cues().back or _is_past_form(tokens[index])
        if past and word in load_cues().ended:
            return -1
    if past:
        return -1
    return 1 if tokens[limit].lower in load_cues().forward else 0


def _of_genitive(tokens: Sequence[Token], start: int) -> Direction:
    """A genitive: "Wednesday's ruling" has been; what things are done "ahead of", "before" or "for" is to come."""
    before = [token.lower for token in tokens[max(start - 2, 0) : start]]
    return 1 if before[-1:] in (["before"], ["for"]) or before == ["ahead", "of"] else -1


def _leftward(tokens: Sequence[Token], start: int) -> Direction:
    return _first_told(tokens, range(start - 1, max(start - REACH, 0) - 1, -1))


def _rightward(tokens: Sequence[Token], end: int) -> Direction:
    return _first_told(tokens, range(end, min(end + REACH, len(tokens))))


def _first_told(tokens: Sequence[Token], indexes: Iterable[int]) -> Direction:
    """What the first word that tells a time says, up to the end of the clause."""
    for index in indexes:
        if tokens[index].lower in load_cues().clause_ends:
            return 0
        if told := _told_by(tokens, index):
            return told
    return 0


def _told_by(tokens: Sequence[Token], index: int) -> Direction:
    """What one word says about time; 0 where it says nothing."""
    word = tokens[index].lower
    if word in load_cues().ahead or _is_before_to(tokens, index):
        return -1 if _is_perfect(tokens, index) else 1
    if word in load_cues().back or _is_past_form(tokens[index]):
        return _of_past_form(tokens, index)
    return 0


def _is_before_to(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word looks ahead by the infinitive after it: "set to resume", "is to meet"."""
    return (
        tokens[index].lower in load_cues().ahead_before_to
        and index + 1 < len(tokens)
        and tokens[index + 1].lower in ("to", "for")
    )


def _is_perfect(tokens: Sequence[Token], index: int) -> bool:
    """Whether a perfect is around the word: "may have died", "had been due to expire"."""
    after = any(token.lower == "have" for token in tokens[index + 1 : index + 3])
    return after or any(token.lower == "had" for token in tokens[max(index - 2, 0) : index])


def _is_past_form(token: Token) -> bool:
    """Whether a word looks like a past tense or participle: "wounded", not "hundred" or "need"."""
    word = token.lower
    return len(word) > 4 and word.endswith("ed") and token.lemma != word and word not in load_cues().not_past


def _of_past_form(tokens: Sequence[Token], index: int) -> Direction:
    """A past form tells of the past unless an infinitive or a modal governs it: "to be held", "will be buried"."""
    for back in range(index - 1, max(index - 4, 0) - 1, -1):
        word = tokens[back].lower
        if word in load_cues().governors:
            return 1
        if word in load_cues().present_be:
            return 0
        if word not in load_cues().between:
            break
    return -1


def is_spoken(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the expression dates what somebody said: "he said on Saturday", "told reporters Monday"."""
    speech = load_cues().speech
    return any(token.lower in speech for token in (*tokens[max(start - 4, 0) : start], *tokens[end : end + 1]))


def quoted_tokens(tokens: Sequence[Token]) -> frozenset[int]:
    """The indexes of tokens inside quotations that the sentence itself opens."""
    inside: list[int] = []
    is_open = False
    for index, token in enumerate(tokens):
        if token.text in QUOTE_MARKS:
            is_open = token.text == "“" or (token.text == '"' and not is_open)
        elif is_open:
            inside.append(index)
    return frozenset(inside)
