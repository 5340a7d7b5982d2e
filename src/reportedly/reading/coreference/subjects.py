"""Who was spoken of last: the person that "he", "she" and a new description of somebody take up in a news report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.data import word_set
from reportedly.reading.coreference.context import Place
from reportedly.reading.coreference.pronouns import HEADS, SPEECH, TYPES
from reportedly.reading.encoded import Encoded
from reportedly.reading.reading import Mention, Sentence

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
BODIES = frozenset({"organisation", "group"})
NEAR = 2
"""How many sentences back a body may have spoken that "it said" takes up."""
MAIN = frozenset({"root", "parataxis", "conj"})
"""Relations of the verbs of main clauses; "that Lund was ill" is none."""
TELLING = 3
"""Words from which on a description renames somebody ("the Norwegian presidential candidate"); "the spokesman", after
somebody's name, is as often another.
"""
WINDOW = 400
"""How many mentions back a description may have stood before; it bounds the time that odd texts take."""
COUNTRIES = frozenset(name.lower() for name in word_set("names.toml", "countries"))
DOCUMENTS = word_set(HEADS, "document")
NAMELESS = word_set(HEADS, "nameless")
"""Heads of descriptions of whom a report seldom names, so that they rename nobody: "the witness", "the man"."""
QUOTES = frozenset({'"', "“", "``", "''", "‘"})


@dataclass(frozen=True, slots=True)
class Stage:
    """A report as this file reads it; ``heads`` has the (sentence, word) that heads each mention."""

    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    places: Sequence[Place]
    heads: Mapping[int, tuple[int, int]]
    encoded: Encoded


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject that a mention may take up; ``speaks`` = both are subjects of verbs of speech, so that it goes before
    what was told of ("Anna Berg said that Tor Lund was ill. She said …").
    """

    mention: int
    speaks: bool


def near_subjects(stage: Stage) -> dict[int, Subject]:
    """For each "he", "she" and new description of somebody the person who was the subject last in its paragraph.

    As in "Anna Berg called it a win. She was glad.", whoever spoke in the paragraph before. A paragraph that opens with
    a quotation goes on with the subject before it ("Anna Berg called it a win.¶“We are glad,” she said.").
    """
    found: dict[int, Subject] = {}
    latest: int | None = None
    body: int | None = None
    actor: int | None = None
    crowd: int | None = None
    here = False
    paragraph = -1
    for index, mention in enumerate(stage.mentions):
        sentence = stage.sentences[mention.sentence]
        if sentence.paragraph != paragraph:
            here = here and _opens_with_quote(sentence) and sentence.paragraph == paragraph + 1
            paragraph = sentence.paragraph
        if stage.places[index].quote >= 0:
            continue
        if latest is not None and (
            (_is_third(stage, index) and (here or _speaks_on(stage, index, latest))) or _renames(stage, index, latest)
        ):
            found[index] = Subject(latest, _speaks(stage, index) and _speaks(stage, latest))
        elif body is not None and not _is_nearer(stage, index, actor, body) and _is_its(stage, index, body):
            found[index] = Subject(body, True)
        elif actor is not None and (_is_its(stage, index, actor) or _is_on(stage, index, actor)):
            found[index] = Subject(actor, True)
        elif crowd is not None and _is_theirs(stage, index, crowd):
            found[index] = Subject(crowd, True)
        elif _is_voice(stage, index) and is_topic(stage, index):
            spoke = mention.kind in BODIES | {"place"} and _speaks(stage, index)
            body, actor = (index if spoke else body), index
        elif mention.form != "pronoun" and _is_subject(stage, index):
            latest, here = index, True
        inside = crowd is not None and mention.end <= stage.mentions[crowd].end
        if not inside and _is_many(mention) and is_topic(stage, index):
            crowd = index
    return found


def _is_its(stage: Stage, index: int, body: int) -> bool:
    """As in "The firm says it will pay.", "The firm said so on Monday.¶The ship is safe, it said."."""
    mention, place, there = stage.mentions[index], stage.places[index], stage.places[body]
    if mention.form != "pronoun" or TYPES.get(place.head_word) != "it" or index not in stage.heads:
        return False
    within = there.sentence == place.sentence and _is_told_by(stage, index, body)
    return within or (_speaks(stage, index) and place.sentence - there.sentence <= NEAR)


def _is_nearer(stage: Stage, index: int, actor: int | None, body: int) -> bool:
    """Whether a body has acted in a paragraph since another spoke before it: then "it said" is the former."""
    if actor is None or actor == body:
        return False
    here, there, before = (stage.sentences[stage.mentions[each].sentence].paragraph for each in (index, actor, body))
    return here == there > before


def _is_on(stage: Stage, index: int, actor: int) -> bool:
    """As in "An ad mocks the mayor. It names him twice.": a document that is the subject goes on as one."""
    place, there = stage.places[index], stage.places[actor]
    document = stage.mentions[actor].form == "nominal" and there.head in DOCUMENTS
    it = stage.mentions[index].form == "pronoun" and TYPES.get(place.head_word) == "it"
    return document and it and place.sentence - there.sentence == 1 and is_topic(stage, index)


