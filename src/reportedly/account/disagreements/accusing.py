"""How an accusation is told: by whom, and in which words.

"Prosecutors accused Marn of arson" has somebody who accuses; in "Marn, who is accused of arson" nobody does but the
report, though Marn stands where a speaker would.
"""

from __future__ import annotations

import re
from functools import cache

from reportedly.account.account import ClaimEntry
from reportedly.account.voices import Voices, agree, cut, is_clause, named, plain
from reportedly.data import load_table

TABLE = "account/answers.toml"
SUFFERED = re.compile(
    r"\b(?:accused|suspected|charged|indicted|convicted|cleared)\s+(?:of|with|on|in|over|for)\b", re.IGNORECASE
)
"""Of what somebody is accused; whom an accuser accuses stands between the two words."""
BEHIND = 6
"""Characters behind a verb in which the preposition stands."""
SHOWN = 90


def is_suffered(claim: ClaimEntry, voices: Voices) -> bool:
    """Whether what looks like a claim's source is who is accused: "Marn is accused of arson"."""
    if claim.cue is None:
        return False
    text = voices.reports[claim.report].text
    return SUFFERED.search(text[claim.cue.start : claim.cue.end + BEHIND]) is not None


@cache
def accusation(key: str) -> re.Pattern[str]:
    """A pattern for the words that accuse ("charge"), or with which somebody claims a deed ("deed")."""
    return re.compile(load_table(TABLE)["accusations"][key], re.IGNORECASE)


def tell_accusation(claim: ClaimEntry, voices: Voices, begins: bool, key: str = "charge") -> str:
    """ "On 17 October the union accuses the mine of …", or the words around those that accuse, by whoever says them."""
    found = _found(claim, voices, key)
    responsible = claim.text.lower().startswith("responsibility")
    if responsible:
        speaker = named(voices.speaker(claim.id, claim.report))
        day = voices.on_day(claim.report, begins=begins)
        return f"{day} {speaker} {agree(speaker, 'claim')} {cut(plain(claim.text), SHOWN)}"
    if not is_suffered(claim, voices) and (voices.accuses(claim) or found is None):
        if found is None and claim.cue and not is_clause(plain(claim.text)):
            return _in_its_sentence(claim, voices, begins)
        return voices.quoted(claim, begins=begins, limit=SHOWN)
    start, end = found or (claim.start, claim.end)
    own = is_suffered(claim, voices) or not claim.start <= start < claim.end
    speaker = named(voices.speaker(None if own else claim.id, claim.report))
    day = voices.on_day(claim.report, begins=begins)
    return f"{day} {speaker} {agree(speaker, 'say')} “{voices.excerpt(claim.report, start, end, SHOWN * 2 // 3)}”"


def _in_its_sentence(claim: ClaimEntry, voices: Voices, begins: bool) -> str:
    """The report's own words where what is stated is a thing: "The board denounced the sale as a sham"."""
    speaker = named(voices.speaker(None, claim.report))
    words = voices.excerpt(claim.report, claim.start, claim.end, SHOWN // 2)
    return f"{voices.on_day(claim.report, begins=begins)} {speaker} {agree(speaker, 'say')} “{words}”"


def _found(claim: ClaimEntry, voices: Voices, key: str) -> tuple[int, int] | None:
    """Where the words that accuse stand: in the claim, else in the words for saying it."""
    text = voices.reports[claim.report].text
    spans = [(claim.start, claim.end), *([(claim.cue.start, claim.cue.end + BEHIND)] if claim.cue else [])]
    for start, end in spans:
        match = accusation(key).search(text, start, end)
        if match:
            return match.start(), match.end()
    return (claim.cue.start, claim.cue.end) if claim.cue and is_suffered(claim, voices) else None
