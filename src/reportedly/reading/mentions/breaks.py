"""Where a name ends although the next word has a capital too: two countries, a picture's credit, a headline's verb."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.mentions.lexicon import (
    AFTER_NAMES,
    COMPANY_FORMS,
    COUNTRIES,
    CREDITS,
    GIVEN,
    LAST_WORDS,
    NATIONALITIES,
    SPEECH,
    TITLE_CORES,
    VEHICLE_PREFIXES,
    VERBS,
)
from reportedly.reading.reading import Token

DEEDS = VERBS | SPEECH
NO_AGENCIES = TITLE_CORES | VEHICLE_PREFIXES | AFTER_NAMES | NATIONALITIES | COMPANY_FORMS


def follows_on(left: Token, token: Token) -> bool:
    """Two capitalised words are one name unless two countries meet ("the Turkey Syria border") or the credit of a
    picture ends and its caption begins ("Anna Berg/AP | Norwegian President …", "EPA | Zorvex players").
    """
    if left.lower in CREDITS:
        return is_ordinary(token.lower) and token.lower not in NATIONALITIES and token.text not in GIVEN
    return not (left.lower in COUNTRIES and token.lower in COUNTRIES and left.lower != token.lower)


def is_headline_verb(tokens: Sequence[Token], first: int, index: int) -> bool:
    """As in "Read more: Anna Berg Accuses Hadi Karim": a verb with a capital after somebody's full name."""
    token = tokens[index]
    inflected = token.lower != token.lemma and token.lower.endswith(("s", "ed")) and token.lemma in DEEDS
    named = (index - first >= 2 and tokens[first].text in GIVEN) or tokens[index - 1].lower in TITLE_CORES
    return inflected and named and token.lower not in LAST_WORDS


def is_other_acronym(tokens: Sequence[Token], first: int, index: int) -> bool:
    """As in "Anna Berg | UN staff", "told the UN | Anna Berg": an acronym beside somebody's name is another name."""
    left, token = tokens[index - 1], tokens[index]
    if token.text in GIVEN and tokens[first].text not in GIVEN:
        return index - first == 1 and _is_agency(left)
    return index - first >= 2 and tokens[first].text in GIVEN and left.text.istitle() and _is_agency(token)


def _is_agency(token: Token) -> bool:
    plain = token.text.isalpha() and token.text.isupper() and 1 < len(token.text) < 6
    return plain and token.lower not in NO_AGENCIES
