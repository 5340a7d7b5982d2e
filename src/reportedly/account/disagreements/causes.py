"""Different causes given for one thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.account.account import ClaimEntry, Disagreement, Event
from reportedly.account.disagreements.scenes import OF_STATEMENTS, have_one_subject
from reportedly.account.voices import Voices, agree, named
from reportedly.data import load_table, word_set
from reportedly.reading.events.ontology import ontology
from reportedly.reading.sentences import lemma_of

TABLE = "account/causes.toml"
SHORTEST = 3
"""Letters of a word that tells something."""
SUBJECT = 0.3
"""Part of the reports of a story that tell of what it is about."""
LONGEST = 10
"""Words of a cause."""
MOST_APART = 4
"""Causes from which on they are no dispute but a subject: what "caused" an epidemic, report by report."""
OUTLETS = 1
"""Causes of a dispute that an outlet names in its own words: of two, each may be of another thing."""
MOST = 6
"""Causes that one disagreement lists."""
STOP = re.compile(r"(?<!\b[A-Z])\.(?=\s|$)|[,;:!?()—–]| - ")
INVERTED = frozenset({"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would"})
""" "Not only is a slump upon us" plays down no cause."""
QUOTES = str.maketrans('“”"', "   ")
Stance = Literal["name", "rule out", "weigh"]
REACH = 60
"""Characters between the words for a cause and the event that it caused."""
AFTER: tuple[tuple[str, Stance], ...] = (("after", "name"), ("ruled_out", "rule out"), ("not_only", "weigh"))
BEFORE: tuple[tuple[str, Stance], ...] = (("not_alone", "weigh"), ("not_the_cause", "rule out"), ("before", "name"))
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Harm:
    """Where a report tells of something that may have a cause: the type of the event, and the span of its predicate."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause that a claim names, rules out, or says not to be the only one, with the words for it."""

    claim: ClaimEntry
    text: str
    words: frozenset[str]
    stance: Stance = "name"


