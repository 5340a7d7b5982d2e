"""Who takes a place decides what it is: a government that regains it, or another force that takes it (ACLED's
distinction).
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.events.grammar import CAPITAL, listed
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.matches import Found
from reportedly.reading.reading import Mention
from reportedly.records import replace


def settle_territory(layout: Layout, mentions: Sequence[Mention], found: Found) -> Found:
    """The event with its type settled: a place taken by forces of a state is ``territory_regained``."""
    if found.type != "territory_taken" or not any(_is_state(layout, mentions[index], index) for index in found.actors):
        return found
    return replace(found, type="territory_regained")


def _is_state(layout: Layout, mention: Mention, index: int) -> bool:
    """Whether one of the mention's words belongs to a state ("government troops"), or it is forces by nation ("Iraqi
    forces").
    """
    words = listed("territory", "state_words")
    inside = [at for at, owner in enumerate(layout.owner) if owner == index]
    if any(layout.keys[at] in words or layout.word(at) in words for at in inside):
        return True
    by_nation = mention.form == "nominal" and any(layout.has(at, CAPITAL) for at in inside)
    return by_nation and any(layout.keys[at] == "force" for at in inside)
