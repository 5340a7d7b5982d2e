"""Runs: the longest stretches of tokens that can be one name or a title with a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.mentions.breaks import follows_on, is_headline_verb, is_other_acronym
from reportedly.reading.mentions.lexicon import (
    COMPANY_FORMS,
    COUNTRIES,
    COURTESY,
    DATE_WORDS,
    DETERMINERS,
    FUNCTION,
    GENITIVE_OPENERS,
    GIVEN,
    HEAD_KINDS,
    JOINING,
    KNOWN_KINDS,
    LAST_WORDS,
    NATIONALITIES,
    NOT_NAMES,
    NUMBERED,
    OPENERS,
    OPENING_PARTICLES,
    PARTICLES,
    SPEECH,
    SUFFIXES,
    TITLE_CORES,
    TITLE_MODIFIERS,
    TITLE_TOPICS,
    VERBS,
)
from reportedly.reading.mentions.shouting import shouted_words
from reportedly.reading.reading import Sentence, Token
from reportedly.records import quicken

LONGEST = 16
"""No name has more tokens; it bounds the time that odd texts take."""
Style = Literal["running", "headline"]
HYPHENS = frozenset({"-", "‐", "‑"})
OPENING_MARKS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "-", "—", "–", "•", "*", ":", "„", "''", "``"})
SPACED_PARTICLES = PARTICLES - {"as", "an", "at", "az", "e", "y", "do", "ten", "bar", "st", "zu", "das", "ar", "ad"}
JOINED_BY = frozenset({"of", "for"})


@quicken
@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``[first, last)`` of sentence ``sentence``."""

    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What the running text shows of names, in lower case.

    ``words`` of names, ``firsts`` and ``lasts`` of names of several words, and words that stand ``alone``.
    """

    words: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


NOTHING_SEEN = Seen()


def find_runs(sentences: Sequence[Sentence]) -> list[Run]:
    """The runs of a report, in order.

    Words at the head of a sentence and words of headlines count as names by what the rest of the report shows: two
    passes.
    """
    looks = [_look(sentence) for sentence in sentences]
    first_pass = [
        run
        for number, (sentence, look) in enumerate(zip(sentences, looks, strict=True))
        if look[0] == "running"
        for run in _runs_of(number, sentence, *look, NOTHING_SEEN)
    ]
    seen = _what_is_seen(sentences, first_pass)
    return [
        run
        for number, (sentence, look) in enumerate(zip(sentences, looks, strict=True))
        for run in _runs_of(number, sentence, *look, seen)
    ]


def _look(sentence: Sentence) -> tuple[Style, frozenset[int]]:
    """The style of a sentence, and the words of running text that are shouted."""
    style = _style(sentence)
    return style, shouted_words(sentence.tokens) if style == "running" else frozenset()


def _style(sentence: Sentence) -> Style:
    """A headline or shouted text has capitals that tell nothing."""
    words = [token for token in sentence.tokens if token.text[0].isalpha() and len(token.text) > 1]
    content = [token for token in words if token.lower not in FUNCTION and token.lower not in DETERMINERS]
    if len(content) < 4:
        return "running"
    capitals = sum(1 for token in content if token.text[0].isupper())
    ordinary = sum(1 for token in content if token.text[0].isupper() and is_ordinary(token.lower))
    if sentence.tokens[-1].text == ".":
        # A full sentence of many names still has its verb in lower case; some headlines end with a full stop.
        return "headline" if capitals == len(content) and ordinary >= 0.4 * len(content) else "running"
    return "headline" if capitals >= 0.8 * len(content) and ordinary >= 0.3 * len(content) else "running"


def _what_is_seen(sentences: Sequence[Sentence], runs: Sequence[Run]) -> Seen:
    """Names amid sentences are evidence; at the head of one only where the first word is no ordinary word."""
    words: set[str] = set()
    firsts: set[str] = set()
    lasts: set[str] = set()
    alone: set[str] = set()
    for run in runs:
        tokens = sentences[run.sentence].tokens
        lowers = [token.lower for token in tokens[run.first : run.last]]
        if opens_sentence(tokens, run.first) and (is_ordinary(lowers[0]) or len(lowers) == 1):
            continue
        words.update(lowers)
        firsts.add(lowers[0])
        if len(lowers) == 1:
            alone.add(lowers[0])
        elif tokens[run.first].text in GIVEN:
            lasts.add(lowers[-1])
    return Seen(frozenset(words), frozenset(firsts), frozenset(lasts), frozenset(alone))


def opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether only marks stand before the token, or a mark after which a sentence can begin ("He said: “Troops …”")."""
    if index == 0:
        return True
    before = tokens[index - 1].text
    if before in {".", "!", "?", ":", "…", "•", "*", "|"} or closes_dateline(tokens, index - 1):
        return True
    if before not in OPENING_MARKS:
        return False
    if index == 1:
        return True
    # In `," Lynch said` the mark closes; in `said: "Troops left"` it is attached to the word that it opens.
    attached = tokens[index - 1].end == tokens[index].start and tokens[index - 2].end < tokens[index - 1].start
    return attached and tokens[index - 2].text in {",", ":", ".", "!", "?", "(", "[", "—", "–"}


