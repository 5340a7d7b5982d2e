"""Opposite states that two speakers tell of one thing on one day: "work stopped late on Friday", "work never stopped".

What was so yesterday may be otherwise today, so only statements printed on one day are set side by side; two of one
report only where it credits both to somebody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product

from reportedly.account.account import ClaimEntry, Disagreement
from reportedly.account.disagreements.likeness import roots
from reportedly.account.disagreements.scenes import are_statements_of_one
from reportedly.account.scope import is_generic
from reportedly.account.voices import Voices
from reportedly.data import load_table
from reportedly.reading.sentences import lemma_of

TABLE = "account/states.toml"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CLAUSE = re.compile(r"[.;:!?]|, (?:and|but|while)\b|\b(?:but|while|although|because)\b")
SHORTEST = 4
SUBJECT = 2
"""Telling words at the head of what stands before a state that may be its subject."""
BACK = 120
"""Characters before a statement that begins with "their" in which its subject may be named."""
THEIR = re.compile(r"\b(?:their|his|her|its|whose|they|he|she|who)\b")
"""What makes a statement speak of whom the words before it name; "the 11-year-old was named" speaks of no other."""
OTHERS = re.compile(r"\b(?:other|others|another|remaining|rest|second|third|fourth)\b")
"""Words of a subject that make it another one: "the other victims were not named"."""
UNDOING = 3
"""Words before a state in which a word can undo it."""
SAID = frozenset({"asserted", "likely"})
ROOT_OF_DEGREE = 4
"""Letters in the middle of two words of one state: "refloated", "afloat", "floating"."""
DEGREE = "in part or wholly"
THE = r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:[\w-]+ ){{0,3}}(?:{})[a-z]?\b"
"""Something definite with a small letter: "the ship", "the wedged ship"; not "Lota", nor "more ships"."""
MOST = 3
"""Statements of one side that are cited."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim that tells of a state: which side of the pair, of what (dictionary forms), and where in the claim."""

    claim: ClaimEntry
    side: str
    subject: frozenset[str]
    start: int
    head: str = ""
    """The first word of the subject; "" where only a pronoun stands for it."""


def find_states(voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each pair of states that is told of one subject on one day."""
    said = [claim for claim in voices.claims.values() if claim.mode in SAID and _any().search(claim.text.lower())]
    for pair in _pairs():
        found = [stated for claim in said for stated in _stated(claim, pair, voices)]
        yield from _clashes(pair.name, found, voices, story)
    yield from _clashes(DEGREE, list(_degrees(voices)), voices, story)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two opposite states under one name; ``looks_back`` where "their names" are those of whom was told just before."""

    name: str
    sides: tuple[tuple[str, re.Pattern[str]], ...]
    looks_back: bool


@cache
def _pairs() -> tuple[Pair, ...]:
    return tuple(
        Pair(row["name"], tuple((side, _states(row[side])) for side in ("one", "other")), row.get("looks_back", False))
        for row in load_table(TABLE)["pair"]
    )


@cache
def _any() -> re.Pattern[str]:
    """Any state of any pair: most statements tell of none, and are looked at once."""
    return _states([phrase for row in load_table(TABLE)["pair"] for side in ("one", "other") for phrase in row[side]])


def _states(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})")


def _stated(claim: ClaimEntry, pair: Pair, voices: Voices) -> Iterator[Stated]:
    """The states of a pair that a claim tells of; a longer match of the other side stands before a shorter one."""
    text = claim.text.lower()
    matches = [(match.start(), match.end(), side) for side, pattern in pair.sides for match in pattern.finditer(text)]
    if _tells_both(matches):
        return
    for start, end, side in matches:
        within = any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in matches)
        if not within and not _is_undone(text[:start]):
            subject, head = _subject(claim, text[:start], voices if pair.looks_back else None)
            if subject:
                yield Stated(claim, side, subject, start, head)


def _tells_both(matches: Sequence[tuple[int, int, str]]) -> bool:
    """Whether one statement tells of both states, one after the other: "survived the shots but died on the way"."""
    alone = [
        (a, b, side) for a, b, side in matches if not any(c <= a and b <= d and (a, b) != (c, d) for c, d, _ in matches)
    ]
    return len({side for _, _, side in alone}) > 1


def _is_undone(before: str) -> bool:
    clause = CLAUSE.split(before)[-1]
    words = WORD.findall(clause)
    if OTHERS.search(clause):
        return True
    undoing = set(words[-UNDOING:]) & set(load_table(TABLE)["undoing"]["words"])
    return bool(undoing) or not {"no", "none", "neither", "nobody"}.isdisjoint(words)


def _subject(claim: ClaimEntry, before: str, voices: Voices | None) -> tuple[frozenset[str], str]:
    """The words that can be the subject, and the first of them; given voices, all those said just before where only a
    pronoun stands here. A comma before the state parts it from what the clause began with.
    """
    clause = CLAUSE.split(before)[-1]
    heads = _telling(clause)[:SUBJECT]
    if heads:
        return (frozenset(), "") if "," in clause.strip(" ,") else (frozenset(heads), heads[0])
    if voices and THEIR.search(clause):
        text = voices.reports[claim.report].text
        heads = _telling(text[max(0, claim.start - BACK) : claim.start].lower())
    return frozenset(heads), ""


