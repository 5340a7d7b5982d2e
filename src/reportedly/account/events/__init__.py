"""What happened, merged across reports: tellings of one thing become one event, each with its own claim and mode."""

from reportedly.account.events.merging import NOWHERE, merge_events
from reportedly.account.events.telling import Telling

__all__ = ["NOWHERE", "Telling", "merge_events"]
