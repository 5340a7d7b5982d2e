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
from datetime import date, timedelta

from reportedly.account.account import Citation, Entity, Event, Series, TimeEntry
from reportedly.reading.dictionary import is_ordinary
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import MONTHS, say_number

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
NAME = re.compile(r"(?<![\w.])[^\W\d_]+(?:['’.][^\W\d_]+)*", re.UNICODE)
OWN_WORDS = frozenset({"Contested", "Who", "The", "Hypothetical", "Of"})
"""Words that our own telling may begin with, or set, with a capital."""
LONGEST_INTERVAL = timedelta(days=400)


def unsupported(sentence: str, citations: Iterable[Citation], shelf: Shelf) -> tuple[str, ...]:
    """The numbers, names and dates of a sentence that its citations do not support; empty = the sentence may stand.

    A number is checked by value, a name word by word without case; the first word of the sentence counts only if it is
    no
    word of our own telling.
    """
    cited = tuple(citations)
    if not cited:
        return ("no citation",)
    words, numbers = _supported_words(cited, shelf), _supported_numbers(cited, shelf)
    missing = [number for number in NUMBER.findall(sentence) if _value(number) not in numbers]
    for match in NAME.finditer(sentence):
        word = match.group()
        if word[0].isupper() and word not in OWN_WORDS and _key(word) not in words and not _only_begins(match):
            missing.append(word)
    return tuple(missing)


def _only_begins(match: re.Match[str]) -> bool:
    return match.start() == 0 and is_ordinary(match.group().lower())


def _supported_words(citations: tuple[Citation, ...], shelf: Shelf) -> set[str]:
    words: set[str] = set()
    for citation in citations:
        report = shelf.reports[citation.report]
        texts = [shelf.account.shown(citation), report.outlet or ""]
        for entity in [*shelf.entities_at(citation), *shelf.sources_at(citation)]:
            texts += _names(entity)
        texts += [row.label for row in shelf.decided_at(citation) if isinstance(row, Series)]
        for text in texts:
            words.update(_key(match.group()) for match in NAME.finditer(text))
            words.update(_key(part) for part in re.findall(r"[^\W\d_]+", text))
    return words | {month.lower() for month in _months(citations, shelf)}


def _names(entity: Entity) -> list[str]:
    roles = [text for role in entity.roles for text in (role.title, role.of) if text]
    return [entity.name, *entity.aliases, *roles]


def _days(citations: tuple[Citation, ...], shelf: Shelf) -> set[date]:
    days: set[date] = set()
    for citation in citations:
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


def _months(citations: tuple[Citation, ...], shelf: Shelf) -> set[str]:
    return {MONTHS[day.month - 1] for day in _days(citations, shelf)}


def _supported_numbers(citations: tuple[Citation, ...], shelf: Shelf) -> set[float]:
    numbers = {float(number) for day in _days(citations, shelf) for number in (day.day, day.year)}
    for citation in citations:
        numbers.update(_value(number) for number in NUMBER.findall(shelf.account.shown(citation)))
        for figure in shelf.figures_at(citation):
            values = [value for value in (figure.low, figure.high, figure.best) if value is not None]
            numbers.update(_value(part) for value in values for part in NUMBER.findall(say_number(value)))
            numbers.update(values)
    return numbers


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _key(word: str) -> str:
    return re.sub(r"['’]s$", "", word).lower().replace("’", "'")
