"""What identifies a collection of reports, whatever order they came in, kept up as they come and go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

NOTHING = "0" * 64


def mark_of(items: Iterable[tuple[str, str]]) -> str:
    """The mark of some reports, each with the version of the reader that read it: 64 hexadecimal digits."""
    return turned(NOTHING, items)


def turned(mark: str, items: Iterable[tuple[str, str]]) -> str:
    """The mark when some items that it does not hold come, or some that it holds go.

    Each item's hash is combined by exclusive or (Zobrist 1970), so that going undoes coming.
    """
    number = int(mark, 16)
    for report, reader in items:
        number ^= int(hashlib.sha256(f"{report} {reader}".encode()).hexdigest(), 16)
    return f"{number:064x}"
