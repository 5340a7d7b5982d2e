"""Numbers and what they count, and the toll that a report tells."""

from reportedly.reading.figures.casualties import find_toll
from reportedly.reading.figures.finding import find_figures

__all__ = ["find_figures", "find_toll"]
