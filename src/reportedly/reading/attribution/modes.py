"""Modes: whether a statement is asserted, denied, expected, possible, planned, likely or hypothetical."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from functools import cache

from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lexicon import mode_words
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import is_finite
from reportedly.reading.attribution.trees import children_of, relation_of, tag_of
from reportedly.reading.reading import Mode, Token
from reportedly.report import Span

ORDER: tuple[Mode, ...] = ("denied", "expected", "likely", "possible", "planned")
REACH = 4
"""How many words after the first verb still say how sure it is: "is most widely expected to"."""


def mode_of(cue: Cue | None, line: Line | None, said: Line, parts: Sequence[Span]) -> Mode:
    """The mode of a statement from its cue (None: the outlet's own) and its words, the pieces of ``said``."""
    if cue is not None and line is not None:
        mode = _cue_mode(cue, line)
        if mode is not None:
            return mode
    return content_mode(said, [index for part in parts for index in range(*said.range(part))])


def _cue_mode(cue: Cue, line: Line) -> Mode | None:
    table = mode_words()
    word = line.tokens[cue.index]
    if cue.form == "writer":
        return "likely"
    if cue.lemma == "rule" and line.tokens[cue.last - 1].lower == "out":
        negated = any(token.lower in {"not", "n't", "cannot"} for token in line.tokens[cue.first : cue.index])
        return "possible" if negated else "denied"
    if cue.form == "passive" and word.lower in table.passives and cue.frame != "judge":
        return table.passives[word.lower]
    return table.cues.get(cue.lemma)


def content_mode(line: Line, indexes: Sequence[int]) -> Mode:
    """The mode that the words of a statement give: its first verb's ("could", "will"), or "likely", "if … would"."""
    table = mode_words().content
    indexes = _unquoted(line, indexes)
    main = _telling_words(line, indexes)
    if main is None:
        main = main_words(line, indexes)
    able = {word.lower for word, after in itertools.pairwise(main) if after.lower in {"not", "n't"}} & {"could"}
    telling = (word for word in main if word.lower in table and word.lower not in able)
    found = {table[word.lower] for word in telling if not _is_name(word)}
    if not _has_verb(line, indexes):
        found -= {"expected", "planned", "denied"}
    lowers = [line.tokens[index].lower for index in indexes]
    shown = " ".join(("", *lowers[:24], ""))
    for phrase, mode in _phrases():
        if phrase in shown:
            return mode
    every = set(lowers)
    if every & HYPOTHETICAL and every & CONDITIONAL:
        return "hypothetical"
    for mode in ORDER:
        if mode in found:
            return mode
    return "planned" if _is_arranged(main) else "asserted"


@cache
def _phrases() -> tuple[tuple[str, Mode], ...]:
    return tuple((f" {phrase} ", mode) for phrase, mode in mode_words().phrases.items())


def _unquoted(line: Line, indexes: Sequence[int]) -> Sequence[int]:
    """The words without quotations that say nothing by themselves: "false hope" in quotation marks expects nothing.

    A quotation with a verb, or after one of being ("it is 'unclear'"), counts.
    """
    if not line.quoting:
        return indexes
    phrases = {
        line.quoted[index]
        for index in indexes
        if line.quoted[index] >= 0
        and index
        and line.quoted[index - 1] != line.quoted[index]
        and not _is_said_of(line, index)
    }
    phrases -= {line.quoted[index] for index in indexes if is_finite(line, index)}
    return [index for index in indexes if line.quoted[index] not in phrases] or indexes


def _is_said_of(line: Line, opening: int) -> bool:
    """Whether a quotation that opens at ``opening`` is a predicate: "is 'unclear'"."""
    return line.tags[opening - 1] in "XMR"


def _has_verb(line: Line, indexes: Sequence[int]) -> bool:
    """Whether a statement has a verb of its own; "hope for the missing" has none, and expects nothing by itself."""
    return any(is_finite(line, index) or line.tags[index] in "TE" for index in indexes)


HYPOTHETICAL = frozenset({"if", "unless"})
CONDITIONAL = frozenset({"would", "could", "might"})


TELLING = frozenset({"aux", "cop", "advmod", "expl", "cc", "mark"})


def _telling_words(line: Line, indexes: Sequence[int]) -> list[Token] | None:
    """The predicate of a statement with what colours it, by the dependency tree; None where it has none.

    "After work had stopped, it | would resume |": what hangs on the predicate counts, not what stands first.
    """
    if line.seen is None or not indexes:
        return None
    inside = frozenset(indexes)
    heads, shift = line.seen.heads, line.offset + 1
    roots = (index for index in indexes if heads[line.offset + index] - shift not in inside)
    tops = (index for index in roots if tag_of(line, index) in PREDICATES)
    top = next((index for index in tops if _is_predicate(line, index)), None)
    if top is None:
        return None
    top = _thought(line, top, inside)
    words = _colouring(line, top, inside)
    words |= set() if _has_object(line, top) else {top}
    return [line.tokens[index] for index in sorted(words | _brought(line, top, inside))]


PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "ADV"})


