"""What somebody is accused of, and denies.

"The ministry accused the union of arson. The union denied it had set any fire." The accusation is looked for among the
statements that other people make of the same thing, in the report of the denial first. Where a denial tells itself what
it denies ("denied reports that the bridge was mined"), it stands for both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache

from reportedly.account.account import ClaimEntry, Disagreement, DisagreementKind
from reportedly.account.disagreements.accusing import accusation, is_suffered, tell_accusation
from reportedly.account.disagreements.likeness import common_roots, root_of, roots
from reportedly.account.voices import NEGATION, Voices
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of
from reportedly.report import Span

TABLE = "account/charges.toml"
TOLD = re.compile(
    r"\b(?:allegations?|accusations?|claims?|reports?|suggestions?|rumou?rs?|speculation)\b[^.;]{0,80}?"
    r"\b(?:that|of|said|says|saying|claiming|suggesting) "
    r"(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
DENIED = re.compile(
    r"\b(?:allegations?|accusations?|untrue|false|baseless|unfounded|lies?|den(?:y|ies|ied))\b", re.IGNORECASE
)
DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)
WORDS_TOLD = 3
"""Words after "reports that" with which a denial tells what it denies."""
ENOUGH = 2
"""Roots that a statement and its denial share."""
FAR, FAR_SHARE = 3, 0.5
"""The same for a statement of another report."""
SHARE = 0.4
"""The same as a part of what is denied."""
NEAR = timedelta(days=3)
"""Days before or after a denial within which the accusation was printed."""
MODES = frozenset({"denied", "asserted"})
"""Of a denial: "rejected any claims that …" is read as somebody's own statement."""
BESIDE, ALONE = 70, 130
"""Characters of a denial that are shown beside the accusation, and without one."""
FEWEST = 4
"""Words of a statement; fewer are a name or a scrap."""
YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
RUMOURED = re.compile(r"\b(?:report|rumou?r|speculat|suggest|alleg|claim|stor(?:y|ies)\b)", re.IGNORECASE)
""" "China denied the reports": what reports said."""
FIRST = re.compile(r"\b(?:initially|originally|previously|at first|first)\b[^.;]{0,20}$", re.IGNORECASE)
BUT = re.compile(r"\b(?:but|then|later)\b")
""" "At first she dismissed the report, but then": she believes it now."""
NEARBY = 40
"""Characters beside a denial in which such words stand."""
REACH = 1200
"""Characters between an accusation and a denial that does not tell of what it is."""
ADJACENT = 250
"""Characters between an accusation and the denial that answers it at once."""
STATED = frozenset({"asserted", "likely", "possible"})
CROWD = 200
"""Statements that one root leads to; a root in more leads nowhere."""
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that somebody is credited with denying: the roots of what is denied, and those of the denier's
    name.
    """

    claim: ClaimEntry
    what: frozenset[str]
    who: frozenset[str]
    tells: bool


def find_charges(voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each thing that somebody denies, with the first statement of it that somebody else made."""
    denials = list(_denials(voices))
    index = _index(voices) if denials else {}
    told: list[tuple[str, frozenset[str]]] = []
    for denial in denials:
        charge = _charge(denial, index, voices)
        if charge is None and not denial.tells:
            continue
        speaker = denial.claim.source.entity or denial.claim.source.name or ""
        words = denial.what | (_what(charge, voices) if charge else frozenset())
        if not any(speaker == other and _is_same(words, known) for other, known in told):
            told.append((speaker, words))
            yield _disagreement(denial.claim, charge, voices, story)


def _is_same(words: frozenset[str], known: frozenset[str]) -> bool:
    few = min(len(words), len(known))
    return len(words & known) >= ALIKE * few if few else True


def _denials(voices: Voices) -> Iterator[Denial]:
    for claim in voices.claims.values():
        spoken = claim.mode in MODES and claim.source.kind != "outlet" and claim.cue is not None
        if spoken and _is_beside(claim, voices) and _denies(claim, voices):
            match = TOLD.search(claim.text)
            tells = match is not None and len(roots(match["what"])) >= WORDS_TOLD
            who = roots(claim.source.name or "")
            yield Denial(claim, roots(claim.text) - _charges() - who, who, tells)