def _telling(words: str) -> list[str]:
    plain = load_table(TABLE)["plain"]["words"]
    return [lemma_of(word) for word in WORD.findall(words) if len(word) >= SHORTEST and word not in plain]


def _degrees(voices: Voices) -> Iterator[Stated]:
    """What somebody says to be so in part, and what somebody says to be so wholly or without a word of degree."""
    credited = [claim for claim in voices.claims.values() if claim.mode in SAID and claim.cue is not None]
    parts = [(claim, match) for claim in credited for match in _degree().finditer(claim.text.lower())]
    words = {_core(match["word"]) for _, match in parts if _core(match["word"])}
    for claim, match in parts:
        yield Stated(claim, "part", frozenset({_core(match["word"])}), match.start())
    for claim in credited if words else ():
        text = claim.text.lower()
        for match in WORD.finditer(text):
            core = _core(match.group())
            if core in words and not _is_undone(text[: match.start()]) and not _degree().search(text):
                yield Stated(claim, "whole", frozenset({core}), match.start())


@cache
def _degree() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_table(TABLE)['degree']['part'])}) (?P<word>[a-z]{{3,}}(?:ed|en|ing|wn))\b")


def _core(word: str) -> str:
    """What words of one state have in common: "float" of "refloated", "afloat" and "floating"."""
    bare = re.sub(r"^(?:re|a)(?=[a-z]{5})|(?:ing|ed|s)$", "", word)
    bare = re.sub(r"^(?:re|a)(?=[a-z]{5})|(?:ing|ed|s)$", "", bare)
    return bare if len(bare) > ROOT_OF_DEGREE else ""


def _clashes(name: str, found: Sequence[Stated], voices: Voices, story: str) -> Iterator[Disagreement]:
    days: defaultdict[date | None, list[Stated]] = defaultdict(list)
    for stated in found:
        days[voices.reports[stated.claim.report].published].append(stated)
    told: set[frozenset[str]] = set()
    for day, same in sorted(days.items(), key=lambda item: item[0] or date.max):
        sides = sorted({stated.side for stated in same})
        if day is None or len(sides) != 2:
            continue
        first, second = ([stated for stated in same if stated.side == side] for side in sides)
        for one, other in product(first, second):
            shared = one.subject & other.subject
            alike = shared and (
                _are_of_one(one.claim, other.claim, shared) if name == DEGREE else _have_one_subject(one, other, voices)
            )
            if alike and shared.isdisjoint(set().union(*told)) and _apart(one.claim, other.claim):
                told.add(shared)
                yield _disagreement(name, _with(one, first, shared), _with(other, second, shared), voices, story)


def _have_one_subject(one: Stated, other: Stated, voices: Voices) -> bool:
    """Whether both speak of one thing: their subjects begin with one word that cannot be anybody, in one scene."""
    shared = {word for word in one.subject & other.subject if not is_generic(word)}
    heads = {head for head in (one.head, other.head) if head}
    return bool(shared) and heads <= shared and are_statements_of_one(one.claim, other.claim, voices)


def _are_of_one(one: ClaimEntry, other: ClaimEntry, state: frozenset[str]) -> bool:
    """Whether both statements speak of one and the same thing beside the state itself, "the ship": a clinic partly
    destroyed is not the city, and one collapsed building is not some more.
    """
    shared = (
        root for root in roots(one.text) & roots(other.text) if not any(word in root or root in word for word in state)
    )
    return any(all(re.search(THE.format(root), claim.text) for claim in (one, other)) for root in shared)


def _apart(one: ClaimEntry, other: ClaimEntry) -> bool:
    """Whether two speakers say it: two origins, or two sources that one report names."""
    if one.report == other.report:
        return one.cue is not None and other.cue is not None and _who(one) != _who(other)
    return one.origin != other.origin and (_who(one) != _who(other) or one.source.name is None)


def _who(claim: ClaimEntry) -> str | None:
    return claim.source.entity or claim.source.name


def _with(chosen: Stated, others: Iterable[Stated], shared: frozenset[str]) -> list[Stated]:
    """The statement, and others that say the same of the same."""
    same = [each for each in others if each.subject & shared and each.claim.id != chosen.claim.id]
    return [chosen, *same[: MOST - 1]]


def _disagreement(
    name: str, one: Sequence[Stated], other: Sequence[Stated], voices: Voices, story: str
) -> Disagreement:
    claims = dict.fromkeys(stated.claim.id for stated in (*one, *other))
    reports = {stated.claim.report for stated in (*one, *other)}
    told = "; ".join(voices.quoted(side[0].claim, begins=False) for side in (one, other))
    return Disagreement(
        id=f"d:state-{one[0].claim.id}-{other[0].claim.id}",
        kind="denial",
        claims=tuple(claims),
        figures=(),
        reason=f"{name[:1].upper()}{name[1:]}: {told}.",
        status="within_report" if len(reports) == 1 else "open",
        story=story,
    )