def _is_predicate(line: Line, index: int) -> bool:
    if tag_of(line, index) in {"VERB", "AUX"}:
        return relation_of(line, index) not in {"acl", "amod", "compound"}
    return any(relation_of(line, child) == "cop" for child in children_of(line, index))


def _has_object(line: Line, top: int) -> bool:
    """Whether a verb takes a thing and no clause: "she | believed | me" leaves nothing open."""
    relations = {relation_of(line, child) for child in children_of(line, top)}
    return bool(relations & {"obj", "iobj"}) and relations.isdisjoint({"ccomp", "xcomp"})


def _thought(line: Line, top: int, inside: Collection[int]) -> int:
    """The predicate of what a speaker says that he thinks: "I think | it may | hold |"."""
    if not any(line.tokens[child].lower in {"i", "we"} for child in children_of(line, top)):
        return top
    clauses = (child for child in children_of(line, top) if child in inside and relation_of(line, child) == "ccomp")
    return next(clauses, top)


def _brought(line: Line, top: int, inside: Collection[int]) -> set[int]:
    """The infinitive or the state that a predicate brings, with what colours it: "are due | to resume"."""
    xcomps = (each for each in children_of(line, top) if each in inside and relation_of(line, each) == "xcomp")
    child = next(xcomps, None)
    if child is None:
        return set()
    return _colouring(line, child, inside) | {child}


def _colouring(line: Line, top: int, inside: Collection[int]) -> set[int]:
    """The words that hang on a predicate and colour it."""
    return {each for each in line.hanging[top] if each in inside and line.relations[each] in TELLING}


def main_words(line: Line, indexes: Sequence[int]) -> list[Token]:
    """The words of a statement up to a few after its first verb that is not a relative clause's.

    "The bridge that could fall | is safe" is asserted: "could" belongs to the relative.
    """
    words: list[Token] = []
    skipping, left = False, None
    for place, index in enumerate(indexes):
        tag = line.tags[index]
        if left is not None and (left == 0 or tag in "SH" or line.tokens[index].text in ",;:"):
            break
        if tag in "HS" and place and left is None:
            skipping = True
            continue
        if is_finite(line, index):
            if skipping:
                skipping = tag in "XM"
                continue
            left = REACH if left is None else left
        if not skipping:
            noun = tag == "B" and index > 0 and line.tags[index - 1] in "DGN"
            words += [] if noun else [line.tokens[index]]
        left = left - 1 if left is not None and tag not in "XMR" else left
    return words


def _is_arranged(words: Sequence[Token]) -> bool:
    """Whether something is to happen: "the talks are to resume", "the vote is due on Friday"."""
    for word, after in itertools.pairwise(words):
        if word.lower in {"is", "are"} and after.lower in {"to", "due"}:
            return True
    return False


def _is_name(word: Token) -> bool:
    return word.lower in {"may", "will"} and word.text[0].isupper()
