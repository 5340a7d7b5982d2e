"""What people decided to be one thing or two, as the rooms that merge obey it.

A bond names words of reports on its two sides. While a room merges by itself, what a bond parts does not come together
(``sides_of``, ``are_parted``); afterwards the bonds are obeyed one after the other, so that the last one has its way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.account.account import Citation

Member = TypeVar("Member")
Sides = frozenset[tuple[int, bool]]
"""On which side of which parting bonds something stands: the number of the bond, and whether it is its first side."""
NEITHER: Sides = frozenset()


@dataclass(frozen=True, slots=True)
class Bond:
    """Two things that are one (``together``) or two, each by words that tell of it."""

    together: bool
    here: frozenset[Citation]
    there: frozenset[Citation]


def sides_of(spans: Collection[Citation], bonds: Sequence[Bond]) -> Sides:
    """The sides that something stands on by its words."""
    return frozenset(
        (number, first)
        for number, bond in enumerate(bonds)
        for first, side in ((True, bond.here), (False, bond.there))
        if not bond.together and not side.isdisjoint(spans)
    )


def are_parted(first: Sides, second: Sides) -> bool:
    """Whether the two stand on different sides of a bond."""
    return any((number, not side) in second for number, side in first)


def bind(
    groups: Iterable[Sequence[Member]], bonds: Sequence[Bond], spans_of: Callable[[Member], Collection[Citation]]
) -> list[list[Member]]:
    """The groups with every bond obeyed; a group whose members all left is gone, one that was parted off comes last."""
    bound = [list(group) for group in groups]
    for bond in bonds:
        home = _home(bound, bond.here, spans_of)
        if home is None:
            continue
        if bond.together:
            other = _home(bound, bond.there, spans_of)
            if other is not None and other is not home:
                home += other
                bound = [group for group in bound if group is not other]
        else:
            bound += _parted_off(home, bond, spans_of)
    return bound


def _home(
    groups: Sequence[list[Member]], words: frozenset[Citation], spans_of: Callable[[Member], Collection[Citation]]
) -> list[Member] | None:
    """The group that holds most of the words, the first among equals; None where none holds any."""
    held = [sum(not words.isdisjoint(spans_of(member)) for member in group) for group in groups]
    most = max(held, default=0)
    return groups[held.index(most)] if most else None


def _parted_off(
    home: list[Member], bond: Bond, spans_of: Callable[[Member], Collection[Citation]]
) -> list[list[Member]]:
    """The members on the other side, taken out of their group; nothing where none would stay."""
    off = [member for member in home if not bond.there.isdisjoint(spans_of(member))]
    if not off or len(off) == len(home):
        return []
    home[:] = [member for member in home if all(member is not each for each in off)]
    return [off]
