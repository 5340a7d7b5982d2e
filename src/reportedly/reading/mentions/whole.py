"""Names that the model sees in pieces or without their last word, made whole by the rules' runs of capitals."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.mentions.lexicon import COMPANY_FORMS, LAST_WORDS, PARTICLES
from reportedly.reading.mentions.parts import Part
from reportedly.reading.reading import Kind, Token

Sighting = tuple[int, int, str]
"""Words ``[first, last)`` of a sentence and the model's type."""
HYPHENS = frozenset({"-", "‐", "‑"})
OF = frozenset({"of", "for"})
VAGUE = frozenset({"Misc", "Product"})
"""Types whose bounds the model knows less well than the rules ("the Never | Late")."""
GOING_ON = frozenset({"and", "&", ","})
BODIES = frozenset({"Organization", "Location", "Facility", "Misc"})
"""Types of names that go on after "of"."""
TYPE_OF: dict[Kind, str] = {
    "organisation": "Organization",
    "group": "Organization",
    "place": "Location",
    "facility": "Facility",
    "event": "Misc",
    "product": "Misc",
    "vehicle": "Misc",
}
"""The model's type of a name whose last word tells a kind."""


def completed(tokens: Sequence[Token], sightings: Sequence[Sighting], runs: Sequence[Part]) -> list[Sighting]:
    """The sightings, pieces of one run joined and run on to a closing word."""
    found: list[Sighting] = []
    for sighting in sightings:
        if found and (joined := _joined(tokens, found[-1], sighting, runs)) is not None:
            found[-1] = joined
        else:
            found.append(sighting)
    starts = [first for first, _, _ in found] + [len(tokens)]
    return [_closed(tokens, sighting, runs, starts[at + 1]) for at, sighting in enumerate(found)]


def _joined(tokens: Sequence[Token], left: Sighting, right: Sighting, runs: Sequence[Part]) -> Sighting | None:
    """As in "Anna | Berg", "Berg-|Lund", "Parole Board of | Norway", "Zorvex Holdings, | Inc."."""
    if not any(run.first <= left[0] and right[1] <= run.last for run in runs):
        return None
    between = [token.lower for token in tokens[left[1] : right[0]]]
    if len(between) == 1 and between[0] in HYPHENS and right[2] == "Person":
        # "Hapag-|Norden": half a name is no person.
        return left[0], right[1], left[2]
    if not between or (len(between) == 1 and (between[0] in HYPHENS or between[0] in PARTICLES)):
        return (left[0], right[1], left[2]) if left[2] == right[2] else None
    if between[0] in OF and between[1:] in ([], ["the"]) and left[2] in BODIES and right[2] in BODIES:
        return left[0], right[1], left[2]
    return (left[0], right[1], left[2]) if between == [","] and tokens[right[0]].lower in COMPANY_FORMS else None


def _closed(tokens: Sequence[Token], sighting: Sighting, runs: Sequence[Part], before: int) -> Sighting:
    """As in "Zorvex Thermal Power | Plant", "Norwegian | Foreign Ministry": up to a word that ends names."""
    first, last, _ = sighting
    run = next((run for run in runs if run.first <= first and last < run.last <= before), None)
    if run is not None and run.first == first and tokens[last].lower in GOING_ON and sighting[2] == "Organization":
        # "Ministry of Health | and Population": a run goes over such words only inside the names of bodies.
        return first, run.last, sighting[2]
    if run is not None and sighting[2] in VAGUE:
        return run.first, run.last, sighting[2]
    if run is None or not all(token.text[0].isupper() for token in tokens[last : run.last]):
        return sighting
    kind = LAST_WORDS.get(tokens[run.last - 1].lower)
    return (first, run.last, TYPE_OF[kind]) if kind in TYPE_OF else sighting
