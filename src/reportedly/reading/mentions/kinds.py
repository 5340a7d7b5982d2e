"""Kinds of names by evidence: their own words, the words beside them, and the rest of the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from reportedly.reading.dictionary import is_known, is_ordinary
from reportedly.reading.encoded import Encoded, EncodedSentence
from reportedly.reading.mentions.lexicon import (
    BELONGINGS,
    COMPANY_FORMS,
    COUNTRIES,
    COUNTRY_OF,
    DIRECTIONS,
    EVENT_STARTERS,
    GIVEN,
    HEAD_KINDS,
    INSIDE,
    KNOWN_KINDS,
    LAST_WORDS,
    PARTICLES,
    PERSONAL_VERBS,
    PLACE_STARTERS,
    ROLES,
    SPEECH,
    STAKES,
    TOWARDS,
    VEHICLE_PREFIXES,
)
from reportedly.reading.mentions.parts import Part
from reportedly.reading.mentions.runs import closes_dateline
from reportedly.reading.reading import Kind, Sentence, Token

Vote = tuple[Kind, float]
Votes = dict[Kind, float]
ENOUGH = 1.4
"""The least sum of votes that names a kind; below it the kind is "other"."""
ARTICLES = frozenset({"the", "a", "an"})
TYPED = 3.0
"""What one sighting by the model weighs for the same name elsewhere in the report."""
STRONG = 4.0
"""The least sum of votes with which the words beside a name outweigh the model's type."""
LEAST: dict[Kind, float] = {"person": 5.0, "product": ENOUGH, "other": ENOUGH}
"""The same where the model's type says more than that, or less."""
BY_TYPE: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organisation",
    "Location": "place",
    "Facility": "facility",
    "Product": "product",
    "Misc": "other",
    "NORP": "nationality",
}
"""Our kinds for the model's types."""
OF_CONFLICT: dict[str, Kind] = {"VEHICLE": "vehicle", "WEAPON": "weapon"}
FINER: dict[Kind, frozenset[Kind]] = {
    "person": frozenset({"vehicle"}),
    "organisation": frozenset({"group", "vehicle", "event"}),
    "place": frozenset({"facility", "vehicle", "event"}),
    "facility": frozenset({"vehicle", "event"}),
    "product": frozenset({"vehicle", "weapon", "event", "group"}),
    "other": frozenset({"vehicle", "weapon", "event", "product", "group"}),
    "nationality": frozenset({"group", "organisation"}),
}
"""What the words of and beside a name may tell where the model has the kind at the left."""
ORDER: tuple[Kind, ...] = (
    "person",
    "organisation",
    "group",
    "place",
    "facility",
    "vehicle",
    "event",
    "product",
    "weapon",
)


SEAT = re.compile(r"[rdi]-[a-z]{2,6}\.?")
"""Whom a member of a parliament sits for: "Sen. Uma Lund (R-Ga.)"; it is nobody."""


def kinds_of_names(sentences: Sequence[Sentence], parts: Sequence[Part], encoded: Encoded | None = None) -> list[Kind]:
    """The kind of each part that is a name; "nationality" for nationalities and "person" for titles."""
    shown = [shown_name(sentences[part.sentence].tokens, part) for part in parts]
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for part, name in zip(parts, shown, strict=True):
        if part.label == "name":
            tokens = sentences[part.sentence].tokens
            seen = encoded.sentences[part.sentence] if encoded else None
            for kind, weight in (*_own_votes(tokens, part), *_votes_beside(tokens, part), *_votes_seen(seen, part)):
                votes[name.lower()][kind] += weight
        if part.type:
            votes[name.lower()][BY_TYPE[part.type]] += TYPED
    persons = _surnames(votes)
    bodies = {
        name.lower()
        for part, name in zip(parts, shown, strict=True)
        if _is_abbreviated(sentences[part.sentence].tokens, part)
    }
    return [_settled(part, name.lower(), votes, persons, bodies) for part, name in zip(parts, shown, strict=True)]


