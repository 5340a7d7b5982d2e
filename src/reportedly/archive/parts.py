"""Parts of the stored account, read without the rest: what a list of stories needs, or all of one story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Select, and_, func, or_, select

from reportedly.account.account import Account
from reportedly.archive.accounts import account_of
from reportedly.archive.schema import account_item, report

Row = tuple[str, bytes]
AT_ONCE = 500
"""So many ids are asked for in one statement."""
LEAD = "brief"


def heads(connection: Connection) -> Account:
    """Stories, reports and disagreements of the whole account, and of each brief its first sentence; no texts.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    item = account_item.c
    whole = select(item.kind, item.body).where(item.kind.in_(("stories", "reports", "disagreements")))
    first = select(func.min(item.position)).where(item.kind == LEAD).group_by(item.story)
    leads = select(item.kind, item.body).where(item.kind == LEAD, item.position.in_(first))
    ordered = (chosen.order_by(item.kind, item.position) for chosen in (whole, leads))
    return account_of((row for chosen in ordered for row in _rows(connection, chosen)), {})


def story_part(connection: Connection, story: str) -> Account | None:
    """The rows of the account that belong to one story, with its texts; None where there is no such story.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    item = account_item.c
    rows = list(_by_id(connection, "stories", [story]))
    if not rows:
        return None
    # A decision whose target is gone belongs to no story, and is shown with each.
    adrift = and_(item.kind == "decisions", item.story.is_(None))
    own = select(item.kind, item.body).where(or_(item.story == story, adrift)).order_by(item.kind, item.position)
    of_story = list(_rows(connection, own))
    told = account_of([*rows, *of_story], {})
    origins = dict.fromkeys([*(each.origin for each in told.reports), *(each.origin for each in told.claims)])
    others = [*_by_id(connection, "entities", told.stories[0].entities), *_by_id(connection, "origins", list(origins))]
    found = account_of(others, _texts(connection, told.stories[0].reports))
    return replace(told, entities=found.entities, origins=found.origins, texts=found.texts)


def text_of(connection: Connection, name: str) -> str | None:
    """The text of a report, None where there is none of this id."""
    return connection.scalar(select(report.c.text).where(report.c.id == name))


def story_of(connection: Connection, name: str) -> str | None:
    """The id of the story to which the account gives a report, None where the account does not know it."""
    item = account_item.c
    return connection.scalar(select(item.story).where(item.kind == "reports", item.id == name))


def _by_id(connection: Connection, kind: str, ids: Sequence[str]) -> Iterator[Row]:
    item = account_item.c
    found: list[tuple[int, bytes]] = []
    for start in range(0, len(ids), AT_ONCE):
        wanted = and_(item.kind == kind, item.id.in_(ids[start : start + AT_ONCE]))
        found += [
            (row.position, row.body) for row in connection.execute(select(item.position, item.body).where(wanted))
        ]
    yield from ((kind, body) for _, body in sorted(found))


def _rows(connection: Connection, chosen: Select[tuple[str, bytes]]) -> Iterator[Row]:
    yield from ((row.kind, row.body) for row in connection.execute(chosen))


def _texts(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for start in range(0, len(reports), AT_ONCE):
        chosen = select(report.c.id, report.c.text).where(report.c.id.in_(reports[start : start + AT_ONCE]))
        found |= {row.id: row.text for row in connection.execute(chosen)}
    return found
