"""``reportedly ask``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from reportedly.cli.screen import (
    an_archive,
    as_json,
    as_of,
    console,
    load_account,
    meant_story,
    of_story,
    open_settled,
    print_json,
)

if TYPE_CHECKING:
    from datetime import date

    from reportedly.account.account import Account
    from reportedly.telling.ask import Answer


@click.command()
@an_archive
@click.argument("question")
@of_story
@as_of
@click.option("--spans", is_flag=True, help="Print the cited words under each sentence.")
@as_json
def ask(archive: str, question: str, story: str | None, as_of: date | None, spans: bool, as_json: bool) -> None:
    """Answer a question in English from the reports, or say that they do not say.

    Who, when, where, how many, who says so, is it confirmed, what happened there or on that day, who holds a place:
    from the account first, then from sentences. The exit code is 1 where the reports do not say.
    """
    account, answer = _asked(archive, question, story, as_of)
    if as_json:
        print_json(answer)
    else:
        _print_answer(account, answer, spans)
    if not answer.is_found:
        sys.exit(1)


def _asked(name: str, question: str, story: str | None, day: date | None) -> tuple[Account, Answer]:
    """The answer, and the account that it was looked for in: of a past day the whole one, else what an index finds."""
    from reportedly.telling.ask import Asker

    if day is not None:
        account = load_account(name, story, day)
        return account, Asker(account).ask(question)
    with open_settled(name) as archive:
        answer, account = archive.ask(question, meant_story(archive, story) if story else None)
        return account, answer


def _print_answer(account: Account, answer: Answer, spans: bool) -> None:
    from reportedly.cli.telling import print_bullet, print_cited, print_spans
    from reportedly.telling.ask import NOT_SAID

    screen = console()
    if not answer.is_found:
        click.echo(NOT_SAID)
        return
    for each in answer.sentences:
        print_bullet(screen, account, each.sentence, each.citations)
        if spans:
            print_spans(screen, account, each.citations)
    print_cited(screen, account, [citation for each in answer.sentences for citation in each.citations])
