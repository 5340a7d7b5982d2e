"""Mentions: spans that refer to somebody or something."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Mention, PlaceMention, Sentence, TimeExpression
from reportedly.report import Report


def find_mentions(report: Report, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """The names, nominals and pronouns of a report, in order; kinds of place names are settled later."""
    return ()


def settle_kinds(mentions: Sequence[Mention], places: Sequence[PlaceMention]) -> tuple[Mention, ...]:
    """The same mentions, with what the gazetteer knows: a mention that was resolved to a place is one."""
    return tuple(mentions)
