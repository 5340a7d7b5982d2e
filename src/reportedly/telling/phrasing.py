"""How a claim is put into words: its content in the report's own words, and who to credit it to."""

from __future__ import annotations

import re
from collections import Counter

from reportedly.account.account import ClaimEntry, Entity, EntityRole
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import as_sentence, say_day, shorten

LONGEST = 260
ASIDE = re.compile(r",? (?:that|who|which)\b|, ")
OPENINGS = ("and that ", "that ", "but ", "and ", "while ")
ARTICLES = ("the", "a", "an")
ARTICLE = re.compile(r"\b(?:the|an?)(?=\s+$)", re.IGNORECASE)
LOOK_BACK = 6
MARKS = "\"“”«»„'‘’"
ENDS = " ,;:–—-"
ACCUSATIONS = frozenset({"accused", "accuses", "blamed", "blames", "criticised", "criticized", "condemned", "praised"})
PRINTED = ACCUSATIONS | {
    "warned",
    "promised",
    "vowed",
    "demanded",
    "urged",
    "admitted",
    "confirmed",
    "apologised",
    "apologized",
}
"""Verbs of saying that are told as they are printed."""
MANNERS = {
    "asserted": "said",
    "denied": "denied",
    "expected": "said, as expected",
    "planned": "said, as planned",
    "possible": "said, as possible",
    "likely": "said, as likely",
    "hypothetical": "said, as a supposition",
}


def words_of(claim: ClaimEntry, shelf: Shelf) -> str:
    """The content on one line, without a leading conjunction or stray marks, an interrupting attribution left out.

    “It is over,” she said, “and we won.” gives “It is over, and we won”.
    """
    text = shelf.account.texts[claim.report]
    pieces = [text[part.start : part.end] for part in claim.parts] or [claim.text]
    if claim.quote == "direct":
        words = " ".join(piece.strip().strip(MARKS) for piece in pieces)
        return f"“{_tidy(words).rstrip('.')}”" if words.strip(MARKS + ENDS) else ""
    return _without_opening(_balanced(_tidy(" ".join(pieces))))


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(ENDS)


def _without_opening(words: str) -> str:
    for opening in OPENINGS:
        if words.lower().startswith(opening):
            return words[len(opening) :]
    return words


def _balanced(words: str) -> str:
    """The words without a quotation mark that lost its partner at the edge."""
    for mark in ('"', "”", "“"):
        if (words.count(mark) % 2 and mark == '"') or (mark != '"' and words.count("“") != words.count("”")):
            words = words.removeprefix(mark) if words.startswith(mark) else words.removesuffix(mark)
    return words.strip(ENDS)


def source_name(claim: ClaimEntry, shelf: Shelf) -> str | None:
    """Who to credit a claim to, None for the report's own outlet."""
    if claim.source.kind == "outlet" and claim.source.start is None:
        return None
    entity = shelf.entities.get(claim.source.entity or "")
    if entity is not None and entity.kind in {"person", "organisation", "group"} and claim.source.kind != "unnamed":
        return entity.name
    name = claim.source.name
    if entity is not None and name and name.lower().startswith("the ") and len(entity.name) > len(name):
        return (
            f"{'an' if entity.name[0] in 'aeiou' else 'a'} {entity.name}" if entity.name[0].islower() else entity.name
        )
    return name


def short_source(claim: ClaimEntry, shelf: Shelf) -> str | None:
    """Who to credit a claim to, without what only tells more of it: "a spokesman for the council that met"."""
    name = source_name(claim, shelf)
    if name is None:
        return None
    return ASIDE.split(name, maxsplit=1)[0]


def credited(claim: ClaimEntry, shelf: Shelf) -> str | None:
    """Who to credit a claim to, as it stands inside a sentence: "the Interior Ministry", "Altyn Trading"."""
    name = short_source(claim, shelf)
    entity = shelf.entities.get(claim.source.entity or "")
    if name is None or entity is None or entity.name != name or entity.kind not in {"organisation", "group"}:
        return name
    article = article_of(entity, shelf)
    return f"{article} {name}" if article else name


def article_of(entity: Entity, shelf: Shelf) -> str:
    """The article that reports mostly print before the name of an entity; empty where most print none."""
    printed: Counter[str] = Counter()
    for mention in entity.mentions:
        words = " ".join(shelf.account.shown(mention).split())
        before = ARTICLE.search(shelf.account.texts[mention.report], max(0, mention.start - LOOK_BACK), mention.start)
        whole = f"{before.group()} {words}".lower() if before else words.lower()
        first, _, rest = whole.partition(" ")
        if rest == entity.name.lower() and first in ARTICLES:
            printed[first] += 1
        elif whole == entity.name.lower():
            printed[""] += 1
    return min(printed, key=lambda word: (-printed[word], word), default="")


def introduced(claim: ClaimEntry, shelf: Shelf) -> str | None:
    """The source with the role that most reports give it: "Ann Lee, head of the coast guard,"."""
    name = source_name(claim, shelf)
    if name is None:
        return None
    entity = shelf.entities.get(claim.source.entity or "")
    if entity is not None and entity.name == name and entity.kind in {"organisation", "group"}:
        return credited(claim, shelf)
    if entity is None or entity.kind != "person" or not entity.roles or entity.name != name:
        return f"The {name}" if name[0].islower() and claim.source.kind == "organisation" else name
    role = max(entity.roles, key=lambda each: (each.of is not None, len(each.spans)))
    return f"{name}, {_role(role)},"


def _role(role: EntityRole) -> str:
    if role.of is None:
        return role.title
    link = "for" if role.title.lower().startswith("spokes") else "of"
    article = "the " if role.of[0].islower() else ""
    return f"{role.title} {link} {article}{role.of}"


def line_of(claim: ClaimEntry, shelf: Shelf, most: int = LONGEST) -> str:
    """The content as a line, with its source behind it where that is not the outlet itself.

    What somebody is to do is told with him before it: "Rescuers to reach the group by Thursday."
    """
    words = shorten(words_of(claim, shelf), most)
    source = source_name(claim, shelf)
    if source and words.startswith("to "):
        return as_sentence(f"{source} {words}")
    line = as_sentence(words)
    return f"{line.removesuffix('.')} ({source})." if source and line else line


def statement_of(claim: ClaimEntry, shelf: Shelf) -> str:
    """The claim as a sentence: "Ann Lee, head of the coast guard, denied (5 March 2024): the ferry is afloat."

    The day is that of the report, since reports seldom say when somebody spoke.
    """
    words = shorten(words_of(claim, shelf), LONGEST)
    published = shelf.reports[claim.report].published
    day = f" ({say_day(published)})" if published else ""
    return as_sentence(f"{introduced(claim, shelf)} {_verb(claim, shelf)}{day}: {words}") if words else ""


def _verb(claim: ClaimEntry, shelf: Shelf) -> str:
    """The report's own verb where it says more than "said"; words that are quoted show their mode themselves."""
    printed = shelf.account.texts[claim.report][claim.cue.start : claim.cue.end].lower() if claim.cue else ""
    if printed in PRINTED:
        return printed
    return MANNERS["asserted" if claim.quote == "direct" and claim.mode != "denied" else claim.mode]


def is_accusation(claim: ClaimEntry, shelf: Shelf) -> bool:
    """Whether the content is whom somebody accuses and of what: no statement that stands without its verb."""
    return _verb(claim, shelf) in ACCUSATIONS
