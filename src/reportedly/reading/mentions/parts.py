"""Parts of a run: nationality, title, name ("Syrian | President | Bashar al-Assad", "SCA | Chairman | Osama Rabie")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.mentions.lexicon import (
    COUNTRIES,
    COURTESY,
    GIVEN,
    HEAD_KINDS,
    KNOWN_KINDS,
    LAST_WORDS,
    NATIONALITIES,
    SOLE_TITLES,
    TITLE_CORES,
    TITLE_MODIFIERS,
    TITLE_TOPICS,
)
from reportedly.reading.mentions.runs import Run
from reportedly.reading.reading import Sentence, Token
from reportedly.records import quicken

Label = Literal["name", "nationality", "title"]
ADJECTIVES = frozenset({"major", "general", "private"})
IN_TITLES = TITLE_CORES | TITLE_MODIFIERS
"""Titles that stand before ordinary nouns too."""


@quicken
@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``[first, last)`` of a sentence with what they are.

    ``titled`` = a title stands directly before this name; on a title, ``bears`` = a name follows it directly.
    ``type`` is the reading model's type of the name, "" where only the rules see one.
    """

    sentence: int
    first: int
    last: int
    label: Label
    titled: bool = False
    bears: bool = False
    type: str = ""


def split_runs(sentences: Sequence[Sentence], runs: Sequence[Run]) -> list[Part]:
    """The parts of all runs, in order."""
    return [part for run in runs for part in _split(run.sentence, sentences[run.sentence].tokens, run.first, run.last)]


def _split(number: int, tokens: Sequence[Token], first: int, last: int) -> Iterator[Part]:
    if first < last and tokens[first].text == "-":
        first += 1
    if first >= last:
        return
    shown = " ".join(token.lower for token in tokens[first:last])
    if shown in KNOWN_KINDS or shown in COUNTRIES:
        yield Part(number, first, last, "name")
        return
    after = _nationality_end(tokens, first, last)
    if after:
        yield Part(number, first, after, "nationality")
        yield from _split(number, tokens, after, last)
        return
    title = _title(tokens, first, last)
    if title is None and (country := _country_end(tokens, first, last)):
        yield Part(number, first, country, "name")
        yield from _split(number, tokens, country, last)
        return
    if title is None:
        yield Part(number, first, last, "name")
        return
    start, end = title
    yield from _split(number, tokens, first, start)
    # "Sheriff Deputies": nobody is called so.
    bears = end < last and not (end + 1 == last and tokens[end].lower != tokens[end].lemma in TITLE_CORES)
    yield Part(number, start, end, "title", bears=bears)
    if bears:
        yield Part(number, end, last, "name", titled=True)


def _country_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """As in "the ambassador to Peru Joaquim Lemos": the end of a country that runs into a given name, or 0."""
    for end in (first + 1, first + 2):
        if end < last - 1 and tokens[end].text in GIVEN and "".join(_spaced(tokens, first, end)) in COUNTRIES:
            return end
    return 0


def _nationality_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of a nationality that opens the run and stands apart from the rest, or 0.

    "Syrian President …", "American Joe Smith", "Israeli"; but "Syrian Democratic Forces", "British Airways" are names.
    """
    for length in (3, 2, 1):
        end = first + length
        if end <= last and "".join(_spaced(tokens, first, end)) in NATIONALITIES:
            break
    else:
        return 0
    if end == last or tokens[end].lower in TITLE_CORES:
        return end
    if end + 1 < last and tokens[end].text == "-":
        # "Syrian-Iraqi" is two nationalities; in "Anglo-American" and "Arab-Israeli War" the hyphen binds.
        return end if tokens[end + 1].lower in NATIONALITIES and (end + 2 == last) else 0
    if _title(tokens, end, last) is not None:
        return end
    rest = tokens[end:last]
    if rest[-1].lower in LAST_WORDS:
        return 0
    is_name = rest[0].text.title() in GIVEN or rest[0].lower in COUNTRIES or rest[0].lower in NATIONALITIES
    return end if is_name or not any(is_ordinary(token.lower) for token in rest) else 0


def _spaced(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    for index in range(first, last):
        if index > first and tokens[index].start > tokens[index - 1].end:
            yield " "
        yield tokens[index].lower


def _title(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the title in a run, half-open, or None.

    A title at the end of its run stands for its bearer ("the Prime Minister"); before a name it belongs to that name.
    """
    core = _last_core(tokens, first, last)
    if core is None:
        return None
    end = _topic_end(tokens, core + 1, last)
    if end == core + 1 and _closes_name(tokens, core, last):
        return None
    if end < last and (tokens[end].lower in {"of", "for"} or _is_adjective(tokens, first, core, last)):
        return None
    start = _title_start(tokens, first, core)
    if end == last and not _stands_alone(tokens, start, core, end):
        return None
    return start, end


