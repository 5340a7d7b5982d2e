"""Quickened records are the dataclasses that they were."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import dataclass, field

import pytest

from reportedly.records import quicken, replace


@quicken
@dataclass(frozen=True, slots=True, order=True)
class Boat:
    """A record with all that one may have."""

    name: str
    length: float = 8.0
    crew: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it is longer than most."""
        return self.length > 20


def test_a_record_is_made_as_before() -> None:
    assert Boat("Anna") == Boat(name="Anna", length=8.0, crew=())
    assert repr(Boat("Anna", crew=("Odeh",))) == "Boat(name='Anna', length=8.0, crew=('Odeh',))"
    assert hash(Boat("Anna", 9)) == hash(Boat("Anna", 9))
    assert Boat("Anna") < Boat("Berta")
    assert Boat("Anna", 30).is_long
    assert list(inspect.signature(Boat).parameters) == ["name", "length", "crew"]


@pytest.mark.parametrize("arguments", [(), ("Anna", 8.0, (), "more")])
def test_too_few_and_too_many_fields_are_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Boat(*arguments)  # type: ignore[arg-type]


def test_a_record_stays_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Boat("Anna").name = "Berta"  # type: ignore[misc]


def test_a_record_is_copied_and_sent() -> None:
    boat = Boat("Anna", 30, ("Odeh",))
    assert copy.copy(boat) == pickle.loads(pickle.dumps(boat)) == boat


def test_a_record_is_replaced() -> None:
    boat = Boat("Anna", 30)
    assert replace(boat, length=0.0) == Boat("Anna", 0.0) == dataclasses.replace(boat, length=0.0)
    assert boat == Boat("Anna", 30)
    with pytest.raises(TypeError):
        replace(boat, colour="red")


def test_a_plain_dataclass_is_replaced_too() -> None:
    @dataclass(frozen=True)
    class Plain:
        name: str

    assert replace(Plain("Anna"), name="Berta") == Plain("Berta")


def test_a_class_that_does_more_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Full:
        names: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="leave it as it is"):
        quicken(Full)
