"""Damage that real texts carry (lost capitals, odd quotes, slips of the keyboard), and other names in their places."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Sequence

from training.encoder.documents import Document, GoldSentence, as_bio, spans_of

QUOTES = {'"': ("“", "”", "''", "``"), "'s": ("’s",), "n't": ("n’t",), "'": ("’", "‘"), "-": ("–", "—"), "...": ("…",)}
Names = dict[tuple[str, str], list[tuple[str, ...]]]
"""(set, type) -> the names of that type, as often as they occur."""
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


def names_of(documents: Sequence[Document]) -> Names:
    """The names of all sets that annotate nothing but names."""
    found: Names = {}
    for sentence in (s for d in documents for s in d.sentences if _has_only_names(s)):
        for origin, labels in sentence.names.items():
            for start, end, kind in spans_of(labels):
                found.setdefault((origin, kind), []).append(tuple(sentence.words[start:end]))
    return found


def _has_only_names(sentence: GoldSentence) -> bool:
    return len(sentence.names) == 1 and sentence.upos is None and sentence.attribution is None


def renamed(document: Document, chance: random.Random, share: float, names: Names) -> Document:
    """The document with a share of its names put in place of others of their type: a name is told by its company."""
    if not share or not all(map(_has_only_names, document.sentences)):
        return document
    return dataclasses.replace(document, sentences=[_renamed(s, chance, share, names) for s in document.sentences])


def _renamed(sentence: GoldSentence, chance: random.Random, share: float, names: Names) -> GoldSentence:
    ((origin, labels),) = sentence.names.items()
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    place = 0
    for start, end, kind in spans_of(labels):
        words += sentence.words[place:start]
        other = chance.random() < share
        name = chance.choice(names[origin, kind]) if other else tuple(sentence.words[start:end])
        spans.append((len(words), len(words) + len(name), kind))
        words += name
        place = end
    if not spans:
        return sentence
    words += sentence.words[place:]
    return dataclasses.replace(sentence, words=words, names={origin: as_bio(len(words), spans)}, vector=-1)
