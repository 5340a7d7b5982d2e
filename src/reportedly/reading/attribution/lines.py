"""Lines: the sentences of a report with a class for every word, as far as attribution needs it.

Classes, one letter a token: ``A`` name, ``O`` other noun or adjective, ``N`` number, ``D`` determiner, ``P`` pronoun,
``G`` genitive, ``I`` preposition, ``T`` to, ``C`` coordinator, ``S`` subordinator, ``H`` relative, ``R`` adverb,
``W`` time word, ``X`` be, have or do, ``M`` modal, ``V`` finite verb, ``E`` participle or past in -ed, ``B`` base
form or -s form of a common verb, ``L`` -ing form, ``"`` quotation mark, ``-`` hyphen or dash, and the marks ``, . : ;
( )`` themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.reading.attribution.lexicon import lexicon, words
from reportedly.reading.encoded import Encoded, EncodedSentence, base
from reportedly.reading.reading import Quote, Sentence, Token
from reportedly.records import quicken
from reportedly.report import Span

LONGEST = 250
"""Tokens of the longest sentence that is read whole; garbled text must not cost more than its length."""
MARK_CLASSES = (
    (("“", "”", '"', "«", "»", "„", "''", "``"), '"'),
    (("(", "["), "("),
    ((")", "]"), ")"),
    (("…", "...", "!", "?"), "."),
    (("–", "—", "―", "--"), "-"),
)
MARKS = {mark: tag for marks, tag in MARK_CLASSES for mark in marks}


@quicken
@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the classes of its tokens.

    ``quoted[i]`` is the index of the quote that token ``i`` lies in, or -1; ``floor`` the first token after a dateline;
    ``introduced`` the index of the quote that a colon at the end of the sentence announces, or -1; ``answered`` that of
    the quote that ends right before the sentence in its paragraph, or -1. ``seen`` is what the reading model sees in
    the sentence, whose token ``offset + i`` is the line's token ``i``; None where a report is read by rules alone.
    ``heads[i]`` is then the token that token ``i`` hangs on, -1 for the root and where that is in another piece;
    ``hanging[i]`` are the tokens that hang on it, in order, ``relations[i]`` is its relation without subtype.
    ``finite[i]`` says that it can be the verb of a clause. ``quoting`` says that quoted words stand in the line, or
    right behind it.
    """

    index: int
    sentence: Sentence
    tokens: tuple[Token, ...]
    text: str
    tags: str
    starts: tuple[int, ...]
    quoted: tuple[int, ...]
    floor: int
    finite: tuple[bool, ...] = ()
    quoting: bool = True
    introduced: int = -1
    answered: int = -1
    seen: EncodedSentence | None = None
    offset: int = 0
    heads: tuple[int, ...] = ()
    hanging: tuple[tuple[int, ...], ...] = ()
    relations: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.tags)

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens ``[start, end)``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def range(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that lie in a span; empty where none does."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        if last > first and self.tokens[last - 1].end > span.end:
            last -= 1
        return (first, last) if first < last else (0, 0)

    def shown(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)`` with single spaces."""
        span = self.span(start, end)
        return " ".join(self.text[span.start : span.end].split())


def make_lines(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], encoded: Encoded | None = None
) -> tuple[Line, ...]:
    """The sentences with word classes and quotes marked; one of more than ``LONGEST`` tokens is read in pieces."""
    lines: list[Line] = []
    current = 0
    for index, sentence in enumerate(sentences):
        seen = encoded.sentences[index] if encoded is not None else None
        for number, piece in enumerate(_pieces(sentence)):
            while current < len(quotes) and quotes[current].end <= piece.start:
                current += 1
            quoted = _quoted(piece, quotes, current)
            tags = "".join(
                [
                    '"' if mark >= 0 and not _is_inside(token, quotes[mark]) else _tag(piece.tokens, position)
                    for position, (token, mark) in enumerate(zip(piece.tokens, quoted, strict=True))
                ]
            )
            introduced = _introduced(text, piece, quotes, current)
            answered = _answered(text, piece, quotes, current)
            floor, offset = _floor(piece.tokens, tags), number * LONGEST
            heads = _heads(piece, seen, offset)
            lines.append(
                Line(
                    index=index,
                    sentence=piece,
                    tokens=piece.tokens,
                    text=text,
                    tags=tags,
                    starts=tuple([token.start for token in piece.tokens]),
                    quoted=quoted,
                    floor=floor,
                    finite=_finite(piece.tokens, tags),
                    quoting=introduced >= 0 or max(quoted) >= 0,
                    introduced=introduced,
                    answered=answered,
                    seen=seen,
                    offset=offset,
                    heads=heads,
                    hanging=_hanging(heads),
                    relations=tuple(map(base, seen.relations[offset : offset + len(tags)])) if seen else (),
                )
            )
    return tuple(lines)


FINITE_TAGS = frozenset("XMV")
"""Classes that are finite verbs wherever they stand."""


def _finite(tokens: tuple[Token, ...], tags: str) -> tuple[bool, ...]:
    """Which tokens can be the verb of a clause: "is", "could", "fell"; "killed" and "kills" after a subject."""
    return tuple(
        [tag in FINITE_TAGS or (tag in "EB" and _is_finite(tokens, tags, index)) for index, tag in enumerate(tags)]
    )


def _is_finite(tokens: tuple[Token, ...], tags: str, index: int) -> bool:
    if not index:
        return False
    before, after = tags[index - 1], tags[index + 1 : index + 2]
    if before == "R" and index > 1:
        before = tags[index - 2]
    if tags[index] == "E":
        return before in "AONPW)" and after != "-" and not _is_reduced(tokens, index)
    if before == "P" or before == "H":
        return True
    subject = tokens[index - 1].lower
    if tokens[index].lower == tokens[index].lemma:
        plural = subject.endswith("s") and not subject.endswith(("ss", "us", "news"))
        return before in "OA" and plural and after not in tuple("AOG")
    return before in "OA)" and not subject.endswith("s") and after not in ("G", "-", "", ".", ",", ";", ")")


def _is_reduced(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an -ed form is a reduced relative: "a deal negotiated by tribal leaders"."""
    return tokens[index + 1].lower == "by" if index + 1 < len(tokens) else False


def _heads(piece: Sentence, seen: EncodedSentence | None, offset: int) -> tuple[int, ...]:
    if seen is None:
        return ()
    size = len(piece.tokens)
    moved = [head - 1 - offset for head in seen.heads[offset : offset + size]]
    return tuple([head if 0 <= head < size else -1 for head in moved])


def _hanging(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head >= 0:
            found[head].append(index)
    return tuple(map(tuple, found))


def _introduced(text: str, sentence: Sentence, quotes: Sequence[Quote], current: int) -> int:
    """Index of the quote that begins the next sentence where this one ends in a colon: "The mayor wrote:"."""
    if sentence.tokens[-1].text != ":":
        return -1
    while current < len(quotes) and quotes[current].start < sentence.end:
        current += 1
    if current < len(quotes) and not text[sentence.end : quotes[current].start].strip():
        return current
    return -1


def _answered(text: str, sentence: Sentence, quotes: Sequence[Quote], current: int) -> int:
    """Index of the quote that stands right before a sentence: `"It holds." | Lee said.`"""
    if not current:
        return -1
    between = text[quotes[current - 1].end : sentence.start]
    return -1 if "\n" in between or between.strip() else current - 1


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    tokens = sentence.tokens
    if len(tokens) <= LONGEST:
        yield sentence
        return
    for first in range(0, len(tokens), LONGEST):
        piece = tokens[first : first + LONGEST]
        yield Sentence(piece[0].start, piece[-1].end, sentence.paragraph, piece)


def _is_inside(token: Token, quote: Quote) -> bool:
    """Whether a token is quoted, and is no quotation mark itself."""
    return quote.inner.start <= token.start < quote.inner.end


def _floor(tokens: tuple[Token, ...], tags: str) -> int:
    """Index of the first token after a dateline: "CAIRO (Reuters) - | Another attempt"."""
    dash = tags.find("-", 0, 16)
    if (
        dash > 0
        and set(tags[:dash]) <= set("A,().NWIDO")
        and tokens[0].text.isupper()
        and tokens[dash].start > tokens[dash - 1].end
    ):
        return dash + 1
    return 0


def _quoted(sentence: Sentence, quotes: Sequence[Quote], current: int) -> tuple[int, ...]:
    if current >= len(quotes) or quotes[current].start >= sentence.end:
        return (-1,) * len(sentence.tokens)
    marks: list[int] = []
    for token in sentence.tokens:
        while current < len(quotes) and quotes[current].end <= token.start:
            current += 1
        marks.append(current if current < len(quotes) and quotes[current].start <= token.start else -1)
    return tuple(marks)


def _tag(tokens: tuple[Token, ...], index: int) -> str:
    token = tokens[index]
    if token.lower in BOUND:
        return _bound_tag(tokens, index)
    tag = _word_tag(token.text, token.lower, token.lemma, index == 0)
    if tag == FINITE:
        joined = index and tokens[index - 1].text == "-" and tokens[index - 1].end == token.start
        return "O" if joined else "V"
    return tag


BOUND = frozenset({"'s", "'"})
FINITE = "v"
"""Of a word that is a finite verb but for a hyphen before it."""


def _bound_tag(tokens: tuple[Token, ...], index: int) -> str:
    """The class of an apostrophe, with an s or without: "he['s] gone", "the mayor['s] claim", "the guards['] claim"."""
    if not index:
        return "G" if tokens[index].lower == "'s" else '"'
    before = tokens[index - 1]
    if tokens[index].lower == "'s":
        return "X" if before.lower in BEING else "G"
    return "G" if tokens[index].start == before.end else '"'


BEING = frozenset({"he", "she", "it", "that", "there", "who", "what", "here", "everyone"})


@lru_cache(maxsize=65536)
def _word_tag(text: str, lower: str, lemma: str, opens: bool) -> str:
    """The class of a word by itself; ``opens`` says that it is the first one of its sentence."""
    first = lower[0]
    if not first.isalnum() and first != "'" and lower != "n't":
        return MARKS.get(text) or (first if first in ",.:;-" else "O")
    if lower == "to":
        return "T"
    if first.isdigit():
        return "N"
    known = words().tags.get(lower)
    if lower == "us" and text == "US":
        return "A"
    if known == "M" and lower in {"may", "will"} and text[0].isupper() and not opens:
        return "W" if lower == "may" else "A"
    if known:
        return known
    if lower in words().finite and (opens or text.islower()):
        return FINITE
    if text[0].isupper() and (not opens or (len(lower) > 1 and text.isupper())):
        return "A"
    tag = _verb_class(lower, lemma)
    # "Pence replied": a name at the head of a sentence is no irregular past.
    named = tag == "E" and opens and text[0].isupper() and not lower.endswith(("ed", "n"))
    return "O" if named else tag


def _verb_class(lower: str, lemma: str) -> str:
    verbs = words().verbs
    if (
        lower != lemma
        and lower.isalpha()
        and not lower.endswith(("s", "ing", "ed", "er", "est"))
        and lower not in words().irregular
    ):
        return "E"
    if lower.endswith("ing") and lower != lemma:
        return "L"
    if lower.endswith("ed") and lower != lemma and len(lower) > 4:
        return "E"
    if lemma in verbs or lemma in lexicon().verbs:
        return "B" if lower == lemma or lower.endswith("s") else "E"
    return "O"
