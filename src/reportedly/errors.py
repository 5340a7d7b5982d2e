"""Every error that Reportedly raises on purpose, in one tree.

    ReportedlyError
    ├── IntakeError           a file or record that cannot become a report
    ├── TableError            a table in ``data/`` that does not say what it must
    ├── ModelError            the files of the reading model are missing, damaged or of another version
    ├── ArchiveError          the archive cannot be opened, migrated or written
    ├── DecisionError         a decision of a person that makes no sense
    ├── ServingError          the desk cannot be served, or a request asks for what it does not give
    └── NotFoundError         something was asked for by an id or name that is not there

Each message says what was wrong, where, and what to do about it.
"""


class ReportedlyError(Exception):
    """The root; ``str()`` of it is one readable line for a terminal."""


class IntakeError(ReportedlyError):
    """A file or a record in it cannot become a report.

    ``place`` names the file (and ``:line`` in it), ``problem`` what is wrong, ``remedy`` what to do.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}. {remedy}")
        self.place = place
        self.problem = problem
        self.remedy = remedy


class TableError(ReportedlyError):
    """A table in ``data/`` does not say what it must."""

    def __init__(self, table: str, problem: str) -> None:
        super().__init__(f"data table {table}: {problem}. Compare it with the comment at the head of that file.")


class ModelError(ReportedlyError):
    """The files of the reading model are missing, damaged, or do not belong together.

    ``place`` names the file, ``problem`` what is wrong with it, ``remedy`` what to do.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}. {remedy}")
        self.place = place
        self.problem = problem
        self.remedy = remedy


class ArchiveError(ReportedlyError):
    """The archive cannot be opened, migrated or written."""


class DecisionError(ReportedlyError):
    """A person's decision makes no sense; ``problem`` says why, ``remedy`` what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}. {remedy}.")
        self.problem = problem
        self.remedy = remedy


class ServingError(ReportedlyError):
    """The desk cannot be served, or a request to it asks for what it does not give.

    ``problem`` says what is wrong, ``remedy`` what to do.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}. {remedy}.")
        self.problem = problem
        self.remedy = remedy


class NotFoundError(ReportedlyError):
    """Something was asked for by an id or a name that is not there."""
