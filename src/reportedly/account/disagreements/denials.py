"""What one source says and another denies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from reportedly.account.account import ClaimEntry, Disagreement, Event, EventTelling
from reportedly.account.disagreements.likeness import root_of, roots
from reportedly.account.names import common_words, function_words
from reportedly.account.voices import NEGATION, Voices
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of

CHARGES = "account/charges.toml"
HEAD = 4
"""Words at the head of what is denied that tell whether it is a request."""
ALIKE = 0.5
"""Share of the shorter statement's telling words that the other must hold for a denial to be of it."""
TOLD = 0.7
"""The same for two statements of one event, without names."""
OF_LONGER = 0.3
"""The same for the longer statement: a long sentence holds many words by chance."""
FEWEST = 3
CROWD = 300
"""Assertions that one word leads to."""
LATEST = 50
"""Denials looked back over, for one that says the same."""
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|reject\w*|dismiss\w*|rebuff\w*|allegations?|accusations?|untrue|baseless)\b",
    re.IGNORECASE,
)
NEAR = timedelta(days=14)
"""Between what is said and its denial."""
YOU = re.compile(r"\byou\b", re.IGNORECASE)
""" "You don't stop a vote" speaks of nobody's vote."""
DEED = 3
"""Words beside names that a statement shares with what somebody denies by that verb."""
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
        and other.mode == "denied"
        and not YOU.search(other.text)
        and not _is_refused(other)
        and (claim.report != other.report or claim.cue is not None)
        and not _negates(claim.text)
        and _verb(telling, voices) == _verb(denial, voices)
        and _is_near(claim, other, voices)
        and _is_told_of_one(_telling(claim.text), _telling(other.text))
    ][:1]


def _is_near(first: ClaimEntry, second: ClaimEntry, voices: Voices) -> bool:
    """Whether both were printed within days of each other: what is said a season later is said of something else."""
    days = [voices.reports[claim.report].published for claim in (first, second)]
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= NEAR


def _negates(text: str) -> bool:
    """Whether a statement denies something itself."""
    return NEGATION.search(text) is not None or DENYING.search(text) is not None


def _verb(telling: EventTelling, voices: Voices) -> tuple[str, ...]:
    words = voices.reports[telling.report].text[telling.start : telling.end].lower().split()
    return tuple(lemma_of(word) for word in words)


def _in_words(voices: Voices, story: str, met: set[frozenset[str]]) -> Iterator[Disagreement]:
    """Denials that somebody is credited with, of what another report states in nearly the same words.

    Assertions are found by the rare words that they share with a denial. Of one origin's denials of one thing, the
    first is told.
    """
    denials = [claim for claim in voices.claims.values() if _is_denial(claim, voices)]
    if not denials:
        return
    words = {claim.id: _telling(claim.text) for claim in voices.claims.values()}
    index = _by_rare_word(voices, words)
    told: list[tuple[str, frozenset[str]]] = []
    for denial in denials:
        asserted = _asserted(denial, words, index, voices)
        if asserted is None or frozenset((asserted.id, denial.id)) in met:
            continue
        if not any(origin == denial.origin and _alike(words[denial.id], known) for origin, known in told[-LATEST:]):
            told.append((denial.origin, words[denial.id]))
            yield _disagreement(asserted, denial, voices, story)


def _is_denial(claim: ClaimEntry, voices: Voices) -> bool:
    """Whether somebody denies, in the negative or by the verb; "the sheriff said that Marn denied it" is no denial of
    the sheriff's, and "denied an offer" none of a statement.
    """
    if claim.mode != "denied" or claim.cue is None or claim.source.kind == "outlet" or DENYING.search(claim.text):
        return False
    cue = voices.reports[claim.report].text[claim.cue.start : claim.cue.end]
    return NEGATION.search(claim.text) is not None or (DENYING.search(cue) is not None and not _is_refused(claim))


def _is_refused(claim: ClaimEntry) -> bool:
    """Whether what is denied is a request: "denied an offer to plead guilty"."""
    head = {lemma_of(word.lower()) for word in claim.text.split()[:HEAD]}
    return not head.isdisjoint(word_set(CHARGES, "refused"))


