"""Reportedly reads dated news reports of one unfolding story and writes the account.

    >>> import reportedly
    >>> account = reportedly.read("examples/karatas")
    >>> for sentence in account.brief:
    ...     print(sentence.sentence)

Everything here is imported when it is first used, so that ``import reportedly`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.account.account import Account as Account
    from reportedly.archive import Archive as Archive
    from reportedly.errors import ReportedlyError as ReportedlyError
    from reportedly.pipeline import ingest as ingest
    from reportedly.pipeline import read as read
    from reportedly.reading.reader import Reader as Reader
    from reportedly.report import Report as Report
    from reportedly.report import Span as Span

_HOMES = {
    "Account": "reportedly.account.account",
    "Archive": "reportedly.archive",
    "Reader": "reportedly.reading.reader",
    "Report": "reportedly.report",
    "ReportedlyError": "reportedly.errors",
    "Span": "reportedly.report",
    "ingest": "reportedly.pipeline",
    "read": "reportedly.pipeline",
}
__all__ = ["Account", "Archive", "Reader", "Report", "ReportedlyError", "Span", "ingest", "read"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
