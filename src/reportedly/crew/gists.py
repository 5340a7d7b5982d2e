"""What is known of reports that were just read, until they are gathered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from reportedly.crew.jobs import Gist, Read, gist_of
from reportedly.report import Report


@dataclass(slots=True)
class Gists:
    """The gists of reports, as many as there is room for (bytes)."""

    room: int
    held: dict[str, bytes] = field(default_factory=dict)

    def keep(self, read: Read) -> None:
        """Keep what is known of a report, if there is room."""
        if read.gist is not None and len(read.gist) <= self.room:
            self.room -= len(read.gist)
            self.held[read.reading.report] = read.gist

    def of(self, reports: Iterable[Report]) -> dict[str, Gist]:
        """What is known of some reports."""
        return {report.id: gist_of(self.held[report.id]) for report in reports if report.id in self.held}

    def drop(self, reports: Collection[str]) -> None:
        """Keep no longer what is known of some reports."""
        for report in reports:
            self.room += len(self.held.pop(report, b""))
