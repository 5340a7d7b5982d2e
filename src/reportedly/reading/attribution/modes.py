"""Modes: whether a statement is asserted, denied, expected, possible, planned, likely or hypothetical."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lexicon import mode_words
from reportedly.reading.attribution.phrases import Line
from reportedly.reading.reading import Mode, Token
from reportedly.report import Span

ORDER: tuple[Mode, ...] = ("expected", "likely", "possible", "planned")


def mode_of(cue: Cue | None, line: Line | None, words: Sequence[Token]) -> Mode:
    """The mode of a statement from its cue (None: the outlet's own) and its words."""
    if cue is not None and line is not None:
        said = _cue_mode(cue, line)
        if said is not None:
            return said
    return content_mode(words)


def _cue_mode(cue: Cue, line: Line) -> Mode | None:
    table = mode_words()
    word = line.tokens[cue.index]
    if cue.form == "writer":
        return "likely"
    if cue.form == "passive" and word.lower in table.passives and cue.frame != "judge":
        mode = table.passives[word.lower]
    else:
        mode = table.cues.get(cue.lemma, "")
    if cue.lemma == "rule" and line.tokens[cue.last - 1].lower == "out":
        return "denied"
    return mode or None  # type: ignore[return-value]


def content_mode(words: Sequence[Token]) -> Mode:
    """The mode that the words of a statement give: "could", "will", "likely", "if … would"."""
    table = mode_words().content
    found = [table[word.lower] for word in words if word.lower in table and not _is_month(word)]
    if "hypothetical" in found and any(word.lower == "would" for word in words):
        return "hypothetical"
    for mode in ORDER:
        if mode in found:
            return mode
    return "asserted"


def _is_month(word: Token) -> bool:
    return word.lower in {"may", "will"} and word.text[0].isupper()


def words_in(lines: Sequence[Line], parts: Sequence[Span]) -> list[Token]:
    """The tokens of the sentences that lie in the pieces of a content."""
    return [
        token
        for line in lines
        if line.sentence.end > parts[0].start and line.sentence.start < parts[-1].end
        for token in line.tokens
        if any(part.start <= token.start and token.end <= part.end for part in parts)
    ]