def _is_theirs(stage: Stage, index: int, crowd: int) -> bool:
    """As in "A family said that relatives had died. They named them.": whoever spoke right before."""
    place, there = stage.places[index], stage.places[crowd]
    they = stage.mentions[index].form == "pronoun" and TYPES.get(place.head_word) == "they"
    near = they and _speaks(stage, index) and place.sentence - there.sentence == 1
    return near and (_speaks(stage, crowd) or (stage.mentions[crowd].plural and place.first == 0))


def _is_many(mention: Mention) -> bool:
    """Whether "they" may mean a mention: several people, or a body."""
    several = mention.plural and (mention.kind == "person" or (mention.kind == "place" and mention.form == "nominal"))
    return mention.form != "pronoun" and (mention.kind in BODIES or several)


def _is_told_by(stage: Stage, index: int, body: int) -> bool:
    """Whether the pronoun is the subject of what the body says."""
    (number, word), (_, speaker) = stage.heads[index], stage.heads[body]
    seen = stage.encoded.sentences[number]
    verb = seen.heads[word] - 1
    told = seen.relations[word] in SUBJECTS and seen.relations[verb] == "ccomp"
    return told and seen.heads[verb] == seen.heads[speaker]


def _is_voice(stage: Stage, index: int) -> bool:
    """Whether "it said" may mean a mention: a body, a country, or a document."""
    mention = stage.mentions[index]
    document = mention.form == "nominal" and not mention.plural and stage.places[index].head in DOCUMENTS
    country = mention.form == "name" and mention.kind == "place" and (mention.name or "").lower() in COUNTRIES
    return document or country or (mention.form != "pronoun" and mention.kind in BODIES)


def _opens_with_quote(sentence: Sentence) -> bool:
    return sentence.tokens[0].text in QUOTES


def _is_third(stage: Stage, index: int) -> bool:
    return stage.mentions[index].form == "pronoun" and TYPES.get(stage.places[index].head_word) in {"he", "she"}


def _speaks_on(stage: Stage, index: int, latest: int) -> bool:
    """As in "Anna Berg said that all was well.¶She added …": whoever was the subject right before."""
    goes_on = _speaks(stage, index) or (_speaks(stage, latest) and is_topic(stage, index))
    return goes_on and stage.places[index].sentence - stage.places[latest].sentence == 1


def _is_subject(stage: Stage, index: int) -> bool:
    """Whether somebody is the subject of a main clause."""
    mention = stage.mentions[index]
    return mention.kind == "person" and not mention.plural and is_topic(stage, index)


def is_topic(stage: Stage, index: int, clauses: frozenset[str] = MAIN) -> bool:
    """Whether a mention is the subject of a main clause, or of one of other ``clauses``."""
    if index not in stage.heads:
        return False
    number, word = stage.heads[index]
    seen = stage.encoded.sentences[number]
    word = _named_by(stage, index, word)
    return seen.relations[word] in SUBJECTS and seen.relations[seen.heads[word] - 1] in clauses


def _named_by(stage: Stage, index: int, word: int) -> int:
    """The word that a name stands beside: "The spokeswoman, | Anna Berg |, said …" is one subject."""
    seen = stage.encoded.sentences[stage.heads[index][0]]
    beside = stage.mentions[index].form == "name" and seen.relations[word] == "appos"
    return seen.heads[word] - 1 if beside else word


def _speaks(stage: Stage, index: int) -> bool:
    """Whether the mention is the subject of a verb of speech."""
    if index not in stage.heads:
        return False
    number, word = stage.heads[index]
    seen = stage.encoded.sentences[number]
    word = _named_by(stage, index, word)
    governor = stage.sentences[number].tokens[seen.heads[word] - 1]
    return seen.relations[word] in SUBJECTS and governor.lemma in SPEECH


def _renames(stage: Stage, index: int, latest: int) -> bool:
    """As in "Anna Berg left. The Norwegian presidential candidate was ill.": a telling subject after a named one."""
    mention, place = stage.mentions[index], stage.places[index]
    return (
        mention.form == "nominal"
        and stage.mentions[latest].form == "name"
        and place.article == "the"
        and (place.last - place.first >= TELLING or _is_new_trade(stage, index))
        and place.sentence - stage.places[latest].sentence == 1
        and not mention.plural
        and mention.kind == "person"
        and is_topic(stage, index, MAIN | {"advcl"})
    )


def _is_new_trade(stage: Stage, index: int) -> bool:
    """As in "Tor Lund said C. The carpet fitter added C.": what somebody does, which nobody was said to do before."""
    head = stage.places[index].head
    if head in NAMELESS or not _speaks(stage, index):
        return False
    return all(place.head != head for place in stage.places[max(0, index - WINDOW) : index])
