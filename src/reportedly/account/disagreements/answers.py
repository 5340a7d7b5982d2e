"""What the accused answer without a word of denial: "pleaded not guilty", "the charges were false".

The answer is told beside the accusation: the nearest one in its own report that somebody else makes, else one of
another report that names whoever answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from reportedly.account.account import ClaimEntry, Disagreement, DisagreementKind
from reportedly.account.disagreements.accusing import SHOWN, accusation, is_suffered, tell_accusation
from reportedly.account.disagreements.likeness import root_of, roots
from reportedly.account.disagreements.scenes import are_statements_of_one
from reportedly.account.voices import NEGATION, Voices, agree, cut, named, plain
from reportedly.data import load_table, word_set
from reportedly.reading.sentences import lemma_of

TABLE = "account/answers.toml"
SAID = frozenset({"asserted", "likely"})
REACH = 1500
"""Characters between an answer and the accusation in its report."""
NEAR = timedelta(days=7)
"""Days from an accusation in another report to the answer."""
TELLING = 3
"""Roots with which "reports that … are false" tells itself what is false."""
SURNAME = re.compile(r"[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that answers an accusation: ``sort`` is the pattern that shows it."""

    claim: ClaimEntry
    sort: str
    who: frozenset[str]


def find_answers(voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each person or body that answers an accusation, and each way of answering."""
    told: set[tuple[str, str]] = set()
    for claim in voices.claims.values():
        answer = _answer(claim, voices)
        if answer is None or not told.isdisjoint(_keys(answer)):
            continue
        charge = _in_its_report(answer, voices) or _elsewhere(answer, voices)
        if charge and (answer.sort, charge.id) not in told:
            told.update((*_keys(answer), (answer.sort, charge.id)))
            yield _disagreement(answer, charge, voices, story)


def _keys(answer: Answer) -> set[tuple[str, str]]:
    """What one answer is known by: who gives it, and where; that nothing links somebody to a deed is told once."""
    once = {("no link", "")} if answer.sort == "no link" else set()
    words = {(answer.sort, plain(answer.claim.text).lower())} if answer.sort == "false" else set()
    who = {(answer.sort, root) for root in answer.who}
    return once | words | who | {(answer.sort, answer.claim.report)}


def _answer(claim: ClaimEntry, voices: Voices) -> Answer | None:
    if claim.mode not in SAID or claim.cue is None or claim.source.kind == "outlet":
        return None
    verbs = {lemma_of(word) for word in _cue(claim, voices).split()}
    for sort, pattern in _answers():
        match = pattern.search(claim.text)
        pleads = sort != "plea" or "plead" in verbs
        if match and claim.manner == "speech" and pleads and not _is_turned(claim.text[: match.start()], sort):
            return Answer(claim, sort, roots(claim.source.name or ""))
    return None


def _cue(claim: ClaimEntry, voices: Voices) -> str:
    return voices.reports[claim.report].text[claim.cue.start : claim.cue.end].lower() if claim.cue else ""


def _is_turned(before: str, sort: str) -> bool:
    """Whether a negation stands before: "nobody believes that he is innocent"."""
    return sort != "plea" and NEGATION.search(before) is not None


@cache
def _answers() -> Sequence[tuple[str, re.Pattern[str]]]:
    table = load_table(TABLE)
    return [(sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in table["answers"].items()]


def _accuses(claim: ClaimEntry, answer: Answer, voices: Voices) -> bool:
    """Whether a statement that somebody else makes accuses, or claims the deed, as the answer needs it."""
    other = answer.claim
    overlap = claim.report == other.report and claim.start < other.end and other.start < claim.end
    spoken = claim.cue is not None and not is_suffered(claim, voices)
    same = spoken and bool(roots(claim.source.name or "") & answer.who)
    if claim.mode not in SAID or overlap or same or accusation("former").search(claim.text) or _answer(claim, voices):
        return False
    if answer.sort == "no link" and not _is_of_one_deed(claim, other, voices):
        return False
    if answer.sort == "plea" and not _is_to(other.text, claim.text):
        return False
    if answer.sort == "defence" and not _is_of_the_accused(answer, claim):
        return False
    return accusation(_key(answer)).search(f"{_cue(claim, voices)} {claim.text}") is not None


def _is_of_one_deed(deed: ClaimEntry, answer: ClaimEntry, voices: Voices) -> bool:
    """Whether somebody claims responsibility, or a deed that the answer speaks of in the same words, in one story."""
    claims = accusation("responsible").search(f"{_cue(deed, voices)} {deed.text}") is not None
    return are_statements_of_one(answer, deed, voices) and (claims or bool(roots(deed.text) & roots(answer.text)))


def _key(answer: Answer) -> str:
    """What is answered: that somebody claims the deed, or an accusation."""
    return "deed" if answer.sort == "no link" else "charge"


def _is_of_the_accused(answer: Answer, charge: ClaimEntry) -> bool:
    """Whether whoever acted in self-defence is accused, or a lawyer says so; a victim who fired back is not."""
    claim = answer.claim
    told = answer.who | roots(" ".join(SURNAME.findall(claim.text)))
    lawyer = {lemma_of(word) for word in (claim.source.name or "").lower().split()} & word_set(TABLE, "lawyers")
    return bool(lawyer or told & roots(" ".join(SURNAME.findall(charge.text))))


def _is_to(plea: str, charge: str) -> bool:
    """Whether a plea "to two counts of arson" is to that charge: where it says to what, they share a word."""
    what = roots(plea.partition(" to ")[2]) - {root_of(word) for word in word_set(TABLE, "plain")}
    return not what or bool(what & roots(charge))


def _in_its_report(answer: Answer, voices: Voices) -> ClaimEntry | None:
    """The nearest accusation in the report of the answer; one that names whoever answers before others."""
    claim = answer.claim
    found = [
        (not (answer.who & roots(_with_accused(other, voices))), abs(other.start - claim.start), other.id, other)
        for other in voices.of_report(claim.report)
        if abs(other.start - claim.start) <= REACH and _accuses(other, answer, voices)
    ]
    needs_name = answer.sort in {"plea", "innocent", "defence"} and _is_named(claim)
    found = [item for item in found if not (needs_name and item[0])]
    return min(found, key=lambda item: item[:3], default=(True, 0, "", None))[3]


def _with_accused(charge: ClaimEntry, voices: Voices) -> str:
    """An accusation with whom it is told of before it: "Marn is accused of" stands before "arson"."""
    return voices.sentence(charge.report, charge.start) if is_suffered(charge, voices) else charge.text


def _is_named(claim: ClaimEntry) -> bool:
    return bool(SURNAME.search(claim.source.name or "")) and claim.source.kind == "named"


def _elsewhere(answer: Answer, voices: Voices) -> ClaimEntry | None:
    """An accusation in another report that names whoever answers, or claims what the answer says has no proof."""
    claim = answer.claim
    if not _is_named(claim) and answer.sort != "no link":
        return None
    for other in voices.claims.values():
        days = [voices.reports[each.report].published for each in (claim, other)]
        near = days[0] is None or days[1] is None or timedelta(0) <= days[0] - days[1] <= NEAR
        names = answer.sort == "no link" or bool(answer.who & roots(_with_accused(other, voices)))
        if other.report != claim.report and near and names and _accuses(other, answer, voices):
            return other
    return None


def _gave_in(answer: Answer, voices: Voices) -> bool:
    """Whether a report says that the same person pleaded guilty, or was convicted, after all."""
    day = voices.reports[answer.claim.report].published
    for claim in voices.claims.values():
        later = voices.reports[claim.report].published
        about = answer.who & (roots(claim.text) | roots(claim.source.name or ""))
        if claim.mode == "asserted" and about and (day is None or later is None or later >= day):
            words = f"{_cue(claim, voices)} {claim.text}"
            if accusation("gave_in").search(words) and not _answers()[0][1].search(words):
                return True
    return False


def _disagreement(answer: Answer, charge: ClaimEntry, voices: Voices, story: str) -> Disagreement:
    reports = {answer.claim.report, charge.report}
    settled = answer.sort == "plea" and _gave_in(answer, voices)
    kind: DisagreementKind = "responsibility" if answer.sort != "false" else "denial"
    return Disagreement(
        id=f"d:answer-{answer.claim.id}",
        kind=kind,
        claims=(charge.id, answer.claim.id),
        figures=(),
        reason=f"{tell_accusation(charge, voices, True, _key(answer))}; {_said(answer, voices)}.",
        status="superseded" if settled else "within_report" if len(reports) == 1 else "open",
        story=story,
    )


def _said(answer: Answer, voices: Voices) -> str:
    if answer.sort != "plea":
        return voices.quoted(answer.claim, begins=False, limit=SHOWN)
    speaker = named(voices.speaker(answer.claim.id, answer.claim.report))
    day = voices.on_day(answer.claim.report, begins=False)
    return f"{day} {speaker} {agree(speaker, 'plead')} {cut(plain(answer.claim.text), SHOWN)}"