def shown_name(tokens: Sequence[Token], part: Part) -> str:
    """The words of a part with the spaces that the report has (one where it has more)."""
    if part.last - part.first == 1:
        return tokens[part.first].text
    pieces: list[str] = []
    for index in range(part.first, part.last):
        if index > part.first and tokens[index].start > tokens[index - 1].end:
            pieces.append(" ")
        pieces.append(tokens[index].text)
    return "".join(pieces)


def _surnames(votes: Mapping[str, Votes]) -> frozenset[str]:
    """Last names (with their particle) and first names of those who are surely persons by their full names."""
    found: set[str] = set()
    for name, kinds in votes.items():
        words = name.split()
        if len(words) > 1 and _best(kinds) == "person":
            found.add(words[-1])
            found.add(" ".join(words[1:]))
            found.add(words[0])
    return frozenset(found)


def _settled(part: Part, name: str, votes: Mapping[str, Votes], persons: frozenset[str], bodies: Set[str]) -> Kind:
    if part.label != "name":
        return "nationality" if part.label == "nationality" else "person"
    if SEAT.fullmatch(name):
        return "nationality"
    if part.type:
        if part.type == "Person" and name in bodies:
            return "organisation"
        return _fact(name) or _finer(_of_bearer(part, name, persons), votes[name])
    if part.titled:
        return "person"
    kinds = dict(votes[name])
    if name in persons and name not in COUNTRIES:
        kinds["person"] = kinds.get("person", 0.0) + 4
    return _best(kinds)


def _is_abbreviated(tokens: Sequence[Token], part: Part) -> bool:
    """As in "Berg Salvage Management (BSM)": only bodies have an acronym set beside them that their letters give."""
    if part.last - part.first < 2 or part.last + 2 >= len(tokens) or tokens[part.last].text != "(":
        return False
    acronym, closing = tokens[part.last + 1].text, tokens[part.last + 2].text
    letters = iter("".join(token.text for token in tokens[part.first : part.last]).upper())
    plain = len(acronym) > 2 and acronym.isupper() and closing == ")"
    return plain and acronym[0] == tokens[part.first].text[0] and all(letter in letters for letter in acronym)


def _fact(name: str) -> Kind | None:
    """What is known of the world: countries, and bodies and groups that every paper names."""
    return KNOWN_KINDS.get(name) or ("place" if name in COUNTRIES else None)


def is_fact(name: str) -> bool:
    """Whether a name (in lower case) is known to the world: a country, its people, or a body that every paper names."""
    return _fact(name) is not None or name in COUNTRY_OF or name.removesuffix("s") in COUNTRY_OF


def _of_bearer(part: Part, name: str, persons: frozenset[str]) -> Kind:
    """The model's kind; a single word that ends somebody's full name is that person ("Anna Zorvex … Zorvex said"), and
    "Zorvex Ltd" is none.
    """
    single = part.last - part.first == 1
    if name.split()[-1] in COMPANY_FORMS and not single:
        return "organisation"
    return "person" if single and name in persons else BY_TYPE[part.type]


def _finer(kind: Kind, votes: Mapping[Kind, float]) -> Kind:
    """The model's kind, or one that its words tell more finely ("Zorvex Liberation Front", "the tanker Zorvex")."""
    best = _best({other: votes.get(other, 0.0) for other in FINER[kind]})
    return best if votes.get(best, 0.0) >= LEAST.get(kind, STRONG) else kind


def _best(kinds: Mapping[Kind, float]) -> Kind:
    best: Kind = max(ORDER, key=lambda kind: kinds.get(kind, 0.0))
    return best if kinds.get(best, 0.0) >= ENOUGH else "other"


