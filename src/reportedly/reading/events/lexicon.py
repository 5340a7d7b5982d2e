"""The words that tell of events: patterns of dictionary forms, by type, from ``data/triggers/*.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from reportedly.data import load_table, path_of
from reportedly.errors import TableError
from reportedly.reading.events.grammar import TABLE as GRAMMAR
from reportedly.reading.events.grammar import key_of, noun_class
from reportedly.reading.events.ontology import ontology

FOLDER = "triggers"
Frame = Literal["verbs", "acts", "befalls", "nouns", "states"]
FRAMES = ("verbs", "acts", "befalls", "nouns", "states")
GAP = "~"
NONE = "none"
"""The name under which a table lists words that look like a trigger and tell of no event of a type."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in order that tell of an event of ``type``; ``GAP`` among them leaves room for a short object.

    ``subject`` and ``object`` are classes of nouns that the neighbours must belong to ("person|place": to one of them;
    "!money": not to it), None = any; ``needed`` are the words without gaps; ``undergoes`` is as the type has it.
    """

    type: str
    frame: Frame
    words: tuple[str, ...]
    subject: str | None = None
    object: str | None = None
    needed: tuple[str, ...] = ()
    undergoes: bool = False

    @property
    def weight(self) -> tuple[int, int, bool]:
        """How specific it is: longer patterns go first, then those that ask for more, then those that tell of none."""
        asked = (self.subject is not None) + (self.object is not None)
        return len(self.needed), asked, self.type == NONE


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by their first word, the most specific first; ``verbs`` and ``nouns`` are the first words of each
    sort.
    """

    patterns: dict[str, tuple[Pattern, ...]]
    verbs: frozenset[str]
    nouns: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """All patterns, read and checked once per process.

    Raises:
        TableError: a file names a type, a frame or a class that does not exist, or a pattern has no word.
    """
    patterns: dict[str, list[Pattern]] = {}
    for pattern in _all_patterns():
        patterns.setdefault(pattern.words[0], []).append(pattern)
    ordered = {word: tuple(sorted(found, key=lambda p: p.weight, reverse=True)) for word, found in patterns.items()}
    plain = frozenset(load_table(GRAMMAR)["plain_verbs"])
    verbs = frozenset(
        word for word, found in ordered.items() if any(p.frame in {"verbs", "acts", "befalls"} for p in found)
    )
    nouns = frozenset(word for word, found in ordered.items() if any(p.frame == "nouns" for p in found))
    return Lexicon(ordered, verbs | plain, nouns)


def has_frame(pattern: Pattern, frame: str) -> bool:
    """Whether the same words also stand in another frame ("the storm sank the ship", "the ship sank")."""
    others = lexicon().patterns[pattern.words[0]]
    return any(other.needed == pattern.needed and other.frame == frame for other in others)


def trigger_files() -> tuple[str, ...]:
    """The names of the trigger tables, in order."""
    return tuple(f"{FOLDER}/{path.name}" for path in sorted(path_of(FOLDER).glob("*.toml")))


def _all_patterns() -> Iterator[Pattern]:
    for file in trigger_files():
        for type_id, frames in load_table(file).items():
            if type_id != NONE and type_id not in ontology().types:
                raise TableError(file, f"{type_id} is no type of the ontology")
            yield from _patterns_of(file, type_id, frames)


def _patterns_of(file: str, type_id: str, frames: dict[str, Any]) -> Iterator[Pattern]:
    for frame, entries in frames.items():
        if frame not in FRAMES or not isinstance(entries, list):
            raise TableError(file, f"{type_id}: {frame} must be a list named {', '.join(FRAMES)}")
        for entry in entries:
            yield _pattern(file, type_id, cast("Frame", frame), entry)


def _pattern(file: str, type_id: str, frame: Frame, entry: str) -> Pattern:
    parts = entry.replace("-", " - ").split()
    subject = _class_name(parts.pop(0)) if parts and parts[0].startswith("[") else None
    wanted = _class_name(parts.pop()) if parts and parts[-1].startswith("[") else None
    words = tuple(part if part == GAP else key_of(part, part) for part in parts)
    if not words or GAP in {words[0], words[-1]} or any(word.startswith("[") for word in words):
        raise TableError(file, f"{type_id}: {entry!r} must begin and end with a word, with classes only around it")
    needed = tuple(word for word in words if word != GAP)
    undergoes = type_id != NONE and ontology()[type_id].undergoes
    return Pattern(type_id, frame, words, subject, wanted, needed, undergoes)


def _class_name(part: str) -> str:
    name = part.strip("[]")
    for each in name.removeprefix("!").split("|"):
        noun_class(each)
    return name
