"""Multinomial logistic regression with a ridge, fitted by full-batch Adam in numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoded import Floats
from reportedly.reading.events.kinds import Kinds
from reportedly.reading.events.traits import strength

STEPS, RATE = 250, 0.1


@dataclass(frozen=True, slots=True)
class Example:
    """An event with its traits, the vector of its sentence, and its label."""

    traits: tuple[str, ...]
    vector: Floats
    label: str


@dataclass(frozen=True, slots=True)
class Settings:
    """``ridge`` is the weight of the squared weights, ``scale`` that of the vector beside the traits; a trait is
    known from ``often`` examples on.
    """

    ridge: float = 2e-4
    scale: float = 0.5
    often: int = 2
    largest: int = 20_000


def fit(examples: Sequence[Example], settings: Settings) -> Kinds:
    """The weights that fit examples best; the same examples always give the same weights."""
    labels = tuple(sorted({example.label for example in examples}))
    rows = _rows(examples, settings)
    inputs = _inputs(examples, rows, settings.scale)
    targets = np.zeros((len(examples), len(labels)), dtype=np.float32)
    for at, example in enumerate(examples):
        targets[at, labels.index(example.label)] = 1.0
    weights, bias = _descend(inputs, targets, settings.ridge)
    return Kinds(labels, rows, weights, bias, settings.scale)


def _rows(examples: Sequence[Example], settings: Settings) -> dict[str, int]:
    counts = Counter(trait for example in examples for trait in example.traits)
    often = sorted((-count, trait) for trait, count in counts.items() if count >= settings.often)
    return {trait: row for row, (_, trait) in enumerate(often[: settings.largest])}


def _inputs(examples: Sequence[Example], rows: dict[str, int], scale: float) -> Floats:
    inputs = np.zeros((len(examples), len(rows) + len(examples[0].vector)), dtype=np.float32)
    for at, example in enumerate(examples):
        known = [trait for trait in example.traits if trait in rows]
        strengths = np.array([strength(trait) for trait in known], dtype=np.float32)
        inputs[at, [rows[trait] for trait in known]] = strengths / max(1e-6, float(np.linalg.norm(strengths)))
        inputs[at, len(rows) :] = scale * example.vector
    return inputs


def _descend(inputs: Floats, targets: Floats, ridge: float) -> tuple[Floats, Floats]:
    weights = np.zeros((inputs.shape[1], targets.shape[1]), dtype=np.float32)
    bias = np.zeros(targets.shape[1], dtype=np.float32)
    moments: list[npt.NDArray[np.float32]] = [np.zeros_like(x) for x in (weights, weights, bias, bias)]
    for step in range(1, STEPS + 1):
        scores = inputs @ weights + bias
        exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
        errors = (exponents / exponents.sum(axis=1, keepdims=True) - targets) / len(inputs)
        slopes = (inputs.T @ errors + ridge * weights, errors.sum(axis=0))
        for place, (value, slope) in enumerate(zip((weights, bias), slopes, strict=True)):
            first, second = moments[2 * place], moments[2 * place + 1]
            first += 0.1 * (slope - first)
            second += 0.001 * (slope * slope - second)
            value -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights, bias
