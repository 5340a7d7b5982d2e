"""Where sentences and paragraphs end. A sentence never crosses a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.data import word_set
from reportedly.reading.reading import Sentence, Token
from reportedly.reading.sentences.words import TABLE, find_words
from reportedly.report import Span

COUNTER = re.compile(r"\d{1,3}/\d{1,3}")
TERMINAL = re.compile(r"[.!?…]+")
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "''", "’’"})
OPENERS = frozenset({'"', "“", "``", "''", "‘‘", "‘", "'", "(", "[", "«", "-", "—", "–", "•", "*"})
BLANK = re.compile(r"\n[ \t\r]*\n\s*")
LINE = re.compile(r"\n\s*")


def find_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; only white space lies between them."""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(_paragraphs(text)):
        tokens = list(find_words(text, paragraph))
        for first, last in _boundaries(text, tokens):
            sentences.append(
                Sentence(tokens[first].start, tokens[last - 1].end, number, tuple(tokens[first:last])),
            )
    return tuple(sentences)


def _paragraphs(text: str) -> Iterator[Span]:
    """Blocks between blank lines; in a text without blank lines, its lines, unless they are one wrapped paragraph."""
    breaks = BLANK if BLANK.search(text.strip()) or _is_wrapped(text) else LINE
    start = 0
    for gap in breaks.finditer(text):
        if text[start : gap.start()].strip():
            yield Span(start, gap.start())
        start = gap.end()
    if text[start:].strip():
        yield Span(start, len(text))


def _is_wrapped(text: str) -> bool:
    """Whether line ends merely wrap: most of them come after a word, not after the end of a sentence."""
    lines = [line.rstrip() for line in text.strip().split("\n") if line.strip()]
    if len(lines) < 3:
        return False
    inside = sum(1 for line in lines[:-1] if line[-1] not in ".!?…\"”':;)")
    return inside > 0.6 * (len(lines) - 1) and max(map(len, lines)) <= 120


def _boundaries(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Half-open token ranges of the sentences of one paragraph."""
    first = index = 0
    while index < len(tokens):
        if index > first and _opens_caption(tokens, index):
            yield first, index
            first = index
        if not _may_end(tokens, index):
            index += 1
            continue
        after = index + 1
        while (
            after < len(tokens)
            and (tokens[after].text in CLOSERS or _is_terminal(tokens[after]))
            and tokens[after].start == tokens[after - 1].end
        ):
            after += 1
        if after >= len(tokens) or _starts_sentence(text, tokens, index, after):
            yield first, after
            first = after
        index = after
    if first < len(tokens):
        yield first, len(tokens)


def _opens_caption(tokens: list[Token], index: int) -> bool:
    """As in "… in Oslo AP 2/34 29 May 2017 A sign …": the number of a picture and its day begin a caption."""
    return (
        COUNTER.fullmatch(tokens[index].text) is not None
        and index + 3 < len(tokens)
        and tokens[index + 1].text.isdigit()
        and tokens[index + 2].text[0].isupper()
        and tokens[index + 3].text.isdigit()
        and len(tokens[index + 3].text) == 4
    )


def _is_terminal(token: Token) -> bool:
    return TERMINAL.fullmatch(token.text) is not None


def _may_end(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    return _is_terminal(token) or (token.text[-1] == "." and token.lower not in word_set(TABLE, "never_final"))


def _starts_sentence(text: str, tokens: list[Token], end: int, after: int) -> bool:
    """Whether the token at ``after`` can start a sentence, given the mark or abbreviation at ``end``."""
    following = after
    while following < len(tokens) - 1 and tokens[following].text in OPENERS:
        following += 1
    first = tokens[following]
    if text[tokens[after - 1].end : tokens[after].start] == "" and tokens[after].text not in OPENERS:
        return (
            first.text[0].isupper()
            and _is_terminal(tokens[end])
            and len(first.text) > 1
            and not tokens[end - 1].text[0].isupper()
        )
    if not _is_terminal(tokens[end]):
        return first.text[0].isupper() and first.lower in word_set(TABLE, "starters")
    closed_quote = after - end > 1
    if tokens[end].text != "." or closed_quote:
        return not first.text[0].islower()
    return not first.text[0].islower() or _is_list_mark(tokens, following)


def _is_list_mark(tokens: list[Token], index: int) -> bool:
    return tokens[index].text in {"•", "*"}
