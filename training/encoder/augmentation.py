"""Damage that real texts carry: lost capitals, headlines in capitals, odd quotes, slips of the keyboard."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable

from training.encoder.documents import Document

QUOTES = {'"': ("“", "”", "''", "``"), "'s": ("’s",), "n't": ("n’t",), "'": ("’", "‘"), "-": ("–", "—"), "...": ("…",)}
CASES: tuple[Callable[[str], str], ...] = (str.lower, str.lower, str.upper, str.title)


def damaged(document: Document, chance: random.Random, case: float, dirt: float) -> Document:
    """The document, with chance `case` in another case, with chance `dirt` with odd characters; labels stay."""
    change: Callable[[str], str] | None = chance.choice(CASES) if chance.random() < case else None
    dirty = chance.random() < dirt
    if change is None and not dirty:
        return document
    sentences = []
    for sentence in document.sentences:
        words = [change(word) for word in sentence.words] if change else sentence.words
        words = [_dirtied(word, chance) for word in words] if dirty else words
        sentences.append(dataclasses.replace(sentence, words=words, vector=-1))
    return dataclasses.replace(document, sentences=sentences)


def _dirtied(word: str, chance: random.Random) -> str:
    if word in QUOTES:
        return chance.choice(QUOTES[word])
    if len(word) > 4 and word.isalpha() and chance.random() < 0.03:
        place = chance.randrange(1, len(word) - 2)
        swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        return chance.choice((swapped, word[:place] + word[place + 1 :]))
    return word
