"""What an editor should look at first: everything in the account that is least sure, with the reason in words."""

from reportedly.telling.review.item import Item, Piece, Reason
from reportedly.telling.review.queue import review

__all__ = ["Item", "Piece", "Reason", "review"]
