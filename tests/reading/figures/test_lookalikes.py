"""Numbers that count nothing are known for what they are: dates, clock times, road numbers, scores, addresses."""

from __future__ import annotations

import pytest

from reportedly.reading.figures.lookalikes import lookalike
from reportedly.reading.figures.quantities import read_quantity
from reportedly.reading.sentences import find_sentences

KINDS = [
    ("It happened on 14 October in the port.", "date"),
    ("It happened on October 14 in the port.", "date"),
    ("The fair runs from May 3 to the end of the month.", "date"),
    ("The mine closed in 1998 for good.", "year"),
    ("Since 2014 the road has been shut.", "year"),
    ("The alarm sounded at 11 p.m. on Monday.", "clock"),
    ("They met at 7 a.m. outside.", "clock"),
    ("The doors open at 9 in the morning.", "clock"),
    ("Highway 40 was closed.", "label"),
    ("Interstate 95 was closed.", "label"),
    ("Route 66 was closed.", "label"),
    ("Flight 370 vanished.", "label"),
    ("Resolution 2254 was adopted.", "label"),
    ("Section 12 was amended.", "label"),
    ("The Group of 20 met.", "label"),
    ("Covid-19 spread.", "label"),
    ("He lived at 6740 Orno Street.", "address"),
    ("She was found at 12 Mill Lane.", "address"),
    ("Shots were heard in the 200 block of Oak Avenue.", "address"),
    ("They won 3-1 at home.", "score"),
    ("The vote ended 52-48 in the senate.", "score"),
    ("A neighbour called 911 at once.", "telephone"),
    ("Call (615) 555-0199 for help.", "telephone"),
    ("1. Boil the water.", "list mark"),
    ("Image 8 of 8", "place in a row"),
    ("No one knows the cause.", "pronoun"),
]


def kinds(text: str) -> list[str | None]:
    """What each number of a text is, where nothing that it counts follows."""
    (sentence,) = find_sentences(text)[:1]
    tokens = sentence.tokens
    quantities = (read_quantity(tokens, at) for at in range(len(tokens)))
    return [lookalike(tokens, quantity, False) for quantity in quantities if quantity]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_the_number_is_known_for_what_it_is(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize("text", [row[0] for row in KINDS])
def test_it_counts_nobody(figures, text: str) -> None:
    assert [figure for figure in figures(text) if figure.unit == "people" and figure.best > 0] == []


@pytest.mark.parametrize(
    "text", ["40 people fled.", "About 2,000 soldiers came.", "They found 11 boats.", "Nine of 12 wells are dry."]
)
def test_a_count_is_none_of_them(figures, text: str) -> None:
    assert figures(text)


@pytest.mark.parametrize(
    ("text", "unit", "relation"),
    [
        ("A 34-year-old nurse spoke.", "years", "age"),
        ("Ada Brook, 34, spoke.", "years", "age"),
        ("A man believed to be in his 20's spoke.", "years", "age"),
        ("The twins, aged 6, spoke.", "years", "age"),
        ("The mast is 90 feet tall.", "feet", "height"),
        ("The wreck lies 3 km from the pier.", "km", "distance"),
    ],
)
def test_ages_and_measures_are_figures_of_their_own(figures, text: str, unit: str, relation: str) -> None:
    assert [(figure.unit, figure.relation) for figure in figures(text)] == [(unit, relation)]
