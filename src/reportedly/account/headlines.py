"""What to call a story: the words of one of its reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.account.names import common_words, name_words
from reportedly.reading.reading import Reading
from reportedly.report import Report, Span

LONGEST = 90
"""Characters of a title that is cut from a lead sentence."""
DATELINE = re.compile(r"^[^a-z]{3,60}?(?:\([^)]{1,40}\))?\s*[-–—:]{1,2}\s+")
"""BANGKOK (Reuters) - …"""
TAIL = re.compile(r"[\s,;:–—-]+$")


def title_of(reports: Sequence[Report], readings: Mapping[str, Reading]) -> str:
    """The title that uses most of the story's common words, else the beginning of a first sentence that does.

    Args:
        reports: of the story, the earliest first; not empty.
        readings: by report id.
    """
    titled = [(report.title or "").strip() for report in reports]
    leads = titled if any(titled) else [_lead(report, readings.get(report.id)) for report in reports]
    spread = Counter(word for lead in leads for word in set(_telling(lead)))
    return max(leads, key=lambda lead: (_centrality(lead, spread), -leads.index(lead))) or reports[0].id


def _telling(lead: str) -> tuple[str, ...]:
    return tuple(word for word in name_words(lead) if word not in common_words())


def _centrality(lead: str, spread: Counter[str]) -> float:
    """How many other leads use its words, per word: a short lead of common words is the best title."""
    words = _telling(lead)
    return sum(spread[word] for word in set(words)) / (4 + len(lead.split())) if words else 0.0


def _lead(report: Report, reading: Reading | None) -> str:
    """The first sentence without its dateline, cut at a boundary where it is long."""
    span = reading.sentences[0] if reading and reading.sentences else Span(0, min(len(report.text), 300))
    sentence = " ".join(DATELINE.sub("", report.shown(span)).split())
    if len(sentence) <= LONGEST:
        return sentence.rstrip(".")
    cut = sentence[:LONGEST]
    comma = cut.rfind(", ")
    if comma > LONGEST // 3:
        return TAIL.sub("", cut[:comma])
    return TAIL.sub("", cut[: cut.rfind(" ")] or cut) + " …"
