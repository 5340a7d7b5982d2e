"""Chains of the reading model, joined mention by mention where the rules see nothing against it.

The model groups head words; here each finds its mention and joins the nearest earlier one of its group that it can
mean: kind, number and gender must fit, names of two stay two, and a part is not the whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from reportedly.reading.coreference.context import Place
from reportedly.reading.coreference.fitting import INDEFINITE, Traits, can_be_one, is_first_person
from reportedly.reading.coreference.pronouns import TYPES
from reportedly.reading.coreference.subjects import Subject
from reportedly.reading.encoded import Encoded
from reportedly.reading.reading import Mention, Sentence

Tops = dict[tuple[int, int], int]
"""By (sentence, word) the mention that this word heads, or belongs to in a name; a name's head stands before those."""


def seen_groups(tops: Tops, encoded: Encoded) -> list[list[int]]:
    """The model's chains as indexes of mentions, each in order of the text; only those of two mentions or more."""
    several = (chain for chain in encoded.chains if len(chain) > 1)
    groups = (sorted({tops[place] for place in chain if place in tops}) for chain in several)
    return [group for group in groups if len(group) > 1]


def equated(tops: Tops, encoded: Encoded) -> frozenset[tuple[int, int]]:
    """Pairs of mentions that the parse sets equal, the earlier first: "Anna Berg is a doctor"."""
    found: set[tuple[int, int]] = set()
    for number, seen in enumerate(encoded.sentences):
        relations = seen.relations
        copulas = {seen.heads[word] for word, relation in enumerate(relations) if relation == "cop"}
        for word, relation in enumerate(relations):
            head = seen.heads[word]
            if relation == "conj" and head in copulas:
                # "Anna Berg is a doctor and | a mother |".
                subject = next(
                    (at for at, top in enumerate(seen.heads) if top == head and relations[at] == "nsubj"), None
                )
                one, two = tops.get((number, subject)) if subject is not None else None, tops.get((number, word))
                if one is not None and two is not None and one != two:
                    found.add((min(one, two), max(one, two)))
                continue
            if relation in {"appos", "flat"} or (copulas and head in copulas and relation in {"nsubj", "nsubj:outer"}):
                one, two = tops.get((number, word)), tops.get((number, head - 1))
                if one is not None and two is not None and one != two:
                    found.add((min(one, two), max(one, two)))
    return frozenset(found)


BEING = frozenset({"as"})
NESTING = frozenset({"nmod", "acl", "acl:relcl", "obj", "obl"})
"""Relations on the way from a description down to what only describes it."""


def names_within(tops: Tops, mentions: Sequence[Mention], encoded: Encoded) -> dict[int, frozenset[int]]:
    """For each description the names inside its phrase: "the coalition that fights | Isis |" is not Isis."""
    found: dict[int, set[int]] = {}
    for (number, word), index in tops.items():
        if mentions[index].form != "name":
            continue
        seen = encoded.sentences[number]
        while seen.relations[word] in NESTING and (word := seen.heads[word] - 1) >= 0:
            outer = tops.get((number, word))
            if outer is not None and outer != index and mentions[outer].form == "nominal":
                found.setdefault(outer, set()).add(index)
    return {outer: frozenset(inner) for outer, inner in found.items()}


def mentions_by_top(sentences: Sequence[Sentence], mentions: Sequence[Mention], encoded: Encoded) -> Tops:
    """The mention that each (sentence, word) heads: the one whose top in the parse it is, names before others."""
    found: dict[tuple[int, int], int] = {}
    starts = [[token.start for token in sentence.tokens] for sentence in sentences]
    for index, mention in enumerate(mentions):
        row = starts[mention.sentence]
        if mention.form == "name":
            first, last = bisect_right(row, mention.start) - 1, bisect_right(row, mention.end - 1)
            heads = encoded.sentences[mention.sentence].heads
            word = next((at for at in range(first, last) if not first <= heads[at] - 1 < last), first)
            found[mention.sentence, word] = index
            for at in range(first, last):
                found.setdefault((mention.sentence, at), index)
        else:
            found[mention.sentence, bisect_right(row, mention.head.start) - 1] = index
    return found


