"""Different causes given for one thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.account.account import ClaimEntry, Disagreement, Event
from reportedly.account.voices import Voices
from reportedly.data import load_table, word_set
from reportedly.reading.events.ontology import ontology
from reportedly.reading.sentences import lemma_of

TABLE = "account/causes.toml"
LONGEST = 7
"""Words of a cause."""
MOST = 6
"""Causes that one disagreement lists."""
STOP = re.compile(r"[.,;:!?()—–]| - ")
QUOTES = str.maketrans("", "", "“”\"")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause that a claim names: the words for it, and what kind of thing it caused."""

    claim: ClaimEntry
    text: str
    words: frozenset[str]
    ruled_out: bool = False


def find_causes(events: Sequence[Event], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each type of event for which two origins give causes that have no word in common."""
    types = {event.id: event.type for event in events if _may_have_cause(event.type)}
    spread = Counter(event.type for event in events if event.id in types for _ in event.mentions)
    main = next((kind for kind, _ in spread.most_common(1)), None)
    causes: defaultdict[str, list[Cause]] = defaultdict(list)
    for claim in voices.claims.values():
        kind = next((types[event] for event in claim.events if event in types), main)
        for cause in _causes(claim) if kind else ():
            causes[str(kind)].append(cause)
    for kind, found in sorted(causes.items()):
        apart = _apart(found)
        if len(apart) > 1:
            yield _disagreement(kind, apart, voices, story)


def _may_have_cause(kind: str) -> bool:
    known = ontology().types.get(kind)
    return kind in word_set(TABLE, "types") or (known is not None and known.family in word_set(TABLE, "families"))


def _causes(claim: ClaimEntry) -> Iterator[Cause]:
    text = claim.text.translate(QUOTES)
    for key, ruled_out in (("after", False), ("ruled_out", True)):
        for match in _pattern(key).finditer(text):
            yield from _cause(claim, STOP.split(text[match.end() :], maxsplit=1)[0].split()[:LONGEST], ruled_out)
    for key, ruled_out in (("not_alone", True), ("before", False)):
        for match in _pattern(key).finditer(text):
            words = _breaks().split(STOP.split(text[: match.start()])[-1])[-1].split()[-LONGEST:]
            if ruled_out or not _pattern("not_alone").search(text):
                yield from _cause(claim, words, ruled_out)
    for match in _mishap().finditer(text):
        yield from _cause(claim, match.group(1).split(), ruled_out=False)


def _cause(claim: ClaimEntry, words: list[str], ruled_out: bool) -> Iterator[Cause]:
    """The words between edges: "also by strong winds" gives "strong winds"."""
    edges = word_set(TABLE, "edges")
    while words and words[0].lower() in edges:
        words.pop(0)
    while words and words[-1].lower() in edges:
        words.pop()
    plain = [word.lower() for text in words for word in WORD.findall(text)]
    telling = frozenset(map(lemma_of, plain)) - edges - word_set(TABLE, "empty")
    if telling and word_set(TABLE, "clause").isdisjoint(plain):
        yield Cause(claim, " ".join(words), telling, ruled_out)


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


def _apart(causes: Sequence[Cause]) -> list[Cause]:
    """The first claims of causes that have no word in common, by different origins."""
    apart: list[Cause] = []
    for cause in causes:
        if all(cause.words.isdisjoint(other.words) for other in apart):
            apart.append(cause)
    return apart[:MOST] if len({cause.claim.origin for cause in apart}) > 1 else []


def _verb(cause: Cause) -> str:
    return "rules out" if cause.ruled_out else "names"


def _disagreement(kind: str, causes: Sequence[Cause], voices: Voices, story: str) -> Disagreement:
    told = "; ".join(
        f"{voices.on_day(cause.claim.report, begins=not number)} "
        f"{voices.speaker(cause.claim.id, cause.claim.report)} {_verb(cause)} {cause.text}"
        for number, cause in enumerate(causes)
    )
    return Disagreement(
        id=f"d:cause-{kind}-{causes[0].claim.id}",
        kind="cause",
        claims=tuple(dict.fromkeys(cause.claim.id for cause in causes)),
        figures=(),
        reason=f"Cause of the {kind.replace('_', ' ')}: {told}.",
        status="within_report" if len({cause.claim.report for cause in causes}) == 1 else "open",
        story=story,
    )
