"""Incidents: the deeds and accidents that the reports of a story tell of, each with its day, its place and its toll.

A story may hold several: a city's week of shootings, a war's bombings. A report is about one of them at most, and is
joined to the others that tell of the same.
"""

from reportedly.account.incidents.listing import Names, find_incidents
from reportedly.account.incidents.sighting import Sighting, deeds, harms, sight

__all__ = ["Names", "Sighting", "deeds", "find_incidents", "harms", "sight"]
