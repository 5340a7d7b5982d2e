"""Kinds of sources: what the words of a phrase tell of whom a statement is credited to."""

from __future__ import annotations

from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.relays import agency_at
from reportedly.reading.reading import SourceKind
from reportedly.report import Span

PRESS = frozenset({"other", "some", "medium", "media", "news", "press", "early", "local", "unconfirmed", "several"})
"""Words that make "reports" the press's, not somebody's paper."""


def named_range(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tokens that name the source: up to its first comma, or the name after the comma where none stands before it.

    "a deputy, | Ann Lee" and "| Ann Lee |, a deputy" are both Ann Lee.
    """
    last -= last - first > 1 and line.tags[last - 1] == "G"
    comma = line.tags.find(",", first, last)
    if comma < 0:
        return first, last
    after = line.tags[comma + 1 : last].split(",")[0].split("(")[0]
    described = line.tags[first] in "DO" or "G" in line.tags[first:comma] or line.tokens[comma - 1].text.islower()
    if described and 0 < len(after) <= 4 and not after.strip("A"):
        return comma + 1, comma + 1 + len(after)
    return first, comma


def head_index(line: Line, first: int, last: int) -> int | None:
    """Index of the head word of a noun phrase: the last one before a preposition, relative or bracket."""
    head = None
    for index in range(first, last):
        if head is not None and (line.tags[index] in "IH(,T" or _is_postmodifier(line, index)):
            break
        if line.tags[index] in "AONPBELWVHD" and not (head is not None and line.tokens[head].lower == "those"):
            head = index
    return head


def _is_postmodifier(line: Line, index: int) -> bool:
    """Whether a participle begins what follows the head: "an army | fighting rebels", "a video | shared online"."""
    following = line.tags[index + 1 : index + 2]
    return following in {"L": ("A", "D", "N"), "E": ("I", "T", "R", "W")}.get(line.tags[index], ())


def kind_of(line: Line, span: Span, known: str | None, proper: bool | None) -> SourceKind:
    """What kind of source a phrase is.

    ``known`` is the kind that its mention was found to be, ``proper`` whether that has a name (None: no mention).
    """
    table = lexicon()
    core = _core(line, *named_range(line, *line.range(span)))
    place = head_index(line, core[0], core[-1] + 1) if core else None
    if place is None:
        return "unnamed"
    head = line.tokens[place].lemma
    if known == "person":
        return "named" if proper else "unnamed"
    if _is_label(line, core):
        return "named"
    if _is_outlet(line, core, head):
        return "outlet"
    if head in table.documents and known not in {"organisation", "group"}:
        return "document"
    if head in table.people and head not in table.organisations:
        return "unnamed"
    if known in {"organisation", "group", "place"} or head in table.organisations or _is_acronym(line, core):
        return "organisation"
    if proper is None:
        proper = is_lone_name(line, core) or any(line.tags[index] == "A" for index in core)
    return "named" if proper else "unnamed"


def _is_label(line: Line, core: list[int]) -> bool:
    """Whether a phrase is who speaks a turn of a transcript: "BERG: We go on."."""
    return line.tags[core[-1] + 1 : core[-1] + 2] == ":" and all(line.tokens[index].text.isupper() for index in core)


def _is_outlet(line: Line, core: list[int], head: str) -> bool:
    """Whether a phrase names media: "state media", "The Tolva Herald", "other reports"."""
    table = lexicon()
    core = (
        core[1:] if len(core) > 1 and line.tags[core[0]] == "D" and agency_at(line, *_ends(core)) == core[0] else core
    )
    lemmas = [line.tokens[index].lemma for index in core]
    if head == "report" and (len(lemmas) == 1 or lemmas[0] in PRESS) and line.tokens[core[-1]].lower == "reports":
        return True
    return agency_at(line, core[0], core[-1] + 1) == core[-1] + 1 or (
        head in table.media and not table.people.intersection(lemmas)
    )


def _ends(core: list[int]) -> tuple[int, int]:
    return core[0], core[-1] + 1


def is_lone_name(line: Line, core: list[int]) -> bool:
    """Whether a capital word that begins its sentence is a name: "Odeh said", not "Experts say"."""
    if len(core) != 1 or core[0] or line.tags[0] != "O":
        return False
    token = line.tokens[0]
    return token.text[0].isupper() and token.lemma == token.lower and not token.lower.endswith("s")


def _is_acronym(line: Line, core: list[int]) -> bool:
    names = [index for index in core if line.tags[index] == "A"]
    return len(names) == 1 and line.tokens[names[0]].text.isupper() and len(line.tokens[names[0]].text) > 1


def _core(line: Line, first: int, last: int) -> list[int]:
    core: list[int] = []
    for index in range(first, last):
        if line.tags[index] in ",(H" and core:
            break
        core.append(index)
    return core
