"""Where mentions stand: the words around and inside them, and the quotations they lie in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.data import word_set
from reportedly.reading.reading import Mention, Quote, Sentence, Token
from reportedly.records import quicken


@quicken
@dataclass(frozen=True, slots=True)
class Place:
    """Tokens ``[first, last)`` of sentence ``sentence`` that a mention covers, its head's lemma and its content words
    in lower case.

    ``article`` is the word before it ("the", "a", "its", "'s", or ""), ``quote`` the index of the quotation it lies in,
    -1 = none.
    ``counted`` = a number stands in it ("100 militants"), ``counts`` are those numbers as written. ``before`` is the
    word right before it, whatever it is, and ``head_word`` the head as written; both in lower case.
    """

    sentence: int
    first: int
    last: int
    head: str
    words: frozenset[str]
    article: str
    quote: int
    counted: bool
    counts: frozenset[str] = frozenset()
    before: str = ""
    head_word: str = ""


ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "'s",
        "'",
        "another",
        "some",
        "several",
        "no",
        "any",
        "other",
        "both",
        "all",
        "each",
        "every",
        "one",
    }
)
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "your", "'s", "'"})
NUMBERS = word_set("mentions/phrases.toml", "numbers")
IDLE = frozenset(
    {"of", "for", "the", "a", "an", "and", "at", "from", "with", "-", "former", "new", "local", "own", "other"}
)


def places_of(sentences: Sequence[Sentence], mentions: Sequence[Mention], quotes: Sequence[Quote]) -> list[Place]:
    """The place of each mention."""
    starts = [[token.start for token in sentence.tokens] for sentence in sentences]
    openings = [quote.start for quote in quotes]
    return [
        _place(sentences[mention.sentence].tokens, starts[mention.sentence], mention, quotes, openings)
        for mention in mentions
    ]


def _place(
    tokens: Sequence[Token], starts: Sequence[int], mention: Mention, quotes: Sequence[Quote], openings: Sequence[int]
) -> Place:
    first = max(0, bisect_right(starts, mention.start) - 1)
    last = bisect_left(starts, mention.end, min(first + 1, len(starts)))
    head = tokens[max(first, bisect_right(starts, mention.head.start) - 1)]
    words, counts = _words_and_counts(tokens[first:last])
    quote = bisect_right(openings, mention.start) - 1
    inside = quote >= 0 and mention.start < quotes[quote].end
    before = tokens[first - 1].lower if first else ""
    article = before if before in ARTICLES else ""
    spoken = quote if inside else -1
    return Place(
        mention.sentence, first, last, head.lemma, words, article, spoken, bool(counts), counts, before, head.lower
    )


def _words_and_counts(tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a phrase that tell what it is, and those that tell how many."""
    words, counts = [], []
    for token in tokens:
        digits = token.text[0].isdigit()
        if digits or token.lower in NUMBERS:
            counts.append(token.lower)
        if not digits and token.lower not in IDLE:
            words.append(token.lower)
    return frozenset(words), frozenset(counts)
