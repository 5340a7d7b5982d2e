"""The build refuses to ship a wheel whose desk has no pages: `reportedly serve` would open on nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGE = "src/reportedly/server/static/index.html"


class DeskHook(BuildHookInterface):  # type: ignore[type-arg]
    """Looks for the built web app before a wheel is put together; an editable install goes without it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Let the build go on, or raise with the remedy."""
        if version == "editable" or os.environ.get("REPORTEDLY_WITHOUT_DESK") == "1":
            return
        if not (Path(self.root) / PAGE).is_file():
            raise RuntimeError(
                f"The desk's web app is not built (there is no {PAGE}). Run `make desk` first (it needs Node.js 20 or "
                "later), or set REPORTEDLY_WITHOUT_DESK=1 for a wheel whose `reportedly serve` opens nothing."
            )