def _is_beside(claim: ClaimEntry, voices: Voices) -> bool:
    """Whether a statement stands in the line of its verb, and is still denied: "denied both motions" denies no heading
    below it, and "at first she dismissed the report, but" believes it.
    """
    if claim.cue is None:
        return False
    text = voices.reports[claim.report].text
    first, second = sorted((Span(claim.start, claim.end), Span(claim.cue.start, claim.cue.end)))
    at_first = FIRST.search(text[max(0, claim.cue.start - NEARBY) : claim.cue.start]) is not None
    turned = at_first and BUT.search(text[claim.end : claim.end + NEARBY]) is not None
    return not turned and "\n" not in text[first.end : max(first.end, second.start)].strip(" ")


def _denies(claim: ClaimEntry, voices: Voices) -> bool:
    """Whether the words for saying deny a statement; not "denied him entry", nor what a court denies."""
    verbs, words = _cue(claim, voices), frozenset(map(lemma_of, WORD.findall(claim.text.lower())))
    source = frozenset(map(lemma_of, WORD.findall((claim.source.name or "").lower())))
    if source & word_set(TABLE, "bench") or words & word_set(TABLE, "refused") or NEGATION.search(" ".join(verbs)):
        return False
    return bool(
        verbs & word_set(TABLE, "deny") or (verbs & word_set(TABLE, "rebuff") and words & word_set(TABLE, "nouns"))
    )


def _cue(claim: ClaimEntry, voices: Voices) -> frozenset[str]:
    """The words for saying, in their dictionary form."""
    if claim.cue is None:
        return frozenset()
    text = voices.reports[claim.report].text[claim.cue.start : claim.cue.end]
    return frozenset(lemma_of(word) for word in WORD.findall(text.lower()))


@cache
def _charges() -> frozenset[str]:
    return frozenset(root_of(word) for word in word_set(TABLE, "charges"))


def _what(claim: ClaimEntry, voices: Voices) -> frozenset[str]:
    return roots(claim.text) - _charges() - roots(claim.source.name or "")


def _index(voices: Voices) -> Mapping[str, Sequence[ClaimEntry]]:
    """Statements by the roots in them."""
    index: defaultdict[str, list[ClaimEntry]] = defaultdict(list)
    for claim in voices.claims.values():
        if claim.mode in STATED and not NEGATION.search(claim.text):
            for root in roots(claim.text):
                if len(index[root]) < CROWD:
                    index[root].append(claim)
    return index


def _charge(denial: Denial, index: Mapping[str, Sequence[ClaimEntry]], voices: Voices) -> ClaimEntry | None:
    """The statement that is denied: in the same report before others, then the one that shares most."""
    near = {claim.id: claim for root in sorted(denial.what | denial.who) for claim in index.get(root, ())}
    near |= {claim.id: claim for claim in voices.of_report(denial.claim.report) if claim.mode in STATED}
    found = [claim for claim in near.values() if _is_charge(claim, denial, voices)]
    return min(found, key=lambda claim: _rank(claim, denial, voices), default=None)


def _rank(claim: ClaimEntry, denial: Denial, voices: Voices) -> tuple[bool, bool, int, str, int]:
    away = claim.report != denial.claim.report
    sharp = bool(_cue(claim, voices) & word_set(TABLE, "sharp"))
    return away, not sharp, -len(_what(claim, voices) & denial.what), claim.report, claim.start


