"""Repairs: what the reading model leaves off a statement, put back by the quotation marks and the dependency tree.

The model's stretches do not nest: a statement that holds another's ends where that one begins ("The aide said | the
mayor hopes | to stay"). Here it goes on to the end of its clause, and a quotation that was begun is quoted whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.trees import ancestors_of, head_of, phrase_of, tag_of, top_of, topic_of, words_under
from reportedly.reading.reading import Quote
from reportedly.report import Span


def repair(item: Attribution, quotes: Sequence[Quote]) -> Attribution:
    """The attribution with its statement whole."""
    line = item.line
    parts = [_extended(item, part) if _is_within(line, part) else part for part in item.parts]
    parts = [_quoted_whole(part, quotes) for part in _without_scraps(line, _gathered(item, parts))]
    return item.with_parts(tuple(_united([*_topic(item), *parts])))


def _topic(item: Attribution) -> list[Span]:
    """The subject of a doubt without a source, which belongs to what is doubted: "| The team | is believed to have left".
    """
    if item.source is not None or not item.parts or (item.cue.form != "passive" and item.cue.frame != "seem"):
        return []
    head = topic_of(item.line, item.cue.index)
    return [] if head is None else [item.line.span(*phrase_of(item.line, head))]


def _is_within(line: Line, part: Span) -> bool:
    return line.sentence.start <= part.start and part.end <= line.sentence.end


def _extended(item: Attribution, part: Span) -> Span:
    """A piece up to the end of its clause, where it breaks off before a word."""
    line = item.line
    first, last = line.range(part)
    if first >= last or last >= len(line) or tag_of(line, last) == "PUNCT" or line.tags[last] in MARKS:
        return part
    words = _clause(item, first, last)
    end = last
    while end in words:
        end += 1
    while end > last and line.tags[end - 1] in MARKS and line.quoted[end - 1] < 0:
        end -= 1
    return Span(part.start, line.tokens[end - 1].end)


MARKS = ',.;:-"'


def _clause(item: Attribution, first: int, last: int) -> set[int]:
    """The words of the clause that a piece of a statement belongs to, without the cue, its branch and its source."""
    line = item.line
    above = ancestors_of(line, item.cue.index)
    own = set(range(item.cue.first, item.cue.last))
    if item.source is not None:
        own.update(range(*line.range(item.source)))
    top = top_of(line, first, last)
    while top not in above and (head := head_of(line, top)) >= 0 and head not in own and head not in above:
        top = head
    words = words_under(line, top)
    if top in above[1:]:
        words -= words_under(line, above[above.index(top) - 1])
    return words - own


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
