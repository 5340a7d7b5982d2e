"""A crew reads as one reader does, whatever happens to its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from reportedly.reading import crew as crew_module
from reportedly.reading.crew import AHEAD, ENOUGH, Crew, Unread, processes_here
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.report import Report

TEXTS = (
    "",
    "Four trucks burned in Lota on Friday, police said.",
    "It went into its third day; 12 miners are free.\n\nGood.",
)
HALF = "Half of a character: \ud83d"
STUB = """
import os, signal, sys, types
sys.path[:] = sys.argv[1:]
from pathlib import Path
from reportedly.reading.reading import Reading

class Stub:
    version = {version!r}
    def read(self, report):
        print("a library that prints")
        if "fails" in report.text:
            raise ValueError("no sentence")
        if "dies" in report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "stumbles" in report.text and not Path(report.path).exists():
            Path(report.path).touch()
            os._exit(3)
        return Reading(report.id, self.version, (), (), (), (), (), (), (), (), (), ())

sys.modules["reportedly.reading.reader"] = types.SimpleNamespace(Reader=Stub)
from reportedly.reading import worker
worker.work()
"""
"""What a process runs whose reader finds nothing and does what a report says."""


def report(text: str, number: int = 0, path: str = "") -> Report:
    """A report of that text."""
    return Report(f"r{number}", path or f"{number}.txt", text, "0")


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that read as ``STUB`` says."""
    monkeypatch.setattr(crew_module, "START", STUB.format(version=Reader().version))


def outcomes(crew: Crew, reports: list[Report]) -> list[object]:
    """What becomes of each."""
    return [outcome for _, outcome in crew.read(reports, lambda item: item)]


def test_two_processes_read_as_one_does() -> None:
    reports = [report(text, number) for number, text in enumerate((*TEXTS * 3, HALF, TEXTS[1]))]
    with Crew(1) as alone, Crew(2) as together:
        once, twice = outcomes(alone, reports), outcomes(together, reports)
    refused = once.pop(-2), twice.pop(-2)
    assert refused[0] == refused[1]
    assert isinstance(refused[0], Unread)
    assert once == [Reader().read(each) for each in reports if each.text != HALF]
    assert [msgspec.json.encode(each) for each in once] == [msgspec.json.encode(each) for each in twice]


@pytest.mark.usefixtures("stub")
def test_items_come_back_in_order_and_those_without_a_report_pass_through() -> None:
    items: list[Report | str] = [report("quiet", number) for number in range(9)]
    items[2:2], items[7:7] = ["a notice"], ["a step"]
    with Crew(2) as crew:
        found = list(crew.read(items, lambda item: item if isinstance(item, Report) else None))
    assert [item for item, _ in found] == items
    assert all((outcome is None) == isinstance(item, str) for item, outcome in found)


@pytest.mark.usefixtures("stub")
def test_few_reports_are_taken_ahead() -> None:
    taken = 0

    def coming() -> Iterator[Report]:
        nonlocal taken
        for taken in range(1, 31):
            yield report("quiet", taken)

    with Crew(2) as crew:
        for given, _ in enumerate(crew.read(coming(), lambda item: item)):
            assert taken <= given + AHEAD * 2 + 1


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("this one fails", "ValueError: no sentence"),
        ("this one dies", "the process that read it ended by signal 9, as happens where memory runs short"),
    ],
)
def test_a_report_that_cannot_be_read_costs_no_other(text: str, problem: str) -> None:
    reports = [report(text if number in {1, 4} else "quiet", number) for number in range(8)]
    with Crew(2) as crew:
        found = outcomes(crew, reports)
    assert [outcome for outcome in found if isinstance(outcome, Unread)] == [Unread(problem)] * 2
    assert [outcome.report for outcome in found if isinstance(outcome, Reading)] == ["r0", "r2", "r3", "r5", "r6", "r7"]


@pytest.mark.usefixtures("stub")
def test_a_report_whose_process_was_killed_is_read_by_another(tmp_path: Path) -> None:
    reports = [report("it stumbles", number, str(tmp_path / f"{number}")) for number in range(3)]
    with Crew(2) as crew:
        assert all(isinstance(outcome, Reading) for outcome in outcomes(crew, reports))


@pytest.mark.parametrize("start", ["raise SystemExit(3)", STUB.format(version="another")])
def test_where_no_process_starts_the_reports_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr(crew_module, "START", start)
    reports = [report(text, number) for number, text in enumerate(TEXTS)]
    with Crew(2) as crew:
        assert outcomes(crew, reports) == [Reader().read(each) for each in reports]


@pytest.mark.parametrize("place", ["", None, "/usr/sbin/someserver"])
def test_a_program_without_a_python_of_its_own_reads_alone(monkeypatch: pytest.MonkeyPatch, place: str | None) -> None:
    monkeypatch.setattr(sys, "executable", place)
    with Crew(2) as crew:
        assert outcomes(crew, [report(TEXTS[1])]) == [Reader().read(report(TEXTS[1]))]


@pytest.mark.usefixtures("stub")
def test_processes_end_with_the_crew_that_was_stopped() -> None:
    crew = Crew(2)
    with suppress(KeyboardInterrupt), crew:
        for item, _ in crew.read([report("quiet", number) for number in range(30)], lambda item: item):
            if item.id == "r3":
                raise KeyboardInterrupt
    assert [process.fate() for process in crew._started]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs signals of POSIX")
def test_processes_end_with_a_program_that_was_killed(tmp_path: Path) -> None:
    """They read from its pipes, which the system closes."""
    start = STUB.format(version=Reader().version).replace(
        "class Stub", f"Path({str(tmp_path)!r}, str(os.getpid())).touch()\nclass Stub"
    )
    code = (
        "import sys, time; from reportedly.report import Report; from reportedly.reading import crew\n"
        "crew.START = sys.argv[1]\n"
        "with crew.Crew(2) as readers:\n"
        "    for _ in readers.read([Report(str(n), str(n), 'quiet', '0') for n in range(9)], lambda item: item): pass\n"
        "    print('read', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, start], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        program.kill()
    processes = [int(file.name) for file in tmp_path.iterdir()]
    assert processes
    until = time.monotonic() + 30
    while any(map(_lives, processes)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_lives, processes))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize(("count", "starts"), [(ENOUGH - 1, False), (ENOUGH, True)])
def test_few_reports_start_no_process(monkeypatch: pytest.MonkeyPatch, count: int, starts: bool) -> None:
    monkeypatch.setattr(crew_module, "processes_here", lambda: 2)
    with Crew() as crew:
        found = outcomes(crew, [report("quiet", number) for number in range(count)])
        assert len(found) == count
        assert bool(crew._started) == starts


@pytest.mark.parametrize(("granted", "processes"), [("100000 100000", 1), ("50000 100000", 1), ("max 100000", None)])
def test_a_container_with_less_time_than_cores_reads_with_fewer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, granted: str, processes: int | None
) -> None:
    monkeypatch.setattr(crew_module, "QUOTA", tmp_path / "cpu.max")
    everything = processes_here()
    (tmp_path / "cpu.max").write_text(granted)
    assert processes_here() == (processes or everything)


def test_a_script_that_reads_at_its_top_level_is_not_run_again(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(
        "from reportedly.reading.crew import Crew\n"
        "from reportedly.report import Report\n"
        "print('once')\n"
        "with Crew(2) as crew:\n"
        "    print(len(list(crew.read([Report('r', 'r', 'Nothing.', '0')], lambda item: item))))\n"
    )
    done = subprocess.run([sys.executable, tmp_path / "script.py"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("once\n1\n", "")
