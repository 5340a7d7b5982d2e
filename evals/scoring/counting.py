"""Precision, recall and F1 from counts, and correlation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """How many were right, how many were ours, how many were gold."""

    right: float = 0.0
    ours: float = 0.0
    gold: float = 0.0

    def add(self, right: float, ours: float, gold: float) -> None:
        """Count more."""
        self.right, self.ours, self.gold = self.right + right, self.ours + ours, self.gold + gold

    @property
    def precision(self) -> float:
        """Right among ours; 0 where there is none."""
        return self.right / self.ours if self.ours else 0.0

    @property
    def recall(self) -> float:
        """Right among gold; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.ours + self.gold) if self.ours + self.gold else 0.0


def pearson(left: Sequence[float], right: Sequence[float]) -> float:
    """Pearson's r of two equally long series; 0 where one of them does not vary.

    Raises:
        ValueError: the series differ in length.
    """
    pairs = list(zip(left, right, strict=True))
    if not pairs:
        return 0.0
    mean_left, mean_right = math.fsum(left) / len(pairs), math.fsum(right) / len(pairs)
    shared = math.fsum((a - mean_left) * (b - mean_right) for a, b in pairs)
    spread = math.fsum((a - mean_left) ** 2 for a in left) * math.fsum((b - mean_right) ** 2 for b in right)
    return shared / math.sqrt(spread) if spread > 0 else 0.0
