"""Time expressions (TIMEX3) with the days that they can mean.

A rule grammar over tokens (``grammar.py``; words and rules in ``data/times/``) finds the expressions; makers
(``days.py``, ``clocks.py``, ``units.py``, ``lengths.py``) give their meaning from the day of publication, the tense of
the clause and what the report told before. Values follow TimeML 1.2.1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import chain

from reportedly.reading.reading import Sentence, TimeExpression
from reportedly.reading.times.grammar import Match, load_grammar
from reportedly.reading.times.lending import lend_years
from reportedly.reading.times.makers import FLOATING, MAKERS
from reportedly.reading.times.meaning import Meaning, Setting, Telling
from reportedly.reading.times.narrative import is_narrative, look_on
from reportedly.reading.times.order import date_order
from reportedly.reading.times.tense import Direction, direction, is_spoken, quoted_tokens
from reportedly.report import Report

YEARS = range(1000, 9000)
"""Years in which a report can be published."""


def find_times(report: Report, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of a report in order, without overlap, anchored to its publication date.

    In an undated report relative expressions keep an unanchored value ("XXXX-WXX-6") and no days.
    """
    grammar, telling = load_grammar(), Telling(_dating(report))
    found: list[TimeExpression] = []
    matches = [lend_years(sentence.tokens, list(grammar.matches(sentence.tokens))) for sentence in sentences]
    all_matches = list(chain.from_iterable(matches))
    telling.order = date_order(report, [match.slots["dmy"] for match in all_matches if "dmy" in match.slots])
    telling.narrative = is_narrative(all_matches, telling.published)
    for number, sentence in enumerate(sentences):
        telling.sentence = number
        if matches[number]:
            found.extend(_expressions(sentence, number, matches[number], telling))
    return tuple(found)


def _dating(report: Report) -> date | None:
    """The day of publication; None where it is so near the ends of the calendar that it cannot be one."""
    published = report.published
    return published if published and published.year in YEARS else None


def _expressions(sentence: Sentence, number: int, matches: Sequence[Match], telling: Telling) -> list[TimeExpression]:
    """The expressions of one sentence; times without a day of their own come last, when its days are known."""
    meanings: dict[int, Meaning] = {}
    quoted = quoted_tokens(sentence.tokens)
    for floating in (False, True):
        days = {matches[index].start: meaning.period for index, meaning in meanings.items() if _is_day(meaning)}
        starts = list(days) if floating else []
        for index, match in enumerate(matches):
            if _floats(match) is not floating:
                continue
            near = days[_nearest(starts, match.start)] if starts else None
            way = look_on if telling.narrative else direction
            told = partial(way, sentence.tokens, match.start, match.end)
            meaning = MAKERS[match.make](match, Setting(telling, told, near, match.start in quoted))
            if meaning:
                meanings[index] = meaning
                if not _is_forecast(meaning, told):
                    telling.remember(meaning, is_spoken(sentence.tokens, match.start, match.end))
    return [_expression(sentence, number, matches[index], meanings[index]) for index in sorted(meanings)]


def _is_forecast(meaning: Meaning, told: Callable[[], Direction]) -> bool:
    """Whether a quarter is only expected: results are not compared with such a one ("the latest quarter")."""
    return meaning.period is not None and meaning.period.unit == "quarter" and told() > 0


def _floats(match: Match) -> bool:
    return match.make in FLOATING or bool(match.given.get("near"))


def _is_day(meaning: Meaning) -> bool:
    return meaning.period is not None and meaning.period.unit == "day"


def _nearest(starts: Sequence[int], start: int) -> int:
    """The nearest of some sorted places."""
    at = bisect_left(starts, start)
    return min(starts[max(at - 1, 0) : at + 1], key=lambda place: abs(place - start))


def _expression(sentence: Sentence, number: int, match: Match, meaning: Meaning) -> TimeExpression:
    return TimeExpression(
        start=sentence.tokens[match.start].start,
        end=sentence.tokens[match.end - 1].end,
        sentence=number,
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        earliest=meaning.earliest,
        latest=meaning.latest,
    )
