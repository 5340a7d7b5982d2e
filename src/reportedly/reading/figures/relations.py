"""What is said of the things counted: the relation that the words around a quantity give it.

Without a parse, the governor is found by position: a participle inside the noun phrase ("the 12 trapped boys"), the verb right before it
("killed 12 people"), the first verb after it ("12 people were killed", "100 militants surrendered"), a noun that governs by "of"
("the surrender of 275 extremists"), or the count that a toll names ("the death toll rose to 45").
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.counted import looks_verbal
from reportedly.reading.figures.lexicon import nouns, relations
from reportedly.reading.figures.numbers import HYPHENS, read_number, word
from reportedly.reading.figures.quantities import phrase_ending, phrase_starting
from reportedly.reading.reading import Token

RIGHT, LEFT = 16, 12
"""How many words after and before a quantity are looked through."""
BE = frozenset({"is", "was", "were", "are", "be", "been", "being", "got", "getting", "get", "remain", "remains", "remained", "feared", "believed", "presumed", "left"})
AUXILIARY = frozenset({
    "have", "has", "had", "having", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did", "to", "able", "going", "said", "reported",
    "thought", "known", "expected", "not", "n't", "forced", "managed", "reportedly", "also", "still", "now", "already", "who", "which", "that", "since", "so", "far", "later",
    "confirmed", "began", "begun", "started", "wanted", "trying", "seriously", "critically", "severely", "have", "'ve", "'d", "'re", "'s", "yet", "either", "both", "all", "apparently", "finally", "just",
})  # fmt: skip
BREAKS = frozenset({";", ":", ".", "!", "?", "but", "while", "when", "because", "although", "whereas", "before", "if", "(", ")", "”", "“", '"', "—"})
OBJECT_STARTS = frozenset({"the", "a", "an", "his", "her", "their", "its", "him", "them", "at", "more", "nearly", "about", "some", "dozens", "several", "hundreds", "themselves", "up"})
PASSED = frozenset({"at", "least", "an", "a", "the", "another", "some", "further", "additional", "all", "other", "and", "also", "estimated", "reportedly", "as", "many", "to", "more", "than", "these", "those", "his", "their", "its"})
TRANSPARENT = frozenset({"people", "persons", "men", "women", "children", "civilians", "soldiers", "others", "a", "the", "total", "of", "number", "group", "crowd", "team", "crew", "some", "bodies", "members", "lives"})

PEOPLE_RELATIONS = frozenset({
    "killed", "injured", "missing", "trapped", "rescued", "arrested", "evacuated", "displaced", "hospitalised", "survived", "surrendered", "casualties", "abducted", "exited",
    "infected", "aboard", "escaped", "unharmed", "released", "shot", "critical", "charged", "convicted", "voted",
})  # fmt: skip


def relation_of(tokens: Sequence[Token], first: int, phrase: int, head: int | None, last: int, spanned: frozenset[str]) -> str | None:
    """The relation of the quantity over ``[first, last)`` whose counted words run from ``phrase`` to ``head``; None where nothing tells it."""
    return (
        _inside(tokens, phrase, head, spanned)
        or _result(tokens, last)
        or _nominal(tokens, head)
        or _object(tokens, first)
        or _predicate(tokens, last)
        or _toll(tokens, first)
        or _governed(tokens, first)
        or _weak(tokens, head)
    )


def _inside(tokens: Sequence[Token], phrase: int, head: int | None, spanned: frozenset[str]) -> str | None:
    """ "12 trapped boys", "30 injured", "the remaining five": a state inside the noun phrase."""
    table = relations()
    words = [tokens[index].lower for index in range(phrase, head + 1)] if head is not None else []
    for each in [*words, *sorted(spanned)]:
        found = table.adjective.get(each)
        if found:
            return found
    for index in range(phrase, head if head is not None else phrase):
        if tokens[index].lower.endswith("ed") and tokens[index].lemma in table.object:
            return table.object[tokens[index].lemma]
    return None


def _result(tokens: Sequence[Token], last: int) -> str | None:
    """A state right after: "left 12 people dead", "12 people missing", "25 crew on board", "five people still inside"."""
    table = relations()
    for at in (last, last + 1, last + 2):
        if at > last and word(tokens, at - 1) not in {"still", "now", "all", "feared", "believed", "reported", "safely", "listed", "and", "or", "were", "are", "was", "is", "presumed", "remain", "remained", "be", "been", "confirmed"}:
            break
        found = phrase_starting(table.after, tokens, at)
        if found:
            return found[1]
        state = table.adjective.get(word(tokens, at))
        if state and not (state == "remaining" and word(tokens, at) == "left" and word(tokens, at + 1) in OBJECT_STARTS):
            return state
    return None


def _nominal(tokens: Sequence[Token], head: int | None) -> str | None:
    """ "45 deaths", "20 injuries": the counted noun names what happened."""
    if head is None:
        return None
    lemma = nouns().plurals.get(tokens[head].lower, tokens[head].lemma)
    found = relations().noun.get(lemma)
    return found if found in {"killed", "injured", "casualties", "arrested", "abducted"} else None


def _weak(tokens: Sequence[Token], head: int | None) -> str | None:
    """ "31 passengers", "40 survivors": a noun that tells a relation where no verb does."""
    if head is None:
        return None
    return relations().noun.get(nouns().plurals.get(tokens[head].lower, tokens[head].lemma))


def _object(tokens: Sequence[Token], first: int) -> str | None:
    """The verb right before: "killing at least 12", "pulled out four boys", "claimed the lives of 30"."""
    table = relations()
    at = first
    for _ in range(4):
        phrase = phrase_ending(table.before, tokens, at)
        if phrase:
            return phrase[1].removesuffix("_number")
        lower = word(tokens, at - 1)
        if at > 0 and tokens[at - 1].lemma in table.object and _is_verb(tokens, at - 1):
            return table.object[tokens[at - 1].lemma]
        if lower not in PASSED:
            return None
        at -= 1
    return None


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word acts on what follows it, as a verb and not in the passive ("were killed, 12 of them")."""
    if word(tokens, index - 1) in {"was", "were", "been", "being", "be", "a", "the"}:
        return False
    return tokens[index].lower != "round" or word(tokens, index + 1) == "up"


