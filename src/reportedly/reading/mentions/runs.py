"""Runs: the longest stretches of tokens that can be one name or a title with a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.mentions.lexicon import (
    COMPANY_FORMS,
    COUNTRIES,
    COURTESY,
    DATE_WORDS,
    FUNCTION,
    DETERMINERS,
    GENITIVE_OPENERS,
    GIVEN,
    JOINING,
    LAST_WORDS,
    NATIONALITIES,
    NOT_NAMES,
    NUMBERED,
    OPENERS,
    OPENING_PARTICLES,
    PARTICLES,
    TITLE_CORES,
    TITLE_MODIFIERS,
    TITLE_TOPICS,
)
from reportedly.reading.reading import Sentence, Token

Style = Literal["running", "headline"]
HYPHENS = frozenset({"-", "‐", "‑"})
OPENING_MARKS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "-", "—", "–", "•", "*", ":", "„", "''", "``"})
SPACED_PARTICLES = PARTICLES - {"as", "an", "at", "az", "e", "y", "do", "ten", "bar", "st", "zu", "das", "ar", "ad"}
JOINED_BY = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``[first, last)`` of sentence ``sentence``."""

    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What the running text shows of names, in lower case: words of names, first words, and words that stand alone."""

    words: frozenset[str]
    firsts: frozenset[str]
    alone: frozenset[str]


NOTHING_SEEN = Seen(frozenset(), frozenset(), frozenset())


def find_runs(sentences: Sequence[Sentence]) -> list[Run]:
    """The runs of a report, in order.

    Words at the head of a sentence and words of headlines count as names by what the rest of the report shows: two passes.
    """
    styles = [_style(sentence) for sentence in sentences]
    first_pass = [
        run
        for number, (sentence, style) in enumerate(zip(sentences, styles, strict=True))
        if style == "running"
        for run in _runs_of(number, sentence, style, NOTHING_SEEN)
    ]
    seen = _what_is_seen(sentences, first_pass)
    return [
        run
        for number, (sentence, style) in enumerate(zip(sentences, styles, strict=True))
        for run in _runs_of(number, sentence, style, seen)
    ]


def _style(sentence: Sentence) -> Style:
    """A headline or shouted text has capitals that tell nothing."""
    words = [token for token in sentence.tokens if token.text[0].isalpha() and len(token.text) > 1]
    content = [token for token in words if token.lower not in FUNCTION and token.lower not in DETERMINERS]
    if len(content) < 4:
        return "running"
    capitals = sum(1 for token in content if token.text[0].isupper())
    ordinary = sum(1 for token in content if token.text[0].isupper() and is_ordinary(token.lower))
    return "headline" if capitals >= 0.8 * len(content) and ordinary >= 0.3 * len(content) else "running"


def _what_is_seen(sentences: Sequence[Sentence], runs: Sequence[Run]) -> Seen:
    words: set[str] = set()
    firsts: set[str] = set()
    alone: set[str] = set()
    for run in runs:
        tokens = sentences[run.sentence].tokens
        if opens_sentence(tokens, run.first):
            continue
        lowers = [token.lower for token in tokens[run.first : run.last]]
        words.update(lowers)
        firsts.add(lowers[0])
        if len(lowers) == 1:
            alone.add(lowers[0])
    return Seen(frozenset(words), frozenset(firsts), frozenset(alone))


def opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether only marks stand before the token, or a mark after which a sentence can begin ("He said: “Troops …”")."""
    if index == 0:
        return True
    before = tokens[index - 1].text
    if before in {".", "!", "?", ":", "…", "•", "*", "|"}:
        return True
    return before in OPENING_MARKS and all(token.text in OPENING_MARKS or token.text in ",:" for token in tokens[max(0, index - 2) : index])


def _runs_of(number: int, sentence: Sentence, style: Style, seen: Seen) -> Iterator[Run]:
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        if not _opens(tokens, index, style, seen):
            index += 1
            continue
        first = index
        index += 1
        while after := _extended(tokens, first, index, style, seen):
            index = after
        if not _is_no_name(tokens, first, index):
            yield Run(number, first, index)


