"""What people decided, obeyed in every reckoning.

A decision names its target by words of reports, never by a number that a reckoning gave, so that it is found again
however the account changes. What it was about may be gone; then it is kept, and shown as without target.
"""

from reportedly.account.decisions.addressing import rehomed
from reportedly.account.decisions.history import in_force, with_states
from reportedly.account.decisions.making import ALLOWED, Thing, Wish, make_decision, make_undo, thing_of
from reportedly.account.decisions.marking import Rows, concerned, decided_by, marked
from reportedly.account.decisions.rulings import Rulings, rulings_of

__all__ = [
    "ALLOWED", "Rows", "Rulings", "Thing", "Wish", "concerned", "decided_by", "in_force", "make_decision", "make_undo",
    "marked", "rehomed", "rulings_of", "thing_of", "with_states",
]  # fmt: skip