def _own_votes(tokens: Sequence[Token], part: Part) -> Iterator[Vote]:
    """What the words of the name tell."""
    words = [token.lower for token in tokens[part.first : part.last]]
    name = " ".join(words)
    known = KNOWN_KINDS.get(shown_name(tokens, part).lower()) or KNOWN_KINDS.get(name)
    if known:
        yield known, 6
    if name in COUNTRIES:
        yield "place", 8
    head = (
        words.index("of") - 1 if "of" in words[1:] else words.index("for") - 1 if "for" in words[1:] else len(words) - 1
    )
    last = LAST_WORDS.get(words[head]) or LAST_WORDS.get(words[-1])
    if last and (
        len(words) > 1
        or words[0] in {"parliament", "congress", "senate", "cabinet", "navy", "army", "police", "kremlin", "pentagon"}
    ):
        yield last, 5
    if words[0] in VEHICLE_PREFIXES and len(words) > 1:
        yield "vehicle", 7
    if words[0] in EVENT_STARTERS and len(words) > 1:
        yield "event", 6
    if words[0] in PLACE_STARTERS and len(words) > 1:
        yield "place", 2.5
    yield from _personal_votes(tokens[part.first : part.last], words)


def _personal_votes(tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Vote]:
    first = tokens[0].text.title() if tokens[0].text.isupper() and len(tokens[0].text) > 3 else tokens[0].text
    solid = [word for word in words if word not in PARTICLES and word.isalpha()]
    if first in GIVEN and 1 < len(solid) <= 5:
        yield "person", 4.5 if words[-1] not in LAST_WORDS else 1
    elif first in GIVEN:
        yield "person", 1.5
    if (
        len(words) > 1
        and len(words[0]) <= 4
        and words[0].endswith(".")
        and tokens[0].text[0].isupper()
        and words[0] not in PLACE_STARTERS
    ):
        yield "person", 2
    if any(word in PARTICLES for word in words[1:]) and not any(
        is_ordinary(word) and word not in PARTICLES for word in words
    ):
        yield "person", 1.5
    if len(words) == 1 and tokens[0].text.isupper() and 2 <= len(words[0]) <= 6 and first not in GIVEN:
        yield "organisation", 1.5
    if 2 <= len(solid) <= 3 and not any(is_known(word) for word in solid) and "of" not in words:
        yield "person", 1


def _votes_beside(tokens: Sequence[Token], part: Part) -> Iterator[Vote]:
    """What the words beside the name tell."""
    if part.titled:
        yield "person", 6
    yield from _votes_before(tokens, part)
    yield from _votes_after(tokens, part)


def _votes_seen(seen: EncodedSentence | None, part: Part) -> Iterator[Vote]:
    """What the model's names of the conflict domain tell: it has vehicles and weapons there."""
    for name in seen.conflict_names if seen else ():
        kind = OF_CONFLICT.get(name.type)
        if kind and name.start < part.last and part.first < name.end:
            yield kind, 2


def _is_dateline(tokens: Sequence[Token], part: Part) -> bool:
    """As in "CAIRO (Reuters) -", "BANGKOK, Thailand —": the place at the head of the text."""
    if part.first or part.last >= len(tokens) or not tokens[0].text.isupper():
        return False
    return any(closes_dateline(tokens, index) for index in range(part.last, min(part.last + 7, len(tokens))))


def _votes_before(tokens: Sequence[Token], part: Part) -> Iterator[Vote]:
    if part.first == 0:
        if _is_dateline(tokens, part):
            yield "place", 5
        return
    before = tokens[part.first - 1]
    if before.lower == "of" or before.lower == "for":
        yield from _votes_of_governor(tokens, part.first - 2)
    if before.lower == "in" and part.first > 1 and tokens[part.first - 2].lemma in STAKES:
        # "a stake in Zorvex", "investors in Zorvex": nobody is there.
        yield "organisation", 1
    elif before.lower in INSIDE or before.lower in DIRECTIONS:
        yield "place", 2
    elif before.lower in TOWARDS:
        yield "place", 0.7 if before.lower != "of" else 0.2
    elif before.lower in ARTICLES:
        yield "organisation", 0.7
        yield "person", -2
    elif before.lemma in SPEECH:
        yield "person", 1.2
    else:
        yield from _votes_of_description(before)


