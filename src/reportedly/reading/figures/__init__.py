"""Numbers and what they count."""

from reportedly.reading.figures.finding import find_figures

__all__ = ["find_figures"]
