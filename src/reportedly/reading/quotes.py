"""Quoted passages: straight, curly, doubled and single marks, guillemets, and quotations that run on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.reading import Quote, Sentence
from reportedly.report import Span

MARK = re.compile(r"“|”|„|\"|«|»|``|''|’’|‘‘|‘|’|'")
OPENS: dict[str, frozenset[str]] = {
    "“": frozenset({"”", '"', "''"}),
    "„": frozenset({"“", "”", '"'}),
    "«": frozenset({"»"}),
    "``": frozenset({"''", "``", '"'}),
    "‘‘": frozenset({"’’", "''"}),
    '"': frozenset({'"', "”"}),
    "''": frozenset({"''"}),
    "’’": frozenset({"’’"}),
}
"""The marks that close what a mark opens."""
SINGLE = {"‘": frozenset("’'"), "'": frozenset("'’")}
LONGEST_SINGLE = 400
"""A single-quoted passage longer than this is taken for two stray apostrophes."""


def find_quotes(text: str, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """The outermost quoted passages of a text, in order; none crosses a paragraph.

    A mark that is never closed is bounded at the end of its paragraph (``closed`` is False).
    """
    return tuple(quote for block in _paragraphs(sentences) for quote in _quotes_of(text, block))


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    start = None
    for index, sentence in enumerate(sentences):
        if start is None:
            start = sentence.start
        if index + 1 == len(sentences) or sentences[index + 1].paragraph != sentence.paragraph:
            yield Span(start, sentence.end)
            start = None


def _quotes_of(text: str, block: Span) -> Iterator[Quote]:
    marks = [mark.span() for mark in MARK.finditer(text, block.start, block.end)]
    index = 0
    while index < len(marks):
        start, end = marks[index]
        closing = _closing(text, marks, index, block) if _is_opening(text, start, end, block) else None
        if closing is None:
            index += 1
        elif closing < len(marks):
            yield Quote(start, marks[closing][1], Span(end, marks[closing][0]))
            index = closing + 1
        else:
            yield Quote(start, block.end, Span(end, block.end), closed=False)
            return


def _is_opening(text: str, start: int, end: int, block: Span) -> bool:
    """Whether a mark stands where a quotation can begin: after white space or an opening mark, before a word."""
    mark = text[start:end]
    if mark in {"“", "„", "«", "``"}:
        return True
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    if mark not in OPENS and mark not in SINGLE:
        return False
    return (before.isspace() or before in '([—–-:,“"') and (after.isalnum() or after in "$£€.…[(‘“'@#")


def _closing(text: str, marks: list[tuple[int, int]], opening: int, block: Span) -> int | None:
    """Index of the closing mark; ``len(marks)`` where the paragraph ends first; None for a mark that opens nothing."""
    start, end = marks[opening]
    mark = text[start:end]
    if mark in SINGLE:
        return _closing_single(text, marks, opening, block)
    for index in range(opening + 1, len(marks)):
        first, last = marks[index]
        if text[first:last] in OPENS[mark]:
            # `He was "sure. "We stayed," he said.` has lost a mark: the second one opens, so the first quotes nothing.
            lost = (
                mark == '"'
                and start > block.start
                and text[first - 1].isspace()
                and _is_opening(text, first, last, block)
            )
            return None if lost else index
    return len(marks) if end < block.end and _runs_on(text, start, block) else None


def _runs_on(text: str, start: int, block: Span) -> bool:
    """Whether an unclosed mark may quote the rest of its paragraph: it begins it, or follows a stop, comma or colon."""
    before = text[block.start : start].rstrip()
    return not before or before[-1] in ".,:!?…"


def _closing_single(text: str, marks: list[tuple[int, int]], opening: int, block: Span) -> int | None:
    """Single marks quote in pairs, 'like this': apostrophes do not ("the militants' defences", "don't", "'90s")."""
    start, end = marks[opening]
    if text[end : end + 1].isdigit():
        return None
    closers = SINGLE[text[start:end]]
    fallback = None
    for index in range(opening + 1, len(marks)):
        first, last = marks[index]
        if first - start > LONGEST_SINGLE:
            break
        after = text[last] if last < block.end else " "
        if text[first:last] not in closers or after.isalnum() or text[first - 1].isspace() or first - end < 2:
            continue
        if text[first - 1] != "s" or not after.isspace():
            return index
        fallback = index
    return fallback
