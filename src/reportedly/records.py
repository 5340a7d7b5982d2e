"""Records that are made by the hundred for every report, made quickly.

A frozen dataclass sets each of its fields through ``object.__setattr__``, which looks the field up by its name; setting
them through the class's own slots takes less than half the time.
"""

from __future__ import annotations

import dataclasses
import inspect
from dataclasses import MISSING, fields
from typing import Any, TypeVar

Made = TypeVar("Made")
COPY = "_replaced"


def quicken(made: type[Made]) -> type[Made]:
    """The same frozen dataclass with slots, made and replaced in less than half the time. Nothing else changes.

    Raises:
        TypeError: the class has a default factory, or something to do after its fields are set.
    """
    names = [each.name for each in fields(made)]  # type: ignore[arg-type]
    factories = [each.name for each in fields(made) if each.default_factory is not MISSING]  # type: ignore[arg-type]
    if factories or hasattr(made, "__post_init__") or not hasattr(made, "__slots__"):
        raise TypeError(f"{made.__name__} does more than to set slots when it is made; leave it as it is")
    space: dict[str, Any] = {f"set_{name}": getattr(made, name).__set__ for name in names}
    space |= {"KEPT": MISSING, "made": made}
    sets = "".join(f"\n    set_{name}(self, {name})" for name in names)
    taken = ", ".join(f"self.{name} if {name} is KEPT else {name}" for name in names)
    exec(  # the names are those of the fields of the class, as in dataclasses
        f"def __init__(self, {', '.join(names)}):{sets}\n"
        f"def {COPY}(self, {', '.join(f'{name}=KEPT' for name in names)}):\n    return made({taken})",
        space,
    )
    quick = space["__init__"]
    before: Any = made.__init__
    quick.__defaults__, quick.__annotations__ = before.__defaults__, before.__annotations__
    quick.__qualname__ = before.__qualname__
    quick.__signature__ = inspect.signature(before)
    type.__setattr__(made, "__init__", quick)
    type.__setattr__(made, COPY, space[COPY])
    return made


def replace(record: Made, **changes: Any) -> Made:
    """``dataclasses.replace``, quick for a quickened class."""
    copy = getattr(record, COPY, None)
    changed: Made = copy(**changes) if copy else dataclasses.replace(record, **changes)  # type: ignore[type-var]
    return changed
