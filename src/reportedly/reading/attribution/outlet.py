"""The outlet's own statements: what nobody else is credited with."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.modes import content_mode
from reportedly.reading.attribution.phrases import has_finite_verb
from reportedly.reading.reading import Claim, Source
from reportedly.report import Span

FEWEST_WORDS = 3


def own_claims(lines: Sequence[Line], found: Sequence[Attribution], outlet: Source, length: int) -> list[Claim]:
    """One claim for each sentence, or stretch of a sentence with its own verb, outside everybody else's statements.

    ``length`` is the number of characters of the report.
    """
    taken = bytearray(length)
    subjects = {item.source.end: item.source.start for item in found if item.source is not None}
    for item in found:
        for span in _taken(item):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    claims: list[Claim] = []
    for line in lines:
        first, last = _readable(line, *_with_subject(line, *_free(line, taken), subjects))
        if last - first >= FEWEST_WORDS and has_finite_verb(line, first, last):
            span = line.span(first, last)
            mode = content_mode(line, range(first, last))
            claims.append(Claim(span.start, span.end, (span,), line.index, outlet, (), None, None, mode))
    return claims


def _taken(item: Attribution) -> list[Span]:
    spans = [*item.parts, item.cue_span, *(Span(relay.start, relay.end) for relay in item.relays)]
    return [*spans, item.source] if item.source is not None else spans


def _free(line: Line, taken: bytearray) -> tuple[int, int]:
    """The longest run of tokens that no attribution takes, without the marks at its ends."""
    best = (0, 0)
    start, starts, size = line.floor, line.starts, len(line)
    for index in range(line.floor, size + 1):
        if index == size or taken[starts[index]]:
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    return best


def _with_subject(line: Line, first: int, last: int, subjects: dict[int, int]) -> tuple[int, int]:
    """The stretch with the source before it that is its subject too: "The firm | closed the plant, saying C"."""
    start = subjects.get(line.tokens[first - 1].end) if 0 < first < last and _begins_with_verb(line, first) else None
    if start is None:
        return first, last
    return next((index for index in range(first) if line.tokens[index].start >= start), first), last


def _begins_with_verb(line: Line, index: int) -> bool:
    """Whether a stretch begins with its verb."""
    return line.tags[index] in "XMVEBR"


def _readable(line: Line, first: int, last: int) -> tuple[int, int]:
    """The clause with its subject that a stretch of a sentence holds, without the marks at its ends; empty where none.

    "Two schemes are illegal, | but people running | the groups said C" leaves "Two schemes are illegal"; "| were freed
    on Friday", "| where he was treated" leave nothing.
    """
    begin, end = _trimmed(line, first, last)
    if begin > line.floor and not _parts(line, begin):
        begin, end = _trimmed(line, _after_boundary(line, begin, end), end)
    if end < len(line) and end == last and not _parts(line, end + 1):
        begin, end = _trimmed(line, begin, _last_boundary(line, begin, end))
    if begin < end and begin > line.floor and not _is_main(line, begin, end):
        return begin, begin
    return begin, end


def _parts(line: Line, index: int) -> bool:
    """Whether the token before ``index`` parts two clauses."""
    return line.tags[index - 1] in ',.:;-)"C('


def _after_boundary(line: Line, first: int, last: int) -> int:
    return next((index for index in range(first + 1, last) if line.tags[index - 1] in ",;:"), last)


def _last_boundary(line: Line, first: int, last: int) -> int:
    places = (index for index in range(last - 1, first, -1) if line.tags[index] in ",;:C")
    return next((index for index in places if has_finite_verb(line, first, index)), first)


def _is_main(line: Line, first: int, last: int) -> bool:
    """Whether a clause that stands within its sentence has a subject, and a verb outside subordinate clauses."""
    if line.tags[first] in "XMVHSIE":
        return False
    edge = next((index for index in range(first, last) if line.tags[index] in "HS"), last)
    return has_finite_verb(line, first + 1, edge)


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    while first < last and (line.tags[first] in ",.:;-)C" or _is_lone_mark(line, first, first, last)):
        first += 1
    while last > first and (line.tags[last - 1] in ",.:;-(CHST" or _is_lone_mark(line, last - 1, first, last)):
        last -= 1
    return first, last


def _is_lone_mark(line: Line, index: int, first: int, last: int) -> bool:
    """Whether a quotation mark at an end of ``[first, last)`` has its fellow outside."""
    if line.tags[index] != '"':
        return False
    return (
        line.quoted[index] < 0 or line.quoted[first] != line.quoted[last - 1] or line.tags[first] != line.tags[last - 1]
    )
