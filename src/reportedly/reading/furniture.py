"""Furniture: what stands on the page of a report beside the report, such as sign-up notices, credits of pictures,
links to other stories and the rights of the outlet. Nothing is read in it.

A sentence is furniture where it says what only pages say (``opening`` and ``inside`` in the table), or where it has a
word that pages like (``likely``) and two more signs: it speaks to "you" or bids without anybody who bids, and it has no
full stop, or most of its words are capitals. What stands between two such sentences and is no whole sentence is
furniture too. What somebody is told to say is none. What is glued to the head of a sentence ("Image caption The bridge
fell …", "Thank you for subscribing The bridge fell …") is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.reading import Sentence
from reportedly.records import replace
from reportedly.report import Span

TABLE = "furniture.toml"
LONGEST = 400
"""Characters of a sentence within which page talk is looked for."""
SHORT = 12
"""Words of a sentence up to which its shape alone says something."""
LONG, REST = 25, 12
"""Words of a sentence that may begin with furniture and go on with news, and those of the news at least."""
ENOUGH = 2
"""Signs that make furniture of a sentence with a word that pages like."""
STOPS = frozenset({".", "!", "?", "”", '"', "’", "'", ")", ":", "…"})
QUOTED = frozenset({"“", "‘", '"', "'", "`"})
YOU = frozenset({"you", "your", "yours", "you'll", "you've"})
BIDDING = frozenset(
    {
        "click", "tap", "download", "follow", "like", "share", "tweet", "watch", "listen", "visit", "browse", "search",
        "select", "choose", "enter", "upload", "submit", "explore", "discover", "enjoy", "get", "read", "see", "check",
        "join", "try", "find", "sign", "log", "subscribe", "please", "register", "view", "send", "call", "contact",
    }
)  # fmt: skip
SPEECH = frozenset({"said", "says", "told", "added", "according"})


def part_furniture(text: str, sentences: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], tuple[Span, ...]]:
    """The sentences of a report less its furniture, and the spans of that in order, half open.

    Raises:
        TableError: an expression of the table is none.
    """
    read = [_less_furniture(text, sentence) for sentence in sentences]
    read = [None if _lies_between(read, at) else sentence for at, sentence in enumerate(read)]
    spans = [
        Span(sentence.start, rest.start if rest else sentence.end)
        for sentence, rest in zip(sentences, read, strict=True)
        if rest is not sentence
    ]
    return tuple(filter(None, read)), tuple(spans)


def _one_of(forms: Sequence[str], where: str, before: str = "") -> re.Pattern[str]:
    try:
        return re.compile(before + "(?:" + "|".join(f"(?:{form})" for form in forms) + ")")
    except re.error as error:
        raise TableError(TABLE, f"{where}: {error}") from None


@cache
def _openings() -> re.Pattern[str]:
    return _one_of(load_table(TABLE)["opening"], "opening", r"[\W\d_]{0,8}")


@cache
def _whole() -> re.Pattern[str]:
    return _one_of(load_table(TABLE)["whole"], "whole", r"[\W\d_]{0,8}")


@cache
def _labels() -> re.Pattern[str]:
    return _one_of(load_table(TABLE)["label"]["forms"], "label")


@cache
def _inside() -> Mapping[str, re.Pattern[str]]:
    """What is looked for in a sentence, by a word that it must have."""
    return {word: _one_of(forms, word) for word, forms in load_table(TABLE)["inside"].items()}


@cache
def _likely() -> frozenset[str]:
    return frozenset(load_table(TABLE)["likely"]["words"])


def _plain(text: str, sentence: Sentence) -> str:
    words = text[sentence.start : min(sentence.end, sentence.start + LONGEST)]
    return words.replace("’", "'").lower()


def _less_furniture(text: str, sentence: Sentence) -> Sentence | None:
    """A sentence without the furniture at its head; None where it is all furniture."""
    line = _plain(text, sentence)
    label = _labels().match(line)
    if label and (rest := _after(sentence, label.end())):
        sentence, line = rest, line[label.end() :]
    words = {token.lower for token in sentence.tokens}
    if words & SPEECH or sentence.tokens[0].text in QUOTED:
        return sentence
    if _whole().match(line):
        return None
    if ends := _ends_of_page_talk(line, words):
        rest = _after(sentence, max(ends))
        goes_on = rest and len(sentence.tokens) >= LONG and len(rest.tokens) >= REST and rest.tokens[-1].text in STOPS
        return rest if goes_on else None
    return None if not words.isdisjoint(_likely()) and _signs(sentence, words) >= ENOUGH else sentence


def _ends_of_page_talk(line: str, words: Set[str]) -> list[int]:
    """Where in a line what only pages say ends."""
    found = [opening.end()] if (opening := _openings().match(line)) else []
    return found + [match.end() for word in words & _inside().keys() for match in _inside()[word].finditer(line)]


def _after(sentence: Sentence, length: int) -> Sentence | None:
    """What follows so many characters of a sentence, from the first capital on."""
    behind = (at for at, token in enumerate(sentence.tokens) if token.start >= sentence.start + length)
    first = next((at for at in behind if sentence.tokens[at].text[0].isupper()), None)
    if first is None:
        return None
    return replace(sentence, start=sentence.tokens[first].start, tokens=sentence.tokens[first:])


def _signs(sentence: Sentence, words: Set[str]) -> int:
    """How many signs there are beside its words that a sentence is no prose; none where it speaks to nobody."""
    tokens = sentence.tokens
    addressed = (not words.isdisjoint(YOU)) + (tokens[0].lower in BIDDING)
    if not addressed:
        return 0
    letters = [token.text for token in tokens if token.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    return addressed + (tokens[-1].text not in STOPS) + (len(letters) <= SHORT and 2 * capitals > len(letters) > 1)


def _lies_between(read: Sequence[Sentence | None], at: int) -> bool:
    """Whether nothing is to be read: furniture, or a scrap that is no whole sentence between two pieces of it."""
    sentence = read[at]
    if sentence is None:
        return True
    inside = 0 < at < len(read) - 1 and read[at - 1] is None and read[at + 1] is None
    return inside and len(sentence.tokens) <= SHORT and sentence.tokens[-1].text not in STOPS
