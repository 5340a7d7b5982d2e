"""Who is told something: "told the Herald", "said to Reuters", "in an interview with the paper"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.data import word_set
from reportedly.reading.coreference.context import Place
from reportedly.reading.reading import Mention, Sentence, Token

ADDRESSEES = "mentions/addressees.toml"
TELLING = word_set(ADDRESSEES, "telling")
SPEAKING = word_set(ADDRESSEES, "speaking")
CHANNELS = word_set(ADDRESSEES, "channels")
SPEECH = SPEAKING | CHANNELS
FARTHEST = 4
"""Words of a phrase that may stand between a verb and the head of whom it tells ("told | the small local | paper")."""


def find_told(sentences: Sequence[Sentence], mentions: Sequence[Mention], places: Sequence[Place]) -> frozenset[int]:
    """The mentions that are told something, rather than doing or saying it."""
    return frozenset(
        index
        for index, (mention, place) in enumerate(zip(mentions, places, strict=True))
        if mention.form != "pronoun" and _is_told(sentences[place.sentence].tokens, place.first)
    )


def _is_told(tokens: Sequence[Token], first: int) -> bool:
    """By the words before the phrase."""
    at = first - 1
    while at >= 0 and first - at <= FARTHEST and (tokens[at].lower in {"the", "a", "an", "'s", "local", "state"}):
        at -= 1
    if at < 0:
        return False
    if tokens[at].lemma in TELLING:
        return True
    spoken = at > 0 and tokens[at - 1].lemma in SPEECH
    return spoken and tokens[at].lower in {"to", "with"}