def find_causes(events: Sequence[Event], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each type of event for which two origins give causes that have no word in common."""
    harms = [event for event in events if _may_have_cause(event.type)]
    told: defaultdict[str, list[Harm]] = defaultdict(list)
    for event in harms:
        for telling in event.mentions:
            told[telling.claim or ""].append(Harm(event.type, telling.start, telling.end))
    spread = Counter(event.type for event in harms for _ in event.mentions)
    main = next((kind for kind, _ in spread.most_common(1)), None)
    causes: defaultdict[str, list[Cause]] = defaultdict(list)
    for claim in voices.claims.values():
        beside, only = told.get(claim.id, ()), main if not claim.events else None
        for kind, cause in _causes(claim, beside, only, voices) if beside or only else ():
            causes[kind].append(cause)
    for kind, found in sorted(causes.items()):
        if not _is_what_the_story_tells(kind, harms, voices):
            continue
        apart, against = _apart(found, voices), _against(found)
        if {cause.claim.id for cause in apart} & {cause.claim.id for cause in against}:
            apart, against = list(dict.fromkeys((*apart, *against)))[:MOST], []
        if len(apart) > 1:
            yield _disagreement(kind, apart, voices, story)
        if against:
            yield _disagreement(kind, against, voices, story, "-against")


def _is_what_the_story_tells(kind: str, harms: Sequence[Event], voices: Voices) -> bool:
    """Whether enough of the reports tell of such a thing: people argue about the cause of what a story is about."""
    told = {mention.report for event in harms if event.type == kind for mention in event.mentions}
    return len(told) >= SUBJECT * len(voices.reports)


def _may_have_cause(kind: str) -> bool:
    known = ontology().types.get(kind)
    return kind in word_set(TABLE, "types") or (known is not None and known.family in word_set(TABLE, "families"))


def _causes(claim: ClaimEntry, harms: Sequence[Harm], only: str | None, voices: Voices) -> Iterator[tuple[str, Cause]]:
    """The causes that a claim names, each with the type of event that it caused: the one told beside it, else
    ``only``.
    """
    text = claim.text.translate(QUOTES)
    for start, end, words, stance in _phrases(text):
        if voices.sentence(claim.report, claim.start + start).rstrip().endswith("?"):
            continue
        weak = text[start:end].lower() in word_set(TABLE, "weak")
        kind = _beside(harms, claim.start + start, claim.start + end) or (None if weak else only)
        for cause in _cause(claim, words, stance) if kind else ():
            if cause.words == {lemma_of(str(kind))}:
                continue
            yield str(kind), cause


def _phrases(text: str) -> Iterator[tuple[int, int, list[str], Stance]]:
    """Where words for a cause stand, the words beside them, and whether they are said to be the cause."""
    for key, stance in AFTER:
        for match in _pattern(key).finditer(text):
            words = STOP.split(text[match.end() :], maxsplit=1)[0].split()[:LONGEST]
            inverted = bool(words) and words[0].lower() in INVERTED
            if stance == "weigh" and (inverted or "but" in words or not _pattern("speaks_of_causes").search(text)):
                continue
            yield match.start(), match.end(), words, stance
    for key, stance in BEFORE:
        for match in _pattern(key).finditer(text):
            words = _breaks().split(STOP.split(text[: match.start()])[-1])[-1].split()[-LONGEST:]
            if stance != "name" or not _pattern("not_alone").search(text):
                yield match.start(), match.end(), words, stance
    for match in _mishap().finditer(text):
        yield match.start(), match.start(), match.group(1).split(), "name"


def _beside(harms: Sequence[Harm], start: int, end: int) -> str | None:
    """The type of the event that is told nearest to the half-open span, within reach and not in the cause itself."""
    near = [(min(abs(harm.end - start), abs(harm.start - end)), harm.kind) for harm in harms]
    return min((item for item in near if item[0] <= REACH), default=(0, None))[1]


def _cause(claim: ClaimEntry, words: list[str], stance: Stance) -> Iterator[Cause]:
    """The words between edges: "also by strong winds" gives "strong winds"."""
    edges = word_set(TABLE, "edges")
    while words and words[0].lower() in edges:
        words.pop(0)
    while words and words[-1].lower() in edges:
        words.pop()
    plain = [word.lower() for text in words for word in WORD.findall(text)]
    telling = frozenset(map(lemma_of, plain)) - edges - word_set(TABLE, "empty")
    if any(len(word) >= SHORTEST for word in telling) and word_set(TABLE, "clause").isdisjoint(plain):
        yield Cause(claim, " ".join(words), telling, stance)


@cache
def _mishap() -> re.Pattern[str]:
    nouns = "|".join(load_table(TABLE)["mishaps"])
    return re.compile(rf"\bafter ((?:an? )?(?:[\w-]+ ){{0,2}}(?:{nouns})(?: of \w+)?)\b", re.IGNORECASE)


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_table(TABLE)['breaks'])})\b", re.IGNORECASE)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    phrases = sorted(load_table(TABLE)[key], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _apart(causes: Sequence[Cause], voices: Voices) -> list[Cause]:
    """The first claims of causes that have no word in common, by different origins in different reports: one report
    only weighs causes.
    """
    apart: list[Cause] = []
    for cause in causes:
        if apart and not have_one_subject(apart[0].claim.report, cause.claim.report, voices, *OF_STATEMENTS):
            continue
        if all(cause.words.isdisjoint(other.words) for other in apart):
            apart.append(cause)
    if len(apart) > MOST_APART or _is_of_outlets(apart):
        return []
    several = len({cause.claim.origin for cause in apart}) > 1 and len({cause.claim.report for cause in apart}) > 1
    return apart[:MOST] if several else []


def _is_of_outlets(causes: Sequence[Cause]) -> bool:
    return sum(cause.claim.cue is None for cause in causes) > OUTLETS


def _against(causes: Sequence[Cause]) -> list[Cause]:
    """The first cause that one report names and another rules out or plays down, with all who name it."""
    for cause in causes:
        named_by = [
            other
            for other in causes
            if other.stance == "name"
            and cause.stance != "name"
            and other.words & cause.words
            and other.claim.report != cause.claim.report
        ]
        if named_by and not _is_of_outlets([cause, named_by[0]]):
            return [cause, *named_by[: MOST - 1]]
    return []


def _speaks(cause: Cause, voices: Voices) -> str:
    """ "officials name", "the board rules out", "the minister says it was not only"."""
    speaker = named(voices.speaker(cause.claim.id, cause.claim.report))
    if cause.stance == "rule out":
        return f"{speaker} {agree(speaker, 'rule')} out"
    if cause.stance == "weigh":
        return f"{speaker} {agree(speaker, 'say')} it was not only"
    return f"{speaker} {agree(speaker, 'name')}"


def _disagreement(kind: str, causes: Sequence[Cause], voices: Voices, story: str, apart_from: str = "") -> Disagreement:
    told = "; ".join(
        dict.fromkeys(
            f"{voices.on_day(cause.claim.report, begins=False)} {_speaks(cause, voices)} {cause.text}"
            for cause in causes
        )
    )
    return Disagreement(
        id=f"d:cause-{kind}-{causes[0].claim.id}{apart_from}",
        kind="cause",
        claims=tuple(dict.fromkeys(cause.claim.id for cause in causes)),
        figures=(),
        reason=f"Cause of the {kind.replace('_', ' ')}: {told}.",
        status="open",
        story=story,
    )
