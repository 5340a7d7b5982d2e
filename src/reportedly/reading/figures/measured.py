"""The relation of a measure: length, depth, distance, age, elapsed and expected time, cost, share."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.lexicon import measures, relations
from reportedly.reading.figures.numbers import HYPHENS, word
from reportedly.reading.figures.quantities import Quantity, phrase_ending, phrase_starting
from reportedly.reading.figures.relations import relation_of
from reportedly.reading.reading import Token

EXPECTED = frozenset({"could", "will", "would", "may", "might", "should", "expected", "likely", "can"})
MONEY = {
    "cost": "cost", "worth": "worth", "value": "worth", "lose": "lost", "loss": "lost", "pay": "paid", "fine": "fined", "raise": "raised", "damage": "damage", "spend": "paid",
    "steal": "stolen", "ransom": "ransom", "donate": "donated", "budget": "budget", "debt": "debt", "fund": "funding", "invest": "invested", "bail": "bail", "bond": "bail",
    "earn": "earned", "revenue": "revenue", "profit": "profit", "sell": "sold", "buy": "bought", "estimate": "cost", "pledge": "pledged", "award": "awarded", "claim": "claimed",
    "price": "price", "salary": "paid", "reward": "reward", "prize": "prize", "loan": "lent", "grant": "granted", "aid": "aid", "compensation": "paid", "settlement": "paid",
}  # fmt: skip
JAIL = frozenset({"sentence", "prison", "jail", "imprisonment", "jailed", "sentenced", "bars", "probation", "imprisoned"})
SENTENCED = frozenset({"sentence", "sentenced", "jailed", "serve", "serving", "prison", "jail", "facing", "faces", "imprisoned"})


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
    if kind in {"percent", "points"}:
        return relation_of(tokens, quantity.first, quantity.last, None, quantity.last, quantity.spanned) or ("share" if kind == "percent" else None)
    governed = relation_of(tokens, quantity.first, quantity.last, None, _after_of(tokens, quantity.last), quantity.spanned)
    return governed if governed and not quantity.unit.hyphenated else {"energy": "power"}.get(kind, kind)


def _after_of(tokens: Sequence[Token], last: int) -> int:
    """ "20,000 cubic metres of sand were dredged": the predicate comes after what is measured."""
    return last + 2 if word(tokens, last) == "of" else last


def dimension_after(tokens: Sequence[Token], last: int) -> str | None:
    """The dimension that a word after a measure names: "400 metres long", "400m-long", "two miles from"."""
    at = last + (word(tokens, last) in HYPHENS)
    return measures().dimensions.get(word(tokens, at))


def _of_length(tokens: Sequence[Token], quantity: Quantity) -> str:
    named = dimension_after(tokens, quantity.last)
    if named:
        return named
    at = quantity.first - 1
    while word(tokens, at) in {"of", "a", "the", "to"}:
        at -= 1
    if 0 <= at < len(tokens) and tokens[at].lemma in {"depth", "height", "altitude", "distance", "length", "width", "elevation", "radius"}:
        return relations().noun.get(tokens[at].lemma, "distance")
    return "length" if quantity.unit and quantity.unit.hyphenated or word(tokens, quantity.last)[:1].isalpha() and _before_noun(tokens, quantity.last) else "distance"


def _before_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether the measure stands before a noun without a hyphen ("the 12 km tunnel")."""
    return word(tokens, index) in {"tunnel", "road", "wall", "fence", "bridge", "canal", "ship", "vessel", "pipeline", "stretch", "strip", "cave"}


def _of_duration(tokens: Sequence[Token], quantity: Quantity) -> str:
    last, first = quantity.last, quantity.first
    if dimension_after(tokens, last) == "age" or word(tokens, first - 1) in {"aged", "age"}:
        return "age"
    around = {token.lower for token in tokens[max(0, first - 5) : first]}
    behind = {word(tokens, last + step) for step in range(4)}
    if around & SENTENCED or behind & JAIL:
        return "sentenced"
    if phrase_starting({"old": ((("old",), "age"),)}, tokens, last) or phrase_ending({"age": ((("age",), "age"),)}, tokens, first):
        return "age"
    if around & EXPECTED or word(tokens, first - 1) in {"in", "within", "another"}:
        return "expected"
    if around & {"lasted", "took", "take", "lasting", "last", "lasts", "takes", "taking", "spent", "spend"}:
        return "duration"
    if quantity.unit and quantity.unit.hyphenated:
        return "duration"
    return "elapsed" if around & {"after", "for", "since", "trapped", "into", "missing", "stuck"} or behind & {"after", "since", "later", "into"} else "duration"


def _of_money(tokens: Sequence[Token], quantity: Quantity) -> str | None:
    phrase = phrase_ending(relations().before, tokens, quantity.first)
    if phrase and phrase[1] == "held_up":
        return phrase[1]
    for at in (*range(quantity.first - 1, max(-1, quantity.first - 7), -1), *range(quantity.last, min(len(tokens), quantity.last + 7))):
        found = MONEY.get(tokens[at].lemma)
        if found:
            return found
    return relation_of(tokens, quantity.first, quantity.last, None, _after_of(tokens, quantity.last), quantity.spanned)
