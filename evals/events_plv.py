"""How well PLOVER roots and directions are told on PLV; ``evals.events`` runs it.

The classifier of kinds is trained on PLV, so its scores are cross-validated: the rows whose index leaves 0, 1, 2 when
divided by 3 are three folds, and each is answered by weights fitted on the two others. Rules were developed on the
first two folds; the third ("held") was never looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from training.events.plv import Row, examples_of
from training.events.regression import Settings, fit

from evals.events_wikievents import Tally
from reportedly.reading.events.kinds import Kinds, is_open, settle_type
from reportedly.reading.events.ontology import ontology

FOLDS, HELD = 3, 2
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "INVESTIGATE": "ACCUSE", "CRIME": "ASSAULT"}
"""PLV keeps the older roots: it joins CONCEDE and RETREAT, and counts investigating as accusing."""


def answer(row: Row, known: Kinds | None) -> tuple[str | None, int | None]:
    """The root of the event that joins source and target best, and its rank; None where no event has a root."""
    best: tuple[int, int] | None = None
    said: str | None = None
    for order, told in enumerate(row.events):
        event = told.event
        heard = is_open(event.type, event.actors)
        settled = settle_type(event.type, event.mode, told.traits, known) if known and heard else event.type
        root = ontology().plover_root(settled, event.mode)
        if root is not None and (best is None or (told.rank, order) < best):
            best, said = (told.rank, order), YIELD.get(root, root)
    return said, best[0] if best else None


def macro_f1(gold: list[str], said: list[str | None]) -> float:
    """The mean of the F1 of each gold class."""
    scores = []
    for label in sorted(set(gold)):
        hit = sum(g == s == label for g, s in zip(gold, said, strict=True))
        total = gold.count(label) + said.count(label)
        scores.append(2 * hit / total)
    return sum(scores) / len(scores) if scores else 0.0


def cross_validated(rows: Sequence[Row]) -> list[tuple[str | None, int | None]]:
    """The answer to each row, by weights fitted on the folds that it does not belong to."""
    answers: list[tuple[str | None, int | None]] = [(None, None)] * len(rows)
    for fold in range(FOLDS):
        known = fit(examples_of([row for at, row in enumerate(rows) if at % FOLDS != fold]), Settings())
        for at in range(fold, len(rows), FOLDS):
            answers[at] = answer(rows[at], known)
    return answers


def measure_plv(rows: Sequence[Row], tally: Tally) -> dict[str, float]:
    """Macro-F1, coverage and direction over all rows, and macro-F1 on the third that rules were not developed on."""
    said = cross_validated(rows)
    gold = [row.root for row in rows]
    held = range(HELD, len(rows), FOLDS)
    joined = [rank for _, rank in said if rank in {0, 1}]
    for row, (root, _) in zip(rows, said, strict=True):
        if root != row.root:
            told = [f"{each.event.predicate}={each.event.type}/{each.event.mode}" for each in row.events]
            tally.errors.append(f"plv {row.root} / {root}: {row.text}  {told}")
    return {
        "macro_f1": macro_f1(gold, [root for root, _ in said]),
        "macro_f1_held": macro_f1([gold[at] for at in held], [said[at][0] for at in held]),
        "macro_f1_lexicon": macro_f1(gold, [answer(row, None)[0] for row in rows]),
        "accuracy": sum(root == row.root for row, (root, _) in zip(rows, said, strict=True)) / max(1, len(rows)),
        "coverage": sum(root is not None for root, _ in said) / max(1, len(said)),
        "direction": joined.count(0) / max(1, len(joined)),
        "both_found": len(joined) / max(1, len(rows)),
    }
