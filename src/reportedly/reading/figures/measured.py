"""The relation of a measure: length, depth, distance, age, elapsed and expected time, cost, share."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.lexicon import grammar, measures, relations
from reportedly.reading.figures.numbers import HYPHENS, word
from reportedly.reading.figures.quantities import Quantity, phrase_ending, phrase_starting
from reportedly.reading.figures.relations import relation_of
from reportedly.reading.reading import Token

FALLEN = frozenset({"mm", "cm", "inches"})
"""Units of what falls ("200 mm of rain"), which is no distance."""
OF_PEOPLE = frozenset({"abducted"})
"""Relations that no amount has: a lake "holds" water otherwise than a gang its hostages."""
DEEP = frozenset({"water", "snow", "mud"})
AMOUNTS = frozenset({"weight", "volume", "area"})
"""Kinds of measure that say how much of something was moved, burned or lost."""


def measured_relation(tokens: Sequence[Token], quantity: Quantity) -> str | None:
    """The relation of a quantity with a unit of measure."""
    assert quantity.unit is not None
    kind = quantity.unit.unit.kind
    if kind == "duration":
        return _of_duration(tokens, quantity)
    if kind == "length":
        return _of_length(tokens, quantity)
    if kind == "money":
        return _of_money(tokens, quantity)
    if kind in {"share", "step"}:
        return relation_of(tokens, quantity.first, quantity.last, None, quantity.last, quantity.spanned) or (
            "share" if kind == "share" else None
        )
    governed = relation_of(
        tokens, quantity.first, quantity.last, None, _after_of(tokens, quantity.last), quantity.spanned
    )
    if governed and governed not in OF_PEOPLE and kind in AMOUNTS and not quantity.unit.hyphenated:
        return governed
    return {"energy": "power", "strength": "magnitude"}.get(kind, kind)


def _after_of(tokens: Sequence[Token], last: int) -> int:
    """ "300 cubic metres of gravel were moved": the predicate comes after what is measured."""
    return last + 2 if word(tokens, last) == "of" else last


def dimension_after(tokens: Sequence[Token], last: int) -> str | None:
    """The dimension that a word after a measure names: "400 metres long", "400m-long", "two miles from"."""
    at = last + (word(tokens, last) in HYPHENS)
    return measures().dimensions.get(word(tokens, at))


def _of_length(tokens: Sequence[Token], quantity: Quantity) -> str | None:
    named = dimension_after(tokens, quantity.last)
    if named:
        return named
    if word(tokens, quantity.last) == "of" and quantity.unit and quantity.unit.unit.name in FALLEN:
        return relation_of(tokens, quantity.first, quantity.last, None, quantity.last + 2, quantity.spanned)
    if word(tokens, quantity.last) == "of" and word(tokens, quantity.last + 1) in DEEP:
        return "depth"
    at = quantity.first - 1
    while word(tokens, at) in {"of", "a", "the", "to"}:
        at -= 1
    if 0 <= at < len(tokens) and tokens[at].lemma in {
        "depth",
        "height",
        "altitude",
        "distance",
        "length",
        "width",
        "elevation",
        "radius",
    }:
        return relations().noun.get(tokens[at].lemma, "distance")
    return (
        "length"
        if (quantity.unit and quantity.unit.hyphenated)
        or (word(tokens, quantity.last)[:1].isalpha() and _before_noun(tokens, quantity.last))
        else "distance"
    )


def _before_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether the measure stands before a noun without a hyphen ("the 12 km tunnel")."""
    return word(tokens, index) in {
        "tunnel",
        "road",
        "wall",
        "fence",
        "bridge",
        "canal",
        "ship",
        "vessel",
        "pipeline",
        "stretch",
        "strip",
        "cave",
    }


def _of_duration(tokens: Sequence[Token], quantity: Quantity) -> str:
    last, first = quantity.last, quantity.first
    if dimension_after(tokens, last) == "age" or word(tokens, first - 1) in {"aged", "age"}:
        return "age"
    around = {token.lower for token in tokens[max(0, first - 5) : first]}
    behind = {word(tokens, last + step) for step in range(4)}
    if around & grammar().sentenced or behind & grammar().jail:
        return "sentenced"
    if phrase_starting({"old": ((("old",), "age"),)}, tokens, last) or phrase_ending(
        {"age": ((("age",), "age"),)}, tokens, first
    ):
        return "age"
    if quantity.unit and quantity.unit.hyphenated:
        return "duration"
    if around & grammar().expected or word(tokens, first - 1) == "within":
        return "expected"
    if around & grammar().lasted:
        return "duration"
    return "elapsed" if around & grammar().elapsed_before or behind & grammar().elapsed_after else "duration"


def _of_money(tokens: Sequence[Token], quantity: Quantity) -> str | None:
    phrase = phrase_ending(relations().before, tokens, quantity.first)
    if phrase and phrase[1] == "held up":
        return phrase[1]
    for at in (
        *range(quantity.first - 1, max(-1, quantity.first - 7), -1),
        *range(quantity.last, min(len(tokens), quantity.last + 7)),
    ):
        found = grammar().money.get(tokens[at].lemma)
        if found:
            return found
    return relation_of(tokens, quantity.first, quantity.last, None, _after_of(tokens, quantity.last), quantity.spanned)
