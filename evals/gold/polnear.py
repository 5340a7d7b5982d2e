"""PolNeAR: who said what, as brat stand-off files beside running text.

A ``T`` line is a span (its parts between ``;``), an ``E`` line one attribution of spans in the roles Source, Cue and
Content;
offsets count characters of the text read without newline translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Parts = tuple[tuple[int, int], ...]
"""Half-open character spans in order; empty where a role is missing."""

NUMBER = re.compile(r"\d+$")
ROLES = ("Source", "Cue", "Content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution with all parts of its source, its cue and its content."""

    source: Parts
    cue: Parts
    content: Parts


@dataclass(frozen=True, slots=True)
class Article:
    """A text and, for each of its annotators in order of name, their attributions that have a content."""

    name: str
    text: str
    annotators: tuple[tuple[Attribution, ...], ...]


def read_articles(folder: Path) -> Iterator[Article]:
    """The annotated articles of a part, by name."""
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        annotations = sorted(folder.glob(f"{path.stem}_????.ann"))
        if annotations:
            yield Article(path.stem, text, tuple(tuple(read_annotation(each, text)) for each in annotations))


def read_annotation(path: Path, text: str) -> Iterator[Attribution]:
    """The attributions of one annotator, white space trimmed from their spans."""
    spans: dict[str, Parts] = {}
    events: list[str] = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in file:
            name, _, rest = row.rstrip("\r\n").partition("\t")
            if name.startswith("T") and rest:
                spans[name] = _parts(rest.split("\t")[0].split(" ", 1)[1], text)
            elif name.startswith("E") and rest:
                events.append(rest)
    for event in events:
        if (found := _attribution(event, spans)).content:
            yield found


def _parts(shown: str, text: str) -> Parts:
    found = (tuple(map(int, piece.split())) for piece in shown.split(";"))
    return tuple(trimmed(start, end, text) for start, end in found)


def trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    """A span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _attribution(event: str, spans: dict[str, Parts]) -> Attribution:
    roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    for piece in event.split():
        role, _, name = piece.partition(":")
        if (role := NUMBER.sub("", role)) in roles:
            roles[role] += spans.get(name, ())
    source, cue, content = (tuple(sorted(set(roles[role]))) for role in ROLES)
    return Attribution(source, cue, content)
