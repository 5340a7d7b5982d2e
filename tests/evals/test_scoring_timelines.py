"""Scores of timelines: exact days, and the words of aligned days."""

from __future__ import annotations

from datetime import date

import pytest
from evals.scoring.timelines import aligned_rouge, date_f1

FIRST, SECOND, LATER = date(2031, 3, 1), date(2031, 3, 2), date(2031, 3, 5)
GOLD = {FIRST: ["The ferry sank off Orla ."], LATER: ["Divers found the wreck ."]}


def test_a_timeline_is_as_near_as_can_be_to_itself() -> None:
    assert date_f1(GOLD, GOLD) == 1.0
    assert aligned_rouge(GOLD, GOLD) == pytest.approx(1.0)


def test_only_the_same_day_counts_for_days() -> None:
    assert date_f1({SECOND: [], LATER: []}, GOLD) == 0.5
    assert date_f1({SECOND: []}, {}) == 0.0


def test_words_told_a_day_late_count_by_half() -> None:
    late = {SECOND: GOLD[FIRST], LATER: GOLD[LATER]}
    # Each side has three telling words of the ferry at half their weight, and three of the wreck in full.
    assert aligned_rouge(late, GOLD) == pytest.approx((3 * 0.5 + 3) / 6)


def test_two_days_may_be_aligned_with_one() -> None:
    said = {FIRST: ["The ferry sank ."], SECOND: ["The ferry sank off Orla ."]}
    gold = {FIRST: ["The ferry sank off Orla ."]}
    # Precision: 2 + 3/2 of 5 words; recall: the first day is the nearest, with 2 of 3 words.
    precision, recall = 3.5 / 5, 2 / 3
    assert aligned_rouge(said, gold) == pytest.approx(2 * precision * recall / (precision + recall))


def test_no_words_in_common_give_nothing() -> None:
    assert aligned_rouge({FIRST: ["Rain fell ."]}, GOLD) == 0.0
    assert aligned_rouge({}, GOLD) == 0.0
