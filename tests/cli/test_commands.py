"""The command line as a user meets it: a real process, its output and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "examples" / "karatas"


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "reportedly.cli.main", *map(str, arguments)]
    plain = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=plain, check=False)


def ok(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "story.db"
    done = run("read", STORY, "--archive", path)
    assert done.returncode == 0, done.stderr
    assert "12 reports: 12 new" in done.stderr
    assert "What happened" in done.stdout
    return path


def test_help_lists_every_command() -> None:
    shown = ok("--help")
    for name in (
        "read",
        "brief",
        "timeline",
        "incidents",
        "events",
        "figures",
        "claims",
        "disagreements",
        "holdings",
        "export",
    ):
        assert f"\n  {name} " in shown


def test_version() -> None:
    assert ok("--version").startswith("reportedly, version ")


def test_events_are_printed_and_chosen(archive: Path) -> None:
    assert "protest" in ok("events", archive)
    rows = json.loads(ok("events", archive, "--type", "conflict", "--mode", "asserted", "--json"))
    assert rows
    assert {row["mode"] for row in rows} == {"asserted"}
    assert "No event was found." in ok("events", archive, "--type", "eruption")


def test_export_of_coded_events(archive: Path) -> None:
    records = [json.loads(line) for line in ok("export", archive, "--format", "plover").splitlines()]
    assert all(record["event"] and record["id"] for record in records)
    assert ok("export", archive, "--format", "acled-csv").startswith("event_id,event_date,year,time_precision,")


def test_read_again_adds_nothing(archive: Path) -> None:
    before = archive.read_bytes()
    done = run("read", STORY, "--archive", archive, "--quiet")
    assert (done.returncode, done.stdout) == (0, "")
    assert "12 already there" in done.stderr
    assert archive.read_bytes() == before


def test_read_without_an_archive_keeps_nothing(tmp_path: Path) -> None:
    done = run("read", STORY, cwd=tmp_path)
    assert done.returncode == 0
    assert "Nothing was kept" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_brief_from_the_archive_is_the_brief_that_read_prints(archive: Path) -> None:
    assert ok("brief", archive) == run("read", STORY).stdout


@pytest.mark.parametrize("command", [("brief",), ("figures", "--json"), ("brief", "--as-of", "2024-03-07")])
def test_a_folder_of_reports_is_told_without_an_archive(archive: Path, command: tuple[str, ...]) -> None:
    name, *options = command
    assert ok(name, STORY, *options) == ok(name, archive, *options)


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    done = run("brief", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr


def test_brief_names_its_reports(archive: Path) -> None:
    shown = ok("brief", archive)
    assert "[1] " in shown
    assert "(copy of [1])" in shown


def test_brief_with_spans_shows_the_cited_words(archive: Path) -> None:
    assert len(ok("brief", archive, "--spans").splitlines()) > len(ok("brief", archive).splitlines())


@pytest.mark.parametrize(
    "command",
    ["brief", "timeline", "incidents", "figures", "claims", "disagreements", "holdings", "entities", "reports"],
)
def test_tables_in_text_and_json(archive: Path, command: str) -> None:
    assert ok(command, archive).strip()
    rows: list[dict[str, Any]] = json.loads(ok(command, archive, "--json"))
    assert rows


def test_an_incident_shows_how_its_toll_moved(archive: Path) -> None:
    shown = ok("incidents", archive)
    assert "Collapse in" in shown
    assert "10 March 2024" in shown
    (row,) = json.loads(ok("incidents", archive, "--json"))
    assert (row["killed"]["best"], row["killed"]["high"], row["injured"]["best"]) == (7, 8, 11)


def test_the_weightiest_lines_of_a_timeline_are_some_of_it(archive: Path) -> None:
    whole = json.loads(ok("timeline", archive, "--json"))
    some = json.loads(ok("timeline", archive, "--limit", "3", "--json"))
    assert len(some) == 3
    assert [row for row in whole if row in some] == some


def test_a_timeline_of_few_days_tells_each_in_few_sentences(archive: Path) -> None:
    rows = json.loads(ok("timeline", archive, "--days", "3", "--lines", "2", "--json"))
    days = [row["date_earliest"] for row in rows]
    assert len(set(days)) == 3
    assert max(map(days.count, days)) <= 2


def test_claims_can_be_filtered(archive: Path) -> None:
    rows = json.loads(ok("claims", archive, "--source", "bekturova", "--json"))
    assert rows
    assert all("bekturova" in row["source"]["name"].lower() for row in rows)
    assert all(row["mode"] == "denied" for row in json.loads(ok("claims", archive, "--mode", "denied", "--json")))


@pytest.mark.parametrize("name", ["1", "01_steppewire.txt"])
def test_show_marks_the_spans(archive: Path, name: str) -> None:
    shown = ok("show", archive, name)
    assert "[time late on Monday]" in shown or "[time Monday]" in shown
    assert "Steppe Wire" in shown


def test_show_json_offsets(archive: Path) -> None:
    found = json.loads(ok("show", archive, "3", "--json"))
    assert found["marks"]
    assert all(found["text"][mark["start"] : mark["end"]].strip() for mark in found["marks"])


def test_show_one_layer(archive: Path) -> None:
    found = json.loads(ok("show", archive, "3", "--json", "--layer", "figure"))
    assert {mark["layer"] for mark in found["marks"]} == {"figure"}


def test_export_to_a_file_and_to_the_terminal(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "account.json"
    ok("export", archive, "--output", target)
    assert target.read_text(encoding="utf-8") == ok("export", archive)
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == "reportedly/1"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("brief", "nowhere.db"), "nowhere.db"),
        (("export", "nowhere.db"), "nowhere.db"),
        (("read", "no-such-folder"), "no-such-folder"),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_unknown_report_and_story(archive: Path) -> None:
    for arguments in (("show", archive, "99"), ("show", archive, "nothing.txt"), ("brief", archive, "--story", "zzz")):
        done = run(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert done.stderr.startswith("reportedly: ")


def test_bad_files_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 400)
    (tmp_path / "broken.jsonl").write_text('{"text": "Two people were hurt on Monday."\n', encoding="utf-8")
    (tmp_path / "good.txt").write_text(
        "Published: 2024-03-05\n\nTwo people were hurt on Monday, police said.\n", encoding="utf-8"
    )
    done = run("read", tmp_path)
    assert done.returncode == 0
    for name in ("empty.txt", "binary.txt", "broken.jsonl:1"):
        assert name in done.stderr
    assert "police" in done.stdout


def test_nothing_to_read_is_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("read", tmp_path).returncode == 2


def test_markup_in_a_report_has_no_effect(tmp_path: Path) -> None:
    odd = "Two people [bold]died[/bold] on Monday, said Ann [link=http://x]Lee[/link] \x1b[31mred.\n"
    text = f"Published: 2024-03-05\n\n{odd}"
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    archive = tmp_path / "odd.db"
    assert run("read", tmp_path / "odd.txt", "-a", archive).returncode == 0
    shown = ok("show", archive, "1")
    assert "[bold]" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "command",
    [
        "brief",
        "timeline",
        "incidents",
        "figures",
        "claims",
        "disagreements",
        "holdings",
        "entities",
        "reports",
        "export",
    ],
)
def test_everything_can_be_told_as_of_a_day(archive: Path, command: str) -> None:
    day = ["--as-of", "2024-03-06"]
    told = ok(command, archive, *day) if command == "export" else ok(command, archive, *day, "--json")
    assert "Satbayev" not in told
    assert isinstance(json.loads(told), list | dict)


def test_a_day_that_is_none_is_said(archive: Path) -> None:
    done = run("brief", archive, "--as-of", "yesterday")
    assert done.returncode == 2
    assert "yesterday" in done.stderr


def test_undated_reports_are_left_out_of_past_days(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Date: 2024-03-02\n\nThe mayor resigned on Friday, the council said.")
    (tmp_path / "b.txt").write_text("Nobody was hurt, police said.")
    ok("read", tmp_path, "--archive", tmp_path / "story.db")
    done = run("reports", tmp_path / "story.db", "--as-of", "2024-03-02")
    assert "as of 2 March 2024: 1 report without a day of publication left out" in done.stderr
    assert "b.txt" not in done.stdout


def test_changes_are_told_by_what_became_of_them(archive: Path) -> None:
    told = ok("changes", archive, "--since", "2024-03-10")
    assert "Since 10 March 2024: 4 new reports" in told
    assert told.index("What is new") < told.index("What was revised")
    assert "People killed: from 6 on 8 March 2024" in " ".join(told.split())
    rows = json.loads(ok("changes", archive, "--since", "2024-03-10", "--until", "2024-03-10", "--json"))
    assert {row["kind"] for row in rows} <= {"new", "revised", "withdrawn", "settled"}
    assert all(row["citations"] for row in rows)


def test_nothing_changed(archive: Path) -> None:
    assert "Nothing changed." in ok("changes", archive, "--since", "2024-04-01")


def test_a_question_is_answered_with_its_reports(archive: Path) -> None:
    told = ok("ask", archive, "How many people were killed?", "--spans")
    assert "People killed: 7 on 11 March 2024" in told
    assert "[10]" in told
    answer = json.loads(ok("ask", archive, "Who holds the station of Satbayev?", "--json"))
    assert answer["kind"] == "holder"
    assert answer["sentences"][0]["citations"]


def test_a_question_about_a_past_day(archive: Path) -> None:
    assert "People killed: 5" in ok("ask", archive, "How many people were killed?", "--as-of", "2024-03-06")


def test_what_the_reports_do_not_say(archive: Path) -> None:
    done = run("ask", archive, "How many children were killed?")
    assert (done.returncode, done.stdout) == (1, "The reports do not say.\n")


def test_review_and_decide(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    path.write_bytes(archive.read_bytes())
    page = json.loads(ok("review", path, "--most", "3", "--json"))
    assert page["total"] > len(page["items"]) == 3
    assert f"1 to 3 of {page['total']}" in ok("review", path, "--most", "3")
    item = next(each for each in json.loads(ok("review", path, "--json"))["items"] if each["topic"] == "disagreement")
    made = json.loads(ok("decide", path, "confirm", item["target"], "--author", "Ada", "--json"))
    assert (made["state"], made["concerns"]) == ("in_force", [item["target"]])
    assert json.loads(ok("review", path, "--json"))["total"] == page["total"] - 1
    assert "Ada" in ok("decisions", path)
    assert "undo" in ok("decide", path, "--undo", made["id"], "--author", "Bea", "--reason", "too early")
    assert [each["state"] for each in json.loads(ok("decisions", path, "--json"))] == ["undone", "in_force"]
    assert json.loads(ok("review", path, "--json"))["total"] == page["total"]


def test_a_decision_that_makes_no_sense_is_refused(archive: Path) -> None:
    done = run("decide", archive, "confirm", "v:none", "--author", "Ada")
    assert done.returncode == 2
    assert "nothing of the id 'v:none'" in done.stderr
    assert run("decide", archive, "confirm").returncode == 2
    assert run("decide", archive, "split", "x", "--span", "nonsense", "--author", "Ada").returncode == 2
    assert run("decide", archive, "re-place", "x", "--at", "north", "--author", "Ada").returncode == 2
    assert "Nobody has decided anything yet." in ok("decisions", archive)
