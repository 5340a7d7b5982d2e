"""Trees: the reading model's dependency tree of a line, in the line's own token numbers."""

from __future__ import annotations

from reportedly.reading.attribution.lines import Line
from reportedly.reading.encoded import EncodedSentence


def seen_in(line: Line) -> EncodedSentence:
    """What the model sees in a line's sentence.

    Raises:
        ValueError: the report is read by rules alone.
    """
    if line.seen is None:
        raise ValueError("this line was made without the reading model")
    return line.seen


def head_of(line: Line, index: int) -> int:
    """Index of the word that a word hangs on; -1 for the root of the sentence, and where it is in another piece."""
    return line.heads[index]


def relation_of(line: Line, index: int) -> str:
    """The relation of a word to its head, without subtype ("nsubj" for "nsubj:pass")."""
    return line.relations[index]


def tag_of(line: Line, index: int) -> str:
    """The universal part of speech of a word."""
    return seen_in(line).upos[line.offset + index]


def children_of(line: Line, index: int) -> tuple[int, ...]:
    """The words that hang on a word, in order."""
    return line.hanging[index]


def top_of(line: Line, first: int, last: int) -> int:
    """The word of ``[first, last)`` that all others hang on, or the first of several: its head stands outside."""
    heads = line.heads
    tops = (index for index in range(first, last) if not first <= heads[index] < last)
    return next((index for index in tops if tag_of(line, index) != "PUNCT"), first)


def ancestors_of(line: Line, index: int) -> list[int]:
    """A word and all that it hangs on, up to the root."""
    found = [index]
    while (head := line.heads[found[-1]]) >= 0:
        found.append(head)
    return found


def words_under(line: Line, index: int) -> set[int]:
    """A word and all words that hang on it, directly or not."""
    found, waiting = {index}, [index]
    while waiting:
        below = line.hanging[waiting.pop()]
        found.update(below)
        waiting += below
    return found


CONTROLLED = frozenset({"conj", "xcomp", "advcl", "parataxis"})
"""Relations of a verb that may have its subject from the verb that it hangs on."""


def subject_of(line: Line, verb: int) -> int | None:
    """Index of the head of who does what a verb says: its own subject, or that of the verb that it hangs on.

    "The mayor | resigned, saying C", "she | came and told them C"; "C was denied by | the mayor".
    """
    for _ in range(3):
        found = _own_subject(line, verb)
        if found is not None:
            return found
        if relation_of(line, verb) not in CONTROLLED or (verb := head_of(line, verb)) < 0:
            return None
    return None


DOERS = frozenset({"nsubj", "nsubj:outer", "obl:agent"})


def _own_subject(line: Line, verb: int) -> int | None:
    relations = seen_in(line).relations
    return next((child for child in children_of(line, verb) if relations[line.offset + child] in DOERS), None)


def topic_of(line: Line, verb: int) -> int | None:
    """Index of the head of the subject of a verb, active or passive: "| the team | is believed to have left"."""
    return next((child for child in children_of(line, verb) if relation_of(line, child) == "nsubj"), None)


def owner_of(line: Line, noun: int) -> int | None:
    """Index of the head of whose a noun is: "the mayor's | refusal", "his | claim"."""
    relations = seen_in(line).relations
    return next((child for child in children_of(line, noun) if relations[line.offset + child] == "nmod:poss"), None)


def phrase_of(line: Line, head: int) -> tuple[int, int]:
    """The range of the noun phrase around its head, with what describes it, up to a relative clause or an aside."""
    words = words_under(line, head)
    for child in children_of(line, head):
        if seen_in(line).relations[line.offset + child] in {"acl:relcl", "parataxis", "case", "punct", "cc"}:
            words -= words_under(line, child)
    first = last = head
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    return first, last + 1
