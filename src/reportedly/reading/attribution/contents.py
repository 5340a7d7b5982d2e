"""Contents: where the statement that a cue attributes begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import is_finite
from reportedly.reading.attribution.relays import addressee_station
from reportedly.reading.reading import Quote
from reportedly.report import Span

ADJUNCT_PREPOSITIONS = frozenset(
    {"in", "on", "at", "to", "during", "via", "through", "by", "after", "before", "from", "with", "following"}
)
LONGEST_ADJUNCT = 30


def content_start(line: Line, cue: Cue) -> int:
    """Index of the first token of the content to the right of a cue; adjuncts and addressees are stepped over."""
    start, end = cue.last, len(line)
    if start >= end:
        return end
    if cue.frame == "tell" or (cue.frame == "ask" and cue.lemma not in {"question", "request", "demand"}):
        start = _after_addressee(line, start, end)
    if cue.frame in {"say", "tell", "show"}:
        that = _complementizer(line, start, end)
        if that is not None:
            return that
        start = _after_adjuncts(line, start, end)
        start = _after_aside(line, cue, start, end)
    if start < end and line.tags[start] == ":":
        start += 1
    if start + 1 < end and line.tags[start] == "," and (line.quoted[start + 1] >= 0):
        start += 1
    return start


def _after_addressee(line: Line, start: int, end: int) -> int:
    """Steps over whoever is told: "told | reporters | that", "told | Reuters | the ship was free"."""
    if line.quoted[start] >= 0 or line.tags[start] in "H,:T":
        return start
    if line.tags[start] == "P":
        return start + 1
    named = addressee_station(line, start, end)
    if named > start:
        return named
    if line.tags[start] in "DAON":
        index = start + 1
        while (
            index < end
            and line.tags[index] in "OAGNB-"
            and line.quoted[index] < 0
            and not (line.tags[index] == "A" and line.tags[index - 1] == "O")
        ):
            index += 1
        if line.tags[index : index + 3] in ("CAT", "CDA") and "T" in line.tags[index : index + 4]:
            index = line.tags.index("T", index)  # "urged China | and Russia | to agree"
        return index
    return start


def _complementizer(line: Line, start: int, end: int) -> int | None:
    """Index of the "that" which opens the statement, with only adjuncts before it."""
    for index in range(start, min(end, start + LONGEST_ADJUNCT)):
        if (
            line.quoted[index] >= 0
            or line.tags[index] in ":;,"
            or (index > start and is_finite(line, index) and not _is_passed_on(line, index))
        ):
            return None
        if line.tags[index] == "P" and line.tags[index - 1] not in "IT":
            return None
        if line.tokens[index].lower == "that" and (index == start or line.tags[index - 1] != "I"):
            return index if index == start or not _is_object(line, start, index) else None
    return None


def _after_aside(line: Line, cue: Cue, start: int, end: int) -> int:
    """Steps over an aside before the statement: "said in a note, | after work had stopped, | that it would resume"."""
    if start == cue.last or start >= end or line.tags[start] != ",":
        return start
    for index in range(start + 2, min(end, start + LONGEST_ADJUNCT)):
        if line.tokens[index].lower == "that" and line.tags[index - 1] == ",":
            return index
    return start


def _is_passed_on(line: Line, index: int) -> bool:
    """Whether a participle only says how a channel was used: "in a statement faxed to an agency"."""
    return line.tags[index] == "E" and line.tags[index + 1 : index + 2] in ("I", "T", "W")


def _is_object(line: Line, start: int, that: int) -> bool:
    """Whether a noun phrase after the cue is what is said, and "that" its relative: "announced a plan that would …"."""
    return line.tags[start] in "DAONEL" and line.tokens[start].lower not in TIME_STARTS


TIME_STARTS = frozenset({"this", "last", "next", "late", "early", "earlier", "later"})


def _after_adjuncts(line: Line, start: int, end: int) -> int:
    index = start
    while index < end:
        after = _adjunct(line, index, end)
        if after == index:
            return index
        index = after
    return index


def _adjunct(line: Line, index: int, end: int) -> int:
    """Index after one adjunct of saying: a time, a channel, a place ("on Friday", "in a statement", "at a rally")."""
    tag, lower = line.tags[index], line.tokens[index].lower
    if line.quoted[index] >= 0:
        return index
    if tag == "W" or (lower in {"this", "last", "next"} and line.tags[index + 1 : index + 2] == "W"):
        return index + 1
    if tag == "N" and index and line.tags[index - 1] == "W":
        return index + 1
    if tag == "(" and line.tags[index + 1 : index + 2] in ("W", "N") and ")" in line.tags[index : index + 5]:
        return line.tags.index(")", index) + 1
    if (lower.endswith("ly") or tag == "R") and (
        index + 1 >= len(line) or line.tags[index + 1] in ",.:" or line.quoted[index + 1] >= 0
    ):
        return index + 1
    if tag not in "IT" or lower not in ADJUNCT_PREPOSITIONS:
        return index
    head = _object_end(line, index + 1, end)
    words = line.tokens[index + 1 : head]
    if any(
        word.lemma in lexicon().channels or word.lower in lexicon().platforms or line.tags[place] in "WN"
        for place, word in enumerate(words, index + 1)
    ):
        return head
    if tag == "T" and any(word.lemma in lexicon().public or word.text[0].isupper() for word in words):
        return head
    return head if head < end and (line.quoted[head] >= 0 or line.tags[head] in ":") else index


def _object_end(line: Line, start: int, end: int) -> int:
    """Index after the short noun phrase of an adjunct; it ends where a new noun phrase can begin."""
    index = start
    while index < end and line.quoted[index] < 0 and line.tags[index] in "DAONGWEB-L":
        if (index > start and line.tags[index] == "D") or (
            index > start
            and line.tags[index] == "A"
            and line.tags[index - 1] in "OW"
            and line.tokens[index - 1].text.islower()
        ):
            break
        if index > start + 1 and is_finite(line, index):
            break
        index += 1
    return index


def sentence_end(line: Line, quotes: Sequence[Quote]) -> int:
    """Character at which the statement of a sentence ends: before its full stop, unless a quotation holds that."""
    last = len(line)
    while last > 1 and line.tags[last - 1] in ".;" and line.quoted[last - 1] < 0:
        last -= 1
    return line.tokens[last - 1].end


def right_parts(line: Line, start: int, quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """The content from token ``start`` to the end of the sentence, or of the quotation that runs on."""
    end = sentence_end(line, quotes)
    if start >= len(line):
        return (_whole(quotes[line.introduced]),) if line.introduced >= 0 else ()
    begin = line.tokens[start].start
    mark = line.quoted[start]
    if mark >= 0 and quotes[mark].start == begin and quotes[mark].end < end:
        after = next(index for index in range(start, len(line)) if line.tokens[index].start >= quotes[mark].end)
        joined = line.tags[after] == "C" or (line.tags[after] == "," and line.tags[after + 1 : after + 2] == "C")
        if (line.tags[after] == "," or is_utterance(line, quotes[mark])) and not (
            joined and _quotes_again(line, after)
        ):
            return (_whole(quotes[mark]),)
    last = line.quoted[len(line) - 1]
    if last >= 0 and quotes[last].end > end and quotes[last].start >= line.sentence.start:
        end = quotes[last].end
    return (Span(begin, end),) if begin < end else ()


def without_time(line: Line, start: int, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content without the time of the judgement inside it: "accused the firm | on Monday | of neglect"."""
    for index in range(start + 1, min(len(line) - 1, start + LONGEST_ADJUNCT)):
        if line.quoted[index] >= 0 or line.tags[index] in ",:;HS" or is_finite(line, index):
            return parts
        if line.tags[index] == "W" and line.tags[index + 1] == "I" and line.tokens[index + 1].lower in {"of", "for"}:
            first = index - (line.tokens[index - 1].lower == "on")
            if first <= start or len(parts) != 1:
                return parts
            return Span(parts[0].start, line.tokens[first - 1].end), Span(line.tokens[index + 1].start, parts[0].end)
    return parts


