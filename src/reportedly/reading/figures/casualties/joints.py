"""How the persons of one sentence stand to one another: listed, one by two names, or a whole and its part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportedly.reading.figures.casualties.fates import REFLEXIVE
from reportedly.reading.figures.casualties.lexicon import casualties
from reportedly.reading.figures.casualties.persons import INDEFINITE, Fate, Person
from reportedly.reading.figures.counted import looks_verbal
from reportedly.reading.figures.numbers import word
from reportedly.reading.reading import Token
from reportedly.records import replace

ANYBODY = frozenset(
    {"people", "persons", "victims", "others", "adults", "teenagers", "teens", "children", "men", "women"}
)
LISTING = frozenset({",", "and", "as", "well", "with", "along", "then"})
WHOLE = frozenset({"people", "persons", "victims", "others"})
SINGLE = frozenset({"one", "1"})
NAMING = frozenset({"identified", "identify", "identifies", "identifying", "named"})
LONGEST_PART = 6


def find_gaps(tokens: Sequence[Token], persons: Sequence[Person], fates: Sequence[Fate | None]) -> list[str]:
    """What stands between each person and the next: "and" where they are listed, "is" where one is the other."""
    gaps = [
        "and" if _may_share(*shared) and _are_listed(tokens, one, other) else _gap(tokens, one, other)
        for (one, other), shared in zip(pairwise(persons), pairwise(fates), strict=True)
    ]
    _list_kin(tokens, persons, gaps)
    return gaps


def share_fates(
    tokens: Sequence[Token],
    persons: Sequence[Person],
    gaps: Sequence[str],
    fates: list[Fate | None],
    governed: list[bool],
) -> None:
    """Give each person the fate of who is listed beside them, is them by another name, or is a part of them, where they
    have none; ``governed`` says of each whether a verb of harm has them as its object.
    """
    _tell_whole(tokens, persons, fates)
    _share(fates, persons, gaps, governed)


def _tell_whole(tokens: Sequence[Token], persons: Sequence[Person], fates: list[Fate | None]) -> None:
    """Give a count the fate that is told after its part: "four people, including a boy, were shot"."""
    for at in range(len(persons) - 1):
        between = [token.lower for token in tokens[persons[at].last : persons[at + 1].first]]
        part = fates[at + 1]
        if persons[at].count and fates[at] is None and part and between in ([",", "including"], ["including"]):
            fates[at] = Fate(part.harm)


def _list_kin(tokens: Sequence[Token], persons: Sequence[Person], gaps: list[str]) -> None:
    """Join by "and" what a list joins by a comma: "his wife, son and daughter", "a husband, wife and their child"."""
    for at in range(len(gaps) - 2, -1, -1):
        one, other = persons[at], persons[at + 1]
        between = [token.lower for token in tokens[one.last : other.first]]
        nouns = one.form == other.form == "noun" and (not other.article or one.article in INDEFINITE)
        kin = {word(tokens, one.head), word(tokens, other.head)} <= casualties().kin
        if gaps[at + 1] == "and" and between == [","] and nouns and kin:
            gaps[at] = "and"


def _share(fates: list[Fate | None], persons: Sequence[Person], gaps: Sequence[str], governed: list[bool]) -> None:
    """Give each person the fate of who is listed beside them, or is them by another name, where they have none."""
    for at in range(len(gaps) - 1, -1, -1):
        if gaps[at] and fates[at] is None:
            fates[at] = fates[at + 1]
    for at, gap in enumerate(gaps):
        fate = fates[at]
        if gap == "is" and fates[at + 1] is None:
            fates[at + 1] = fate
        if gap != "and" or fate is None or not governed[at]:
            continue
        following = fates[at + 1]
        if following is None or (following.own and not fate.own and persons[at + 1].article not in REFLEXIVE):
            fates[at + 1] = replace(fate, own=False)  # "shot his wife and son before killing himself"
            governed[at + 1] = True


def find_members(tokens: Sequence[Token], persons: Sequence[Person], gaps: Sequence[str]) -> set[int]:
    """Those who are told of one by one right after their count: "four people, a man, a boy and two women, were hit"."""
    found: set[int] = set()
    for at, person in enumerate(persons):
        if person.count is None or word(tokens, person.last) != "," or word(tokens, person.head) not in ANYBODY:
            continue
        if at + 1 < len(persons) and _are_listed(tokens, person, persons[at + 1]):
            continue
        after, total = at + 1, 0
        while after < len(persons) and total < person.count and (after == at + 1 or gaps[after - 1]):
            if after == at + 1 and persons[after].first > person.last + 1:
                break
            total += persons[after].count or 1
            found.add(after)
            after += 1
    return found


def _gap(tokens: Sequence[Token], one: Person, other: Person) -> str:
    """ "and" where two persons are joined, "is" where one names the other ("the victim, Dana Okoro"), else ""."""
    between = [token.lower for token in tokens[one.last : other.first]]
    if (one.form == "pronoun" and one.article not in REFLEXIVE) or (
        other.form == "pronoun" and other.article not in REFLEXIVE
    ):
        return ""
    if one.last > one.head + 1 and tokens[one.last - 1].lower == ",":
        between.insert(0, ",")
    if between and all(each in LISTING for each in between) and "and" in between:
        return "and"
    bare = (one.count is None or other.count is None) and all(
        not each.article or each.count is not None for each in (one, other)
    )
    if between == [","] and one.form != "name" and other.form != "name" and bare:  # "2 boys, woman shot"
        return "and"
    if between in (["is"], ["was"]) and other.article in INDEFINITE and other.age is None:
        return "is"  # "the victim is a teenager"
    if _is_renamed(tokens, one, other, between):
        return "is"
    if between == [","] and one.article in INDEFINITE and other.article in INDEFINITE and one.age != other.age:
        return "and"
    if between == ["as"] and word(tokens, one.first - 1) in NAMING:  # "identified the victim as Dana Okoro"
        return "is"
    if between in ([","], []) or between in (
        ["identified", "as"],
        [",", "identified", "as"],
        ["was", "identified", "as"],
    ):
        if one.form == other.form == "name":
            return "and" if between == [","] else ""
        return "is"
    return ""


def _are_listed(tokens: Sequence[Token], one: Person, other: Person) -> bool:
    """Whether two counts stand side by side: "two adults, two children killed", "three women, one man hurt"."""
    nouns = all(
        each.form == "noun"
        and each.head > each.first
        and (each.count or each.article in SINGLE)
        and not looks_verbal(tokens[each.head])  # "1 detained, 1 wounded"
        for each in (one, other)
    )
    whole = word(tokens, one.head) in WHOLE  # "four people, two men and two women"
    return nouns and not whole and word(tokens, one.last) == "," and other.first == one.last + 1


def _may_share(fate: Fate | None, following: Fate | None) -> bool:
    return fate is None or (following is not None and fate.harm == following.harm)


def _is_renamed(tokens: Sequence[Token], one: Person, other: Person, between: Sequence[str]) -> bool:
    """ "a second victim, an 18-year-old man", "one of the teens, 17-year-old Dana Okoro"."""
    if other.form == "name" and one.form == "elided":
        return between[:2] == ["of", "the"] and between[-1] == "," and len(between) < LONGEST_PART
    vague = one.form == "noun" and one.age is None and word(tokens, one.head) in {"victim", "person"}
    return vague and between == [","] and one.count is None and other.count is None
