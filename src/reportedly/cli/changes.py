"""``reportedly changes``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import a_day, an_archive, as_json, console, of_story, only_story, print_json, visible

if TYPE_CHECKING:
    from datetime import date

    from reportedly.account.account import Account
    from reportedly.telling.changes import Change

HEADINGS = {
    "new": "What is new",
    "revised": "What was revised",
    "withdrawn": "What was withdrawn",
    "settled": "What is settled",
}


@click.command()
@an_archive
@click.option("--since", required=True, help="The first day whose reports count as new.", **a_day)
@click.option("--until", help="The last day whose reports count (else the last there is).", **a_day)
@of_story
@as_json
def changes(archive: str, since: date, until: date | None, story: str | None, as_json: bool) -> None:
    """Print what changed since a day: what is new, revised, withdrawn or settled.

    The account as it stood on the evening before is laid beside the account now (or as it stood on another day).
    """
    from reportedly.archive import Archive
    from reportedly.pipeline import changes_since

    with Archive.open(archive, create=False) as opened:
        account, told = changes_since(opened, since, until)
    if story:
        wanted = only_story(account, story).stories[0].id
        told = tuple(change for change in told if change.story == wanted)
    if as_json:
        print_json(told)
    else:
        _print_changes(account, told, since)


def _print_changes(account: Account, told: tuple[Change, ...], since: date) -> None:
    from rich.text import Text

    from reportedly.cli.telling import print_reports
    from reportedly.telling.wording import say_count, say_day

    screen = console()
    new = sum(report.published is not None and report.published >= since for report in account.reports)
    screen.print(Text(f"Since {say_day(since)}: {say_count(new, 'new report')}", style="bold"))
    if not told:
        screen.print(Text("Nothing changed."))
    for story in account.stories:
        own = [change for change in told if change.story == story.id]
        if own and len(account.stories) > 1:
            screen.print()
            screen.print(Text(visible(story.title), style="bold"))
        _print_kinds(account, own)
    if told:
        print_reports(screen, account)


def _print_kinds(account: Account, own: list[Change]) -> None:
    from rich.text import Text

    from reportedly.cli.telling import print_bullet

    screen = console()
    for kind, heading in HEADINGS.items():
        lines = [change for change in own if change.kind == kind]
        if lines:
            screen.print()
            screen.print(Text(heading, style="bold cyan"))
        for change in lines:
            print_bullet(screen, account, change.sentence, change.citations)
