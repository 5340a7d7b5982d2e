"""Where a place stands that no gazetteer knows: at the town that it is named after."""

from __future__ import annotations

import pytest

from reportedly.account.account import Entity, EntityPlace
from reportedly.server.pages.map import _near


def entity(name: str, precision: int | None = None) -> Entity:
    where = None if precision is None else EntityPlace(None, 1.0, 2.0, "Peru", None, precision)
    return Entity(f"e:{name}", "place", name, (), (), where, ())


TOWNS = [entity("Lota", 1), entity("San Lota", 1), entity("Ota", 1)]


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("the railway station of Lota", "Lota"),
        ("Lota airport", "Lota"),
        ("San Lota stadium", "San Lota"),
        ("the Lotan embassy", None),
        ("the harbour", None),
    ],
)
def test_a_place_named_after_a_town(name: str, town: str | None) -> None:
    near = _near(entity(name), TOWNS)
    assert (near.name if near else None) == town


def test_a_place_that_the_gazetteer_knows_stands_where_it_is() -> None:
    assert _near(entity("Port of Lota", 1), TOWNS) is None
