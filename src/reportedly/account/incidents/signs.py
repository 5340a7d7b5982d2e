"""What signs weigh: numbers of a table that were fitted, one for each sign by which incidents or tolls are compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportedly.account.incidents.evidence import TABLE
from reportedly.data import load_table
from reportedly.errors import TableError


@cache
def weights_of(key: str, signs: tuple[str, ...]) -> Mapping[str, float]:
    """What each of some signs weighs, by the table of that key.

    Raises:
        TableError: a sign has no weight, or a weight no sign.
    """
    weights = {str(sign): float(weight) for sign, weight in load_table(TABLE)[key].items()}
    if weights.keys() != set(signs):
        raise TableError(TABLE, f"{key}: weights and signs differ: {', '.join(sorted(weights.keys() ^ set(signs)))}")
    return weights
