"""``reportedly review``, ``decide`` and ``decisions``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import (
    a_day,
    an_archive,
    as_json,
    console,
    load_account,
    meant_story,
    of_story,
    open_settled,
    print_json,
    print_table,
    visible,
)

if TYPE_CHECKING:
    from datetime import date

    from reportedly.account.account import Account, Citation, Decision, EntityPlace
    from reportedly.telling.review import Item

PAGE = 20
KINDS = ("merge", "split", "rename", "reject", "confirm", "re-date", "re-place", "note")
STATES = {"in_force": "in force", "without_target": "without target", "undone": "undone"}


@click.command()
@an_archive
@of_story
@click.option("--from", "start", type=click.IntRange(1), default=1, show_default=True, help="The first item to show.")
@click.option("--most", type=click.IntRange(1, 1000), default=PAGE, show_default=True, help="How many items to show.")
@as_json
def review(archive: str, story: str | None, start: int, most: int, as_json: bool) -> None:
    """List what is least sure first, with the reason and the words of the reports.

    What was decided leaves the list. The ids are those that `reportedly decide` takes.
    """
    from reportedly.telling.review import review as queue

    account = load_account(archive, story)
    items = queue(account)
    shown = items[start - 1 : start - 1 + most]
    if as_json:
        print_json({"total": len(items), "from": start, "items": shown})
        return
    _print_items(account, shown, start)
    if shown:
        click.echo(f"{start} to {start + len(shown) - 1} of {len(items)}")
    else:
        click.echo("Nothing is left to review." if not items else f"There are only {len(items)} items.")


def _print_items(account: Account, items: Sequence[Item], start: int) -> None:
    from rich.text import Text

    from reportedly.cli.telling import print_spans

    screen = console()
    for number, item in enumerate(items, start=start):
        for title, detail in ((item.title, item.detail), (item.other_title, item.other_detail)):
            if title:
                screen.print(
                    Text(visible(f"{number}. {title}"), style="bold").append(visible(f"  {detail}"), style="dim")
                )
        for reason in item.reasons:
            screen.print(Text(visible(f"   {reason.words}.")))
        ids = " ".join(part for part in (item.target, item.other) if part)
        screen.print(Text(visible(f"   {item.topic} {ids} · {', '.join(item.offers)}"), style="cyan"))
        print_spans(screen, account, (*item.citations, *item.other_citations))
        screen.print()


@click.command()
@an_archive
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.argument("target", metavar="ID", required=False)
@click.argument("other", metavar="[OTHER]", required=False)
@click.option("--author", "-a", envvar="REPORTEDLY_AUTHOR", help="Who decides [environment: REPORTEDLY_AUTHOR].")
@click.option("--reason", "-r", default="", help="What shows it; not needed to confirm or to note.")
@click.option("--text", metavar="TEXT", help="The new name, or the note.")
@click.option("--day", help="The day of the event, or the first one.", **a_day)
@click.option("--until", help="The last day of the event, where it is another one.", **a_day)
@click.option("--at", metavar="LAT,LON", help="Where a place lies, in degrees.")
@click.option("--span", "spans", multiple=True, metavar="REPORT:START-END", help="A mention that a split takes out.")
@click.option("--undo", metavar="DECISION", help="Undo this decision (or undo its undoing).")
@as_json
def decide(
    archive: str,
    kind: str | None,
    target: str | None,
    other: str | None,
    author: str | None,
    reason: str,
    text: str | None,
    day: date | None,
    until: date | None,
    at: str | None,
    spans: tuple[str, ...],
    undo: str | None,
    as_json: bool,
) -> None:
    """Correct the account: kept with who, when and why, obeyed in every later reckoning, and undone at any time.

    \b
      reportedly decide story.db merge ID OTHER --author Ada --reason "the same man"
      reportedly decide story.db split ID --span REPORT:12-20 ... (or ID OTHER: keep the two apart)
      reportedly decide story.db rename ID --text "Kara Tas Mine"
      reportedly decide story.db reject ID         a claim, figure, event or disagreement
      reportedly decide story.db confirm ID
      reportedly decide story.db re-date ID --day 2024-03-04 --until 2024-03-05
      reportedly decide story.db re-place ID PLACE (an event), or ID --at 48.7,67.2 (a place)
      reportedly decide story.db note ID --text "Ask the ministry."
      reportedly decide story.db --undo DECISION

    `reportedly review` lists ids, and so does every table with --json.
    """
    from reportedly import pipeline
    from reportedly.account.decisions import Wish
    from reportedly.archive import Archive
    from reportedly.telling.decided import say_decision

    with Archive.open(archive, create=False) as opened:
        if undo:
            made = pipeline.undo(opened, undo, author or "", reason)
        elif kind is None or target is None:
            raise click.UsageError("Say what to decide about which id, or which decision to --undo.")
        else:
            wish = Wish(kind, target, other, _spans(spans), text, day, until, _location(at))  # type: ignore[arg-type]
            made = pipeline.decide(opened, wish, author or "", reason)
        pipeline.settle(opened)
        history = opened.history()
    known = next(each for each in history if each.id == made.id)
    if as_json:
        print_json(known)
    else:
        click.echo(visible(f"{known.id}: {say_decision(known, history)}"))


def _spans(written: Sequence[str]) -> tuple[Citation, ...]:
    from reportedly.account.account import Citation

    found = []
    for each in written:
        report, _, span = each.rpartition(":")
        start, _, end = span.partition("-")
        if not (report and start.isdigit() and end.isdigit()):
            raise click.BadParameter(f"{each!r} is no span; write it as REPORT:START-END", param_hint="--span")
        found.append(Citation(report, int(start), int(end)))
    return tuple(found)


def _location(written: str | None) -> EntityPlace | None:
    from reportedly.account.account import EntityPlace

    if written is None:
        return None
    try:
        latitude, longitude = map(float, written.split(","))
    except ValueError:
        raise click.BadParameter(f"{written!r} is no point; write it as 48.7,67.2", param_hint="--at") from None
    return EntityPlace(None, latitude, longitude, None, None, 1)


@click.command()
@an_archive
@of_story
@as_json
def decisions(archive: str, story: str | None, as_json: bool) -> None:
    """List what was decided, by whom, when and why, the newest first; nothing is ever taken out of the list."""
    from reportedly.telling.decided import say_decision

    history = _history(archive, story)
    if as_json:
        print_json(history)
        return
    rows = [
        (
            each.id,
            each.made.strftime("%Y-%m-%d %H:%M"),
            each.author,
            say_decision(each, history),
            each.reason,
            f"undone by {each.undone_by}" if each.undone_by else STATES[each.state],
        )
        for each in reversed(history)
    ]
    columns = ("id", "when (UTC)", "who", "what", "why", "state")
    print_table("Decisions", columns, rows, "Nobody has decided anything yet.", widest="what")


def _history(archive: str, story: str | None) -> tuple[Decision, ...]:
    """What was decided: about one story and about none, or everything."""
    if Path(archive).is_dir():
        return load_account(archive, story).decisions
    with open_settled(archive) as opened:
        found = opened.history()
        wanted = meant_story(opened, story) if story else None
    return tuple(each for each in found if story is None or each.story in {wanted, None})
