"""Doubts about figures, statements and disagreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from statistics import median

from reportedly.account.account import Citation, ClaimEntry, Disagreement, FigureEntry, Series
from reportedly.telling.phrasing import source_name
from reportedly.telling.review.item import Item, Piece, Reason, few, score_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_count, say_list, say_value, shorten

FAR = 3
"""How many times larger or smaller than the rest of its series a value stands out."""
ENOUGH = 3
"""Values that a series must have for one to stand out."""
MOST_TWINS = 6
"""Series of one label of which more than this are not compared with one another."""
LONGEST_TITLE = 140


def open_disagreements(shelf: Shelf) -> Iterator[Item]:
    """Disagreements that no later report has settled."""
    for found in shelf.account.disagreements:
        if found.status not in {"open", "within_report"}:
            continue
        origins = {shelf.claims[key].origin for key in found.claims if key in shelf.claims}
        reasons = (_disputed(found, len(origins)),)
        cited = [_at(shelf.figures[key]) for key in found.figures if key in shelf.figures]
        cited += [_at(shelf.claims[key]) for key in found.claims if key in shelf.claims] if not cited else []
        yield Item(
            topic="disagreement",
            kind="disagreement",
            target=found.id,
            title=found.reason,
            detail=found.kind,
            story=found.story,
            reasons=reasons,
            score=score_of(reasons),
            citations=few(cited, shelf) if len({each.report for each in cited}) > 1 else tuple(cited[:3]),
            offers=("confirm", "reject", "note"),
        )


def _disputed(found: Disagreement, origins: int) -> Reason:
    if found.status == "within_report":
        return Reason("One report gives both: it may have been read wrongly", 0.55)
    if origins <= 2:
        return Reason(f"The reports contradict one another, and only {say_count(origins, 'origin')} can be told", 0.6)
    return Reason(f"The reports contradict one another; {say_count(origins, 'origin')} take part", 0.45)


def odd_figures(shelf: Shelf) -> Iterator[Item]:
    """Values far from the others of their series: another thing may be counted."""
    for series in shelf.account.series:
        if len(series.points) < ENOUGH:
            continue
        for point in series.points:
            rest = [other.best for other in series.points if other.figure != point.figure]
            middle = median(rest)
            if min(point.best, middle) > 0 and max(point.best, middle) / min(point.best, middle) >= FAR:
                yield _odd(shelf.figures[point.figure], series, sorted(set(rest)), shelf)


def _odd(figure: FigureEntry, series: Series, rest: list[float], shelf: Shelf) -> Item:
    values = say_list([f"{value:,.10g}" for value in rest[:4]])
    reasons = (Reason(f"It stands far from the other values of its series ({values}): does it count the same?", 0.5),)
    value = say_value(figure.low, figure.high, figure.best, figure.exclusive, figure.approximate)
    return Item(
        topic="figure",
        kind="figure",
        target=figure.id,
        title=f"{series.label}: {value}",
        detail=shelf.reports[figure.report].outlet or "",
        story=series.story,
        reasons=reasons,
        score=score_of(reasons),
        citations=(_at(figure),),
        offers=("confirm", "split", "reject", "note"),
        pieces=(Piece(figure.text, (_at(figure),)),),
        part_of=series.id,
    )


def twin_series(shelf: Shelf) -> Iterator[Item]:
    """Two series that bear one label."""
    blocks: defaultdict[tuple[str, str, str, str], list[Series]] = defaultdict(list)
    for series in shelf.account.series:
        if series.population:
            blocks[series.story, series.measure, series.unit, series.label.lower()].append(series)
    for block in blocks.values():
        for first, second in combinations(block, 2) if len(block) <= MOST_TWINS else ():
            reports = [{point.report for point in each.points} for each in (first, second)]
            if reports[0].isdisjoint(reports[1]):
                yield _twins(first, second, shelf)


def _twins(first: Series, second: Series, shelf: Shelf) -> Item:
    reasons = (Reason("Both count the same sort of thing, and no report gives both: are they one series?", 0.35),)
    one, other = ([_at(shelf.figures[point.figure]) for point in each.points] for each in (first, second))
    return Item(
        topic="series",
        kind="series",
        target=first.id,
        title=first.label,
        detail=_values(first),
        other_title=second.label,
        other_detail=_values(second),
        story=first.story,
        reasons=reasons,
        score=score_of(reasons),
        citations=few(one, shelf),
        offers=("merge", "split", "note"),
        other=second.id,
        other_citations=few(other, shelf),
    )


def _values(series: Series) -> str:
    """ "41, 45 and 36"."""
    return say_list(list(dict.fromkeys(f"{point.best:,.10g}" for point in series.points))[:4])


def weak_claims(shelf: Shelf) -> Iterator[Item]:
    """Statements that events or figures rest on and whose source nobody names, or that came a long way."""
    carried = {telling.claim for event in shelf.account.events for telling in event.mentions if event.type != "other"}
    for claim in shelf.account.claims:
        if (
            shelf.reports[claim.report].copy_of
            or claim.source.start is None
            or not (claim.figures or claim.id in carried)
        ):
            continue
        reasons = tuple(_weak(claim, shelf))
        if reasons:
            yield Item(
                topic="claim",
                kind="claim",
                target=claim.id,
                title=shorten(" ".join(claim.text.split()), LONGEST_TITLE),
                detail=source_name(claim, shelf) or "",
                story=shelf.reports[claim.report].story,
                reasons=reasons,
                score=score_of(reasons),
                citations=(_at(claim),),
                offers=("confirm", "reject", "note"),
            )


def _weak(claim: ClaimEntry, shelf: Shelf) -> Iterator[Reason]:
    if claim.source.kind == "unnamed":
        who = source_name(claim, shelf) or "somebody"
        yield Reason(f"A figure or an event rests on a source without a name (“{who}”)", 0.25)
    if len(claim.via) > 1:
        way = say_list([relay.name for relay in claim.via])
        yield Reason(f"It came by way of {way}", 0.15)


def _at(item: FigureEntry | ClaimEntry) -> Citation:
    return Citation(item.report, item.start, item.end)
