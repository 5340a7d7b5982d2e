"""``reportedly read``."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import as_json, as_of, load_past, print_json, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reportedly.account.account import Account
    from reportedly.pipeline import Progress
    from reportedly.tally import Summary

MOST_LEFT_OUT = 5
"""How many files that are no reports are named; the rest are counted."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "--archive", "-a", metavar="FILE", type=click.Path(), help="Keep reports, readings and the account in this file."
)
@click.option("--spans", is_flag=True, help="Print the cited words under each sentence of the brief.")
@click.option("--quiet", "-q", is_flag=True, help="Print the summary of what was read, not the brief.")
@click.option(
    "--processes",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes read; by default one for each core, or one alone where there are few reports.",
)
@as_of
@as_json
def read(
    paths: tuple[str, ...],
    archive: str | None,
    spans: bool,
    quiet: bool,
    processes: int | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Read reports (files or folders) and print the brief.

    What cannot be read is named with the reason and a remedy, and the rest goes on. The exit code is 0 as long as
    anything could be read, 2 if nothing could. Reading the same folder into the same archive again adds nothing.
    """
    from reportedly.cli.telling import print_brief

    with _progress() as progress:
        account, summary = _read(paths, archive, as_of, progress, processes)
    if as_json:
        print_json({"summary": summary, "brief": account.brief})
    else:
        _print_summary(summary)
        if summary.total and not quiet:
            print_brief(account, spans=spans)
            if not archive:
                click.echo(
                    "\nNothing was kept. Add --archive story.db to keep the account and to ask more of it.", err=True
                )
    if summary.total == 0:
        sys.exit(2)


def _read(
    paths: Sequence[str], archive: str | None, day: date | None, progress: Progress | None, processes: int | None
) -> tuple[Account, Summary]:
    from reportedly.pipeline import ingest, read_with_summary

    if archive is None:
        return read_with_summary(paths, as_of=day, progress=progress, processes=processes)
    from reportedly.archive import Archive

    with Archive.open(archive) as opened:
        summary = ingest(paths, opened, progress=progress, processes=processes)
        return (opened.account() if day is None else load_past(opened, day)), summary


def _print_summary(summary: Summary) -> None:
    for notice in summary.notices:
        click.echo(visible(f"{notice.severity}: {notice}"), err=True)
    for left_out in summary.left_out[:MOST_LEFT_OUT]:
        click.echo(visible(f"left out: {left_out.place}: {left_out.reason}"), err=True)
    if len(summary.left_out) > MOST_LEFT_OUT:
        click.echo(f"left out: {len(summary.left_out) - MOST_LEFT_OUT} more files", err=True)
    click.echo(summary.in_words(), err=True)


def _progress() -> AbstractContextManager[Progress | None]:
    """A progress bar on standard error where that is a terminal."""
    return _Bar() if sys.stderr.isatty() else nullcontext()


class _Bar:
    """A context manager around a progress bar; gives the function that moves it."""

    def __enter__(self) -> Progress:
        from rich.console import Console
        from rich.progress import Progress as ProgressBar

        self.bar = ProgressBar(console=Console(stderr=True), transient=True)
        self.bar.start()
        self.task = self.bar.add_task("reading", total=None)
        return self.move

    def move(self, done: int, total: int) -> None:
        """Show how far the run is; when all is read, the account is being reckoned."""
        stage = "reading reports" if done < total else "reckoning the account"
        self.bar.update(self.task, description=stage, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        self.bar.stop()
