"""The wheel: everything that the program needs at run time is in it, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "reportedly"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    desk = (PACKAGE / "server" / "static" / "index.html").is_file()
    told = os.environ if desk else {**os.environ, "REPORTEDLY_WITHOUT_DESK": "1"}
    subprocess.run(build, cwd=ROOT, env=told, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_it_holds_the_whole_package(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [path for path in files if f"reportedly/{path.relative_to(PACKAGE)}" not in held] == []


def test_it_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.split("-")[0] for top in tops} == {"reportedly"}


def test_it_is_small_enough(wheel: Path) -> None:
    assert wheel.stat().st_size < 40 * 2**20


def test_it_reads_the_example_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(target)
    code = f"""
import sys
sys.path.insert(0, {str(target)!r})
import reportedly
assert reportedly.__file__.startswith({str(target)!r})
account = reportedly.read({str(ROOT / "examples" / "karatas")!r})
with reportedly.Archive.open("story.db") as archive:
    reportedly.ingest([{str(ROOT / "examples" / "karatas")!r}], archive)
    assert archive.account().brief == account.brief
print(len(account.brief))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 10
