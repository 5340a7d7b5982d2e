"""A sentence's dependency tree as finding events needs it: children, prepositions, clauses and what links them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading.encoded import EncodedSentence, base
from reportedly.records import quicken

CLAUSES = frozenset({"root", "advcl", "acl", "ccomp", "csubj", "parataxis", "xcomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
PREDICATIVE = frozenset({"VERB", "AUX"})


@quicken
@dataclass(frozen=True, slots=True)
class Tree:
    """Words are counted from 0. ``heads`` has -1 for the root; ``plain`` are relations without their subtypes
    ("nsubj" of "nsubj:pass"); ``clause`` is the word that heads the clause of each word, itself for such a head.
    """

    words: tuple[str, ...]
    upos: tuple[str, ...]
    morph: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    plain: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    clause: tuple[int, ...]
    certainty: tuple[float, ...]

    def kids(self, word: int, *relations: str) -> list[int]:
        """The children that hang on a word by one of these relations (without subtypes), in order."""
        plain = self.plain
        return [kid for kid in self.children[word] if plain[kid] in relations]

    def kid(self, word: int, *relations: str) -> int | None:
        """The first such child, if any."""
        for kid in self.children[word]:
            if self.plain[kid] in relations:
                return kid
        return None

    def case(self, word: int) -> str:
        """The preposition of a phrase ("from", "because of"), empty where it has none."""
        found = self.kids(word, "case")
        return " ".join([self.words[at] for kid in found for at in (kid, *self.kids(kid, "fixed"))]) if found else ""

    def mark(self, word: int) -> str:
        """The word that opens a clause ("after", "if", "to"), empty where it has none."""
        marks = [self.words[kid] for kid in self.kids(word, "mark")]
        return marks[0] if marks else ""

    def opener(self, word: int) -> str:
        """The mark of a clause or its adverb of time ("when", UD's advmod)."""
        mark = self.mark(word)
        if mark:
            return mark
        return next((self.words[kid] for kid in self.kids(word, "advmod") if self.words[kid] in OPENERS), "")

    def above(self, word: int) -> Iterator[int]:
        """The words above a word, from its head up to the root."""
        at = self.heads[word]
        while at >= 0:
            yield at
            at = self.heads[at]

    def is_under(self, word: int, top: int) -> bool:
        """Whether a word is ``top`` or hangs below it."""
        return word == top or top in self.above(word)

    def top(self, start: int, end: int) -> int:
        """The word of ``[start, end)`` that the others hang on: the last one with a head outside, before others."""
        found = -1
        for word in range(end - 1, start - 1, -1):
            if not start <= self.heads[word] < end:
                if self.upos[word] in NOMINAL:
                    return word
                found = max(found, word)
        return found if found >= 0 else end - 1

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is told from the side of who undergoes it: "was freed", "the men freed by", "and held"."""
        for kid in self.children[verb]:
            if self.relations[kid] in {"aux:pass", "nsubj:pass", "csubj:pass"}:
                return True
        if self.kid(verb, "nsubj", "obj") is not None:
            return False
        if self.relations[verb] == "acl" and not self.is_infinitive(verb):
            return not self.words[verb].endswith("ing")
        if not self.is_past_participle(verb):
            return False
        if self.relations[verb] in {"advcl", "xcomp"}:
            return self.kid(verb, "aux") is None
        return self.plain[verb] == "conj" and self.kid(verb, "aux") is None and self.is_passive(self.heads[verb])

    def is_past_participle(self, word: int) -> bool:
        """Whether the word is a participle of the past ("freed", "taken")."""
        return "VerbForm=Part" in self.morph[word] and "Tense=Pres" not in self.morph[word]

    def is_infinitive(self, verb: int) -> bool:
        """Whether "to" opens the verb."""
        return any(self.words[kid] == "to" for kid in self.kids(verb, "mark"))


OPENERS = frozenset({"when", "where", "while", "how", "why", "whenever"})


def plant(sentence: EncodedSentence, words: Sequence[str]) -> Tree:
    """The tree of a sentence; ``words`` are its words in lower case."""
    heads = tuple(head - 1 for head in sentence.heads)
    plain = tuple(map(base, sentence.relations))
    children: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head >= 0:
            children[head].append(word)
    opens = [
        relation in CLAUSES or (relation == "conj" and _opens_clause(word, plain, sentence.upos, children))
        for word, relation in enumerate(plain)
    ]
    return Tree(
        tuple(words),
        sentence.upos,
        sentence.morph,
        heads,
        sentence.relations,
        plain,
        tuple(map(tuple, children)),
        _clauses(heads, opens),
        sentence.certainty,
    )


def _opens_clause(word: int, plain: Sequence[str], upos: Sequence[str], children: Sequence[Sequence[int]]) -> bool:
    """Whether a word that is joined to another one has a clause of its own."""
    return upos[word] in PREDICATIVE or any(plain[kid] in {"nsubj", "cop"} for kid in children[word])


def _clauses(heads: Sequence[int], opens: Sequence[bool]) -> tuple[int, ...]:
    clause = [-1] * len(heads)
    for word in range(len(heads)):
        path = []
        at = word
        while at >= 0 and clause[at] < 0:
            path.append(at)
            if opens[at]:
                clause[at] = at
                break
            at = heads[at]
        found = clause[at] if at >= 0 else path[-1]
        for each in path:
            clause[each] = found if clause[each] < 0 else clause[each]
    return tuple(clause)
