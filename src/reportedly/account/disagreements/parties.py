"""Two counts of one party, told in different words: "three SEAL divers" and "four SEAL personnel" came out last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.account.account import Disagreement, FigureEntry
from reportedly.account.disagreements.likeness import root_of
from reportedly.account.voices import Voices
from reportedly.data import word_set

TABLE = "account/measures.toml"
HALF = 0.5
MANY = 100
"""From this many on, two counts of one day are told with a wider range, in one series."""


def find_parties(figures: Sequence[FigureEntry], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each thing that two reports say of one party on one day, with two numbers."""
    days: defaultdict[tuple[object, str | None, str], list[FigureEntry]] = defaultdict(list)
    for figure in figures:
        if figure.relation and figure.low == figure.high is not None and not figure.approximate and figure.as_of_latest:
            days[figure.as_of_latest, figure.relation, figure.unit].append(figure)
    for same in days.values():
        pairs = [pair for pair in combinations(same, 2) if _differ(*pair, voices)]
        if pairs:
            first, second = pairs[0]
            told = [
                figure
                for figure in same
                if figure.best in {first.best, second.best} and (_is_one(figure, first) or _is_one(figure, second))
            ]
            yield _disagreement(told, voices, story)


def _differ(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether two reports count one party, with two numbers near each other, and not in one series."""
    near = min(first.best, second.best) > HALF * max(first.best, second.best)
    if first.series == second.series or first.report == second.report or first.best == second.best or not near:
        return False
    speakers = {voices.speaker(figure.source_claim, figure.report) for figure in (first, second)}
    return len(speakers) == 2 and max(first.best, second.best) < MANY and _is_one(first, second)


def _is_one(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether the words narrow both counts to one party, and two nouns can mean the same.

    Counts of one noun in two series were told apart there.
    """
    words, others = first.counted.lower().split(), second.counted.lower().split()
    if not words or not others:
        return False
    roots, other_roots = ({root_of(word) for word in each} - {""} for each in (words, others))
    shared = (roots & other_roots) - {root_of(word) for word in word_set(TABLE, "anybody")}
    heads = (root_of(words[-1]), root_of(others[-1]))
    anybody = {root_of(word) for word in word_set(TABLE, "anybody")}
    return (
        bool(shared - {heads[0]} - {heads[1]})
        and heads[0] != heads[1]
        and max(len(words), len(others)) > 1
        and (heads[0] in other_roots or heads[1] in roots or bool(anybody & set(heads)))
    )


def _disagreement(told: Sequence[FigureEntry], voices: Voices, story: str) -> Disagreement:
    values: dict[float, FigureEntry] = {}
    for figure in told:
        values.setdefault(figure.best, figure)
    said = "; ".join(voices.counted(figure, begins=False) for figure in values.values())
    return Disagreement(
        id=f"d:party-{told[0].id}",
        kind="figure",
        claims=tuple(dict.fromkeys(figure.source_claim for figure in told if figure.source_claim)),
        figures=tuple(figure.id for figure in told),
        reason=f"{said[:1].upper()}{said[1:]}.",
        status="open",
        story=story,
    )
