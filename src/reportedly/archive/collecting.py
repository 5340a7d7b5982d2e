"""The garbage collector of Python, and when it is in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile: of a hundred thousand objects that are made at once and kept, none is any.

    Without it a story of 500 reports takes three times as long to decode, since the collector looks at all that has
    been made so far again and again. Where threads do so at the same time, the one that began first ends it for all.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
