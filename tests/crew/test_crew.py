"""A crew reads as one reader does and reckons as one process does, whatever happens to its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reportedly.account.origins import ReportOrigin
from reportedly.account.outline import Outline
from reportedly.account.reckon import outline_stories
from reportedly.archive.accounts import Row
from reportedly.archive.entry import entry_of
from reportedly.crew import Crew, Read, Unread, gist_of, jobs, processes_here, worker
from reportedly.crew import crew as crew_module
from reportedly.crew.crew import AHEAD, ENOUGH, ENOUGH_TO_RECKON
from reportedly.crew.hand import Task
from reportedly.crew.jobs import Want
from reportedly.reading.reader import Reader
from reportedly.reading.written import Written, write
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
from reportedly.crew import jobs, worker

def reckon(job, really=jobs._reckoned):
    text = job.outline.reports[0].text
    if "fails" in text:
        raise ValueError("no story")
    if "dies" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return really(job)

jobs._reckoned = reckon
worker.work()
"""
"""What a process runs whose reader finds nothing, and which does what a report says."""


def report(text: str, number: int = 0, path: str = "") -> Report:
    """A report of that text."""
    return Report(f"r{number}", path or f"{number}.txt", text, "0")


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that work as ``STUB`` says, and do all that they can do."""
    monkeypatch.setattr(worker, "START", STUB.format(version=Reader().version))
    claimed = Crew._claimed

    def only_what_is_left(crew: Crew, tasks: Iterable[Task | None]) -> Task | None:
        alive = any(hand.is_alive for hand in crew._hands)
        return claimed(crew, (task for task in tasks if task and (not alive or task.message is None)))

    monkeypatch.setattr(Crew, "_claimed", only_what_is_left)


def outcomes(crew: Crew, reports: list[Report]) -> list[object]:
    """What becomes of each: its reading as it is kept, or why there is none."""
    found = [outcome for _, outcome in crew.read(reports, lambda item: item)]
    return [outcome.reading if isinstance(outcome, Read) else outcome for outcome in found]


def test_two_processes_read_as_one_does() -> None:
    reports = [report(text, number) for number, text in enumerate((*TEXTS * 3, HALF, TEXTS[1]))]
    with Crew(1) as alone, Crew(2) as together:
        once, twice = outcomes(alone, reports), outcomes(together, reports)
    refused = once.pop(-2), twice.pop(-2)
    assert refused[0] == refused[1]
    assert isinstance(refused[0], Unread)
    assert once == twice == [write(Reader().read(each)) for each in reports if each.text != HALF]


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
    assert [outcome.report for outcome in found if isinstance(outcome, Written)] == ["r0", "r2", "r3", "r5", "r6", "r7"]


@pytest.mark.usefixtures("stub")
def test_a_report_whose_process_was_killed_is_read_by_another(tmp_path: Path) -> None:
    reports = [report("it stumbles", number, str(tmp_path / f"{number}")) for number in range(3)]
    with Crew(2) as crew:
        assert all(isinstance(outcome, Written) for outcome in outcomes(crew, reports))


@pytest.mark.parametrize("start", ["raise SystemExit(3)", STUB.format(version="another")])
def test_where_no_process_starts_the_reports_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr(worker, "START", start)
    reports = [report(text, number) for number, text in enumerate(TEXTS)]
    with Crew(2) as crew:
        assert outcomes(crew, reports) == [write(Reader().read(each)) for each in reports]


@pytest.mark.parametrize("place", ["", None, "/usr/sbin/someserver"])
def test_a_program_without_a_python_of_its_own_reads_alone(monkeypatch: pytest.MonkeyPatch, place: str | None) -> None:
    monkeypatch.setattr(sys, "executable", place)
    with Crew(2) as crew:
        assert outcomes(crew, [report(TEXTS[1])]) == [write(Reader().read(report(TEXTS[1])))]


@pytest.mark.usefixtures("stub")
def test_processes_end_with_the_crew_that_was_stopped() -> None:
    crew = Crew(2)
    with suppress(KeyboardInterrupt), crew:
        for item, _ in crew.read([report("quiet", number) for number in range(30)], lambda item: item):
            if item.id == "r3":
                raise KeyboardInterrupt
    assert [process.fate() for hand in crew._hands for process in hand.processes]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs signals of POSIX")
def test_processes_end_with_a_program_that_was_killed(tmp_path: Path) -> None:
    """They read from its pipes, which the system closes."""
    start = STUB.format(version=Reader().version).replace(
        "class Stub", f"Path({str(tmp_path)!r}, str(os.getpid())).touch()\nclass Stub"
    )
    code = (
        "import sys, time; from reportedly.report import Report; from reportedly.crew import Crew, worker\n"
        "worker.START = sys.argv[1]\n"
        "with Crew(2) as crew:\n"
        "    crew._claimed = lambda tasks: None\n"
        "    for _ in crew.read([Report(str(n), str(n), 'quiet', '0') for n in range(9)], lambda item: item): pass\n"
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
        assert bool(crew._hands) == starts


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
        "from reportedly.crew import Crew\n"
        "from reportedly.report import Report\n"
        "print('once')\n"
        "with Crew(2) as crew:\n"
        "    print(len(list(crew.read([Report('r', 'r', 'Nothing.', '0')], lambda item: item))))\n"
    )
    done = subprocess.run([sys.executable, tmp_path / "script.py"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("once\n1\n", "")


def test_this_process_reads_while_the_others_are_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "START", "import time; time.sleep(60)")
    started = time.monotonic()
    with Crew(2) as crew:
        reports = [report(text, number) for number, text in enumerate(TEXTS * 5)]
        assert outcomes(crew, reports) == [write(Reader().read(each)) for each in reports]
    assert time.monotonic() - started < 30


def as_it_is(item: Report) -> Report:
    """The report of an item that is one."""
    return item


def test_a_long_report_is_left_to_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "START", STUB.format(version=Reader().version))
    monkeypatch.setattr(crew_module, "LONG", len(TEXTS[1]) - 1)
    with Crew(2) as crew:
        found = outcomes(crew, [report(TEXTS[1], number) for number in range(12)])
    assert len(found) == 12
    assert all(b'"sentences":[]' in outcome.body for outcome in found if isinstance(outcome, Written))


def test_what_is_known_of_a_report_comes_with_its_reading_where_it_is_wanted() -> None:
    with Crew(1) as crew:
        wants: tuple[Want, ...] = ("reading", "trait", "entry")
        found = [read for want in wants for _, read in crew.read([report(TEXTS[1])], as_it_is, want)]
    gists = [gist_of(read.gist) for read in found if isinstance(read, Read) and read.gist]
    assert len(gists) == 2
    assert gists[0].trait == gists[1].trait
    assert (gists[0].entry, gists[1].entry) == (None, entry_of(report(TEXTS[1])))


def stories(*texts: str) -> list[crew_module.Story]:
    """A story for each text, told by one report."""
    reports = [report(text, number) for number, text in enumerate(texts)]
    return [
        (
            Outline((each,), {each.id: ReportOrigin(each.id, "outlet", "credit", "prints it")}, {}),
            {each.id: write(Reader().read(each)).body},
        )
        for each in reports
    ]


@pytest.mark.usefixtures("stub")
def test_two_processes_reckon_as_one_does() -> None:
    some = stories(*TEXTS, *TEXTS[1:])
    with Crew(1) as alone, Crew(2) as together:
        assert list(alone.reckon(some)) == list(together.reckon(some))
        assert not alone._hands
        assert [process for hand in together._hands for process in hand.processes]


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("what", ["dies", "fails"])
def test_a_story_that_another_process_cannot_reckon_is_reckoned_here(what: str) -> None:
    some = stories("It is quiet.", f"Nobody {what} in Lota.", "Two met.")
    with Crew(1) as alone, Crew(2) as together:
        assert list(alone.reckon(some)) == list(together.reckon(some))


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_of_reckoning_is_raised(monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    def fail(_: object) -> list[Row]:
        raise ValueError("no story")

    monkeypatch.setattr(jobs, "_reckoned", fail)
    some = stories("It is quiet.", "Nobody fails in Lota.", "Two met.")
    with Crew(processes) as crew, pytest.raises(ValueError, match="no story"):
        list(crew.reckon(some))


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize(
    ("count", "size", "starts"),
    [(1, ENOUGH_TO_RECKON + 1, False), (2, ENOUGH_TO_RECKON - 1, False), (2, ENOUGH_TO_RECKON, True)],
)
def test_little_to_reckon_starts_no_process(
    monkeypatch: pytest.MonkeyPatch, count: int, size: int, starts: bool
) -> None:
    monkeypatch.setattr(crew_module, "processes_here", lambda: 2)
    monkeypatch.setattr(jobs, "_reckoned", lambda _: [])
    (outline,) = outline_stories([report("Two met.", number) for number in range(size)], {}, as_one=True)
    with Crew() as crew:
        assert len(list(crew.reckon([(outline, {})] * count))) == count
        assert bool(crew._hands) == starts
