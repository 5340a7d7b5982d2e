"""Introductions: a quotation beside a verb makes it one of saying, whether or not the lexicon has it."""

from __future__ import annotations

from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import is_finite, noun_phrase_before, verb_group

REACH = {":": 16, ",": 3}
"""How many words after its verb a colon or comma may stand that brings the quotation in."""
CLOSING = ".,!?…-–—"


def introduces(line: Line, index: int) -> int | None:
    """Index after the words by which the verb at ``index`` brings in a quotation after it; None where it does not.

    "Lee shot back |: …", "As the mayor put it |, …", "The letter goes on to say |: …".
    """
    if line.quoted[index] >= 0 or not _is_verb(line, index) or not is_finite(line, index):
        return None
    for end in range(index + 1, min(len(line), index + 1 + max(REACH.values()))):
        tag = line.tags[end]
        if tag in REACH and end - index <= REACH[tag] and _opens(line, end + 1):
            said = not _is_title(line, end + 1) if tag == ":" else _is_capital(line, end + 1)
            return end if said else None
        if line.quoted[end] >= 0 or tag in ",;:." or is_finite(line, end):
            return None
    return None


def follows_quote(line: Line, index: int) -> bool:
    """Whether the verb at ``index`` closes a quotation: `"It holds," Lee surmised.`, `"It holds!" beamed Ann Lee.`"""
    if line.quoted[index] >= 0 or not _is_verb(line, index):
        return False
    if index and line.quoted[index - 1] >= 0:
        return (
            _closes(line, index - 1) and line.tokens[index].text.islower() and line.tags[index + 1 : index + 2] == "A"
        )
    if line.tags[index + 1 : index + 2] not in ("", *".,IRW-"):
        return False
    first = verb_group(line, index)
    start = noun_phrase_before(line, first, line.floor)
    return line.floor < start < first and line.quoted[start - 1] >= 0 and _closes(line, start - 1)


def _is_verb(line: Line, index: int) -> bool:
    token = line.tokens[index]
    return line.tags[index] in "VE" or (line.tags[index] == "B" and token.lower != token.lemma)


def _opens(line: Line, index: int) -> bool:
    """Whether a quotation begins at ``index``, be it only in the next sentence."""
    return line.introduced >= 0 if index >= len(line) else line.quoted[index] >= 0


def _is_capital(line: Line, index: int) -> bool:
    """Whether the quotation at ``index`` begins like a sentence; `called it, "in a way," a loss` does not."""
    words = [token.text for token in line.tokens[index : index + 2] if token.text[0].isalnum()]
    return bool(words) and words[0][0].isupper()


def _is_title(line: Line, index: int) -> bool:
    """Whether a quotation is a name: every word of it has a capital ("Safe Area")."""
    words = [
        token.text
        for place, token in enumerate(line.tokens[index:], index)
        if line.quoted[place] >= 0 and token.text[0].isalpha() and len(token.text) > 3
    ]
    return 1 < len(words) < 8 and all(word[0].isupper() for word in words)


def _closes(line: Line, index: int) -> bool:
    """Whether the quotation whose last token stands at ``index`` ends like speech, with its stop or comma inside."""
    return index > 0 and line.quoted[index - 1] >= 0 and line.tokens[index - 1].text[-1] in CLOSING
