"""What detection passes on: a trigger with its participants, and a pattern laid on the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading.events.arguments import Phrase
from reportedly.reading.events.grammar import PREPOSITION, kinds_of_class, noun_class
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.lexicon import NONE, Pattern
from reportedly.reading.events.predicates import VerbGroup
from reportedly.reading.reading import Mention
from reportedly.records import quicken


@quicken
@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its participants. ``first``/``last`` are its tokens (closed), ``anchor`` the token of the
    predicate that carries it: a light verb, else its own first word. ``group`` is the verb group around the anchor
    where positions alone tell it.
    """

    type: str
    frame: str
    first: int
    last: int
    words: tuple[str, ...]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    group: VerbGroup | None = None
    anchor: int = -1

    @property
    def is_carried(self) -> bool:
        """Whether a noun has a light verb that carries it ("[launched] an attack")."""
        return self.frame == "nouns" and not self.first <= self.anchor <= self.last


@quicken
@dataclass(frozen=True, slots=True)
class Match:
    """A pattern laid on tokens: the indexes of its words."""

    pattern: Pattern
    at: tuple[int, ...]

    @property
    def first(self) -> int:
        """The token of its first word."""
        return self.at[0]

    @property
    def last(self) -> int:
        """The token of its last word."""
        return self.at[-1]


def fits(
    layout: Layout, mentions: Sequence[Mention], pattern: Pattern, subject: Phrase | None, target: Phrase | None
) -> bool:
    """Whether subject and object are of the classes that a pattern asks for.

    Where words only look like a trigger the head of a phrase alone decides ("hit a [record]", not "hit the record
    shop").
    """
    if pattern.type == NONE:
        asked = ((subject, pattern.subject), (target, pattern.object))
        return all(name is None or _is_told(layout, mentions, phrase, name) for phrase, name in asked)
    return belongs(layout, mentions, subject, pattern.subject) and belongs(layout, mentions, target, pattern.object)


def _is_told(layout: Layout, mentions: Sequence[Mention], phrase: Phrase | None, wanted: str) -> bool:
    return phrase is not None and any(_is_named(layout, mentions, phrase, name) for name in wanted.split("|"))


def belongs(layout: Layout, mentions: Sequence[Mention], phrase: Phrase | None, wanted: str | None) -> bool:
    """Whether the phrase is of a class that a pattern asks for; a missing phrase is not, but for a class that is ruled
    out ("!money").
    """
    if wanted is None:
        return True
    if wanted.startswith("!"):
        return phrase is None or not any(_is_named(layout, mentions, phrase, name) for name in wanted[1:].split("|"))
    return phrase is not None and any(_belongs(layout, mentions, phrase, name) for name in wanted.split("|"))


def _belongs(layout: Layout, mentions: Sequence[Mention], phrase: Phrase, wanted: str) -> bool:
    words, kinds = noun_class(wanted), kinds_of_class(wanted)
    if not phrase.loose and any(_is_of_kind(mentions[index], kinds) for index in phrase.mentions):
        return not (wanted == "vehicle" and layout.keys[phrase.head] in noun_class("person"))
    return any(layout.keys[at] in words for at in _phrase_tokens(layout, phrase))


def _is_named(layout: Layout, mentions: Sequence[Mention], phrase: Phrase, unwanted: str) -> bool:
    """Whether the head of a phrase is a word or of a kind that a pattern rules out; words beside it do not count."""
    kinds = kinds_of_class(unwanted)
    own = () if phrase.loose else phrase.mentions
    return layout.keys[phrase.head] in noun_class(unwanted) or any(_is_of_kind(mentions[i], kinds) for i in own)


def _is_of_kind(mention: Mention, kinds: frozenset[str]) -> bool:
    """A name of no known kind may be anything; a noun or a pronoun without a kind may not, but for classes that take
    any pronoun.
    """
    if mention.form == "pronoun" and "pronoun" in kinds:
        return True
    return mention.kind in kinds and (mention.kind != "other" or mention.form == "name")


def _phrase_tokens(layout: Layout, phrase: Phrase) -> Iterator[int]:
    """The head of a phrase and the other words of the mention that ends or begins there."""
    yield phrase.head
    owner = layout.owner[phrase.head]
    if owner < 0:
        return
    for step in (-1, 1):
        at = phrase.head + step
        while 0 <= at < len(layout) and layout.owner[at] == owner and not layout.has(at, PREPOSITION):
            yield at
            at += step


def words_of(layout: Layout, match: Match) -> tuple[str, ...]:
    """The words of a match, as patterns spell them."""
    return tuple(layout.keys[at] for at in match.at)
