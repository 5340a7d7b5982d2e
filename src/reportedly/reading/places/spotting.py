"""Names in the text: the longest ones that the gazetteer knows, and the capitalised words that it does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading.places.gazetteer import Place, gazetteer
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.spelling import ARTICLES, fold
from reportedly.reading.reading import Sentence, Token
from reportedly.records import quicken

LONGEST = 9
"""Tokens in the longest name looked up; hyphens and dots count ("Deir ez-Zor" has four)."""
FARTHEST = 12
"""Tokens of a run that are looked at before and after a name."""
GLUE = frozenset({"-", "–", "’", "'", "'s"})
JOINTS = ARTICLES | GLUE | {".", "of", "de", "del", "da", "do", "du", "des", "di", "la", "le", "the"} | {
    "y", "e", "and", "on", "upon", "am", "sur",
}  # fmt: skip
"""What a name may hold between capitalised words ("Bay of Bengal", "Rio de Janeiro", "Rostov-on-Don")."""
LISTING = frozenset({",", "and", "or", "&"})
"""What stands between the names of a list."""
RUN_JOINTS = frozenset({"of", "-", "–", "de", "al", "el", "bin", "van", "von", "&"})
"""What joins capitalised words into one run ("University of Chicago")."""


@quicken
@dataclass(frozen=True, slots=True)
class Spotted:
    """A name over the tokens ``[first, last)`` of a sentence; ``run`` is the token range of the capitalised words
    around it.

    ``folded`` is its folded form, ``places`` what is called so, in the gazetteer's order. ``sought`` is the feature
    that a
    word of rank beside it asks for ("Quebec province": "admin1"), else "".
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    folded: str
    places: tuple[Place, ...]
    run: tuple[int, int]
    sought: str = ""


def span_of(name: Spotted) -> tuple[int, int]:
    """The name's characters, half-open."""
    return name.start, name.end


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name is."""
    return token.text[0].isupper()


def find_names(text: str, sentences: Sequence[Sentence]) -> Iterator[Spotted]:
    """Every longest name that the gazetteer knows, from left to right; they do not overlap."""
    for number, sentence in enumerate(sentences):
        reached, tokens = 0, sentence.tokens
        for index in _starts(tokens):
            found = _longest(text, tokens, index) if index >= reached else None
            if found is not None:
                reached, folded, places = found
                yield spotted(number, tokens, index, reached, folded, places)


def find_strangers(text: str, sentences: Sequence[Sentence], names: Sequence[Spotted]) -> Iterator[Spotted]:
    """The runs of capitalised words in which no known name lies, without a sentence's ordinary first word."""
    taken = {(name.sentence, index) for name in names for index in range(name.first, name.last)}
    for number, sentence in enumerate(sentences):
        last, tokens = 0, sentence.tokens
        for index in _starts(tokens):
            if index < last or (number, index) in taken:
                continue
            last = _run_end(text, tokens, index)
            first = index + (opens(tokens, index) and tokens[index].lower in lexicon().ordinary)
            if (
                first < last
                and is_capital(tokens[last - 1])
                and not any((number, at) in taken for at in range(first, last))
            ):
                folded = fold(text[tokens[first].start : tokens[last - 1].end])
                yield spotted(number, tokens, first, last, folded, ())


def spotted(
    number: int, tokens: Sequence[Token], first: int, last: int, folded: str, places: tuple[Place, ...]
) -> Spotted:
    """A name over ``[first, last)`` with its offsets, its run and the feature sought."""
    return Spotted(
        number, first, last, tokens[first].start, tokens[last - 1].end, folded, places,
        _run_around(tokens, first, last), _sought(tokens, first, last),
    )  # fmt: skip


def opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands at the start of a sentence or a quotation, where any word has a capital."""
    return index == 0 or not tokens[index - 1].text[0].isalnum()


def _starts(tokens: Sequence[Token]) -> list[int]:
    """Where a name may start: capitalised words, and lower-case articles before a hyphen and one ("al-Bab")."""
    return [
        index
        for index, token in enumerate(tokens)
        if token.text[0].isupper() or (token.lower in ARTICLES and _is_glued(tokens, index))
    ]


def _is_glued(tokens: Sequence[Token], index: int) -> bool:
    return index + 2 < len(tokens) and tokens[index + 1].text in GLUE and is_capital(tokens[index + 2])


def _run_end(text: str, tokens: Sequence[Token], first: int) -> int:
    """The end of the run of capitalised words that starts at a token, hyphenated parts included."""
    last = first + 1
    while last < len(tokens) and "\n" not in text[tokens[last - 1].end : tokens[last].start]:
        glued = tokens[last].text in ("-", "–") and last + 1 < len(tokens) and tokens[last + 1].text[0].isalpha()
        if not is_capital(tokens[last]) and not (glued and tokens[last].start == tokens[last - 1].end):
            break
        last += 2 if glued else 1
    return min(last, len(tokens))


def _longest(text: str, tokens: Sequence[Token], first: int) -> tuple[int, str, tuple[Place, ...]] | None:
    """The longest known name that starts at a token: its end, its folded form, and the places called so."""
    for last in range(_reach(text, tokens, first), first, -1):
        if _may_end(tokens, first, last):
            for opening in _openings(tokens, first, last):
                folded = fold(text[tokens[opening].start : tokens[last - 1].end])
                places = gazetteer().named(folded) if len(folded) > 1 else ()
                if places:
                    return last, folded, places
    return None


def _openings(tokens: Sequence[Token], first: int, last: int) -> tuple[int, ...]:
    """Where the name looked up begins: at the first token, or after its article ("ar-Raqqa" is known as "Raqqa")."""
    article = tokens[first].lower in ARTICLES and last - first > 2 and tokens[first + 1].text in GLUE
    return (first, first + 2) if article else (first,)


def _reach(text: str, tokens: Sequence[Token], first: int) -> int:
    """How far a name that starts here can go: words, hyphens and apostrophes on one line."""
    last = first + 1
    while last < len(tokens) and last < first + LONGEST:
        token = tokens[last]
        gap = text[tokens[last - 1].end : token.start]
        if "\n" in gap or not (token.text[0].isalpha() or token.lower in GLUE or (token.text == "." and not gap)):
            break
        last += 1
    return last


def _may_end(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name can end before ``last``.

    A name ends with a capitalised word, or with a lower-case noun of what it is ("Korean peninsula").
    """
    inner = tokens[first : last - 1]
    if is_capital(tokens[last - 1]):
        return all(is_capital(token) or token.lower in JOINTS for token in inner)
    return bool(inner) and tokens[last - 1].lower in lexicon().sites and all(map(is_capital, inner))


def _run_around(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The range of capitalised words, with joints between them, that surrounds a range of tokens."""
    start, end = first, last
    while first - start < FARTHEST and start > 0 and (step := _joined(tokens, start - 1, -1)):
        start -= step
    while end - last < FARTHEST and end < len(tokens) and (step := _joined(tokens, end, 1)):
        end += step
    return start, end


def _joined(tokens: Sequence[Token], index: int, way: int) -> int:
    """How many tokens on from ``index`` belong to the run: one capitalised word, or a joint and one."""
    near, beyond = tokens[index - way], index + way
    if is_capital(tokens[index]):
        return 0 if _shouts(tokens[index]) != _shouts(near) and max(len(tokens[index].text), len(near.text)) > 4 else 1
    if tokens[index].lower not in RUN_JOINTS or not 0 <= beyond < len(tokens) or not is_capital(tokens[beyond]):
        return 0
    hyphen = tokens[index].text in GLUE
    tight = tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
    return 2 if tight or not hyphen else 0


def _shouts(token: Token) -> bool:
    """Whether a word is in capitals as datelines are; "WASHINGTON Barack Obama" is no one name."""
    return len(token.text) > 4 and token.text.isupper()


def _listed_under(tokens: Sequence[Token], last: int) -> str:
    """The noun that ends the list in which a name stands, in the singular: "Clark, Butler and Warren counties"."""
    at = last
    while at < len(tokens) and (is_capital(tokens[at]) or tokens[at].text in LISTING):
        at += 1
    return tokens[at].lemma if at < len(tokens) and tokens[at].text.endswith("s") else ""


def _sought(tokens: Sequence[Token], first: int, last: int) -> str:
    """The feature that a noun of rank asks for: "Quebec province", "the city of Cairo", "the island Java"."""
    sought = lexicon().sought
    if last < len(tokens) and tokens[last].text in sought:
        return sought[tokens[last].text]
    if listed := _listed_under(tokens, last):
        return sought.get(listed, "")
    before = [token.text for token in tokens[max(0, first - 2) : first]]
    if before and before[-1] == "of":
        return sought.get(before[0], "")
    return sought.get(before[-1], "") if before else ""
