"""The little grammar that attribution needs: word classes, verb forms, and noun phrases found from their ends.

Classes, one letter a token: ``A`` name, ``O`` other noun or adjective, ``N`` number, ``D`` determiner, ``P`` pronoun, ``G`` genitive,
``I`` preposition, ``T`` to, ``C`` coordinator, ``S`` subordinator, ``H`` relative, ``R`` adverb, ``W`` time word, ``X`` be, have or do,
``M`` modal, ``V`` finite verb, ``E`` participle or past in -ed, ``B`` base form or -s form of a common verb, ``L`` -ing form,
``"`` quotation mark, ``-`` hyphen or dash, and the marks ``,`` ``.`` ``:`` ``;`` ``(`` ``)`` themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading.attribution.lexicon import lexicon, words
from reportedly.reading.reading import Quote, Sentence, Token
from reportedly.report import Span

LONGEST = 250
"""Tokens of the longest sentence that is read whole: real ones are shorter, and garbled text must not cost more than its length."""
FINITE = frozenset("XMV")
MARKS = {"“": '"', "”": '"', '"': '"', "«": '"', "»": '"', "''": '"', "``": '"', "(": "(", "[": "(", ")": ")", "]": ")", "…": ".", "...": ".", "!": ".", "?": ".", "–": "-", "—": "-", "--": "-"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the classes of its tokens; ``quoted[i]`` is the index of the quote that token ``i`` lies in, or -1."""

    index: int
    sentence: Sentence
    text: str
    tags: str
    quoted: tuple[int, ...]
    floor: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def __len__(self) -> int:
        return len(self.tags)

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens ``[start, end)``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def range(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that lie in a span; empty where none does."""
        inside = [index for index, token in enumerate(self.tokens) if span.start <= token.start and token.end <= span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def shown(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)`` with single spaces."""
        span = self.span(start, end)
        return " ".join(self.text[span.start : span.end].split())


def make_lines(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> tuple[Line, ...]:
    """The sentences with word classes and quotes marked; one of more than ``LONGEST`` tokens is read in pieces."""
    lines: list[Line] = []
    current = 0
    for index, sentence in enumerate(sentences):
        for piece in _pieces(sentence):
            while current < len(quotes) and quotes[current].end <= piece.start:
                current += 1
            quoted = _quoted(piece, quotes, current)
            tags = "".join(
                '"' if mark >= 0 and not _is_inside(token, quotes[mark]) else _tag(piece.tokens, position)
                for position, (token, mark) in enumerate(zip(piece.tokens, quoted, strict=True))
            )
            lines.append(Line(index, piece, text, tags, quoted, _floor(piece.tokens, tags)))
    return tuple(lines)


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
    if dash > 0 and set(tags[:dash]) <= set("A,().NWIDO") and tokens[0].text.isupper() and tokens[dash].start > tokens[dash - 1].end:
        return dash + 1
    return 0


def _quoted(sentence: Sentence, quotes: Sequence[Quote], current: int) -> tuple[int, ...]:
    marks: list[int] = []
    for token in sentence.tokens:
        while current < len(quotes) and quotes[current].end <= token.start:
            current += 1
        marks.append(current if current < len(quotes) and quotes[current].start <= token.start else -1)
    return tuple(marks)


def _tag(tokens: tuple[Token, ...], index: int) -> str:
    token = tokens[index]
    lower = token.lower
    first = lower[0]
    if not first.isalnum() and first != "'" and lower != "n't":
        return MARKS.get(token.text) or (first if first in ",.:;-" else "O")
    if lower == "to":
        return "T"
    if lower == "'s":
        return "X" if index and tokens[index - 1].lower in {"he", "she", "it", "that", "there", "who", "what", "here", "everyone"} else "G"
    if lower == "'":
        return "G" if index and token.start == tokens[index - 1].end else '"'
    if first.isdigit():
        return "N"
    known = words().tags.get(lower)
    if lower == "us" and token.text == "US":
        return "A"
    if known == "M" and lower in {"may", "will"} and token.text[0].isupper() and index:
        return "W" if lower == "may" else "A"
    if known:
        return known
    if lower in words().finite and (index == 0 or token.text.islower()):
        joined = index and tokens[index - 1].text == "-" and tokens[index - 1].end == token.start
        return "O" if joined else "V"
    if token.text[0].isupper() and (index or (len(lower) > 1 and token.text.isupper())):
        return "A"
    return _verb_class(lower, token.lemma)


def _verb_class(lower: str, lemma: str) -> str:
    verbs = words().verbs
    if lower != lemma and lower.isalpha() and not lower.endswith(("s", "ing", "ed", "er", "est")) and lower not in words().irregular:
        return "E"
    if lower.endswith("ing") and lower != lemma:
        return "L"
    if lower.endswith("ed") and lower != lemma and len(lower) > 4:
        return "E"
    if lemma in verbs or lemma in lexicon().verbs:
        return "B" if lower == lemma or lower.endswith("s") else "E"
    return "O"


def verb_group(line: Line, index: int) -> int:
    """Index of the first token of the verb group that ends at ``index`` ("has | repeatedly | said" begins at "has")."""
    first = index
    while first and (line.tags[first - 1] in "XMR" or line.tokens[first - 1].lower.endswith("ly")) and line.quoted[first - 1] < 0:
        if line.tokens[first - 1].lower == "online":
            break
        if line.tokens[first - 1].lower in {"earlier", "later", "here", "there", "meanwhile", "however"} and line.tags[first - 2 : first - 1] in ("", ","):
            break
        first -= 1
    return first


def has_finite_verb(line: Line, start: int, end: int) -> bool:
    """Whether a verb that can carry a clause stands in ``[start, end)``; participles after "be" or "have" count with them."""
    return any(is_finite(line, index) for index in range(start, end))


def is_finite(line: Line, index: int) -> bool:
    """Whether the token can be the verb of a clause: "is", "could", "fell"; "killed" and "kills" after a subject."""
    tag = line.tags[index]
    if tag in FINITE:
        return True
    if tag not in "EB" or not index:
        return False
    before = line.tags[index - 1]
    if before == "R" and index > 1:
        before = line.tags[index - 2]
    if tag == "E":
        return before in "AONPW)" and line.tags[index + 1 : index + 2] != "-" and not _reduced(line, index)
    lower, lemma = line.tokens[index].lower, line.tokens[index].lemma
    if before == "P" or before == "H":
        return True
    if lower == lemma:
        plural = line.tokens[index - 1].lower
        return before in "OA" and plural.endswith("s") and not plural.endswith(("ss", "us", "news")) and line.tags[index + 1 : index + 2] not in tuple("AOG")
    return before in "OA)" and not line.tokens[index - 1].lower.endswith("s") and line.tags[index + 1 : index + 2] not in ("G", "-", "", ".", ",", ";", ")")


def _reduced(line: Line, index: int) -> bool:
    """Whether an -ed form is a reduced relative: "a deal negotiated by tribal leaders"."""
    return line.tokens[index + 1].lower == "by" if index + 1 < len(line) else False


def noun_phrase_before(line: Line, end: int, floor: int = 0) -> int:
    """Index at which the noun phrase that ends before ``end`` begins; ``end`` itself where there is none.

    It takes in prepositional phrases, coordinated names and a relative clause inside: "a spokesman for the coalition that is
    helping the fighters".
    """
    start = end
    while start > floor:
        if line.quoted[start - 1] >= 0 and (start == end or line.quoted[start] < 0 or start - 1 == floor):
            break
        tag = line.tags[start - 1]
        if tag == "P":
            if start == end or (line.tokens[start - 1].lower in {"many", "some", "one", "others"} and line.tags[start] in "IO"):
                start -= 1
            break
        if tag == "D":
            start = _determiner(line, start, floor)
            if (start > floor and line.tags[start - 1] in "IT") or (start > floor and line.tags[start - 1] == "C" and _joins(line, start - 1, floor)):
                continue
            antecedent = _relative(line, start, floor) if start > floor and is_finite(line, start - 1) else None
            if antecedent is None:
                break
            start = antecedent
            continue
        if tag in "AONGI(" or tag == ")" or (tag in "E-L" and (start < end or _qualifies(line, start - 1))) or (tag == "B" and _is_noun(line, start - 1)) or (tag == "T" and start < end and line.tags[start] in "DA" and start - 1 > floor and line.tags[start - 2] in "OABE") or (tag == "C" and start < end and _joins(line, start - 1, floor)):
            start -= 1
        else:
            antecedent = _relative(line, start, floor) if start < end else None
            if antecedent is None:
                break
            start = antecedent
    return _trim(line, start, end)


def _qualifies(line: Line, index: int) -> bool:
    """Whether a participle at the end of a noun phrase belongs to it: "those surveyed", "the document filed"."""
    return line.tags[index] == "E" and index > 0 and line.tags[index - 1] in "DOA"


def _determiner(line: Line, start: int, floor: int) -> int:
    start -= 1
    while start > floor and line.tags[start - 1] == "D":
        start -= 1
    return start


def _is_noun(line: Line, index: int) -> bool:
    """Whether a form that can be a verb stands as a noun: after a determiner, a name or an adjective ("the group claims")."""
    return (index > 0 and line.tags[index - 1] in "DGANOIE-") or index == 0


def _joins(line: Line, index: int, floor: int) -> bool:
    """Whether a coordinator joins two noun phrases: "activists and foreign groups", not "the town fell and Bali said"."""
    if line.tokens[index].lower in {"but", "yet", "nor"} or index <= floor:
        return False
    start = noun_phrase_before(line, index, max(floor, index - 8))
    if start == index:
        return False
    return start == floor or line.tags[start - 1] in ",SHC-\"R.:" or line.tags[start - 1] == "W"


def _relative(line: Line, start: int, floor: int) -> int | None:
    """Index of a relative pronoun to the left without a comma between, with a noun before it."""
    for index in range(start - 1, max(floor, start - 14), -1):
        if line.tags[index] in ',:;"-':
            return None
        if line.tags[index] == "H" and index > floor and line.tags[index - 1] in "OA":
            return index
    return None


def _trim(line: Line, start: int, end: int) -> int:
    """Drops what cannot begin a noun phrase; of "In Baghdad officials" only "officials" is left."""
    while start < end and line.tags[start] in "CI-)GRE" and not (line.tags[start] == "E" and start + 1 < end):
        if line.tags[start] == "I":
            start = _after_preposition(line, start, end)
        else:
            start += 1
        if start < end and line.tags[start] == "E":
            break
    return start


def _after_preposition(line: Line, start: int, end: int) -> int:
    for index in range(start + 2, end):
        if line.tags[index] == "D" and line.tags[index - 1] not in "IC":
            return index
    index = end
    while index > start + 1 and line.tags[index - 1] in "OE" and line.tags[end - 1] == "O":
        index -= 1
    return index if index > start + 2 or line.tags[end - 1] == "O" else end


def noun_phrase_after(line: Line, start: int, ceiling: int) -> int:
    """Index after the noun phrase that begins at ``start``; ``start`` itself where there is none."""
    end = start
    if start >= ceiling or line.tags[start] not in "AONDPGELB":
        return start
    if line.tags[start] == "P":
        return start + 1
    while end < ceiling and line.quoted[end] < 0 and _continues(line, end, start, ceiling):
        end += 1
    while end > start and line.tags[end - 1] in "ICT-DR(":
        end -= 1
    return end


def _continues(line: Line, index: int, start: int, ceiling: int) -> bool:
    tag = line.tags[index]
    if tag == "D":
        return index == start or line.tags[index - 1] in "DICT"
    if tag == "C":
        return index > start and line.tokens[index].lower in {"and", "&", "or"} and line.tags[index + 1 : index + 2] in tuple("AODN") and not has_finite_verb(line, index + 1, min(ceiling, index + 8))
    if tag == "I":
        return index > start and not (line.tags[index + 1 : index + 2] == "W" or line.tokens[index].lower in {"after", "before", "during", "as", "since", "until", "despite", "about", "via"})
    if tag == "B":
        return (index == start and line.tokens[index].lower.endswith("s")) or (index > start and line.tags[index - 1] in "DGAOI-")
    if tag in "AONG()":
        return True
    if tag == "-":
        return index > start and line.tokens[index].start == line.tokens[index - 1].end
    if tag == "L":
        return index > start and line.tags[index + 1 : index + 2] in ("O", "A")
    return tag == "E" and (index == start or line.tags[index - 1] in "DC-O") and line.tags[index + 1 : index + 2] in ("O", "A", "-")
