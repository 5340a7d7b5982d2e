"""The archive: one database that keeps reports, their originals, what they say, and the account."""

from reportedly.archive.archive import Addition, Archive

__all__ = ["Addition", "Archive"]
