"""A small notation for sentences with mentions and times, so that these tests depend on no other stage.

``[rebels|group]`` is a mention (a pronoun is known by its word, a name by its capital), ``{Thursday=2021-05-06}`` a
time of a day
and ``{May=2021-05-01..2021-05-31}`` of several. Place names are place mentions as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import cast

import numpy as np
import pytest

from reportedly.reading.encoded import Encoded, EncodedSentence
from reportedly.reading.events import tell_events
from reportedly.reading.events.room import furnish
from reportedly.reading.reading import Claim, EventMention, Form, Kind, Mention, PlaceMention, Source, TimeExpression
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report, Span

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]|\{([^=}]+)=([^}]+)\}")
PRONOUNS = {"he", "she", "it", "they", "them", "him", "her", "we", "who", "their", "its", "his"}
PUBLISHED = date(2021, 5, 7)


@dataclass(frozen=True)
class Told:
    """The events of a marked text, with their participants as text."""

    text: str
    events: tuple[EventMention, ...]
    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]

    def shown(self, event: EventMention) -> str:
        """One event as ``type(actors > recipients)``, with the mode unless it is asserted."""
        mode = "" if event.mode == "asserted" else f" {event.mode}"
        return f"{event.type}({self.names(event.actors)} > {self.names(event.recipients)}){mode}"

    def names(self, indexes: tuple[int, ...]) -> str:
        """The texts of mentions, joined by commas."""
        return ", ".join(self.text[self.mentions[i].start : self.mentions[i].end] for i in indexes)

    def place(self, event: EventMention) -> str | None:
        """The text of the event's place."""
        return None if event.place is None else self.text[self.places[event.place].start : self.places[event.place].end]

    def one(self, type_id: str) -> EventMention:
        """The only event of that type."""
        (event,) = (event for event in self.events if event.type == type_id)
        return event


def tell(marked: str, claims: tuple[Claim, ...] = (), trees: tuple[str, ...] = ()) -> Told:
    """Read a marked text; with trees (see ``encode``) by its parse."""
    text, spans = unmark(marked)
    report = Report("r", "r", text, "", published=PUBLISHED)
    sentences = find_sentences(text)

    def sentence_of(start: int) -> int:
        return next(number for number, sentence in enumerate(sentences) if sentence.start <= start < sentence.end)

    mentions = tuple(
        Mention(start, end, cast("Kind", kind), _form(text[start:end]), _head(text, start, end), sentence_of(start))
        for start, end, kind, value in spans
        if value is None
    )
    times = tuple(_time(start, end, value, sentence_of(start)) for start, end, _, value in spans if value is not None)
    places = tuple(
        PlaceMention(m.start, m.end, m.sentence, None, 1.0, index)
        for index, m in enumerate(mentions)
        if m.kind in {"place", "facility"} and m.form == "name"
    )
    encoded = encode(text, *trees) if trees else None
    room = furnish(report, sentences, mentions, (), places, times, (), claims)
    events = tuple(event for event, _ in tell_events(room, sentences, encoded, None))
    return Told(text, events, mentions, places)


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str, str | None]]]:
    """The plain text, and its marked spans with kind or value."""
    text, spans, position = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        shown = match[1] or match[3]
        spans.append((len(text), len(text) + len(shown), match[2] or "", match[4]))
        text += shown
        position = match.end()
    return text + marked[position:], spans


IMPLIED = {
    "nsubj": "NOUN", "obj": "NOUN", "obl": "NOUN", "nmod": "NOUN", "root": "VERB", "det": "DET", "case": "ADP",
    "aux": "AUX", "mark": "SCONJ", "punct": "PUNCT", "advmod": "ADV", "amod": "ADJ", "cc": "CCONJ", "acl": "VERB",
    "advcl": "VERB", "xcomp": "VERB", "ccomp": "VERB", "conj": "VERB", "compound": "NOUN", "nummod": "NUM",
    "cop": "AUX", "parataxis": "VERB", "flat": "PROPN", "iobj": "NOUN", "csubj": "VERB", "appos": "NOUN",
}  # fmt: skip
PRONOUN_WORDS = PRONOUNS | {"that", "which", "whom"}


def encode(text: str, *trees: str) -> Encoded:
    """The encoding of a text from trees written by hand: ``relation/head`` for each token, heads counted from 1.

    A part of speech follows a second slash where the relation does not imply it ("conj/2/NOUN").
    """
    sentences = find_sentences(text)
    encoded = tuple(
        _encode_sentence(tree.split(), [token.text for token in sentence.tokens])
        for sentence, tree in zip(sentences, trees, strict=True)
    )
    return Encoded(encoded, (), (), (), np.zeros((len(encoded), 384), dtype=np.float32))


def _encode_sentence(words: list[str], tokens: list[str]) -> EncodedSentence:
    assert len(words) == len(tokens), list(zip_longest(tokens, words))
    parts = [word.split("/") for word in words]
    relations = tuple(part[0] for part in parts)
    upos = tuple(_upos(part, token) for part, token in zip(parts, tokens, strict=True))
    morph = tuple(_morph(tag, token) for tag, token in zip(upos, tokens, strict=True))
    sure = (3.0,) * len(words)
    return EncodedSentence(upos, morph, tuple(int(part[1]) for part in parts), relations, (), (), (), sure, sure)


def _upos(part: list[str], token: str) -> str:
    if len(part) > 2:
        return part[2]
    implied = IMPLIED[part[0].split(":")[0]]
    if implied == "NOUN" and token.lower() in PRONOUN_WORDS:
        return "PRON"
    return "PROPN" if implied == "NOUN" and token[0].isupper() else implied


def _morph(upos: str, token: str) -> str:
    if upos == "VERB" and token.endswith(("ed", "en", "own", "ook")):
        return "Tense=Past|VerbForm=Part"
    return "Number=Plur" if upos == "NOUN" and token.endswith("s") else "_"


def _form(shown: str) -> Form:
    if shown.lower() in PRONOUNS:
        return "pronoun"
    return "name" if shown.split()[-1][0].isupper() else "nominal"


def _head(text: str, start: int, end: int) -> Span:
    return Span(start + text[start:end].rfind(" ") + 1, end)


def _time(start: int, end: int, value: str, sentence: int) -> TimeExpression:
    first, _, last = value.partition("..")
    if first.startswith("duration"):
        return TimeExpression(start, end, sentence, "DURATION", first.partition(" ")[2] or "P1M")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    return TimeExpression(start, end, sentence, "DATE", value, None, *days)


def said(content: Span, name: str | None, mode: str = "asserted") -> Claim:
    """A claim of a source, None for the outlet itself."""
    kind = "named" if name else "outlet"
    return Claim(
        content.start,
        content.end,
        (content,),
        0,
        Source(kind, name),
        (),
        None,
        None,
        cast("Claim", mode),  # type: ignore[arg-type]
    )


@pytest.fixture(name="tell")
def tell_fixture() -> Callable[..., Told]:
    """``tell`` as a fixture."""
    return tell


@pytest.fixture(name="said")
def said_fixture() -> Callable[..., Claim]:
    """``said`` as a fixture."""
    return said
