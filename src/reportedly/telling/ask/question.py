"""A question taken apart: what sort of answer it wants, about what, on which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.reading import Token
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report
from reportedly.telling.ask.lexicon import empty_words, table, words_for

Kind = Literal["count", "holder", "role", "said", "says", "who", "when", "where", "why", "happened", "confirm", "open"]

HELPED = "is|are|was|were"
SAYING = (
    "says?|said|claims?|claimed|den(?:y|ies|ied)|confirm(?:s|ed)?|reports?|reported|announced?|warn(?:s|ed)?|"
    "admit(?:s|ted)?|accused?|tell|told"
)
HOLDING = "holds?|held|controls?|controlled|occup(?:y|ies|ied)|(?:is|was|are|were) in control|rules?|ruled"
MEASURE = "long|far|deep|high|tall|wide|old|heavy|fast|big|large"
NUMBER = "number|death toll|toll|percentage|share|price|cost|amount|depth|length|distance"
PARTY = "company|group|minister|official|side|army|people|organi[sz]ation|ministry|team|outlet"
PLACE = "city|town|country|place|region|village|province|hospital|state"
FORMS: dict[Kind, str] = {
    "when": r"(?:since |until )?when\b|(?:(?:on|since|at) )?(?:what|which) (?:day|date|time)\b",
    "count": rf"(?:for |by |at )?how (?:many|much|{MEASURE})\b|what (?:{HELPED}) the (?:[a-z]+ )?(?:{NUMBER})\b",
    "holder": rf"(?:who|which \w+) (?:now |still |currently )?(?:{HOLDING})\b",
    "says": rf"(?:who|which \w+) (?:has |have |had )?(?:{SAYING})\b|according to wh",
    "role": rf"who (?:{HELPED}) (?:the |[A-Z])",
    "who": rf"(?:to |by |with |from )?who(?:m|se)?\b|which (?:\w+ )?(?:{PARTY})\b",
    "where": rf"(?:to |from |in )?where\b|(?:(?:in|at|near|to) (?:what|which)|which) (?:\w+ )?(?:{PLACE})\b",
    "why": rf"why\b|how come\b|what (?:caused|led to|triggered|(?:{HELPED}) the (?:causes?|reasons?))\b",
    "happened": r"what (?:has |had |is |was )?(?:happen(?:ed|ing)?|occurred|took place|going on)\b|what events?\b",
    "said": rf"what (?:did|does|do|has|have|had) .+\b(?:{SAYING})\b",
    "confirm": rf"(?:{HELPED}|did|does|do|has|have|had|can|will|could)\b",
}
"""How questions begin, by what they want; the first that fits counts. "role" is matched with its capitals."""


@dataclass(frozen=True, slots=True)
class Question:
    """``terms`` are the dictionary forms of its telling words, ``names`` those that are part of a name.

    ``counted`` are the nouns whose number is asked for, the head first, ``asked`` the word behind "how" ("many",
    "deep"). ``earliest`` and ``latest`` are the closed interval of the days that it names.
    """

    text: str
    kind: Kind
    terms: tuple[str, ...]
    names: tuple[str, ...]
    counted: tuple[str, ...] = ()
    asked: str | None = None
    earliest: date | None = None
    latest: date | None = None


def take_apart(text: str, today: date | None) -> Question:
    """Understand a question. ``today`` is the day from which "on Friday" counts, None where no day is known."""
    line = " ".join(text.split())
    report = Report("question", "question", line, "", published=today)
    sentences = find_sentences(line)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    times = [time for time in find_times(report, sentences) if time.earliest and time.type in {"DATE", "TIME"}]
    told = [token for token in tokens if not any(time.start <= token.start < time.end for time in times)]
    kind = _kind_of(line)
    counted, asked = _counted(told, line.lower()) if kind == "count" else ((), None)
    names = tuple(dict.fromkeys(token.lower for place, token in enumerate(told) if _is_name(token, place)))
    return Question(
        text=line,
        kind=kind,
        terms=tuple(dict.fromkeys(term_of(token) for token in told if is_telling(token))),
        names=names,
        counted=counted,
        asked=asked,
        earliest=min((time.earliest for time in times if time.earliest), default=None),
        latest=max((time.latest for time in times if time.latest), default=None),
    )


def _kind_of(line: str) -> Kind:
    first = line[:1].lower() + line[1:]
    for kind, pattern in FORMS.items():
        if re.match(pattern, first if kind == "role" else first.lower()):
            return kind
    return "open"


def is_telling(token: Token) -> bool:
    """Whether a word tells what is spoken of."""
    return token.text[0].isalnum() and token.lower not in empty_words() and token.lemma not in empty_words()


def term_of(token: Token) -> str:
    """The form in which words are compared: the dictionary form, a possessive mark left out."""
    return _without_possessive(token.lemma)


@lru_cache(maxsize=65536)
def _without_possessive(lemma: str) -> str:
    return re.sub(r"['’]s?$", "", lemma)


def _is_name(token: Token, place: int) -> bool:
    """A capital inside a sentence: "Karatas"; the first word never counts."""
    return place > 0 and token.text[0].isupper() and is_telling(token) and not is_ordinary(token.lower)


def _counted(tokens: list[Token], line: str) -> tuple[tuple[str, ...], str | None]:
    """ "How many of the injured miners were freed?" counts miners: the last word before the verb that helps."""
    lowers = [token.lower for token in tokens]
    if "how" not in lowers or lowers.index("how") + 1 >= len(lowers):
        return _named_number(line), None
    place = lowers.index("how") + 1
    if lowers[place] not in {"many", "much"}:
        return (), lowers[place]
    behind = tokens[place + 1 :]
    end = next((at for at, token in enumerate(behind) if token.lower in words_for("helpers")), None)
    phrase = behind[:end] if end is not None else behind[:1]
    cut = next((at for at, token in enumerate(phrase) if at and token.lower == "of"), len(phrase))
    nouns = [
        token for token in phrase[:cut] if token.text[0].isalpha() and token.lower not in {"of", "the", "more", "other"}
    ]
    return tuple(term_of(noun) for noun in reversed(nouns)), lowers[place]


def _named_number(line: str) -> tuple[str, ...]:
    """ "What is the death toll?" counts those who died."""
    found = [word for word in table()["numbers"] if word in line]
    named = table()["numbers"][max(found, key=len)] if found else ""
    return (named,) if named else ()
