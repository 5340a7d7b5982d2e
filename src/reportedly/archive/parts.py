"""Parts of the stored account, read without the rest: some stories, or the heads of all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from reportedly.account.account import Account, Decision
from reportedly.account.decisions import with_states
from reportedly.account.decisions.addressing import anchors_in
from reportedly.account.reckon import bind, with_history
from reportedly.archive.accounts import Row, parts_of
from reportedly.archive.heads import KIND, Head, decode
from reportedly.archive.history import decisions_in
from reportedly.archive.ledger import pieces
from reportedly.archive.schema import chapter, gathered, line, report
from reportedly.telling.ask.passages import Line

EXCERPT = ("binding", "stories", "reports", "entities")
DECIDED = ("binding", "stories", "reports", "decisions")
LISTED = ("binding", "stories", "reports")
REPORT = re.compile(r"\br[0-9a-z]{10}\b")
"""The id of a report, as ids of what stands in it hold it."""
_lines = msgspec.msgpack.Decoder(tuple[Line, ...])


def whole(connection: Connection) -> Account:
    """The whole account with all texts.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    bound = bind(parts_of(_rows(connection, _chapters()), _texts(connection, select(report.c.id, report.c.text))))
    return with_history(bound, decisions_in(connection))


def account_of(connection: Connection, stories: Collection[str]) -> Account:
    """The account of some stories with their texts, as if there were no others.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    texts = select(report.c.id, report.c.text).join(gathered, gathered.c.report == report.c.id)
    rows: list[Row] = []
    words: dict[str, str] = {}
    for piece in pieces(stories):
        rows += _rows(connection, _chapters().where(chapter.c.story.in_(piece)))
        words |= _texts(connection, texts.where(gathered.c.story.in_(piece)))
    return _with_own_history(connection, bind(parts_of(rows, words)))


def account_about(connection: Connection, ids: Collection[str]) -> Account:
    """The account of the stories that some ids of its rows stand in: each id names a report; all where one names none.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    named = [REPORT.findall(each) for each in ids if each]
    homes = reports_named(connection, {report for found in named for report in found})
    if not all(any(report in homes for report in found) for found in named):
        return whole(connection)
    return account_of(connection, set(homes.values()))


def history(connection: Connection) -> tuple[Decision, ...]:
    """Every decision with what became of it in the account.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    made = decisions_in(connection)
    if not made:
        return ()
    told = select(chapter.c.story).where(chapter.c.kind == "decisions")
    rows = _rows(connection, _chapters().where(chapter.c.story.in_(told), chapter.c.kind.in_(DECIDED)))
    obeyed = bind(parts_of(rows, {})).decisions
    anchored = {anchor.report for each in made for anchor in anchors_in(each)}
    return with_states(made, obeyed, reports_named(connection, anchored))


def _with_own_history(connection: Connection, account: Account) -> Account:
    """An account of some stories with the decisions about them, and those that belong to no story."""
    history = decisions_in(connection)
    if not history:
        return account
    anchored = {anchor.report for each in history for anchor in anchors_in(each)}
    homes = reports_named(connection, anchored)
    own = {story.id for story in account.stories}
    told = with_states(history, account.decisions, homes)
    return replace(account, decisions=tuple(each for each in told if each.story in own or each.story is None))


def reports_named(connection: Connection, reports: Collection[str]) -> dict[str, str]:
    """Those of some reports that the account holds, each with its story."""
    return {
        row.report: row.story
        for piece in pieces(reports)
        for row in connection.execute(select(gathered.c.report, gathered.c.story).where(gathered.c.report.in_(piece)))
    }


def excerpt(connection: Connection, found: Mapping[str, str]) -> Account:
    """Of the account what a search shows: claims of some reports, given with their stories; of these stories also the
    names and the list of reports.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    rows: list[Row] = []
    for piece in pieces(set(found.values())):
        rows += _rows(connection, _chapters().where(chapter.c.story.in_(piece), chapter.c.kind.in_(EXCERPT)))
    for piece in pieces(found):
        own = _chapters().where(chapter.c.story.in_(set(found.values())), chapter.c.kind == "claims")
        rows += _rows(connection, own.where(chapter.c.report.in_(piece)))
    return bind(parts_of(rows, {}))


def listed(connection: Connection) -> Account:
    """Stories and reports of the whole account; no texts.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    return bind(parts_of(_rows(connection, _chapters().where(chapter.c.kind.in_(LISTED))), {}))


def heads_of(connection: Connection) -> list[Head]:
    """The heads of all stories, in no order.

    Raises:
        msgspec.MsgspecError: a row is no head.
    """
    # Named by story and report as well, so that the table's key finds them and no other chapter is looked at.
    head = (chapter.c.kind == KIND) & (chapter.c.report == "")
    chosen = select(chapter.c.body).where(chapter.c.story.in_(select(gathered.c.story).distinct()) & head)
    return [decode(body) for body in connection.scalars(chosen)]


def reports_of(connection: Connection, story: str | None, most: int) -> dict[str, str]:
    """The reports of one story, or of all, each with its story; no more than ``most``."""
    chosen = select(gathered.c.report, gathered.c.story)
    if story is not None:
        chosen = chosen.where(gathered.c.story == story)
    return {row.report: row.story for row in connection.execute(chosen.limit(most))}


def count(connection: Connection) -> int:
    """How many reports the account holds."""
    return connection.scalar(select(func.count()).select_from(gathered)) or 0


def last_day(connection: Connection, story: str | None) -> date | None:
    """The last day of publication of one story, or of all."""
    chosen = select(func.max(gathered.c.published))
    found: date | None = connection.scalar(chosen if story is None else chosen.where(gathered.c.story == story))
    return found


def lines(connection: Connection, reports: Collection[str]) -> dict[str, tuple[Line, ...]]:
    """The sentences of some reports with their terms."""
    found: dict[str, tuple[Line, ...]] = {}
    for piece in pieces(reports):
        rows = connection.execute(select(line).where(line.c.report.in_(piece)))
        found |= {row.report: _lines.decode(row.body) for row in rows}
    return found


def _chapters() -> Select[Any]:
    return select(chapter.c.story, chapter.c.kind, chapter.c.report, chapter.c.body)


def _rows(connection: Connection, chosen: Select[Any]) -> Iterable[Row]:
    return [(row.story, row.kind, row.report, row.body) for row in connection.execute(chosen)]


def _texts(connection: Connection, chosen: Select[Any]) -> dict[str, str]:
    return {row.id: row.text for row in connection.execute(chosen)}
