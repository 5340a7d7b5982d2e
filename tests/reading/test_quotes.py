"""Quoted passages, as a specification: what is quoted, what only looks like it, and how far an open mark reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.quotes import find_quotes
from reportedly.reading.sentences import find_sentences


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text, find_sentences(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The bridge is open," she said.', ['"The bridge is open,"']),
        ("“The bridge is open,” she said.", ["“The bridge is open,”"]),
        ("She said: «The bridge is open».", ["«The bridge is open»"]),
        ("''The bridge is open,'' she said.", ["''The bridge is open,''"]),
        ("``The bridge is open,'' she said.", ["``The bridge is open,''"]),
        ("„The bridge is open“, she said.", ["„The bridge is open“"]),
        ("'The bridge is open', she said.", ["'The bridge is open'"]),
        ("‘The bridge is open’, she said.", ["‘The bridge is open’"]),
        ('It was "fine" and then "closed".', ['"fine"', '"closed"']),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("“They said ‘never’ to us,” he added.", ["“They said ‘never’ to us,”"]),
        ('A ("terrible") day.', ['"terrible"']),
    ],
)
def test_every_kind_of_mark_quotes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rebels’ defences collapsed and the town’s mayor didn’t stay.",
        "The rebels' defences collapsed and the town's mayor didn't stay.",
        "In the '90s the workers' union was the miners' own.",
        "Rock 'n' roll it wasn't.",
        'The pipe was 12" wide.',
        "",
        "No marks at all.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_possessive_plural_inside_single_marks_does_not_close_them() -> None:
    assert quoted("She said 'the workers' hall is ours' and left.") == ["'the workers' hall is ours'"]


def test_an_open_mark_reaches_to_the_end_of_its_paragraph_and_is_not_closed() -> None:
    text = "“We waited all night.\n\n“Nobody came,” he said."
    first, second = find_quotes(text, find_sentences(text))
    assert text[first.start : first.end] == "“We waited all night."
    assert (first.closed, second.closed) == (False, True)


def test_an_open_mark_in_the_middle_of_a_clause_is_a_slip() -> None:
    assert quoted('He was "sure that it was over.') == []


def test_a_lost_mark_does_not_turn_quotations_inside_out() -> None:
    assert quoted('It was "over. "We stayed," he said.') == ['"We stayed,"']


def test_the_inner_span_leaves_out_the_marks() -> None:
    text = "''Go,'' he said."
    (quote,) = find_quotes(text, find_sentences(text))
    assert text[quote.inner.start : quote.inner.end] == "Go,"


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`s(", max_size=80))
def test_quotes_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    quotes = find_quotes(text, find_sentences(text))
    ends = [0, *(quote.end for quote in quotes)]
    for before, quote in zip(ends, quotes, strict=False):
        assert before <= quote.start < quote.inner.start <= quote.inner.end <= quote.end <= len(text)
