"""How the numbers moved: figures that count the same thing, in the order of the days for which they hold."""

from reportedly.account.series.grouping import Grouped, group_figures
from reportedly.account.series.replacing import replaced_value
from reportedly.account.series.scope import Counted, Scope, counts_things, growing, is_generic, population_of, scope_of

__all__ = [
    "Counted",
    "Grouped",
    "Scope",
    "counts_things",
    "group_figures",
    "growing",
    "is_generic",
    "population_of",
    "replaced_value",
    "scope_of",
]
