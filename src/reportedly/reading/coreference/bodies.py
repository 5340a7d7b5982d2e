"""Which body a description takes up: "the bank", "the U.N. agency", "the website" after who acted last."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reportedly.data import load_table, word_set
from reportedly.reading.coreference.context import Place
from reportedly.reading.coreference.fitting import NATIONS
from reportedly.reading.coreference.nominals import FIRMS, HYPERNYMS, PAPERS, PRESS, PRESS_WORDS, PUBLIC, RESTRICTING
from reportedly.reading.coreference.pronouns import SPEECH
from reportedly.reading.coreference.subjects import BODIES, MAIN, SUBJECTS, Stage, Subject
from reportedly.reading.reading import Mention

MAKERS = FIRMS | word_set(HYPERNYMS, "renamed")
AGENCIES = word_set(HYPERNYMS, "agencies")
ASSOCIATIONS = word_set(HYPERNYMS, "associations")
SITES = word_set(HYPERNYMS, "sites")
DESCRIBING = MAKERS | AGENCIES | ASSOCIATIONS | SITES
PARENTS = frozenset(load_table(HYPERNYMS)["parents"])
"""Bodies whose agencies are called by them: "the | United Nations | agency"."""
FAR, NEAR = 4, 2
"""How many sentences back a description without and with words of its own looks."""
MOST_WORDS = 4
KEPT = 8
"""How many of those who acted last are remembered."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A body by name that acted or spoke; ``leads`` = as the subject or the voice, not as the owner of something, and
    ``speaks`` = as the voice.
    """

    mention: int
    leads: bool
    speaks: bool


def described_bodies(stage: Stage, told: Collection[int]) -> dict[int, Subject]:
    """For each description of a body that is a subject or a voice the named body that it takes up.

    That is the last of a fitting kind that was a subject or spoke ("Norden Bank cut its staff … | The lender | said"),
    else the last that owned something ("Norden Bank's plans failed. | The bank | said …").
    """
    actors: list[Actor] = []
    found: dict[int, Subject] = {}
    for index, mention in enumerate(stage.mentions):
        if stage.places[index].quote >= 0 or mention.kind not in BODIES | {"other"}:
            continue
        if mention.form == "name":
            if index not in told and (actor := _actor(stage, index)) is not None:
                actors = [*actors[1 - KEPT :], actor]
        elif _is_description(stage, index):
            fitting = list(_fitting(stage, index, actors))
            meant = next((each for each in fitting if each.leads), fitting[0] if fitting else None)
            if meant is not None:
                found[index] = Subject(meant.mention, False)
    return found


def _actor(stage: Stage, index: int) -> Actor | None:
    if index not in stage.heads or stage.mentions[index].kind not in BODIES:
        return None
    number, word = stage.heads[index]
    seen = stage.encoded.sentences[number]
    if seen.relations[word] in SUBJECTS:
        verb = seen.heads[word] - 1
        speaks = stage.sentences[number].tokens[verb].lemma in SPEECH
        return Actor(index, seen.relations[verb] in MAIN, speaks)
    if _is_cited(stage, index):
        return Actor(index, True, True)
    return Actor(index, False, False) if seen.relations[word] == "nmod:poss" else None


def _is_cited(stage: Stage, index: int) -> bool:
    """As in "according to | the website |"."""
    place = stage.places[index]
    before = stage.sentences[place.sentence].tokens[max(0, place.first - 3) : place.first]
    words = [token.lower for token in before if token.lower != "the"]
    return words[-2:] == ["according", "to"]


def _is_description(stage: Stage, index: int) -> bool:
    """Whether a singular description with "the" is a subject or cited, and nothing behind it tells which is meant."""
    mention, place = stage.mentions[index], stage.places[index]
    if mention.form != "nominal" or place.head_word not in DESCRIBING or place.article != "the" or mention.plural:
        return False
    if len(place.words) > MOST_WORDS or index not in stage.heads:
        return False
    number, word = stage.heads[index]
    after = stage.sentences[number].tokens[place.last :][:1]
    if after and (after[0].lower in RESTRICTING or after[0].text == "'s"):
        return False
    return stage.encoded.sentences[number].relations[word] in SUBJECTS or _is_cited(stage, index)


def _fitting(stage: Stage, index: int, actors: list[Actor]) -> Iterator[Actor]:
    """The actors that a description fits, the latest first."""
    place = stage.places[index]
    own = place.words - {place.head, place.head_word}
    if not _may_rename(stage, index, own):
        return
    reach = NEAR if own else FAR
    for actor in reversed(actors):
        name = stage.mentions[actor.mention]
        if place.sentence - name.sentence > reach:
            return
        before = name.end <= stage.mentions[index].start and _is_such(name, place.head_word)
        if before and _may_be(actor, place, name.sentence):
            yield actor


def _may_be(actor: Actor, place: Place, sentence: int) -> bool:
    """Whether who acted in a sentence may be whom a description names.

    A firm may be both: "Norden lost money, the lender said", but "the website" is who spoke in a sentence before:
    "Norden lost money, | the website | said".
    """
    if place.head_word in MAKERS:
        return True
    return place.sentence != sentence and (actor.speaks or place.head_word not in SITES)


def _may_rename(stage: Stage, index: int, own: frozenset[str]) -> bool:
    """Whether the words of a description leave open whom it means.

    "The German carmaker" may be any carmaker named before; "the German space agency" and "the Lund news agency" are
    called so.
    """
    mention = stage.mentions[index]
    inside = [
        other
        for other in stage.mentions[max(0, index - 3) : index + 4]
        if other.form == "name" and mention.start <= other.start < mention.head.start
    ]
    if any(other.kind in BODIES and (other.name or "").lower() not in PARENTS for other in inside):
        return False
    return stage.places[index].head_word in MAKERS or not own & NATIONS


def _is_such(name: Mention, head: str) -> bool:
    words = (name.name or "").lower().split()
    if head in SITES:
        return PUBLIC.isdisjoint(words)
    press = not PRESS.isdisjoint({" ".join(words)}) or not PRESS_WORDS.isdisjoint(words)
    if press and head not in PAPERS:
        return False
    return PUBLIC.isdisjoint(words) if head in MAKERS else True
