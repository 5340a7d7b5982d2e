"""Places that two sides are said to hold at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.account.account import ClaimEntry, Disagreement, FigureEntry, Holding
from reportedly.account.names import with_article
from reportedly.account.voices import Voices, agree, clipped, named

ASIDE = re.compile(r",? (?:that|who|which)\b")
LONGEST = 100
"""Characters of a statement that are shown."""
UNCLEARED = frozenset({"uncleared", "controlled", "remaining"})
"""Relations of a share that is not yet held by who is said to hold the whole."""


def find_contested(
    holdings: Sequence[Holding], figures: Sequence[FigureEntry], names: dict[str, str], voices: Voices, story: str
) -> Iterator[Disagreement]:
    """One disagreement for each place that two holders are said to hold in one time, with the shares that are told
    for it.
    """
    contested = [holding for holding in holdings if holding.contested]
    seen = set()
    by_place: dict[str, list[Holding]] = {}
    for holding in contested:
        by_place.setdefault(holding.place, []).append(holding)
    for first, second in (pair for rivals in by_place.values() for pair in combinations(rivals, 2)):
        if first.place in seen or not first.claims or not second.claims:
            continue
        seen.add(first.place)
        yield _disagreement(first, second, _shares(first, second, figures, voices), names, voices, story)


def find_denied(
    denied: Sequence[tuple[Holding, str]], names: dict[str, str], voices: Voices, story: str
) -> Iterator[Disagreement]:
    """One disagreement for each holding that somebody denies."""
    for holding, key in denied:
        if not holding.claims or key not in voices.claims:
            continue
        claims = [voices.claims[claim] for claim in holding.claims if claim in voices.claims]
        denial, place = voices.claims[key], with_article(names.get(holding.place, "the place"))
        said = next((claim for claim in claims if claim.cue and claim.report == denial.report), claims[0])
        yield Disagreement(
            id=f"d:denied-{holding.id.removeprefix('h:')}",
            kind="holding",
            claims=tuple(dict.fromkeys((*holding.claims, key))),
            figures=(),
            reason=f"Who holds {place}: {voices.quoted(said, begins=False)}; {voices.denied(denial, begins=False)}.",
            status="within_report" if {claim.report for claim in claims} == {denial.report} else "open",
            story=story,
        )


def _shares(first: Holding, second: Holding, figures: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """Shares not yet cleared that reports of the two holdings tell."""
    reports = {voices.claims[claim].report for claim in (*first.claims, *second.claims) if claim in voices.claims}
    return [
        figure
        for figure in figures
        if figure.unit == "percent" and figure.relation in UNCLEARED and figure.report in reports
    ]


def _disagreement(
    first: Holding, second: Holding, shares: Sequence[FigureEntry], names: dict[str, str], voices: Voices, story: str
) -> Disagreement:
    whole = sorted((first, second), key=lambda holding: -(holding.share or 0.0))
    told = [_told(holding, names, voices) for holding in whole]
    told += [_share(figure, voices) for figure in shares[:2]]
    claims = [*first.claims, *second.claims, *(figure.source_claim for figure in shares if figure.source_claim)]
    reports = {voices.claims[claim].report for claim in claims if claim in voices.claims}
    return Disagreement(
        id=f"d:{first.id.removeprefix('h:')}-{second.id.removeprefix('h:')}",
        kind="holding",
        claims=tuple(dict.fromkeys(claims)),
        figures=tuple(figure.id for figure in shares),
        reason=f"Who holds {with_article(names.get(first.place, 'the place'))}: {'; '.join(told)}.",
        status="within_report" if len(reports) == 1 else "open",
        story=story,
    )


def _share(figure: FigureEntry, voices: Voices) -> str:
    speaker = named(voices.speaker(figure.source_claim, figure.report))
    claim = voices.claims.get(figure.source_claim or "")
    words = clipped(claim.text[figure.start - claim.start :], LONGEST) if claim else figure.text
    return f"{voices.on_day(figure.report, begins=False)} {speaker} {agree(speaker, 'say')} {words}"


def _told(holding: Holding, names: dict[str, str], voices: Voices) -> str:
    claim = _latest(holding, voices)
    speaker = ASIDE.split(named(voices.speaker(claim.id, claim.report)), maxsplit=1)[0]
    day = voices.on_day(claim.report, begins=False)
    holder = names.get(holding.holder, "somebody")
    return f"{day} {speaker} {agree(speaker, 'say')} {clipped(claim.text, LONGEST)} ({holder})"


def _latest(holding: Holding, voices: Voices) -> ClaimEntry:
    """The claim printed last."""
    claims = [voices.claims[claim] for claim in holding.claims if claim in voices.claims]
    return max(claims, key=lambda claim: (str(voices.reports[claim.report].published or ""), claim.id))
