"""The single persons that a sentence speaks of: "a 17-year-old boy", "the victim", "Dana Okoro, 24", "he"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from reportedly.reading.figures.casualties.lexicon import Harm, casualties
from reportedly.reading.figures.casualties.years import age_after, years_ending
from reportedly.reading.figures.counted import looks_verbal
from reportedly.reading.figures.lexicon import grammar, nouns, verb_of
from reportedly.reading.figures.numbers import HYPHENS, word
from reportedly.reading.reading import Token
from reportedly.records import quicken, replace

Form = Literal["name", "noun", "age", "elided", "pronoun"]
Sex = Literal["male", "female"]
REACH = 8
"""The most words of a noun phrase before its head."""
PRONOUNS: Mapping[str, Sex] = {
    "he": "male", "she": "female", "him": "male", "himself": "male", "herself": "female", "her": "female",
}  # fmt: skip
INDEFINITE = frozenset({"a", "an", "one", "another", "1"})
DETERMINERS = INDEFINITE | {"the", "this", "that", "his", "her", "their", "its", "my", "our", "each", "no", "any"}
IDLE = frozenset({"no", "any", "every", "the", "this", "that", "than", "least"})
GOING_ON = frozenset({"was", "is", "has", "died", "in", "remains", "who"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
STATES = frozenset({"dead", "injured", "wounded", "hurt", "hospitalized", "hospitalised", "critically", "fatally"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What happened to a person; ``living`` = the words show that they live on; ``own`` = by their own hand;
    ``weak`` = it is only told that they live ("is expected to recover").
    """

    harm: Harm
    living: bool = False
    own: bool = False
    weak: bool = False


@quicken
@dataclass(frozen=True, slots=True)
class Person:
    """One person over the tokens ``[first, last)``; ``last`` is after an age in apposition ("Okoro, 24,").

    ``article`` is the determiner, "" without one. ``name`` is the last name in lower case, ``age`` in years, ``role``
    what the nouns make of the person ("officer", "suspect", "child"). ``owner`` is "okoro" for "Okoro's son".
    """

    first: int
    last: int
    head: int
    form: Form
    article: str = ""
    name: str | None = None
    given: str | None = None
    sex: Sex | None = None
    age: float | None = None
    count: int | None = None
    fate: Fate | None = None
    part: bool = False
    role: str | None = None
    owner: str = ""


def find_persons(tokens: Sequence[Token], names: Mapping[int, int]) -> Iterator[Person]:
    """The single persons of a sentence from left to right; ``names`` gives the end offset of each person's name by its
    start.
    """
    at = 0
    while at < len(tokens):
        if not _may_be_one(tokens[at].lower) and tokens[at].start not in names:
            at += 1
            continue
        person = (
            _named(tokens, at, names)
            or _described(tokens, at)
            or _aged(tokens, at)
            or _pronoun(tokens, at)
            or _elided(tokens, at)
        )
        if person:
            yield replace(person, role=_role(tokens, person), owner=_owner(tokens, person))
        at = person.last if person and person.last > at else at + 1


@lru_cache(maxsize=65536)
def _may_be_one(lower: str) -> bool:
    """Whether a word may stand for a single person, be it a name or not: most words need no further look."""
    return lower == "old" or lower in PRONOUNS or lower in _stand_ins() or _is_person(lower)


@cache
def _stand_ins() -> frozenset[str]:
    """Words that stand for a person whose noun is left out: "one", "another"."""
    return (casualties().fresh | {"one"}) - {"other", "others"}


def _named(tokens: Sequence[Token], at: int, names: Mapping[int, int]) -> Person | None:
    end = names.get(tokens[at].start)
    if end is None:
        return None
    last = at + 1
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    if last < len(tokens) and (is_person(tokens, last) or tokens[last].lower in casualties().posts):
        return None
    parts = {token.lower for token in tokens[at:last]}
    if parts & casualties().posts or (last == at + 1 and is_person(tokens, at)):
        return None  # "Orno Correctional Facility"; "Teen" at the head of a title
    if word(tokens, at - 1) == "in" or all(token.text.isupper() and len(token.text) < 4 for token in tokens[at:last]):
        return None  # "a hospital in Madison"; "(ORN TV)"
    head = last - 1
    while head > at and (not tokens[head].lower.isalpha() or tokens[head].lower in SUFFIXES):
        head -= 1
    age, after = age_after(tokens, last)
    first, before = _described_by(tokens, at)
    given = tokens[at].lower if head > at else None
    age = age or before
    name = tokens[head].lower
    return Person(first, after, head, "name", _article(tokens, first), name=name, given=given, sex=_sex(given), age=age)


def _described_by(tokens: Sequence[Token], at: int) -> tuple[int, float | None]:
    """Where a name begins with the age, the noun or the title before it ("22-year-old student Dana Okoro")."""
    first, age = at, None
    while first > 0:
        if word(tokens, first - 1) == "old" and (found := years_ending(tokens, first)):
            first, age = found
        elif is_person(tokens, first - 1) or (word(tokens, first - 1) in DETERMINERS and first < at):
            first -= 1
        else:
            break
    return first, age


def _described(tokens: Sequence[Token], at: int) -> Person | None:
    """A singular noun for a person with what belongs to it."""
    if not is_person(tokens, at) or _is_modifier(tokens, at):
        return None
    first, before = _back(tokens, at)
    age, last = age_after(tokens, at + 1)
    said = {token.lower for token in tokens[first:at]}
    sex = _sex(tokens[at].lower) or ("female" if "female" in said else "male" if "male" in said else None)
    return Person(first, last, at, "noun", _article(tokens, first), sex=sex, age=age if before is None else before)


