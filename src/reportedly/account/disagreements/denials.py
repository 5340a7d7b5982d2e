"""What one source says and another denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.account.account import ClaimEntry, Disagreement, Event, EventTelling
from reportedly.account.names import common_words
from reportedly.account.voices import Voices, clipped
from reportedly.reading.sentences import lemma_of

ALIKE = 0.5
"""Share of the shorter statement's telling words that the other must hold for a denial to be of it."""
OF_LONGER = 0.3
"""The same for the longer statement: a long sentence holds many words by chance."""
FEWEST = 3
NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|without|cannot)\b|n['’]t\b", re.IGNORECASE)
SHARED = 2
"""Words that an assertion and a denial of one event must share."""


def find_denials(events: Sequence[Event], voices: Voices, story: str) -> Iterator[Disagreement]:
    """Events that one claim asserts and a claim of another origin denies; then claims that deny nearly the same
    words.
    """
    met: set[frozenset[str]] = set()
    for event in events:
        for asserted, denied in _first_pair(event, voices):
            met.add(frozenset((asserted.id, denied.id)))
            yield _disagreement(asserted, denied, voices, story)
    yield from _in_words(voices, story, met)


def _first_pair(event: Event, voices: Voices) -> list[tuple[ClaimEntry, ClaimEntry]]:
    """The first assertion and the first denial, by another origin and with the same verb, if any.

    A denial is somebody's: what an outlet merely tells in the negative denies nobody.
    """
    told = [
        (telling, voices.claims[telling.claim])
        for telling in event.mentions
        if telling.claim and telling.claim in voices.claims
    ]
    return [
        (claim, other)
        for denial, other in told
        for telling, claim in told
        if denial.mode == "denied"
        and telling.mode in {"asserted", "likely"}
        and claim.origin != other.origin
        and other.cue is not None
        and NEGATION.search(claim.text) is None
        and _verb(telling, voices) == _verb(denial, voices)
        and len(_telling(claim.text) & _telling(other.text)) >= SHARED
    ][:1]


def _verb(telling: EventTelling, voices: Voices) -> tuple[str, ...]:
    words = voices.reports[telling.report].text[telling.start : telling.end].lower().split()
    return tuple(lemma_of(word) for word in words)


def _in_words(voices: Voices, story: str, met: set[frozenset[str]]) -> Iterator[Disagreement]:
    """Denials that somebody is credited with, of what another report states in nearly the same words."""
    claims = list(voices.claims.values())
    words = {claim.id: _telling(claim.text) for claim in claims}
    for denial in (claim for claim in claims if claim.mode == "denied" and claim.cue is not None):
        asserted = [
            claim
            for claim in claims
            if claim.mode == "asserted"
            and claim.report != denial.report
            and NEGATION.search(claim.text) is None
            and claim.origin != denial.origin
            and _alike(words[claim.id], words[denial.id])
        ]
        if asserted and frozenset((asserted[0].id, denial.id)) not in met:
            yield _disagreement(asserted[0], denial, voices, story)


def _telling(text: str) -> frozenset[str]:
    words = {lemma_of(word.strip(".,;:!?“”\"'’‘()").lower()) for word in text.split()}
    return frozenset(word for word in words if len(word) > 3)


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    shared = first & second
    rare = [word for word in shared if word not in common_words()]
    few, many = sorted((len(first), len(second)))
    return len(shared) >= FEWEST and bool(rare) and len(shared) >= ALIKE * few and len(shared) >= OF_LONGER * many


def _disagreement(asserted: ClaimEntry, denied: ClaimEntry, voices: Voices, story: str) -> Disagreement:
    return Disagreement(
        id=f"d:{asserted.id}-{denied.id}",
        kind="denial",
        claims=(asserted.id, denied.id),
        figures=(),
        reason=(
            f"{_said(asserted, voices)} says {clipped(asserted.text)}; "
            f"{_said(denied, voices, begins=False)} denies: {clipped(denied.text)}."
        ),
        status="within_report" if asserted.report == denied.report else "open",
        story=story,
    )


def _said(claim: ClaimEntry, voices: Voices, begins: bool = True) -> str:
    return f"{voices.on_day(claim.report, begins=begins)} {voices.speaker(claim.id, claim.report)}"
