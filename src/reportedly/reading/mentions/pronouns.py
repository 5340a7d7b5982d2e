"""Pronouns that refer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.encoded import EncodedSentence
from reportedly.reading.mentions.lexicon import EXPLETIVE, PRONOUN_WORDS, WEATHER
from reportedly.reading.reading import Sentence, Token


def find_pronouns(sentence: Sentence, seen: EncodedSentence | None) -> Iterator[int]:
    """The tokens of a sentence that are referring pronouns; of an "it" the reading model knows best whether it is."""
    tokens = sentence.tokens
    heads = {head.word for head in seen.mentions} if seen else set()
    for index, token in enumerate(tokens):
        if (
            token.lower in PRONOUN_WORDS
            and not (token.text.isupper() and len(token.text) > 1)
            and not (token.lower == "mine" and _is_pit(tokens, index, seen))
            and (index in heads if seen and token.lower == "it" else _refers(tokens, index))
        ):
            yield index


def _is_pit(tokens: Sequence[Token], index: int, seen: EncodedSentence | None) -> bool:
    """As in "the mine", "a coal mine"; "a friend of mine", "it is mine" are somebody's."""
    if seen is not None:
        return seen.upos[index] != "PRON"
    return index == 0 or tokens[index - 1].lemma not in {"of", "be", "than", "like", "to"}


def _refers(tokens: Sequence[Token], index: int) -> bool:
    lower = tokens[index].lower
    if lower == "who":
        return (index > 0 and tokens[index - 1].text[0].isalnum()) or (index > 1 and tokens[index - 1].text == ",")
    return lower != "it" or not _is_expletive(tokens, index)


def _is_expletive(tokens: Sequence[Token], index: int) -> bool:
    """As in "It is raining", "it is likely that", "it takes hours to", "it was on Monday that".

    Nothing is referred to.
    """
    following = tokens[index + 1 : index + 5]
    if any(token.lemma in WEATHER for token in following[:3]):
        return True
    if not following or following[0].lemma not in {
        "be",
        "'s",
        "seem",
        "appear",
        "remain",
        "take",
        "will",
        "would",
        "may",
        "could",
        "can",
        "become",
        "happen",
        "turn",
    }:
        return False
    predicate = next(
        (
            token
            for token in following
            if token.lemma not in {"be", "'s", "will", "would", "may", "could", "can", "have", "become"}
        ),
        None,
    )
    return (
        predicate is not None
        and (predicate.lower in EXPLETIVE or predicate.lemma in EXPLETIVE)
        and _has_clause(tokens, index)
    )


def _has_clause(tokens: Sequence[Token], index: int) -> bool:
    return any(
        token.lower in {"that", "to", "if", "whether", "how", "when", "what", "why", "for", "who"}
        for token in tokens[index + 2 : index + 14]
    )
