"""Whose age a figure tells, by the words beside it, and whether a birthday lies between two ages.

An age counts for a person with a name only where both stand together: "Ada Lund, 41", "41-year-old Ada Lund", "his
41-year-old sister, Ada Lund". In a list of names and ages, the nearest name is the owner's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from reportedly.account.account import FigureEntry
from reportedly.account.disagreements.scenes import have_one_subject
from reportedly.account.names import name_words
from reportedly.account.scope import population_of
from reportedly.account.voices import Voices
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of

TABLE = "account/ages.toml"
PERSONS = "mentions/heads.toml"
BEFORE, AFTER = 48, 80
YEAR_OLD = r"(?:[\s-]years?[\s-]old)"
FOLLOWED = re.compile(
    rf"^{YEAR_OLD}?,?\s+(?P<between>(?:[a-z][\w’'-]*\s+){{0,5}}(?:[a-z][\w’'-]*,\s+)?)(?P<name>[“\"‘]?[A-Z].*)"
)
APPOSED = re.compile(
    r"(?P<name>[^\W\d_][\w’'.-]*)[”\"’)]*(?:,? (?:jr|sr)\.?)?"
    r"(?:,\s*|\s*\(|,? who (?:is|was|turned)\s+|\s+(?:is|was|turned|aged?)\s+|,\s*(?:aged?|now|an?)\s+)$",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[A-Z][\w’'.-]*[”\"’]? ?){1,4}$")
ANOTHER = re.compile(r"(?:an)?other\b", re.IGNORECASE)
THEN = re.compile(r"\bthen ?-? ?$", re.IGNORECASE)
""" "Then-15-year-old": an age of another day."""
YEAR = 365
GRACE = 45
"""Days from which on a birthday may lie between two reports."""
YOUNG = 1
"""Years by which reports may differ over the age of "the boy": a larger difference is another boy's age."""


def firm_ages(owner: str, members: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """The ages of a series that surely are of one person; ``owner`` is a name, or a description ("the coach")."""
    if owner.startswith("the ") and owner.islower():
        return _described(owner.removeprefix("the "), members, voices)
    words = frozenset(name_words(owner))
    members = [figure for figure in members if not THEN.search(_before(figure, voices))]
    return [figure for figure in members if _is_beside(figure, words, voices.reports[figure.report].text)]


def _before(figure: FigureEntry, voices: Voices) -> str:
    return voices.reports[figure.report].text[max(0, figure.start - len("then - ")) : figure.start]


def _are_of_one_story(firm: Sequence[FigureEntry], voices: Voices) -> bool:
    """Whether a report of each of two ages opens as one of the other does: two volunteers of two stories are two."""
    return any(
        one.best != other.best and have_one_subject(one.report, other.report, voices)
        for one, other in combinations(firm, 2)
    )


def _described(noun: str, members: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """Two ages of somebody without a name, by reports that tell of one such person only."""
    lemma = lemma_of(noun)
    told: defaultdict[str, set[float]] = defaultdict(set)
    members = [figure for figure in members if not ANOTHER.match(figure.text)]
    for figure in members:
        told[figure.report].add(figure.best)
    young = population_of(noun) == population_of("child") or lemma in word_set(TABLE, "young")
    furthest = YOUNG if young else 0
    firm = [figure for figure in members if max(told[figure.report]) - min(told[figure.report]) <= furthest]
    values = sorted({figure.best for figure in firm})
    known = lemma in word_set(PERSONS, "person") and lemma not in word_set(TABLE, "kin")
    alone = {min(found) for found in told.values() if len(found) == 1}
    if not _are_of_one_story(firm, voices):
        return []
    if not known or len(values) != 2 or not alone.issuperset(values):
        return []
    if noun != lemma and noun == f"{lemma}s":
        return []
    return [] if young and values[1] - values[0] > YOUNG else firm


def _is_beside(figure: FigureEntry, owner: frozenset[str], text: str) -> bool:
    """Whether the name stands right before or behind the age, with no other name between."""
    after = _joined(text[figure.start : figure.end], text[figure.end : figure.end + AFTER])
    followed = FOLLOWED.match(after)
    if followed and not (set(followed["between"].replace(",", "").split()) & word_set(TABLE, "between")):
        name = re.split(r"[,;:()]|\s[a-z]", followed["name"])[0]
        return _is_owner(name, owner) and ("," not in followed["between"] or len(name.split()) > 1)
    before = " ".join(text[max(0, figure.start - BEFORE) : figure.start].split(" "))
    apposed = APPOSED.search(before)
    if apposed:
        return _is_owner(_name_before(before[: apposed.end("name")]), owner)
    return False


def _name_before(before: str) -> str:
    """The words with capitals at the end of a text: "police arrested Ada Lund" gives "Ada Lund"."""
    match = NAME.search(before)
    return match.group() if match else before.rpartition(" ")[2]


def _is_owner(name: str, owner: frozenset[str]) -> bool:
    """Whether a name is the owner's: two words in common where both have two, so that no brother is taken for him."""
    words = frozenset(name_words(name))
    return len(words & owner) >= min(2, len(words), len(owner))


def _joined(figure: str, after: str) -> str:
    """What follows the number itself: the figure may hold "-year-old" or leave it to the text."""
    return re.sub(r"^[\w,.]*?(?=[\s-]year)|^[\w,.]+", "", figure, count=1) + after


def may_have_aged(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether the later report gives a higher age that a birthday between the reports explains."""
    days = [voices.reports[figure.report].published for figure in (first, second)]
    if days[0] is None or days[1] is None:
        return False
    (day, age), (later, older) = sorted([(days[0], first.best), (days[1], second.best)])
    return 0 < older - age <= _birthdays(day, later)


def _birthdays(day: date, later: date) -> int:
    return ((later - day).days + YEAR - GRACE) // YEAR
