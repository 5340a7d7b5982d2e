"""An account as rows, and back."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, get_type_hints

import msgspec

from reportedly.account.account import Account, ReportEntry
from reportedly.account.order import Rank
from reportedly.account.origins import ReportOrigin
from reportedly.account.part import Part
from reportedly.archive import heads
from reportedly.archive.collecting import uncollected

VERSION = "6"
"""The version of what reckoning and telling give; a stored account of another version is reckoned anew."""
Row = tuple[str, str, str, bytes]
"""Of a story (its id), things of one kind, those in one report ("" for all), as JSON."""
NOT_STORED = frozenset({"texts"})
OF_REPORTS = frozenset({"times", "places", "figures", "claims"})
"""Kinds of things that stand in one report each; in an account they stand in the order of its reports."""


@cache
def form() -> str:
    """What identifies how accounts are reckoned and written: the version, and a hash of the account's data classes."""
    schema = msgspec.json.encode(msgspec.json.schema(Account), order="sorted")
    return f"{VERSION} {hashlib.sha256(schema).hexdigest()[:12]}"


def rows_of(part: Part) -> list[Row]:
    """The rows of one story: its head, one row for each kind of thing, of kinds that stand in a report one for each
    report.
    """
    encode = msgspec.json.Encoder().encode
    bound = {name: getattr(part, name) for name in BINDING}
    rows = [("binding", "", encode(bound)), (heads.KIND, "", encode(heads.head_of(part.account)))]
    for kind in _decoders():
        items = getattr(part.account, kind)
        if kind in OF_REPORTS:
            rows += [(kind, report, encode(list(some))) for report, some in groupby(items, key=attrgetter("report"))]
        elif items:
            rows.append((kind, "", encode(items)))
    return [(part.story, *row) for row in rows]


def parts_of(rows: Iterable[Row], texts: Mapping[str, str]) -> list[Part]:
    """The stories of some rows, in any order, with those texts of theirs that are given.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    stories: defaultdict[str, defaultdict[str, dict[str, bytes]]] = defaultdict(lambda: defaultdict(dict))
    for story, kind, report, body in rows:
        stories[story][kind][report] = body
    with uncollected():
        return [_part_of(kinds, texts) for kinds in stories.values()]


def _part_of(kinds: Mapping[str, Mapping[str, bytes]], texts: Mapping[str, str]) -> Part:
    decoders = _decoders()
    found: dict[str, Any] = {
        kind: decoders[kind].decode(bodies[""]) for kind, bodies in kinds.items() if kind in decoders and "" in bodies
    }
    reports: Sequence[ReportEntry] = found.get("reports", ())
    for kind in OF_REPORTS & kinds.keys():
        ordered = (kinds[kind][entry.id] for entry in reports if entry.id in kinds[kind])
        found[kind] = tuple(chain.from_iterable(map(decoders[kind].decode, ordered)))
    own = {entry.id: texts[entry.id] for entry in reports if entry.id in texts}
    bound = _binding.decode(kinds["binding"][""]) if "binding" in kinds else _Binding((), (), ())
    return Part(Account(**found, texts=own), bound.ranks, bound.own, bound.carried)


@cache
def _decoders() -> dict[str, msgspec.json.Decoder[Any]]:
    """A decoder for each kind of thing in an account, in the account's order; origins are bound from those of reports
    and claims.
    """
    types = get_type_hints(Account)
    names = [field.name for field in fields(Account) if field.name not in NOT_STORED]
    return {name: msgspec.json.Decoder(types[name]) for name in names}


@dataclass(frozen=True, slots=True)
class _Binding:
    """What a part has beside its account."""

    ranks: tuple[Rank, ...]
    own: tuple[ReportOrigin, ...]
    carried: tuple[tuple[ReportOrigin, str], ...]


BINDING = ("ranks", "own", "carried")
_binding = msgspec.json.Decoder(_Binding)
