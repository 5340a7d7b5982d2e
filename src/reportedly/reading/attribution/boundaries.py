"""Boundaries: on which side of its cue a statement stands, where it resumes, and where the next one ends it."""

from __future__ import annotations

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import FINITE_TAGS, Line
from reportedly.reading.attribution.phrases import has_finite_verb, is_finite
from reportedly.report import Span

TRAILING = frozenset({"say", "tell", "ask", "attitude"})


def is_trailing(line: Line, cue: Cue, start: int, right: int) -> bool:
    """Whether the statement stands before its source: "C, S said." ("On Friday, S said C" has it after.)"""
    if not start or (line.tags[start - 1] not in ',"-:' and line.quoted[start - 1] < 0):
        return False
    after = line.tokens[right].lower if right < len(line) else ""
    if line.tags[start - 1] == '"' and line.quoted[start - 1] != line.quoted[start] and after != "that":
        return True
    if cue.frame not in TRAILING or _is_only_subordinate(line, start - 1):
        return False
    said = has_finite_verb(line, 0, start) or any(mark >= 0 for mark in line.quoted[:start]) or start > 4
    if line.tags[start - 1] == "," and line.tags[right : right + 1] == "," and right + 1 < len(line):
        # "The dam, engineers said, could fail."
        said = said or line.tags[right + 1] in FINITE_TAGS
    return said and _closes(line, start, right)


SETTING = frozenset({"when", "while", "after", "before", "as", "since", "although", "though", "if", "once", "until"})


def _is_only_subordinate(line: Line, comma: int) -> bool:
    """Whether nothing but a subordinate clause stands before a comma: "When he took office, | he promised reform."."""
    opens = line.tokens[line.floor].lower in SETTING and line.quoted[line.floor] < 0
    if line.tags[line.floor] == "I" and not opens:
        # "In a letter to the staff, | he apologised."
        return not any(tag in "XMVE" for tag in line.tags[:comma]) and all(mark < 0 for mark in line.quoted[:comma])
    return opens and "," not in line.tags[line.floor : comma] and all(mark < 0 for mark in line.quoted[:comma])


def _closes(line: Line, start: int, right: int) -> bool:
    """Whether nothing that could be the statement follows the cue and its adjuncts, at ``right``."""
    if right >= len(line):
        return True
    rest = line.tags[right]
    if line.quoted[right] >= 0:
        return line.quoted[start - 1] >= 0
    if rest == "I":
        return line.tokens[right].lower not in {"about", "of", "for"}
    return rest in ".,;)" or (rest == ":" and line.quoted[start - 1] >= 0)


def resumption(line: Line, index: int) -> int:
    """Index at which the statement goes on after its attribution: after the next comma or colon, at an opening mark, or
    after a semicolon where quoted words follow (`"It was bad", he said; the storm was "not the cause"`).
    """
    for place in range(index, len(line)):
        if line.quoted[place] >= 0:
            return place
        if line.tags[place] in ",:" or (line.tags[place] == ";" and any(mark >= 0 for mark in line.quoted[place:])):
            return place + 1
        if is_finite(line, place) or line.tags[place] == ";":
            break
    return len(line)


def opens_another(line: Line, start: int) -> bool:
    """Whether another cue stands among the next words."""
    return any(token.lemma in lexicon().verbs for token in line.tokens[start : start + 6])


def cut_short(found: list[Attribution], later: Attribution) -> list[Attribution]:
    """The attributions of a sentence with their statements ended where a later one begins."""
    line, cue = later.line, later.cue
    if cue.form == "writer" or later.source is None:
        return found
    if later.hull.start < line.tokens[cue.first].start and cue.form != "passive":
        limit = later.parts[0].end
        return [item.with_parts(until(item.parts, limit)) if _runs_over(item, later) else item for item in found]
    shared = any(item.source == later.source for item in found)
    edge = edge_before(line, cue.first if shared else _beginning(later))
    if edge is None:
        return found
    return [
        item.with_parts(until(item.parts, edge))
        if item.hull.start < edge < item.hull.end and (not shared or item.source == later.source)
        else item
        for item in found
    ]


def _beginning(item: Attribution) -> int:
    """Index of the first token of a source or cue."""
    line, first = item.line, item.cue.first
    if item.source is None or item.source.start < line.sentence.start:
        return first
    begin, end = line.range(item.source)
    return min(first, begin) if begin < end else first


def edge_before(line: Line, first: int) -> int | None:
    """Character at which what stands before token ``first`` ends, if a comma or conjunction parts the two."""
    edge = first
    while edge and line.tags[edge - 1] in "CSR;,-":
        edge -= 1
    if not any(tag in ",;C" for tag in line.tags[edge:first]):
        return None
    return line.tokens[edge - 1].end if edge else line.tokens[0].start


def _runs_over(item: Attribution, later: Attribution) -> bool:
    """Whether a statement inside a later one's runs on over its source: "An official said C, | Reuters reported"."""
    first = later.parts[0]
    return first.start <= item.hull.start < first.end < item.hull.end


def until(parts: tuple[Span, ...], limit: int) -> tuple[Span, ...]:
    """The pieces up to a character."""
    return tuple(Span(part.start, min(part.end, limit)) for part in parts if part.start < limit)
