"""Whether two statements are told of one happening: by the words around them, and by what their reports open with.

A week of news holds many tolls of many attacks, an epidemic counts its dead in many countries, and a report of one
quake recalls others. Two numbers contradict each other only where nothing tells their scenes apart and enough tells
that they are one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.account.account import ClaimEntry, FigureEntry
from reportedly.account.disagreements.likeness import common_roots, root_of, roots
from reportedly.account.scope import population_of
from reportedly.account.voices import Voices
from reportedly.data import word_set

TABLE = "account/measures.toml"
LEAD = 700
"""Characters at the head of a report that tell what it is about."""
HEAD = 1500
"""Characters at the head of a report in which a number belongs to what its opening tells."""
LEADS, LEAD_SHARE = 3, 0.25
"""Rare words that the heads of two reports of one happening share, and the part that they are of the shorter."""
OF_STATEMENTS = (2, 0.15)
"""The same for two statements of which more is in common already."""
BRIEF = 6
"""Rare words of a head below which it is too short to tell two scenes apart."""
SURE = (6, 0.33)
"""The same where a number stands further down, where long reports recall and compare."""
WORDS = 2
"""Words beside the number that two sentences of one happening share."""
YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b(?! ?(?:people|deaths|dead|miles|km|feet|hours))")
NAME = re.compile(r"(?<=[a-z,;’'\"“] )[A-Z][\w’-]+")
"""A word with a capital inside a sentence."""
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
DAYS = frozenset(f"{MONTHS}|{WEEKDAYS}".split("|"))
SEASON = re.compile(
    r"\b(?:last|previous|earlier|past|same) (?:year|month|week|decade|summer|winter|spring|autumn|fall)\b"
    r"|\byears? (?:ago|earlier|before)\b"
    rf"|\b(?:in|since|during|of) (?:early |late |mid-?)?(?:{MONTHS})\b(?! \d)",
)
""" "In September": what a report without a day recalls."""
SUSPECTED = re.compile(
    r"\b(?:suspected|possibl[ey]|probabl[ey]|presumed|unconfirmed|likely|thought|believed to|investigat(?:ion|ed))\b",
    re.IGNORECASE,
)
CONFIRMED = re.compile(r"\b(?:confirmed|laborator\w+|officially)\b", re.IGNORECASE)
BEFORE, AFTER = 50, 14
"""Characters beside a number in which it is said how sure it is."""


def are_of_one_scene(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether two counts can be of one happening."""
    if _recalled(first, voices) != _recalled(second, voices) or _doubt(first, voices) != _doubt(second, voices):
        return False
    if are_told_alike(first, second, voices):
        return True
    if first.relation in word_set(TABLE, "taking_part"):
        return False
    if first.report == second.report:
        return all(population_of(figure.counted.rpartition(" ")[2]) != "people" for figure in (first, second))
    names = [_names(figure, voices) for figure in (first, second)]
    if all(names) and names[0].isdisjoint(names[1]):
        return False
    of_the_opening = max(first.start, second.start) < HEAD
    return have_one_subject(first.report, second.report, voices, *((LEADS, LEAD_SHARE) if of_the_opening else SURE))


def are_statements_of_one(one: ClaimEntry, other: ClaimEntry, voices: Voices) -> bool:
    """Whether two statements can be of one happening: no other years, no other names, and enough that they share."""
    sentences = [voices.sentence(claim.report, claim.start) for claim in (one, other)]
    years = [frozenset(YEAR.findall(sentence)) for sentence in sentences]
    names = [frozenset(NAME.findall(claim.text)) - DAYS for claim in (one, other)]
    if years[0] != years[1] or (all(names) and names[0].isdisjoint(names[1])):
        return False
    shared = roots(one.text) & roots(other.text)
    alike = len(shared) > WORDS and bool(shared - common_roots())
    return alike or have_one_subject(one.report, other.report, voices, *OF_STATEMENTS)


def are_told_alike(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether the sentences of two counts share words that tell something, beside those for what is counted."""
    words = [roots(voices.sentence(figure.report, figure.start)) for figure in (first, second)]
    shared = (words[0] & words[1]) - _counted(first) - _counted(second)
    return len(shared) >= WORDS and bool(shared - common_roots())


def _names(figure: FigureEntry, voices: Voices) -> frozenset[str]:
    """The words with a capital inside the statement of a count."""
    claim = voices.claims.get(figure.source_claim or "")
    told = claim.text if claim else voices.sentence(figure.report, figure.start)
    return frozenset(NAME.findall(told)) - DAYS


def _counted(figure: FigureEntry) -> frozenset[str]:
    said = {root_of(word) for word in (figure.relation or "").split("_")}
    return roots(figure.counted.lower()) | roots(figure.text.lower()) | said


def have_one_subject(one: str, other: str, voices: Voices, least: int = LEADS, share: float = LEAD_SHARE) -> bool:
    """Whether two reports open with the same: enough rare words in common."""
    if one == other:
        return True
    leads = [_lead(voices.reports[report].title, voices.reports[report].text[:LEAD]) for report in (one, other)]
    few = min(map(len, leads))
    return few < BRIEF or len(leads[0] & leads[1]) >= max(least, share * few)


@lru_cache(maxsize=4096)
def _lead(title: str | None, text: str) -> frozenset[str]:
    return roots(f"{title or ''} {text}") - common_roots()


def _recalled(figure: FigureEntry, voices: Voices) -> frozenset[str]:
    """The years other than that of printing that a sentence names, and in a report without a day the months."""
    sentence, published = voices.sentence(figure.report, figure.start), voices.reports[figure.report].published
    years = frozenset(YEAR.findall(sentence)) - {str(published.year) if published else "", str(int(figure.best))}
    return years or frozenset(match.group().lower() for match in SEASON.finditer(sentence) if published is None)


def _doubt(figure: FigureEntry, voices: Voices) -> bool:
    """Whether a count is of what is only suspected, not of what is confirmed or simply told."""
    text = voices.reports[figure.report].text
    around = text[max(0, figure.start - BEFORE) : figure.end + AFTER]
    return SUSPECTED.search(around) is not None and CONFIRMED.search(around) is None