def _by_rare_word(voices: Voices, words: Mapping[str, frozenset[str]]) -> dict[str, list[ClaimEntry]]:
    """Assertions by each of their rare words; a word in a great many leads nowhere."""
    index: defaultdict[str, list[ClaimEntry]] = defaultdict(list)
    for claim in voices.claims.values():
        if claim.mode == "asserted" and not _negates(claim.text):
            for word in words[claim.id] - common_words():
                if len(index[word]) < CROWD:
                    index[word].append(claim)
    return index


def _asserted(
    denial: ClaimEntry,
    words: Mapping[str, frozenset[str]],
    index: Mapping[str, Sequence[ClaimEntry]],
    voices: Voices,
) -> ClaimEntry | None:
    """The first assertion of what is denied, by another origin in another report."""
    near = {claim.id: claim for word in sorted(words[denial.id]) for claim in index.get(word, ())}
    found = (
        claim
        for claim in near.values()
        if claim.report != denial.report
        and _is_near(claim, denial, voices)
        and claim.origin != denial.origin
        and claim.source.entity != (denial.source.entity or "")
        and _alike(words[claim.id], words[denial.id])
        and _is_of_the_deed(claim, denial, voices)
    )
    return min(found, key=lambda claim: (-len(words[claim.id] & words[denial.id]), claim.id), default=None)


def _is_of_the_deed(claim: ClaimEntry, denial: ClaimEntry, voices: Voices) -> bool:
    """Whether a statement tells of the deed that somebody denies by that verb, not only of whom and where: three words
    in common beside names, and what he "denied giving".
    """
    cue = denial.cue and voices.reports[denial.report].text[denial.cue.start : denial.cue.end]
    if not cue or not DENYING.search(cue):
        return True
    first = re.match(r"[a-z]+ing\b", denial.text)
    names = roots(" ".join(word for word in f"{claim.text} {denial.text}".split() if word[:1].isupper()))
    acts = (roots(claim.text) & roots(denial.text)) - names
    return len(acts) >= DEED and (first is None or root_of(first.group()) in acts)


def _telling(text: str) -> frozenset[str]:
    """The words that tell what a statement is about; those of names keep their capital letter."""
    words = [word.strip(".,;:!?“”\"'’‘()") for word in text.split()]
    found = {word if number and word[:1].isupper() else lemma_of(word.lower()) for number, word in enumerate(words)}
    return frozenset(word for word in found if len(word) > 3) - function_words()


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two statements are about the same: enough words in common, not only those of names, and where both
    name somebody or something, one name in common.
    """
    shared = first & second
    rare = [word for word in shared if word not in common_words()]
    few, many = sorted((len(first), len(second)))
    enough = len(shared) >= FEWEST and bool(rare) and len(shared) >= ALIKE * few and len(shared) >= OF_LONGER * many
    return enough and _acts_and_names(first, second)


def _is_told_of_one(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two statements of one event have so much in common that one denies the other."""
    acts = [{word for word in words if not word[:1].isupper()} for words in (first, second)]
    few = min(map(len, acts))
    enough = few if few <= FEWEST else TOLD * few
    return _acts_and_names(first, second) and len(acts[0] & acts[1]) >= enough


def _acts_and_names(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether what is done and, where both tell it, who does it are in common."""
    names = [{word for word in words if word[:1].isupper()} for words in (first, second)]
    acts = (first & second) - names[0]
    return len(acts) >= SHARED and (not all(names) or bool(names[0] & names[1]))


def _disagreement(asserted: ClaimEntry, denied: ClaimEntry, voices: Voices, story: str) -> Disagreement:
    return Disagreement(
        id=f"d:{asserted.id}-{denied.id}",
        kind="denial",
        claims=(asserted.id, denied.id),
        figures=(),
        reason=f"{voices.quoted(asserted, begins=True)}; {voices.denied(denied, begins=False)}.",
        status="within_report" if asserted.report == denied.report else "open",
        story=story,
    )
