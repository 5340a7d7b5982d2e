"""Coreference: MUC, B³, entity CEAF and their mean, the CoNLL score.

Chains are collections of hashable mentions; a mention stands in at most one chain of a side. Sources of the measures:
Vilain et al. (1995) for MUC; Bagga and Baldwin (1998) for B³; Luo (2005) for CEAF with the similarity φ4; Pradhan et
al. (2014) for mentions that only one side has. The counts can be added up over documents.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field

from evals.scoring.counting import Tally

Chain = Collection[Hashable]


@dataclass(slots=True)
class Halves:
    """Sums of precision and of recall with their own right counts, since these differ in MUC, B³ and CEAF."""

    precision: Tally = field(default_factory=Tally)
    recall: Tally = field(default_factory=Tally)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        exact, found = self.precision.precision, self.recall.recall
        return 2 * exact * found / (exact + found) if exact + found else 0.0


@dataclass(slots=True)
class Coreference:
    """The three measures, added up over documents."""

    muc: Halves = field(default_factory=Halves)
    b_cubed: Halves = field(default_factory=Halves)
    ceaf: Halves = field(default_factory=Halves)

    def add(self, gold: Sequence[Chain], ours: Sequence[Chain]) -> None:
        """Count one document."""
        for halves, measure in ((self.muc, links), (self.b_cubed, memberships)):
            halves.recall.add(*_tuple(measure(gold, ours), recall=True))
            halves.precision.add(*_tuple(measure(ours, gold), recall=False))
        common = aligned_similarity(gold, ours)
        self.ceaf.recall.add(common, 0, len(gold))
        self.ceaf.precision.add(common, len(ours), 0)

    @property
    def conll(self) -> float:
        """The mean of the three F1 scores."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def _tuple(counted: tuple[float, float], *, recall: bool) -> tuple[float, float, float]:
    right, total = counted
    return (right, 0.0, total) if recall else (right, total, 0.0)


def links(keys: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """MUC: of the links that hold each key chain together, those that the other side keeps; (kept, all)."""
    place = _places(others)
    kept = total = 0
    for chain in keys:
        parts = {place.get(mention, ("alone", mention)) for mention in chain}
        kept += len(set(chain)) - len(parts)
        total += len(set(chain)) - 1
    return kept, total


def memberships(keys: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """B³: for each key mention the share of its chain that the other side has beside it; (sum, mentions)."""
    place = _places(others)
    right, total = 0.0, 0
    for chain in keys:
        mentions = set(chain)
        total += len(mentions)
        counts: dict[Hashable, int] = {}
        for mention in mentions:
            if mention in place:
                counts[place[mention]] = counts.get(place[mention], 0) + 1
        right += sum(count * count for count in counts.values()) / max(1, len(mentions))
    return right, total


def aligned_similarity(gold: Sequence[Chain], ours: Sequence[Chain]) -> float:
    """CEAF: the greatest sum of φ4 (Dice) over one-to-one pairs of chains."""
    place = _places(ours)
    mine = [set(chain) for chain in ours]
    rows: list[dict[int, float]] = []
    for chain in gold:
        mentions = set(chain)
        touched = {place[mention] for mention in mentions if mention in place}
        rows.append({at: 2 * len(mentions & mine[at]) / (len(mentions) + len(mine[at])) for at in sorted(touched)})
    return best_matching(rows)


def _places(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {mention: at for at, chain in enumerate(chains) for mention in chain}


def best_matching(rows: Sequence[dict[int, float]]) -> float:
    """The greatest total weight of a one-to-one matching; ``rows`` maps columns to positive weights.

    Parts of the graph that do not touch are solved apart, each by the Hungarian method.
    """
    return sum(_hungarian([rows[at] for at in part]) for part in _components(rows))


def _components(rows: Sequence[dict[int, float]]) -> list[list[int]]:
    by_column: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        for column in row:
            by_column.setdefault(column, []).append(at)
    seen: set[int] = set()
    parts: list[list[int]] = []
    for start, row in enumerate(rows):
        if start in seen or not row:
            continue
        part, waiting = [], [start]
        seen.add(start)
        while waiting:
            at = waiting.pop()
            part.append(at)
            fresh = {other for column in rows[at] for other in by_column[column]} - seen
            seen |= fresh
            waiting += sorted(fresh)
        parts.append(sorted(part))
    return parts


def _hungarian(rows: Sequence[dict[int, float]]) -> float:
    """Kuhn's and Munkres' method with potentials (as by Jonker and Volgenant), O(rows² · columns)."""
    columns = sorted({column for row in rows for column in row})
    width = max(len(columns), len(rows))
    cost = [[-row.get(column, 0.0) for column in columns] + [0.0] * (width - len(columns)) for row in rows]
    row_potential, column_potential = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for number in range(1, len(rows) + 1):
        _augment(cost, number, owner, row_potential, column_potential)
    return -sum(cost[owner[column] - 1][column - 1] for column in range(1, width + 1) if owner[column])


def _augment(
    cost: list[list[float]], number: int, owner: list[int], row_potential: list[float], column_potential: list[float]
) -> None:
    """Give row ``number`` (from 1) a column along the cheapest alternating path."""
    width = len(owner) - 1
    owner[0] = number
    least, before, used = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    column = 0
    while owner[column]:
        used[column] = True
        row, delta, following = owner[column], float("inf"), 0
        for other in range(1, width + 1):
            if used[other]:
                continue
            slack = cost[row - 1][other - 1] - row_potential[row] - column_potential[other]
            if slack < least[other]:
                least[other], before[other] = slack, column
            if least[other] < delta:
                delta, following = least[other], other
        for other in range(width + 1):
            if used[other]:
                row_potential[owner[other]] += delta
                column_potential[other] -= delta
            else:
                least[other] -= delta
        column = following
    while column:
        owner[column] = owner[before[column]]
        column = before[column]
