"""Descriptions: appositions, repeated heads, roles, and definite descriptions of what was named before.

Precision first: a description that fits nothing well stays alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from reportedly.data import load_table, word_set
from reportedly.reading.coreference.clusters import Clusters
from reportedly.reading.coreference.context import DEFINITE, POSSESSIVE, Place
from reportedly.reading.coreference.titles import of_role
from reportedly.reading.reading import Mention, Sentence, Token

NAMES = "names.toml"
HEADS = "mentions/heads.toml"
COUNTRIES = frozenset(name.lower() for name in word_set(NAMES, "countries"))
ROLES = word_set(HEADS, "roles")
HYPERNYMS = "hypernyms.toml"
COUNTRY_WORDS = word_set(HYPERNYMS, "countries")
SETTLEMENTS = word_set(HYPERNYMS, "settlements")
VESSELS = word_set(HYPERNYMS, "vessels")
AIRCRAFT = word_set(HYPERNYMS, "aircraft")
COMPANIES = word_set(HYPERNYMS, "companies")
FIRMS = word_set(HYPERNYMS, "firms")
PAPERS = word_set(HYPERNYMS, "papers")
DESCRIBED = FIRMS | PAPERS | {"group", "militia", "movement"}
"""Heads that may have a word before them: "the oil company", "the armed group"."""
COUNTRY_NAMES = COUNTRIES | frozenset(
    name.lower() for key in ("nationalities", "peoples") for name in word_set(NAMES, key)
)
PUBLIC = word_set(HYPERNYMS, "public")
SAME = (COMPANIES, VESSELS, AIRCRAFT, *(frozenset(row) for row in load_table(HYPERNYMS)["same"]))
"""Heads that may stand for one another with a definite article."""
AGENCIES = load_table("attribution.toml")["agencies"]
PRESS = frozenset(AGENCIES["outlets"]) | frozenset(AGENCIES["names"])
PRESS_WORDS = frozenset(AGENCIES["marks"])
RESTRICTING = frozenset({"of", "who", "that", "whose"})
"""After a description they say which one is meant: another one than before ("the school of the monks")."""
GENERIC = frozenset({"people", "person"})
"""Bare, they mean anybody, each time anew."""
WINDOW = 400
"""How many mentions back any description may look; it bounds the time that odd texts take."""
FAR, NEAR = 15, 4
"""How many sentences back a repeated head and another head may look."""


def join_nominals(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    places: Sequence[Place],
    told: Collection[int],
    titled: Mapping[int, frozenset[str]],
    settled: Collection[int],
    join: Callable[[int, int], None],
) -> None:
    """Joins descriptions with the names and descriptions they repeat, but for those that are ``settled``.

    What is ``told`` something is not taken up by a word of another kind. ``titled``: see ``titles_of``.
    """
    for index, mention in enumerate(mentions):
        if mention.form == "nominal" and index not in settled:
            after = sentences[places[index].sentence].tokens[places[index].last :][:1]
            if after and after[0].lower in RESTRICTING:
                continue
            antecedent = _antecedent(index, mentions, places, told, titled)
            if antecedent is not None:
                join(antecedent, index)


def join_appositions(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], places: Sequence[Place], clusters: Clusters
) -> None:
    """Joins descriptions with the names beside them."""
    by_start: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        if mention.form == "nominal":
            by_start.setdefault(mention.start, index)
    for index, mention in enumerate(mentions):
        if mention.form != "name":
            continue
        for role in mention.roles:
            nominal = by_start.get(role.start)
            if nominal is not None and mentions[nominal].end == role.end and mentions[nominal].kind == mention.kind:
                clusters.join(index, nominal)
    for index, mention in enumerate(mentions):
        if mention.form == "nominal" and not mention.plural:
            other = _beside(index, sentences, mentions, places)
            if other is not None:
                clusters.join(other, index)


def _beside(
    index: int, sentences: Sequence[Sentence], mentions: Sequence[Mention], places: Sequence[Place]
) -> int | None:
    """The name that the description is said to be, beside it.

    "the container ship Ever Given", "the city of Mosul", "Boskalis, the salvage company,".
    """
    mention, place = mentions[index], places[index]
    tokens = sentences[place.sentence].tokens
    for other in range(max(0, index - 4), min(len(mentions), index + 5)):
        name, there = mentions[other], places[other]
        if name.form != "name" or there.sentence != place.sentence or name.kind == "nationality":
            continue
        directly = there.first == place.last and name.kind == mention.kind and mention.kind != "person"
        inside = (
            mention.kind == "place"
            and there.last == place.last
            and name.kind in {"place", "other"}
            and there.first > place.first
            and tokens[there.first - 1].lower == "of"
            and place.head in SETTLEMENTS | {"province", "region", "district", "island", "state"}
        )
        if directly or inside:
            return other
        if (
            name.kind == mention.kind
            and place.last < there.first <= place.last + 7
            and _is_identified(tokens[place.last : there.first])
        ):
            return other
        apposed = (
            there.last + 2 == place.first
            and tokens[there.last].text == ","
            and place.article in {"the", "a", "an"}
            and mention.kind == name.kind
        )
        if apposed and place.last < len(tokens) and tokens[place.last].text in {",", ".", ")", "—"}:
            return other
    return None


def _is_identified(between: Sequence[Token]) -> bool:
    """As in "the suspect, identified by police as Carl Weber", "a group known as the Base"."""
    words = [token.lower for token in between if token.text[0].isalpha()]
    words = [
        word
        for word in words
        if word
        not in {"the", "who", "was", "later", "also", "officially", "better", "only", "police", "has", "been", "is"}
    ]
    return words in (
        ["identified", "as"],
        ["named", "as"],
        ["known", "as"],
        ["identified", "by", "as"],
        ["called"],
        ["named"],
        ["dubbed"],
    )


def _antecedent(
    index: int,
    mentions: Sequence[Mention],
    places: Sequence[Place],
    told: Collection[int],
    titled: Mapping[int, frozenset[str]],
) -> int | None:
    mention, place = mentions[index], places[index]
    if place.article in POSSESSIVE:
        return None
    if place.article not in DEFINITE:
        return _repeated(index, mentions, places)
    if mention.plural:
        return _same_head(index, mentions, places)
    found = of_role(index, mentions, places, titled)
    if found is None:
        found = _named_so(index, mentions, places)
    if found is not None:
        return found
    # "Much of the city" after "the city of Mosul" and then "Raqqa": the later of the two.
    return max(
        (
            found
            for found in (_same_head(index, mentions, places), _hypernym(index, mentions, places, told))
            if found is not None
        ),
        default=None,
    )


def _repeated(index: int, mentions: Sequence[Mention], places: Sequence[Place]) -> int | None:
    """A bare plural that says the same words again ("Iraqi forces … Iraqi forces"); a new "a man" is a new man."""
    mention, place = mentions[index], places[index]
    if place.article or not mention.plural or place.head in GENERIC:
        return None
    if mention.kind not in {"person", "group", "organisation"}:
        return None
    for other in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        there = places[other]
        if place.sentence - there.sentence > FAR:
            return None
        if (
            mentions[other].form == "nominal"
            and there.head == place.head
            and there.words == place.words
            and mentions[other].plural
            and not there.article
            and len(place.words) > 0
        ):
            return other
    return None


def _same_head(index: int, mentions: Sequence[Mention], places: Sequence[Place]) -> int | None:
    """As in "the official" after "an unnamed military official": same head, and no word that the earlier one lacks."""
    mention, place = mentions[index], places[index]
    for other in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        there = places[other]
        if place.sentence - there.sentence > FAR:
            return None
        before = mentions[other]
        if before.form != "nominal" or before.plural != mention.plural or before.end > mention.start:
            continue
        if there.counted and place.sentence - there.sentence > 1:
            continue
        if there.head == place.head and place.words <= there.words and not _is_owned(there, place):
            return other
        if (
            place.article in DEFINITE
            and len(place.words) == 1
            and place.sentence - there.sentence <= NEAR
            and _are_same(place.head, there.head)
            and not _is_owned(there, place)
        ):
            return other
    return None


def _is_owned(there: Place, place: Place) -> bool:
    """As in "the country" does not repeat "their country" of somebody in a quotation."""
    return there.article in {"our", "my", "your"} and place.quote != there.quote


def _are_same(head: str, other: str) -> bool:
    return head != other and any(head in heads and other in heads for heads in SAME)


def _named_so(index: int, mentions: Sequence[Mention], places: Sequence[Place]) -> int | None:
    """As in "the canal authority" after "Suez Canal Authority": every word of the description stands in the name."""
    mention, place = mentions[index], places[index]
    if mention.kind == "person":
        return None
    for other in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        before = mentions[other]
        if (
            before.form == "name"
            and before.kind not in {"person", "nationality"}
            and place.words
            and place.words <= places[other].words
        ):
            return other
    return None


def _hypernym(index: int, mentions: Sequence[Mention], places: Sequence[Place], told: Collection[int]) -> int | None:
    """As in "the company", "the ship", "the country", "the city", "the group" after a name of such a thing nearby."""
    place = places[index]
    if len(place.words) > (2 if place.head in DESCRIBED else 1) or place.words & COUNTRY_NAMES:
        return None
    for other in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        before, there = mentions[other], places[other]
        if place.sentence - there.sentence > NEAR:
            return None
        if other in told and place.head not in PAPERS:
            # "He told the Herald … The company denied it": the Herald is no party to it.
            continue
        named = before.form == "name" and before.end <= mentions[index].start and _is_a(before, place.head)
        if named and not _is_modifier(other, mentions):
            return other
    return None


def _is_modifier(index: int, mentions: Sequence[Mention]) -> bool:
    """Whether a name only stands before the noun that is meant: "a | Bloomberg | report"."""
    name = mentions[index]
    around = mentions[max(0, index - 3) : index + 3]
    return any(
        other.form == "nominal" and other.start <= name.start and name.end < other.head.start for other in around
    )


def _is_a(name: Mention, head: str) -> bool:
    lower = (name.name or "").lower()
    if head in COUNTRY_WORDS:
        return name.kind == "place" and lower in COUNTRIES
    if head in SETTLEMENTS - {"port", "capital"}:
        return name.kind == "place" and lower not in COUNTRIES
    if head in VESSELS | AIRCRAFT | {"vehicle"}:
        return name.kind == "vehicle"
    if head in PAPERS:
        return lower in PRESS or not PRESS_WORDS.isdisjoint(lower.split())
    if head in FIRMS:
        return name.kind == "organisation" and PUBLIC.isdisjoint(lower.split())
    if head in {"agency", "organisation", "organization"}:
        return name.kind == "organisation"
    if head in {"group", "militia", "movement"}:
        return name.kind == "group"
    return False
