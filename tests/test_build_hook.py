"""A wheel without the built web app is refused, unless somebody asks for one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the source without the built app."""
    folder = tmp_path / "source"
    shutil.copytree(
        ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("static", "__pycache__", "model", "*.db")
    )
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


def build(source: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(source / "dist")]
    told = {**os.environ, "REPORTEDLY_WITHOUT_DESK": "", **environment}
    return subprocess.run(command, cwd=source, env=told, capture_output=True, text=True, check=False)


def test_it_is_refused_with_the_remedy(source: Path) -> None:
    done = build(source)
    assert done.returncode != 0
    assert "make desk" in done.stderr + done.stdout
    assert not list(source.glob("dist/*.whl"))


def test_it_can_be_asked_for(source: Path) -> None:
    done = build(source, REPORTEDLY_WITHOUT_DESK="1")
    assert done.returncode == 0, done.stderr
    assert len(list(source.glob("dist/*.whl"))) == 1