def _predicate(tokens: Sequence[Token], last: int) -> str | None:
    """The first verb after the noun phrase, as its subject or in the passive."""
    passive = pending = False
    for at in range(last, min(last + RIGHT, len(tokens))):
        token = tokens[at]
        lower = token.lower
        if lower in BREAKS:
            return None
        if lower in BE:
            passive = True
            pending = pending or [word(tokens, at - 2), word(tokens, at - 1)] in (["yet", "to"], ["has", "to"], ["have", "to"], ["still", "to"], ["remains", "to"])
            phrase = phrase_starting(relations().after, tokens, at)
            if phrase:
                return phrase[1]
            continue
        found = _said_by(tokens, at, passive=passive)
        if found:
            return f"un{found}" if pending else found
        if lower not in AUXILIARY and _ends_search(token, at > last, passive=passive):
            return None
    return None


def _said_by(tokens: Sequence[Token], at: int, *, passive: bool) -> str | None:
    """The relation that the word at an index gives to the subject before it."""
    table, token = relations(), tokens[at]
    phrase = phrase_starting(table.after, tokens, at)
    if phrase:
        return phrase[1]
    if token.lower in table.adjective and passive:
        return table.adjective[token.lower]
    if token.lemma in table.subject and (not passive or token.lower.endswith("ing")) and _is_finite(tokens, at):
        return table.subject[token.lemma]
    participle = token.lemma in table.object and token.lower != token.lemma and not token.lower.endswith(("ing", "s"))
    if participle or (passive and token.lower in {"hurt", "hit", "cut", "shot"}):
        acts = not passive and _takes_object(tokens, at + 1)
        return None if acts else table.object.get(token.lemma)
    return None


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    return word(tokens, at - 1) not in {"the", "a", "an", "of", "in", "for", "at", "his", "their"}


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object starts at a token: "100 militants killed five soldiers" is no count of killed militants."""
    lower = word(tokens, at)
    if lower in OBJECT_STARTS:
        return word(tokens, at) != "at" or word(tokens, at + 1) == "least"
    return at < len(tokens) and (read_number(tokens, at) is not None or (tokens[at].text[0].isupper() and not lower.endswith("day")))


def _ends_search(token: Token, moved: bool, *, passive: bool) -> bool:
    """Whether an unknown word is the verb that we looked for: then nothing more is said of the figure."""
    if token.lower in HYPHENS or token.lower == ",":
        return False
    return looks_verbal(token) and (moved or not passive) and not token.lower.endswith("ing") or (passive and looks_verbal(token))


def _toll(tokens: Sequence[Token], first: int) -> str | None:
    """ "the death toll rose to 45", "a toll of nine", "the number of missing stands at 20"."""
    table = relations()
    for at in range(first - 1, max(-1, first - LEFT), -1):
        lower = word(tokens, at)
        if lower in BREAKS:
            return None
        if lower in table.toll and (lower != "death" or word(tokens, at + 1) == "toll"):
            return "injured" if word(tokens, at - 1) in {"injury", "injured"} else table.toll[lower]
        if lower == "number" and word(tokens, at + 1) == "of":
            return _numbered(tokens, at + 2, first)
        if looks_verbal(tokens[at]) and tokens[at].lemma not in table.value and lower not in AUXILIARY and tokens[at].lemma not in table.object:
            return None
    return None


def _numbered(tokens: Sequence[Token], start: int, first: int) -> str | None:
    """What "the number of …" counts, up to its value."""
    table = relations()
    for at in range(start, first):
        lemma = nouns().plurals.get(tokens[at].lower, tokens[at].lemma)
        found = table.adjective.get(tokens[at].lower) or table.noun.get(lemma) or table.object.get(tokens[at].lemma)
        if found:
            return found
    return None


def _governed(tokens: Sequence[Token], first: int) -> str | None:
    """ "the surrender of 275 extremists", "the deaths of more than 40": a noun that governs by "of"."""
    at = first - 1
    while word(tokens, at) in PASSED and at > 0:
        at -= 1
    if word(tokens, at) != "of" or at < 1:
        return None
    lemma = nouns().plurals.get(tokens[at - 1].lower, tokens[at - 1].lemma)
    return relations().noun.get(lemma)
