"""The single persons that a sentence speaks of: "a 17-year-old boy", "the victim", "Dana Okoro, 24", "he"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.figures.ages import OLDEST
from reportedly.reading.figures.casualties.lexicon import Harm, casualties
from reportedly.reading.figures.counted import looks_verbal
from reportedly.reading.figures.lexicon import nouns, numerals, verb_of
from reportedly.reading.figures.numbers import HYPHENS, word
from reportedly.reading.reading import Token

REACH = 8
"""The most words of a noun phrase before its head."""
PRONOUNS = {"he": "male", "she": "female", "him": "male", "himself": "male", "herself": "female", "her": "female"}
INDEFINITE = frozenset({"a", "an", "one", "another", "1"})
DETERMINERS = INDEFINITE | {"the", "this", "that", "his", "her", "their", "its", "my", "our", "each", "no", "any"}
STATES = frozenset({"dead", "injured", "wounded", "hurt", "hospitalized", "hospitalised", "critically", "fatally"})
SPANS = frozenset({"year", "month", "week", "day"})
POSTS = frozenset({"police", "officers", "deputies", "county", "fire", "detectives", "investigators", "residents", "officials", "hospital", "department", "school", "home", "street", "area"})
"""Words before which a name is that of a place ("Orno police")."""
Form = Literal["name", "noun", "age", "elided", "pronoun"]
Sex = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Fate:
    """What happened to a person; ``living`` = the words show that they live on; ``own`` = by their own hand;
    ``weak`` = it is only told that they live ("is expected to recover").
    """

    harm: Harm
    living: bool = False
    own: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One person over the tokens ``[first, last)``; ``last`` is after an age in apposition ("Okoro, 24,").

    ``article`` is the determiner, "" without one. ``name`` is the last name in lower case, ``age`` in years.
    """

    first: int
    last: int
    head: int
    form: Form
    article: str = ""
    noun: str = ""
    name: str | None = None
    given: str | None = None
    sex: Sex | None = None
    age: float | None = None
    count: int | None = None
    fate: Fate | None = None
    part: bool = False


def find_persons(tokens: Sequence[Token], names: Mapping[int, int]) -> Iterator[Person]:
    """The single persons of a sentence from left to right; ``names`` gives the end offset of each person's name by its
    start.
    """
    at = 0
    while at < len(tokens):
        person = (
            _named(tokens, at, names)
            or _described(tokens, at)
            or _aged(tokens, at)
            or _pronoun(tokens, at)
            or _elided(tokens, at)
        )
        if person:
            yield person
        at = person.last if person and person.last > at else at + 1


def _named(tokens: Sequence[Token], at: int, names: Mapping[int, int]) -> Person | None:
    end = names.get(tokens[at].start)
    if end is None:
        return None
    last = at + 1
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    head = last - 1
    while head > at and not tokens[head].lower.isalpha() or tokens[head].lower in {"jr", "sr", "ii", "iii"}:
        head -= 1
        if head <= at:
            break
    following = word(tokens, last)
    if last < len(tokens) and (_is_person(tokens, last) or following in POSTS):
        return None
    age, after = _age_after(tokens, last)
    first, before = _described_by(tokens, at)
    given = tokens[at].lower if head > at else None
    return Person(first, after, head, "name", _article(tokens, first), "", tokens[head].lower, given, _sex(given), age or before)


def _described_by(tokens: Sequence[Token], at: int) -> tuple[int, float | None]:
    """Where a name begins with the age, the noun or the title before it ("22-year-old student Dana Okoro")."""
    first, age = at, None
    while first > 0:
        if word(tokens, first - 1) == "old" and (found := _years_ending(tokens, first)):
            first, age = found
        elif _is_person(tokens, first - 1) or (word(tokens, first - 1) in DETERMINERS and first < at):
            first -= 1
        else:
            break
    return first, age


def _described(tokens: Sequence[Token], at: int) -> Person | None:
    """A singular noun for a person with what belongs to it."""
    if not _is_person(tokens, at) or _is_modifier(tokens, at):
        return None
    first, before = _back(tokens, at)
    age, last = _age_after(tokens, at + 1)
    noun = tokens[at].lower
    said = {token.lower for token in tokens[first:at]}
    sex: Sex | None = _sex(noun)
    if sex is None and said & {"male", "female"}:
        sex = "female" if "female" in said else "male"
    return Person(first, last, at, "noun", _article(tokens, first), noun, None, None, sex, before if before is not None else age)


def _is_person(tokens: Sequence[Token], at: int) -> bool:
    lower = tokens[at].lower
    if lower in casualties().deceased:
        return True
    if lower in nouns().plurals or lower in casualties().impersonal or lower in casualties().before:
        return False
    if nouns().classes.get(lower) == "people" or lower in {"male", "female", "stepfather", "stepmother", "stepdaughter", "granddad", "grandma", "grandpa", "mom", "dad", "uncle", "aunt", "nephew", "niece", "fiance", "fiancee"}:
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
    if _is_person(tokens, at + 1):
        return True
    table = casualties()
    known = following in table.state or tokens[at + 1].lemma in table.done or tokens[at + 1].lemma in table.does
    return not known and not looks_verbal(tokens[at + 1]) and not following.endswith(("s", "ly")) and tokens[at + 1].text.islower()


