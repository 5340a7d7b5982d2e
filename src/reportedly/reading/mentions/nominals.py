"""Descriptions: simple noun phrases whose head noun is a person, a group, an organisation, a vehicle, a place, ….

No tagger is used: a phrase starts from a head noun of the table and takes in what may stand before it, to the left
until a word
that no phrase goes across.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading.mentions.lexicon import (
    ADJECTIVE_ENDINGS,
    BARE,
    DETERMINERS,
    FUNCTION,
    GIVEN,
    HEAD_KINDS,
    MODALS,
    MODIFIERS,
    NATIONALITIES,
    NUMBERS,
    PLURAL,
    RELATIONAL,
    ROLES,
    VERB_LIKE,
    VERBS,
)
from reportedly.reading.reading import Kind, Sentence, Token
from reportedly.records import quicken

Owners = Sequence[int]
"""For each token of a sentence the index of the part of a name that it belongs to, or -1."""
LONGEST = 7
BEARERLESS: frozenset[Kind] = frozenset({"organisation", "event", "group", "facility"})
"""What is not called by a person's name, so that a given name after it opens another phrase."""


@quicken
@dataclass(frozen=True, slots=True)
class Nominal:
    """Tokens ``[first, last)`` of a sentence; ``head`` is the token of the head noun, ``core`` the end of the phrase
    without its complement.

    ``complement`` is the token where the phrase after "of"/"for" starts (after its article), 0 = none. ``bears`` = a
    name follows directly.
    """

    sentence: int
    first: int
    last: int
    head: int
    core: int
    kind: Kind
    plural: bool
    complement: int = 0
    bears: bool = False


def find_nominals(number: int, sentence: Sentence, owners: Owners) -> Iterator[Nominal]:
    """The descriptions of one sentence, in order of their heads; a description inside a complement stands for itself
    too.
    """
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if owners[index] < 0 and token.text[0].isalpha():
            kind = kind_of(token)
            if kind and _is_noun(tokens, index) and not _goes_on(tokens, owners, index):
                nominal = _nominal(number, tokens, owners, index, kind)
                if nominal is not None:
                    yield nominal


