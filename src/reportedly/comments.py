"""The comments that readers leave below a report: part of the page, not of what the report says.

A comment is known by what the page prints beside it: who wrote it and when, "Report abuse", "Reply". Where at least
three such marks follow one another, all between them is readers' talk, as far as the last comment can reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from reportedly.data import load_table
from reportedly.report import Span

TABLE = "comments.toml"
FEWEST = 3
"""Marks from which on they are those of comments; fewer may be a byline or a quoted post."""
FURTHEST = 40000
"""Characters between the marks of one run: some pages are printed without many of them."""


def find_comments(text: str) -> tuple[Span, ...]:
    """Where the comments of readers stand in a text, in order; the spans do not overlap."""
    return tuple(_extended(run, text) for run in _runs(_marks(text)) if len(run) >= FEWEST)


def _marks(text: str) -> list[tuple[Span, bool]]:
    """What marks a comment, and whether it stands behind the comment; one mark for each line."""
    found = sorted(
        (Span(match.start(), match.end()), place == "after")
        for place in ("after", "before")
        for pattern in _patterns(place)
        for match in pattern.finditer(text)
    )
    return [mark for number, mark in enumerate(found) if not number or _is_next(found[number - 1][0], mark[0], text)]


def _is_next(last: Span, mark: Span, text: str) -> bool:
    """Whether words stand between two marks: "Posted by Ada | 3 May | Report abuse" is one."""
    return mark.start - last.end > 40 or "\n" in text[last.end : mark.start]


@cache
def _patterns(section: str) -> Sequence[re.Pattern[str]]:
    flags = re.IGNORECASE | re.MULTILINE
    return [re.compile(pattern, flags) for pattern in load_table(TABLE)[section].values()]


def _runs(marks: Sequence[tuple[Span, bool]]) -> Iterator[list[tuple[Span, bool]]]:
    """Marks in order, none too far from the last."""
    run: list[tuple[Span, bool]] = []
    for mark in marks:
        if run and mark[0].start - run[-1][0].end > FURTHEST:
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _extended(run: Sequence[tuple[Span, bool]], text: str) -> Span:
    """From the first comment to the last, each taken for as long as the longest between two marks."""
    (first, stands_after), (last, _) = run[0], run[-1]
    longest = max(mark.start - other.end for (other, _), (mark, _) in pairwise(run))
    start = text.rfind("\n", 0, first.start) + 1
    if stands_after:
        before = (max(0, first.start - longest), first.start)
        start = max((match.start() for match in _patterns("heading")[0].finditer(text, *before)), default=start)
    end = text.find("\n", last.end)
    return Span(start, len(text) if end < 0 or len(text) - last.end <= longest else end)