def _back(tokens: Sequence[Token], at: int) -> tuple[int, float | None]:
    """Where the noun phrase with its head at ``at`` begins, and the age in it."""
    first, age = at, None
    while first > 0 and at - first < REACH:
        before = tokens[first - 1]
        lower = before.lower
        if lower in DETERMINERS:
            return first - 1, age
        if lower == "old" and (found := _years_ending(tokens, first)):
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


def _years_ending(tokens: Sequence[Token], end: int) -> tuple[int, float] | None:
    """ "17-year-old" that ends before a token: where it begins, and the age."""
    at = end - 1
    words: list[int] = []
    while at >= 0 and len(words) < 3:
        if tokens[at].lower not in HYPHENS:
            words.append(at)
        at -= 1
    if len(words) < 3 or word(tokens, words[1]).rstrip("s") not in SPANS:
        return None
    value = _number(tokens, words[2])
    if value is None:
        return None
    scale = {"year": 1.0, "month": 1 / 12, "week": 1 / 52, "day": 1 / 365}[word(tokens, words[1]).rstrip("s")]
    return words[2], round(value * scale, 2)


def _number(tokens: Sequence[Token], at: int) -> float | None:
    lower = word(tokens, at)
    if lower.isdecimal() and len(lower) < 4 and int(lower) <= OLDEST:
        return float(lower)
    return float(numerals().words[lower]) if lower in numerals().words else None


def _age_after(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    """ ", 24," or "(24)" after a person: the age, and the token after it."""
    if word(tokens, at) in {",", "("} and word(tokens, at + 1).isdecimal() and len(word(tokens, at + 1)) < 4:
        if word(tokens, at + 2) in {",", ".", ";", ")", "and", "of", "", "was", "is", "dies", "died", "shot", "killed", "in", "from", "with"}:
            age = float(word(tokens, at + 1))
            last = at + 2 + (word(tokens, at + 2) in {",", ")"})
            return (age, last) if age <= OLDEST else (None, at)
    if word(tokens, at) == "," and word(tokens, at + 1) == "age" or word(tokens, at + 1) == "aged":
        value = _number(tokens, at + 2)
        if value is not None:
            return value, at + 3
    return None, at


def _aged(tokens: Sequence[Token], at: int) -> Person | None:
    """ "a 3-year-old was hurt": an age that stands for its person."""
    if tokens[at].lower != "old":
        return None
    following = word(tokens, at + 1)
    if following.isalpha() and following not in nouns().stop and (at + 1 < len(tokens) and not looks_verbal(tokens[at + 1])) and tokens[at + 1].lemma not in casualties().done and following not in casualties().state:
        return None
    found = _years_ending(tokens, at + 1)
    if found is None:
        return None
    first, age = found
    if word(tokens, first - 1) in DETERMINERS:
        first -= 1
    return Person(first, at + 1, at, "age", _article(tokens, first), "", None, None, None, age)


def _pronoun(tokens: Sequence[Token], at: int) -> Person | None:
    lower = tokens[at].lower
    sex = PRONOUNS.get(lower)
    if sex is None or (lower == "her" and word(tokens, at + 1).isalpha() and word(tokens, at + 1) not in nouns().stop):
        return None
    return Person(at, at + 1, at, "pronoun", lower, "", None, None, "male" if sex == "male" else "female", None)


def _elided(tokens: Sequence[Token], at: int) -> Person | None:
    """ "one was killed and another injured": the noun is left out."""
    lower, following = tokens[at].lower, word(tokens, at + 1)
    if lower not in (casualties().fresh | {"one"}) - {"other", "others"} or at + 1 >= len(tokens):
        return None
    if lower == "one" and word(tokens, at - 1) in {"no", "any", "every", "the", "this", "that", "than", "least"}:
        return None
    if at and verb_of(tokens[at - 1]) in casualties().done and following in {"", ".", ",", "of", "and", "in", "person"}:
        return Person(at, at + 1, at, "elided", lower)
    said = following in {"was", "is", "has", "died", "in", "remains", "who"} or following in STATES
    if not said and verb_of(tokens[at + 1]) not in casualties().done and not following.endswith("ly"):
        return None
    return Person(at, at + 1, at, "elided", lower)


def _article(tokens: Sequence[Token], first: int) -> str:
    return word(tokens, first) if word(tokens, first) in DETERMINERS else ""


def _sex(lower: str | None) -> Sex | None:
    if lower is None:
        return None
    if lower in casualties().male or (lower.endswith("man") and not lower.endswith("woman") and len(lower) > 5):
        return "male"
    return "female" if lower in casualties().female or lower.endswith("woman") else None
