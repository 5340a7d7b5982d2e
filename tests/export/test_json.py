"""The JSON account: valid against its schema, exact in its spans, the same when it is read back."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.account.account import FORMAT, Account
from reportedly.account.reckon import reckon
from reportedly.export.json import TABLES, whole_numbers, write_json
from reportedly.export.schema import build_schema, schema_file
from reportedly.report import Report
from reportedly.telling import tell

ROOT = Path(__file__).resolve().parents[2]
SPANNED = ("times", "places", "figures", "claims")


def exported(account: Account) -> dict[str, Any]:
    text = io.StringIO()
    write_json(account, text)
    parsed: dict[str, Any] = json.loads(text.getvalue())
    return parsed


def assert_spans_are_exact(account: Account) -> None:
    rows = exported(account)
    for table in SPANNED:
        for row in rows[table]:
            assert row["text"] == account.texts[row["report"]][row["start"] : row["end"]], (table, row)
    for row in [citation for table in ("timeline", "brief") for line in rows[table] for citation in line["citations"]]:
        assert 0 <= row["start"] < row["end"] <= len(account.texts[row["report"]])


@pytest.fixture(scope="module")
def example() -> Account:
    return reportedly.read(ROOT / "examples" / "karatas")


def test_schema_file_is_what_the_code_says() -> None:
    assert json.loads(schema_file().read_text(encoding="utf-8")) == build_schema()


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(build_schema())


def test_example_is_valid(example: Account) -> None:
    rows = exported(example)
    assert rows["format"] == FORMAT
    assert list(rows) == ["format", *TABLES]
    jsonschema.Draft202012Validator(build_schema()).validate(rows)


def test_schema_refuses_what_is_wrong(example: Account) -> None:
    rows = exported(example)
    rows["claims"][0]["mode"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError, match="perhaps"):
        jsonschema.Draft202012Validator(build_schema()).validate(rows)


def test_empty_account_is_valid() -> None:
    jsonschema.Draft202012Validator(build_schema()).validate(exported(Account()))


def test_spans_of_the_example(example: Account) -> None:
    assert_spans_are_exact(example)


@pytest.mark.parametrize("story", ["seeds", "stories/evergiven", "stories/thaicave"])
def test_spans_and_schema_of_real_stories(shared: Path, story: str) -> None:
    account = reportedly.read(shared / story)
    assert_spans_are_exact(account)
    jsonschema.Draft202012Validator(build_schema()).validate(exported(account))


def test_ids_are_unique_and_references_hold(example: Account) -> None:
    rows = exported(example)
    ids = {table: [row["id"] for row in rows[table]] for table in TABLES if table not in {"timeline", "brief"}}
    for table, known in ids.items():
        assert len(known) == len(set(known)), table
    assert {claim["origin"] for claim in rows["claims"]} <= set(ids["origins"])
    assert {figure["source_claim"] for figure in rows["figures"]} - {None} <= set(ids["claims"])
    assert {figure["series"] for figure in rows["figures"]} - {None} <= set(ids["series"])
    assert {event for line in rows["timeline"] for event in line["events"]} <= set(ids["events"])
    actors = {actor for event in rows["events"] for actor in [*event["actors"], *event["recipients"]]}
    assert actors <= set(ids["entities"])


PROSE = """
The a officials Police said says that killed wounded 12 about more than 1,000 people Baghdad on Monday “we are here”
according to Mr. Lee denied - (AFP) it , . ’s 20% of the city 5 March 2024 not will
"""
WORDS = st.sampled_from([*PROSE.split(), "\n\n", "\u202e", "\u0301"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, max_size=60).map(" ".join), min_size=1, max_size=3))
def test_spans_of_any_reports(texts: list[str]) -> None:
    reader = reportedly.Reader()
    reports = [Report(f"r{number}", f"{number}.txt", text, "0") for number, text in enumerate(texts)]
    account = tell(reckon(reports, {report.id: reader.read(report) for report in reports}))
    assert_spans_are_exact(account)
    jsonschema.Draft202012Validator(build_schema()).validate(exported(account))


def test_whole_numbers() -> None:
    assert json.dumps(whole_numbers({"a": 3.0, "b": [2.5, 4.0], "c": None})) == '{"a": 3, "b": [2.5, 4], "c": null}'
