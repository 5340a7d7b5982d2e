"""Where statements first come from, once copies and relays are followed back.

A report's origin is the agency that it credits, else the origin of the report that it repeats, else its outlet.

A claim's origin is
    - for a statement credited to a person, the body that the person speaks for ("a spokesman for X", "the head of
    X"), else the person;
    - for a statement credited to a body, an agency or another outlet, that one; a body or outlet known to be
    affiliated with
      another ("affiliated with the military") counts as that other;
    - for an unnamed source, the last agency or outlet that passed the statement on, else the report's origin;
    - for the outlet's own words, the origin of the earlier report in which the same passage stands, else the report's
    origin.

*Independent origins* of an event are the distinct claim origins behind its tellings: ten outlets that quote one
spokesman are one.
"""

from reportedly.account.origins.copies import Copy, Overlap, find_copies, find_overlaps, sample_of
from reportedly.account.origins.credits import Credited, ReportOrigin, trace_reports
from reportedly.account.origins.statements import spokesmen, trace_claims

__all__ = [
    "Copy",
    "Credited",
    "Overlap",
    "ReportOrigin",
    "find_copies",
    "find_overlaps",
    "sample_of",
    "spokesmen",
    "trace_claims",
    "trace_reports",
]
