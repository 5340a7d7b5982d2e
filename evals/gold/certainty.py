"""How certain events are: sentences of words with predicates rated from -3 (did not happen) to 3 (happened)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rated:
    """A sentence and its rated predicates as (word, rating)."""

    words: tuple[str, ...]
    ratings: tuple[tuple[int, float], ...]


def read_rated(path: Path) -> Iterator[Rated]:
    """The sentences of a JSON lines file of UW or UDS-IH2."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            targets = tuple((int(target["span1"][0]), float(target["label"])) for target in row["targets"])
            yield Rated(tuple(row["text"].split()), targets)
