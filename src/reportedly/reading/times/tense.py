"""Which way a sentence looks from the day of publication: back, ahead, or not told; by its verbs, without a parse.

Some verbs only lean one way ("could", "planned"): how far off the two days are then decides with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from reportedly.data import word_set
from reportedly.reading.reading import Token

Direction = Literal[-2, -1, 0, 1, 2]
"""-2 back, 2 ahead, -1 and 1 for a clause that only leans that way, 0 not told."""
TABLE = "times/tense.toml"
QUOTE_MARKS = frozenset({'"', "“", "”"})
REACH = 18
"""How many tokens to each side a verb may lie."""
LIMIT_REACH = 4
"""How many tokens before an expression its "until" may stand."""
AGAINST = 3
"""How much farther a time on the side to which the clause does not lean counts."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of ``data/times/tense.toml``, under their names there."""

    backward: frozenset[str]
    forward: frozenset[str]
    clause_ends: frozenset[str]
    ahead: frozenset[str]
    leans_ahead: frozenset[str]
    ahead_before_to: frozenset[str]
    leans_before_to: frozenset[str]
    begins: frozenset[str]
    beside: frozenset[str]
    never: frozenset[str]
    back: frozenset[str]
    not_past: frozenset[str]
    governors: frozenset[str]
    governed: frozenset[str]
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
    """Where the clause around tokens ``[start, end)`` lies.

    The nearest verb before the expression decides ("officials said the canal will reopen Monday"), else the nearest
    after it.
    """
    cues = load_cues()
    before = tokens[start - 1].lower if start else ""
    if before in cues.backward or _is_told(tokens, start):
        return -2
    if before == "as" and start > 1 and tokens[start - 2].lower in ("early", "soon"):
        return 2
    if end < len(tokens) and tokens[end].lower == "'s":
        return _of_genitive(tokens, start)
    limit = _limit(tokens, start)
    if limit is not None:
        return _up_to(tokens, limit, end)
    return _leftward(tokens, start) or (2 if before in cues.forward else _rightward(tokens, end))


def side(way: Direction, back: float, ahead: float) -> Literal[-1, 1]:
    """Which of two times is meant, one so far ``back`` and one so far ``ahead``: a leaning is weighed against both."""
    if abs(way) == 2:
        return 1 if way > 0 else -1
    return -1 if back * (AGAINST if way > 0 else 1) <= ahead * (AGAINST if way <= 0 else 1) else 1


