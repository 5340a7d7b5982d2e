"""The documentation says what is true: every command is in it, generated pages are fresh, links lead somewhere."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

from reportedly.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import generate  # noqa: E402

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def test_generated_pages_are_fresh() -> None:
    assert generate.stale() == [], "run `make docs`"


def test_every_command_is_in_the_readme_or_the_tutorial() -> None:
    told = (ROOT / "README.md").read_text() + (ROOT / "docs" / "tutorial.md").read_text()
    assert [name for name in cli.commands if f"reportedly {name}" not in told] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert broken == []


def test_lock_files_hold_no_addresses() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text(), lock.name


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    locked = {
        re.split(r"[=\[ ]", line)[0] for line in (ROOT / "requirements.lock").read_text().splitlines() if "==" in line
    }
    for dependency in project["project"]["dependencies"]:
        assert re.split(r"[><=\[]", dependency)[0] in locked


def test_every_data_file_has_a_licence_line() -> None:
    told = (ROOT / "src" / "reportedly" / "data" / "LICENSES.md").read_text()
    files = [
        path
        for path in (ROOT / "src" / "reportedly" / "data").rglob("*")
        if path.suffix not in {".py", ".md", ".pyc"} and path.is_file()
    ]
    assert [path.name for path in files if path.name not in told] == []
