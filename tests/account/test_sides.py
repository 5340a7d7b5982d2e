"""Who acts for a state: by the words for its forces and its government."""

from __future__ import annotations

import pytest

from reportedly.account.sides import state_words


@pytest.mark.parametrize(
    ("description", "country", "body"),
    [
        ("Norwegian army", "NO", "army"),
        ("South Korean forces", "KR", "forces"),
        ("U.S. troops", "US", "troops"),
        ("the government of Chile".removeprefix("the "), None, None),
        ("government troops", None, "troops"),
        ("pro-government forces", None, "forces"),
        ("regime soldiers", None, "soldiers"),
        ("military and allied militias", None, "military"),
        ("hundreds of Chilean soldiers", "CL", "soldiers"),
        ("Chilean security forces", "CL", "forces"),
        ("Chilean police", "CL", "police"),
    ],
)
def test_words_for_a_states_own_bodies(description: str, country: str | None, body: str | None) -> None:
    found = state_words(description)
    assert (found.country, found.body) == (country, body) if found else body is None


@pytest.mark.parametrize(
    "description",
    ["troops", "rebel forces", "Free Chilean Army", "police", "Tarsa police", "Chilean Democratic Forces", "Chile", ""],
)
def test_words_that_may_be_anybodys(description: str) -> None:
    assert state_words(description) is None