def _is_no_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    return last - first == 1 and (tokens[first].lower in NOT_NAMES or len(tokens[first].text) == 1)


def _is_capital(tokens: Sequence[Token], index: int, style: Style, seen: Seen) -> bool:
    """Whether the token's capital speaks for a name."""
    token = tokens[index]
    text = token.text
    if not text[0].isupper() and not (text[0].isalpha() and not text.islower()):
        return False
    if token.lower in DATE_WORDS:
        return False
    if style == "headline":
        return token.lower in seen.words or not is_ordinary(token.lower) and token.lower not in FUNCTION
    return token.lower not in FUNCTION and token.lower not in DETERMINERS or _is_acronym(text)


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text not in {"IT", "I'M"}


def _opens(tokens: Sequence[Token], index: int, style: Style, seen: Seen) -> bool:
    token = tokens[index]
    if token.lower in OPENING_PARTICLES and token.text[0].islower():
        return _particle_end(tokens, index) > 0
    if not _is_capital(tokens, index, style, seen):
        return False
    if style == "headline" or not opens_sentence(tokens, index):
        return True
    return _is_name_at_head(tokens, index, seen)


def _is_name_at_head(tokens: Sequence[Token], index: int, seen: Seen) -> bool:
    """Whether a word at the head of a sentence is (the start of) a name.

    "Boskalis said", "Central Military Media said", but not "Twelve boys", "Losing Raqqa", "Dredging goes on".
    """
    lower = tokens[index].lower
    follower = index + 1 < len(tokens) and tokens[index + 1].text[0].isupper() and tokens[index + 1].lower not in DATE_WORDS
    if lower in COURTESY or not is_ordinary(lower) or _is_acronym(tokens[index].text):
        return True
    if follower:
        return lower in OPENERS or lower in TITLE_CORES or lower in TITLE_MODIFIERS or lower in seen.firsts or _ends_in_head(tokens, index)
    return lower in seen.alone or (_is_hyphened(tokens, index) and lower in seen.firsts) or _joins_on(tokens, index + 1, lower)


def _ends_in_head(tokens: Sequence[Token], index: int) -> bool:
    """"Wildlife Conservation Society": ordinary words all along, closed by a word that ends names."""
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].text[0].isupper():
        last += 1
    return tokens[last].lower in LAST_WORDS and is_ordinary(tokens[index + 1].lower) and not tokens[index].lower.endswith(("ing", "ly", "ed"))


def _is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].text in HYPHENS


def _joins_on(tokens: Sequence[Token], index: int, head: str) -> bool:
    """Whether "of" and a capital follow a word that takes them ("Ministry of Health")."""
    return (
        head in JOINING
        and index + 1 < len(tokens)
        and tokens[index].lower in JOINED_BY
        and tokens[index + 1].text[0].isupper()
        and is_ordinary(tokens[index + 1].lower)
    )


