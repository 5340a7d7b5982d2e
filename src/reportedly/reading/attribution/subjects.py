"""Subjects: the noun phrase that a cue has for its source, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.cues import POSSESSIVES, Cue
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import has_finite_verb, is_finite, noun_phrase_before, verb_group
from reportedly.report import Span


def subject_before(line: Line, cue: Cue, before: Sequence[Attribution]) -> tuple[int, int] | None:
    """Token range of the subject of a finite cue."""
    end = cue.first
    while end and line.tags[end - 1] == "W" and end - 1 and line.quoted[end - 1] < 0:
        end -= 1
    if end > 1 and line.tokens[end - 1].lower == "on" and end < cue.first:
        end -= 1
    if not end:
        return None
    if line.tags[end - 1] == "," and end > 1:
        return _around_apposition(line, end - 1)
    if line.tags[end - 1] == "H" and end > 1:
        return _antecedent(line, end - 1)
    start = noun_phrase_before(line, end, line.floor)
    if start == end:
        return _shared(line, end, before)
    if start > 1 and line.tags[start - 1] == "," and line.tags[start] == "D":
        widened = noun_phrase_before(line, start - 1)
        if (
            widened < start - 1
            and widened <= 1
            and line.tags[start - 2] == "A"
            and not _is_time(line, widened, start - 1)
        ):
            return widened, end
    return start, end


def _is_time(line: Line, start: int, end: int) -> bool:
    return any(tag in "WIN" for tag in line.tags[max(0, start - 1) : end])


def _antecedent(line: Line, end: int) -> tuple[int, int] | None:
    """The noun before a relative: "the mayor, who said C"."""
    if line.tags[end - 1] == ",":
        end -= 1
    start = noun_phrase_before(line, end)
    return (start, end) if start < end and line.tokens[end].lower != "which" else None


def _around_apposition(line: Line, comma: int) -> tuple[int, int] | None:
    """`Odeh, a spokesman for the army, said`: from the comma that closes the apposition back to the name before it."""
    opening = next(
        (index for index in range(comma - 1, 0, -1) if line.tags[index] == "," and line.quoted[index] < 0), None
    )
    if opening is None:
        start = noun_phrase_before(line, comma)
        return (start, comma) if start < comma and line.tags[start] in "AD" else None
    start = noun_phrase_before(line, opening)
    if start == opening:
        return None
    if start > 1 and line.tags[start - 1] == "," and line.tags[start - 2] in "A)":
        earlier = noun_phrase_before(line, start - 1)
        start = earlier if earlier < start - 1 and (earlier <= line.floor + 1 or line.tags[start] in "DO") else start
    return start, comma


def _shared(line: Line, end: int, before: Sequence[Attribution]) -> tuple[int, int] | None:
    """`S said A and warned that B`: the second cue shares the first one's source."""
    if line.tags[end - 1] not in "C,":
        return None
    for item in reversed(before):
        if item.source is not None:
            return line.range(item.source)
    subject = sentence_subject(line, end)
    return line.range(subject) if subject is not None else None


def sentence_subject(line: Line, end: int) -> Span | None:
    """The subject of the first finite verb before ``end``."""
    for index in range(1, end):
        if line.quoted[index] < 0 and is_finite(line, index):
            start = noun_phrase_before(line, index)
            return line.span(start, index) if start < index else None
    return None


def appositive_end(line: Line, end: int, ceiling: int | None = None) -> int:
    """Index after an apposition to the source: "Odeh, a spokesman for the army", "Lee, who leads the team"."""
    if (
        line.tags[end : end + 1] != ","
        or end + 1 >= len(line)
        or line.tags[end + 1] not in "HDOAN"
        or line.quoted[end + 1] >= 0
    ):
        return end
    stop = next((index for index in range(end + 1, len(line)) if line.tags[index] in '.;:"'), len(line))
    stop = min(stop, ceiling) if ceiling is not None else stop
    if line.tags[end + 1] != "H" and has_finite_verb(line, end + 1, _clause_end(line, end + 1, stop)):
        return end
    comma = line.tags.rfind(",", end + 1, stop)
    if comma > 0 and line.tags[comma + 1 : comma + 2] in tuple("ILWCRST"):
        stop = comma
    while stop > end and line.tags[stop - 1] in ",-":
        stop -= 1
    return stop


def _clause_end(line: Line, start: int, stop: int) -> int:
    return next((index for index in range(start, stop) if line.tags[index] in "HS,"), stop)


def owner(line: Line, noun: int) -> tuple[int, int] | None:
    """Token range of whose statement a noun is: "the ministry's | claim", "his | refusal"."""
    if line.tokens[noun - 1].lower in POSSESSIVES:
        return noun - 1, noun
    if noun and line.tags[noun - 1] == "G":
        verb = next((index for index in range(noun - 2, line.floor, -1) if is_finite(line, index)), line.floor - 1)
        return noun_phrase_before(line, noun - 1, verb + 1), noun
    return None


def light_subject(line: Line, noun: int) -> tuple[int, int] | None:
    """Token range of the subject of a light verb before a noun: "officials | also raised concerns"."""
    for verb in range(noun - 1, max(0, noun - 4), -1):
        if line.tags[verb] in "DO" and line.tokens[verb].lemma not in lexicon().light:
            continue
        if line.tokens[verb].lemma not in lexicon().light or line.quoted[verb] >= 0:
            return None
        first = verb_group(line, verb)
        return noun_phrase_before(line, first), first
    return None
