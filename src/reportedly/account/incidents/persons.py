"""The killed and the hurt whom several reports tell of by name or by age, each counted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.reading.reading import Outcome

NEAR = 1.0
"""Years by which two reports may differ in the age of one person."""


@dataclass(frozen=True, slots=True)
class Hurt:
    """One person as one report tells of them; ``titled`` where the first sentence does."""

    outcome: Outcome
    name: str | None
    age: float | None
    titled: bool

    @property
    def is_known(self) -> bool:
        """Whether another report can be seen to tell of the same person."""
        return self.name is not None or self.age is not None


@dataclass(slots=True)
class _Person:
    """One person with all that the reports say; grows while they are gone through."""

    names: set[str] = field(default_factory=set)
    ages: set[float] = field(default_factory=set)
    dead: bool = False

    def take(self, told: Hurt) -> None:
        """Add what a report says: who died by any report is dead."""
        self.names |= {told.name} if told.name else set()
        self.ages |= {told.age} if told.age is not None else set()
        self.dead |= told.outcome == "killed"

    def is_of_age(self, told: Hurt) -> bool:
        """Whether the age fits, and no two names stand against it."""
        if told.age is None or (told.name and self.names):
            return False
        return any(abs(told.age - age) <= NEAR for age in self.ages)


def count_persons(reports: Iterable[Sequence[Hurt]]) -> tuple[int, int] | None:
    """How many died and how many lived of those known by name or age; None where nobody is.

    Args:
        reports: the persons of each report, in canonical order of the reports.
    """
    persons: list[_Person] = []
    for told in reports:
        taken: list[_Person] = []
        for hurt in (each for each in told if each.is_known):
            free = [person for person in persons if not any(person is other for other in taken)]
            person = next((each for each in free if hurt.name in each.names), None) or next(
                (each for each in free if each.is_of_age(hurt)), None
            )
            if person is None:
                person = _Person()
                persons.append(person)
            person.take(hurt)
            taken.append(person)
    dead = sum(person.dead for person in persons)
    return (dead, len(persons) - dead) if persons else None
