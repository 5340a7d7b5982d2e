"""Who held which place, from when to when, according to whom.

Two kinds of evidence: events that change control (types of the ontology with such an effect), and words that say who
holds a place. Evidence of one holder and one place is one holding; it ends when another takes the place. Where the
evidence of two holders
overlaps in time, both holdings are contested.
"""

from reportedly.account.holdings.evidence import Evidence, is_fought_over, of_events
from reportedly.account.holdings.settling import denials_of, settle_holdings
from reportedly.account.holdings.wording import Spans, named_places, of_claims, spans_of

__all__ = [
    "Evidence",
    "Spans",
    "denials_of",
    "is_fought_over",
    "named_places",
    "of_claims",
    "of_events",
    "settle_holdings",
    "spans_of",
]
