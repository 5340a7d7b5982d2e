"""The ground floor: a report, and a span of its characters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.records import quicken

DatedBy = Literal["sidecar", "header", "dateline"]


@quicken
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points in ``report.text``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, with an outlet and a publication date where they are known.

    ``text`` is in Unicode NFC and never changes after intake: every span in every other room counts its code points.
    ``path`` is where it came from (``folder/file.txt``, or ``folder/file.jsonl:12`` for a record on a line),
    ``sha256`` the
    hash of the untouched bytes it was made from. ``published`` is a day; ``dated_by`` says what told it, None =
    undated.
    """

    id: str
    path: str
    text: str
    sha256: str
    outlet: str | None = None
    published: date | None = None
    dated_by: DatedBy | None = None
    title: str | None = None
    url: str | None = None
    language: str = "en"

    def shown(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


def report_id(text: str, outlet: str | None, published: date | None, url: str | None) -> str:
    """A stable id from what makes a report that report: its words, who printed them, when, and where.

    The same words printed by two outlets are two reports (a copy is decided later, in the account); the same file met
    twice is one.
    """
    parts = (text, outlet or "", published.isoformat() if published else "", url or "")
    return "r" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
