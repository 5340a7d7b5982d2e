"""``reportedly brief`` and ``reportedly timeline``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import (
    an_archive,
    as_json,
    as_of,
    console,
    load_account,
    of_story,
    print_json,
    print_table,
    say_report,
    visible,
)

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console
    from rich.table import Table

    from reportedly.account.account import Account, Citation, Story, TimelineEntry
    from reportedly.telling.shelf import Shelf

HEADINGS = {
    "lead": "In short",
    "happened": "What happened",
    "claims": "Who says what",
    "figures": "The figures",
    "holdings": "Who held what",
    "disputed": "What is disputed",
    "unconfirmed": "What is not confirmed",
    "changes": "What was revised",
}


@click.command()
@an_archive
@of_story
@as_of
@click.option("--spans", is_flag=True, help="Print the cited words under each sentence.")
@as_json
def brief(archive: str, story: str | None, as_of: date | None, spans: bool, as_json: bool) -> None:
    """Print the brief: the account in sentences, each with its citations."""
    account = load_account(archive, story, as_of)
    if as_json:
        print_json(account.brief)
    else:
        print_brief(account, spans=spans)


@click.command()
@an_archive
@of_story
@as_of
@click.option(
    "--limit", type=click.IntRange(min=1), help="Print the weightiest lines alone, at most so many of a story."
)
@click.option("--days", type=click.IntRange(min=1), help="Tell only so many days of a story, the weightiest.")
@click.option("--lines", type=click.IntRange(min=1), default=2, show_default=True, help="With --days: sentences a day.")
@as_json
def timeline(
    archive: str, story: str | None, as_of: date | None, limit: int | None, days: int | None, lines: int, as_json: bool
) -> None:
    """Print what happened, day by day."""
    from reportedly.telling.decided import say_decided
    from reportedly.telling.shelf import Shelf
    from reportedly.telling.wording import say_days

    account = load_account(archive, story, as_of)
    shelf = Shelf(account)
    entries = _entries(account, shelf, limit, days, lines)
    if as_json:
        print_json(entries)
        return
    for each in account.stories:
        rows = [
            (
                say_days(entry.date_earliest, entry.date_latest),
                entry.headline + (f" ({say_decided(entry.decided, account)})" if entry.decided else ""),
                str(entry.independent_origins),
                numbers(entry.citations, shelf.number_of_report),
            )
            for entry in entries
            if entry.story == each.id
        ]
        print_table(each.title, ("day", "what happened", "origins", "reports"), rows, "No event has a day yet.")
    print_reports(console(), account)


def _entries(
    account: Account, shelf: Shelf, limit: int | None, days: int | None, lines: int
) -> tuple[TimelineEntry, ...]:
    """The whole timeline, its weightiest lines, or the weightiest days of every story in some sentences."""
    from reportedly.telling.digest import tell_digest
    from reportedly.telling.timeline import tell_weightiest

    if days:
        return tuple(entry for each in account.stories for entry in tell_digest(each, shelf, days, lines))
    return tell_weightiest(account.timeline, shelf, limit) if limit else account.timeline


def print_brief(account: Account, *, spans: bool = False) -> None:
    """The brief of every story of an account, then the reports that the numbers stand for."""
    screen = console()
    if not account.stories:
        click.echo("There is no report to tell of.")
    for story in account.stories:
        _print_story(screen, account, story, spans)
    print_reports(screen, account)


def _print_story(screen: Console, account: Account, story: Story, spans: bool) -> None:
    from rich.text import Text

    from reportedly.telling.decided import say_decided
    from reportedly.telling.shelf import Shelf

    shelf = Shelf(account)
    screen.print()
    screen.print(Text(visible(story.title), style="bold"))
    screen.print(Text(_extent(account, story), style="dim"))
    section = ""
    for sentence in (each for each in account.brief if each.story == story.id):
        if sentence.section != section:
            section = sentence.section
            screen.print()
            screen.print(Text(HEADINGS[section], style="bold cyan"))
        decided = say_decided(sentence.decided, account)
        screen.print(_bullet(sentence.sentence, sentence.citations, shelf.number_of_report, decided))
        if spans:
            print_spans(screen, account, sentence.citations)


def _extent(account: Account, story: Story) -> str:
    from reportedly.telling.wording import say_count, say_days

    reports = [report for report in account.reports if report.story == story.id]
    outlets = {report.outlet for report in reports if report.outlet}
    origins = {report.origin for report in reports}
    parts = [say_count(len(reports), "report")]
    if outlets:
        parts.append(say_count(len(outlets), "outlet"))
    parts.append(say_count(len(origins), "independent origin"))
    if story.first and story.last:
        parts.append(f"published {say_days(story.first, story.last)}")
    return " · ".join(parts)


def print_bullet(screen: Console, account: Account, sentence: str, citations: Sequence[Citation]) -> None:
    """A sentence with the numbers of the reports that it cites."""
    number_of = {report.id: number for number, report in enumerate(account.reports, start=1)}
    screen.print(_bullet(sentence, citations, number_of))


def _bullet(sentence: str, citations: Sequence[Citation], number_of: dict[str, int], decided: str = "") -> Table:
    """A sentence with its citations and with who decided on it, its further lines below its first word."""
    from rich.table import Table
    from rich.text import Text

    line = Text(visible(sentence))
    line.append(" " + numbers(citations, number_of), style="green")
    if decided:
        line.append(visible(f" ({decided})"), style="magenta")
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text("  •"), line)
    return grid


def print_spans(screen: Console, account: Account, citations: Sequence[Citation]) -> None:
    """The cited words, each with the number of its report and its place there."""
    from rich.text import Text

    number_of = {report.id: number for number, report in enumerate(account.reports, start=1)}
    for citation in citations:
        words = " ".join(account.shown(citation).split())
        place = f"[{number_of[citation.report]}] {citation.start}-{citation.end}"
        screen.print(Text(visible(f"      {place}: {words}"), style="dim"))


def numbers(citations: Iterable[Citation], number_of: dict[str, int]) -> str:
    """The numbers of the cited reports: "[1][4]"."""
    return "".join(f"[{number}]" for number in sorted({number_of[citation.report] for citation in citations}))


def print_cited(screen: Console, account: Account, citations: Iterable[Citation]) -> None:
    """The lines of the reports that are cited."""
    from rich.text import Text

    cited = {citation.report for citation in citations}
    screen.print()
    for number, report in enumerate(account.reports, start=1):
        if report.id in cited:
            screen.print(Text(f"  {say_report(number, report)}", style="dim"))


def print_reports(screen: Console, account: Account) -> None:
    """The list of reports that the numbers stand for, copies named as such."""
    from rich.text import Text

    if not account.reports:
        return
    by_id = {report.id: number for number, report in enumerate(account.reports, start=1)}
    screen.print()
    screen.print(Text("Reports", style="bold cyan"))
    for number, report in enumerate(account.reports, start=1):
        copied = f" (copy of [{by_id[report.copy_of]}])" if report.copy_of in by_id else ""
        screen.print(Text(f"  {say_report(number, report)}{copied}"))
