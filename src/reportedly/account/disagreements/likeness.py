"""How alike two statements are: the words that tell what they are about."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.account.names import common_words, function_words
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
HOURS = "account/hours.toml"
STOP = re.compile(r"(?<![ap]\.m)(?<!\b[A-Z])\.\s|[!?\n]", re.IGNORECASE)
FAR = 300
"""Characters of a sentence that are looked at."""
ROOT = 6
"""Letters that two words of one root share: "threatened" and "threats", "exchanged" and "exchange"."""
SHORTEST = 4


@lru_cache(maxsize=16384)
def roots(text: str) -> frozenset[str]:
    """The words of a text that tell something, each cut to its root, so that "assaulted" is found in "an assault"."""
    return frozenset(root for word in WORD.findall(text.lower()) if (root := root_of(word)))


@lru_cache(maxsize=65536)
def root_of(word: str) -> str:
    """The root of a lower-case word; "" for a word that stands in every text."""
    lemma = lemma_of(word.partition("'")[0].partition("’")[0])
    return (
        lemma[:ROOT]
        if len(lemma) >= SHORTEST and lemma not in function_words() and word not in function_words()
        else ""
    )


@lru_cache(maxsize=1)
def common_roots() -> frozenset[str]:
    """The roots of words of everyday English: alone, they show no likeness."""
    return frozenset(lemma_of(word)[:ROOT] for word in common_words())


def is_of_the_blow(text: str, at: int) -> bool:
    """Whether the words nearest before a place tell when somebody was shot, not of the end: he may have died an hour
    later.
    """
    sentence = STOP.split(text[max(0, at - FAR) : at].lower())[-1]
    told = [lemma for word in WORD.findall(sentence) if (lemma := lemma_of(word)) in _blows() | _ends()]
    after = [lemma_of(word) for word in WORD.findall(STOP.split(text[at : at + FAR].lower())[0])]
    return told[-1] in _blows() if told else not _blows().isdisjoint(after) and _ends().isdisjoint(after)


def _blows() -> frozenset[str]:
    return word_set(HOURS, "blow")


def _ends() -> frozenset[str]:
    return word_set(HOURS, "end")
