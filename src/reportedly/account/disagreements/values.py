"""Figures of one series that exclude one another, and tolls that were lowered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.account.account import Disagreement, DisagreementKind, FigureEntry, Series, Status
from reportedly.account.voices import Voices
from reportedly.data import load_table

TABLE = "account/measures.toml"
OLDER = 6
"""Years by which reports may differ over one person's age; a larger difference is another person's age."""
HALF = 0.5
"""A count that falls below this part of the earlier one counts something else."""
PARTITIVE = re.compile(r"\bof (?:the|those|these|them|their|its)\b")
ROUND = 0.1
"""Relative difference that "about" forgives."""


def find_values(
    series: Sequence[Series], figures: Sequence[FigureEntry], voices: Voices, story: str
) -> Iterator[Disagreement]:
    """At most one disagreement of each kind per series: the figures that clash, or those that a lower one replaced."""
    by_id = {figure.id: figure for figure in figures}
    for line in series:
        members = [by_id[point.figure] for point in line.points]
        clash = _clashing(members, voices)
        if clash:
            yield _disagreement(line, clash, _status(clash), voices, story)
        lowered = [] if clash else _lowered(line, members)
        if lowered:
            yield _disagreement(line, lowered, "superseded", voices, story)


def _clashing(members: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """The figures, each value once, that hold for one day and exclude one another."""
    clash: dict[str, FigureEntry] = {}
    for one, other in combinations(members, 2):
        if _same_day(one, other) and _exclude(one, other) and _comparable(one, other, voices):
            clash |= {one.id: one, other.id: other}
    return [figure for figure in members if figure.id in clash]


def _comparable(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether two speakers claim to give the same count: no part against the whole, no other person's age, no bare
    sums.
    """
    if bool(PARTITIVE.search(first.text)) != bool(PARTITIVE.search(second.text)) or first.relation is None:
        return False
    if first.relation == second.relation == "age" and abs(first.best - second.best) > OLDER:
        return False
    return voices.speaker(first.source_claim, first.report) != voices.speaker(second.source_claim, second.report)


def _same_day(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether both hold at the end of one day; what has no day (a length, an age) holds always."""
    if first.as_of_earliest is None or second.as_of_earliest is None:
        return first.as_of_earliest is None and second.as_of_earliest is None
    return first.as_of_latest == second.as_of_latest


def _exclude(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether no number lies in both ranges, allowing for "about" and for rounding."""
    if first.unit != second.unit:
        return False
    (low, high), (other_low, other_high) = _range(first), _range(second)
    return high < other_low or other_high < low


def _range(figure: FigureEntry) -> tuple[float, float]:
    slack = ROUND if figure.approximate else 0.0
    low = float("-inf") if figure.low is None else figure.low * (1 - slack)
    high = float("inf") if figure.high is None else figure.high * (1 + slack)
    return low, high


def _lowered(line: Series, members: Sequence[FigureEntry]) -> list[FigureEntry]:
    """The highest earlier figure and the lower one that replaced it, of a count that can only grow."""
    if line.measure not in load_table(TABLE)["growing"]["measures"]:
        return []
    last = members[-1]
    higher = [
        figure for figure in members[:-1] if _exclude(figure, last) and last.best < figure.best <= last.best / HALF
    ]
    higher = [figure for figure in higher if figure.report != last.report and not _same_day(figure, last)]
    return [max(higher, key=lambda figure: figure.best), last] if higher else []


def _status(clash: Sequence[FigureEntry]) -> Status:
    return "within_report" if len({figure.report for figure in clash}) == 1 else "open"


def _disagreement(
    line: Series, members: Sequence[FigureEntry], status: Status, voices: Voices, story: str
) -> Disagreement:
    kind: DisagreementKind = "identity" if line.measure.startswith("age") else "figure"
    told = "; ".join(_told(members, voices))
    how = "was lowered" if status == "superseded" else "the values exclude one another"
    return Disagreement(
        id=f"d:{line.id.removeprefix('s:')}",
        kind=kind,
        claims=tuple(dict.fromkeys(figure.source_claim for figure in members if figure.source_claim)),
        figures=tuple(figure.id for figure in members),
        reason=f"{line.label} ({how}): {told}.",
        status=status,
        story=story,
    )


def _told(members: Sequence[FigureEntry], voices: Voices) -> Iterator[str]:
    """ "On 6 July Newsweek says 38", one for each value, with all who say it."""
    by_value: dict[tuple[float | None, float | None], list[FigureEntry]] = {}
    for figure in members:
        by_value.setdefault((figure.low, figure.high), []).append(figure)
    for number, same in enumerate(by_value.values()):
        speakers = dict.fromkeys(voices.speaker(figure.source_claim, figure.report) for figure in same)
        verb = "say" if len(speakers) > 1 else "says"
        day = voices.on_day(same[0].report, same[0].as_of_latest, begins=not number)
        yield f"{day} {_listed(list(speakers))} {verb} {same[0].text}"


def _listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C", "A, B and 3 others"."""
    if len(names) <= 2:
        return " and ".join(names)
    rest = names[2] if len(names) == 3 else f"{len(names) - 2} others"
    return f"{names[0]}, {names[1]} and {rest}"
