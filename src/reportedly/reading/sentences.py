"""Words, sentences and paragraphs, with exact offsets.

Tokens follow Universal Dependencies for English: clitics ("did|n't", "city|'s"), hyphens ("US|-|led") and units
("400|m") stand apart; abbreviations keep their dots. A sentence never crosses a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.data import load_table, word_set
from reportedly.reading.dictionary import lemmatizer
from reportedly.reading.reading import Sentence, Token
from reportedly.report import Span

TABLE = "sentences.toml"
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'"})
WORD = re.compile(
    r"""
    (?: https?:// | www\. )\S*[\w/]                       # a web address
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # an e-mail address
  | [@\#]\w+                                              # a handle
  | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?               # U.S. a.m. W.J.
  | \d+(?:st|nd|rd|th)\b                                  # 23rd
  | \d+(?:[.,:/]\d+)*                                     # 1,000 07:40 2021/03/25
  | [^\W\d_]+(?:['’ʼ][^\W\d_]+)*(?:(?<=s)['’](?!\w))?     # words, with apostrophes inside; the plural genitive
  | \.{2,} | …                                            # dots
  | [—–-]+
  | [^\w\s]
  | _+ | \w
    """,
    re.VERBOSE | re.IGNORECASE,
)
CLITIC = re.compile(r"(?<=[a-z])(n['’ʼ]t|['’ʼ](?:s|re|ve|ll|d|m)|(?<=s)['’])$", re.IGNORECASE)
COUNTER = re.compile(r"\d{1,3}/\d{1,3}")
TERMINAL = frozenset({".", "!", "?", "…", "...", "....", "?!"})
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "''"})
OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "-", "—", "–", "•", "*"})
BLANK = re.compile(r"\n[ \t\r]*\n\s*")
LINE = re.compile(r"\n\s*")


@lru_cache(maxsize=65536)
def lemma_of(lower: str) -> str:
    """The dictionary form of a lower-case word; the word itself where none is known."""
    table = load_table(TABLE)
    known = table["lemmas"].get(lower) or table["clitics"].get(lower)
    if known:
        return str(known)
    if not lower.isalpha():
        return lower
    lemma: str = lemmatizer().lemmatize(lower, lang="en")
    return lemma.lower()


def find_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; only white space lies between them."""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(_paragraphs(text)):
        tokens = list(_tokens(text, paragraph))
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


def _tokens(text: str, span: Span) -> Iterator[Token]:
    never, perhaps = word_set(TABLE, "never_final"), word_set(TABLE, "perhaps_final")
    position = span.start
    while match := WORD.search(text, position, span.end):
        start, end = match.span()
        lower = match.group().lower()
        if (
            text[end : end + 1] == "."
            and end < span.end
            and (lower + "." in never or lower + "." in perhaps or _is_initial(text, start, end))
        ):
            end += 1
        position = end
        yield from _split_clitic(text, start, end)


def _is_initial(text: str, start: int, end: int) -> bool:
    """Whether a single capital with a dot is somebody's initial ("J. Smith"), not the end of a sentence ("vitamin
    C.").
    """
    return (
        end - start == 1
        and text[start].isupper()
        and text[start] != "I"
        and text[end + 1 : end + 2] == " "
        and text[end + 2 : end + 3].isupper()
    )


def _split_clitic(text: str, start: int, end: int) -> Iterator[Token]:
    clitic = CLITIC.search(text[start:end]) if end - start > 1 else None
    if clitic and clitic.start():
        yield _token(text, start, start + clitic.start())
        yield _token(text, start + clitic.start(), end)
    else:
        yield _token(text, start, end)


def _token(text: str, start: int, end: int) -> Token:
    shown = text[start:end]
    lower = shown.lower().translate(APOSTROPHES)
    return Token(start, end, shown, lower, lemma_of(lower))


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
            and tokens[after].text in CLOSERS | TERMINAL
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


def _may_end(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    return token.text in TERMINAL or (token.text[-1] == "." and token.lower not in word_set(TABLE, "never_final"))


def _starts_sentence(text: str, tokens: list[Token], end: int, after: int) -> bool:
    """Whether the token at ``after`` can start a sentence, given the mark or abbreviation at ``end``."""
    following = after
    while following < len(tokens) - 1 and tokens[following].text in OPENERS:
        following += 1
    first = tokens[following]
    if text[tokens[after - 1].end : tokens[after].start] == "" and tokens[after].text not in OPENERS:
        return (
            first.text[0].isupper()
            and tokens[end].text in TERMINAL
            and len(first.text) > 1
            and not tokens[end - 1].text[0].isupper()
        )
    if tokens[end].text not in TERMINAL:
        return first.text[0].isupper() and first.lower in word_set(TABLE, "starters")
    closed_quote = after - end > 1
    if tokens[end].text in {"!", "?", "…", "...", "...."} or closed_quote:
        return not first.text[0].islower()
    return not first.text[0].islower() or _is_list_mark(tokens, following)


def _is_list_mark(tokens: list[Token], index: int) -> bool:
    return tokens[index].text in {"•", "*"}
