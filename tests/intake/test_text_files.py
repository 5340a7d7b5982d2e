"""Text files: dated text, headers, plain text, encodings, and what is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import IntakeError
from reportedly.intake.facts import Found
from reportedly.intake.notices import LeftOut, Notice
from reportedly.intake.settling import Taken, settle
from reportedly.intake.taking import take_in
from reportedly.report import Report

Write = Callable[[str, str | bytes], Path]

BODY = "Two envoys met in Lima.\n\nThey said little.\n"


def only(path: Path) -> tuple[Report, tuple[Notice, ...]]:
    """The one report below a path, and its warnings."""
    (taken,) = take_in([path])
    assert isinstance(taken, Taken), taken
    return taken.report, taken.warnings


def refused(path: Path) -> Notice:
    """The one refusal below a path."""
    (notice,) = take_in([path])
    assert isinstance(notice, Notice)
    assert notice.severity == "refused"
    assert notice.remedy
    return notice


@pytest.mark.parametrize("lead", ["", " ", "\n  ", "\ufeff "])
def test_dated_text_begins_after_its_date(write: Write, lead: str) -> None:
    report, warnings = only(write("a.txt", f"{lead}date 2024-03-03 {BODY}"))
    assert (report.text, report.published, report.dated_by) == (BODY, date(2024, 3, 3), "header")
    assert warnings == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("date 2024-03-03\nTwo met.", "\nTwo met."),
        ("date 2024-03-03  Two met.", " Two met."),
        ("date 2024-03-03Two met.", "Two met."),
    ],
)
def test_at_most_one_space_is_taken_from_dated_text(write: Write, content: str, text: str) -> None:
    assert only(write("a.txt", content))[0].text == text


def test_a_wrong_date_is_a_warning_and_the_report_is_kept_undated(write: Write) -> None:
    path = write("a.txt", f" date 2024-02-31 {BODY}")
    report, (warning,) = only(path)
    assert (report.text, report.published, report.dated_by) == (BODY, None, None)
    assert warning.severity == "warning"
    assert warning.place == str(path)
    assert "2024-02-31 is not a day of the calendar" in warning.problem
    assert "YYYY-MM-DD" in warning.remedy


@pytest.mark.parametrize("content", ["date palms grow there.", "Date 2024-03-03 it said.", "A date 2024-03-03 is set."])
def test_a_text_about_dates_is_plain_text(write: Write, content: str) -> None:
    assert only(write("a.txt", content))[0].text == content


HEADER = """\
Outlet: The Lima Post
Published: 3 March 2024
Title: Two meet
URL: https://example.org/a
Language: English
"""
SHOUTED = HEADER.replace("Outlet", "OUTLET").replace("Published", "PUBLISHED").replace("Title", "TITLE")


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        "\n" + HEADER,
        HEADER.replace("\n", "\r\n"),
        SHOUTED,
        "".join(reversed(HEADER.splitlines(keepends=True))),
        HEADER.replace("Published", "Date").replace("Title", "Headline").replace("URL", "Link"),
        HEADER.replace(": ", " :   "),
        HEADER + "Author: Ada Kowalska\n",
    ],
)
def test_a_header_in_any_order_and_case_is_read_and_taken_off(write: Write, header: str) -> None:
    report, warnings = only(write("a.txt", f"{header}\n{BODY}"))
    assert (report.outlet, report.published, report.title) == ("The Lima Post", date(2024, 3, 3), "Two meet")
    assert (report.url, report.language, report.text) == ("https://example.org/a", "en", BODY)
    assert warnings == ()


@pytest.mark.parametrize(
    "content",
    [
        "Washington: the talks go on.\n\nNobody knows how long.",
        "Source: two people who were there.\n\nThey said little.",
        "Lima: Two met.\nParis: Nobody came.\n\nThey said little.",
        "Two envoys met.\n\nTitle: this line comes too late.",
    ],
)
def test_a_first_paragraph_that_merely_looks_like_a_header_is_text(write: Write, content: str) -> None:
    report, warnings = only(write("a.txt", content))
    assert (report.text, report.title, report.outlet, warnings) == (content, None, None, ())


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("Title: Two meet\nTwo envoys met in Lima.\n\nThey said little.", "no blank line ends it"),
        ("Publised: 2024-03-03\nOutlet: The Post\n\nTwo met.", "'Publised' is not known"),
        ("Outlet: The Post\nPublisher: The Mail\n\nTwo met.", "tells 'outlet' twice"),
        ("Outlet: The Post\nDate: 03/04/2024\n\nTwo met.", "can mean two days"),
        ("Outlet: The Post\nLanguage: de\n\nZwei trafen sich.", "only English is understood"),
    ],
)
def test_an_odd_header_is_a_warning(write: Write, content: str, problem: str) -> None:
    _, (warning,) = only(write("a.txt", content))
    assert problem in warning.problem


def test_plain_text_may_tell_its_own_day(write: Write) -> None:
    report, _ = only(write("a.txt", "LIMA, March 3, 2024 (Agency) — Two envoys met."))
    assert (report.published, report.dated_by) == (date(2024, 3, 3), "dateline")
    assert report.text.startswith("LIMA, March 3")


def test_a_text_without_any_day_is_undated(write: Write) -> None:
    report, warnings = only(write("a.txt", BODY))
    assert (report.published, report.dated_by, warnings) == (None, None, ())


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.example.org/a", "example.org"),
        ("http://m.example.org:8080/", "example.org"),
        ("https://[broken", None),
        ("no address", None),
    ],
)
def test_the_outlet_is_the_site_where_nothing_else_tells_it(write: Write, url: str, outlet: str | None) -> None:
    report, _ = only(write("a.txt", f"URL: {url}\n\n{BODY}"))
    assert (report.outlet, report.url) == (outlet, url)


WORDS = "The café said “no” – twice."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_are_read(write: Write, encoding: str) -> None:
    assert only(write("a.txt", WORDS.encode(encoding)))[0].text == WORDS


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_are_evened_before_spans_exist(write: Write, ends: str) -> None:
    assert only(write("a.txt", BODY.replace("\n", ends)))[0].text == BODY


def test_text_is_in_nfc_and_keeps_marks_that_nobody_sees(write: Write) -> None:
    report, _ = only(write("a.txt", "cafe\u0301 \u200f\u202bLima\u202c\u200b met."))
    assert report.text == "caf\u00e9 \u200f\u202bLima\u202c\u200b met."


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no words"),
        (b" \n\t\n", "no words"),
        (b"... -- \xe2\x80\x94 !", "no words"),
        (b" date 2024-03-03 ", "no words"),
        (b"Outlet: X\nTitle: Y\n\n", "no words"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL"),
        (b"Two met\x00 in Lima.", "NUL"),
        (bytes(range(1, 9)) * 4 + b"abc", "control characters"),
        (b"Two met \x81\x8d in Lima.", "neither UTF-8"),
        (b"\xff\xfe\x00\xd8\x00", "its first bytes say UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(write: Write, content: bytes, problem: str) -> None:
    assert problem in refused(write("a.txt", content)).problem


def test_a_text_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    notice = refused(path)
    assert "larger than 10 MB" in notice.problem
    assert "JSON lines" in notice.remedy


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.docx", "a.csv"])
def test_a_file_that_is_no_plain_text_is_refused_by_name(write: Write, name: str) -> None:
    notice = refused(write(name, BODY))
    assert "is not read" in notice.problem
    assert ".txt" in notice.remedy


@pytest.mark.parametrize("name", ["report", "a.md", "a.TXT", "2024.03.03"])
def test_a_text_that_somebody_names_is_read_whatever_its_ending(write: Write, name: str) -> None:
    assert only(write(name, BODY))[0].text == BODY


def test_in_a_folder_unknown_endings_are_left_out(write: Write, tmp_path: Path) -> None:
    for name in ("a.md", "b.py", "c.png", "d", "e.csv", ".hidden.txt", ".git/f.txt"):
        write(name, BODY)
    entries = [entry for entry in take_in([tmp_path]) if not isinstance(entry, Taken)]
    assert all(isinstance(entry, LeftOut) for entry in entries)
    assert [Path(entry.place).name for entry in entries] == ["a.md", "b.py", "c.png", "d", "e.csv"]


@given(st.text())
def test_every_text_is_taken_whole_or_refused(text: str) -> None:
    found = Found("a.txt", text, b"x")
    if any(map(str.isalnum, text)):
        assert settle(found, None, "/a.txt").report.text == unicodedata.normalize("NFC", text)
    else:
        with pytest.raises(IntakeError, match="no words"):
            settle(found, None, "/a.txt")
