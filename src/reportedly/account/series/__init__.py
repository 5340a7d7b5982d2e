"""How the numbers moved: figures that count the same thing, in the order of the days for which they hold."""

from reportedly.account.series.grouping import Grouped, group_figures

__all__ = ["Grouped", "group_figures"]
