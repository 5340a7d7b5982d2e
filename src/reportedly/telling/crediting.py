"""Who gives a figure: a person, a body or a document, never a picture or the furniture of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.account.account import ClaimEntry, FigureEntry
from reportedly.data import load_table, word_set
from reportedly.reading.sentences import lemma_of
from reportedly.telling.phrasing import short_source
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_list

MOST_SOURCES = 2
ARTICLES = ("The ", "A ", "An ")
HEADS = "mentions/heads.toml"
SPOKEN = "attribution.toml"
PERSONS = ("he", "she", "they", "it", "we", "i", "who")
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those"})
PICTURES = frozenset(
    {"image", "photo", "photograph", "picture", "grab", "footage", "video", "chart", "graphic", "map", "caption"}
)
"""What shows something and counts nobody."""
SHOUTED = re.compile(r"\b[A-Z]{4,} [A-Z]{4,}\b|\b[A-Z]{2,} [A-Z]{2,} [A-Z]{2,}\b")
"""Words in capitals one after another: a banner or a headline, no name."""
TAIL = re.compile(r" (?:of|from|for|in|at|on|with|by|to|made|published|released|who|which|that)\b")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def credit_of(figures: Sequence[FigureEntry], shelf: Shelf) -> str:
    """ " (officials and Ann Lee)": who gives a value; nothing where only the outlets themselves do."""
    claims = (shelf.claims.get(figure.source_claim or "") for figure in figures)
    names = list(dict.fromkeys(name for claim in claims if claim and (name := source_of(claim, shelf))))
    names = [f"{name[0].lower()}{name[1:]}" if name.startswith(ARTICLES) else name for name in names]
    return f" ({say_list(names[:MOST_SOURCES])})" if names else ""


def source_of(claim: ClaimEntry, shelf: Shelf) -> str | None:
    """The name of who gives a figure; None for the outlet itself, and for what is no source."""
    name = short_source(claim, shelf)
    if name is None or SHOUTED.search(name) or name.count("(") != name.count(")"):
        return None
    entity = shelf.entities.get(claim.source.entity or "")
    if entity is not None and entity.name == name:
        return name if entity.kind != "other" and not _is_picture(name) else None
    head = _head(name)
    if head is None or _is_picture(name):
        return None
    told = entity is not None and entity.kind in {"person", "organisation", "group", "nationality"}
    return name if told or claim.source.kind in {"named", "organisation", "outlet"} or head in _sources() else None


def _head(name: str) -> str | None:
    """The head noun of a description as a lemma; None where there is none ("he", "the"), and for what leans on another
    sentence ("his study").
    """
    words = [word.lower() for word in WORD.findall(TAIL.split(name)[0])]
    if not words or words[0] in _pronouns() or words[-1] in DETERMINERS or words == ["people"]:
        return None
    return lemma_of(words[-1])


def _is_picture(name: str) -> bool:
    words = {lemma_of(word.lower()) for word in WORD.findall(TAIL.split(name)[0])}
    return not words.isdisjoint(PICTURES)


@cache
def _pronouns() -> frozenset[str]:
    table = load_table("mentions/pronouns.toml")
    return DETERMINERS - {"the", "a", "an"} | {word for who in PERSONS for word in table[who]}


@cache
def _sources() -> frozenset[str]:
    """Nouns for people, bodies and documents."""
    spoken = load_table(SPOKEN)["nouns"]
    known = (word_set(HEADS, kind) for kind in ("person", "organisation", "group", "document"))
    return frozenset().union(*known, *(spoken[kind] for kind in ("documents", "people", "organisations", "media")))
