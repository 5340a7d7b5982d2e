"""Whom a telling description takes up: "the SpaceX founder", "the former mayor" after the only person named before."""

from __future__ import annotations

from bisect import bisect_left

from reportedly.data import word_set
from reportedly.reading.coreference.nominals import RESTRICTING
from reportedly.reading.coreference.pronouns import HEADS, TYPES
from reportedly.reading.coreference.subjects import MAIN, SUBJECTS, Stage, Subject, is_topic
from reportedly.reading.reading import Mention

RENOWNED = word_set(HEADS, "renowned")
"""Heads of descriptions of those whom a report has named: "the tycoon"."""
PAST = frozenset({"former", "ex", "ex-", "then", "late", "incumbent", "outgoing"})
FAR = 3
"""How many sentences back the person may be named, where each after that tells of "he" or "she"."""


def renamed_persons(stage: Stage) -> dict[int, Subject]:
    """For each telling description that is a subject the only person by name in what was told right before.

    As in "It took months for Anna Berg to answer. The former minister said C.", or with a "she" between the two.
    """
    starts = [mention.sentence for mention in stage.mentions]
    found: dict[int, Subject] = {}
    for index in range(len(stage.mentions)):
        if _is_telling(stage, index) and (person := _told_of(stage, index, starts)) is not None:
            found[index] = Subject(person, False)
    return found


def _is_telling(stage: Stage, index: int) -> bool:
    mention, place = stage.mentions[index], stage.places[index]
    if mention.form != "nominal" or mention.kind != "person" or mention.plural or place.quote >= 0:
        return False
    tokens = stage.sentences[place.sentence].tokens
    words = {token.lower for token in tokens[place.first : place.last]}
    past = tokens[place.first].lower in PAST
    renowned = place.head_word in RENOWNED and len(words) > 1
    after = tokens[place.last].lower if place.last < len(tokens) else ""
    whole = after not in RESTRICTING - {"of"} and (past or after != "of")
    return place.article == "the" and (past or renowned) and whole and is_topic(stage, index, MAIN | {"advcl"})


def _told_of(stage: Stage, index: int, starts: list[int]) -> int | None:
    """The only person by name in the last sentence that names somebody, with none of others since."""
    here = stage.mentions[index].sentence
    if _persons(stage, bisect_left(starts, here), index):
        return None
    for number in range(here - 1, max(-1, here - 1 - FAR), -1):
        persons = _persons(stage, bisect_left(starts, number), bisect_left(starts, number + 1))
        names = [person for person in persons if stage.mentions[person].form == "name"]
        if names:
            single = len({(stage.mentions[name].name or "").split()[-1] for name in names}) == 1
            return next((name for name in reversed(names) if single and _is_subject(stage, name)), None)
        if not any(_is_third(stage, person) for person in persons):
            return None
    return None


def _persons(stage: Stage, first: int, last: int) -> list[int]:
    """Those outside quotations who are one person by name, or "he" or "she"."""
    return [
        index
        for index in range(first, last)
        if stage.places[index].quote < 0 and (_is_named_person(stage.mentions[index]) or _is_third(stage, index))
    ]


def _is_named_person(mention: Mention) -> bool:
    return mention.form == "name" and mention.kind == "person" and bool(mention.name)


def _is_subject(stage: Stage, index: int) -> bool:
    if index not in stage.heads:
        return False
    number, word = stage.heads[index]
    return stage.encoded.sentences[number].relations[word] in SUBJECTS


def _is_third(stage: Stage, index: int) -> bool:
    return stage.mentions[index].form == "pronoun" and TYPES.get(stage.places[index].head_word) in {"he", "she"}
