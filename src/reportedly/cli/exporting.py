"""``reportedly export``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import an_archive, as_of, load_account, of_story

if TYPE_CHECKING:
    from datetime import date

    from reportedly.account.account import Account

FORMATS = ("json", "plover", "acled-csv")


@click.command()
@an_archive
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="json", show_default=True, help="The format to write."
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Write to this file instead of the terminal.",
)
@of_story
@as_of
def export(archive: str, form: str, output: str | None, story: str | None, as_of: date | None) -> None:
    """Write the account to a file.

    \b
    json       the whole account (reportedly/1; its JSON Schema is in the documentation)
    plover     the events as PLOVER records, one JSON object to a line
    acled-csv  the conflict events that are told as facts, in ACLED's columns
    """
    from reportedly.errors import ReportedlyError

    pieces = _pieces(load_account(archive, story, as_of), form)
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    try:
        with open(output, "w", encoding="utf-8") as file:
            file.writelines(pieces)
    except OSError as error:
        raise ReportedlyError(
            f"{output}: cannot be written ({error.strerror}). Give another file with --output."
        ) from None


def _pieces(account: Account, form: str) -> Iterator[str]:
    if form == "plover":
        from reportedly.export.plover import plover_lines

        return plover_lines(account)
    if form == "acled-csv":
        from reportedly.export.acled import acled_lines

        return acled_lines(account)
    from reportedly.export.json import pieces

    return pieces(account)
