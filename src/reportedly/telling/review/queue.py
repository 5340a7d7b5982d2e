"""The queue: all doubts of an account, the greatest first, without what somebody has decided already."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.account.account import Account
from reportedly.telling.review.happenings import doubtful_events, twin_events
from reportedly.telling.review.item import Item
from reportedly.telling.review.naming import doubtful_places, joined_names, twin_names
from reportedly.telling.review.numbers import odd_figures, open_disagreements, twin_series, weak_claims
from reportedly.telling.shelf import Shelf

LEAST = 0.2
"""Items of a lower score are not worth an editor's time."""
SOURCES: tuple[Callable[[Shelf], Iterator[Item]], ...] = (
    open_disagreements, doubtful_places, twin_names, joined_names, doubtful_events, twin_events, odd_figures,
    twin_series, weak_claims,
)  # fmt: skip


def review(account: Account) -> tuple[Item, ...]:
    """What is least sure first; of one score, in order of topic and id, so that the queue is always the same."""
    shelf = Shelf(account)
    settled, apart = _settled(account)
    items = (item for source in SOURCES for item in source(shelf))
    left = [item for item in items if item.score >= LEAST and not _is_settled(item, settled, apart)]
    return tuple(sorted(left, key=lambda item: (-item.score, item.topic, item.target, item.other or "")))


def _settled(account: Account) -> tuple[set[str], set[frozenset[str]]]:
    """The things that somebody decided on, and the pairs that are kept apart. A note settles nothing."""
    decided = [each for each in account.decisions if each.state == "in_force" and each.kind not in {"note", "undo"}]
    apart = {frozenset(each.concerns) for each in decided if each.kind == "split"}
    return {key for each in decided for key in each.concerns}, apart


def _is_settled(item: Item, settled: set[str], apart: set[frozenset[str]]) -> bool:
    """A pair is settled by what was decided on the pair, anything else by what was decided on itself."""
    if item.other:
        return frozenset((item.target, item.other)) in apart
    return item.target in settled
