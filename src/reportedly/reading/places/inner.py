"""Places inside the names of other things: "Suez Canal Authority", "Boston Police", "University of Iowa".

Nothing is said to be there; but what the report is about, and which of two places a name means, shows in such names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.places.gazetteer import Place
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.spotting import Spotted
from reportedly.reading.places.standing import (
    SETTLEMENTS,
    Part,
    Parts,
    Surroundings,
    is_bearer,
    is_initials,
    is_saints,
    lies_beside,
    own_support,
)
from reportedly.reading.reading import Sentence

THRESHOLD = 1.0
WEIGHTS = {
    "organisation": 1.5,
    "site": 0.5,
    "other": 0.0,
    "person": -1.5,
    "sure": 3.0,
    "fits": 2.0,
    "strange": -2.0,
}
"""Points for what the name stands in, for its naming a place elsewhere in the report, for places beside it, and
against it where one word that is no English word follows ("Paris Hilton")."""


def find_inner(
    names: Sequence[Spotted],
    sentences: Sequence[Sentence],
    parts: Parts,
    around: Surroundings,
    sure: Collection[str],
    settled: Sequence[tuple[str, Place]],
) -> Iterator[Spotted]:
    """The names of ``names`` that stand inside another name and still tell of a place.

    ``sure`` are the folded names of the report's places, ``settled`` its towns and districts.
    """
    for name in names:
        part = parts[name.start, name.end]
        if part == "whole" or not _is_candidate(name, part, sentences[name.sentence]):
            continue
        signs = {
            part: True,
            "sure": name.folded in sure,
            "fits": lies_beside(name, settled),
            "strange": part == "other" and _is_followed_by_stranger(name, sentences[name.sentence]),
        }
        points = sum(WEIGHTS[sign] for sign, holds in signs.items() if holds)
        if points + own_support(name, sentences[name.sentence], around) >= THRESHOLD:
            yield name


def _is_followed_by_stranger(name: Spotted, sentence: Sentence) -> bool:
    after = sentence.tokens[name.last : name.run[1]]
    return len(after) == 1 and not is_ordinary(after[0].lower) and not is_ordinary(after[0].lemma)


def _is_candidate(name: Spotted, part: Part, sentence: Sentence) -> bool:
    """Whether nothing in the words around the name says that it is somebody's, a saint's, or a word's short form."""
    if is_saints(sentence.tokens, name) or name.folded in lexicon().elsewhere:
        return False
    if name.folded in lexicon().shorts and not is_initials(sentence.tokens[name.first : name.last]):
        return False
    return not is_bearer(name, sentence, part) or (part == "person" and _may_be_borne(name, sentence))


def _may_be_borne(name: Spotted, sentence: Sentence) -> bool:
    """Whether a name after another one is more than somebody's surname: a country or region after no given name
    ("Miss Ohio", not "Michael Jordan").
    """
    before = sentence.tokens[name.first - 1]
    known = any(place.feature not in SETTLEMENTS and place.bearing == "name" for place in name.places)
    return known and before.lower not in lexicon().given and before.text != "."
