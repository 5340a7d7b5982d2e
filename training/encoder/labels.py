"""The label lists of a model, made once from the training documents and shipped in its manifest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from training.encoder.attribution import ROLES
from training.encoder.documents import Document

ATTRIBUTION = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))


@dataclass(slots=True)
class Labels:
    """Label strings in the order of their numbers, for each task and each head of names."""

    tasks: dict[str, list[str]]
    names: list[str]
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)

    def of(self, task: str) -> dict[str, int]:
        """Label -> number."""
        if task not in self._numbers:
            self._numbers[task] = {label: number for number, label in enumerate(self.tasks[task])}
        return self._numbers[task]


def labels_of(documents: Sequence[Document], names: Sequence[str]) -> Labels:
    """All labels that occur (morphology: at least five times), the commonest first; "O" and "_" always lead."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    tasks = {
        "upos": _ranked((x for s in sentences for x in s.upos or ()), ()),
        "morph": _ranked((x for s in sentences for x in s.morph or ()), ("_",), least=5),
        "deprels": _ranked((x for s in sentences for x in s.deprels or ()), ("root",), least=2),
        "mentions": _ranked((x for s in sentences for x in s.mentions or ()), ("O",)),
        "attribution": list(ATTRIBUTION),
    }
    for name in names:
        kinds = _ranked((x[2:] for s in sentences for x in s.names.get(name, ()) if x != "O"), ())
        tasks["names." + name] = ["O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")]
    return Labels(tasks, list(names))


def _ranked(values: Iterable[str], first: Sequence[str], least: int = 1) -> list[str]:
    counts = Counter(values)
    rest = sorted((v for v, n in counts.items() if n >= least and v not in first), key=lambda v: (-counts[v], v))
    return [*first, *rest]
