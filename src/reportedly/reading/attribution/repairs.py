"""Repairs: what the reading model leaves off a statement, put back by the quotation marks and the dependency tree.

The model's stretches do not nest: a statement that holds another's ends where that one begins ("The aide said | the
mayor hopes | to stay"). Here it goes on to the end of its clause, and a quotation that was begun is quoted whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.trees import (
    ancestors_of,
    head_of,
    phrase_of,
    relation_of,
    tag_of,
    top_of,
    topic_of,
    words_under,
)
from reportedly.reading.reading import Quote
from reportedly.records import replace
from reportedly.report import Span


def repair(item: Attribution, quotes: Sequence[Quote]) -> Attribution:
    """The attribution with its statement and its source whole."""
    line, item = item.line, _with_whole_source(item)
    parts = [each for part in item.parts for each in (_completed(item, part) if _is_within(line, part) else [part])]
    parts = [_quoted_whole(part, quotes) for part in _without_scraps(line, _gathered(item, parts))]
    parts = [_within_relative(item, part) for part in _united([*_topic(item), *parts])]
    parts = [part for each in parts if (part := _trimmed(line, each))]
    return item.with_parts(tuple(parts))


def _within_relative(item: Attribution, part: Span) -> Span:
    """A piece up to the end of its cue's relative clause: "the guard, who said | the gate held |, has left"."""
    line, cue = item.line, item.cue
    first, last = line.range(part)
    if first < cue.last or not _is_within(line, part) or relation_of(line, cue.index) != "acl":
        return part
    words = words_under(line, cue.index)
    end = first
    while end < last and (end in words or line.tags[end] in MARKS or line.quoted[end] >= 0):
        end += 1
    return Span(part.start, line.tokens[end - 1].end) if first < end < last else part


def _within_words(line: Line, part: Span) -> Span:
    """A piece without a dateline before it and without a conjunction left over at its end: "the mine, | where"."""
    first, last = line.range(part)
    if first >= last or not _is_within(line, part):
        return part
    while last - first > 1 and line.tags[last - 1] in "HSC." and line.quoted[last - 1] < 0:
        last -= 1
        part = Span(part.start, line.tokens[last - 1].end)
    return Span(line.tokens[line.floor].start, part.end) if first < line.floor < last else part


def _trimmed(line: Line, part: Span) -> Span | None:
    """A piece without commas and white space at its ends; None where nothing else is left."""
    part = _within_words(line, part)
    text = line.text[part.start : part.end]
    start = part.start + len(text) - len(text.lstrip(" ,;"))
    end = part.end - len(text) + len(text.rstrip(" ,;"))
    return Span(start, end) if start < end else None


def _topic(item: Attribution) -> list[Span]:
    """The subject of a doubt without a source, which belongs to the statement: "| They | are believed to have left"."""
    if item.source is not None or not item.parts or (item.cue.form != "passive" and item.cue.frame != "seem"):
        return []
    head = topic_of(item.line, item.cue.index)
    return [] if head is None else [item.line.span(*phrase_of(item.line, head))]


HALVES = frozenset({"det", "amod", "compound", "nummod", "flat", "case"})
"""Relations of words that are no source by themselves: "| The | owner of the ship"."""


def _with_whole_source(item: Attribution) -> Attribution:
    """The attribution with the whole phrase for a source of which the model has only a word that describes it."""
    if item.source is None or item.elsewhere is not None:
        return item
    item = replace(item, source=_trimmed(item.line, item.source) or item.source)
    first, last = item.line.range(item.source or item.cue_span)
    top = top_of(item.line, first, last) if first < last else -1
    if top < 0 or relation_of(item.line, top) not in HALVES or (head := head_of(item.line, top)) < 0:
        return item
    begin, end = phrase_of(item.line, head)
    free = end <= item.cue.first or item.cue.last <= begin
    return replace(item, source=item.line.span(min(begin, first), max(end, last))) if free else item


def _is_within(line: Line, part: Span) -> bool:
    return line.sentence.start <= part.start and part.end <= line.sentence.end


