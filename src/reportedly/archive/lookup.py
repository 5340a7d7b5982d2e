"""Finding the one report that a person means."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.errors import NotFoundError

SHOWN = 5
CLOSE = 60
"""The least likeness (of 100) of a name that is worth proposing."""


def find_one(name: str, paths: Mapping[str, str]) -> str:
    """The id that a name means: an id, a path, the end of a path (a file name), or the beginning of an id.

    Raises:
        NotFoundError: no report is meant, or several; proposes names.
    """
    wanted = name.strip().replace("\\", "/")
    for matching in (
        [key for key in paths if key == wanted],
        [key for key, path in paths.items() if path == wanted],
        [key for key, path in paths.items() if wanted and path.endswith("/" + wanted)],
        [key for key in paths if len(wanted) > 1 and key.startswith(wanted)],
    ):
        if len(matching) == 1:
            return matching[0]
        if matching:
            found = _listed(sorted(f"{key} ({paths[key]})" for key in matching))
            raise NotFoundError(f"'{name}' can mean {len(matching)} reports. Say which by its id: {found}.")
    raise NotFoundError(f"There is no report '{name}'. {_remedy(wanted, paths)}")


def _remedy(wanted: str, paths: Mapping[str, str]) -> str:
    from rapidfuzz import fuzz, process

    if not paths:
        return "The archive holds no reports yet."
    names = {path: path.rsplit("/", 1)[-1].lower() for path in sorted(paths.values())}
    asked = wanted.rsplit("/", 1)[-1].lower()
    close = process.extract(asked, names, scorer=fuzz.ratio, limit=SHOWN, score_cutoff=CLOSE)
    if close:
        return f"Did you mean {_listed([path for _, _, path in close])}?"
    return f"The archive holds, among others: {_listed(list(names))}."


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
