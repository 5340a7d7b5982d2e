"""What events undid: "nobody is left inside", and then six are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from reportedly.account.account import ClaimEntry, Disagreement, FigureEntry
from reportedly.account.series import population_of
from reportedly.account.voices import Voices
from reportedly.data import load_table, word_set

TABLE = "account/undone.toml"
NEAR = timedelta(days=4)
"""Days after a statement within which a count can undo it."""
HELD = frozenset({"asserted", "likely"})


def find_undone(figures: Sequence[FigureEntry], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each speaker's statement that nobody was left, with the first count of those who were."""
    left = [figure for figure in figures if figure.relation in word_set(TABLE, "left") and figure.best > 0]
    seen: set[tuple[str, str]] = set()
    for claim in voices.claims.values():
        whom = _whom(claim)
        found = next((figure for figure in left if _undoes(figure, claim, whom, voices)), None) if whom else None
        if found is None:
            continue
        key = (claim.origin, found.series or found.id)
        if key not in seen:
            seen.add(key)
            yield _disagreement(claim, found, voices, story)


def _whom(claim: ClaimEntry) -> str | None:
    """Of whom a statement says that none is left: "all miners have been rescued" gives miner, "nobody" gives "".

    None where it says nothing of the kind, or was printed as somebody's doubt.
    """
    if claim.mode not in HELD:
        return None
    everybody = _pattern("everybody").search(claim.text)
    if everybody:
        return population_of(everybody.group("whom").lower())
    nobody = _pattern("nobody").search(claim.text)
    return None if nobody is None else ""


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(load_table(TABLE)["patterns"][key], re.IGNORECASE)


def _undoes(figure: FigureEntry, claim: ClaimEntry, whom: str | None, voices: Voices) -> bool:
    """Whether a count of the missing holds for the statement's day or soon after, told of the same people."""
    said, counted = _day(claim.report, voices), figure.as_of_latest
    if figure.source_claim == claim.id or said is None or counted is None or not said <= counted <= said + NEAR:
        return False
    noun = population_of(figure.counted.split()[-1]) if figure.counted else ""
    anybody = word_set(TABLE, "anybody")
    if not (not whom or whom == noun or noun in anybody or whom in anybody):
        return False
    before = figure.report == claim.report and figure.start < claim.start
    return not before and _day(figure.report, voices) is not None


def _day(report: str, voices: Voices) -> date | None:
    return voices.reports[report].published


def _disagreement(claim: ClaimEntry, figure: FigureEntry, voices: Voices, story: str) -> Disagreement:
    later = _day(figure.report, voices) != _day(claim.report, voices)
    one = claim.report == figure.report
    said = voices.quoted(claim, begins=True)
    counted = voices.counted(figure, begins=False)
    return Disagreement(
        id=f"d:undone-{claim.id}-{figure.id}",
        kind="denial",
        claims=tuple(dict.fromkeys(key for key in (claim.id, figure.source_claim) if key)),
        figures=(figure.id,),
        reason=f"{said}; {counted}.",
        status="superseded" if later else "within_report" if one else "open",
        story=story,
    )