def _is_charge(claim: ClaimEntry, denial: Denial, voices: Voices) -> bool:
    """Whether it says what is denied: by somebody else, near that day, with words in common; an accusation of whoever
    denies needs fewer.
    """
    if YOU.search(claim.text) or (len(claim.text.split()) < FEWEST and not is_suffered(claim, voices)):
        return False
    if not _is_of_others(claim, denial, voices) or _stands_in_a_denial(claim, voices):
        return False
    if _is_answered(claim, denial, voices):
        return True
    shared = (_what(claim, voices) & denial.what) - denial.who
    sharp = bool(_cue(claim, voices) & word_set(TABLE, "sharp"))
    if sharp and denial.who & roots(claim.text):
        at_hand = claim.report == denial.claim.report and abs(denial.claim.start - claim.end) <= REACH
        brief = at_hand or len(denial.what) <= ENOUGH
        return len(shared) >= (1 if brief else ENOUGH) or (not denial.what and at_hand)
    acts = shared - _names(claim.text) - _names(denial.claim.text)
    if claim.report != denial.claim.report and not sharp and len(shared) < max(FAR, FAR_SHARE * len(denial.what)):
        return False
    few = len(acts) < ENOUGH or len(shared) < max(ENOUGH + denial.tells, SHARE * len(denial.what))
    return not few and claim.cue is not None and not DENIED.search(claim.text) and bool(shared - common_roots())


def _stands_in_a_denial(claim: ClaimEntry, voices: Voices) -> bool:
    """Whether the sentence of a statement denies before it comes to it."""
    text, sentence = voices.reports[claim.report].text, voices.sentence(claim.report, claim.start)
    begin = max(0, text.rfind(sentence, 0, claim.start + len(sentence)))
    return DENIES.search(text, begin, max(begin, claim.start)) is not None


def _is_answered(claim: ClaimEntry, denial: Denial, voices: Voices) -> bool:
    """Whether a denial follows in the same report at once, or says no more than that "the report" is denied, of a
    statement that names whoever denies it.
    """
    between = denial.claim.start - claim.end
    if claim.report != denial.claim.report or between < 0 or claim.cue is None or DENIED.search(claim.text):
        return False
    suffered = is_suffered(claim, voices)
    sharp = bool(_cue(claim, voices) & word_set(TABLE, "sharp")) or suffered
    told = voices.sentence(claim.report, claim.start) if suffered else claim.text
    named = bool(denial.who & roots(told))
    if sharp and between <= ADJACENT and (named or not suffered or not denial.what):
        return True
    if denial.what or not named or between > REACH:
        return False
    if _answers_a_charge(denial.claim):
        return sharp or accusation("charge").search(claim.text) is not None
    return RUMOURED.search(voices.sentence(claim.report, claim.start)) is not None


def _answers_a_charge(denial: ClaimEntry) -> bool:
    """Whether what is denied is a deed, not a report of anything: "denies any wrongdoing"."""
    return not {lemma_of(word) for word in WORD.findall(denial.text.lower())} & word_set(TABLE, "reports")


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    """The roots of words with a capital inside a text, and of its first, where the second has one, too."""
    words = WORD.findall(text)
    inside = words if len(words) > 1 and words[1][0].isupper() else words[1:]
    return frozenset(root_of(word.lower()) for word in inside if word[0].isupper())


def _is_of_others(claim: ClaimEntry, denial: Denial, voices: Voices) -> bool:
    other = denial.claim
    days = [voices.reports[each.report].published for each in (claim, other)]
    near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= NEAR
    overlap = claim.report == other.report and claim.start < other.end and other.start < claim.end
    same = bool(roots(claim.source.name or "") & denial.who) if claim.cue and not is_suffered(claim, voices) else False
    apart = claim.origin != other.origin or (claim.report == other.report and claim.cue is not None)
    return near and not overlap and not same and apart


def _disagreement(denial: ClaimEntry, charge: ClaimEntry | None, voices: Voices, story: str) -> Disagreement:
    said = f"{tell_accusation(charge, voices, begins=True)}; " if charge else ""
    reports = {claim.report for claim in (charge, denial) if claim}
    return Disagreement(
        id=f"d:denied-{denial.id}",
        kind=_kind(denial),
        claims=(charge.id, denial.id) if charge else (denial.id,),
        figures=(),
        reason=f"{said}{voices.denied(denial, begins=not said, limit=BESIDE if said else ALONE)}.",
        status="within_report" if len(reports) == 1 else "open",
        story=story,
    )


def _kind(denial: ClaimEntry) -> DisagreementKind:
    text = denial.text.lower()
    return "responsibility" if any(word in text for word in word_set(TABLE, "responsibility")) else "denial"
