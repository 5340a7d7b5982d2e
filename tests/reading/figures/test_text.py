"""Any text gives figures whose spans and values are sound."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.figures import find_figures, find_toll
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

PIECES = st.sampled_from(
    [
        "at",
        "least",
        "more",
        "than",
        "12",
        "1,000",
        "2.5",
        "twelve",
        "hundred",
        "million",
        "dozens",
        "of",
        "people",
        "were",
        "killed",
        "to",
        "between",
        "and",
        "-",
        "%",
        "$",
        "m",
        "km",
        "year",
        "old",
        "a",
        "half",
        "the",
        "no",
        "injuries",
        "one",
        "in",
        "three",
        ",",
        ".",
        "(",
        ")",
        "½",
        "1/2",
        "1/0",
        "May",
        "2014",
        "ships",
        "9" * 30,
        "second",
        "its",
        "third",
        "day",
        "’s",
    ]
)


def read(text: str):
    return find_figures(Report("r", "-", text, "0"), find_sentences(text), (), ())


@settings(max_examples=200)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join)
    )
)
def test_spans_lie_in_the_text_and_values_are_ordered(text: str) -> None:
    for figure in read(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == text[figure.start : figure.end].strip()
        assert figure.low is None or figure.low <= figure.best
        assert figure.high is None or figure.best <= figure.high
        assert figure.low is not None or figure.high is not None
        assert figure.unit
        assert figure.counted == figure.counted.lower()


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert read(text) == read(text)


PERSONS = st.sampled_from(
    [
        "a",
        "man",
        "the",
        "boy",
        "was",
        "shot",
        "himself",
        "and",
        "killed",
        ",",
        ".",
        "two",
        "of",
        "another",
        "one",
        "old",
        "17",
        "-",
        "year",
        "her",
        "death",
        "'s",
        "not",
        "by",
        "fatally",
        "women",
        "including",
        "on",
        "gun",
        "who",
        "he",
    ]
)


@given(st.lists(st.one_of(PERSONS, PIECES), max_size=40).map(" ".join))
def test_any_text_has_a_sound_toll(text: str) -> None:
    toll = find_toll(find_sentences(text), (), read(text))
    if toll:
        assert toll.killed >= 0
        assert toll.injured >= 0
        for casualty in toll.casualties:
            assert text[casualty.start : casualty.end]
            assert casualty.tellings[0].start == casualty.start


@given(st.integers(0, 10**9))
def test_a_number_is_read_back(value: int) -> None:
    (figure,) = read(f"At least {value:,} people were killed.")
    assert (figure.low, figure.high, figure.best) == (value, None, value)


@given(st.integers(2, 5000), st.integers(1, 5000))
def test_a_range_keeps_its_ends(low: int, more: int) -> None:
    (figure,) = read(f"Between {low:,} and {low + more:,} people were killed.")
    assert (figure.low, figure.high) == (low, low + more)


def test_a_long_paragraph_without_marks_is_read() -> None:
    assert len(read("12 people were killed and " * 5000)) == 5000
