"""The values of a figure: numbers, ranges, bounds, approximations, vague counts."""

from __future__ import annotations

import pytest

VALUES = [
    # digits and words
    ("12 people were killed.", 12, 12),
    ("The blast killed 1,250 people.", 1250, 1250),
    ("Thirteen miners were rescued.", 13, 13),
    ("Twenty-five passengers were hurt.", 25, 25),
    ("One hundred and five villagers fled.", 105, 105),
    ("Two hundred thousand residents were displaced.", 200_000, 200_000),
    ("Three hundred and fifty thousand people fled.", 350_000, 350_000),
    ("Two thousand five hundred troops were deployed.", 2500, 2500),
    ("2.5 million people fled.", 2_500_000, 2_500_000),
    ("Half a million people fled.", 500_000, 500_000),
    ("Two and a half million people fled.", 2_500_000, 2_500_000),
    ("A dozen climbers were rescued.", 12, 12),
    ("Half a dozen climbers were rescued.", 6, 6),
    ("Two dozen climbers were rescued.", 24, 24),
    ("A hundred soldiers surrendered.", 100, 100),
    ("A million people were affected.", 1_000_000, 1_000_000),
    ("12,50,000 people were affected.", 1_250_000, 1_250_000),
    ("Some 3m people fled.", 3_000_000, 3_000_000),
    # ranges
    ("300 to 400 militants remained.", 300, 400),
    ("Between 11 and 16 boats sank.", 11, 16),
    ("11-16 boats sank.", 11, 16),
    ("11–16 boats sank.", 11, 16),
    ("Three or four gunmen escaped.", 3, 4),
    ("The work could take two to four days.", 2, 4),
    ("It will last 1-2 days.", 1, 2),
    ("The firm lost $12-14 million.", 12e6, 14e6),
    ("The firm lost $12 million to $14 million.", 12e6, 14e6),
    ("The firm lost between $500 million and $1 billion.", 5e8, 1e9),
    ("300 to 400 thousand people fled.", 300_000, 400_000),
    ("Between 10% and 15% of the homes burned.", 10, 15),
    # bounds
    ("At least 12 people were killed.", 12, None),
    ("No fewer than 12 people were killed.", 12, None),
    ("At least another 12 people were killed.", 12, None),
    ("More than 40 houses were destroyed.", 40, None),
    ("Over 40 houses were destroyed.", 40, None),
    ("Well over 40 houses were destroyed.", 40, None),
    ("40 or more houses were destroyed.", 40, None),
    ("Up to 60 miners were trapped.", None, 60),
    ("As many as 60 miners were trapped.", None, 60),
    ("No more than 60 miners were trapped.", None, 60),
    ("Fewer than 60 miners were trapped.", None, 60),
    ("Under 60 miners were trapped.", None, 60),
    ("The backlog will clear within four days.", None, 4),
    # vague counts
    ("Dozens of people were killed.", 24, None),
    ("Scores of people were killed.", 40, None),
    ("Hundreds of people were killed.", 200, None),
    ("Thousands of people fled.", 2000, None),
    ("Tens of thousands of people fled.", 20_000, None),
    ("Hundreds of thousands of people fled.", 200_000, None),
    ("Millions of people fled.", 2_000_000, None),
    ("It cost billions of dollars.", 2e9, None),
    ("Several people were injured.", 3, None),
    ("A few people were injured.", 3, None),
    ("A couple of people were injured.", 2, None),
    ("Several hundred people were injured.", 300, None),
    ("A couple of hundred people were injured.", 200, None),
    # zero
    ("There were no injuries.", 0, 0),
    ("No casualties were reported.", 0, 0),
    ("No one was hurt.", 0, 0),
    ("Nobody was killed.", 0, 0),
]


@pytest.mark.parametrize(("text", "low", "high"), VALUES, ids=[row[0] for row in VALUES])
def test_low_and_high(figures, text: str, low: float, high: float) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "best", "exclusive", "approximate"),
    [
        ("12 people were killed.", 12, False, False),
        ("At least 12 people were killed.", 12, False, False),
        ("More than 12 people were killed.", 12, True, False),
        ("Fewer than 12 people were killed.", 12, True, False),
        ("Up to 12 people were killed.", 12, False, False),
        ("About 12 people were killed.", 12, False, True),
        ("An estimated 12 people were killed.", 12, False, True),
        ("Roughly 12 people were killed.", 12, False, True),
        ("Nearly 12 people were killed.", 12, False, True),
        ("12 or so people were killed.", 12, False, True),
        ("Some 300 to 400 people were killed.", 350, False, True),
        ("Dozens of people were killed.", 24, False, True),
        ("The search took almost a week.", 1, False, True),
    ],
)
def test_best_exclusive_approximate(figures, text: str, best: float, exclusive: bool, approximate: bool) -> None:
    (figure,) = figures(text)
    assert (figure.best, figure.exclusive, figure.approximate) == (best, exclusive, approximate)


def test_a_change_is_two_values_and_no_range(figures) -> None:
    assert [figure.best for figure in figures("The death toll rose from 10 to 15.")][-1] == 15


def test_a_falling_pair_is_no_range(figures) -> None:
    assert all(figure.low == figure.high for figure in figures("Losses of 40 to 30 people were told."))
