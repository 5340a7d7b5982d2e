"""What one report is found by, as the archive keeps it; it depends on the report alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from reportedly.report import Report
from reportedly.telling.ask.bench import terms_in
from reportedly.telling.ask.passages import lines_of

PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What questions and searches find a report by, beside its words.

    ``lines`` are its sentences with their terms, as MessagePack; ``terms`` all its terms in a row, as words of the
    full-text index.
    """

    lines: bytes
    terms: str


def entry_of(item: Report) -> Entry:
    """What a report is found by."""
    lines = lines_of(item.text)
    terms = {term for _, _, some in lines for term in some} | terms_in(item.title or "")
    return Entry(msgspec.msgpack.encode(lines), " ".join(sorted(map(plain, terms))))


def plain(term: str) -> str:
    """A term as one word of the index: "u.s." is "us"."""
    return "".join(PIECE.findall(term.lower()))
