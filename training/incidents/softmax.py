"""Choosing one of several candidates by a weighted sum of their signs: weights fitted by Newton's method in numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

STEPS, ENOUGH, SHORTEST = 25, 1e-4, 1e-4
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """Candidates, each with its signs, and the index of the right one."""

    candidates: tuple[Mapping[str, float], ...]
    right: int


def fit(examples: Sequence[Example], names: Sequence[str], ridge: float) -> dict[str, float]:
    """The weights under which the right candidates are likeliest, less ``ridge`` times half their squares."""
    task = _Task(examples, names, ridge)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        loss, slope, bend = task.around(weights)
        step = np.linalg.solve(bend, slope)
        length = 1.0
        while length > SHORTEST and task.loss(weights - length * step) >= loss:
            length /= 2
        if length <= SHORTEST:
            break
        weights = weights - length * step
        if loss - task.loss(weights) < ENOUGH:
            break
    return dict(zip(names, weights.tolist(), strict=True))


class _Task:
    """All candidates in one matrix of signs, one row each; ``starts`` are the first rows of the examples."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str], ridge: float) -> None:
        at = {name: column for column, name in enumerate(names)}
        rows = [signs for example in examples for signs in example.candidates]
        self.ridge = ridge
        self.signs: Floats = np.zeros((len(rows), len(names)))
        for number, signs in enumerate(rows):
            for name, value in signs.items():
                self.signs[number, at[name]] = value
        sizes = np.array([len(example.candidates) for example in examples], dtype=np.int64)
        self.starts: Ints = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)[:-1]])
        self.example: Ints = np.repeat(np.arange(len(examples)), sizes)
        self.right: Ints = self.starts + np.array([example.right for example in examples], dtype=np.int64)

    def loss(self, weights: Floats) -> float:
        """How unlikely the right candidates are."""
        return self._weighed(weights)[0]

    def around(self, weights: Floats) -> tuple[float, Floats, Floats]:
        """The loss, its gradient and its Hessian."""
        loss, likely = self._weighed(weights)
        slope = self.signs.T @ likely - self.signs[self.right].sum(axis=0) + self.ridge * weights
        means = np.add.reduceat(self.signs * likely[:, None], self.starts, axis=0)
        bend = self.signs.T @ (self.signs * likely[:, None]) - means.T @ means
        return loss, slope, bend + self.ridge * np.eye(len(weights))

    def _weighed(self, weights: Floats) -> tuple[float, Floats]:
        scores = self.signs @ weights
        highest = np.maximum.reduceat(scores, self.starts)
        raised = np.exp(scores - highest[self.example])
        sums = np.add.reduceat(raised, self.starts)
        loss = float((highest + np.log(sums) - scores[self.right]).sum()) + self.ridge * float(weights @ weights) / 2
        return loss, raised / sums[self.example]
