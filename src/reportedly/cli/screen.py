"""What the commands share when they write to a terminal: a console, tables, and the JSON form of the same rows."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from reportedly.account.account import Account, ReportEntry
    from reportedly.archive import Archive

as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
of_story = click.option("--story", metavar="ID", help="Only the story of this id (or the start of it).")
a_day: dict[str, Any] = {
    "metavar": "DAY",
    "type": click.DateTime(["%Y-%m-%d"]),
    "callback": lambda _context, _option, value: value and value.date(),
}
"""What every option that takes a day (2024-03-08) has in common."""
as_of = click.option(
    "--as-of",
    **a_day,
    help="The account as it stood on that day (2024-03-08): only what was published up to and including it.",
)
SHOWN_STORIES = 20
an_archive = click.argument("archive", type=click.Path())


CONTROLS = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),
}


def visible(text: str) -> str:
    """The text with control characters, also those that turn the direction of writing, shown as signs, one for one."""
    return text.translate(CONTROLS)


def console() -> Console:
    """A console on standard output; 100 columns wide where there is no terminal."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 100)


def load_account(archive: str, story: str | None = None, day: date | None = None) -> Account:
    """The account of an archive, now or as it stood on a day, or the part of it that belongs to one story.

    Instead of an archive a folder of reports may be given: it is read, and nothing is kept. Undated reports, which no
    past day knows, are named on standard error.

    Raises:
        ArchiveError: there is no such archive.
        IntakeError: there is no report in the folder.
        NotFoundError: it has no such story.
    """
    from reportedly.account.account import Account

    if Path(archive).is_dir():
        from reportedly.pipeline import read

        account = read([archive], as_of=day)
        return only_story(account, story) if story else account
    with open_settled(archive) as opened:
        wanted = meant_story(opened, story) if story else None
        if day is None:
            return opened.account() if wanted is None else opened.story_account(wanted) or Account()
        account = load_past(opened, day)
    return only_story(account, story) if story else account


@contextmanager
def open_settled(path: str) -> Iterator[Archive]:
    """An archive, with an account: one that an older version made, or a run that was killed, is reckoned first.

    Raises:
        ArchiveError: there is no such archive.
    """
    from reportedly.archive import Archive
    from reportedly.pipeline import settle

    with Archive.open(path, create=False) as archive:
        if not archive.has_account() and archive.waiting(1):
            settle(archive)
        yield archive


def meant_story(archive: Archive, wanted: str) -> str:
    """The one story whose id starts with ``wanted``, or that took in the story which once had this id.

    Raises:
        NotFoundError: there is none, or more than one; names those there are.
    """
    from reportedly.errors import NotFoundError

    known = archive.stories()
    found = [story for story in known if story.startswith(wanted)]
    former = archive.story_of(wanted) if not found else None
    if former:
        return former
    if len(found) != 1:
        shown = ", ".join(known[:SHOWN_STORIES]) + (" …" if len(known) > SHOWN_STORIES else "") or "none"
        raise NotFoundError(f"{len(found)} stories have an id that starts with {wanted!r}. The stories are: {shown}.")
    return found[0]


def load_past(archive: Archive, day: date) -> Account:
    """The account of an open archive as it stood on a day; undated reports are counted on standard error."""
    from reportedly.pipeline import account_as_of
    from reportedly.telling.wording import say_count, say_day

    undated = archive.undated()
    if undated:
        left_out = f"as of {say_day(day)}: {say_count(undated, 'report')} without a day of publication left out"
        click.echo(left_out, err=True)
    return account_as_of(archive, day)


def only_story(account: Account, wanted: str) -> Account:
    """The rows of an account that belong to the one story whose id starts with ``wanted``."""
    from dataclasses import replace

    from reportedly.errors import NotFoundError

    found = [story for story in account.stories if story.id.startswith(wanted)]
    if len(found) != 1:
        known = ", ".join(story.id for story in account.stories) or "none"
        raise NotFoundError(f"{len(found)} stories have an id that starts with {wanted!r}. The stories are: {known}.")
    story, reports = found[0], set(found[0].reports)
    return replace(
        account,
        stories=(story,),
        reports=tuple(row for row in account.reports if row.id in reports),
        claims=tuple(row for row in account.claims if row.report in reports),
        figures=tuple(row for row in account.figures if row.report in reports),
        times=tuple(row for row in account.times if row.report in reports),
        places=tuple(row for row in account.places if row.report in reports),
        events=tuple(row for row in account.events if row.story == story.id),
        series=tuple(row for row in account.series if row.story == story.id),
        incidents=tuple(row for row in account.incidents if row.story == story.id),
        disagreements=tuple(row for row in account.disagreements if row.story == story.id),
        timeline=tuple(row for row in account.timeline if row.story == story.id),
        brief=tuple(row for row in account.brief if row.story == story.id),
        decisions=tuple(row for row in account.decisions if row.story in {story.id, None}),
        holdings=tuple(row for row in account.holdings if any(claim.split(".")[0] in reports for claim in row.claims)),
    )


def print_json(value: Any) -> None:
    """One JSON value on standard output."""
    import msgspec

    from reportedly.export.json import whole_numbers

    encoded = msgspec.json.encode(whole_numbers(msgspec.to_builtins(value)))
    click.echo(msgspec.json.format(encoded, indent=2).decode())


WIDEST = 24
"""Characters that the column with the most to say has at least."""


def print_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], empty: str, widest: str | None = None
) -> None:
    """A table on standard output, or ``empty`` where there is no row; ``widest`` is the column that is not
    squeezed for the others.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, expand=False,
        pad_edge=False,
    )  # fmt: skip
    for column in columns:
        whole = widest is not None and column == columns[-1]
        width = WIDEST if column == widest else None
        table.add_column(column, overflow="fold", vertical="top", min_width=width, no_wrap=whole)
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    if table.row_count:
        console().print(table)
    else:
        click.echo(empty)


def say_report(number: int, report: ReportEntry) -> str:
    """The line that lists a report under a brief: "[3] The Herald, 6 March 2024, 03_herald.txt"."""
    from pathlib import PurePath

    from reportedly.telling.wording import say_day

    day = say_day(report.published) if report.published else "undated"
    outlet = report.outlet or "outlet not known"
    return visible(f"[{number}] {outlet}, {day}, {PurePath(report.path).name}")
