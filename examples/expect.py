"""Write the expected account of the example story anew (``make golden``). Read its diff before you commit it."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout
from pathlib import Path

import reportedly
from reportedly.cli.telling import print_brief
from reportedly.export.json import pieces

ROOT = Path(__file__).resolve().parent.parent
STORY = "examples/karatas"
ACCOUNT = ROOT / "examples" / "expected" / "karatas.json"
BRIEF = ROOT / "examples" / "expected" / "karatas-brief.txt"


def told() -> tuple[str, str]:
    """The account of the example as JSON, one row a line, and its brief as the terminal shows it."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        account = reportedly.read(STORY)
    finally:
        os.chdir(before)
    screen = io.StringIO()
    with redirect_stdout(screen):
        print_brief(account)
    return "".join(pieces(account)), screen.getvalue()


def main() -> None:
    """Write both files."""
    account, brief = told()
    ACCOUNT.write_text(account, encoding="utf-8")
    BRIEF.write_text(brief, encoding="utf-8")


if __name__ == "__main__":
    main()
