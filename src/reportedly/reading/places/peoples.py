"""Words for the people of a place and for what is theirs ("Egyptian", "Texans"): hints at the place, no places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportedly.reading.places.gazetteer import Place, gazetteer
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.resolution import standing_of
from reportedly.reading.places.spelling import fold
from reportedly.reading.places.spotting import Spotted, is_capital, spotted
from reportedly.reading.reading import Sentence, Token

LONGEST = 3
"""Words in the longest people's name ("Papua New Guinean", without its hyphens)."""


def find_peoples(text: str, sentences: Sequence[Sentence], taken: Collection[int]) -> Iterator[Spotted]:
    """The peoples named, each with the one place that is theirs; ``taken`` are characters that other places cover."""
    for number, sentence in enumerate(sentences):
        index, tokens = 0, sentence.tokens
        while index < len(tokens):
            if not is_capital(tokens[index]):
                index += 1
                continue
            last = _last(text, tokens, index, taken)
            folded = fold(text[tokens[index].start : tokens[last - 1].end]) if last > index else ""
            home = home_of(folded) if folded else None
            if home is not None:
                yield spotted(number, tokens, index, last, folded, (home,))
            index = max(last, index + 1)


def places_of(folded: str) -> tuple[Place, ...]:
    """The places that a people's name can mean: its country where it has one, else what is called so."""
    people, code = lexicon().peoples.get(folded), lexicon().demonyms.get(folded)
    places = gazetteer().named(people) if people else ()
    if code:
        return tuple(place for place in places if place.country == code and place.feature == "country")
    return tuple(place for place in places if place.feature not in ("city", "capital"))


def home_of(folded: str) -> Place | None:
    """The place of a people; the best known of several."""
    return max(places_of(folded), key=standing_of, default=None)


def _last(text: str, tokens: Sequence[Token], first: int, taken: Collection[int]) -> int:
    """The end of the longest people's name that starts at a token with a capital; the token itself for none."""
    for last in range(min(len(tokens), first + LONGEST), first, -1):
        if not is_capital(tokens[last - 1]):
            continue
        span = range(tokens[first].start, tokens[last - 1].end)
        shown = text[span.start : span.stop]
        named = lexicon().peoples.get(fold(shown))
        if named and "\n" not in shown and not any(at in taken for at in span):
            return last
    return first
