"""Long lists go to the browser a page at a time: no answer is larger than a megabyte, however much a story holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Window:
    """Which items of a list are wanted: ``most`` of them behind the first ``skip``."""

    skip: int = 0
    most: int = 50

    def of(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Those items."""
        return tuple(items[self.skip : self.skip + self.most])


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that items can be chosen by, and how many have it."""

    name: str
    count: int


def bounded(items: Sequence[Item], weight: Callable[[Item], int], most: int) -> tuple[Item, ...]:
    """The first items that weigh no more than ``most`` together, but one at least."""
    total, kept = 0, 0
    for item in items:
        total += weight(item)
        if kept and total > most:
            break
        kept += 1
    return tuple(items[:kept])


def counted(names: Iterable[str], most: int = 200) -> tuple[Counted, ...]:
    """The names by how often they stand there, then by the alphabet; of very many the commonest."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return tuple(Counted(name, counts[name]) for name in sorted(counts, key=lambda name: (-counts[name], name))[:most])


def holds(words: str) -> Callable[[Iterable[str | None]], bool]:
    """Whether some texts hold every one of the words between them, in upper or lower case."""
    wanted = words.casefold().split()

    def fits(texts: Iterable[str | None]) -> bool:
        whole = "\n".join(text for text in texts if text).casefold() if wanted else ""
        return all(word in whole for word in wanted)

    return fits
