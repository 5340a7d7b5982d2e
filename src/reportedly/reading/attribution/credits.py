"""Credits: the agencies and outlets that a report names as where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.reading import Relay, Sentence
from reportedly.report import Report

DATELINE = re.compile(
    r"^[^a-z\n(]{2,60}?(?:,\s[\w. ]{2,30})?\s?\(([^()\n]{2,60})\)\s*[-–—:]|^\W*\(([^()\n]{2,40})\)\s*[-–—]?"
)
CLOSING = re.compile(r"(?:\(([^()\n]{2,60})\)|[-–—]{1,2}\s?([A-Z][\w/., &]{1,60}?))\s*\.?\s*$")
BYLINE = re.compile(r"^\W*(?:by|from)\s+([^\n]{2,80})$", re.IGNORECASE)
SOURCE = re.compile(r"^\W*(?:sources?|credits?|via)\s*:\s*([^\n]{2,120})$", re.IGNORECASE)
DIVIDER = re.compile(r"\s*(?:,|/|;|&|\+|\band\b|\bwith\b)\s*")
AGENCIES = "agencies"


def find_credits(report: Report, sentences: Sequence[Sentence]) -> tuple[Relay, ...]:
    """The agencies and outlets whose credit the report carries: "(Reuters)", "By AFP", "Source: … and agencies".

    "A. Writer in Geneva contributed to this report" names a person, and is no credit.
    """
    found: dict[int, Relay] = {}
    for start, end in _paragraphs(sentences):
        for first, last in _credited(report.text[start:end]):
            for relay in _names(report.text, start + first, start + last):
                found.setdefault(relay.start, relay)
    return tuple(found[start] for start in sorted(found))


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, sentence in enumerate(sentences):
        if index + 1 == len(sentences) or sentences[index + 1].paragraph != sentence.paragraph:
            yield sentences[first].start, sentence.end
            first = index + 1


def _credited(paragraph: str) -> Iterator[tuple[int, int]]:
    """Ranges of a paragraph that list names."""
    for pattern, shown in ((DATELINE, paragraph[:160]), (BYLINE, paragraph[:120]), (SOURCE, paragraph[:160])):
        match = pattern.search(shown)
        if match is not None:
            group = next(number for number in range(1, pattern.groups + 1) if match.group(number))
            yield match.span(group)
    tail = max(0, len(paragraph) - 80)
    match = CLOSING.search(paragraph, tail)
    if match is not None:
        yield match.span(1 if match.group(1) else 2)


def _names(text: str, start: int, end: int) -> Iterator[Relay]:
    position = start
    for piece in DIVIDER.split(text[start:end]):
        at = text.index(piece, position) if piece else position
        position = at + len(piece)
        relay = _relay(piece.strip(" .:"), at)
        if relay is not None:
            yield relay


def _relay(name: str, start: int) -> Relay | None:
    table = lexicon()
    lower = name.lower()
    bare = lower.removeprefix("the ")
    words = lower.split()
    if bare in table.agencies or lower in table.agencies or lower == AGENCIES or bare == "news agencies":
        return Relay(name, "agency", start, start + len(name))
    if (
        bare in table.outlets or lower in table.outlets or (len(words) <= 5 and table.marks.intersection(words))
    ) and name[:1].isupper():
        return Relay(name, "outlet", start, start + len(name))
    return None
