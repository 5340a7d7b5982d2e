"""Roles and affiliations: what the report says a name is, and whom it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reportedly.reading.mentions.lexicon import (
    CORPORATE,
    COURTESY,
    FUNCTION,
    HEAD_KINDS,
    LINKS,
    PREFIXES,
    ROLES,
    SUFFIXES,
)
from reportedly.reading.mentions.nominals import Nominal
from reportedly.reading.mentions.parts import Part
from reportedly.reading.mentions.whose import settled_role, shown, told_role
from reportedly.reading.reading import Kind, Role, Sentence, Token

APPOSITION_ENDS = frozenset({",", "(", "—", "–", "-"})


@dataclass(frozen=True, slots=True)
class Bond:
    """A role that belongs to the name part with index ``part``; ``nominal`` is the index of the description it comes
    from.
    """

    part: int
    role: Role
    nominal: int | None


def roles_of_titles(sentences: Sequence[Sentence], parts: Sequence[Part]) -> list[Bond]:
    """Roles by capitalised titles: "Chiang Rai Deputy Governor Ann Lee" is Deputy Governor of Chiang Rai."""
    bonds = []
    for index, part in enumerate(parts):
        tokens = sentences[part.sentence].tokens
        if (
            not part.bears
            or index + 1 >= len(parts)
            or (part.last - part.first == 1 and tokens[part.first].lower in COURTESY)
        ):
            continue
        before = parts[index - 1] if index else None
        first, of = part.first, None
        if (before is not None and before.sentence == part.sentence and before.last == part.first) or (
            part.first > 1
            and tokens[part.first - 1].lower in {"'s", "'"}
            and before is not None
            and before.last == part.first - 1
            and before.sentence == part.sentence
        ):
            of, first = shown(tokens, before.first, before.last), before.first
        start = part.first
        if of and tokens[start].lower == "county" and start + 1 < part.last:
            # "Fort Lund County | Sheriff": the county is Fort Lund County.
            of, start = f"{of} {tokens[start].text}", start + 1
        title, of = settled_role(shown(tokens, start, part.last), of)
        bonds.append(Bond(index + 1, Role(title, of, tokens[first].start, tokens[part.last - 1].end), None))
    return bonds


def is_borne(bond: Bond, kinds: Sequence[Kind]) -> bool:
    """Whether what bears the role can: "the official Zorvex News Agency" is nobody's official, but firms own ships."""
    thing = kinds[bond.part] not in {"person", "other"}
    return not thing or bond.role.title.lower().split()[-1] in CORPORATE


def roles_of_nominals(
    sentence: Sentence,
    nominals: Sequence[tuple[int, Nominal]],
    parts: Sequence[tuple[int, Part]],
    owners: Sequence[int],
    bearers: Mapping[int, int] = MappingProxyType({}),
    acting: Collection[int] = frozenset(),
) -> list[Bond]:
    """Roles by descriptions beside a name of one sentence.

    Before it ("harbour chief Ann Lee"), after it ("Ann Lee, head of the port authority,"), and before it with a comma
    ("A spokesman for the militia, Nouri Mahmoud, says"). ``bearers`` has those that the parse tells, by head word,
    ``acting`` the words that are subjects of their own: in "While Lee slept, the engineer told police …" Lee is none.
    """
    tokens = sentence.tokens
    bonds = []
    starts = {part.first: index for index, part in parts if part.label == "name"}
    # "The spokesman, Col. | Ann Lee": the name begins with its title.
    starts |= {part.first: index + 1 for index, part in parts if part.label == "title" and part.bears}
    ends = {part.last: index for index, part in parts if part.label == "name"}
    for number, nominal in nominals:
        if nominal.plural or tokens[nominal.head].lemma not in ROLES or _acts(tokens, nominal, acting):
            continue
        target = _bearer(tokens, nominal, starts, ends)
        if target is None:
            target = bearers.get(nominal.head)
        if target is not None:
            bonds.append(Bond(target, _role(tokens, nominal, owners), number))
    return bonds


def _acts(tokens: Sequence[Token], nominal: Nominal, acting: Collection[int]) -> bool:
    """Whether a description after a comma is itself who does what follows."""
    if nominal.head not in acting or nominal.last >= len(tokens) or not nominal.first:
        return False
    return tokens[nominal.first - 1].lower == "the" and tokens[nominal.last].text[0].isalpha()


