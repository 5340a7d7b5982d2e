"""What a run did: counted while it goes on, and told at its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportedly.intake.notices import LeftOut, Notice
from reportedly.intake.settling import Taken

WORDS = {
    "added": "new",
    "replaced": "with mended facts",
    "already_there": "already there",
    "read_again": "read again by this version",
    "undated": "without a day of publication",
    "refused": "refused",
    "duplicates": "found twice",
    "left_out": "not read",
}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. ``added``, ``replaced``, ``already_there`` and ``undated`` hold paths of reports.

    ``replaced``: the same file, whose facts have been mended since. ``undated``: of those met in this run.
    ``read_again``: stored reports that an older reader had read. ``reckoned``: whether the account was made anew.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    already_there: tuple[str, ...] = ()
    read_again: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    refused: tuple[Notice, ...] = ()
    duplicates: tuple[Notice, ...] = ()
    warnings: tuple[Notice, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    reckoned: bool = False

    @property
    def total(self) -> int:
        """How many reports the paths gave, new or not."""
        return len(self.added) + len(self.replaced) + len(self.already_there)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Everything that a person should know: refusals first, then duplicates, then warnings."""
        return self.refused + self.duplicates + self.warnings

    def in_words(self) -> str:
        """One line: "20 reports: 18 new, 2 already there, 1 refused"."""
        counted = [f"{len(getattr(self, name))} {words}" for name, words in WORDS.items() if getattr(self, name)]
        noun = "report" if self.total == 1 else "reports"
        return f"{self.total} {noun}: {', '.join(counted)}" if counted else f"{self.total} {noun}"


@dataclass(slots=True)
class Tally:
    """The summary while it grows; its lists are named as the summary's fields."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    already_there: list[str] = field(default_factory=list)
    read_again: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    refused: list[Notice] = field(default_factory=list)
    duplicates: list[Notice] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def note(self, entry: Notice | LeftOut) -> None:
        """Sort in what intake has to tell."""
        if isinstance(entry, LeftOut):
            self.left_out.append(entry)
            return
        lists = {"refused": self.refused, "duplicate": self.duplicates, "warning": self.warnings}
        lists[entry.severity].append(entry)

    def met(self, taken: Taken, outcome: list[str]) -> None:
        """Count a report where it ended ("added", "already there"), with what is odd about it."""
        outcome.append(taken.report.path)
        self.warnings.extend(taken.warnings)
        if taken.report.published is None:
            self.undated.append(taken.report.path)

    def summary(self, *, reckoned: bool) -> Summary:
        """The finished summary."""
        lists: dict[str, Any] = {name: tuple(getattr(self, name)) for name in self.__slots__}
        return Summary(**lists, reckoned=reckoned)
