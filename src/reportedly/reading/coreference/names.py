"""Names that mean the same: equal words, last names, acronyms, and names that the text sets equal."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from reportedly.data import load_table
from reportedly.reading.coreference.clusters import Clusters
from reportedly.reading.reading import Mention

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "al", "&"})
ACTORS = frozenset({"organisation", "group", "facility", "event", "other", "vehicle", "product"})
BETWEEN_ALIASES = re.compile(
    r"\s*(?:\(\s*(?:the\s+|or\s+|also\s+known\s+as\s+|aka\s+)?|,\s+(?:or|also\s+known\s+as|known\s+as|aka|called)\s+(?:the\s+)?|,?\s+(?:also\s+)?known\s+as\s+(?:the\s+)?)[\"'“‘]?\s*",
    re.IGNORECASE,
)


@cache
def aliases() -> dict[str, str]:
    """The first name of each row of known aliases, by every name in that row (lower case)."""
    return {name.lower(): row[0].lower() for row in load_table("aliases.toml")["same"] for name in row}


CREDIT = re.compile(r"\b(?:reporting|editing|edited|writing|written|compiled) by\b[^\n]{0,160}$", re.IGNORECASE)
"""What stands before the names of those who made a report; nobody in it is meant by them."""


def join_names(mentions: Sequence[Mention], text: str, clusters: Clusters) -> None:
    """Joins the names of a report that mean the same."""
    named = [index for index, mention in enumerate(mentions) if mention.form == "name" and mention.name]
    _join_equal(named, mentions, clusters)
    _join_set_equal(named, mentions, text, clusters)
    _join_last_names([index for index in named if not _is_credited(mentions[index], text)], mentions, clusters)
    _join_shortened(named, mentions, clusters)
    _join_acronyms(named, mentions, clusters)


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name for comparing: lower case, straight apostrophes, no article, no dots, single spaces."""
    plain = " ".join(name.lower().replace("’", "'").replace(".", "").split())
    return aliases().get(plain.removeprefix("the "), plain.removeprefix("the "))


