"""The tables of words that attribute, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.reading import Mode

TABLE, WORDS, MODES = "attribution.toml", "attribution_words.toml", "attribution_modes.toml"
FRAMES = ("say", "tell", "ask", "judge", "attitude", "show", "seem")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that attribute. ``verbs`` gives a lemma its frame; all other sets hold lemmas or lower-case words."""

    verbs: dict[str, str]
    require: dict[str, frozenset[str]]
    join: dict[str, frozenset[str]]
    forms: dict[str, str]
    participles: frozenset[str]
    acts: frozenset[str]
    stances: frozenset[str]
    clausal: frozenset[str]
    whole: frozenset[str]
    bare: frozenset[str]
    objects: dict[str, frozenset[str]]
    nounlike: frozenset[str]
    statements: frozenset[str]
    light: frozenset[str]
    about: frozenset[str]
    feelings: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    people: frozenset[str]
    organisations: frozenset[str]
    channels: frozenset[str]
    platforms: frozenset[str]
    gatherings: frozenset[str]
    public: frozenset[str]
    agencies: frozenset[str]
    outlets: frozenset[str]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Closed classes and common verbs."""

    tags: dict[str, str]
    finite: frozenset[str]
    irregular: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class ModeWords:
    """Words that set the mode of a claim: by cue lemma, by word of the content, by participle of a passive."""

    cues: dict[str, Mode]
    content: dict[str, Mode]
    phrases: dict[str, Mode]
    writer: frozenset[str]
    passives: dict[str, Mode]


CLASSES = {
    "times": "W", "adverbs": "R", "prepositions": "I", "determiners": "D", "subordinators": "S", "relatives": "H",
    "pronouns": "P",
    "coordinators": "C", "modals": "M", "be": "X", "have": "X", "do": "X",
}  # fmt: skip
"""Word class by list of ``attribution_words.toml``; where a word is in two lists the later one wins."""


@cache
def lexicon() -> Lexicon:
    """The words that attribute.

    Raises:
        TableError: a verb stands in two frames, or a list is missing.
    """
    table = load_table(TABLE)
    try:
        return Lexicon(
            verbs=frames_of(table["verbs"]),
            require={verb: frozenset(particles) for verb, particles in table["grammar"]["require"].items()},
            join={verb: frozenset(particles) for verb, particles in table["grammar"]["join"].items()},
            forms=dict(table["grammar"]["forms"]),
            participles=frozenset(table["grammar"]["participles"]),
            acts=frozenset(table["verbs"]["acts"]),
            stances=frozenset(table["verbs"]["stances"]),
            clausal=frozenset(table["grammar"]["clausal"]),
            whole=frozenset(table["grammar"]["whole"]),
            bare=frozenset(table["grammar"]["bare"]),
            objects={verb: frozenset(nouns) for verb, nouns in table["grammar"]["objects"].items()},
            nounlike=frozenset(table["grammar"]["nounlike"]),
            statements=frozenset(table["nouns"]["statements"]),
            light=frozenset(table["nouns"]["light"]),
            about=frozenset(table["nouns"]["about"]),
            feelings=frozenset(table["nouns"]["feelings"]),
            documents=frozenset(table["nouns"]["documents"]),
            media=frozenset(table["nouns"]["media"]),
            people=frozenset(table["nouns"]["people"]),
            organisations=frozenset(table["nouns"]["organisations"]),
            channels=frozenset(table["channels"]["words"]),
            platforms=frozenset(table["channels"]["platforms"]),
            gatherings=frozenset(table["channels"]["gatherings"]),
            public=frozenset(table["channels"]["public"]),
            agencies=frozenset(table["agencies"]["names"]),
            outlets=frozenset(table["agencies"]["outlets"]),
            marks=frozenset(table["agencies"]["marks"]),
        )
    except KeyError as error:
        raise TableError(TABLE, f"the list {error} is missing") from None


def frames_of(lists: dict[str, list[str]]) -> dict[str, str]:
    """The frame of every cue verb; TableError where one stands in two."""
    frames: dict[str, str] = {}
    for frame in FRAMES:
        for verb in lists[frame]:
            if verb in frames and {frame, frames[verb]} != {"show", "tell"}:
                raise TableError(TABLE, f"the verb {verb} stands in {frames[verb]} and in {frame}")
            frames.setdefault(verb, frame)
    return frames


@cache
def words() -> Words:
    """The closed classes, as one letter per word (see ``phrases.py``)."""
    table = load_table(WORDS)
    try:
        tags = {word: tag for name, tag in CLASSES.items() for word in table[name]}
        return Words(tags, frozenset(table["finite"]), frozenset(table["irregular"]), frozenset(table["verbs"]))
    except KeyError as error:
        raise TableError(WORDS, f"the list {error} is missing") from None


@cache
def mode_words() -> ModeWords:
    """The words that set modes."""
    table = load_table(MODES)
    try:
        return ModeWords(
            cues={word: mode for mode, listed in table["cues"].items() for word in listed},
            content={word: mode for mode, listed in table["content"].items() for word in listed},
            phrases={phrase: mode for mode, listed in table["phrases"].items() for phrase in listed},
            writer=frozenset(table["writer"]["adverbs"]),
            passives=dict(table["writer"]["passives"]),
        )
    except KeyError as error:
        raise TableError(MODES, f"the list {error} is missing") from None
