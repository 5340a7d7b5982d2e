"""JSON lines and JSON documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reportedly.intake import decoding
from reportedly.intake.notices import LeftOut, Notice
from reportedly.intake.settling import Taken
from reportedly.intake.taking import take_in
from reportedly.report import Report

Write = Callable[[str, str | bytes], Path]

NEWS_PLEASE = {
    "authors": ["Ada Kowalska"],
    "date_download": "2024-03-05 00:00:00",
    "date_modify": None,
    "date_publish": "2024-03-03 23:30:00",
    "description": "They said little.",
    "filename": "x.json",
    "image_url": None,
    "language": "en",
    "maintext": "Two envoys met in Lima.",
    "source_domain": "post.example.org",
    "title": "Two meet",
    "title_page": None,
    "url": "https://post.example.org/a",
}


def lines(*records: Any) -> str:
    """Records as JSON lines."""
    return "\n".join(record if isinstance(record, str) else json.dumps(record) for record in records)


def reports(path: Path) -> list[Report]:
    """The reports below a path, where it holds nothing else."""
    taken = list(take_in([path]))
    assert all(isinstance(entry, Taken) for entry in taken), taken
    return [entry.report for entry in taken if isinstance(entry, Taken)]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
def test_the_fields_of_news_please_are_read(write: Write, name: str) -> None:
    (report,) = reports(write(name, lines(NEWS_PLEASE)))
    assert (report.text, report.title, report.language) == ("Two envoys met in Lima.", "Two meet", "en")
    assert (report.outlet, report.url) == ("post.example.org", "https://post.example.org/a")
    assert (report.published, report.dated_by) == (date(2024, 3, 3), "header")


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"text": "Two met."}, "text", "Two met."),
        ({"text": "", "maintext": "Two met."}, "text", "Two met."),
        ({"text": "Two met.\r\n", "maintext": "No."}, "text", "Two met.\n"),
        ({"text": "cafe\u0301"}, "text", "caf\u00e9"),
        ({"text": "half \ud83d of one"}, "text", "half \ufffd of one"),
        ({"text": "Two", "outlet": "The Post", "source_domain": "example.org"}, "outlet", "The Post"),
        ({"text": "Two", "url": "https://www.example.org/a"}, "outlet", "example.org"),
        ({"text": "Two", "outlet": "  The\n Post "}, "outlet", "The Post"),
        ({"text": "Two", "title": None}, "title", None),
        ({"text": "Two", "date": "2024-03-03T23:30:00+09:00"}, "published", date(2024, 3, 3)),
        ({"text": "Two", "published": "3 March 2024", "date_publish": None}, "published", date(2024, 3, 3)),
        ({"text": "Two", "language": "en-GB"}, "language", "en-GB"),
        ({"text": "Two", "language": "en_us"}, "language", "en-US"),
        ({"text": "Two", "language": "English"}, "language", "en"),
    ],
)
def test_a_record_is_read_field_by_field(write: Write, record: dict[str, Any], field: str, value: object) -> None:
    (report,) = reports(write("a.jsonl", lines(record)))
    assert getattr(report, field) == value


def test_records_of_a_file_are_named_by_line_and_of_a_list_by_number(write: Write) -> None:
    one, two = {"text": "One came."}, {"text": "Two came."}
    by_line = write("a.jsonl", lines(one, "", two))
    by_number = write("a.json", json.dumps([one, two], indent=1))
    assert [report.path for report in reports(by_line)] == [f"{by_line}:1", f"{by_line}:3"]
    assert [report.path for report in reports(by_number)] == [f"{by_number}#1", f"{by_number}#2"]


def test_an_original_is_the_line_of_its_record(write: Write) -> None:
    content = lines({"text": "One came."}, {"text": "Two came."}).replace("\n", "\r\n")
    originals = [entry.original for entry in take_in([write("a.jsonl", content)]) if isinstance(entry, Taken)]
    assert originals == [b'{"text": "One came."}', b'{"text": "Two came."}']


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_lines_may_be_in_common_encodings(write: Write, encoding: str) -> None:
    content = '{"text": "The café."}\n{"text": "The bar."}'.encode(encoding)
    assert [report.text for report in reports(write("a.jsonl", content))] == ["The café.", "The bar."]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "Two', "not valid JSON"),
        ("Two envoys met.", "not valid JSON"),
        ("[" * 100_000, "nested too deep"),
        ('{"text": "Two", "n": ' + "1" * 5000 + "}", "nested too deep, or holds a number too long"),
        ('["Two"]', "this is no record"),
        ('"Two"', "this is no record"),
        ('{"title": "Two"}', "has no text"),
        ('{"text": ["Two"]}', "'text' is not a text"),
        ('{"text": null}', "'text' is not a text"),
        ('{"text": "  "}', "no words"),
        ('{"text": "Two\\u0000"}', "NUL"),
        ('{"text": "\\u0001\\u0002\\u0003"}', "control characters"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_goes_on(write: Write, line: str, problem: str) -> None:
    path = write("a.jsonl", lines({"text": "One came."}, line, {"text": "Three came."}))
    first, notice, last = take_in([path])
    assert isinstance(first, Taken)
    assert isinstance(last, Taken)
    assert isinstance(notice, Notice)
    assert (notice.severity, notice.place) == ("refused", f"{path}:2")
    assert problem in notice.problem


def test_a_line_beyond_the_limit_is_skipped_in_pieces(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("reportedly.intake.files", "reportedly.intake.records", decoding.__name__):
        monkeypatch.setattr(f"{module}.TEXT_LIMIT", 100)
    path = write("a.jsonl", lines({"text": "One came."}, {"text": "x" * 1000}, {"text": "Three came."}))
    first, notice, last = take_in([path])
    assert isinstance(notice, Notice)
    assert (notice.place, notice.severity) == (f"{path}:2", "refused")
    assert "longer than" in notice.problem
    assert isinstance(first, Taken)
    assert isinstance(last, Taken)
    assert last.report.path == f"{path}:3"


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ({"text": "Two", "date": "2024-02-31"}, "not a day of the calendar"),
        ({"text": "Two", "date": 1709424000}, "tells no day"),
        ({"text": "Two", "outlet": {"name": "The Post"}}, "'outlet' is not a text"),
        ({"text": "Two", "language": "fr"}, "only English"),
    ],
)
def test_an_odd_fact_is_a_warning(write: Write, record: dict[str, Any], problem: str) -> None:
    (taken,) = take_in([write("a.jsonl", lines(record))])
    assert isinstance(taken, Taken)
    (warning,) = taken.warnings
    assert problem in warning.problem


def test_lines_in_utf_16_are_refused_once(write: Write) -> None:
    (notice,) = take_in([write("a.jsonl", lines({"text": "One"}, {"text": "Two"}).encode("utf-16"))])
    assert isinstance(notice, Notice)
    assert "UTF-8" in notice.remedy


@pytest.mark.parametrize("content", ['{"name": "settings"}', "[]", "[1, 2]", '"text"', "{}"])
def test_a_document_without_reports_is_left_out_of_a_folder_and_refused_by_name(write: Write, content: str) -> None:
    path = write("key.json", content)
    (entry,) = take_in([path.parent])
    assert isinstance(entry, LeftOut)
    (notice,) = take_in([path])
    assert isinstance(notice, Notice)
    assert notice.severity == "refused"
    assert "maintext" in notice.remedy


def test_a_broken_document_is_refused_with_line_and_column(write: Write) -> None:
    (notice,) = take_in([write("a.json", '{"text": "Two",\n "title" }').parent])
    assert isinstance(notice, Notice)
    assert "line 2" in notice.problem


def test_in_a_list_only_the_records_without_text_are_refused(write: Write) -> None:
    path = write("a.json", json.dumps([{"text": "One came."}, {"title": "Two"}, 3]))
    taken, *notices = take_in([path])
    assert isinstance(taken, Taken)
    assert [notice.place for notice in notices if isinstance(notice, Notice)] == [f"{path}#2", f"{path}#3"]
