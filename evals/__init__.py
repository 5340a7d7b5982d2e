"""Accuracy on gold data: one file per task, each a command that takes a data folder; ``gate.py`` holds the floors."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared() -> Path:
    """The folder with gold data: ``$REPORTEDLY_SHARED``, else ``shared`` beside the checkout."""
    return Path(os.environ.get("REPORTEDLY_SHARED", ROOT.parent / "shared"))
