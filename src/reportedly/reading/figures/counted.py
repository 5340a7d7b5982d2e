"""What a quantity counts: the noun phrase after it, its head, its unit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportedly.reading.figures.lexicon import grammar, nouns, numerals
from reportedly.reading.figures.numbers import HYPHENS, touches, word
from reportedly.reading.figures.quantities import Quantity
from reportedly.reading.reading import Token

LONGEST = 10
"""The most words of a counted noun phrase."""
MORE = frozenset({"more", "other", "others", "additional", "extra", "further", "new", "of"})
POSSESSIVE = frozenset({"their", "his", "her", "its", "our", "your", "my"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The tokens ``[first, last)`` that name what is counted, its head's index, and its unit; ``phrase`` is in
    lower case.

    ``partitive`` is where "of the 12 boys" begins, so that the whole can be told from the part.
    """

    first: int
    last: int
    head: int
    phrase: str
    unit: str
    partitive: bool = False


def read_counted(tokens: Sequence[Token], quantity: Quantity, persons: Collection[int]) -> Counted | None:
    """The counted noun phrase after a quantity; None where the noun is left out ("killing 12").

    ``persons`` are the start offsets of head words of mentions of persons.
    """
    at = quantity.last
    if word(tokens, at) in HYPHENS and touches(tokens, at):
        return _compound(tokens, at + 1, persons)
    if word(tokens, at) == "of" and (quantity.style != "vague" or _starts_definite(tokens, at + 1)):
        return _partitive(tokens, at + 1, persons)
    while word(tokens, at) in MORE and not (word(tokens, at) == "of" and quantity.style != "vague"):
        at += 1
    if word(tokens, at) == "of" and word(tokens, at - 1) in MORE:
        return _partitive(tokens, at + 1, persons)
    if word(tokens, at - 1) == "others" and at > quantity.last:
        return Counted(at - 1, at, at - 1, "others", "")
    return _noun_phrase(tokens, at, persons, one=quantity.best <= 1)


def _starts_definite(tokens: Sequence[Token], index: int) -> bool:
    return word(tokens, index) in POSSESSIVE | {"the", "these", "those"}


def _compound(tokens: Sequence[Token], at: int, persons: Collection[int]) -> Counted | None:
    """ "25-member crew", "12-man team", "20-strong": the noun inside a compound adjective."""
    inner = word(tokens, at)
    if inner == "strong":
        return Counted(at, at + 1, at, "members", "people")
    singular = inner if inner in nouns().classes else tokens[at].lemma if at < len(tokens) else ""
    unit = nouns().classes.get(singular)
    if unit is None or not inner.isalpha():
        return None
    last, head = at + 1, at
    if nouns().classes.get(word(tokens, at + 1)) == "people":
        last, head = at + 2, at + 1
    return Counted(at, last, head, tokens[head].lower, unit)


def _partitive(tokens: Sequence[Token], at: int, persons: Collection[int]) -> Counted | None:
    """ "four of the 12 boys", "eight of their teammates", "all 12 of the team"; "two of them" counts who "them" are."""
    start = at
    while (
        word(tokens, at)
        in POSSESSIVE | {"the", "these", "those", "all", "a", "an", "some", "more", "than", "about", "at", "least"}
        or word(tokens, at)[:1].isdigit()
        or _is_spelled(tokens, at)
    ):
        at += 1
    if word(tokens, at) in {"them", "us", "whom", "which", "those"}:
        return Counted(start, at + 1, at, tokens[at].lower, "", partitive=True)
    found = _noun_phrase(tokens, at, persons, one=not word(tokens, start)[:1].isdigit())
    if found is None and at > start and word(tokens, at - 1) in {"those", "these"}:
        return Counted(start, at, at - 1, tokens[at - 1].lower, "", partitive=True)
    if found is None:
        return None
    return Counted(found.first, found.last, found.head, found.phrase, found.unit, partitive=True)


def _is_spelled(tokens: Sequence[Token], index: int) -> bool:
    return word(tokens, index) in numerals().words or word(tokens, index) in numerals().scales


def _noun_phrase(tokens: Sequence[Token], at: int, persons: Collection[int], *, one: bool) -> Counted | None:
    """The noun phrase that starts at a token: its modifiers up to the first plural, or to its last word after "one"."""
    run = _run(tokens, at)
    if run == at:
        return None
    head = _plural_head(tokens, at, run)
    if head is None:
        head = _state_head(tokens, at, run)
    if head is None and one:
        head = _singular_head(tokens, at, run)
    if head is None:
        head = _collective_head(tokens, at, run)
    if head is not None and word(tokens, head + 1) in {"'s", "'"}:
        return _noun_phrase(tokens, head + 2, persons, one=False)
    if head is None:
        return None
    last = _with_families(tokens, head + 1)
    phrase = " ".join(token.lower for token in tokens[at : head + 1]).replace(" - ", "-")
    return Counted(at, last, head, phrase, unit_of(tokens, head, persons))


