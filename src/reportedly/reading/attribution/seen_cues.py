"""Seen cues: the words that attribute by the reading model, with the frame and the form that the rules go by."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.cues import Cue, Form
from reportedly.reading.attribution.lexicon import lexicon, mode_words
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.trees import children_of, head_of, relation_of, seen_in, tag_of, top_of
from reportedly.report import Span

CLAUSES = frozenset({"ccomp", "parataxis"})
"""Relations of a clause to the verb whose statement it is."""
SUBORDINATE = frozenset({"advcl", "acl", "xcomp"})


def cue_at(line: Line, first: int, last: int, parts: Sequence[Span]) -> Cue:
    """The cue in tokens ``[first, last)``, with its main word, its frame and its form; ``parts`` is its statement."""
    lowers = [token.lower for token in line.tokens[first:last]]
    if "according" in lowers:
        return Cue(first, last, first + lowers.index("according"), "according", "say", "according")
    if lowers == [":"]:
        return Cue(first, last, first, ":", "say", "colon")
    if line.tags[first:last] == "-":
        return Cue(first, last, first, line.tokens[first].text, "say", "dash")
    index = _main(line, first, last, parts)
    first, last = min(first, index), max(last, index + 1)
    token, table = line.tokens[index], lexicon()
    lemma = table.forms.get(token.lower, token.lemma)
    if token.lower in mode_words().writer:
        return Cue(first, last, index, token.lower, "seem", "writer")
    if tag_of(line, index) in {"NOUN", "PROPN"} and (lemma in table.statements or lemma in table.about):
        return Cue(first, last, index, lemma, "say" if lemma in table.statements else "judge", "noun")
    return Cue(first, last, index, lemma, table.verbs.get(lemma) or _frame(line, index, parts), _form(line, index))


def _is_said(line: Line, index: int, parts: Sequence[Span]) -> bool:
    return any(part.holds(_span(line, index)) for part in parts)


def _main(line: Line, first: int, last: int, parts: Sequence[Span]) -> int:
    """The word that makes the cue: the one that its others hang on, or the first verb of the lexicon."""
    top = top_of(line, first, last)
    if relation_of(line, top) == "aux" and (head := head_of(line, top)) >= 0 and not _is_said(line, head, parts):
        top = head  # "did | not respond"
    if line.tokens[top].lemma in lexicon().verbs or tag_of(line, top) == "VERB":
        return top
    return next((index for index in range(first, last) if line.tokens[index].lemma in lexicon().verbs), top)


def _frame(line: Line, index: int, parts: Sequence[Span]) -> str:
    """The frame of a verb that no list has: with a clause or a quotation it says, with anything else it only tells a
    stance.

    Of the listed verbs of PolNeAR's train part that have a clause or a quotation, 96 in 100 are verbs of speech.
    """
    said = [place for place in range(len(line)) if _is_said(line, place, parts)]
    quoted = any(line.quoted[place] >= 0 for place in said)
    clause = any(place in said and relation_of(line, place) in CLAUSES for place in children_of(line, index))
    return "say" if tag_of(line, index) == "VERB" and (quoted or clause) else "attitude"


def _span(line: Line, index: int) -> Span:
    return Span(line.tokens[index].start, line.tokens[index].end)


def _form(line: Line, index: int) -> Form:
    """Whether a verb is finite, passive or a participle."""
    relations = seen_in(line).relations
    if any(relations[line.offset + child] == "aux:pass" for child in children_of(line, index)):
        return "passive"
    if line.tokens[index].lower.endswith("ing") and relation_of(line, index) in SUBORDINATE:
        return "participle"
    return "finite"
