"""The commands that print one table of the account each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import click

from reportedly.cli.screen import an_archive, as_json, as_of, console, load_account, of_story, print_json, print_table

if TYPE_CHECKING:
    from datetime import date

    from reportedly.account.account import (
        ClaimEntry,
        Disagreement,
        Entity,
        Event,
        Holding,
        IncidentToll,
        ReportEntry,
        Series,
    )
    from reportedly.telling.shelf import Shelf

Row: TypeAlias = Sequence[str]


def _table(
    archive: str,
    story: str | None,
    as_of: date | None,
    json: bool,
    name: str,
    columns: Sequence[str],
    rows: Callable[[Shelf], Iterable[Row]],
    empty: str,
) -> None:
    from reportedly.cli.telling import print_reports
    from reportedly.telling.shelf import Shelf

    account = load_account(archive, story, as_of)
    if json:
        print_json(getattr(account, name))
        return
    print_table(name.capitalize(), columns, rows(Shelf(account)), empty)
    print_reports(console(), account)


@click.command()
@an_archive
@of_story
@as_of
@as_json
def figures(archive: str, story: str | None, as_of: date | None, as_json: bool) -> None:
    """Print the series of figures: what was counted, how the value moved, who gave it."""
    columns = ("what", "unit", "values, by the day they hold for", "now", "reports")
    _table(archive, story, as_of, as_json, "series", columns, _series_rows, "No figure was found.")


def _series_rows(shelf: Shelf) -> Iterable[Row]:
    from reportedly.telling.wording import say_value

    for series in sorted(shelf.account.series, key=lambda each: each.occasion is not None):
        now = series.current
        moved = " (revised)" if series.revised else ""
        yield (
            series.label,
            series.unit,
            _values(series, shelf),
            say_value(now.low, now.high, now.best) + moved,
            _numbers((point.report for point in series.points), shelf),
        )


def _values(series: Series, shelf: Shelf) -> str:
    from reportedly.telling.wording import say_day, say_value

    lines: list[str] = []
    for point in series.points:
        figure = shelf.figures[point.figure]
        value = say_value(point.low, point.high, point.best, figure.exclusive, figure.approximate)
        day = say_day(point.as_of) if point.as_of else "no day"
        source = _source(shelf.claims.get(figure.source_claim or ""), shelf)
        lines.append(f"{day}: {value} [{shelf.number_of_report[point.report]}]{f' {source}' if source else ''}")
    return "\n".join(lines)


def _source(claim: ClaimEntry | None, shelf: Shelf) -> str:
    from reportedly.telling.phrasing import source_name

    return (source_name(claim, shelf) or "") if claim else ""


def _numbers(reports: Iterable[str], shelf: Shelf) -> str:
    return "".join(f"[{number}]" for number in sorted({shelf.number_of_report[report] for report in reports}))


@click.command()
@an_archive
@of_story
@as_of
@click.option("--source", metavar="NAME", help="Only claims of a source whose name holds this.")
@click.option("--mode", metavar="MODE", help="Only claims of this mode (asserted, denied, expected, ...).")
@click.option("--all", "with_outlets", is_flag=True, help="Also what the outlets say themselves.")
@as_json
def claims(
    archive: str,
    story: str | None,
    as_of: date | None,
    source: str | None,
    mode: str | None,
    with_outlets: bool,
    as_json: bool,
) -> None:
    """Print who says what: every claim with its source, its mode, and the hands it went through."""
    from dataclasses import replace

    from reportedly.telling.shelf import Shelf

    account = load_account(archive, story, as_of)
    chosen = tuple(claim for claim in account.claims if _is_wanted(claim, source, mode, with_outlets))
    if as_json:
        print_json(chosen)
        return
    shelf = Shelf(replace(account, claims=chosen))
    columns = ("who", "says what", "through", "how sure", "where")
    print_table("Claims", columns, _claim_rows(shelf), "No claim was found.", widest="says what")


def _is_wanted(claim: ClaimEntry, source: str | None, mode: str | None, with_outlets: bool) -> bool:
    own = claim.source.start is None
    named = source is None or source.lower() in (claim.source.name or "").lower()
    return named and (mode is None or claim.mode == mode) and (with_outlets or not own)


def _claim_rows(shelf: Shelf) -> Iterable[Row]:
    from reportedly.telling.phrasing import words_of

    for claim in shelf.account.claims:
        yield (
            _who(claim, shelf),
            words_of(claim, shelf),
            " → ".join(relay.name for relay in claim.via),
            claim.mode if claim.manner == "speech" else f"{claim.mode}\nattitude",
            f"[{shelf.number_of_report[claim.report]}] {claim.start}-{claim.end}",
        )


def _who(claim: ClaimEntry, shelf: Shelf) -> str:
    """The source with what it is affiliated to, or the outlet."""
    from reportedly.telling.phrasing import source_name

    name = source_name(claim, shelf) or f"{shelf.reports[claim.report].outlet or 'the outlet'} itself"
    return f"{name} ({claim.source.affiliation})" if claim.source.affiliation else name


@click.command()
@an_archive
@of_story
@as_of
@as_json
def disagreements(archive: str, story: str | None, as_of: date | None, as_json: bool) -> None:
    """Print where reports contradict one another or were revised, with the reason."""
    columns = ("kind", "status", "reason", "reports")
    _table(archive, story, as_of, as_json, "disagreements", columns, _disagreement_rows, "No disagreement was found.")


def _disagreement_rows(shelf: Shelf) -> Iterable[Row]:
    for row in shelf.account.disagreements:
        yield (row.kind, row.status.replace("_", " "), row.reason, _numbers(_reports_of(row, shelf), shelf))


def _reports_of(row: Disagreement, shelf: Shelf) -> Iterable[str]:
    yield from (shelf.claims[claim].report for claim in row.claims)
    yield from (shelf.figures[figure].report for figure in row.figures)


@click.command()
@an_archive
@of_story
@as_of
@as_json
def holdings(archive: str, story: str | None, as_of: date | None, as_json: bool) -> None:
    """Print who held which place, from when to when, according to whom."""
    columns = ("place", "holder", "from", "to", "share", "according to", "origins")
    _table(archive, story, as_of, as_json, "holdings", columns, _holding_rows, "No report says who held a place.")


def _holding_rows(shelf: Shelf) -> Iterable[Row]:
    from reportedly.telling.wording import say_day

    for row in shelf.account.holdings:
        yield (
            shelf.entities[row.place].name + (" (contested)" if row.contested else ""),
            shelf.entities[row.holder].name,
            say_day(row.earliest) if row.earliest else "",
            say_day(row.latest) if row.latest else "",
            f"{row.share:.0%}" if row.share is not None else "",
            _credit(row, shelf),
            str(row.independent_origins),
        )


def _credit(row: Holding, shelf: Shelf) -> str:
    names = [_source(shelf.claims.get(claim), shelf) or "the outlet" for claim in row.claims]
    return ", ".join(dict.fromkeys(names))


@click.command()
@an_archive
@of_story
@click.option("--type", "type_id", metavar="TYPE", help="Only events of this type or family (air_strike, conflict).")
@click.option("--mode", metavar="MODE", help="Only events of this mode (asserted, denied, expected, ...).")
@as_of
@as_json
def events(
    archive: str, story: str | None, type_id: str | None, mode: str | None, as_of: date | None, as_json: bool
) -> None:
    """Print who did what to whom, where and when, with the mode and the reports that tell it."""
    from dataclasses import replace

    from reportedly.cli.telling import print_reports
    from reportedly.telling.shelf import Shelf

    account = load_account(archive, story, as_of)
    chosen = tuple(event for event in account.events if _is_chosen(event, type_id, mode))
    if as_json:
        print_json(chosen)
        return
    columns = ("when", "what", "who", "to whom", "where", "mode", "reports")
    print_table("Events", columns, _event_rows(Shelf(replace(account, events=chosen))), "No event was found.")
    print_reports(console(), account)


def _is_chosen(event: Event, type_id: str | None, mode: str | None) -> bool:
    from reportedly.reading.events.ontology import ontology

    known = ontology().types.get(event.type)
    kinds = {event.type, known.family if known else None}
    return (type_id is None or type_id in kinds) and (mode is None or event.mode == mode)


def _event_rows(shelf: Shelf) -> Iterable[Row]:
    from reportedly.telling.wording import say_days

    ordered = sorted(shelf.account.events, key=lambda event: (event.earliest is None, str(event.earliest), event.id))
    for event in ordered:
        place = shelf.entities.get(event.place or "")
        yield (
            say_days(event.earliest, event.latest) if event.earliest and event.latest else "no day",
            f"{event.type.replace('_', ' ')} ({event.predicate})",
            _names(event.actors, shelf),
            _names(event.recipients, shelf),
            place.name if place else "",
            event.mode,
            _numbers((each.report for each in event.mentions), shelf),
        )


def _names(entities: Iterable[str], shelf: Shelf) -> str:
    """The names of entities, each once: descriptions of the same words stay several entities across reports."""
    return ", ".join(dict.fromkeys(shelf.entities[each].name for each in entities if each in shelf.entities))


@click.command()
@an_archive
@of_story
@as_of
@as_json
def incidents(archive: str, story: str | None, as_of: date | None, as_json: bool) -> None:
    """Print the incidents that killed or hurt people: what, where, when, how many, by which reports."""
    columns = ("when", "what", "killed", "injured", "who", "origins", "reports")
    empty = "No report tells of an incident that killed or hurt people."
    _table(archive, story, as_of, as_json, "incidents", columns, _incident_rows, empty)


def _incident_rows(shelf: Shelf) -> Iterable[Row]:
    from reportedly.telling.struck import in_order, name_of
    from reportedly.telling.wording import say_days

    for row in in_order(shelf.account.incidents):
        yield (
            say_days(row.earliest, row.latest) if row.earliest and row.latest else "no day",
            name_of(row, shelf, dated=False),
            _toll(row.killed, shelf),
            _toll(row.injured, shelf),
            _names(row.people, shelf),
            str(row.independent_origins),
            _numbers(row.reports, shelf).replace("][", "] ["),  # many: a line may end between two, not within one
        )


def _toll(toll: IncidentToll, shelf: Shelf) -> str:
    """The value that holds, with each one told on the way to it: "4" over "5 March 2024: 3 [1]"."""
    from reportedly.telling.wording import say_day, say_number

    told = [point for point in toll.points if point.spans]
    lines = [
        f"{say_day(point.as_of) if point.as_of else 'no day'}: {say_number(point.best)}"
        f" [{shelf.number_of_report[point.report]}]"
        for point in told
    ]
    moved = len({point.best for point in told}) > 1
    return "\n".join([say_number(toll.best), *(lines if moved else ())]) if told else ""


@click.command()
@an_archive
@of_story
@as_of
@as_json
def entities(archive: str, story: str | None, as_of: date | None, as_json: bool) -> None:
    """Print who and what the reports speak of, with other names and roles."""
    columns = ("name", "kind", "also called", "roles", "mentions")
    _table(archive, story, as_of, as_json, "entities", columns, _entity_rows, "No name was found.")


def _entity_rows(shelf: Shelf) -> Iterable[Row]:
    for entity in sorted(shelf.account.entities, key=lambda each: (-len(each.mentions), each.name)):
        yield (
            entity.name,
            entity.kind,
            ", ".join(alias for alias in entity.aliases if alias != entity.name),
            _roles(entity),
            str(len(entity.mentions)),
        )


def _roles(entity: Entity) -> str:
    return "; ".join(f"{role.title} of {role.of}" if role.of else role.title for role in entity.roles)


@click.command()
@an_archive
@of_story
@as_of
@as_json
def reports(archive: str, story: str | None, as_of: date | None, as_json: bool) -> None:
    """Print the reports with their origins and copies."""
    columns = ("", "id", "outlet", "published", "origin", "copy of", "file")
    _table(archive, story, as_of, as_json, "reports", columns, _report_rows, "The archive holds no report.")


def _report_rows(shelf: Shelf) -> Iterable[Row]:
    from pathlib import PurePath

    from reportedly.telling.wording import say_day

    origins = {origin.id: origin.name for origin in shelf.account.origins}
    for report in shelf.account.reports:
        yield _report_row(
            report,
            shelf,
            origins,
            say_day(report.published) if report.published else "undated",
            PurePath(report.path).name,
        )


def _report_row(report: ReportEntry, shelf: Shelf, origins: dict[str, str], day: str, file: str) -> Row:
    copied = f"[{shelf.number_of_report[report.copy_of]}]" if report.copy_of in shelf.number_of_report else ""
    number = f"[{shelf.number_of_report[report.id]}]"
    return (number, report.id, report.outlet or "", day, origins.get(report.origin, ""), copied, file)