def _closes_name(tokens: Sequence[Token], core: int, last: int) -> bool:
    """As in "General Assembly", "President Hotel": a word that ends names of other things follows the core."""
    word = tokens[last - 1].lower
    return word in LAST_WORDS and word not in TITLE_CORES and not _is_bearer(tokens, last - 1)


def _is_adjective(tokens: Sequence[Token], first: int, core: int, last: int) -> bool:
    """As in "Major League Cricket", "General Electric Norway", "Major European": more than an ordinary surname follows.

    "Major Cook" has the rank, and so has "General Mark Cook".
    """
    rest = tokens[core + 1 : last]
    if tokens[core].lower not in ADJECTIVES or core > first or any(token.text in GIVEN for token in rest):
        return False
    nouns = LAST_WORDS.keys() | HEAD_KINDS.keys()
    plain = is_ordinary(rest[0].lower) or rest[0].lower in nouns
    return rest[0].lower in NATIONALITIES or (
        plain and (len(rest) > 1 or {rest[0].lower, rest[0].lemma} & nouns != set())
    )


def _topic_end(tokens: Sequence[Token], index: int, last: int) -> int:
    """The end of "of State", "of Health and Population" after a core; ``index`` where no topic follows."""
    end = at = index
    if at < last and tokens[at].lower in {"of", "for"}:
        at += 1
        while at < last and tokens[at].lower in TITLE_TOPICS:
            at += 1
            if tokens[at - 1].lower not in {"the", "and"}:
                end = at
    return end


def _title_start(tokens: Sequence[Token], first: int, core: int) -> int:
    """The first word of the title; a courtesy title takes in other titles only ("Prof. Dr.", not "Technology Dr.")."""
    taken = TITLE_CORES if tokens[core].lower in COURTESY else IN_TITLES
    start = core
    while start > first and (tokens[start - 1].lower in taken or _is_inner_mark(tokens, start, first)):
        start -= 1
    return start


def _is_bearer(tokens: Sequence[Token], index: int) -> bool:
    """A last word that is also a surname ("Mayor Church") counts as a head only where no title of a person is before
    it.
    """
    return index > 0 and tokens[index - 1].lower in {
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "col.",
        "gen.",
        "lt.",
        "sgt.",
        "capt.",
        "sen.",
        "rep.",
        "gov.",
    }


def _is_inner_mark(tokens: Sequence[Token], start: int, first: int) -> bool:
    """A hyphen or an inner "of" between words of a title ("Lt.-Col.", "Chief of Staff Gen. …")."""
    return start - 1 > first and (
        (tokens[start - 1].text == "-" and tokens[start - 2].lower in IN_TITLES)
        or (tokens[start - 1].lower == "of" and tokens[start - 2].lower in TITLE_CORES)
    )


def _last_core(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The last core of a title that is followed by a name, a topic or the end; a given name ends the search ("Grant
    King").
    """
    found = None
    for index in range(first, last):
        if tokens[index].lower in TITLE_CORES or (index + 1 < last and _is_plural_core(tokens, index, last)):
            found = index
        elif tokens[index].lower in {"of", "for"} and found is None:
            return None
        elif tokens[index].text in GIVEN and tokens[index].lower not in TITLE_MODIFIERS and index >= first:
            break
    return found


def _is_plural_core(tokens: Sequence[Token], index: int, last: int) -> bool:
    """As in "Presidents Biden and Al-Sisi", not "Cardinals" before one name only."""
    lower = tokens[index].lower
    paired = last < len(tokens) and tokens[last].text in {"and", ",", "&"}
    return paired and lower.endswith("s") and len(lower) > 5 and lower[:-1] in TITLE_CORES


def _stands_alone(tokens: Sequence[Token], start: int, core: int, end: int) -> bool:
    return tokens[core].lower in SOLE_TITLES or core > start or end > core + 1
