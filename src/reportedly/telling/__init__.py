"""Ways to tell an account: a timeline, a brief, and what changed."""

from __future__ import annotations

from dataclasses import replace

from reportedly.account.account import Account
from reportedly.telling.brief import tell_brief
from reportedly.telling.timeline import tell_timeline

__all__ = ["tell"]


def tell(account: Account) -> Account:
    """The same account with its timeline and its brief filled in."""
    dated = replace(account, timeline=tell_timeline(account))
    return replace(dated, brief=tell_brief(dated))
