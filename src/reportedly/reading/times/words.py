"""The words of time and their values, from ``data/times/words.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.data import load_table
from reportedly.errors import TableError

TABLE = "times/words.toml"


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of the grammar.

    ``values`` maps class -> word -> value, ``shapes`` names the forms of digit tokens in the order in which they are
    tried, ``unions`` maps a class to the classes, shapes and plain words that make it up, ``bounds`` phrases to TIMEX3
    modifiers.
    """

    values: dict[str, dict[str, object]]
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    unions: dict[str, tuple[str, ...]]
    bounds: dict[str, str]
    needs_capital: frozenset[str]

    def members(self, name: str) -> frozenset[str]:
        """The words and shapes (``"#name"``) that a class stands for; a name that is no class stands for itself."""
        if name in self.values:
            own = frozenset(self.values[name])
        elif name in self.unions:
            own = frozenset().union(*(self.members(part) for part in self.unions[name]))
        else:
            own = frozenset({name})
        return own

    def shape_of(self, key: str) -> str | None:
        """The shape of a token that starts with a digit."""
        for name, pattern in self.shapes:
            if pattern.fullmatch(key):
                return name
        return None

    def number(self, name: str, key: str) -> int:
        """The value of a word in a class whose values are whole numbers."""
        value = self.values[name][key]
        if not isinstance(value, int):
            raise TableError(TABLE, f"words.{name}.{key} must be a whole number")
        return value

    def find(self, key: str, *names: str) -> object | None:
        """The value of a word in the first of these classes that has it."""
        for name in names:
            if key in self.values[name]:
                return self.values[name][key]
        return None


def key_of(lower: str) -> str:
    """A token as the tables write it: without dots where it is a word ("a.m." is "am"), with straight marks."""
    return lower if lower[0].isdigit() or lower == "." else lower.replace(".", "") or lower


@cache
def load_words() -> Words:
    """The table, checked once per process.

    Raises:
        TableError: a class names a class or shape that is not there, or a shape is no regular expression.
    """
    table = load_table(TABLE)
    try:
        shapes = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in table["shapes"].items())
    except re.error as error:
        raise TableError(TABLE, f"a shape is no regular expression ({error})") from None
    words = Words(
        values=table["words"],
        shapes=shapes,
        unions={name: tuple(parts) for name, parts in table["classes"].items()},
        bounds=table["bounds"],
        needs_capital=frozenset(table["needs_capital"]),
    )
    known = {*words.values, *words.unions, *("#" + name for name, _ in shapes)}
    for name, parts in words.unions.items():
        for part in parts:
            if (part.isupper() or part[0] == "#") and part not in known:
                raise TableError(TABLE, f"class {name} names {part}, which is not there")
    return words
