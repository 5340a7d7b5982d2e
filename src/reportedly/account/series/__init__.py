"""How the numbers moved: figures that count the same thing, in the order of the days for which they hold."""

from reportedly.account.series.grouping import Grouped, group_figures
from reportedly.account.series.scope import Counted, Scope, is_generic, population_of, scope_of

__all__ = ["Counted", "Grouped", "Scope", "group_figures", "is_generic", "population_of", "scope_of"]
