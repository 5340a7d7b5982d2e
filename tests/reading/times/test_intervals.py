"""The closed interval of days that each expression can mean, in a report published on Saturday 14 October 2017."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.reading.times.words import load_words
from reportedly.report import Report

PUBLISHED = date(2017, 10, 14)
INTERVALS = [
    ("It fell on Saturday.", "2017-10-14", "2017-10-14"),
    ("It fell on Thursday morning.", "2017-10-12", "2017-10-12"),
    ("It fell at 9 p.m. on 3 May 2016.", "2016-05-03", "2016-05-03"),
    ("It fell overnight.", "2017-10-13", "2017-10-13"),
    ("They were freed on Sunday and Monday.", "2017-10-08", "2017-10-09"),
    ("It was shut from 12 to 15 June 2016.", "2016-06-12", "2016-06-15"),
    ("It fell earlier in the week.", "2017-10-09", "2017-10-13"),
    ("It will fall later this month.", "2017-10-15", "2017-10-31"),
    ("It fell earlier this year.", "2017-01-01", "2017-10-13"),
    ("It fell last week.", "2017-10-02", "2017-10-08"),
    ("It fell late last week.", "2017-10-06", "2017-10-08"),
    ("It fell last weekend.", "2017-10-07", "2017-10-08"),
    ("It fell in February 2016.", "2016-02-01", "2016-02-29"),
    ("It fell in early June.", "2017-06-01", "2017-06-10"),
    ("It fell in mid-June.", "2017-06-11", "2017-06-20"),
    ("It fell in late June.", "2017-06-21", "2017-06-30"),
    ("It fell in late February 2015.", "2015-02-21", "2015-02-28"),
    ("It fell in the third quarter.", "2017-07-01", "2017-09-30"),
    ("It fell in the first half of 2016.", "2016-01-01", "2016-06-30"),
    ("It fell in the summer of 2014.", "2014-06-01", "2014-08-31"),
    ("It fell last winter.", "2016-12-01", "2017-02-28"),
    ("It fell in 2014.", "2014-01-01", "2014-12-31"),
    ("It fell in the last week of April 2016.", "2016-04-24", "2016-04-30"),
    ("It stood in 2010-2015.", "2010-01-01", "2015-12-31"),
    ("It fell in mid-2014.", "2014-05-01", "2014-08-31"),
    ("It fell in the 1990s.", "1990-01-01", "1999-12-31"),
    ("It fell in the early 1990s.", "1990-01-01", "1993-04-30"),
    ("It stood in the 11th century.", "1000-01-01", "1099-12-31"),
    ("It fell three years ago.", "2014-01-01", "2014-12-31"),
    ("It fell two months ago.", "2017-08-01", "2017-08-31"),
    ("It fell a week ago.", "2017-10-02", "2017-10-08"),
    ("It fell on Easter Monday 2016.", "2016-03-28", "2016-03-28"),
    ("It fell on Labor Day.", "2017-09-04", "2017-09-04"),
    ("It fell on New Year's Eve 2016.", "2016-12-31", "2016-12-31"),
    ("It fell on Memorial Day 2016.", "2016-05-30", "2016-05-30"),
]
NO_DAYS = ["It fell recently.", "It took four months.", "It falls every Tuesday.", "It is now quiet.", "It took days."]


def report(text: str, published: date | None = PUBLISHED) -> Report:
    return Report("r1", "test", text, "", published=published)


@pytest.mark.parametrize(("text", "earliest", "latest"), INTERVALS)
def test_the_days_of_an_expression(text: str, earliest: str, latest: str) -> None:
    (time,) = find_times(report(text), find_sentences(text))
    assert (time.earliest, time.latest) == (date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_names_no_day_has_no_interval(text: str) -> None:
    (time,) = find_times(report(text), find_sentences(text))
    assert (time.earliest, time.latest) == (None, None)


WORDS = sorted({word for words in load_words().values.values() for word in words} | {
    "the", "a", "of", "in", "ago", "and", "half", "old", "s", "5", "12", "31", "99", "0", "00", "2017", "1000", "1,000",
    "9999999", "23:30", "9.45", "2 1/2", "25/3/2021", "2021/03/25", "31st", "February 30", "this", "that", "latest",
    "period", "weekend", "so", "or", "to",
})  # fmt: skip
CASED = st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from([word, word.title(), word.upper()]))
PHRASES = st.lists(CASED, max_size=25)
ANY_DAY = st.one_of(st.none(), st.dates())


@settings(deadline=None, max_examples=200)
@given(st.one_of(PHRASES.map(" ".join), st.text(max_size=200)), ANY_DAY)
@example("\x00 5 p.m. \u0301 May", None)
@example("last Monday in January fifty years ago", date.min)
@example("next December, a hundred centuries later", date.max)
@example("29 February", date(2023, 3, 1))
def test_any_text_gives_ordered_spans_inside_sentences_and_ordered_days(text: str, published: date | None) -> None:
    sentences = find_sentences(text)
    times = find_times(report(text, published), sentences)
    assert times == find_times(report(text, published), sentences)
    end = 0
    for time in times:
        assert end <= time.start < time.end
        assert sentences[time.sentence].start <= time.start
        assert time.end <= sentences[time.sentence].end
        assert time.value
        assert (time.earliest is None) == (time.latest is None)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        end = time.end
