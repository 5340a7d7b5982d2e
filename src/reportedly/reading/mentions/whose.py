"""Whose a role is: "Egypt's president", "U.S. military spokesman", "Norwegian premier", "director of sales at Zorvex".

A role belongs to somebody by the words before its title or after "of", "for" and "at". A duty is part of the title
("director of operations", "president for Europe"), and so are words like "former". A people's word before an office
stands for its country; before any other role it stays in the title ("Norwegian singer").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reportedly.reading.mentions.lexicon import (
    ACADEMIC,
    BODIES,
    CONTINENTS,
    COUNTRIES,
    COUNTRY_OF,
    DETERMINERS,
    DUTIES,
    FUNCTION,
    GRADES,
    HEAD_KINDS,
    INSTITUTIONS,
    MODIFIERS,
    OFFICES,
    PASSED,
    PEOPLES,
    SPEAKING,
    SPEECH,
    TITLE_TOPICS,
    VERBS,
)
from reportedly.reading.mentions.nominals import Nominal
from reportedly.reading.reading import Token

DEPARTMENTAL = frozenset({"minister", "secretary", "undersecretary"})
"""Heads of departments, whose "of" or "for" tells the department ("minister for women and equality")."""
LINKERS = frozenset({"and", "the"})
TOPICS = TITLE_TOPICS - LINKERS
CLOSING = FUNCTION - {"and"}
REGIONS = CONTINENTS | COUNTRIES
LINKING = frozenset({"of", "for"})
EMPLOYED = frozenset({"at", "for", "with", "of", "in"})
FARTHEST = 8
"""Tokens after a role that are looked at for its duty."""
DESCRIBED = 7
"""Tokens that may stand before an employer's name ("at the small shipping firm Zorvex")."""


