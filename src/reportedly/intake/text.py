"""Text files: dated text, text with a small header, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.data import load_table
from reportedly.intake.decoding import TEXT_LIMIT, decode
from reportedly.intake.facts import Facts, Found, make_facts
from reportedly.intake.files import SourceFile, read_bytes
from reportedly.intake.notices import Notice, warning

TABLE = "intake.toml"
DATED = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?!\d) ?", re.ASCII)
HEADER_LINE = re.compile(r"([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,2})[ \t]*:[ \t]*(.*)")
HEADER_END = re.compile(r"\n[ \t]*\n\s*")
HEADER_LIMIT = 4000
TOO_LARGE = "Split it into single reports, or write them as JSON lines"


def find_reports(file: SourceFile) -> Iterator[Found]:
    """The one report of a text file.

    Raises:
        IntakeError: the file cannot be read, is too large, or is no text.
    """
    content = read_bytes(file, TEXT_LIMIT, TOO_LARGE)
    text = decode(content, file.place)
    dated = DATED.match(text)
    if dated:
        yield Found(file.place, text[dated.end() :], content, Facts(published=dated[1]))
        return
    values, start, warnings = _header(text, file.place)
    yield Found(file.place, text[start:], content, make_facts(values), warnings)


def _header(text: str, place: str) -> tuple[dict[str, str], int, tuple[Notice, ...]]:
    """The facts of a header, the offset at which the report begins, and what is odd about it.

    A header is a block of "Name: value" lines, at least one of them with a name that only a header has, ended by a
    blank line; "Washington: the talks go on" is none.
    """
    skipped = len(text) - len(text.lstrip())
    end = HEADER_END.search(text, skipped, skipped + HEADER_LIMIT)
    lines = text[skipped : end.start() if end else skipped + HEADER_LIMIT].split("\n")
    pairs = [HEADER_LINE.fullmatch(line) for line in lines]
    if not any(_is_strong(pair) for pair in pairs):
        return {}, 0, ()
    if end is None or None in pairs:
        return {}, 0, _near_miss(pairs, place)
    values, warnings = _facts([pair for pair in pairs if pair], place)
    return values, end.end(), warnings


def _is_strong(pair: re.Match[str] | None) -> bool:
    table = load_table(TABLE)
    name = pair[1].lower() if pair else ""
    return name in table["headers"] and name not in table["header"]["weak"]


def _near_miss(pairs: list[re.Match[str] | None], place: str) -> tuple[Notice, ...]:
    """A warning where a text opens with a header line, but no blank line ends the header."""
    if not _is_strong(pairs[0]):
        return ()
    problem = "its first lines look like a header, but no blank line ends it; all of it was taken as the report's text"
    return (warning(place, problem, "Put a blank line after the header"),)


def _facts(pairs: list[re.Match[str]], place: str) -> tuple[dict[str, str], tuple[Notice, ...]]:
    table = load_table(TABLE)
    values: dict[str, str] = {}
    warnings: list[Notice] = []
    for pair in pairs:
        name = pair[1].lower()
        fact = table["headers"].get(name)
        if fact and fact not in values:
            values[fact] = pair[2]
        elif fact and values[fact] != pair[2]:
            remedy = "The first was taken; take the other away"
            warnings.append(warning(place, f"its header tells '{fact}' twice", remedy))
        elif not fact and name not in table["header"]["ignored"]:
            known = ", ".join(sorted(set(table["headers"].values())))
            remedy = f"It was left out; known are: {known}"
            warnings.append(warning(place, f"its header line '{pair[1]}' is not known", remedy))
    return values, tuple(warnings)
