"""Constructions: a cue, its source and its statement put together."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.contents import content_start, left_parts, right_parts
from reportedly.reading.attribution.cues import Cue, find_cues
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.phrases import Line, has_finite_verb, noun_phrase_after, noun_phrase_before
from reportedly.reading.attribution.relays import relays_between
from reportedly.reading.reading import Quote, Relay
from reportedly.report import Span

INVERTING = frozenset({"say", "tell"})


class Constructions:
    """Reads the attributions of one sentence after another; keeps the sources of the sentence for cues that share them."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.quotes = quotes

    def of_line(self, line: Line) -> list[Attribution]:
        """The attributions of a sentence in order of their cues."""
        found: list[Attribution] = []
        for cue in find_cues(line):
            attribution = self._read(line, cue, found)
            if attribution is not None and attribution.parts:
                found = _cut(found, attribution)
                found.append(attribution)
        return found

    def _read(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        match cue.form:
            case "according":
                return self._according(line, cue, before)
            case "colon":
                return self._colon(line, cue)
            case "writer":
                return self._writer(line, cue)
            case "noun":
                return self._noun(line, cue)
            case "passive":
                return self._passive(line, cue)
            case "participle":
                return self._participle(line, cue, before)
            case _:
                return self._finite(line, cue, before)

    def _according(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        """"according to S, C"; "C, according to S"."""
        end = _appositive_end(line, noun_phrase_after(line, cue.last, len(line)))
        if end == cue.last:
            return None
        source = _span(line, cue.last, end)
        relays = relays_between(line, end, min(len(line), end + 12))
        if cue.first == 0 or line.tags[: cue.first] in ("C", "R"):
            start = end + 1 if line.tags[end : end + 1] == "," else end
            return Attribution(line, cue, source, right_parts(line, start, self.quotes))
        parts = left_parts(line, cue.first, self.quotes, 0)
        if line.tags[end : end + 1] == "," and has_finite_verb(line, end + 1, len(line)) and not has_finite_verb(line, 0, cue.first):
            parts += right_parts(line, end + 1, self.quotes)
        return Attribution(line, cue, source, parts, relays)

    def _colon(self, line: Line, cue: Cue) -> Attribution | None:
        start = noun_phrase_before(line, cue.index)
        if start == cue.index or start > 1:
            return None
        return Attribution(line, cue, _span(line, start, cue.index), right_parts(line, cue.last, self.quotes))

    def _writer(self, line: Line, cue: Cue) -> Attribution:
        """"The ship was reportedly blown off course": nobody is named; the outlet passes it on."""
        parts = left_parts(line, len(line), self.quotes, 0)
        end = right_parts(line, 0, self.quotes)
        return Attribution(line, cue, None, end or parts)

    def _noun(self, line: Line, cue: Cue) -> Attribution | None:
        """"the ministry's claim that the bridge was safe"."""
        if not cue.first or line.tags[cue.first - 1] not in "GD" or line.tokens[cue.first - 1].lower in {"the", "a", "an", "no", "any", "this", "that"}:
            return None
        if line.tags[cue.first - 1] == "D":
            source = _span(line, cue.first - 1, cue.first)
        else:
            start = noun_phrase_before(line, cue.first - 1)
            if start == cue.first - 1:
                return None
            source = _span(line, start, cue.first)
        return Attribution(line, cue, source, right_parts(line, cue.last, self.quotes))

    def _passive(self, line: Line, cue: Cue) -> Attribution | None:
        """"They were believed to remain"; "C was reported by S"; "S was quoted as saying C"."""
        following = line.tokens[cue.last].lower if cue.last < len(line) else ""
        if following == "as" and line.tokens[min(cue.last + 1, len(line) - 1)].lower == "saying":
            start = noun_phrase_before(line, cue.first)
            return Attribution(line, cue, _span(line, start, cue.first), right_parts(line, cue.last + 2, self.quotes)) if start < cue.first else None
        if following == "by":
            end = noun_phrase_after(line, cue.last + 1, len(line))
            if end == cue.last + 1 or cue.frame not in {"say", "judge"}:
                return None
            start = noun_phrase_before(line, cue.first)
            parts = (_span(line, start, cue.first),) if start < cue.first else ()
            return Attribution(line, cue, _span(line, cue.last + 1, end), parts)
        if following in {"to", "that"}:
            return Attribution(line, cue, None, right_parts(line, 0, self.quotes))
        return None

    def _participle(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        """"…, adding that C": the source is the one of the cue before, else the subject of the sentence."""
        source = next((item.source for item in reversed(before) if item.source is not None), None) or _subject(line, cue.first)
        start = content_start(line, cue)
        parts = right_parts(line, start, self.quotes)
        if source is None or start >= len(line) or not parts:
            return None
        return Attribution(line, cue, source, parts, relays_between(line, cue.last, start))

    def _finite(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        if cue.frame == "seem":
            return Attribution(line, cue, None, right_parts(line, 0, self.quotes)) if cue.lemma != "known" else None
        inverted = self._inverted(line, cue)
        if inverted is not None:
            return inverted
        source = _source_before(line, cue, before)
        if source is None:
            return None
        start, end = source
        if end > cue.first:
            return None
        span = _span(line, start, end)
        if cue.frame == "show" and not _is_document(line, start, end) and line.tokens[min(cue.last, len(line) - 1)].lower != "that":
            return None
        right = content_start(line, cue)
        if _is_trailing(line, cue, start, right):
            return self._trailing(line, cue, span, start, right)
        quoting = self._quoting(line, cue, span)
        if quoting is not None:
            return quoting
        relays = relays_between(line, 0, start) + relays_between(line, cue.last, right)
        parts = right_parts(line, right, self.quotes)
        if not parts and cue.frame in {"say", "judge"} and cue.lemma in {"apologise", "apologize"} :
            parts = (_span(line, cue.index, len(line)),)
        return Attribution(line, cue, span, parts, relays)

    def _quoting(self, line: Line, cue: Cue, relay: Span) -> Attribution | None:
        """"X quoted Y as saying C": Y is the source, X passes it on."""
        if cue.lemma not in {"quote", "cite"}:
            return None
        end = noun_phrase_after(line, cue.last, len(line))
        saying = next((index for index in range(end, min(len(line) - 1, end + 12)) if line.tokens[index].lower == "as" and line.tokens[index + 1].lower == "saying"), None)
        if saying is None or end == cue.last:
            return None
        name = " ".join(token.text for token in line.tokens if relay.start <= token.start and token.end <= relay.end)
        hand = Relay(name, "outlet", relay.start, relay.end)
        return Attribution(line, cue, _span(line, cue.last, end), right_parts(line, saying + 2, self.quotes), (hand,))

    def _inverted(self, line: Line, cue: Cue) -> Attribution | None:
        """"C, said Mustafa Bali, a spokesman for the army."""
        if cue.frame != "say" or not cue.first or line.tags[cue.first - 1] not in ',"-' or cue.last >= len(line):
            return None
        end = noun_phrase_after(line, cue.last, len(line))
        if end == cue.last or line.tags[cue.last] == "P" and line.tokens[cue.last].lower not in {"he", "she", "they", "one", "i", "we"} or line.tags[cue.last] == "W":
            return None
        after = line.tags[end : end + 1]
        if after and after not in ',.:;IW"-SHTC(' or has_finite_verb(line, cue.last, end):
            return None
        if line.tags[cue.first - 1] == "," and not has_finite_verb(line, 0, cue.first) and not any(mark >= 0 for mark in line.quoted[: cue.first]):
            return None
        end = _appositive_end(line, end)
        parts = left_parts(line, cue.first, self.quotes, 0) + self._resumed(line, end)
        return Attribution(line, cue, _span(line, cue.last, end), parts, relays_between(line, end, _resumption(line, end)))

    def _trailing(self, line: Line, cue: Cue, source: Span, start: int, right: int) -> Attribution | None:
        """"C, S said."; "C1, S said, C2"."""
        floor = 0
        parts = left_parts(line, start, self.quotes, floor)
        if not parts:
            return None
        return Attribution(line, cue, source, parts + self._resumed(line, cue.last), relays_between(line, cue.last, _resumption(line, cue.last)))

    def _resumed(self, line: Line, index: int) -> tuple[Span, ...]:
        """The second piece of an interrupted statement: a quotation that goes on, or the rest of the clause."""
        start = _resumption(line, index)
        if start >= len(line):
            return ()
        if line.quoted[start] >= 0:
            return right_parts(line, start, self.quotes)
        if line.tags[start - 1] == "," and line.tags[start] not in "LHSC" and not _another(line, start):
            return right_parts(line, start, self.quotes)
        return ()


def _another(line: Line, start: int) -> bool:
    return any(token.lemma in lexicon().verbs for token in line.tokens[start : start + 6])


def _resumption(line: Line, index: int) -> int:
    """Index at which the statement may go on after its attribution: after the next comma, colon or opening mark."""
    for place in range(index, len(line)):
        if line.quoted[place] >= 0:
            return place
        if line.tags[place] in ",:":
            return place + 1
    return len(line)


def _is_trailing(line: Line, cue: Cue, start: int, right: int) -> bool:
    """Whether the statement stands before its source: "C, S said." ("On Friday, S said C" has it after.)"""
    if not start or line.tags[start - 1] not in ',"-:' and line.quoted[start - 1] < 0 or cue.frame not in {"say", "tell", "ask", "attitude"}:
        return False
    rest = line.tags[right : right + 1]
    closes = right >= len(line) or rest in ".,;)" and line.quoted[right] < 0 or rest == "I" and line.tokens[right].lower not in {"about", "of"}
    opened = line.quoted[start - 1] >= 0 and right < len(line) and (line.quoted[right] >= 0 or rest in ",:") 
    return (closes or opened) and (has_finite_verb(line, 0, start) or any(mark >= 0 for mark in line.quoted[:start]) or start > 4)


def _source_before(line: Line, cue: Cue, before: Sequence[Attribution]) -> tuple[int, int] | None:
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
    start = noun_phrase_before(line, end)
    if start == end:
        return _shared(line, end, before)
    if start > 1 and line.tags[start - 1] == "," and line.tags[start] == "D":
        widened = noun_phrase_before(line, start - 1)
        if widened < start - 1 and widened <= 1 and line.tags[start - 2] == "A" and not _is_time(line, widened, start - 1):
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
    """"Bali, a spokesman for the army, said": from the comma that closes the apposition back to the name before it."""
    opening = next((index for index in range(comma - 1, 0, -1) if line.tags[index] == "," and line.quoted[index] < 0), None)
    if opening is None:
        return None
    start = noun_phrase_before(line, opening)
    while start == opening and opening > 1:
        return None
    if start > 2 and line.tags[start - 1] == "," and line.tags[opening + 1] != "H" and line.tags[start] in "DO" and line.tags[start - 2] == "A":
        earlier = noun_phrase_before(line, start - 1)
        start = earlier if earlier < start - 1 else start
    return start, comma


def _shared(line: Line, end: int, before: Sequence[Attribution]) -> tuple[int, int] | None:
    """"S said A and warned that B": the second cue shares the first one's source."""
    if line.tags[end - 1] not in "C,":
        return None
    for item in reversed(before):
        if item.source is not None:
            return _range(line, item.source)
    subject = _subject(line, end)
    return _range(line, subject) if subject is not None else None


def _range(line: Line, span: Span) -> tuple[int, int]:
    inside = [index for index, token in enumerate(line.tokens) if span.start <= token.start and token.end <= span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _subject(line: Line, end: int) -> Span | None:
    """The subject of the first finite verb before ``end``."""
    from reportedly.reading.attribution.phrases import is_finite

    for index in range(1, end):
        if line.quoted[index] < 0 and is_finite(line, index):
            start = noun_phrase_before(line, index)
            return _span(line, start, index) if start < index else None
    return None


def _appositive_end(line: Line, end: int) -> int:
    """Index after an apposition to the source: "Bali, a spokesman for the army"."""
    if line.tags[end : end + 1] != "," or end + 1 >= len(line):
        return end
    if line.tags[end + 1] == "H" or line.tags[end + 1] in "DO" and line.quoted[end + 1] < 0:
        close = noun_phrase_after(line, end + 1, len(line))
        if line.tags[end + 1] == "H":
            close = next((index for index in range(end + 1, len(line)) if line.tags[index] in ',.;"'), len(line))
        if close > end + 1 and (close >= len(line) or line.tags[close] in ",.;IW"):
            return close
    return end


def _is_document(line: Line, start: int, end: int) -> bool:
    return any(token.lemma in lexicon().documents for token in line.tokens[start:end])


def _span(line: Line, start: int, end: int) -> Span:
    return Span(line.tokens[start].start, line.tokens[end - 1].end)


def _cut(found: list[Attribution], later: Attribution) -> list[Attribution]:
    """Ends earlier statements where a later attribution of the same sentence begins one of its own."""
    line, cue = later.line, later.cue
    if cue.form == "writer" or later.source is None or later.hull.start < line.tokens[cue.first].start and cue.form != "passive":
        return found
    begin = min(later.source.start, line.tokens[cue.first].start)
    first = next(index for index, token in enumerate(line.tokens) if token.start >= begin) if begin >= line.sentence.start else cue.first
    if begin < line.tokens[cue.first].start and any(item.source == later.source for item in found):
        first = cue.first
    edge = first
    while edge and line.tags[edge - 1] in "CSR;,-":
        edge -= 1
    if edge == first:
        return found
    if not any(tag in ",;C" for tag in line.tags[edge:first]):
        return found
    limit = line.tokens[edge - 1].end if edge else line.tokens[0].start
    return [item.with_parts(_until(item.parts, limit)) if item.hull.start < limit < item.hull.end else item for item in found]


def _until(parts: tuple[Span, ...], limit: int) -> tuple[Span, ...]:
    return tuple(Span(part.start, min(part.end, limit)) for part in parts if part.start < limit)
