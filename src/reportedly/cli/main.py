"""The ``reportedly`` command. Command files import what they need when they run, so that ``--help`` is quick."""

from __future__ import annotations

import sys

import click

from reportedly.cli.ask import ask
from reportedly.cli.changes import changes
from reportedly.cli.deciding import decide, decisions, review
from reportedly.cli.exporting import export
from reportedly.cli.reading import read
from reportedly.cli.serving import serve
from reportedly.cli.showing import show
from reportedly.cli.tables import claims, disagreements, entities, events, figures, holdings, incidents, reports
from reportedly.cli.telling import brief, timeline
from reportedly.errors import ReportedlyError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="reportedly")
def cli() -> None:
    """Read dated news reports of one unfolding story and write the account.

    What happened, when, where, according to whom, how the numbers moved, where reports contradict one another. Every
    line traces to the characters of a report.

    \b
      reportedly read FOLDER --archive story.db
      reportedly brief story.db
      reportedly serve story.db
      reportedly export story.db --format json
    """


COMMANDS = (
    read, brief, timeline, events, incidents, figures, claims, disagreements, holdings, entities, changes, ask, reports,
    show, review, decide, decisions, serve, export,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run the command; one of our own errors is one line on standard error and exit code 2."""
    try:
        cli(prog_name="reportedly", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ReportedlyError as error:
        click.echo(f"reportedly: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