def closes_dateline(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is the dash after a dateline ("CAIRO (Reuters) - Rescuers …")."""
    if tokens[index].text not in {"-", "—", "–", "--"} or index > 8 or index == 0:
        return False
    return all(not token.text[0].islower() or token.lower in {"and", "of", "al"} for token in tokens[:index]) and (
        tokens[index].text != "-" or tokens[index].start > tokens[index - 1].end
    )


def _runs_of(number: int, sentence: Sentence, style: Style, shouted: frozenset[int], seen: Seen) -> Iterator[Run]:
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        if not _may_open(tokens[index]):
            index += 1
            continue
        here: Style = "headline" if index in shouted else style
        known = NOTHING_SEEN if index in shouted else seen
        if not _opens(tokens, index, here, known):
            index += 1
            continue
        first = index
        index += 1
        while index - first < LONGEST and (index in shouted) == (first in shouted):
            after = _extended(tokens, first, index, here, seen)
            if not after:
                break
            index = after
        if not _is_no_name(tokens, first, index):
            yield Run(number, first, index)
        index += 1 if index < len(tokens) and is_headline_verb(tokens, first, index) else 0


def _may_open(token: Token) -> bool:
    """Whether the word may begin a name by itself: it has a capital, or is a particle ("von", "al")."""
    text = token.text
    return text[0].isupper() or (text[0].isalpha() and not text.islower()) or token.lower in OPENING_PARTICLES


def _is_no_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Single letters, stray words, and head nouns with a capital: "the Authority" is a description, "Parliament" a
    name.
    """
    if last - first > 1:
        return False
    lower = tokens[first].lower
    if lower in NOT_NAMES or len(lower) == 1:
        return True
    described = lower in HEAD_KINDS and is_ordinary(lower) and lower not in TITLE_CORES
    return described and lower not in KNOWN_KINDS and first > 0 and tokens[first - 1].lower in DETERMINERS


def _is_capital(tokens: Sequence[Token], index: int, style: Style, seen: Seen) -> bool:
    """Whether the token's capital speaks for a name."""
    token = tokens[index]
    text = token.text
    if not text[0].isupper() and not (text[0].isalpha() and not text.islower()):
        return False
    if token.lower in DATE_WORDS:
        return False
    if style == "headline":
        plain = is_ordinary(token.lower) or token.lower in FUNCTION or token.lower in DETERMINERS
        return token.lower in seen.words or not plain
    if token.lower in DETERMINERS and not _is_acronym(text):
        return False
    return token.lower not in FUNCTION or _is_acronym(text) or _is_part_of_name(tokens, index)


def _is_part_of_name(tokens: Sequence[Token], index: int) -> bool:
    """As in "the Ever Given", "the Between Us tour".

    A small word with a capital amid a sentence, next to another capital.
    """
    if opens_sentence(tokens, index) or index + 1 >= len(tokens) or tokens[index].lower in {"i", "i'm"}:
        return False
    return (
        tokens[index + 1].text[0].isupper()
        and tokens[index + 1].lower not in DATE_WORDS
        and tokens[index - 1].text not in {'"', "“", "‘"}
    )


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text not in {"IT", "I'M"}


def _opens(tokens: Sequence[Token], index: int, style: Style, seen: Seen) -> bool:
    token = tokens[index]
    if token.lower in {"am", "pm"} and index and tokens[index - 1].text[0].isdigit():
        return False
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
    follower = (
        index + 1 < len(tokens) and tokens[index + 1].text[0].isupper() and tokens[index + 1].lower not in DATE_WORDS
    )
    if lower in COURTESY or not is_ordinary(lower) or _is_acronym(tokens[index].text):
        return True
    if lower in TITLE_CORES and _is_hyphened(tokens, index) and tokens[index + 2 : index + 3]:
        return tokens[index + 2].text[0].isupper()
    if follower:
        opens = (
            lower in OPENERS
            or lower in TITLE_CORES
            or lower in TITLE_MODIFIERS
            or lower.removesuffix("s") in TITLE_CORES
        )
        return opens or lower in seen.firsts or _ends_in_head(tokens, index)
    if lower in seen.alone or _joins_on(tokens, index + 1, lower):
        return True
    if lower in seen.lasts and _is_predicate(tokens, index + 1):
        return True
    return lower in seen.firsts and (_is_hyphened(tokens, index) or _is_predicate(tokens, index + 1))


def _is_predicate(tokens: Sequence[Token], index: int) -> bool:
    """As in "Evergreen later said", after "Evergreen Marine": what follows is no noun that the word could belong to."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    return token.lower in FUNCTION or token.lower in {"'s", "'"} or token.lemma in SPEECH or token.lemma in VERBS


def _ends_in_head(tokens: Sequence[Token], index: int) -> bool:
    """As in "Wildlife Conservation Society": ordinary words all along, closed by a word that ends names."""
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].text[0].isupper():
        last += 1
    return (
        tokens[last].lower in LAST_WORDS
        and is_ordinary(tokens[index + 1].lower)
        and not tokens[index].lower.endswith(("ing", "ly", "ed"))
    )


def _is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].text in HYPHENS


def _joins_on(tokens: Sequence[Token], index: int, head: str) -> bool:
    """Whether "of" and a capital follow a word that takes them ("Ministry of Health", "Secretary of State")."""
    if index + 1 >= len(tokens) or tokens[index].lower not in JOINED_BY or not tokens[index + 1].text[0].isupper():
        return False
    topic = tokens[index + 1].lower
    return (head in JOINING and is_ordinary(topic)) or (head in TITLE_CORES and topic in TITLE_TOPICS)


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
    if _is_capital(tokens, index, style, seen) or _is_small_surname(tokens, index, style):
        if is_other_acronym(tokens, first, index):
            return 0
        return index + 1 if follows_on(left, token) and not is_headline_verb(tokens, first, index) else 0
    if token.text == ",":
        return _over_comma(tokens, first, index)
    if gap == 0 and token.text.isdigit():
        # "M23", "MI6", "G7": letters and figures of one name are two tokens.
        return index + 1 if left.text.isupper() and len(left.text) < 5 else 0
    if gap == 0:
        return _over_genitive(tokens, first, index, style, seen)
    return _over_word(tokens, first, index, style, seen)


def _is_small_surname(tokens: Sequence[Token], index: int, style: Style) -> bool:
    """As in "Liu He", "Kim So": a capitalised small word right after a capitalised one, amid a sentence."""
    token = tokens[index]
    return (
        (style == "running" or tokens[index - 1].text in GIVEN)
        and token.text.istitle()
        and token.lower in FUNCTION
        and token.lower not in JOINED_BY | {"i", "in", "on", "at", "and"}
    )


def _over_comma(tokens: Sequence[Token], first: int, index: int) -> int:
    """As in "Shoei Kisen Kaisha, Ltd."; "Department of Environment, Land, Water and Planning"."""
    after = index + 1
    if after >= len(tokens) or not tokens[after].text[0].isupper():
        return 0
    if tokens[after].lower in COMPANY_FORMS:
        return after + 1
    of = next((at for at in range(first + 1, index) if tokens[at].lower in JOINED_BY), 0)
    if not of or tokens[of - 1].lower not in {
        "ministry",
        "department",
        "minister",
        "institute",
        "office",
        "secretary",
        "committee",
        "commission",
    }:
        return 0
    at = after
    while (
        at + 2 < len(tokens)
        and is_ordinary(tokens[at].lower)
        and tokens[at].text[0].isupper()
        and tokens[at + 1].text == ","
    ):
        at += 2
    listed = (
        is_ordinary(tokens[at].lower)
        and at + 2 < len(tokens)
        and tokens[at + 1].lower in {"and", "&"}
        and tokens[at + 2].text[0].isupper()
    )
    return after + 1 if listed and is_ordinary(tokens[at + 2].lower) else 0


def _over_hyphen(tokens: Sequence[Token], index: int, style: Style, seen: Seen) -> int:
    """As in "Al-Nour", "Chan-ocha", "Covid-19", "Jean-Claude".

    But "US-led" ends before the hyphen, and "Iran-Iraq" is two names.
    """
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
    return after + 1 if _is_second_syllable(right) else 0


def _is_second_syllable(token: Token) -> bool:
    """As in "Chan-ocha", "Jong-un", "Sun-ae".

    A lower-case half that is short and no English word belongs to the name.
    """
    if not token.text.isalpha() or token.lower in SUFFIXES:
        return False
    return len(token.text) < 4 or (len(token.text) < 6 and not is_ordinary(token.lower) and token.lower not in FUNCTION)


def _over_genitive(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    """As in "People's Republic", "Prosecutor General's Office": the genitive stays inside names that are known to
    have one.
    """
    after = index + 1
    if tokens[index].lower not in {"'s", "'"} or after >= len(tokens) or not _is_capital(tokens, after, style, seen):
        return 0
    stem = " ".join(token.lower for token in tokens[max(first, index - 2) : index])
    last = tokens[index - 1].lower
    known = last in GENITIVE_OPENERS or last.removesuffix("s") in GENITIVE_OPENERS or stem in GENITIVE_OPENERS
    # "Prosecutor General's Office", "Commissioner's Office": the office of a title, not "President's Palace Guard".
    official = last.removesuffix("s") in TITLE_CORES and tokens[after].lower in {"office", "department", "bureau"}
    return after + 1 if known or official else 0


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
        return (
            after + 1
            if after < len(tokens) and tokens[after].text[0].isupper() and tokens[after].start == tokens[after - 1].end
            else 0
        )
    if tokens[index].lower not in SPACED_PARTICLES:
        return 0
    if after < len(tokens) and tokens[after].lower in SPACED_PARTICLES and tokens[after].text[0].islower():
        return _particle_end(tokens, after)
    return (
        after + 1
        if after < len(tokens)
        and tokens[after].text[0].isupper()
        and tokens[after].text.isalpha()
        and tokens[after].lower not in DATE_WORDS
        else 0
    )


def _over_of(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    """As in "Ministry of Health", "Observatory for Human Rights", "Department of the Interior", "Secretary of
    State Lee".
    """
    left = tokens[index - 1].lower
    after = index + 1
    if after < len(tokens) and tokens[after].lower == "the" and tokens[after].text.islower():
        after += 1
    if after >= len(tokens) or not _is_capital(tokens, after, style, seen):
        return 0
    if left in TITLE_CORES:
        return after + 1 if tokens[after].lower in TITLE_TOPICS else 0
    return after + 1 if left in JOINING and tokens[index - 1].text[0].isupper() else 0


def _over_and(tokens: Sequence[Token], first: int, index: int, style: Style, seen: Seen) -> int:
    """As in "Ministry of Health and Population", "Food and Drug Administration", not "Turkey and Iran", "Army and
    Boskalis".
    """
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
