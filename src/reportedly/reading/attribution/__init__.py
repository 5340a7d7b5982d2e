"""Who says what: claims with their sources, cues, relays and modes."""

from reportedly.reading.attribution.claims import find_claims
from reportedly.reading.attribution.credits import find_credits

__all__ = ["find_claims", "find_credits"]