def _is_told(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb of speech stands right before: "the bank promised Tuesday"; not "snow is predicted Tuesday"."""
    if start < 2 or tokens[start - 1].lower not in load_cues().speech:
        return False
    return not {token.lower for token in tokens[max(start - 3, 0) : start - 1]} & load_cues().present_be


def _limit(tokens: Sequence[Token], start: int) -> int | None:
    """The index of "until", "by" or "before" near before an expression ("until late June", "until talks in April")."""
    if start > 1 and [token.lower for token in tokens[start - 2 : start]] in (["at", "least"], ["as", "late"]):
        start -= 2
    for index in range(start - 1, max(start - LIMIT_REACH, 0) - 1, -1):
        word = tokens[index].lower
        if word in load_cues().limits:
            return index if index == start - 1 or word in load_cues().forward else None
        if word in load_cues().clause_ends or word == ",":
            return None
        if index < start - 1 and word in load_cues().prepositions:
            return None
    return None


def _up_to(tokens: Sequence[Token], limit: int, end: int) -> Direction:
    """Where the end of a state lies: as the words before the limit say; where it opens its clause, as those after the
    time say ("Until May, they had no boat").
    """
    cues = load_cues()
    told = _state_before(tokens, limit)
    if told:
        return told
    opens = limit == 0 or tokens[limit - 1].lower in cues.clause_ends
    if opens and _rightward(tokens, end) == -2:
        return -2
    return 2 if tokens[limit].lower in cues.forward else 0


def _state_before(tokens: Sequence[Token], limit: int) -> Direction:
    """What ends at a limit: what holds now or was put off ends ahead ("stays closed until June"), what is over ended.

    A participle says nothing where a present form governs it ("has been suspended until June"). A past form with
    "until" only leans back ("gave him until June"), with "by" it is done ("was finished by June").
    """
    cues = load_cues()
    over: Direction = -2 if tokens[limit].lower in ("by", "before") else -1
    past = False
    for index in range(limit - 1, max(limit - REACH, 0) - 1, -1):
        word = tokens[index].lower
        if word in cues.clause_ends:
            break
        if ahead := _ends_ahead(tokens, index):
            return ahead
        if past and word not in cues.between:
            break
        past = past or word in cues.back or _is_past_form(tokens, index)
        if past and word in cues.ended:
            break
    return over if past else 0


def _ends_ahead(tokens: Sequence[Token], index: int) -> Direction:
    """What one word says of a state that ends; 0 where it does not put the end ahead."""
    cues = load_cues()
    word, put_off = tokens[index].lower, tokens[index].lemma in cues.put_off
    if word in cues.ahead or word in cues.leans_ahead or _is_before_to(tokens, index) or put_off:
        return -2 if _is_perfect(tokens, index) and not put_off else 2
    if _is_before_to(tokens, index, leaning=True) or _is_done_later(tokens, index):
        return 1
    return 2 if word in cues.holds_now else 0


def _is_done_later(tokens: Sequence[Token], index: int) -> bool:
    """Whether a past form waits for an infinitive or modal before it: "to be completed by June"."""
    is_past = tokens[index].lower in load_cues().back or _is_past_form(tokens, index)
    return is_past and _of_past_form(tokens, index, index) > 0


def _of_genitive(tokens: Sequence[Token], start: int) -> Direction:
    """A genitive: "Wednesday's ruling" has been; what things are done "ahead of", "before" or "for" is to come."""
    before = [token.lower for token in tokens[max(start - 2, 0) : start]]
    return 2 if before[-1:] in (["before"], ["for"]) or before == ["ahead", "of"] else -2


def _leftward(tokens: Sequence[Token], start: int) -> Direction:
    return _first_told(tokens, range(start - 1, max(start - REACH, 0) - 1, -1), start)


def _rightward(tokens: Sequence[Token], end: int) -> Direction:
    return _first_told(tokens, range(end, min(end + REACH, len(tokens))), end)


def _first_told(tokens: Sequence[Token], indexes: Iterable[int], place: int) -> Direction:
    """What the first word that tells a time says, up to the end of the clause."""
    for index in indexes:
        if tokens[index].lower in load_cues().clause_ends:
            return 0
        if told := _told_by(tokens, index, place):
            return told
    return 0


def _told_by(tokens: Sequence[Token], index: int, place: int) -> Direction:
    """What one word says about the time at ``place``; 0 where it says nothing."""
    cues = load_cues()
    word = tokens[index].lower
    if word in cues.begins:
        return 1 if _is_finite(tokens, index, place) else 0
    if word in cues.leans_ahead:
        return _of_leaning(tokens, index)
    if _is_before_to(tokens, index, leaning=True):
        return -2 if _is_perfect(tokens, index) else 1
    if word in cues.ahead or _is_before_to(tokens, index):
        return -2 if _is_perfect(tokens, index) else 2
    if word in cues.back or _is_past_form(tokens, index):
        return _of_past_form(tokens, index, place)
    return 0


def _is_finite(tokens: Sequence[Token], index: int, place: int) -> bool:
    """Whether a verb in the form of the present is one: nothing governs it and no object follows ("open the gates")."""
    cues = load_cues()
    if index and tokens[index - 1].lower in cues.governed:
        return False
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return index + 1 == place or after in cues.beside or after.endswith("ly")


def _of_leaning(tokens: Sequence[Token], index: int) -> Direction:
    """A word that leans ahead: sure with a present form before it ("is planned for Monday"), past where nothing came
    of it ("neither could be found Monday").
    """
    cues = load_cues()
    before = {token.lower for token in tokens[max(index - 2, 0) : index]}
    if before & cues.never or (index + 1 < len(tokens) and tokens[index + 1].lower in ("not", "n't")):
        return -2
    if _is_perfect(tokens, index):
        return -2
    return 2 if before & cues.present_be else 1


def _is_before_to(tokens: Sequence[Token], index: int, leaning: bool = False) -> bool:
    """Whether a word looks ahead by the infinitive after it: "set to resume", "is to meet"."""
    words = load_cues().leans_before_to if leaning else load_cues().ahead_before_to
    return (
        tokens[index].lower in words
        and index + 1 < len(tokens)
        and tokens[index + 1].lower in (("to",) if leaning else ("to", "for"))
    )


def _is_perfect(tokens: Sequence[Token], index: int) -> bool:
    """Whether a perfect is around the word: "may have died", "had been due to expire"."""
    after = any(token.lower == "have" for token in tokens[index + 1 : index + 3])
    return after or any(token.lower == "had" for token in tokens[max(index - 2, 0) : index])


def _is_past_form(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word looks like a past tense or participle: "wounded", not "hundred", "need" or "United"."""
    token = tokens[index]
    word = token.lower
    if len(word) <= 4 or not word.endswith("ed") or token.lemma == word or word in load_cues().not_past:
        return False
    return index == 0 or not token.text[0].isupper() or token.text.isupper()


def _of_past_form(tokens: Sequence[Token], index: int, place: int) -> Direction:
    """A past form tells of the past unless an infinitive or a modal governs it: "to be held", "will be buried".

    With a present form right before the time it leans ahead: "when the case is heard in May".
    """
    for back in range(index - 1, max(index - 4, 0) - 1, -1):
        word = tokens[back].lower
        if word in load_cues().governors:
            return _of_leaning(tokens, back) if word in load_cues().leans_ahead else 2
        if word in load_cues().present_be:
            return 1 if place - 2 <= index < place else 0
        if word not in load_cues().between:
            break
    return -2


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
