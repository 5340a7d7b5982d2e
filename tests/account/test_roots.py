"""When two predicates are of one root."""

from __future__ import annotations

import pytest

from reportedly.account.events.roots import block_of, same_root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("explode", "explosion"),
        ("arrive", "arrival"),
        ("resign", "resignation"),
        ("collide", "collision"),
        ("shoot", "shooting"),
        ("kill", "killing"),
        ("elect", "election"),
        ("take over", "takes over"),
        ("die", "die"),
    ],
)
def test_a_verb_and_its_noun_are_of_one_root(one: str, other: str) -> None:
    assert same_root(one, other)
    assert same_root(other, one)
    assert block_of(one) == block_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("host", "hostage"),
        ("arrest", "arrive"),
        ("take over", "take off"),
        ("die", "dine"),
        ("sink", "sin"),
        ("part", "partner"),
    ],
)
def test_words_that_only_begin_alike_are_not(one: str, other: str) -> None:
    assert not same_root(one, other)


@pytest.mark.parametrize("predicate", ["", " ", "é"])
def test_any_predicate_has_a_block(predicate: str) -> None:
    assert block_of(predicate) == block_of(predicate)