def _votes_of_description(before: Token) -> Iterator[Vote]:
    """As in "spokesman John Smith", "the tanker Sanchi": the noun directly before the name."""
    kind = HEAD_KINDS.get(before.lower) or HEAD_KINDS.get(before.lemma)
    if kind is None or kind in {"other", "event", "weapon"} or (before.lemma != before.lower and kind == "person"):
        return
    yield "person" if before.lemma in ROLES else kind, 4


def _votes_of_governor(tokens: Sequence[Token], index: int) -> Iterator[Vote]:
    """As in "the city of Mosul", "head of Boskalis": the noun before "of"."""
    if index < 0:
        return
    if HEAD_KINDS.get(tokens[index].lemma) == "place":
        yield "place", 4
    elif tokens[index].lemma in ROLES:
        yield "organisation", 3.5


def _votes_after(tokens: Sequence[Token], part: Part) -> Iterator[Vote]:
    if part.last >= len(tokens):
        return
    after = tokens[part.last]
    yield from _votes_of_belongings(tokens, part.last)
    if after.lower == "who":
        yield "person", 2
    elif after.lemma in PERSONAL_VERBS:
        yield "person", 1.5
    elif after.lemma in SPEECH:
        yield "person", 0.8
        yield "organisation", 0.6
    elif after.text == "-" and part.last + 1 < len(tokens) and tokens[part.last + 1].lower == "based":
        yield "place", 4
    elif after.text == ",":
        yield from _votes_of_apposition(tokens, part.last + 1)
    elif (
        after.text == "("
        and part.last + 1 < len(tokens)
        and tokens[part.last + 1].text.isdigit()
        and len(tokens[part.last + 1].text) == 2
    ):
        yield "person", 3
    elif after.text[0].islower() and after.lower in LAST_WORDS:
        kind = LAST_WORDS[after.lower]
        yield ("place", 0.5) if kind in {"place", "facility"} else ("organisation", 0.3)


def _votes_of_belongings(tokens: Sequence[Token], index: int) -> Iterator[Vote]:
    """As in "Zorvex shares", "Zorvex's chief executive": what only firms and other bodies have."""
    at = index + 1 if tokens[index].lower in {"'s", "'"} else index
    if at < len(tokens) and tokens[at].lower in BELONGINGS:
        yield "organisation", 2


def _votes_of_apposition(tokens: Sequence[Token], index: int) -> Iterator[Vote]:
    """As in ", 38,", ", a spokesman for", ", who", ", Egypt"."""
    if index >= len(tokens):
        return
    first = tokens[index]
    if (
        first.text.isdigit()
        and len(first.text) == 2
        and index + 1 < len(tokens)
        and tokens[index + 1].text in {",", "."}
    ):
        yield "person", 4
    elif first.lower == "who":
        yield "person", 3
    elif first.lower in COUNTRIES:
        yield "place", 2
    else:
        yield from _votes_of_phrase(tokens[index : index + 7])


def _votes_of_phrase(tokens: Sequence[Token]) -> Iterator[Vote]:
    """As in ", a former police officer": the last head noun before a mark or a preposition tells the kind."""
    head = None
    for token in tokens:
        if (not token.text[0].isalnum() and token.text != "-") or token.lower in {
            "of",
            "for",
            "in",
            "at",
            "who",
            "which",
            "that",
            "with",
            "to",
        }:
            break
        if head is not None and token.lemma in SPEECH:
            return  # no apposition: "Two men are in hospital in Orno, the health department said."
        if token.lemma in HEAD_KINDS or token.lemma in ROLES:
            head = token
    if head is None:
        return
    kind = HEAD_KINDS.get(head.lemma)
    if head.lemma in ROLES:
        yield "person", 2.5
    elif kind in {"organisation", "vehicle", "place", "facility", "group"} and tokens[0].lower in {"the", "a", "an"}:
        yield kind, 2
