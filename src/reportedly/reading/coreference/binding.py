"""What the clause of a pronoun tells by itself: the subject that it takes up, and who beside it is somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.reading.coreference.pronouns import TYPES
from reportedly.reading.coreference.subjects import SUBJECTS, Stage, Subject
from reportedly.reading.encoded import EncodedSentence

Word = tuple[int, int]
THIRD = frozenset({"he", "she", "it", "they"})
OBJECTS = frozenset({"obj", "iobj", "obl", "obl:agent"})
UP = frozenset({"nmod", "obl", "obj"})
"""Relations on the way from what somebody owns up to the verb: "left | for talks on | its debt"."""
APART = frozenset({"conj", "parataxis"})
"""Relations of clauses beside one another, each with a subject of its own: "He left and Berg stayed"."""
ROLES = frozenset({"as", "like"})
"""As in "He served as the minister", which tells who he is."""


def bound_subjects(stage: Stage) -> dict[int, Subject]:
    """For pronouns the subject of their own sentence that they take up.

    As in "While officials look into it, | they | believe …" and "Norden has struggled since | its | announcement".
    """
    by_word = {place: index for index, place in stage.heads.items()}
    found: dict[int, Subject] = {}
    for index, (number, word) in stage.heads.items():
        kind, seen = _third(stage, index), stage.encoded.sentences[number]
        if kind is None or stage.places[index].quote >= 0:
            continue
        subject = _of_clauses(seen, word, kind) if seen.relations[word] in SUBJECTS else None
        if kind == "it" and seen.relations[word] == "nmod:poss":
            subject = _of_owner(seen, word)
        elif kind in {"he", "she"} and seen.relations[word] == "nmod:poss":
            subject = _named_ahead(stage, number, word, by_word)
        other = by_word.get((number, subject)) if subject is not None else None
        if other is not None and stage.mentions[other].form != "pronoun":
            found[index] = Subject(other, False)
    return found


def _third(stage: Stage, index: int) -> str | None:
    """The type of a pronoun of the third person."""
    kind = TYPES.get(stage.places[index].head_word) if stage.mentions[index].form == "pronoun" else None
    return kind if kind in THIRD else None


def _of_clauses(seen: EncodedSentence, word: int, kind: str) -> int | None:
    """The subject of the clause before the pronoun's own, or of the one that its own hangs from."""
    opening = _of_opening(seen, word)
    return _of_main(seen, word) if opening is None and kind != "it" else opening


def _of_main(seen: EncodedSentence, word: int) -> int | None:
    """As in "Berg's voice broke when | she | spoke": whose it is goes before what it is."""
    verb = seen.heads[word] - 1
    if seen.relations[verb] != "advcl":
        return None
    subject = _subject_of(seen, seen.heads[verb] - 1, word)
    owners = [at for at in _below(seen, subject) if seen.relations[at] == "nmod:poss"] if subject is not None else []
    return owners[0] if owners else subject


def _of_opening(seen: EncodedSentence, word: int) -> int | None:
    """The subject of a clause before the pronoun's own, under its verb."""
    verb = seen.heads[word] - 1
    opening = [at for at in _below(seen, verb) if at < word and seen.relations[at] == "advcl"]
    return _subject_of(seen, opening[-1], word) if opening else None


def _of_owner(seen: EncodedSentence, word: int) -> int | None:
    """The subject of the verb to which what the pronoun owns belongs."""
    at = seen.heads[word] - 1
    while seen.relations[at] in UP:
        at = seen.heads[at] - 1
    return _subject_of(seen, at, word)


def _named_ahead(stage: Stage, number: int, word: int, by_word: Mapping[Word, int]) -> int | None:
    """The subject by name behind the phrase that opens a sentence: "In | his | new book, Anna Berg told …"."""
    seen = stage.encoded.sentences[number]
    at, fronted = seen.heads[word] - 1, False
    while seen.relations[at] in {"nmod", "obl"}:
        at, fronted = seen.heads[at] - 1, fronted or seen.relations[at] == "obl"
    subject = next((each for each in _below(seen, at) if seen.relations[each] in SUBJECTS), None)
    if not fronted or subject is None or subject < word:
        return None
    met = [index for (sentence, each), index in by_word.items() if sentence == number and each < subject]
    alone = all(stage.mentions[index].form != "name" or stage.mentions[index].kind != "person" for index in met)
    named = by_word.get((number, subject))
    is_name = named is not None and stage.mentions[named].form == "name" and stage.mentions[named].kind == "person"
    return subject if alone and is_name else None


