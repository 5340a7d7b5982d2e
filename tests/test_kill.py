"""A run that is killed at any point is finished by the next one, and nothing shows that it was killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.archive import Archive
from reportedly.pipeline import ingest

Dump = Callable[[Path], dict[str, list[tuple[object, ...]]]]
REPORTS = 30
POINTS = 16
CHILD = """
import os, signal, sys
from sqlalchemy import Engine, event
from reportedly.archive import Archive
from reportedly.pipeline import ingest

archive, folder, last = sys.argv[1], sys.argv[2], int(sys.argv[3])
done = 0

def count(*_):
    global done
    done += 1
    if done == last:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "after_cursor_execute", count)
event.listen(Engine, "commit", count)
with Archive.open(archive) as opened:
    ingest(folder, opened)
print(done)
"""
"""A run that kills itself after so many database statements and before so many commits; prints how many there were."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty short reports, every third as a line of JSON, one of them twice, one refused."""
    folder = tmp_path_factory.mktemp("reports")
    lines = []
    for number in range(REPORTS):
        text = f"{number + 10} people are missing in Lota, the mayor said on day {number}."
        day = f"2024-03-{number % 28 + 1:02}"
        if number % 3:
            (folder / f"{number:02}.txt").write_text(f" date {day} {text}")
        else:
            lines.append(f'{{"text": "{text}", "date": "{day}", "outlet": "The Post"}}')
    (folder / "lines.jsonl").write_text("\n".join([*lines, lines[0], "broken"]))
    return folder


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The archive of an undisturbed run, and how many points it has at which it could have been killed."""
    path = tmp_path_factory.mktemp("whole") / "story.db"
    finished = run(path, folder, 0)
    assert finished.returncode == 0, finished.stderr
    return path, int(finished.stdout)


def run(path: Path, folder: Path, last: int) -> subprocess.CompletedProcess[str]:
    """Read the folder into the archive in another process, killed at the point ``last`` (0: never)."""
    command = [sys.executable, "-c", CHILD, str(path), str(folder), str(last)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def points(total: int) -> list[int]:
    """The first and last points, those around the account's transaction, and random ones, always the same."""
    chosen = random.Random(2024)
    ends = {1, 2, total, total - 1, total - 2, total - 3}
    return sorted(ends | set(chosen.sample(range(3, total - 3), POINTS)))


def test_a_killed_run_is_finished_by_the_next(
    whole: tuple[Path, int], folder: Path, tmp_path: Path, dump: Dump
) -> None:
    path, total = whole
    expected = dump(path)
    assert len(expected["report"]) == REPORTS
    for point in points(total):
        killed = tmp_path / f"{point}.db"
        assert run(killed, folder, point).returncode == -signal.SIGKILL
        with Archive.open(killed) as archive:
            ingest(folder, archive)
            assert archive.is_current()
        assert dump(killed) == expected, f"killed at point {point} of {total}"


def test_a_run_that_is_killed_again_and_again_gets_done(
    whole: tuple[Path, int], folder: Path, tmp_path: Path, dump: Dump
) -> None:
    path, total = whole
    killed = tmp_path / "killed.db"
    chosen = random.Random(7)
    kills = 0
    # What waits is settled in one transaction: a run must get so far at least, a third of all points here.
    while run(killed, folder, chosen.randint(20, total * 3 // 5)).returncode == -signal.SIGKILL:
        kills += 1
    assert kills > 2
    assert dump(killed) == dump(path)
