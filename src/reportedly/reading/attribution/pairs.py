"""Two who acted together: "Uma Lund and Tor Berg met the mayor. | They | said …" are no mention of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.reading import Mention
from reportedly.report import Span

OPENING = re.compile(r"(?:^|[.!?:”\"\n])\s*(?:(?:[A-Z][a-z]+\.?|[Tt]he|[Bb]oth) ){0,2}$")
"""What stands before the first of two who open a sentence: nothing, or a title or two."""
ACTING = frozenset({"person", "organisation", "group", "place"})
WINDOW = 40
"""How many mentions back they may stand."""
REACH = 40
"""Characters before the first of two that are looked at."""


def pair_before(text: str, mentions: Sequence[Mention], index: int) -> Span | None:
    """The two names that open the sentence before "they" or their own, as one phrase.

    None where another sentence lies between.
    """
    they = mentions[index].sentence
    near = [each for each in mentions[max(0, index - WINDOW) : index] if each.form != "pronoun"]
    here = [each for each in near if each.sentence == they]
    return _joined(text, here or [each for each in near if each.sentence == they - 1])


def _joined(text: str, mentions: Sequence[Mention]) -> Span | None:
    if len(mentions) < 2 or not OPENING.search(text[max(0, mentions[0].start - REACH) : mentions[0].start]):
        return None
    one, two = mentions[:2]
    names = one.form == two.form == "name" and one.kind == two.kind and one.kind in ACTING
    joined = text[one.end : two.start] in {" and ", " and the "} and not text[two.end :].startswith(("’s", "'s"))
    return Span(one.start, two.end) if names and joined else None
