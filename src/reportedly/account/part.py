"""The account of one story, with what it takes to bind it to those of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.account.account import Account, ReportEntry
from reportedly.account.order import Rank
from reportedly.account.origins import ReportOrigin


@dataclass(frozen=True, slots=True)
class Part:
    """One story's account.

    ``ranks`` and ``own`` run along its reports: the place of each in the canonical order, and its own origin.
    ``carried`` pairs each origin of a claim with the report that carries the claim.
    """

    account: Account
    ranks: tuple[Rank, ...]
    own: tuple[ReportOrigin, ...]
    carried: tuple[tuple[ReportOrigin, str], ...]

    @property
    def story(self) -> str:
        """The id of the story."""
        return self.account.stories[0].id

    def ranked(self) -> Iterator[tuple[Rank, ReportEntry, ReportOrigin]]:
        """Its reports, each with its place and its own origin."""
        return zip(self.ranks, self.account.reports, self.own, strict=True)
