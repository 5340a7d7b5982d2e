"""From a found text to a report: whose facts win, and which day it was published."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from reportedly.comments import find_comments
from reportedly.data import load_table
from reportedly.errors import IntakeError
from reportedly.intake.days import find_dateline, parse_day
from reportedly.intake.facts import Facts, Found
from reportedly.intake.notices import Notice, warning
from reportedly.intake.sidecar import Row
from reportedly.report import DatedBy, Report, report_id

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Taken:
    """A report with the untouched bytes that it was made from, and the absolute place where they were."""

    report: Report
    original: bytes
    location: str
    warnings: tuple[Notice, ...] = ()


def settle(found: Found, row: Row | None, location: str) -> Taken:
    """The report of a found text. The sidecar's facts win over the header's; the text's own dateline comes last.

    Raises:
        IntakeError: the text holds no words.
    """
    text = unicodedata.normalize("NFC", found.text)
    if not any(map(str.isalnum, text)):
        raise IntakeError(found.place, "it holds no words", "Leave it out, or put the report's text in it")
    sidecar = row.facts if row else Facts()
    published, dated_by, warnings = _published(text, found, row)
    url = sidecar.url or found.facts.url
    outlet = sidecar.outlet or found.facts.outlet or _domain(url)
    language, foreign = _language(sidecar.language or found.facts.language, found.place)
    report = Report(
        id=report_id(text, outlet, published, url),
        path=found.place,
        text=text,
        sha256=hashlib.sha256(found.original).hexdigest(),
        outlet=outlet,
        published=published,
        dated_by=dated_by,
        title=sidecar.title or found.facts.title,
        url=url,
        language=language,
    )
    return Taken(report, found.original, location, (*found.warnings, *warnings, *foreign, *_talk(text, found.place)))


def _published(text: str, found: Found, row: Row | None) -> tuple[date | None, DatedBy | None, tuple[Notice, ...]]:
    """The day of publication, what told it, and warnings about days that are none."""
    told: list[tuple[DatedBy, str, str | None]] = [("header", found.place, found.facts.published)]
    if row:
        told.insert(0, ("sidecar", row.place, row.facts.published))
    warnings: list[Notice] = []
    for teller, place, written in told:
        try:
            if written:
                return parse_day(written), teller, tuple(warnings)
        except ValueError as error:
            warnings.append(warning(place, f"its day of publication is not clear: {error}", "Write it as YYYY-MM-DD"))
    dateline = find_dateline(text)
    return dateline, "dateline" if dateline else None, tuple(warnings)


def _talk(text: str, place: str) -> tuple[Notice, ...]:
    """A warning where a text carries the comments of its readers: they are kept in it, and not read."""
    comments = find_comments(text)
    if not comments:
        return ()
    long = sum(comment.end - comment.start for comment in comments)
    problem = f"{long:,} of its {len(text):,} characters are comments of readers; they were not read as the report's"
    return (warning(place, problem, "Take them out of the text if they are to be gone from it"),)


def _domain(url: str | None) -> str | None:
    """The site of a web address ("https://www.example.org/a" is "example.org"); None where it names none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.").removeprefix("m.") or None


def _language(printed: str | None, place: str) -> tuple[str, tuple[Notice, ...]]:
    """The ISO 639-1 code, with the region where one is printed ("en-GB": it tells how dates are written); English where
    nothing is said.
    """
    if not printed:
        return ENGLISH, ()
    lower = printed.lower().replace("_", "-")
    code = load_table("intake.toml")["languages"].get(lower, lower.split("-")[0])
    if code == ENGLISH:
        region = lower.partition("-")[2]
        return f"{code}-{region.upper()}" if len(region) == 2 else code, ()
    return code, (warning(place, f"its language is '{printed}'; only English is understood", "Expect little from it"),)