def _whole(quote: Quote) -> Span:
    return Span(quote.start, quote.end)


def _quotes_again(line: Line, start: int) -> bool:
    """Whether quoted words follow within a few: "Be quick," and "be quiet"."""
    return any(mark >= 0 for mark in line.quoted[start : start + 4])


def is_utterance(line: Line, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own by its looks: a capital first, a stop or comma last."""
    inner = line.text[quote.inner.start : quote.inner.end].strip()
    return len(inner) > 3 and inner[0].isupper() and (inner[-1] in ".,!?…-–—" or not quote.closed)


def left_parts(line: Line, end: int, quotes: Sequence[Quote], floor: int) -> tuple[Span, ...]:
    """The content before token ``end``: back to the start of the sentence or of the quotation that began earlier."""
    last = end
    while last > floor and line.tags[last - 1] in ",-" and line.quoted[last - 1] < 0:
        last -= 1
    if last <= floor:
        return ()
    begin = line.tokens[floor].start
    mark = line.quoted[last - 1]
    if mark >= 0 and quotes[mark].start > begin:
        # `At the time he was blunt: "She signed," he said.` The quotation alone is what is said.
        opening = next(index for index in range(last) if line.tokens[index].start >= quotes[mark].start)
        if line.tags[opening - 1] in ":(":
            return (Span(quotes[mark].start, line.tokens[last - 1].end),)
    first = line.quoted[floor]
    if first >= 0 and quotes[first].start < begin:
        begin = quotes[first].start
    return (Span(begin, line.tokens[last - 1].end),)