def _run(tokens: Sequence[Token], at: int) -> int:
    """Where the words that can belong to a noun phrase end."""
    stop = nouns().stop
    end = at
    while end < len(tokens) and end < at + LONGEST:
        lower = tokens[end].lower
        if lower in HYPHENS and touches(tokens, end) and touches(tokens, end + 1):
            end += 1
            continue
        if (
            (lower in stop and tokens[end].text != "US")
            or not lower[0].isalpha()
            or (
                lower.endswith("ly")
                and len(lower) > 5
                and end > at
                and lower not in {"family", "assembly", "supply", "anomaly"}
            )
        ):
            break
        end += 1
    while end > at and tokens[end - 1].lower in HYPHENS:
        end -= 1
    return end


def is_plural(token: Token) -> bool:
    """Whether a word is a plural noun, by form and dictionary."""
    lower = token.lower
    if lower in nouns().plurals:
        return lower not in nouns().states
    if len(lower) < 4 or lower[-1] != "s" or lower[-2:] in {"ss", "us", "is"}:
        return False
    return token.lemma != lower or token.text[:-1].isupper() or token.text[0].isupper() or len(lower) > 6


def _plural_head(tokens: Sequence[Token], at: int, run: int) -> int | None:
    plurals = [index for index in range(at, run) if is_plural(tokens[index]) and not _is_of_group(tokens, index, run)]
    if not plurals:
        return None
    head = plurals[0]
    for later in plurals[1:]:
        adjacent = later == head + 1 or (later == head + 2 and tokens[head + 1].lower in HYPHENS)
        if adjacent or (tokens[head].text[0].isupper() and not tokens[later].text[0].isupper()):
            head = later
    return head


def _is_of_group(tokens: Sequence[Token], index: int, run: int) -> bool:
    """ "one police officer", "two crew members": a group before the noun for its members."""
    if index + 1 >= run or nouns().plurals.get(tokens[index].lower) != tokens[index].lower:
        return False
    return nouns().classes.get(tokens[index + 1].lemma) == "people"


def _state_head(tokens: Sequence[Token], at: int, run: int) -> int | None:
    """ "12 dead", "30 others injured": a state that stands for the persons in it."""
    return at if tokens[at].lower in nouns().states else None


def _singular_head(tokens: Sequence[Token], at: int, run: int) -> int | None:
    """After "one": the last word before a verb ("one Thai diver died")."""
    for index in range(at, run):
        if index > at and looks_verbal(tokens[index]):
            return index - 1
    return run - 1


def _collective_head(tokens: Sequence[Token], at: int, run: int) -> int | None:
    """A noun of persons without a plural mark ("25 crew", "150 cavalry"), or a people's name ("300 Chinese")."""
    for index in range(at, run):
        if tokens[index].lower in nouns().classes and not looks_verbal(tokens[index]):
            return index
    if run == at + 1 and tokens[at].text[0].isupper() and tokens[at].lower.endswith(("ese", "ish", "ch", "iss")):
        return at
    return None


def looks_verbal(token: Token) -> bool:
    """Whether a word has the form of a verb: "-ed", "-ing", or a past form with another lemma ("fell")."""
    lower = token.lower
    return (lower.endswith(("ed", "ing")) and len(lower) > 4 and token.lemma != lower) or (
        token.lemma != lower and not lower.endswith("s") and lower not in nouns().plurals
    )


def _with_families(tokens: Sequence[Token], at: int) -> int:
    """ "275 extremists and their families": what is counted together ends where the second noun does."""
    if word(tokens, at) != "and" or word(tokens, at + 1) not in POSSESSIVE:
        return at
    end = _run(tokens, at + 2)
    head = _plural_head(tokens, at + 2, end)
    return head + 1 if head is not None else at


def unit_of(tokens: Sequence[Token], head: int, persons: Collection[int]) -> str:
    """The unit of a counted noun: its class ("people", "ships"), else the noun itself."""
    token = tokens[head]
    table = nouns()
    lemma = table.plurals.get(token.lower, token.lemma)
    for form in (lemma, token.lower):
        unit = table.classes.get(form)
        if unit:
            return unit
    if token.lower in table.states or (
        token.lower.endswith(grammar().personal_endings) and token.lower not in grammar().not_personal
    ):
        return "people"
    if token.start in persons or _names_a_people(token):
        return "people"
    return token.lower


def _names_a_people(token: Token) -> bool:
    """ "Palestinians", "Sri Lankans", "Israelis", "Chinese": a capital and an ending of peoples' names."""
    return token.text[0].isupper() and token.lower.endswith(
        ("ans", "ese", "ish", "ch", "is", "ians", "ites", "eans", "ards")
    )