def _subject_of(seen: EncodedSentence, verb: int, before: int) -> int | None:
    return next((at for at in _below(seen, verb) if at < before and seen.relations[at] in SUBJECTS), None)


def _below(seen: EncodedSentence, word: int) -> list[int]:
    """The words that hang from a word, in order."""
    return [at for at, head in enumerate(seen.heads) if head == word + 1]


def others_in_clause(stage: Stage) -> dict[int, frozenset[int]]:
    """For each pronoun or description that is a subject the mentions of its clause that are somebody else.

    Those are what its verb acts on ("Along with the union, | it | plans …"), and names further down ("when | he | spoke
    of his time with Berg").
    """
    by_word = {place: index for index, place in stage.heads.items() if stage.mentions[index].form != "pronoun"}
    found: dict[int, frozenset[int]] = {}
    for index, (number, word) in stage.heads.items():
        seen = stage.encoded.sentences[number]
        if seen.relations[word] not in SUBJECTS or not (_is_somebody(stage, index) or _third(stage, index)):
            continue
        words = stage.sentences[number].tokens
        verb = seen.heads[word] - 1
        near = [at for at in _below(seen, verb) if seen.relations[at] in OBJECTS]
        apart = {
            by_word[number, at]
            for at in near
            if (number, at) in by_word and not any(words[case].lower in ROLES for case in _below(seen, at))
        }
        apart |= {by_word[number, at] for at in _names_under(seen, verb, word, stage, number, by_word)}
        if seen.relations[verb] == "acl:relcl" and any(seen.relations[at] == "obj" for at in _below(seen, verb)):
            # "Berg, whom | he | urged to stay".
            apart |= {by_word[number, at] for at in (seen.heads[verb] - 1,) if (number, at) in by_word}
        # "A baker by trade, | he | left": it says what he is, and of whom was told before.
        beside = (at for at in _below(seen, verb) if at < word and seen.relations[at] in SUBJECTS)
        apart |= {other for at in beside if (other := by_word.get((number, at))) is not None and _is_new(stage, other)}
        if apart:
            found[index] = frozenset(apart)
    return found


def _is_somebody(stage: Stage, index: int) -> bool:
    return stage.mentions[index].form == "nominal" and stage.mentions[index].kind == "person"


def _is_new(stage: Stage, index: int) -> bool:
    return stage.mentions[index].form == "nominal" and stage.places[index].article in {"a", "an"}


def _names_under(
    seen: EncodedSentence, verb: int, after: int, stage: Stage, number: int, by_word: Mapping[Word, int]
) -> list[int]:
    """Words of names behind the pronoun in the clauses under its verb."""
    names = (at for at in range(after + 1, len(seen.heads)) if (number, at) in by_word)
    named = (at for at in names if stage.mentions[by_word[number, at]].form == "name")
    return [at for at in named if _is_under(seen, at, verb) and not _is_under(seen, at, after)]


def _is_under(seen: EncodedSentence, word: int, verb: int) -> bool:
    while word != verb:
        if word < 0 or seen.relations[word] in APART:
            return False
        word = seen.heads[word] - 1
    return True


def both(one: Mapping[int, frozenset[int]], two: Mapping[int, frozenset[int]]) -> dict[int, frozenset[int]]:
    """Two tables of sets as one."""
    return {index: one.get(index, frozenset()) | two.get(index, frozenset()) for index in {**one, **two}}


def titles_before(stage: Stage, equated: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of a description and the name that it stands right before: "screen legend Anna Berg"."""
    return [
        (first, second)
        for first, second in equated
        if stage.mentions[first].form == "nominal"
        and stage.mentions[second].form == "name"
        and stage.mentions[first].kind == stage.mentions[second].kind == "person"
        and not stage.mentions[first].plural
        and stage.places[first].sentence == stage.places[second].sentence
        and stage.places[first].last == stage.places[second].first
    ]