def _extended(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    """The end of the run with what follows at ``index``, or 0 where it ends."""
    if index >= len(tokens):
        return 0
    token, left = tokens[index], tokens[index - 1]
    gap = token.start - left.end
    if token.text in HYPHENS:
        return _over_hyphen(tokens, index, style, seen) if gap == 0 else 0
    if gap > 1:
        return 0
    if _is_capital(tokens, index, style, seen):
        return index + 1 if _follows_on(left, token) else 0
    if token.text == "," and index + 1 < len(tokens) and tokens[index + 1].lower in COMPANY_FORMS and tokens[index + 1].text[0].isupper():
        return index + 2
    if gap == 0:
        return _over_genitive(tokens, first, index, style, seen)
    return _over_word(tokens, first, index, style, seen)


def _follows_on(left: Token, token: Token) -> bool:
    """Two capitalised words are one name unless two countries meet ("the Turkey Syria border") or a date word closes it."""
    return not (left.lower in COUNTRIES and token.lower in COUNTRIES and left.lower != token.lower)


def _over_hyphen(tokens: Sequence[Token], index: int, style: Style, seen: Seen) -> int:
    """"Al-Ikhbariya", "Chan-ocha", "Covid-19", "Jean-Claude"; but "US-led" ends before the hyphen, "Iran-Iraq" is two names."""
    after = index + 1
    if after >= len(tokens) or tokens[after].start != tokens[index].end:
        return 0
    left, right = tokens[index - 1], tokens[after]
    if left.lower in COUNTRIES and (right.lower in COUNTRIES or right.lower in NATIONALITIES):
        return 0
    if _is_capital(tokens, after, style, seen) or right.text[0].isdigit():
        return after + 1
    if right.lower in PARTICLES and left.text[0].isupper():
        return _particle_end(tokens, after)
    # "Chan-ocha", "Jong-un": a lower-case half that is no English word belongs to the name.
    return after + 1 if right.text.isalpha() and not is_ordinary(right.lower) and right.lower not in FUNCTION and len(right.text) < 6 else 0


def _over_genitive(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    """"People's Republic", "Lloyd's List": the genitive stays inside names that are known to have one."""
    after = index + 1
    if tokens[index].lower not in {"'s", "'"} or after >= len(tokens) or not _is_capital(tokens, after, style, seen):
        return 0
    stem = " ".join(token.lower for token in tokens[max(first, index - 2) : index])
    last = tokens[index - 1].lower
    return after + 1 if last in GENITIVE_OPENERS or last.removesuffix("s") in GENITIVE_OPENERS or stem in GENITIVE_OPENERS else 0


def _over_word(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    token, left = tokens[index], tokens[index - 1]
    if token.text[0].isdigit():
        return index + 1 if left.lower in NUMBERED and token.text.isdigit() and len(token.text) <= 4 else 0
    if token.lower in PARTICLES and token.text[0].islower():
        return _particle_end(tokens, index)
    if token.text == "&" and index + 1 < len(tokens) and tokens[index + 1].text[0].isupper():
        return index + 2
    if token.lower in JOINED_BY:
        return _over_of(tokens, first, index, style, seen)
    if token.lower == "and":
        return _over_and(tokens, first, index, style, seen)
    return 0


def _particle_end(tokens: Sequence[Token], index: int) -> int:
    """The end of "al-Sisi", "bin Salman", "van der Berg" from its particle at ``index``; 0 where no capital follows."""
    after = index + 1
    if after < len(tokens) and tokens[after].text in HYPHENS and tokens[after].start == tokens[index].end:
        after += 1
        return after + 1 if after < len(tokens) and tokens[after].text[0].isupper() and tokens[after].start == tokens[after - 1].end else 0
    if tokens[index].lower not in SPACED_PARTICLES:
        return 0
    if after < len(tokens) and tokens[after].lower in SPACED_PARTICLES and tokens[after].text[0].islower():
        return _particle_end(tokens, after)
    return after + 1 if after < len(tokens) and tokens[after].text[0].isupper() and tokens[after].text.isalpha() and tokens[after].lower not in DATE_WORDS else 0


def _over_of(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    """"Ministry of Health", "Observatory for Human Rights", "Department of the Interior", "Secretary of State Lee"."""
    left = tokens[index - 1].lower
    after = index + 1
    if after < len(tokens) and tokens[after].lower == "the":
        after += 1
    if after >= len(tokens) or not _is_capital(tokens, after, style, seen):
        return 0
    if left in TITLE_CORES:
        return after + 1 if tokens[after].lower in TITLE_TOPICS else 0
    return after + 1 if left in JOINING and tokens[index - 1].text[0].isupper() else 0


def _over_and(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    """"Ministry of Health and Population", "Food and Drug Administration", not "Turkey and Iran", "Army and Boskalis"."""
    after = index + 1
    if after >= len(tokens) or not _is_capital(tokens, after, style, seen) or not is_ordinary(tokens[after].lower):
        return 0
    if any(token.lower in JOINED_BY for token in tokens[first + 1 : index]):
        return after + 1
    last = after
    while last + 1 < len(tokens) and tokens[last + 1].text[0].isupper():
        last += 1
    ordinary = all(is_ordinary(token.lower) and token.lower not in GIVEN for token in tokens[first:index])
    closed = tokens[first].lower in LAST_WORDS or tokens[index - 1].lower in LAST_WORDS
    return after + 1 if ordinary and not closed and tokens[last].lower in LAST_WORDS and index - first <= 3 else 0
