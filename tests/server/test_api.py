"""The API: every answer fits its own description, every citation leads to the words it names."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import ROOT, client_of

from reportedly.archive import Archive
from reportedly.server.app import build_app, prepare
from reportedly.server.openapi import description
from reportedly.server.pages.reports import name_of

CITING_PAGES = ["", "/timeline", "/figures", "/incidents", "/claims", "/disagreements", "/map", "/entities"]
STORY_PAGES = [*CITING_PAGES, "/reports"]
LATER = ["/timeline/lanes?by=actor", "/questions", "/ask?q=How+many+people+were+killed", "/changes?since=2024-03-07"]
DAYS = ["", "?as_of=2024-03-08", "?as_of=2024-03-01", "?as_of=2030-01-01"]


def got(desk: TestClient, url: str) -> Any:
    answer = desk.get(url)
    assert answer.status_code == 200, answer.text
    return answer.json()


def every(desk: TestClient, url: str, rows: str) -> list[Any]:
    """All rows of a list, a page after the other."""
    found: list[Any] = []
    while True:
        page = got(desk, f"{url}{'&' if '?' in url else '?'}skip={len(found)}&most=20")
        assert page["found"] <= page["total"]
        found += page[rows]
        if len(found) >= page["found"]:
            assert len(found) == page["found"]
            return found


def schema_of(path: str) -> dict[str, Any]:
    """The JSON Schema of what a path answers, with its definitions where references look for them."""
    document = _document()
    answer = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return {**answer, "components": document["components"]}


@cache
def _document() -> dict[str, Any]:
    return dict(json.loads(description()))


def cited(value: Any) -> list[dict[str, Any]]:
    """Every citation in an answer, however deep."""
    if isinstance(value, list):
        return [each for item in value for each in cited(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"report", "number", "spans"} <= value.keys() else []
    return own + [each for item in value.values() for each in cited(item)]


def test_the_description_that_the_web_app_is_built_from_is_fresh() -> None:
    told = (ROOT / "web" / "openapi.json").read_text(encoding="utf-8")
    assert told == description(), "run `python -m reportedly.server.openapi web/openapi.json`"


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("page", STORY_PAGES)
def test_story_pages_fit_their_schema(desk: TestClient, story: str, page: str, day: str) -> None:
    jsonschema.validate(got(desk, f"/api/stories/{story}{page}{day}"), schema_of(f"/api/stories/{{story}}{page}"))


@pytest.mark.parametrize("page", LATER)
def test_what_is_asked_of_a_story_fits_its_schema(desk: TestClient, story: str, page: str) -> None:
    for day in ("", "&as_of=2024-03-08"):
        url = f"/api/stories/{story}{page}" + (day if "?" in page else day.replace("&", "?"))
        jsonschema.validate(got(desk, url), schema_of(f"/api/stories/{{story}}{page.partition('?')[0]}"))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/api/stories", "/api/stories"),
        ("/api/search?q=miners", "/api/search"),
        ("/api/search?q=%20", "/api/search"),
        ("/api/search/reports?q=miners", "/api/search/reports"),
        ("/api/ask?q=How+many+people+were+killed", "/api/ask"),
        ("/api/ask?q=Who+won+the+cup", "/api/ask"),
        ("/api/questions", "/api/questions"),
    ],
)
def test_other_pages_fit_their_schema(desk: TestClient, url: str, path: str) -> None:
    jsonschema.validate(got(desk, url), schema_of(path))


def test_the_list_of_stories(desk: TestClient) -> None:
    found = got(desk, "/api/stories")
    assert (found["archive"], found["current"], found["reports"]) == ("story.db", True, 12)
    (line,) = found["stories"]
    assert (line["reports"], line["first"], line["last"]) == (12, "2024-03-05", "2024-03-12")
    assert sum(day["reports"] for day in line["activity"]) == 12
    assert line["lead"]


@pytest.mark.parametrize("page", CITING_PAGES)
def test_every_citation_leads_to_its_words(desk: TestClient, story: str, page: str) -> None:
    found = cited(got(desk, f"/api/stories/{story}{page}"))
    assert found
    for each in found[:40]:
        spans = ",".join(f"{span['start']}-{span['end']}" for span in each["spans"])
        passage = got(desk, f"/api/reports/{each['report']}/passage?spans={spans}")
        text = got(desk, f"/api/reports/{each['report']}")["text"]
        words = [piece["text"] for piece in passage["pieces"] if piece["cited"]]
        assert words == [text[span["start"] : span["end"]] for span in each["spans"]]


def test_the_brief_is_numbered_as_its_reports_are(desk: TestClient, story: str) -> None:
    reports = every(desk, f"/api/stories/{story}/reports", "reports")
    numbers = {report["id"]: report["number"] for report in reports}
    assert [report["number"] for report in reports] == list(range(1, 13))
    assert {report["copy_of"] for report in reports} >= {1}
    page = got(desk, f"/api/stories/{story}")
    marks = cited(page["brief"])
    assert all(numbers[each["report"]] == each["number"] for each in marks)
    assert {report["id"] for report in page["cited"]} == {each["report"] for each in marks}
    known = {report["id"]: (report["outlet"], report["published"]) for report in reports}
    assert all(known[each["report"]] == (each["outlet"], each["published"]) for each in marks)


@pytest.mark.parametrize(
    ("choice", "numbers"),
    [
        ("originals=true", [1, 3, 4, 5, 6, 8, 9, 10, 11, 12]),
        ("outlet=North+Asia+Radio", [4, 9]),
        ("origin=Steppe+Wire&originals=true", [1, 5, 10]),
        ("words=station+herald", [8]),
        ("words=no+such+title", []),
        ("most=2&skip=11", [12]),
    ],
)
def test_reports_are_chosen(desk: TestClient, story: str, choice: str, numbers: list[int]) -> None:
    page = got(desk, f"/api/stories/{story}/reports?{choice}")
    assert [report["number"] for report in page["reports"]] == numbers
    assert page["total"] == 12
    assert sum(each["count"] for each in page["outlets"]) == 12


def test_a_report_with_its_marks(desk: TestClient, story: str) -> None:
    report = got(desk, f"/api/stories/{story}/reports")["reports"][2]["id"]
    page = got(desk, f"/api/reports/{report}")
    jsonschema.validate(page, schema_of("/api/reports/{report}"))
    assert {mark["layer"] for mark in page["marks"]} >= {"claim", "source", "event", "figure", "time", "place"}
    assert all(page["text"][mark["start"] : mark["end"]].strip() and mark["facts"] for mark in page["marks"])


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Ferry aground", "Tugs freed the ferry.", "Ferry aground"),
        (None, "\nTugs freed the ferry.\nMore follows.", "Tugs freed the ferry."),
        (None, "By ANN MARN 2024/03/05 18:20\n\nTugs freed the ferry.", "Tugs freed the ferry."),
        (None, "By ANN MARN", "By ANN MARN"),
        (None, "", ""),
    ],
)
def test_a_report_is_called_by_its_title_or_by_what_it_tells_first(title: str | None, text: str, name: str) -> None:
    assert name_of(title, text) == name


def test_the_claims_board_sets_assertion_and_denial_on_one_row(desk: TestClient, story: str) -> None:
    board = got(desk, f"/api/stories/{story}/claims")
    modes = [
        {statement["mode"] for cell in row["cells"] for statement in cell["statements"]}
        for row in board["rows"]
        if row["reason"]
    ]
    assert {"asserted", "denied"} in modes
    known = {column["origin"] for column in board["columns"]}
    assert {cell["origin"] for row in board["rows"] for cell in row["cells"]} <= known


def test_what_a_statement_tells_by_the_way_puts_it_on_no_row(desk: TestClient, story: str) -> None:
    rows = every(desk, f"/api/stories/{story}/claims", "rows")
    together = [{each["words"] for cell in row["cells"] for each in cell["statements"]} for row in rows]
    collapse = next(words for words in together if any("41 miners were trapped" in each for each in words))
    assert not any("found alive" in each for each in collapse)  # "… six days after a tunnel collapsed"


def test_a_denial_stands_beside_what_it_denies_and_nothing_else(desk: TestClient, story: str) -> None:
    """The union accuses the owner of ignoring warnings of a roof that fell: no telling of the fall."""
    board = got(desk, f"/api/stories/{story}/claims")
    row = next(row for row in board["rows"] if row["reason"] and "ignoring warnings" in row["reason"])
    assert "warning" in row["words"]
    assert all("warning" in each["words"] for cell in row["cells"] for each in cell["statements"])


def test_no_statement_is_lost_or_told_twice_on_the_board(desk: TestClient, story: str, example: Path) -> None:
    rows = every(desk, f"/api/stories/{story}/claims?outlets=true", "rows")
    cells = [cell for row in rows for cell in row["cells"]]
    ids = [each["id"] for cell in cells for each in cell["statements"]]
    assert len(ids) == len(set(ids))
    assert len(rows) < len(ids)
    told = sum(cell["more"] + sum(each["told"] for each in cell["statements"]) for cell in cells)
    with Archive.open(example, create=False) as archive:
        assert told == len(archive.account().claims)


def test_a_disagreement_shows_both_sides(desk: TestClient, story: str) -> None:
    found = got(desk, f"/api/stories/{story}/disagreements")["disputes"]
    assert found[0]["status"] == "open"
    assert all(len(dispute["sides"]) >= 2 for dispute in found if dispute["status"] == "open")
    assert all(voice["passage"] for dispute in found for side in dispute["sides"] for voice in side["voices"])


def test_figures_that_move_come_first_and_of_them_those_of_people_struck(desk: TestClient, story: str) -> None:
    charts = got(desk, f"/api/stories/{story}/figures")["charts"]
    moves = [len({value["words"] for value in chart["values"]}) > 1 for chart in charts]
    assert moves == sorted(moves, reverse=True)
    labels = [chart["label"] for chart in charts]
    assert labels[0] == "people killed"
    assert labels.index("miners trapped") < labels.index("days elapsed")


def test_figures_with_the_most_values_come_first(desk: TestClient, story: str) -> None:
    charts = got(desk, f"/api/stories/{story}/figures")["charts"]
    counts = [len({value["words"] for value in chart["values"]}) for chart in charts]
    assert counts == sorted(counts, reverse=True)
    assert any(value["high"] is None and value["words"].startswith("at least") for value in charts[0]["values"])


def test_an_incident_tells_its_toll_and_what_was_told_on_the_way(desk: TestClient, story: str) -> None:
    page = got(desk, f"/api/stories/{story}/incidents")
    assert (page["found"], len(page["incidents"])) == (1, 1)
    (collapse,) = page["incidents"]
    assert collapse["name"].startswith("Collapse in ")
    assert collapse["days"] == "4 March 2024"
    killed = collapse["killed"]
    assert (killed["best"], killed["values"][-1]) == (7, 7)
    assert 8 in killed["values"]
    assert all(one != other for one, other in zip(killed["values"], killed["values"][1:], strict=False))
    assert killed["citations"]
    assert collapse["reports"] >= len(collapse["citations"]) > 1


def test_an_incident_stands_as_it_was_told_on_a_day(desk: TestClient, story: str) -> None:
    (collapse,) = got(desk, f"/api/stories/{story}/incidents?as_of=2024-03-06")["incidents"]
    assert collapse["killed"]["best"] == 5
    assert got(desk, f"/api/stories/{story}/incidents?as_of=2024-03-01") == {"found": 0, "incidents": []}


def test_one_series_can_be_asked_for(desk: TestClient, story: str) -> None:
    every_one = got(desk, f"/api/stories/{story}/figures")
    moving = [chart for chart in every_one["charts"] if len({value["words"] for value in chart["values"]}) > 1]
    assert every_one["moving"] == len(moving)
    wanted = every_one["charts"][-1]
    page = got(desk, f"/api/stories/{story}/figures?series={wanted['id']}")
    assert (page["charts"], page["found"], page["total"]) == ([wanted], 1, every_one["total"])


def test_the_columns_that_the_rows_need(desk: TestClient, story: str) -> None:
    board = got(desk, f"/api/stories/{story}/claims?mode=denied")
    filled = [cell["origin"] for row in board["rows"] for cell in row["cells"]]
    assert set(board["used"]) == set(filled)
    disputing = [cell["origin"] for row in board["rows"] if row["reason"] for cell in row["cells"]]
    weights = [(disputing.count(origin), filled.count(origin)) for origin in board["used"]]
    assert weights == sorted(weights, reverse=True)
    assert len(board["used"]) < len(board["columns"])


def test_changes_come_kind_by_kind_and_page_by_page(desk: TestClient, story: str) -> None:
    url = f"/api/stories/{story}/changes?since=2024-03-09"
    whole = got(desk, url)
    kinds = [line["kind"] for line in whole["lines"]]
    assert [(part["kind"], part["count"]) for part in whole["parts"]] == [
        (kind, kinds.count(kind)) for kind in dict.fromkeys(kinds)
    ]
    assert whole["found"] == len(whole["lines"])
    assert got(desk, f"{url}&skip=3&most=4")["lines"] == whole["lines"][3:7]


def test_the_map_tells_who_held_what(desk: TestClient, story: str) -> None:
    places = got(desk, f"/api/stories/{story}/map")["places"]
    assert any(holding["contested"] for place in places for holding in place["holdings"])
    assert all(-90 <= place["latitude"] <= 90 for place in places if place["latitude"] is not None)


def test_what_is_named_after_a_town_stands_there_on_the_map(desk: TestClient, story: str) -> None:
    places = {place["name"]: place for place in got(desk, f"/api/stories/{story}/map")["places"]}
    station, town = places["railway station of Satbayev"], places["Satbayev"]
    assert (station["near"], town["near"]) == ("Satbayev", None)
    assert (station["latitude"], station["longitude"]) == (town["latitude"], town["longitude"])
    assert station["precision"] > town["precision"]
    assert all(place["near"] is None or place["latitude"] is not None for place in places.values())


class TestAsOf:
    """A story as it stood on an evening, by what had been published until then."""

    def test_later_reports_are_not_there(self, desk: TestClient, story: str) -> None:
        page = got(desk, f"/api/stories/{story}?as_of=2024-03-07")
        assert page["counts"]["reports"] == 5
        reports = got(desk, f"/api/stories/{story}/reports?as_of=2024-03-07")["reports"]
        assert max(report["published"] for report in reports) == "2024-03-07"
        assert sum(day["reports"] for day in page["days"]) == 12

    def test_numbers_of_reports_stay(self, desk: TestClient, story: str) -> None:
        def numbers(day: str) -> dict[str, int]:
            reports = got(desk, f"/api/stories/{story}/reports{day}")["reports"]
            return {each["id"]: each["number"] for each in reports}

        assert numbers("?as_of=2024-03-08").items() < numbers("").items()

    def test_a_value_stands_until_it_is_revised(self, desk: TestClient, story: str) -> None:
        def killed(day: str) -> str:
            charts = got(desk, f"/api/stories/{story}/figures?as_of={day}")["charts"]
            return next(str(chart["current"]) for chart in charts if chart["label"] == "people killed")

        assert [killed(day) for day in ("2024-03-05", "2024-03-09", "2024-03-10", "2024-03-12")] == [
            "at least 3", "6", "8", "7",
        ]  # fmt: skip

    def test_the_last_day_is_the_account_itself(self, desk: TestClient, story: str) -> None:
        now = got(desk, f"/api/stories/{story}/claims")
        assert got(desk, f"/api/stories/{story}/claims?as_of=2024-03-12") == now

    def test_what_was_not_told_the_evening_before_is_new(self, desk: TestClient, story: str) -> None:
        def lines(day: str) -> dict[str, bool]:
            brief = got(desk, f"/api/stories/{story}?as_of={day}")["brief"]
            return {line["sentence"]: line["new"] for part in brief for line in part["lines"]}

        before, after = lines("2024-03-06"), lines("2024-03-07")
        assert all(lines("2024-03-05").values())
        assert {sentence for sentence, new in after.items() if new} == after.keys() - before.keys()

    def test_without_a_day_nothing_is_called_new(self, desk: TestClient, story: str) -> None:
        brief = got(desk, f"/api/stories/{story}")["brief"]
        assert not any(line["new"] for part in brief for line in part["lines"])

    def test_before_the_first_report_there_is_nothing(self, desk: TestClient, story: str) -> None:
        page = got(desk, f"/api/stories/{story}?as_of=2024-01-01")
        assert (page["cited"], page["brief"], page["counts"]["claims"]) == ([], [], 0)
        assert page["title"]
        assert got(desk, f"/api/stories/{story}/reports?as_of=2024-01-01")["total"] == 0


@pytest.mark.parametrize(
    ("query", "kind", "words"),
    [
        ("akhmetov", "names", "Akhmetov"),
        ("AKHMETOV trapped", "claims", "trapped"),
        ("satbay station", "reports", "Satbayev"),
    ],
)
def test_search_finds_all_words_and_beginnings_of_words(desk: TestClient, query: str, kind: str, words: str) -> None:
    hits = got(desk, f"/api/search{'/reports' if kind == 'reports' else ''}?q={query}")[kind]
    assert hits
    assert words in json.dumps(hits, ensure_ascii=False)
    assert {hit["story"]["title"] for hit in hits} == {"Tunnel collapse traps miners near Zhezkazgan"}


@pytest.mark.parametrize("query", ["quux", "(.*)+", "\\", "%00", "a" * 200])
def test_search_for_what_is_not_there(desk: TestClient, query: str) -> None:
    found = got(desk, f"/api/search?q={query}")
    assert (found["names"], found["claims"], found["more"]) == ([], [], False)
    assert got(desk, f"/api/search/reports?q={query}") == {"query": found["query"], "total": 0, "reports": []}


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("/api/stories/none", 404),
        ("/api/stories/none/claims", 404),
        ("/api/reports/none", 404),
        ("/api/nothing", 404),
        ("/api/reports/none/passage?spans=1-2", 404),
        ("/api/search", 422),
        ("/api/stories/none?as_of=yesterday", 422),
        ("/api/stories/none/changes?since=2024-03-09&as_of=2024-03-08", 422),
        ("/api/stories/none/ask?q=", 422),
        ("/api/stories?most=201", 422),
        ("/api/stories?skip=-1", 422),
        (f"/api/search?q={'a' * 201}", 422),
    ],
)
def test_what_is_wrong_is_told_with_its_remedy(desk: TestClient, url: str, code: int) -> None:
    answer = desk.get(url)
    assert answer.status_code == code
    told = answer.json()
    assert told.keys() == {"problem", "remedy"}
    assert all(told.values())


@pytest.mark.parametrize("spans", ["", "7", "9-3", "0-999999", "-5--2", "a-b", ",".join(["1-2"] * 101)])
def test_spans_that_lead_nowhere(desk: TestClient, story: str, spans: str) -> None:
    report = got(desk, f"/api/stories/{story}")["cited"][0]["id"]
    assert desk.get(f"/api/reports/{report}/passage", params={"spans": spans}).status_code in {404, 422}


def test_no_answer_is_larger_than_a_megabyte(desk: TestClient, story: str) -> None:
    assert all(len(desk.get(f"/api/stories/{story}{page}").content) < 2**20 for page in STORY_PAGES)


def test_an_empty_archive_has_an_empty_list(empty: TestClient) -> None:
    nothing = {"archive": "new.db", "current": True, "reports": 0, "total": 0, "found": 0, "stories": []}
    assert got(empty, "/api/stories") == nothing
    assert got(empty, "/api/search/reports?q=anything")["reports"] == []
    assert got(empty, "/api/ask?q=Who+died")["lines"] == []
    assert got(empty, "/api/questions")["questions"] == []


def test_every_path_of_the_web_client_is_in_the_description() -> None:
    known = set(_document()["paths"])
    used = {
        path
        for file in (ROOT / "web" / "src").rglob("*.ts*")
        for path in re.findall(r'"(/api/[a-z/{}]+)"', Path(file).read_text(encoding="utf-8"))
        if "schema.d.ts" not in file.name
    }
    assert used
    assert used <= known


def test_the_first_page_is_laid_out_before_anybody_asks_for_it(
    example: Path, static: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(example, create=False) as archive:
        app = build_app(archive, static)
        prepare(app)
        monkeypatch.setattr(Archive, "heads", None)
        assert len(got(client_of(app), "/api/stories")["stories"]) == 1
