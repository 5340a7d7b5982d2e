"""The archive: one database that keeps reports, their originals, what they say, and the account.

``Archive`` is imported when it is first used: what only makes rows, in another process, needs no database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.archive.archive import Addition as Addition
    from reportedly.archive.archive import Archive as Archive

__all__ = ["Addition", "Archive"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'reportedly.archive' has no attribute {name!r}")
    from reportedly.archive import archive

    return getattr(archive, name)
