"""The coreference scorer on cases with known values."""

from __future__ import annotations

from itertools import permutations

import pytest
from evals.scoring.chains import Coreference, best_matching
from hypothesis import given, settings
from hypothesis import strategies as st


def scored(gold: list[str], ours: list[str]) -> Coreference:
    found = Coreference()
    found.add(gold, ours)
    return found


def test_the_worked_example_of_the_reference_scorer() -> None:
    """Pradhan et al. (2014), section 4: the response splits one chain, joins two and adds two mentions."""
    found = scored(["abc", "defg"], ["ab", "cd", "fghi"])
    assert found.muc.recall.recall == pytest.approx(2 / 5)
    assert found.muc.precision.precision == pytest.approx(2 / 5)
    assert found.b_cubed.recall.recall == pytest.approx(35 / 12 / 7)
    assert found.b_cubed.precision.precision == pytest.approx(4 / 8)
    assert found.ceaf.recall.recall == pytest.approx(1.3 / 2)
    assert found.ceaf.precision.precision == pytest.approx(1.3 / 3)
    assert found.conll == pytest.approx((0.4 + 0.4545 + 0.52) / 3, abs=2e-3)


def test_gold_against_itself_is_perfect() -> None:
    assert scored(["abc", "de", "f"], ["ed", "f", "bca"]).conll == pytest.approx(1.0)


def test_nothing_in_common_is_zero() -> None:
    assert scored(["ab"], ["cd"]).conll == 0.0
    assert scored(["ab"], []).conll == 0.0
    assert scored([], []).conll == 0.0


def test_one_chain_of_everything_keeps_all_links_but_little_else() -> None:
    found = scored(["ab", "cd"], ["abcd"])
    assert found.muc.recall.recall == 1.0
    assert found.muc.precision.precision == pytest.approx(2 / 3)
    assert found.b_cubed.precision.precision == pytest.approx(0.5)
    assert found.ceaf.f1 == pytest.approx(2 * (2 / 3) / 3)


def test_documents_add_up() -> None:
    found = Coreference()
    found.add(["ab"], ["ab"])
    found.add(["cd"], [])
    assert found.muc.recall.recall == 0.5
    assert found.muc.precision.precision == 1.0


@settings(max_examples=80, deadline=None)
@given(st.lists(st.dictionaries(st.integers(0, 4), st.integers(1, 9).map(float), max_size=5), max_size=4))
def test_the_matching_is_the_best(rows: list[dict[int, float]]) -> None:
    choices = permutations([0, 1, 2, 3, 4, *(["none"] * len(rows))], len(rows))
    best = max(
        sum(row.get(column, 0.0) for row, column in zip(rows, choice, strict=True))  # type: ignore[call-overload]
        for choice in set(choices)
    )
    assert best_matching(rows) == pytest.approx(best)
