"""``reportedly export``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import an_archive, as_of, load_account, of_story

if TYPE_CHECKING:
    from datetime import date


@click.command()
@an_archive
@click.option(
    "--format", "form", type=click.Choice(["json"]), default="json", show_default=True, help="The format to write."
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
    """Write the whole account to a file (reportedly/1; its JSON Schema is in the documentation)."""
    from reportedly.errors import ReportedlyError
    from reportedly.export.json import pieces, write_json

    account = load_account(archive, story, as_of)
    if output is None:
        for piece in pieces(account):
            click.echo(piece, nl=False)
        return
    try:
        with open(output, "w", encoding="utf-8") as file:
            write_json(account, file)
    except OSError as error:
        raise ReportedlyError(
            f"{output}: cannot be written ({error.strerror}). Give another file with --output."
        ) from None
