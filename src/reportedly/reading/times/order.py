"""Which figure of a date such as 3/4/2021 is the month: as declared, as the text shows, or as its country writes.

What a report declares is the region of its language tag ("en-US", "en-GB"). Then the text's other dates speak
("25/3/2021" has no other reading), then the country of the outlet, told by its address or a short list of names.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.report import Report

TABLE = "times/orders.toml"
Order = Literal["day", "month"]
"""What comes first."""


def date_order(report: Report, dates: Iterable[str]) -> Order | None:
    """The order of a report's numeric dates; None where nothing tells it. ``dates`` are those of its text."""
    declared = report.language.replace("_", "-").partition("-")[2].lower()
    return _of_region(declared) or _of_dates(dates) or _of_region(_region(report))


def _of_region(region: str | None) -> Order | None:
    table = load_table(TABLE)
    if not region or len(region) != 2 or region in table["both"]:
        return None
    return "month" if region in table["month_first"] else "day"


def _of_dates(dates: Iterable[str]) -> Order | None:
    """What the dates show that can be read in one way only; None where none can or they disagree."""
    shown: set[Order] = set()
    for figures in dates:
        first, second, _ = (int(part) for part in figures.replace(".", "/").split("/"))
        if first > 12 >= second:
            shown.add("day")
        if second > 12 >= first:
            shown.add("month")
    return shown.pop() if len(shown) == 1 else None


def _region(report: Report) -> str | None:
    """The region of an outlet, by its name or address."""
    host = _host(report.url).removeprefix("www.")
    name = (report.outlet or "").strip().lower().removeprefix("the ").removeprefix("www.")
    listed = _outlets().get(name) or _outlets().get(host)
    return listed or _of_address(host) or (_of_address(name) if " " not in name else None)


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _of_address(host: str) -> str | None:
    """The region that the end of an address tells: "bbc.co.uk", "nasa.gov"."""
    _, dot, ending = host.rpartition(".")
    table = load_table(TABLE)
    if dot and ending in table["of_us"]:
        return "us"
    return ending if dot and len(ending) == 2 and ending not in table["no_country"] else None


@cache
def _outlets() -> dict[str, str]:
    """Outlet or address -> region.

    Raises:
        TableError: an outlet stands under two regions.
    """
    regions: dict[str, str] = {}
    for region, names in load_table(TABLE)["outlets"].items():
        for name in names:
            if regions.setdefault(name.lower(), region) != region:
                raise TableError(TABLE, f"{name} stands under two regions")
    return regions
