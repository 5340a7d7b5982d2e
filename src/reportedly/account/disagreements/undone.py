"""What events undid: "nobody is left inside", and then six are missing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from reportedly.account.account import ClaimEntry, Disagreement, FigureEntry
from reportedly.account.disagreements.scenes import have_one_subject
from reportedly.account.scope import population_of
from reportedly.account.voices import Voices
from reportedly.data import load_table, word_set

TABLE = "account/undone.toml"
NEAR = timedelta(days=4)
"""Days after a statement within which a count can undo it."""
MOST = 1000
"""Of more, none are said to be out: a city's inhabitants."""
HELD = frozenset({"asserted", "likely"})


def find_undone(figures: Sequence[FigureEntry], voices: Voices, story: str) -> Iterator[Disagreement]:
    """For each origin that said that nobody was left: who contradicted it then, and what undid it later."""
    left = [figure for figure in figures if figure.relation in word_set(TABLE, "left") and figure.best > 0]
    told: defaultdict[tuple[str, bool], list[tuple[ClaimEntry, FigureEntry]]] = defaultdict(list)
    for claim in voices.claims.values():
        whom = _whom(claim)
        for figure in left if whom is not None else ():
            if _undoes(figure, claim, whom, voices):
                told[claim.origin, _day(figure.report, voices) != _day(claim.report, voices)].append((claim, figure))
    for (origin, later), pairs in told.items():
        yield _disagreement(pairs, origin, later, voices, story)


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


def _where(claim: ClaimEntry) -> int:
    """Where a statement says it, within its text."""
    match = _pattern("everybody").search(claim.text) or _pattern("nobody").search(claim.text)
    return match.start() if match else 0


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(load_table(TABLE)["patterns"][key], re.IGNORECASE)


def _undoes(figure: FigureEntry, claim: ClaimEntry, whom: str | None, voices: Voices) -> bool:
    """Whether a count of the missing holds for the statement's day or soon after, told of the same people."""
    said, counted = _day(claim.report, voices), figure.as_of_latest
    if figure.source_claim == claim.id or said is None or counted is None or not said <= counted <= said + NEAR:
        return False
    if figure.best > MOST or not have_one_subject(figure.report, claim.report, voices):
        return False
    noun = population_of(figure.counted.rpartition(" ")[2])
    anybody = word_set(TABLE, "anybody")
    if not (not whom or whom == noun or (noun in anybody and whom not in word_set(TABLE, "some")) or whom in anybody):
        return False
    speakers = (voices.speaker(claim.id, claim.report), voices.speaker(figure.source_claim, figure.report))
    own = _origin(figure, voices) == claim.origin or speakers[0] == speakers[1]
    at_once = _day(figure.report, voices) == said and own
    return not at_once and _day(figure.report, voices) is not None


def _day(report: str, voices: Voices) -> date | None:
    return voices.reports[report].published


def _disagreement(
    pairs: Sequence[tuple[ClaimEntry, FigureEntry]], origin: str, later: bool, voices: Voices, story: str
) -> Disagreement:
    """Told with the first statement and the first count, one by the same origin before others: it corrects itself."""
    own = [pair for pair in pairs if _origin(pair[1], voices) == origin]
    claim, figure = (own or pairs)[0]
    claims = [statement for statement, _ in pairs]
    counts = [count for _, count in pairs if count.series == figure.series]
    keys = [*(statement.id for statement in claims), *(count.source_claim for count in counts)]
    return Disagreement(
        id=f"d:undone-{claim.id}-{figure.id}",
        kind="denial",
        claims=tuple(dict.fromkeys(key for key in keys if key)),
        figures=tuple(dict.fromkeys(count.id for count in counts)),
        reason=f"{voices.quoted(claim, begins=True, start=_where(claim))}; {voices.counted(figure, begins=False)}.",
        status="superseded" if later else "within_report" if claim.report == figure.report else "open",
        story=story,
    )


def _origin(figure: FigureEntry, voices: Voices) -> str | None:
    claim = voices.claims.get(figure.source_claim or "")
    return claim.origin if claim else None
