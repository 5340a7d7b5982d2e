"""What a list of stories shows of each, kept beside its account: a list must not wait for accounts to be decoded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

import msgspec

from reportedly.account.account import Account

KIND = "head"
"""Under which a head stands among the chapters of its story."""


@dataclass(frozen=True, slots=True)
class Head:
    """A story in short. ``days`` counts the reports published on each day, in order; ``lead`` opens its brief."""

    id: str
    title: str
    first: date | None
    last: date | None
    reports: int
    undated: int
    outlets: int
    origins: int
    open_disagreements: int
    days: tuple[tuple[date, int], ...]
    lead: str | None


def head_of(account: Account) -> Head:
    """The head of an account that holds one story."""
    (story,) = account.stories
    days = Counter(report.published for report in account.reports if report.published)
    return Head(
        id=story.id,
        title=story.title,
        first=story.first,
        last=story.last,
        reports=len(account.reports),
        undated=sum(report.published is None for report in account.reports),
        outlets=len({report.outlet for report in account.reports if report.outlet}),
        origins=len({report.origin for report in account.reports}),
        open_disagreements=sum(found.status == "open" for found in account.disagreements),
        days=tuple(sorted(days.items())),
        lead=next((each.sentence for each in account.brief if each.section == "lead"), None),
    )


decode = msgspec.json.Decoder(Head).decode
"""A head from its row."""
