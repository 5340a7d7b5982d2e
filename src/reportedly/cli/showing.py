"""``reportedly show``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import (
    an_archive,
    as_json,
    as_of,
    console,
    load_account,
    open_settled,
    print_json,
    print_table,
    visible,
)

if TYPE_CHECKING:
    from datetime import date

    from rich.text import Text

    from reportedly.account.account import Account, ReportEntry
    from reportedly.telling.marks import Mark

STYLES = {
    "claim": "underline",
    "source": "bold magenta",
    "cue": "magenta",
    "event": "bold yellow",
    "figure": "bold green",
    "time": "cyan",
    "place": "blue",
    "furniture": "dim",
}
LAYER_NAMES = tuple(STYLES)


@click.command()
@an_archive
@click.argument("report")
@click.option(
    "--layer",
    "layers",
    multiple=True,
    type=click.Choice(LAYER_NAMES),
    help="Only these layers; give it several times for more.",
)
@as_of
@as_json
def show(archive: str, report: str, layers: tuple[str, ...], as_of: date | None, as_json: bool) -> None:
    """Print a report with its spans marked: sources, claims, events, figures, times, places, and what is not read.

    REPORT is the number that the brief gives it, its id, or its file name.
    """
    from reportedly.telling.marks import LAYERS, find_marks

    account, entry = _with_report(archive, report, as_of)
    marks = find_marks(account, entry.id, [layer for layer in LAYERS if not layers or layer in layers])
    if as_json:
        print_json({"report": entry, "text": account.texts[entry.id], "marks": marks})
        return
    _print_report(entry, visible(account.texts[entry.id]), marks)


def _with_report(archive: str, wanted: str, day: date | None) -> tuple[Account, ReportEntry]:
    """A report and the account of its story; of an archive as it stands now nothing else is loaded."""
    if day is not None or Path(archive).is_dir():
        account = load_account(archive, day=day)
        return account, find_report(account, wanted)
    with open_settled(archive) as opened:
        entry = find_report(opened.account_list(), wanted)
        return opened.story_account(entry.story) or opened.account(), entry


def find_report(account: Account, wanted: str) -> ReportEntry:
    """The report with that number (as in the brief, from 1), id, start of an id, path or file name.

    Raises:
        NotFoundError: none, or more than one.
    """
    from reportedly.errors import NotFoundError

    if wanted.isdigit() and 1 <= int(wanted) <= len(account.reports):
        return account.reports[int(wanted) - 1]
    found = [
        entry
        for entry in account.reports
        if wanted == entry.id or entry.path == wanted or entry.path.endswith("/" + wanted)
    ]
    found = found or [entry for entry in account.reports if len(wanted) >= 3 and entry.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    raise NotFoundError(
        f"{'No report' if not found else f'{len(found)} reports'} called {wanted!r}. "
        f"Give its number (1 to {len(account.reports)}), its id or its file name; `reportedly reports` lists them."
    )


def _print_report(entry: ReportEntry, text: str, marks: Sequence[Mark]) -> None:
    from rich.text import Text

    from reportedly.telling.wording import say_day

    screen = console()
    day = say_day(entry.published) if entry.published else "undated"
    if entry.title:
        screen.print(Text(visible(entry.title), style="bold"))
    screen.print(Text(f"{entry.outlet or 'outlet not known'}, {day} · {entry.path} · {entry.id}", style="dim"))
    screen.print()
    screen.print(_styled(text, marks) if screen.is_terminal and not screen.no_color else Text(_bracketed(text, marks)))
    screen.print()
    rows = [
        (mark.layer, f"{mark.start}-{mark.end}", " ".join(text[mark.start : mark.end].split()), mark.meaning)
        for mark in marks
    ]
    print_table("Marks", ("layer", "where", "words", "read as"), rows, "Nothing was found in this report.")


def _styled(text: str, marks: Sequence[Mark]) -> Text:
    from rich.text import Text

    shown = Text(text)
    for mark in marks:
        shown.stylize(STYLES[mark.layer], mark.start, mark.end)
    legend = Text("\n\n")
    for layer, style in STYLES.items():
        legend.append(layer, style=style)
        legend.append("  ")
    return shown + legend


def _bracketed(text: str, marks: Sequence[Mark]) -> str:
    """The text with ``[layer …]`` around each mark, for where there is no colour."""
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, int] = {}
    for mark in marks:
        opens.setdefault(mark.start, []).append(mark)
        closes[mark.end] = closes.get(mark.end, 0) + 1
    pieces: list[str] = []
    last = 0
    for place in sorted({*opens, *closes}):
        pieces.append(text[last:place])
        pieces.append("]" * closes.get(place, 0))
        pieces += [f"[{mark.layer} " for mark in sorted(opens.get(place, []), key=lambda mark: -mark.end)]
        last = place
    pieces.append(text[last:])
    return "".join(pieces)
