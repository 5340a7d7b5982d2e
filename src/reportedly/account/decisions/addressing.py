"""How a decision finds its target again: by the report's id or its text, and by the span of the words.

A newer reader may draw a span a little otherwise ("the dam" for "dam"), so the nearest span of the same sort is taken
where it shares enough with the old one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.account.account import Anchor, Citation, DecidedValue, Decision, Target, TargetKind
from reportedly.reading.reading import Reading

SHARED = 0.5
"""How much of the shorter of two spans lies in the other one where both are of the same words."""
HASHED = 16
Ranges = frozenset[tuple[int, int]]


def text_hash(text: str) -> str:
    """What stands for a report's text in an anchor."""
    return hashlib.sha256(text.encode()).hexdigest()[:HASHED]


def anchors_of(citations: Iterable[Citation], texts: Mapping[str, str], most: int) -> tuple[Anchor, ...]:
    """Anchors at up to ``most`` of some citations, one of each report before a second one of any."""
    found = [each for each in dict.fromkeys(citations) if each.report in texts]
    first = {each.report: each for each in reversed(found)}
    ranked = sorted(found, key=lambda each: first[each.report] != each)
    chosen = set(ranked[:most])
    return tuple(_anchor(each, texts[each.report]) for each in found if each in chosen)


def _anchor(citation: Citation, text: str) -> Anchor:
    words = text[citation.start : citation.end]
    return Anchor(citation.report, text_hash(text), citation.start, citation.end, words)


def rehomed(decisions: Sequence[Decision], texts: Mapping[str, str]) -> tuple[Decision, ...]:
    """The decisions with each anchor in a report that is gone moved to the one of the same text, where there is one.

    A report gets another id when its day or its outlet is mended; its text stays.
    """
    lost = any(anchor.report not in texts for each in decisions for anchor in anchors_in(each))
    if not lost:
        return tuple(decisions)
    homes = {text_hash(text): key for key, text in sorted(texts.items(), reverse=True)}

    def moved(target: Target) -> Target:
        return replace(
            target,
            anchors=tuple(
                anchor if anchor.report in texts else replace(anchor, report=homes.get(anchor.text_hash, anchor.report))
                for anchor in target.anchors
            ),
        )

    return tuple(
        replace(each, target=each.target and moved(each.target), value=each.value and _with_other(each.value, moved))
        for each in decisions
    )


def _with_other(value: DecidedValue, moved: Callable[[Target], Target]) -> DecidedValue:
    return replace(value, other=moved(value.other)) if value.other else value


def anchors_in(decision: Decision) -> tuple[Anchor, ...]:
    """Every anchor of a decision: of its target, and of the second thing of a merge or split."""
    other = decision.value.other if decision.value else None
    return (*(decision.target.anchors if decision.target else ()), *(other.anchors if other else ()))


class Finder:
    """Finds the words of anchors in the readings of one story."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._ranges: dict[tuple[str, TargetKind], Ranges] = {}

    def find(self, target: Target | None) -> frozenset[Citation]:
        """The words of a target that are still there, as the readings span them now."""
        if target is None:
            return frozenset()
        found = (self._find(target.kind, anchor) for anchor in target.anchors)
        return frozenset(each for each in found if each)

    def _find(self, kind: TargetKind, anchor: Anchor) -> Citation | None:
        reading = self._readings.get(anchor.report)
        if reading is None or kind == "story":
            return Citation(anchor.report, 0, 0) if reading else None
        key = (anchor.report, kind)
        if key not in self._ranges:
            self._ranges[key] = ranges_of(reading, kind)
        span = nearest(self._ranges[key], anchor.start, anchor.end)
        return Citation(anchor.report, *span) if span else None


def nearest(ranges: Ranges, start: int, end: int) -> tuple[int, int] | None:
    """The span itself where it is there, else the one that shares most with it, None where none shares enough."""
    if (start, end) in ranges:
        return start, end
    best = max(ranges, key=lambda each: (_alike(each, start, end), each), default=None)
    if best is None:
        return None
    shared = min(best[1], end) - max(best[0], start)
    return best if shared > 0 and shared >= SHARED * min(best[1] - best[0], end - start) else None


def _alike(span: tuple[int, int], start: int, end: int) -> float:
    """How much of what two spans cover both cover; below 0 where they do not touch."""
    return (min(span[1], end) - max(span[0], start)) / max(1, max(span[1], end) - min(span[0], start))


def ranges_of(reading: Reading, kind: TargetKind) -> Ranges:
    """The spans of one sort of thing in a reading."""
    if kind == "entity":
        mentions = frozenset((each.start, each.end) for each in reading.mentions)
        return mentions | {(each.start, each.end) for each in reading.places}
    if kind == "event":
        return frozenset((each.start, each.end) for each in reading.events)
    claims = frozenset((each.start, each.end) for each in reading.claims)
    figures = frozenset((each.start, each.end) for each in reading.figures)
    return {"claim": claims, "disagreement": claims | figures}.get(kind, figures)
