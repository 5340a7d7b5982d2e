"""Where sentences and paragraphs end. A sentence never crosses a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.data import word_set
from reportedly.reading.reading import Sentence, Token
from reportedly.reading.sentences.words import TABLE, find_words
from reportedly.report import Span

DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
COUNTER = re.compile(r"\d{1,3}/\d{1,3}")
TERMINAL = re.compile(r"[.!?…]+")
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "''", "’’"})
OPENERS = frozenset({'"', "“", "``", "''", "‘‘", "‘", "'", "(", "[", "«", "-", "—", "–", "•", "*"})
BLANK = re.compile(r"\n[ \t\r]*\n\s*")
LINE = re.compile(r"\n\s*")


@lru_cache(maxsize=2)
def find_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; only white space lies between them.

    Those of the last texts are kept: what a report is found by is looked for right after it is read.
    """
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
        if index != first + 2 and tokens[index].text.isalpha():  # most words; the third may be the last of a stamp
            index += 1
            continue
        if index > first and (_opens_caption(tokens, index) or _is_stamp(tokens, index)):
            yield first, index
            first = index
        if index > first and (_closes_letter(tokens, first, index) or _is_stamp(tokens, first, index)):
            yield first, index + 1
            first = index = index + 1
            continue
        if not _may_end(tokens, index):
            index += 1
            continue
        after = _closed(tokens, index + 1)
        if after >= len(tokens) or _starts_sentence(text, tokens, index, after):
            yield first, after
            first = after
        index = after
    if first < len(tokens):
        yield first, len(tokens)


def _closed(tokens: list[Token], after: int) -> int:
    """Behind the marks, brackets and numbers of notes ("… at noon. [3][4]") that belong to the sentence that ends."""
    while after < len(tokens):
        glued = tokens[after].start == tokens[after - 1].end
        if glued and (tokens[after].text in CLOSERS or _is_terminal(tokens[after])):
            after += 1
        elif tokens[after].text == "[" and [each.text.isdigit() for each in tokens[after + 1 : after + 2]] == [True]:
            after += 2 + (tokens[after + 2 : after + 3] != [] and tokens[after + 2].text == "]")
        else:
            break
    return after


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


def _is_stamp(tokens: list[Token], index: int, last: int | None = None) -> bool:
    """Whether a day and a time of day stand alone, as above a message: "Anna Berg 05/17/2019 02:39 PM Dear …"."""
    if last is not None and last != index + 2:
        return False
    return (
        DAY.fullmatch(tokens[index].text) is not None
        and index + 2 < len(tokens)
        and CLOCK.fullmatch(tokens[index + 1].text) is not None
        and tokens[index + 2].lower in {"am", "pm"}
        and (not index or tokens[index - 1].lower not in word_set(TABLE, "before_day"))
    )


def _closes_letter(tokens: list[Token], first: int, index: int) -> bool:
    """As in "Best regards, | Anna Berg"."""
    return (
        tokens[index].text == ","
        and index - first <= 3
        and tokens[index - 1].lower in word_set(TABLE, "closings")
        and index + 1 < len(tokens)
        and tokens[index + 1].text[0].isupper()
    )


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
    if first.text[0].islower() and after == end + 1 == following and _is_careless(tokens, end, following):
        return True
    closed_quote = after - end > 1
    if tokens[end].text != "." or closed_quote:
        return not first.text[0].islower() and not _names_speaker(tokens, end, following)
    return not first.text[0].islower() or _is_list_mark(tokens, following)


def _is_careless(tokens: list[Token], end: int, following: int) -> bool:
    """Whether a writer who does without capitals goes on: "it was closed. we left." The word before is one in small
    letters, which is rarely shortened.
    """
    before, after = tokens[end - 1].text if end else "", tokens[following]
    return (
        len(before) > 2
        and before.isalpha()
        and before.islower()
        and tokens[end].text in {".", "!", "?"}
        and after.text.isascii()
        and after.text.isalpha()
        and after.lemma not in word_set(TABLE, "speech")
        and tokens[following + 1 : following + 2] != []
    )


def _is_list_mark(tokens: list[Token], index: int) -> bool:
    return tokens[index].text in {"•", "*"}


def _names_speaker(tokens: list[Token], end: int, following: int) -> bool:
    """As in '"Are you there?" Berg asked.': the verb of speech follows within three words."""
    if tokens[end].text not in {"!", "?"} or tokens[end + 1].text not in CLOSERS:
        return False
    for token in tokens[following + 1 : following + 4]:
        if token.lemma in word_set(TABLE, "speech"):
            return True
        if not token.text[0].isupper():
            return False
    return False
