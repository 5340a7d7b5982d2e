"""Clauses: a statement of several coordinated clauses is several statements."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import has_finite_verb, is_finite

LONGEST_SUBJECT = 9
JOINING = frozenset({"and", "but"})
THINKING = frozenset({"believe", "think", "suspect", "fear", "assume", "hope", "expect", "say", "claim"})
"""Verbs after which a clause may follow without "that"."""


def split_clauses(line: Line, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Token ranges of the clauses coordinated in ``[start, end)``; quotations stay whole.

    "that the road is open | and that | trucks will follow"; "work stopped on Friday and | will restart today".
    """
    return tuple(_clauses(line, start, end))


def _clauses(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for index in range(start + 1, end - 1):
        if line.quoted[index] >= 0 or not _divides(line, first, index, end):
            continue
        yield first, _without_comma(line, first, index)
        first = index + 1
    yield first, end


def _without_comma(line: Line, first: int, end: int) -> int:
    return end - 1 if end - 1 > first and line.tags[end - 1] in ",;" else end


def _divides(line: Line, first: int, index: int, end: int) -> bool:
    """Whether the token at ``index`` stands between two clauses."""
    if line.tags[index] == ";":
        return has_finite_verb(line, first, index) and has_finite_verb(line, index + 1, end)
    if line.tokens[index].lower not in JOINING or not has_finite_verb(line, first, index):
        return False
    after = line.tags[index + 1]
    if line.tokens[index + 1].lower == "that" and has_finite_verb(line, index + 2, end):
        return True
    if after == "M":
        return True
    return after in "PDAONW" and not _opens_thought(line, first, index) and _has_subject(line, index + 1, end)


def _opens_thought(line: Line, first: int, end: int) -> bool:
    """Whether what is thought has only begun: "they believe the boys | and their coach were trapped" is one clause."""
    for index in range(end - 1, first, -1):
        if line.tags[index] in "EBXMV" and is_finite(line, index):
            return line.tokens[index].lemma in THINKING and index < end - 1
    return False


def _has_subject(line: Line, start: int, end: int) -> bool:
    """Whether a noun phrase and then a finite verb follow: "and the army left", not "and the army" nor "and left"."""
    for index in range(start + 1, min(end, start + LONGEST_SUBJECT)):
        if line.quoted[index] >= 0 or line.tags[index] in ",;:CSHT":
            return False
        if line.tags[index] in "XMV":
            return True
        if line.tags[index] in "EB" and is_finite(line, index):
            return line.tags[index - 1] in "PAO" and (line.tags[start] in "PD" or line.tags[index] == "E")
    return False