def kind_of(token: Token) -> Kind | None:
    """What the noun describes, or None; plurals in -ists and -ians are persons where the table does not know them."""
    kind = HEAD_KINDS.get(token.lower) or HEAD_KINDS.get(token.lemma)
    if kind is None and token.text.islower() and len(token.lower) > 6 and token.lower.endswith(("ists", "ians")):
        return "person"
    return kind


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Not a verb form ("a statement emailed", "shelling"), and no second half of a compound ("pro-government", "street-
    by-street").
    """
    token = tokens[index]
    if (
        token.lower != token.lemma
        and token.lower not in PLURAL
        and not token.lower.endswith(("s", "men", "children", "people"))
    ):
        return False
    halved = index > 0 and tokens[index - 1].text in {"-", "‑"} and tokens[index - 1].end == token.start
    return not halved or token.lemma in ROLES


def is_plural(token: Token) -> bool:
    """Whether the noun is plural in form or in meaning ("militants", "police")."""
    return token.lower in PLURAL or (token.lemma != token.lower and not token.lower.endswith("ss"))


def _goes_on(tokens: Sequence[Token], owners: Owners, index: int) -> bool:
    """Whether a later noun is the head ("police officers", "coalition-led")."""
    after = index + 1
    if after >= len(tokens):
        return False
    following = tokens[after]
    if following.text == "-" and following.start == tokens[index].end:
        return True
    if (
        owners[after] >= 0
        or not following.text[0].isalpha()
        or (is_plural(tokens[index]) and tokens[index].lower not in PLURAL)
    ):
        return False
    if kind_of(following) is not None and _is_noun(tokens, after):
        return not _is_verb_here(tokens, owners, after) or (
            tokens[index].lower in MODIFIERS and following.lemma not in VERBS
        )
    return False


def _is_verb_here(tokens: Sequence[Token], owners: Owners, index: int) -> bool:
    """As in "Boskalis heads the work": a noun that is a verb too, before an article or a pronoun."""
    token = tokens[index]
    follows = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return token.lemma in VERB_LIKE and (
        follows in {"the", "a", "an", "that", "his", "her", "its", "their", "to", "on", "by"}
        and token.lower != token.lemma
    )


def _nominal(number: int, tokens: Sequence[Token], owners: Owners, head: int, kind: Kind) -> Nominal | None:
    first = _first(tokens, owners, head)
    token = tokens[head]
    before = tokens[first - 1].lower if first else ""
    determined = before in DETERMINERS or (first > 0 and tokens[first - 1].text[0].isdigit())
    plural = is_plural(token)
    if not determined and not _may_stand_bare(tokens, owners, first, head, plural, before):
        return None
    core = head + 1
    complement, last = (
        complement_of(tokens, owners, head) if token.lemma in RELATIONAL or kind in {"person", "group"} else (0, core)
    )
    bears = core < len(tokens) and owners[core] >= 0 and token.lemma in ROLES and not plural
    return Nominal(number, first, last, head, core, kind, plural, complement, bears)


def _may_stand_bare(tokens: Sequence[Token], owners: Owners, first: int, head: int, plural: bool, before: str) -> bool:
    """Whether a phrase without an article is one ("officials say", "spokesman John Smith", not "to head", "they
    fire").
    """
    token = tokens[head]
    if before in MODALS and (first == head and not plural):
        return False
    if plural:
        if first == head and token.lemma in VERB_LIKE and token.lower not in PLURAL:
            return head > 0 and not (
                owners[head - 1] >= 0
                or before in {"he", "she", "it", "who", "which", "that"}
                or (
                    tokens[head - 1].text[0].isalpha()
                    and before not in FUNCTION
                    and tokens[head - 1].lemma not in VERBS
                )
            )
        return True
    if first < head:
        return (
            token.lemma not in VERB_LIKE
            or token.lemma in ROLES
            or any(owners[index] >= 0 for index in range(first, head))
        )
    if token.lower in BARE:
        return True
    return token.lemma in ROLES and (_is_apposed(tokens, head) or (head + 1 < len(tokens) and owners[head + 1] >= 0))


def _is_apposed(tokens: Sequence[Token], head: int) -> bool:
    """As in "Osama Rabie, chairman of …", "Ann Lee, spokesman."""
    return head > 0 and tokens[head - 1].text == ","


def _first(tokens: Sequence[Token], owners: Owners, head: int) -> int:
    """The first token of the phrase, walking left from its head."""
    reach = head
    index = head - 1
    determined = _is_determined(tokens, owners, head)
    while index >= 0 and head - index <= LONGEST:
        step = _step(tokens, owners, index, determined)
        if step == 0:
            break
        index -= step
        reach = index + 1
    while reach < head and tokens[reach].text in {"-", "and", ","}:
        reach += 1
    return reach


def _is_determined(tokens: Sequence[Token], owners: Owners, head: int) -> bool:
    """Whether an article or a number stands before the head with only words of one phrase between."""
    for index in range(head - 1, max(-1, head - LONGEST), -1):
        token = tokens[index]
        if owners[index] >= 0 or token.text in {"-", "–"} or _is_hyphened(tokens, index):
            continue
        if token.lower in DETERMINERS or token.lower in NUMBERS or token.text[0].isdigit():
            return True
        if token.lower in FUNCTION or not token.text[0].isalpha():
            return False
        if token.lemma in VERBS and not token.lower.endswith(("ed", "ing")) and token.lower not in MODIFIERS:
            return False
    return False


def _is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    """The second half of "Hezbollah-run", "US-led"."""
    return (
        index > 1
        and tokens[index - 1].text == "-"
        and tokens[index - 1].end == tokens[index].start == tokens[index - 1].start + 1
    )


def _step(tokens: Sequence[Token], owners: Owners, index: int, determined: bool) -> int:
    """How many tokens at ``index`` and before it the phrase takes in; 0 where it begins after ``index``."""
    token = tokens[index]
    if owners[index] >= 0:
        return 1
    if _is_hyphened(tokens, index):
        return 1
    if token.text in {"-", "–"}:
        return 2 if index and token.start == tokens[index - 1].end and tokens[index - 1].text[0].isalnum() else 0
    if token.lower in DETERMINERS and token.lower not in MODIFIERS:
        return 0
    if token.lower in MODIFIERS or token.lower in NUMBERS or token.text[0].isdigit():
        return 1
    if token.lower in FUNCTION or not token.text[0].isalpha():
        return 0
    if token.lemma in VERBS:
        return 1 if determined and (token.lower.endswith(("ed", "ing")) or token.lower in HEAD_KINDS) else 0
    if token.lower in HEAD_KINDS and not is_plural(token) and token.lower not in VERB_LIKE:
        return 1
    return 1 if determined or token.lower.endswith(ADJECTIVE_ENDINGS) else 0


def complement_of(tokens: Sequence[Token], owners: Owners, head: int) -> tuple[int, int]:
    """Where the complement starts (0 = none) and where the whole phrase ends.

    "spokesman | for the | US-led coalition".
    """
    index = head + 1
    if index + 1 >= len(tokens) or tokens[index].lower not in {"of", "for", "from", "at", "with"}:
        return 0, head + 1
    if tokens[index].lower in {"at", "with", "from"} and tokens[head].lemma not in ROLES:
        return 0, head + 1
    index += 1
    while index < len(tokens) and (tokens[index].lower in DETERMINERS and tokens[index].text != "'s"):
        index += 1
    end = _phrase_end(tokens, owners, index)
    return (index, end) if end > index else (0, head + 1)


def _phrase_end(tokens: Sequence[Token], owners: Owners, index: int) -> int:
    """The end of a simple phrase that starts at ``index``: up to its head noun or the end of its name; ``index`` if
    there is none.
    """
    end = at = index
    while at < len(tokens) and (at - index < LONGEST or (owners[at] >= 0 and owners[at] == owners[at - 1])):
        token = tokens[at]
        if owners[at] >= 0:
            if end > index and token.text in GIVEN and HEAD_KINDS.get(tokens[at - 1].lower) in BEARERLESS:
                # "A spokeswoman for the festival | Anna Berg": who speaks.
                break
            end = end if token.lower in NATIONALITIES else at + 1
        elif (token.text == "-" and token.start == tokens[at - 1].end) or (token.lower == "'s" and owners[at - 1] >= 0):
            end = index
        elif (tokens[at - 1].text == "-" and tokens[at - 1].end == token.start) or (
            token.lower == "and" and end == index and at > index
        ):
            pass
        elif not token.text[0].isalpha() or token.lower in FUNCTION or token.lower in DETERMINERS:
            break
        elif token.lower in HEAD_KINDS or token.lemma in HEAD_KINDS:
            if end > index and token.lemma in VERB_LIKE and token.lower != token.lemma:
                break
            end = at + 1
            if is_plural(token):
                break
        elif token.lower not in MODIFIERS and token.lemma in VERBS:
            break
        at += 1
    return end
