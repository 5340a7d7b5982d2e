"""The scorer of attributions on cases counted by hand."""

from __future__ import annotations

import pytest
from evals.gold.polnear import Attribution
from evals.scoring.attributions import Counts, pairs

SAID = Attribution(((0, 3),), ((4, 8),), ((9, 29),))
TOLD = Attribution((), ((40, 44),), ((45, 55), (60, 70)))


def scores(gold: list[Attribution], ours: list[Attribution]) -> dict[str, float]:
    counts = Counts()
    counts.add(gold, ours)
    return counts.scores()


def test_gold_against_itself_is_perfect() -> None:
    assert set(scores([SAID, TOLD], [TOLD, SAID]).values()) == {1.0}


def test_a_longer_source_overlaps_but_is_not_exact() -> None:
    found = scores([SAID], [Attribution(((0, 4),), SAID.cue, SAID.content)])
    assert (found["source.exact"], found["source.overlap"], found["whole"]) == (0.0, 1.0, 1.0)


@pytest.mark.parametrize(("end", "paired"), [(19, True), (18, False), (29, True), (49, True), (50, False)])
def test_contents_pair_from_one_half_on(end: int, paired: bool) -> None:
    ours = Attribution(SAID.source, SAID.cue, ((9, end),))
    assert pairs([SAID], [ours]) == ([(0, 0)] if paired else [])


def test_a_pair_needs_its_source_to_be_whole() -> None:
    found = scores([SAID, TOLD], [Attribution((), SAID.cue, SAID.content), TOLD])
    assert found["content.half"] == 1.0
    assert found["whole"] == 0.5


def test_the_parts_of_a_content_count_as_one() -> None:
    found = scores([TOLD], [Attribution((), TOLD.cue, ((45, 55),))])
    assert (found["content.exact"], found["content.overlap"], found["content.half"]) == (0.0, 1.0, 1.0)


def test_one_long_content_cannot_pair_with_two() -> None:
    short, shorter = (Attribution((), ((40, 41),), ((a, b),)) for a, b in ((0, 10), (10, 16)))
    assert pairs([short, shorter], [Attribution((), ((40, 41),), ((0, 16),))]) == [(0, 0)]


def test_overlap_counts_each_side_on_its_own() -> None:
    halves = [Attribution((), ((0, 1),), ((9, 15),)), Attribution((), ((2, 3),), ((20, 29),))]
    found = scores([SAID], [*halves, TOLD])
    assert found["content.overlap"] == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
