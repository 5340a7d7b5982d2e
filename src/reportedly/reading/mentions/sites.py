"""Descriptions that name where something is: "the dense Sambisa forest", "the railway station of Lund"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.mentions.lexicon import COUNTRIES, DETERMINERS, FUNCTION, SITE_COMPOUNDS, SITES, SITES_OF
from reportedly.reading.mentions.nominals import Nominal
from reportedly.reading.mentions.parts import Part
from reportedly.reading.mentions.whose import shown
from reportedly.reading.reading import Kind, Token

ALL_SITES = SITES | SITES_OF
NAMED: frozenset[Kind] = frozenset({"place", "facility", "other"})
"""The kinds of names that a site is called after: "Apple store" is called after a firm, and is a store all the same."""
BETWEEN = 2
"""Words that may stand between a name and its noun ("Sandvik nuclear power plant")."""


def site_of(
    tokens: Sequence[Token], nominal: Nominal, owners: Sequence[int], parts: Sequence[Part], kinds: Sequence[Kind]
) -> tuple[int, int, Kind] | None:
    """The token range of the name that a description gives a site, and the site's kind; None for plain descriptions."""
    noun = tokens[nominal.head].lower
    if nominal.plural or tokens[nominal.head].text != noun or noun not in ALL_SITES:
        return None
    compound = nominal.head > 0 and tokens[nominal.head - 1].lower in SITE_COMPOUNDS
    kind = "facility" if nominal.kind == "organisation" else nominal.kind
    if nominal.kind not in {"place", "facility"} and not (noun == "station" and compound):
        return None
    first = _called_after(tokens, nominal, owners, parts, kinds) if noun in SITES else None
    if first is not None:
        return first, nominal.head + 1, kind
    return _of_town(tokens, nominal, owners, parts, kinds, kind) if noun in SITES_OF else None


def _called_after(
    tokens: Sequence[Token], nominal: Nominal, owners: Sequence[int], parts: Sequence[Part], kinds: Sequence[Kind]
) -> int | None:
    """As in "Sambisa forest", "Sandvik nuclear power plant": where the name before the noun begins."""
    at = nominal.head - 1
    while at >= 0 and nominal.head - at <= BETWEEN and owners[at] < 0 and tokens[at].lower in SITE_COMPOUNDS:
        at -= 1
    if at < 0 or not _is_namesake(owners[at], parts, kinds):
        return None
    first = parts[owners[at]].first
    after = tokens[nominal.head + 1].lower if nominal.head + 1 < len(tokens) else ""
    # "a US island of some size", "an Egypt jail": one of many.
    return None if after == "of" or shown(tokens, first, at + 1).lower() in COUNTRIES else first


def _of_town(
    tokens: Sequence[Token],
    nominal: Nominal,
    owners: Sequence[int],
    parts: Sequence[Part],
    kinds: Sequence[Kind],
    kind: Kind,
) -> tuple[int, int, Kind] | None:
    """As in "university hospital of Lund", "port of Lund": the noun with its compound, and the town's name."""
    after = nominal.head + 2
    if after >= len(tokens) or tokens[nominal.head + 1].lower != "of" or not _is_namesake(owners[after], parts, kinds):
        return None
    first = nominal.head
    while first > 0 and tokens[first - 1].lower in SITE_COMPOUNDS and tokens[first - 1].lower not in FUNCTION:
        first -= 1
    # "a port of Lund" may be any; "the port of Lund" and "in port of Lund" are the one.
    if first and tokens[first - 1].lower in DETERMINERS - {"the"}:
        return None
    return first, parts[owners[after]].last, kind


def _is_namesake(owner: int, parts: Sequence[Part], kinds: Sequence[Kind]) -> bool:
    return owner >= 0 and parts[owner].label == "name" and kinds[owner] in NAMED
