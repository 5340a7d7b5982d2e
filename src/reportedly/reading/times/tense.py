"""Which way a sentence looks from the day of publication: back, ahead, or neither; told by its verbs without a parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportedly.data import word_set
from reportedly.reading.reading import Token

Direction = Literal[-1, 0, 1]
TABLE = "times/tense.toml"
REACH = 18
"""How many tokens to each side a verb may lie."""


def direction(tokens: Sequence[Token], start: int, end: int) -> Direction:
    """Where the clause around tokens ``[start, end)`` lies: -1 past, 1 future, 0 not told.

    The nearest verb before the expression decides ("officials said the canal will reopen Monday"), else the nearest after it.
    """
    before = tokens[start - 1].lower if start else ""
    if before in word_set(TABLE, "backward"):
        return -1
    if before == "as" and start > 1 and tokens[start - 2].lower in ("early", "soon"):
        return 1
    return _leftward(tokens, start) or _rightward(tokens, end)


def _leftward(tokens: Sequence[Token], start: int) -> Direction:
    ends = word_set(TABLE, "clause_ends")
    for index in range(start - 1, max(start - REACH, 0) - 1, -1):
        if tokens[index].lower in ends:
            return 0
        if told := _told_by(tokens, index):
            return told
    return 0


def _rightward(tokens: Sequence[Token], end: int) -> Direction:
    ends = word_set(TABLE, "clause_ends")
    for index in range(end, min(end + REACH, len(tokens))):
        if tokens[index].lower in ends:
            return 0
        if told := _told_by(tokens, index):
            return told
    return 0


def _told_by(tokens: Sequence[Token], index: int) -> Direction:
    """What one word says about time; 0 where it says nothing."""
    word = tokens[index].lower
    if word in word_set(TABLE, "ahead"):
        return -1 if _follows_perfect(tokens, index) else 1
    if word in word_set(TABLE, "back") or _is_past_form(tokens[index]):
        return _of_past_form(tokens, index)
    return 0


def _follows_perfect(tokens: Sequence[Token], index: int) -> bool:
    """Whether the modal starts a perfect: "may have died", "could have been"."""
    return any(token.lower == "have" for token in tokens[index + 1 : index + 3])


def _is_past_form(token: Token) -> bool:
    """Whether a word looks like a past tense or participle: "wounded", not "hundred" or "need"."""
    word = token.lower
    return len(word) > 4 and word.endswith("ed") and token.lemma != word and word not in word_set(TABLE, "not_past")


def _of_past_form(tokens: Sequence[Token], index: int) -> Direction:
    """A past form tells of the past unless an infinitive or a modal governs it: "to be held", "will be buried"."""
    for back in range(index - 1, max(index - 4, 0) - 1, -1):
        word = tokens[back].lower
        if word in word_set(TABLE, "governors"):
            return 1
        if word not in word_set(TABLE, "between"):
            break
    return -1
