"""Parts of a run: nationality, title, name ("Syrian | President | Bashar al-Assad", "SCA | Chairman | Osama Rabie")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.mentions.lexicon import (
    COUNTRIES,
    GIVEN,
    KNOWN_KINDS,
    LAST_WORDS,
    NATIONALITIES,
    TITLE_CORES,
    TITLE_MODIFIERS,
    TITLE_TOPICS,
)
from reportedly.reading.mentions.runs import Run
from reportedly.reading.reading import Sentence, Token

Label = Literal["name", "nationality", "title"]
SOLE_TITLES = frozenset({"president", "minister", "king", "queen", "pope", "chancellor", "premier", "governor", "mayor", "chairman", "ambassador", "sheriff", "emir", "sultan", "speaker", "secretary", "commissioner", "commander", "prince", "princess", "senator", "pm", "judge", "justice"})


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``[first, last)`` of a sentence with what they are.

    ``titled`` = a title stands directly before this name; on a title, ``bears`` = a name follows it directly.
    """

    sentence: int
    first: int
    last: int
    label: Label
    titled: bool = False
    bears: bool = False


def split_runs(sentences: Sequence[Sentence], runs: Sequence[Run]) -> list[Part]:
    """The parts of all runs, in order."""
    return [part for run in runs for part in _split(run.sentence, sentences[run.sentence].tokens, run.first, run.last)]


def _split(number: int, tokens: Sequence[Token], first: int, last: int) -> Iterator[Part]:
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
    if title is None:
        yield Part(number, first, last, "name")
        return
    start, end = title
    yield from _split(number, tokens, first, start)
    yield Part(number, start, end, "title", bears=end < last)
    if end < last:
        yield Part(number, end, last, "name", titled=True)


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
        return _hyphened_nationality(tokens, end, last)
    if _title(tokens, end, last) is not None:
        return end
    rest = tokens[end:last]
    if rest[-1].lower in LAST_WORDS:
        return 0
    is_name = rest[0].text.title() in GIVEN or rest[0].lower in COUNTRIES or rest[0].lower in NATIONALITIES
    return end if is_name or not any(is_ordinary(token.lower) for token in rest) else 0


def _hyphened_nationality(tokens: Sequence[Token], end: int, last: int) -> int:
    """"Syrian-Iraqi": both halves are nationalities, else the hyphen binds a name ("Arab-Israeli", "Anglo-American")."""
    return end + 2 if tokens[end + 1].lower in NATIONALITIES and end + 2 <= last else 0


def _spaced(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    for index in range(first, last):
        if index > first and tokens[index].start > tokens[index - 1].end:
            yield " "
        yield tokens[index].lower


def _title(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the title in a run, half-open, or None.

    A title at the end of its run stands for its bearer ("the Prime Minister"); before a name it belongs to that name.
    """
    if tokens[last - 1].lower in LAST_WORDS and tokens[last - 1].lower not in TITLE_CORES and not _is_bearer(tokens, last - 1):
        return None
    core = _last_core(tokens, first, last)
    if core is None:
        return None
    start = core
    while start > first and (tokens[start - 1].lower in TITLE_MODIFIERS or tokens[start - 1].lower in TITLE_CORES or _is_inner_mark(tokens, start, first)):
        start -= 1
    end = core + 1
    if end < last and tokens[end].lower in {"of", "for"}:
        end += 1
        while end < last and tokens[end].lower in TITLE_TOPICS:
            end += 1
        if end < last and tokens[end].lower not in TITLE_TOPICS and tokens[end - 1].lower in {"of", "for"}:
            return None
    if end == last and not _stands_alone(tokens, start, core):
        return None
    return start, end


def _is_bearer(tokens: Sequence[Token], index: int) -> bool:
    """A last word that is also a surname ("Mayor Church") counts as a head only where no title of a person is before it."""
    return index > 0 and tokens[index - 1].lower in {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "col.", "gen.", "lt.", "sgt.", "capt.", "sen.", "rep.", "gov."}


def _is_inner_mark(tokens: Sequence[Token], start: int, first: int) -> bool:
    """A hyphen or an inner "of" between words of a title ("Lt.-Col.", "Chief of Staff Gen. …")."""
    return start - 1 > first and (
        (tokens[start - 1].text == "-" and tokens[start - 2].lower in TITLE_CORES | TITLE_MODIFIERS)
        or (tokens[start - 1].lower == "of" and tokens[start - 2].lower in TITLE_CORES)
    )


def _last_core(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The last core of a title that is followed by a name, a topic or the end; a given name ends the search ("Grant King")."""
    found = None
    for index in range(first, last):
        if tokens[index].lower in TITLE_CORES:
            found = index
        elif tokens[index].lower in {"of", "for"} and found is None:
            return None
        elif tokens[index].text in GIVEN and tokens[index].lower not in TITLE_MODIFIERS and index >= first:
            break
    return found


def _stands_alone(tokens: Sequence[Token], start: int, core: int) -> bool:
    return tokens[core].lower in SOLE_TITLES or (core > start and not is_ordinary(tokens[core].lower)) or core - start >= 1