def is_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a singular noun for a person."""
    return _is_person(tokens[at].lower)


@lru_cache(maxsize=65536)
def _is_person(lower: str) -> bool:
    if lower in casualties().deceased:
        return True
    if lower in nouns().plurals or lower in casualties().impersonal or lower in casualties().before:
        return False
    if nouns().classes.get(lower) == "people" or lower in casualties().relatives:
        return True
    return lower.endswith(("man", "woman")) and len(lower) > 5


def _is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun stands before another that it belongs to: "suspect vehicle", "officer-involved", "police
    officer".
    """
    following = word(tokens, at + 1)
    if following in HYPHENS and tokens[at].end == tokens[at + 1].start:
        return True
    if not following.isalpha() or following in nouns().stop:
        return False
    if is_person(tokens, at + 1) or following in casualties().posts:
        return True
    table = casualties()
    known = following in table.state or tokens[at + 1].lemma in table.done or tokens[at + 1].lemma in table.does
    verbal = known or looks_verbal(tokens[at + 1]) or following.endswith(("s", "ly"))
    return not verbal and tokens[at + 1].text.islower()


def _back(tokens: Sequence[Token], at: int) -> tuple[int, float | None]:
    """Where the noun phrase with its head at ``at`` begins, and the age in it."""
    first, age = at, None
    while first > 0 and at - first < REACH:
        before = tokens[first - 1]
        lower = before.lower
        if lower in DETERMINERS:
            return first - 1, age
        if lower == "old" and (found := years_ending(tokens, first)):
            first, age = found
            continue
        if lower in HYPHENS and first < len(tokens) and before.end == tokens[first].start and first > 1:
            first -= 2
            continue
        if not lower.isalpha() or lower in nouns().stop:
            break
        if looks_verbal(before) and lower not in casualties().before and word(tokens, first - 2) not in DETERMINERS:
            break
        if before.lemma in casualties().done and lower not in casualties().before:
            break
        first -= 1
    return first, age


def _aged(tokens: Sequence[Token], at: int) -> Person | None:
    """ "a 3-year-old was hurt": an age that stands for its person."""
    if tokens[at].lower != "old":
        return None
    if at + 1 < len(tokens) and _goes_on(tokens, at + 1):
        return None
    found = years_ending(tokens, at + 1)
    if found is None:
        return None
    first, age = found
    if word(tokens, first - 1) in DETERMINERS:
        first -= 1
    return Person(first, at + 1, at, "age", _article(tokens, first), age=age)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the age belongs to a noun ("a 3-year-old girl"), and no verb follows."""
    table, following = casualties(), tokens[at].lower
    if not following.isalpha() or following in nouns().stop:
        return False
    return not (looks_verbal(tokens[at]) or tokens[at].lemma in table.done or following in table.state)


def _pronoun(tokens: Sequence[Token], at: int) -> Person | None:
    lower = tokens[at].lower
    sex = PRONOUNS.get(lower)
    following = word(tokens, at + 1)
    if sex is None or (lower == "her" and following[:1].isalnum() and following not in nouns().stop):
        return None  # "her son", "her 17-year-old son"
    return Person(at, at + 1, at, "pronoun", lower, sex=sex)


def _elided(tokens: Sequence[Token], at: int) -> Person | None:
    """ "one was killed and another injured": the noun is left out."""
    lower, following = tokens[at].lower, word(tokens, at + 1)
    if lower not in _stand_ins() or at + 1 >= len(tokens):
        return None
    if lower == "one" and (word(tokens, at - 1) in IDLE or word(tokens, at + 2) in grammar().be):
        return None  # "only one shot was fired"
    done = casualties().done
    harmed = at > 0 and verb_of(tokens[at - 1]) in done and following in {".", ",", "of", "and", "in", "person"}
    told = following in GOING_ON or following in STATES or verb_of(tokens[at + 1]) in done or following.endswith("ly")
    return Person(at, at + 1, at, "elided", lower) if harmed or told else None


def _role(tokens: Sequence[Token], person: Person) -> str | None:
    """The role of the last noun that has one: "the suspect", "Deputy Dana Okoro", "a police officer"."""
    if person.form == "pronoun":
        return None
    said = [token.lower for token in tokens[person.first : person.head + 1]]
    return next((casualties().roles[each] for each in reversed(said) if each in casualties().roles), None)


def _owner(tokens: Sequence[Token], person: Person) -> str:
    """ "Okoro's 7-year-old son": whose relative the person is."""
    owned = word(tokens, person.first - 1) in {"'s", "’s", "'"} and person.form != "pronoun"
    said = {token.lower for token in tokens[person.first : person.head + 1]}
    return word(tokens, person.first - 2) if owned and said & casualties().kin else ""


def _article(tokens: Sequence[Token], first: int) -> str:
    return word(tokens, first) if word(tokens, first) in DETERMINERS else ""


def _sex(lower: str | None) -> Sex | None:
    if lower is None:
        return None
    if lower in casualties().male or (lower.endswith("man") and not lower.endswith("woman") and len(lower) > 5):
        return "male"
    return "female" if lower in casualties().female or lower.endswith("woman") else None
