"""The scorer of attributions on cases counted by hand."""

from __future__ import annotations

import pytest
from evals.gold.polnear import Attribution
from evals.scoring.attributions import Counts, is_direct, pairs, with_cue

TEXT = 'Lee said "the lock will hold", she told us on the day. "The dam" and "the lock" hold.'
SAID = Attribution(((0, 3),), ((4, 8),), ((9, 29),))
TOLD = Attribution((), ((40, 44),), ((45, 55), (60, 70)))


def scores(gold: list[Attribution], ours: list[Attribution]) -> dict[str, float]:
    counts = Counts()
    counts.add(TEXT, gold, ours)
    return counts.scores()


def test_gold_against_itself_is_perfect() -> None:
    found = scores([SAID, TOLD], [TOLD, SAID])
    assert {name for name, value in found.items() if value != 1.0} <= {"attitude_content", "attitude_whole"}


def test_a_quotation_from_mark_to_mark_is_direct() -> None:
    assert is_direct(SAID, TEXT)
    assert not is_direct(Attribution(SAID.source, SAID.cue, ((10, 29),)), TEXT)


def test_speech_and_attitude_are_told_apart_by_their_cue() -> None:
    assert with_cue([SAID, TOLD], TEXT, speech=True) == [SAID]
    assert with_cue([SAID, TOLD], TEXT, speech=False) == [TOLD]


def test_a_longer_source_overlaps_but_is_not_exact() -> None:
    found = scores([SAID], [Attribution(((0, 4),), SAID.cue, SAID.content)])
    assert (found["source_exact"], found["source_overlap"], found["whole"]) == (0.0, 1.0, 1.0)


@pytest.mark.parametrize(("end", "paired"), [(19, True), (18, False), (29, True), (49, True), (50, False)])
def test_contents_pair_from_one_half_on(end: int, paired: bool) -> None:
    ours = Attribution(SAID.source, SAID.cue, ((9, end),))
    assert pairs([SAID], [ours]) == ([(0, 0)] if paired else [])


def test_a_pair_needs_its_source_to_be_whole() -> None:
    found = scores([SAID, TOLD], [Attribution((), SAID.cue, SAID.content), TOLD])
    assert found["content"] == 1.0
    assert found["whole"] == 0.5


def test_the_parts_of_a_content_count_as_one() -> None:
    found = scores([TOLD], [Attribution((), TOLD.cue, ((45, 55),))])
    assert (found["content_exact"], found["content_overlap"], found["content"]) == (0.0, 1.0, 1.0)


def test_one_long_content_cannot_pair_with_two() -> None:
    short, shorter = (Attribution((), ((40, 41),), ((a, b),)) for a, b in ((0, 10), (10, 16)))
    assert pairs([short, shorter], [Attribution((), ((40, 41),), ((0, 16),))]) == [(0, 0)]


def test_overlap_counts_each_side_on_its_own() -> None:
    halves = [Attribution((), ((0, 1),), ((9, 15),)), Attribution((), ((2, 3),), ((20, 29),))]
    found = scores([SAID], [*halves, TOLD])
    assert found["content_overlap"] == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
