"""Pronouns: number, gender and kind must fit; the nearest subject wins; "I" and "we" are the speaker of a quotation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from reportedly.data import word_set
from reportedly.reading.coreference.clusters import Clusters
from reportedly.reading.coreference.context import Place
from reportedly.reading.reading import Mention, Sentence, Token

HEADS = "mentions/heads.toml"
TITLES = "mentions/titles.toml"
PRONOUNS = "mentions/pronouns.toml"
TYPES = {word: name for name in ("he", "she", "they", "it", "we", "i", "who") for word in word_set(PRONOUNS, name)}
MALE = word_set(HEADS, "male") | word_set(TITLES, "male")
FEMALE = word_set(HEADS, "female") | word_set(TITLES, "female")
MALE_GIVEN = word_set("names.toml", "male_given")
FEMALE_GIVEN = word_set("names.toml", "female_given")
COLLECTIVE = word_set(HEADS, "collective")
SPEECH = word_set("mentions/evidence.toml", "speech")
REACH = {"he": 3, "she": 3, "they": 2, "it": 1}
"""How many sentences back a pronoun looks."""
WINDOW = 60
"""How many mentions back a pronoun may look; it bounds the time that odd texts take."""
THINGS = frozenset({"organisation", "group", "vehicle", "place", "facility", "event", "product", "other"})
MANY = frozenset({"person", "group", "organisation", "vehicle", "nationality"})
WITH_RELATIVES = frozenset({"person", "group", "organisation", "nationality"})
OBLIQUE = frozenset({"of", "for", "in", "at", "near", "from", "to", "with", "by"})


@dataclass(frozen=True, slots=True)
class Scene:
    """All that pronouns are judged by; ``types`` has the type of each pronoun mention, None for other mentions.

    ``genders`` ("he" or "she" by cluster) grows while pronouns are joined.
    """

    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    places: Sequence[Place]
    types: Sequence[str | None]
    speakers: Mapping[int, int]
    genders: dict[int, str]
    clusters: Clusters

    def tokens(self, index: int) -> Sequence[Token]:
        """The tokens of the sentence that the mention stands in."""
        return self.sentences[self.places[index].sentence].tokens


def join_pronouns(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    places: Sequence[Place],
    speakers: Mapping[int, int],
    settled: Collection[int],
    clusters: Clusters,
    join: Callable[[int, int], None],
) -> None:
    """Joins pronouns with what they mean, but for those that are ``settled``; one that fits nothing stays alone.

    ``speakers``: mention by quotation.
    """
    types = [
        TYPES.get(sentences[place.sentence].tokens[place.first].lower) if mention.form == "pronoun" else None
        for mention, place in zip(mentions, places, strict=True)
    ]
    scene = Scene(sentences, mentions, places, types, speakers, {}, clusters)
    _tell_genders(scene)
    for index, kind in enumerate(types):
        antecedent = _antecedent(scene, index, kind) if kind and index not in settled else None
        if antecedent is not None:
            join(antecedent, index)
            if kind in {"he", "she"}:
                scene.genders[clusters.root(index)] = kind


def _tell_genders(scene: Scene) -> None:
    """The genders that titles, roles and heads tell ("Mrs. Lund", "spokesman", "woman"), else the given name."""
    for index, mention in enumerate(scene.mentions):
        if mention.kind == "person" and mention.name and (gender := _gender_of_name(mention.name)):
            scene.genders.setdefault(scene.clusters.root(index), gender)
    for index, mention in enumerate(scene.mentions):
        if mention.kind != "person" or mention.form == "pronoun":
            continue
        place = scene.places[index]
        words = {word for role in mention.roles for word in role.title.lower().split()}
        words |= {place.head} if mention.form == "nominal" else set()
        if mention.form == "name" and place.first:
            words.add(scene.tokens(index)[place.first - 1].lower)
        gender = "she" if words & FEMALE else "he" if words & MALE else None
        if gender:
            scene.genders[scene.clusters.root(index)] = gender


def _gender_of_name(name: str) -> str | None:
    """As in "Sharon Lund": by the first of several words; a single one may be a surname ("Thomas said")."""
    words = name.split()
    if len(words) < 2:
        return None
    return "she" if words[0] in FEMALE_GIVEN else "he" if words[0] in MALE_GIVEN else None


def _antecedent(scene: Scene, index: int, kind: str) -> int | None:
    place = scene.places[index]
    if kind in {"i", "we"}:
        return scene.speakers.get(place.quote) if place.quote >= 0 else None
    if kind == "who":
        return _before_relative(scene, index)
    if kind == "it" and _is_last_object(scene.tokens(index), place):
        return None
    best, best_score = None, 0.0
    for other in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        if place.sentence - scene.places[other].sentence > REACH[kind]:
            break
        if _fits(scene, index, other, kind) and (score := _score(scene, index, other)) > best_score:
            best, best_score = other, score
    return best


def _is_last_object(tokens: Sequence[Token], place: Place) -> bool:
    """As in "They denied it.": what is told, rather than a thing."""
    return (
        tokens[place.first].lower == "it"
        and place.first > 0
        and tokens[place.first - 1].lemma in SPEECH
        and (place.last == len(tokens) or not tokens[place.last].text[0].isalnum())
    )


def _before_relative(scene: Scene, index: int) -> int | None:
    """As in "rescuers who", "Ann Lee, who": the mention that ends directly before."""
    place = scene.places[index]
    tokens = scene.tokens(index)
    end = place.first - 1 if place.first and tokens[place.first - 1].text == "," else place.first
    for other in range(index - 1, max(-1, index - 6), -1):
        mention, there = scene.mentions[other], scene.places[other]
        if there.sentence == place.sentence and there.last == end and mention.form != "pronoun":
            return other if mention.kind in WITH_RELATIVES else None
    return None


def _fits(scene: Scene, index: int, other: int, kind: str) -> bool:
    """Whether the earlier mention can be meant: by type of pronoun, kind, number, gender, and not the speaker."""
    root = scene.clusters.root(other)
    if root == scene.clusters.root(index):
        return False
    speaker = scene.speakers.get(scene.places[index].quote)
    if speaker is not None and scene.clusters.root(speaker) == root:
        return False
    if scene.types[other] is not None:
        return scene.types[other] == kind
    mention, head = scene.mentions[other], scene.places[other].head
    if kind in {"he", "she"}:
        return mention.kind == "person" and not mention.plural and scene.genders.get(root) in {None, kind}
    if kind == "they":
        collective = mention.kind in {"group", "organisation"} and mention.form == "nominal" and head in COLLECTIVE
        return collective or (mention.plural and mention.kind in MANY)
    return not mention.plural and mention.kind in THINGS


def _score(scene: Scene, index: int, other: int) -> float:
    """Higher is likelier: near, subject of its sentence, named, outside another phrase, not in another quotation."""
    place, there = scene.places[index], scene.places[other]
    tokens = scene.tokens(other)
    before = tokens[there.first - 1] if there.first else None
    score = 10.0 - 3.0 * (place.sentence - there.sentence)
    score += 3 if _is_subject(scene, other) else 0
    score += 1 if scene.mentions[other].form == "name" else 0
    score -= 2 if there.quote >= 0 and place.quote != there.quote else 0
    score -= 2 if before is not None and before.lower in OBLIQUE else 0
    # "CAIRO (Reuters) -": a credit or an acronym in brackets.
    score -= 8 if before is not None and before.text == "(" else 0
    score -= 6 if place.sentence == there.sentence and place.first - there.last < 1 else 0
    return score


def _is_subject(scene: Scene, index: int) -> bool:
    """Whether no other actor outside quotations stands before it in its sentence."""
    place = scene.places[index]
    for other in range(index - 1, max(-1, index - 1 - WINDOW), -1):
        if scene.places[other].sentence != place.sentence:
            return True
        actor = scene.mentions[other].kind in {"person", "organisation", "group", "vehicle"}
        if actor and scene.places[other].quote < 0:
            return False
    return True
