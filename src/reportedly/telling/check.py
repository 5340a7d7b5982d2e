"""The citation check: a sentence is told only if its numbers, names and dates stand in what it cites.

Supported are: the words of the cited spans; the outlets and days of the cited reports, and the day before (what a
report
tells without a day happened near it); every name of an entity that is mentioned in a cited span, or that a cited source
stands for ("it said"); the days that time expressions in the cited paragraphs can mean; the values of figures in the
cited spans; and the days of events and the labels of series that a person decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from reportedly.account.account import Citation, Entity, Event, Series, TimeEntry
from reportedly.reading.dictionary import is_ordinary
from reportedly.records import quicken
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import MONTHS, say_number

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
NAME = re.compile(r"(?<![\w.])[^\W\d_]+(?:['’.][^\W\d_]+)*", re.UNICODE)
OWN_WORDS = frozenset({"Contested", "Who", "The", "Hypothetical", "Of"})
"""Words that our own telling may begin with, or set, with a capital."""
LONGEST_INTERVAL = timedelta(days=400)
PART = re.compile(r"[^\W\d_]+")
GENITIVE = re.compile(r"['’]s$")


@quicken
@dataclass(frozen=True, slots=True)
class Support:
    """What one citation supports: words as they are compared, and values."""

    words: frozenset[str]
    numbers: frozenset[float]


def unsupported(sentence: str, citations: Iterable[Citation], shelf: Shelf) -> tuple[str, ...]:
    """The numbers, names and dates of a sentence that its citations do not support; empty = the sentence may stand.

    A number is checked by value, a name word by word without case; the first word of the sentence counts only if it is
    no
    word of our own telling.
    """
    cited = tuple(citations)
    if not cited:
        return ("no citation",)
    supports = [_support_of(citation, shelf) for citation in cited]
    words = frozenset().union(*(support.words for support in supports))
    numbers = frozenset().union(*(support.numbers for support in supports))
    missing = [number for number in NUMBER.findall(sentence) if _value(number) not in numbers]
    for match in NAME.finditer(sentence):
        word = match.group()
        if word[0].isupper() and word not in OWN_WORDS and _key(word) not in words and not _only_begins(match):
            missing.append(word)
    return tuple(missing)


def _only_begins(match: re.Match[str]) -> bool:
    return match.start() == 0 and is_ordinary(match.group().lower())


def _support_of(citation: Citation, shelf: Shelf) -> Support:
    """What a citation supports; many sentences cite the same words, so it is kept on the shelf."""
    kept: dict[Citation, Support] = shelf.kept(_support_of)
    if citation not in kept:
        days = _days(citation, shelf)
        kept[citation] = Support(_supported_words(citation, days, shelf), _supported_numbers(citation, days, shelf))
    return kept[citation]


def _supported_words(citation: Citation, days: Iterable[date], shelf: Shelf) -> frozenset[str]:
    texts = [shelf.account.shown(citation), shelf.reports[citation.report].outlet or ""]
    texts += [row.label for row in shelf.decided_at(citation) if isinstance(row, Series)]
    words = {MONTHS[month - 1].lower() for month in {day.month for day in days}}
    words.update(*map(_words_in, texts))
    words.update(*(_named(each, shelf) for each in [*shelf.entities_at(citation), *shelf.sources_at(citation)]))
    return frozenset(words)


def _named(entity: Entity, shelf: Shelf) -> frozenset[str]:
    """The words of all names and roles of an entity."""
    kept: dict[str, frozenset[str]] = shelf.kept(_named)
    if entity.id not in kept:
        roles = [text for role in entity.roles for text in (role.title, role.of) if text]
        kept[entity.id] = frozenset().union(*map(_words_in, (entity.name, *entity.aliases, *roles)))
    return kept[entity.id]


@lru_cache(maxsize=8192)
def _words_in(text: str) -> frozenset[str]:
    """The words of a text, whole and in their parts: "al-Sisi" is "al", "sisi"."""
    return frozenset(map(_key, NAME.findall(text))) | frozenset(map(_key, PART.findall(text)))


def _days(citation: Citation, shelf: Shelf) -> set[date]:
    days: set[date] = set()
    published = shelf.reports[citation.report].published
    if published:
        days |= {published, published - timedelta(days=1)}
    told: list[TimeEntry | Event] = [row for row in shelf.decided_at(citation) if isinstance(row, Event)]
    for time in [*told, *shelf.times_at(shelf.paragraph_at(citation))]:
        if time.earliest and time.latest:
            days |= {time.earliest, time.latest}
            if time.latest - time.earliest <= LONGEST_INTERVAL:
                days |= {time.earliest + timedelta(days=day) for day in range((time.latest - time.earliest).days)}
    return days


def _supported_numbers(citation: Citation, days: Iterable[date], shelf: Shelf) -> frozenset[float]:
    numbers = {float(number) for day in days for number in (day.day, day.year)}
    numbers.update(_value(number) for number in NUMBER.findall(shelf.account.shown(citation)))
    for figure in shelf.figures_at(citation):
        values = [value for value in (figure.low, figure.high, figure.best) if value is not None]
        numbers.update(_value(part) for value in values for part in NUMBER.findall(say_number(value)))
        numbers.update(values)
    return frozenset(numbers)


def _value(number: str) -> float:
    return float(number.replace(",", ""))


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return GENITIVE.sub("", word).lower().replace("’", "'")