def shown(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a token range with single spaces where the text has space."""
    return "".join(
        (" " if index > first and tokens[index].start > tokens[index - 1].end else "") + tokens[index].text
        for index in range(first, last)
    )


def told_role(tokens: Sequence[Token], nominal: Nominal, owners: Sequence[int]) -> tuple[str, str | None]:
    """The title of a description of somebody, and whose it is."""
    of, first = _owner_before(tokens, nominal, owners)
    duty = _duty_end(tokens, nominal.head, owners)
    if duty:
        of = _employer(tokens, owners, duty) or of
    elif nominal.complement:
        of = _of_complement(tokens, nominal, owners)
    return settled_role(shown(tokens, first, duty or nominal.core), of)


def settled_role(title: str, of: str | None) -> tuple[str, str | None]:
    """A title and its owner as they should be shown.

    ("President", "Former Costa Rican") is ("former President", "Costa Rica"); ("singer", "Norwegian") is
    ("Norwegian singer", None); ("president", "EPA Norwegian") is ("president", "Norway").
    """
    if of is None:
        return title, None
    for word in PASSED:
        if of.lower().startswith((word + " ", word + "-")):
            title, of = f"{'former' if word == 'ex' else word} {title}", of[len(word) + 1 :]
    words = of.split(" ")
    for count in (3, 2, 1):
        people = " ".join(words[-count:])
        if len(words) >= count and (plain := _spelled(people)) in PEOPLES:
            country = COUNTRY_OF.get(plain)
            if country and OFFICES & set(title.lower().split()):
                return title, country
            return f"{people} {title}", None
    return title, of


def _spelled(people: str) -> str:
    """As in "S. Korean": the word for a people with its direction written out, in lower case."""
    lower = people.lower()
    return lower.replace("s. ", "south ", 1) if lower.startswith("s. ") else lower.replace("n. ", "north ", 1)


def _owner_before(tokens: Sequence[Token], nominal: Nominal, owners: Sequence[int]) -> tuple[str | None, int]:
    """Whose the role is by the words before it ("SCA | chair", "U.S. military | spokesman"), and where the title
    starts.
    """
    start, end = nominal.head, nominal.first
    for index in range(nominal.first, nominal.head):
        if end > nominal.first and tokens[index].lower in GRADES:
            break
        if _belongs(tokens, nominal, owners, index, end):
            joined = all(_is_between(tokens[at]) for at in range(end, index))
            start, end = (min(start, index) if joined else index), index + 1
    if end > nominal.first:
        return shown(tokens, start, end), end
    return _possessor(tokens, nominal.first, owners), nominal.first


def _belongs(tokens: Sequence[Token], nominal: Nominal, owners: Sequence[int], index: int, end: int) -> bool:
    """Whether a word before the head tells whose the role is: a name, a body, or what goes on with them."""
    token = tokens[index]
    is_body = token.lower in BODIES and tokens[nominal.head].lemma in SPEAKING
    joins = end == index and index > nominal.first and (token.lower in INSTITUTIONS or token.text == "-")
    return owners[index] >= 0 or is_body or joins


def _is_between(token: Token) -> bool:
    """Whether a word may stand between two that tell whose a role is ("Swiss foreign ministry"), as verbs may not."""
    return token.lower in MODIFIERS or token.lower in HEAD_KINDS or not token.text[0].isalpha()


def _possessor(tokens: Sequence[Token], first: int, owners: Sequence[int]) -> str | None:
    """As in "Egypt's president", "the vessel's owner": the name or the noun before the genitive."""
    before = first - 2
    if before < 0 or tokens[first - 1].lower not in {"'s", "'"}:
        return None
    # In `'It rained for years,' owner Berg said` the mark closes a quotation.
    if tokens[before].end != tokens[first - 1].start or not tokens[before].text[-1].isalnum():
        return None
    start = before
    while start > 0 and owners[before] >= 0 and owners[start - 1] == owners[before]:
        start -= 1
    return shown(tokens, start, before + 1)


def _of_complement(tokens: Sequence[Token], nominal: Nominal, owners: Sequence[int]) -> str:
    """The phrase after "of" or "for"; only the name where a noun leads up to it ("of the shipping firm | Zorvex")."""
    first, last = nominal.complement, nominal.last
    start = last
    while start > first and owners[last - 1] >= 0 and owners[start - 1] == owners[last - 1]:
        start -= 1
    led = first < start < last and tokens[start - 1].lower in HEAD_KINDS
    plain = led and all(owners[index] < 0 for index in range(first, start))
    return shown(tokens, start if plain else first, last)


def _duty_end(tokens: Sequence[Token], head: int, owners: Sequence[int]) -> int:
    """Where the duty after a role ends ("director | of policy and research |"), or 0 where none is told."""
    if head + 2 >= len(tokens) or tokens[head + 1].lower not in LINKING:
        return 0
    region = _region_end(tokens, head)
    if region:
        return region
    end = 0
    for index in range(head + 2, min(head + 2 + FARTHEST, len(tokens))):
        token = tokens[index]
        if token.lower in DUTIES or (tokens[head].lemma in DEPARTMENTAL and token.lower in TOPICS):
            end = index + 1
        elif token.lower == "at" and tokens[head].lemma in ACADEMIC and index > head + 2:
            return index
        elif (token.text not in {",", "&"} and token.lower in CLOSING) or token.lower in DETERMINERS:
            break
    return end if end and _is_closed(tokens, owners, end) else 0


def _region_end(tokens: Sequence[Token], head: int) -> int:
    """As in "president for Europe", "envoy for Syria": the end of the part of the world that somebody is in charge of.

    Who speaks for a country is its spokesman all the same.
    """
    if tokens[head + 1].lower != "for" or tokens[head].lemma.startswith("spokes"):
        return 0
    first = head + 3 if tokens[head + 2].lower == "the" else head + 2
    for last in (first + 2, first + 1):
        if last <= len(tokens) and shown(tokens, first, last).lower() in REGIONS:
            return last
    return 0


def _is_closed(tokens: Sequence[Token], owners: Sequence[int], end: int) -> bool:
    """Whether no noun follows that the duty's words would belong to ("head of security | forces")."""
    if end >= len(tokens) or owners[end] >= 0 or not tokens[end].text[0].isalpha():
        return True
    token = tokens[end]
    return token.lower in FUNCTION or token.lemma in SPEECH or (token.lemma in VERBS and token.lower not in HEAD_KINDS)


def _employer(tokens: Sequence[Token], owners: Sequence[int], index: int) -> str | None:
    """As in "at the shipping firm Zorvex", after a duty: the name, or None."""
    if index + 1 >= len(tokens) or tokens[index].lower not in EMPLOYED:
        return None
    reach = min(index + 1 + DESCRIBED, len(tokens))
    first = next((at for at in range(index + 1, reach) if owners[at] >= 0), 0)
    between = tokens[index + 1 : first]
    if not first or any(not _leads_up(token) for token in between):
        return None
    last = first + len(list(takewhile(lambda at: owners[at] == owners[first], range(first, len(tokens)))))
    return shown(tokens, first, last)


def _leads_up(token: Token) -> bool:
    return token.lower in {"the", "a", "an"} or (
        token.lower not in FUNCTION and (token.text[0].isalpha() or token.text == "-")
    )
