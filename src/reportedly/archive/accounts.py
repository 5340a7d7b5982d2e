"""An account as rows, and back."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import msgspec

from reportedly.account.account import Account

VERSION = "1"
"""The version of what reckoning and telling give; a stored account of another version is reckoned anew."""
NOT_STORED = "texts"


@cache
def form() -> str:
    """What identifies how accounts are reckoned and written: the version, and a hash of the account's data classes."""
    schema = msgspec.json.encode(msgspec.json.schema(Account), order="sorted")
    return f"{VERSION} {hashlib.sha256(schema).hexdigest()[:12]}"


def rows_of(account: Account) -> list[dict[str, Any]]:
    """One row per thing in the account; ``position`` is its place among its kind.

    ``story`` is the story that it belongs to, None for what may belong to several: stories themselves, origins, and
    entities, which their stories name.
    """
    encode, stories = msgspec.json.Encoder().encode, stories_of(account)
    return [
        {
            "kind": kind,
            "position": position,
            "id": getattr(item, "id", None),
            "story": _story(item, stories),
            "body": encode(item),
        }
        for kind in _decoders()
        for position, item in enumerate(getattr(account, kind))
    ]


def stories_of(account: Account) -> dict[str, str]:
    """The story of each report and of each claim, by id."""
    of_report = {report.id: report.story for report in account.reports}
    return of_report | {claim.id: of_report.get(claim.report, "") for claim in account.claims}


def _story(item: Any, stories: Mapping[str, str]) -> str | None:
    """A thing's own story, else that of its report, else that of its first claim (a holding has nothing else)."""
    own: str | None = getattr(item, "story", None)
    witness = getattr(item, "report", None) or next(iter(getattr(item, "claims", ())), "")
    return own or stories.get(witness) or None


def account_of(rows: Iterable[tuple[str, bytes]], texts: dict[str, str]) -> Account:
    """The account of some rows (kind, body), which stand in order of position.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    bodies: defaultdict[str, list[bytes]] = defaultdict(list)
    for kind, body in rows:
        bodies[kind].append(body)
    decoders = _decoders()
    joined = {kind: b"[" + b",".join(found) + b"]" for kind, found in bodies.items() if kind in decoders}
    return Account(**{kind: decoders[kind].decode(body) for kind, body in joined.items()}, texts=texts)


@cache
def _decoders() -> dict[str, msgspec.json.Decoder[Any]]:
    """A decoder for each kind of thing in an account, in the account's order."""
    types = get_type_hints(Account)
    names = [field.name for field in fields(Account) if field.name != NOT_STORED]
    return {name: msgspec.json.Decoder(types[name]) for name in names}
