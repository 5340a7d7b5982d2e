"""Parses: on given words, and from raw text by the logic of the CoNLL 2018 shared task.

From raw text both sides are reduced to characters without white space. Sentences and words are right where their first
and last character agree; a head is right where the words are aligned and their heads are (or both are roots); relations
are compared without subtypes ("nsubj:pass" counts as "nsubj"), as that scorer does. Every score is an F1.

Source of the rules: Zeman et al. (2018), "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal
Dependencies", section 5.1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.scoring.counting import Tally


@dataclass(frozen=True, slots=True)
class Node:
    """A word in a tree: offsets in the text, ``head`` as an index into its sentence (-1 for the root)."""

    start: int
    end: int
    upos: str
    head: int
    relation: str


Sentences = Sequence[Sequence[Node]]
Key = tuple[int, int]


def score_given(gold: Sentences, ours: Sentences) -> dict[str, Tally]:
    """UPOS, UAS and LAS (with and without subtypes) where both sides have the same words.

    Raises:
        ValueError: the two sides differ in sentences or words.
    """
    tallies = {name: Tally() for name in ("upos", "uas", "las", "las_universal")}
    for wanted, got in zip(gold, ours, strict=True):
        for node, mine in zip(wanted, got, strict=True):
            attached = node.head == mine.head
            tallies["upos"].add(node.upos == mine.upos, 1, 1)
            tallies["uas"].add(attached, 1, 1)
            tallies["las"].add(attached and node.relation == mine.relation, 1, 1)
            tallies["las_universal"].add(attached and universal(node.relation) == universal(mine.relation), 1, 1)
    return tallies


def universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.split(":", 1)[0]


def score_raw(text: str, gold: Sentences, ours: Sentences) -> dict[str, Tally]:
    """Sentences, words, UPOS, UAS and LAS where each side has found its own words in the same text."""
    compact = _compactor(text)
    theirs, mine = _by_span(gold, compact), _by_span(ours, compact)
    sentences = [{_span(sentence, compact) for sentence in side if sentence} for side in (gold, ours)]
    common = theirs.keys() & mine.keys()
    right = dict.fromkeys(("words", "upos", "uas", "las"), 0)
    for key in common:
        (node, head), (other, our_head) = theirs[key], mine[key]
        attached = head == our_head
        right["words"] += 1
        right["upos"] += node.upos == other.upos
        right["uas"] += attached
        right["las"] += attached and universal(node.relation) == universal(other.relation)
    total_ours, total_gold = sum(map(len, ours)), sum(map(len, gold))
    tallies = {name: Tally(count, total_ours, total_gold) for name, count in right.items()}
    tallies["sentences"] = Tally(len(sentences[0] & sentences[1]), len(sentences[1]), len(sentences[0]))
    return tallies


def _compactor(text: str) -> Callable[[int], int]:
    """Maps an offset to the count of characters before it that are not white space."""
    before = [0]
    for character in text:
        before.append(before[-1] + (not character.isspace()))
    return before.__getitem__


def _span(sentence: Sequence[Node], compact: Callable[[int], int]) -> Key:
    return compact(sentence[0].start), compact(sentence[-1].end)


def _by_span(side: Sentences, compact: Callable[[int], int]) -> dict[Key, tuple[Node, Key | None]]:
    """Each word by its span, with the span of its head (None for the root)."""
    found: dict[Key, tuple[Node, Key | None]] = {}
    for sentence in side:
        keys = [(compact(node.start), compact(node.end)) for node in sentence]
        for node, key in zip(sentence, keys, strict=True):
            found[key] = (node, keys[node.head] if node.head >= 0 else None)
    return found