def _completed(item: Attribution, part: Span) -> list[Span]:
    """A piece up to the end of its clause, where it breaks off before a word, and the rest of a clause beyond the cue.

    "The convoy, | according to two witnesses, | was hit": the verb of the first piece stands after the cue.
    """
    line = item.line
    first, last = line.range(part)
    if first >= last:
        return [part]
    top, words = _clause(item, first, last)
    end = last
    if last < len(line) and tag_of(line, last) != "PUNCT" and line.tags[last] not in MARKS:
        end = _run_end(line, words, last)
    start = first
    while _is_cut_by_quote(line, start, first) and start - 1 in words:
        start -= 1
    pieces = [Span(min(part.start, line.tokens[start].start), max(part.end, line.tokens[end - 1].end))]
    if top >= max(end, item.cue.last):
        begin = top
        while begin - 1 in words and begin - 1 >= item.cue.last:
            begin -= 1
        pieces.append(line.span(begin, _run_end(line, words, top + 1)))
    return pieces


def _is_cut_by_quote(line: Line, start: int, first: int) -> bool:
    """Whether a piece begins right after quoted words of its own clause: `Divers "found" | the ship`."""
    return start > line.floor and (start < first or line.quoted[start - 1] >= 0)


MARKS = ',.;:-"'


def _run_end(line: Line, words: set[int], start: int) -> int:
    """Index after the words of a clause that follow one another from ``start`` on, without marks at their end."""
    end = start
    while end in words:
        end += 1
    while end > start and line.tags[end - 1] in MARKS and line.quoted[end - 1] < 0:
        end -= 1
    return end


def _clause(item: Attribution, first: int, last: int) -> tuple[int, set[int]]:
    """The head and the words of the clause of a piece of a statement, without the cue, its branch and its source."""
    line = item.line
    above = ancestors_of(line, item.cue.index)
    own = set(range(item.cue.first, item.cue.last))
    if item.source is not None:
        own.update(range(*line.range(item.source)))
    top = top_of(line, first, last)
    while top not in above and (head := head_of(line, top)) >= 0 and head not in own:
        if head in above and not _is_inserted(item, above[above.index(head) - 1]):
            break
        top = head
    words = words_under(line, top)
    if top in above[1:]:
        words -= words_under(line, above[above.index(top) - 1])
    return top, words - own


def _is_inserted(item: Attribution, branch: int) -> bool:
    """Whether an attribution is put into or after its statement: "the dam, | he says |, holds", "according to him"."""
    return item.cue.form == "according" or relation_of(item.line, branch) == "parataxis"


def _gathered(item: Attribution, parts: Sequence[Span]) -> list[Span]:
    """The pieces with those joined that neither the cue nor the source parts."""
    own = [item.cue_span, *([item.source] if item.source is not None else [])]
    found: list[Span] = []
    for part in sorted(parts, key=lambda span: span.start):
        if found and _follows(item.line, found[-1], part, own):
            found[-1] = Span(found[-1].start, max(found[-1].end, part.end))
        else:
            found.append(part)
    return found


def _follows(line: Line, before: Span, after: Span, own: Sequence[Span]) -> bool:
    """Whether only words of a statement's own sentence stand between two of its pieces."""
    gap = Span(before.end, after.start)
    if after.start <= before.end:
        return True
    return _is_within(line, gap) and not any(span.start < gap.end and gap.start < span.end for span in own)


def _without_scraps(line: Line, parts: Sequence[Span]) -> list[Span]:
    """The pieces without lone words that stand beside longer ones."""
    kept = [part for part in parts if " " in line.text[part.start : part.end].strip()]
    return kept or list(parts)


def _quoted_whole(part: Span, quotes: Sequence[Quote]) -> Span:
    """A piece with the quotations that it begins or ends in taken whole."""
    start, end = part.start, part.end
    for quote in quotes:
        if quote.start < end and start < quote.end:
            start, end = min(start, quote.start), max(end, quote.end)
    return Span(start, end)


def _united(parts: Sequence[Span]) -> list[Span]:
    """Pieces that overlap, as one."""
    found: list[Span] = []
    for part in sorted(parts, key=lambda span: span.start):
        if found and part.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, part.end))
        else:
            found.append(part)
    return found