def join_seen(groups: Sequence[Sequence[int]], traits: Traits, subjects: Mapping[int, Subject]) -> frozenset[int]:
    """Joins each mention of a group with the nearest earlier one that it can mean, or with its near subject.

    Gives those that are settled: what was joined, and every "it", which more often than not takes up no mention where
    the model sees none.
    """
    joined = {index for index, place in enumerate(traits.places) if _is_it(traits.mentions[index], place)}
    for group in groups:
        left = set[int]()
        for at in range(1, len(group)):
            pronoun = traits.mentions[group[at]].form == "pronoun"
            earlier = group[:at] if pronoun else [other for other in group[:at] if other not in left]
            antecedent = _antecedent(earlier, group[at], traits, subjects)
            if antecedent is not None and not _points_ahead(antecedent, group[at], traits):
                traits.join(antecedent, group[at])
                joined.add(group[at])
                if antecedent not in group and _leaves(antecedent, group[at], traits):
                    left.add(group[at])
    for index, subject in subjects.items():
        new = traits.mentions[index].form == "nominal" and index not in joined
        new |= _is_it(traits.mentions[index], traits.places[index])
        if new and can_be_one(subject.mention, index, traits):
            traits.join(subject.mention, index)
            joined.add(index)
    return frozenset(joined)


def _antecedent(earlier: Sequence[int], index: int, traits: Traits, subjects: Mapping[int, Subject]) -> int | None:
    """What the model joins, but for "he" and "she" in a paragraph that has told of somebody else since."""
    third = traits.mentions[index].form == "pronoun" and not is_first_person(index, traits)
    found = next(
        (
            other
            for other in _likely_first(earlier, index, traits)
            if not (third and is_first_person(other, traits)) and can_be_one(other, index, traits)
        ),
        None,
    )
    subject = subjects.get(index)
    if subject is None or not can_be_one(subject.mention, index, traits):
        return found
    return subject.mention if found is None or found < subject.mention or subject.speaks else found


def _likely_first(earlier: Sequence[int], index: int, traits: Traits) -> list[int]:
    """The nearest first; for a description those of its own head before others: "the coalition against Isis … the
    | coalition |".
    """
    near = list(reversed(earlier))
    mention, place = traits.mentions[index], traits.places[index]
    if mention.form == "pronoun" and place.quote < 0:
        # Whoever is told of inside a quotation is seldom taken up outside it.
        return sorted(near, key=lambda other: traits.places[other].quote >= 0)
    if mention.form != "nominal" or (place.before in BEING and mention.kind == "person"):
        # "Berg, a doctor, had served as | governor |" takes up Berg, not a governor of before.
        return near
    head = place.head
    return sorted(near, key=lambda other: traits.places[other].head != head)


def _leaves(antecedent: int, index: int, traits: Traits) -> bool:
    """Whether a pronoun that takes up another than the model's group has left it.

    "The probe is old. The agency said | it | lost touch." does not make a probe of the agency, nor "A neighbour said
    that | he | was out" a neighbour of Lund; "The senator said that | he | was ill" may name the senator.
    """
    new = traits.mentions[antecedent].form == "nominal" and traits.places[antecedent].article in INDEFINITE
    return new or _is_it(traits.mentions[index], traits.places[index])


def _points_ahead(antecedent: int, index: int, traits: Traits) -> bool:
    """Whether a description would say what an "it" meant that stood before it: "it would pay for | the damage"."""
    first = traits.mentions[antecedent]
    return traits.mentions[index].form == "nominal" and _is_it(first, traits.places[antecedent])


def _is_it(mention: Mention, place: Place) -> bool:
    return mention.form == "pronoun" and TYPES.get(place.head_word) == "it"


def join_spoken(mentions: Sequence[Mention], places: Sequence[Place], traits: Traits) -> None:
    """Joins "I" and "we" in a quotation with who speaks it."""
    for index, mention in enumerate(mentions):
        first = mention.form == "pronoun" and TYPES.get(places[index].head_word) in {"i", "we"}
        speaker = traits.speakers.get(places[index].quote) if first else None
        if speaker is not None and speaker != index:
            traits.join(speaker, index)