def _join_equal(named: Sequence[int], mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Equal names are one, but the people ("Syrians") and the adjective ("Syrian") stay apart from the place."""
    first: dict[tuple[str, bool], int] = {}
    for index in named:
        mention = mentions[index]
        key = (key_of(mention.name or ""), mention.kind == "nationality")
        clusters.join(first.setdefault(key, index), index)


def _join_set_equal(named: Sequence[int], mentions: Sequence[Mention], text: str, clusters: Clusters) -> None:
    """As in "Syrian Democratic Forces, or SDF", "Islamic State (Isis)".

    One of the two is short for the other, or both are of one kind.
    """
    for left, right in pairwise(named):
        first, second = mentions[left], mentions[right]
        gap = text[first.end : second.start]
        if not 1 < len(gap) < 24 or not BETWEEN_ALIASES.fullmatch(gap):
            continue
        one, two = first.name or "", second.name or ""
        is_short = is_short_for(two, one) or is_short_for(one, two)
        said = "(" not in gap and _may_be_same(first, second)
        short_form = (
            (second.name or "").isupper()
            and first.kind in ACTORS
            and second.kind in ACTORS
            and len((first.name or "").split()) > 1
        )
        known = first.kind == second.kind == "group"
        if is_short or said or short_form or known:
            clusters.join(left, right)


def _may_be_same(first: Mention, second: Mention) -> bool:
    return first.kind == second.kind or "other" in {first.kind, second.kind} or {first.kind, second.kind} <= ACTORS


def is_acronym_of(short: str, full: str) -> bool:
    """Whether the letters of ``short`` are the initials of ``full`` in order ("SDF"), small words left out or in."""
    words = _words_of_full(short, full)
    large = [word for word in words if word not in SMALL]
    return bool(words) and _letters(short) in {_initials(words), _initials(large)}


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is an acronym of ``full`` that may also take letters inside its words ("CENTCOM")."""
    large = [word for word in _words_of_full(short, full) if word not in SMALL]
    return is_acronym_of(short, full) or (bool(large) and _is_spelled_in(_letters(short), large))


def _letters(short: str) -> str:
    return short.replace(".", "").lower()


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _words_of_full(short: str, full: str) -> list[str]:
    """The words of the full name in lower case; none where ``short`` does not look like an acronym of several words."""
    capitals = sum(char.isupper() for char in short)
    words = [word for word in re.split(r"[\s\-]+", full.lower()) if word]
    fits = 2 <= len(_letters(short)) <= 8 and short[:1].isupper() and capitals > 1 and " " not in short
    return words if fits and len(words) > 1 else []


def _is_spelled_in(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are found in the words in order, each word giving its first letter before any other."""
    at = 0
    for word in words:
        if at >= len(letters) or word[0] != letters[at]:
            return False
        at += 1
        for char in word[1:]:
            if at < len(letters) and char == letters[at]:
                at += 1
    return at == len(letters)


def _join_last_names(named: Sequence[int], mentions: Sequence[Mention], clusters: Clusters) -> None:
    """A single name joins the latest full name before it (or the first after it) that ends or begins with it.

    Of several people who share it the first named counts; see ``_leading``.
    """
    people = [index for index in named if mentions[index].kind in {"person", "other"}]
    full = [index for index in people if mentions[index].kind == "person" and len(_words(mentions[index])) > 1]
    holders: dict[str, list[int]] = defaultdict(list)
    for index in full:
        words = _words(mentions[index])
        for tail in {words[-1], " ".join(words[1:]), "-".join(words[-1].split("-")[-1:])}:
            holders[tail].append(index)
    firsts: dict[str, list[int]] = defaultdict(list)
    for index in full:
        firsts[_words(mentions[index])[0]].append(index)
    bearers = {name: _leading(indexes, mentions) for name, indexes in {**firsts, **holders}.items()}
    for index in people:
        candidates = bearers.get(" ".join(_words(mentions[index])))
        if candidates:
            clusters.join(_nearest(index, candidates), index)


def _is_credited(mention: Mention, text: str) -> bool:
    """As in "(Reporting by Uma Lund in Oslo; Editing by Kim Berg)": the "Kim" of the report is another."""
    before = text[max(0, mention.start - 200) : mention.start] if mention.kind in {"person", "other"} else ""
    return " by " in before and CREDIT.search(before) is not None


def _leading(candidates: Sequence[int], mentions: Sequence[Mention]) -> Sequence[int]:
    """Those of the bearers of one last name who have the first name of whom the report names first.

    In a story on Uma Lund that later names her father, Robert Lund, "Lund" goes on meaning her (or "Uma May Lund").
    """
    lead = _words(mentions[candidates[0]])[0]
    return [index for index in candidates if _words(mentions[index])[0] == lead]


def _nearest(index: int, candidates: Sequence[int]) -> int:
    """The latest candidate before the mention, else the first after it; candidates are in order."""
    before = bisect_left(candidates, index)
    return candidates[before - 1] if before else candidates[0]


def _words(mention: Mention) -> list[str]:
    return key_of(mention.name or "").split()


def _join_shortened(named: Sequence[int], mentions: Sequence[Mention], clusters: Clusters) -> None:
    """As in "Norden Kaisha" for "Norden Kaisha Ltd.", "Norden" for "Norden Marine": the first words of one longer name.

    Not where the kinds differ ("Suez" and "Suez Canal", "Syria" and "Syria TV") or two longer names begin so.
    """
    actors = [index for index in named if mentions[index].kind in ACTORS and mentions[index].kind != "event"]
    starts: dict[str, dict[int, int]] = defaultdict(dict)
    for index in actors:
        words = _words(mentions[index])
        for length in range(1, len(words)):
            starts[" ".join(words[:length])].setdefault(clusters.root(index), index)
    full = [_words(mentions[index]) for index in named if mentions[index].kind == "person"]
    borne = {word for words in full if len(words) > 1 for word in words}
    for index in (index for index in named if mentions[index].kind in ACTORS | {"person"}):
        longer = starts.get(" ".join(_words(mentions[index])), {})
        if mentions[index].kind == "person" and borne.issuperset(_words(mentions[index])):
            # "Berg" is Anna Berg, whatever the Berg Foundation does.
            continue
        if len(longer) == 1 and not (mentions[index].name or "").isupper():
            other = next(iter(longer.values()))
            if _fits(mentions[index], mentions[other]):
                clusters.join(other, index)


def _fits(short: Mention, long: Mention) -> bool:
    if short.kind == "person":
        return not short.roles and long.kind in {"organisation", "vehicle"} and len((long.name or "").split()) > 1
    return short.kind == long.kind or short.kind == "other" or long.kind == "other"


def _join_acronyms(named: Sequence[int], mentions: Sequence[Mention], clusters: Clusters) -> None:
    """An acronym that the text does not explain joins the only name whose initials it shows."""
    shorts = {
        index
        for index in named
        if (mentions[index].name or "").replace(".", "").isupper()
        and " " not in (mentions[index].name or "")
        and mentions[index].kind != "place"
    }
    seen: dict[str, int] = {}
    for index in sorted(shorts):
        name = mentions[index].name or ""
        if name in seen:
            continue
        seen[name] = index
        full = {
            clusters.root(other): other
            for other in named
            if other not in shorts
            and mentions[other].kind in ACTORS
            and is_acronym_of(name, mentions[other].name or "")
        }
        if len(full) == 1:
            clusters.join(next(iter(full.values())), index)
