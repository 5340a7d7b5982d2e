"""Ways to tell an account: a timeline, a brief, and what changed."""

from __future__ import annotations

from dataclasses import replace

from reportedly.account.account import Account
from reportedly.account.part import Part
from reportedly.telling.brief import tell_brief
from reportedly.telling.timeline import tell_timeline

__all__ = ["tell", "tell_part"]


def tell(account: Account) -> Account:
    """The same account with its timeline and its brief filled in."""
    dated = replace(account, timeline=tell_timeline(account))
    return replace(dated, brief=tell_brief(dated))


def tell_part(part: Part) -> Part:
    """One story's account with its timeline and its brief filled in."""
    return replace(part, account=tell(part.account))
