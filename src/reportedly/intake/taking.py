"""Reports from paths: every file below them, each by its format, each with its sidecar's facts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportedly.data import load_table
from reportedly.errors import IntakeError
from reportedly.intake import records, text
from reportedly.intake.facts import Found
from reportedly.intake.files import Entry, SourceFile, find_files, shown
from reportedly.intake.notices import LeftOut, Notice, refusal
from reportedly.intake.settling import Taken, settle
from reportedly.intake.sidecar import Row, Sidecar, read_sidecar

TABLE = "intake.toml"
FORMATS: dict[str, Callable[[SourceFile], Iterator[Found | Notice | LeftOut]]] = {
    "text": text.find_reports,
    "json_lines": records.find_line_reports,
    "json_document": records.find_document_reports,
}


class Intake:
    """One run over some paths. It remembers what it has met, so that the same report in two places is taken once."""

    def __init__(self, paths: Sequence[str | Path]) -> None:
        self._met: dict[str, str] = {}
        self._sidecars: dict[Path, Sidecar] = {}
        self.entries: tuple[Entry, ...] = tuple(find_files(paths))
        """Files to read in order, and paths that lead to none."""

    def take(self, file: SourceFile) -> Iterator[Taken | Notice | LeftOut]:
        """The reports of one file, and what is wrong with it; never raises for what a file holds."""
        try:
            yield from self._sidecar_notices(file)
            for found in _format_of(file)(file):
                yield self._settled(found, file) if isinstance(found, Found) else found
        except IntakeError as error:
            yield refusal(error)

    def _settled(self, found: Found, file: SourceFile) -> Taken | Notice:
        record = found.place.removeprefix(file.place)
        try:
            taken = settle(found, self._row(file), shown(Path(os.path.realpath(file.path))) + record)
        except IntakeError as error:
            return refusal(error)
        first = self._met.setdefault(taken.report.id, found.place)
        if first != found.place:
            problem = f"it is the same report as {first}"
            return Notice("duplicate", found.place, problem, "It was left out; take one of them away")
        return taken

    def _sidecar_notices(self, file: SourceFile) -> Iterator[Notice]:
        """What is wrong with the sidecars that speak about a file, told once."""
        for folder in file.folders:
            if folder not in self._sidecars:
                self._sidecars[folder] = read_sidecar(folder)
                yield from self._sidecars[folder].notices

    def _row(self, file: SourceFile) -> Row | None:
        """The row about a file: of its own folder's sidecar, else of one further up that names it by its path."""
        for folder in file.folders:
            row = self._sidecars[folder].rows.get(shown(file.path.relative_to(folder)))
            if row:
                return row
        return None


def take_in(paths: Sequence[str | Path]) -> Iterator[Taken | Notice | LeftOut]:
    """Everything that the paths hold, in a fixed order: reports, refusals, duplicates, warnings, files left out."""
    intake = Intake(paths)
    for entry in intake.entries:
        if isinstance(entry, SourceFile):
            yield from intake.take(entry)
        else:
            yield entry


def _format_of(file: SourceFile) -> Callable[[SourceFile], Iterator[Found | Notice | LeftOut]]:
    """The reader for a file's ending; a file with a strange ending that somebody asked for by name is taken as text."""
    table = load_table(TABLE)
    suffix = file.path.suffix.lower()
    if suffix in table["unread"]:
        problem = f"it is {table['unread'][suffix]}, which is not read"
        raise IntakeError(file.place, problem, "Save the report as plain text (.txt) or as JSON lines (.jsonl)")
    return FORMATS[table["formats"].get(suffix, "text")]