def _bearer(tokens: Sequence[Token], nominal: Nominal, starts: dict[int, int], ends: dict[int, int]) -> int | None:
    """The part that bears the role, or None."""
    if nominal.bears and nominal.core in starts:
        return starts[nominal.core]
    if nominal.complement and nominal.last in starts:
        return starts[nominal.last]
    before = nominal.first - 1
    while before >= 0 and tokens[before].lower in FILLERS:
        before -= 1
    if (
        before > 0
        and tokens[before].text in APPOSITION_ENDS
        and (bearer := _bearer_before(tokens, before, starts, ends)) is not None
    ):
        return bearer
    if (
        nominal.last + 1 < len(tokens)
        and tokens[nominal.last].text == ","
        and nominal.last + 1 in starts
        and _closes(tokens, nominal)
    ):
        return starts[nominal.last + 1]
    return None


def _bearer_before(tokens: Sequence[Token], mark: int, starts: dict[int, int], ends: dict[int, int]) -> int | None:
    """As in "Ann Lee, a teacher", "Ann Lee, 38, a teacher", "Ann Lee, 38, of Ohio, a teacher".

    The name before the mark.
    """
    if mark not in ends:
        return ends.get(_age_start(tokens, mark))
    first = next(first for first, part in starts.items() if part == ends[mark])
    if first == 0 or tokens[first - 1].lower not in {"of", "from", "in", "at", "near"}:
        return ends[mark]
    comma = first - 2
    if comma > 0 and tokens[comma].text == ",":
        return ends.get(comma, ends.get(_age_start(tokens, comma)))
    return ends[mark] if tokens[first - 1].lower == "of" else None


def _age_start(tokens: Sequence[Token], comma: int) -> int:
    """As in "Ann Lee, 38, a teacher": the comma before the age, or -1."""
    return comma - 2 if comma >= 3 and tokens[comma - 1].text.isdigit() and tokens[comma - 2].text == "," else -1


def _closes(tokens: Sequence[Token], nominal: Nominal) -> bool:
    """Whether the description has an article or opens the sentence, so that the name after the comma is no next item of
    a list.
    """
    before = tokens[nominal.first - 1].lower if nominal.first else ""
    return before in {"a", "an", "the", "its", "his", "her", "their", "'s", "one", "another"} or nominal.first == 0


def _role(tokens: Sequence[Token], nominal: Nominal, owners: Sequence[int]) -> Role:
    title, of = told_role(tokens, nominal, owners)
    return Role(title, of, tokens[nominal.first].start, tokens[nominal.last - 1].end)


FILLERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "former", "then", "'s"})


def affiliation_of(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The words beside a name or description that say whose side it is on, or None.

    After it: "Tarva Radio, a station affiliated with the army,"; before it: "the pro-government
    Al-Ikhbariya TV", "Hezbollah-run Al-Manar".
    """
    return _affiliation_before(tokens, first) or _affiliation_after(tokens, last)


def _affiliation_before(tokens: Sequence[Token], first: int) -> str | None:
    if (
        first >= 3
        and tokens[first - 1].lower in SUFFIXES
        and tokens[first - 2].text == "-"
        and tokens[first - 2].start == tokens[first - 3].end
    ):
        start = first - 3
        while start > 0 and tokens[start - 1].text[0].isupper() and tokens[start - 1].lower not in {"the", "a", "an"}:
            start -= 1
        return shown(tokens, start, first)
    if first >= 3 and tokens[first - 2].text == "-" and tokens[first - 3].lower in {"pro", "anti", "semi", "state"}:
        return shown(tokens, first - 3, first)
    if first >= 1 and tokens[first - 1].text in PREFIXES:
        return tokens[first - 1].text
    return None


def _affiliation_after(tokens: Sequence[Token], last: int) -> str | None:
    """Within the apposition that follows: from the linking participle to the end of the apposition."""
    if last >= len(tokens) or (tokens[last].text not in {",", "("} and tokens[last].lower not in LINKS):
        return None
    for index in range(last, min(last + 9, len(tokens))):
        token = tokens[index]
        if index > last and token.text in {",", ".", ")", ";"}:
            return None
        if token.lower in LINKS and index + 1 < len(tokens) and tokens[index + 1].lower in {"with", "to", "by"}:
            return shown(tokens, index, _link_end(tokens, index + 2))
    return None


def _link_end(tokens: Sequence[Token], index: int) -> int:
    """The end of "with the Syrian military", "to Assad".

    Up to a mark, or to the end of the first name or noun phrase.
    """
    end = index
    while (
        end < len(tokens) and end - index < 10 and tokens[end].text[0].isalnum() and tokens[end].lower not in FUNCTION
    ):
        if (
            end > index
            and tokens[end - 1].text[0].isupper()
            and tokens[end].lower not in HEAD_KINDS
            and tokens[end].text[0].islower()
        ):
            break
        end += 1
    return end
