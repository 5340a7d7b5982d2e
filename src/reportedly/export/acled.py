"""Events as rows in the manner of ACLED: one row an event, with ACLED's columns and precision codes.

Only events that happened, or are said to have (``asserted`` and ``likely``), and that have a counterpart among ACLED's
sub-event types are written. ``time_precision`` and ``geo_precision`` are ACLED's three grades, made from UCDP's finer
ones, which stand beside them. ``event_date`` is the first day on which the event can have been. An empty
``fatalities`` means that no report gives a number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from reportedly.account.account import Account, Entity, Event
from reportedly.export.coding import Coder, Deaths, codebook, country_name, is_deed

COLUMNS: Final = (
    "event_id", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "actor2", "assoc_actor_2", "country", "admin1", "location", "latitude", "longitude",
    "geo_precision", "source", "notes", "fatalities", "fatalities_low", "fatalities_high", "event_date_last",
    "date_prec", "where_prec", "mode", "independent_origins",
)  # fmt: skip
TIME_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
"""UCDP's date_precision to ACLED's: 1 the day, 2 within a week, 3 a month or longer."""
GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}
"""UCDP's where_precision to ACLED's: 1 the place, 2 near it or a district, 3 a larger region."""
FACTS = frozenset({"asserted", "likely"})


def acled_lines(account: Account) -> Iterator[str]:
    """The table as CSV text, header first, lines ending in ``\\n``."""
    coder = Coder(account)
    yield _line(COLUMNS)
    for event in account.events:
        if _is_coded(event) and is_deed(event, coder):
            row = acled_row(event, coder)
            yield _line([row[column] for column in COLUMNS])


def _is_coded(event: Event) -> bool:
    return event.acled in codebook("acled") and event.mode in FACTS and event.earliest is not None


def acled_row(event: Event, coder: Coder) -> dict[str, str]:
    """One event as a row by column; the event must be dated and have a sub-event type."""
    kind, disorder = codebook("acled")[event.acled or ""]
    return {
        "event_id": event.id,
        "disorder_type": disorder,
        "event_type": kind,
        "sub_event_type": event.acled or "",
        "source": "; ".join(coder.outlets(event)),
        "notes": " ".join(coder.note(event).split()),
        "mode": event.mode,
        "independent_origins": str(event.independent_origins),
        **_days(event),
        **_sides(event, coder),
        **_place(event, coder.place(event)),
        **_deaths(coder.deaths(event)),
    }


def _days(event: Event) -> dict[str, str]:
    first = event.earliest
    return {
        "event_date": first.isoformat() if first else "",
        "year": str(first.year) if first else "",
        "event_date_last": event.latest.isoformat() if event.latest else "",
        "time_precision": str(TIME_PRECISION[event.date_precision]),
        "date_prec": str(event.date_precision),
    }


def _sides(event: Event, coder: Coder) -> dict[str, str]:
    """The first actor and recipient as the two sides, the others beside them."""
    row: dict[str, str] = {}
    for number, ids in ((1, event.actors), (2, event.recipients)):
        names = list(dict.fromkeys(each.name for each in coder.entities(ids)))
        row[f"actor{number}"] = names[0] if names else ""
        row[f"assoc_actor_{number}"] = "; ".join(names[1:])
    return row


def _place(event: Event, place: Entity | None) -> dict[str, str]:
    found = place.place if place else None
    return {
        "location": place.name if place else "",
        "country": country_name(found.country) if found else "",
        "admin1": (found.admin1 or "") if found else "",
        "latitude": f"{found.latitude:.4f}" if found else "",
        "longitude": f"{found.longitude:.4f}" if found else "",
        "geo_precision": str(GEO_PRECISION[event.where_precision]),
        "where_prec": str(event.where_precision),
    }


def _deaths(deaths: Deaths) -> dict[str, str]:
    named = (("fatalities", deaths.best), ("fatalities_low", deaths.low), ("fatalities_high", deaths.high))
    return {name: "" if value is None else f"{value:g}" for name, value in named}


def _line(cells: tuple[str, ...] | list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow([_harmless(cell) for cell in cells])
    return text.getvalue()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for a formula is opened with an apostrophe; a number stays as it is."""
    number = cell[1:].replace(".", "", 1).isdigit()
    return "'" + cell if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and not number else cell
