"""Tables that a linguist can edit (TOML), and the built gazetteer; each names its source and licence at its head."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.errors import TableError


def path_of(name: str) -> Path:
    """The file of that name in ``data/`` (``name`` may hold a folder: ``"times/units.toml"``)."""
    return Path(str(files(__name__))) / name


@cache
def load_table(name: str) -> dict[str, Any]:
    """The TOML table of that name, parsed once per process; treat it as read-only.

    Raises:
        TableError: the file is missing or is not TOML.
    """
    try:
        with path_of(name).open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        raise TableError(name, "the file is missing from this installation") from None
    except tomllib.TOMLDecodeError as error:
        raise TableError(name, f"not valid TOML ({error})") from None


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of strings in a table as a set.

    Raises:
        TableError: there is no such list, it repeats a word, or holds something other than strings.
    """
    words = load_table(name).get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise TableError(name, f"{key} must be a list of non-empty strings")
    repeated = {word for word in words if words.count(word) > 1} if len(set(words)) != len(words) else set()
    if repeated:
        raise TableError(name, f"{key} repeats {', '.join(sorted(repeated))}")
    return frozenset(words)
