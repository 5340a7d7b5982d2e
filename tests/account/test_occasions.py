"""What a count is told of: the story's own event, or another time, a rate, a supposition."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.account.occasions import ASIDE, OWN, occasions_of
from reportedly.reading.reader import Reader
from reportedly.report import Report

READER = Reader()
DAY = date(2024, 5, 3)


def occasion(text: str, shown: str) -> str:
    """The occasion of the figure whose words begin so."""
    report = Report("r1", "1.txt", text, "", "Harbour Post", DAY)
    reading = READER.read(report)
    told = occasions_of(report, reading, DAY)
    return next(
        words
        for figure, words in zip(reading.figures, told, strict=True)
        if report.text[figure.start : figure.end].startswith(shown)
    )


@pytest.mark.parametrize(
    ("text", "shown", "told"),
    [
        ("Twelve people were killed when a boat sank off Larnow on Friday.", "Twelve", OWN),
        ("A sinking off Larnow killed 12 people, including 10 tourists, on Friday.", "12", OWN),
        ("Nine people died on Friday in the worst sinking on the coast since 2001.", "Nine", OWN),
        ("It is the worst sinking since 2001, when 31 people drowned off Larnow.", "31", "in 2001"),
        ("In October 1991 a gunman shot dead 22 people in the town.", "22", "in 1991"),
        ("The rebels have killed more than 6,000 people since 2009.", "more than 6,000", "since 2009"),
        ("The rebels have killed more than 6,000 people over the past seven years.", "more than 6,000",
         "in the past seven years"),
        ("Common flu kills up to 500,000 people a year, doctors said.", "up to 500,000", "a year"),
        ("The fever could kill four in every 1,000 infected people, the study said.", "four", ASIDE),
        ("The ministry lowered its toll from 159 to 56 on Friday after tests of the dead.", "159", ASIDE),
        ("Nine of the dead were tourists from Norway, officials said on Friday.", "Nine", ASIDE),
        ("Eight of the girls abducted by the gang were freed on Friday.", "Eight", ASIDE),
        ("Thousands of people are feared dead after a quake struck the island on Friday.", "Thousands", OWN),
    ],
)  # fmt: skip
def test_the_occasion_of_a_count(text: str, shown: str, told: str) -> None:
    assert occasion(text, shown) == told


def test_a_list_of_other_events_tells_nothing_of_this_one() -> None:
    text = (
        "A fire at a club in Larnow killed 40 people on Friday.\n\nOther club fires:\n\nOrno, Blue Room: 26 dead\n\n"
        "In May 1998 sparks set the ceiling alight and killed 26 guests.\n\nVell, Old Mill: 17 dead\n\n"
        "A lamp fell and 17 people died.\n\nKarst, Tower: 32 dead\n\nNobody knows how it began.\n"
    )
    assert occasion(text, "40 people") == OWN
    assert occasion(text, "17 dead") == ASIDE
    assert occasion(text, "17 people") == ASIDE
