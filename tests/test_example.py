"""The example story: its account is what is expected, row by row, and shows what the example is there to show."""

from __future__ import annotations

import difflib
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "examples"))

import expect  # noqa: E402


@cache
def told() -> tuple[str, str]:
    return expect.told()


def account() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(told()[0])
    return parsed


def assert_same(found: str, golden: Path) -> None:
    expected = golden.read_text(encoding="utf-8")
    diff = list(difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="", n=0))
    shown = "\n".join(line[:240] for line in diff[:60])
    assert not diff, f"{len(diff)} lines of diff; `make golden` writes {golden.name} anew\n{shown}"


def test_account_is_as_expected() -> None:
    assert_same(told()[0], expect.ACCOUNT)


def test_brief_is_as_expected() -> None:
    assert_same(told()[1], expect.BRIEF)


def test_two_spellings_of_a_town_are_one_place() -> None:
    towns = [entity for entity in account()["entities"] if "Zhezkazgan" in [entity["name"], *entity["aliases"]]]
    assert len(towns) == 1
    assert "Dzhezkazgan" in [towns[0]["name"], *towns[0]["aliases"]]
    assert towns[0]["place"]["country"] == "Kazakhstan"


def test_two_spellings_of_a_minister_are_one_person() -> None:
    ministers = [
        entity
        for entity in account()["entities"]
        if {"Erlan Akhmetov", "Yerlan Akhmetov"} & {entity["name"], *entity["aliases"]}
    ]
    assert len(ministers) == 1
    assert ministers[0]["kind"] == "person"


def report_of(file: str) -> dict[str, Any]:
    return next(report for report in account()["reports"] if report["path"].endswith(file))


def test_the_wire_copy_is_a_copy_with_the_agency_as_origin() -> None:
    first, copy = report_of("01_steppewire.txt"), report_of("02_astanacourier.txt")
    assert copy["copy_of"] == first["id"]
    assert copy["origin"] == first["origin"]


def claims_of(name: str, file: str) -> list[dict[str, Any]]:
    report = report_of(file)["id"]
    return [
        claim for claim in account()["claims"] if claim["report"] == report and name in (claim["source"]["name"] or "")
    ]


def test_the_denial_of_the_police_is_denied() -> None:
    assert any(
        claim["mode"] == "denied" and "station" in claim["text"] for claim in claims_of("Abenov", "08_ulytauherald.txt")
    )


def test_the_quoted_official_comes_through_the_broadcaster() -> None:
    knocking = [
        claim for claim in account()["claims"] if "knocking" in claim["text"] and claim["source"]["kind"] == "unnamed"
    ]
    assert knocking
    assert any("Saryarqa TV" in relay["name"] for claim in knocking for relay in claim["via"])


@pytest.mark.parametrize(
    ("relation", "best", "report"), [("killed", 7, "11_steppewire.txt"), ("killed", 5, "04_northasiaradio.txt")]
)
def test_figures_are_read(relation: str, best: int, report: str) -> None:
    of = report_of(report)["id"]
    assert any(
        figure["relation"] == relation and figure["best"] == best
        for figure in account()["figures"]
        if figure["report"] == of
    )


def test_the_toll_is_a_series_that_was_revised_downward() -> None:
    tolls = [series for series in account()["series"] if series["measure"] == "killed" and series["revised"]]
    assert any([point["best"] for point in series["points"]][-2:] == [8, 7] for series in tolls)


def test_the_station_changes_hands() -> None:
    names = {entity["id"]: entity["name"] for entity in account()["entities"]}
    holders = [
        names[holding["holder"]]
        for holding in account()["holdings"]
        if "tation" in names[holding["place"]] or "Satbayev" in names[holding["place"]]
    ]
    assert len(set(holders)) >= 2


def test_every_sentence_of_the_brief_cites() -> None:
    assert account()["brief"]
    assert all(sentence["citations"] for sentence in account()["brief"])
