"""The gazetteer: a read-only file of places that is mapped into memory, looked up by name or by sound.

The file (made by ``training/gazetteer/build.py``) holds, little-endian, after a magic line and a JSON header with its
length:

- ``entries``: sorted 64-bit numbers: 42 bits of a name's hash, 2 bits of how the place bears that name, 20 bits of the
  place's index. All places of a name lie side by side, those called so first.
- ``records``: 20 bytes a place, see ``RECORD``.
- ``offsets`` and ``names``: the place's name in UTF-8.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

from reportedly.data import path_of
from reportedly.errors import TableError
from reportedly.reading.places.spelling import sound

FILE = "gazetteer.bin"
MAGIC = b"REPORTEDLY GAZETTEER 1\n"
RECORD = struct.Struct("<iiIIHBB")
"""Latitude and longitude in hundred-thousandths of a degree, population, GeoNames id (0: none), and the index of the
region, the
country and the feature in the header's lists (0: none)."""
INDEX_BITS, KIND_BITS = 20, 2
Bearing = Literal["name", "alternate", "sound", "bare"]
BEARINGS: tuple[Bearing, ...] = ("name", "alternate", "sound", "bare")
"""How a place bears a name: as its chief one, as another one, by its sound, or without the word of its rank ("Cooke"
for Cooke County)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. ``country`` is an ISO 3166-1 code ("" at sea), ``admin1`` its first-level region's
    name.

    ``feature`` is "country", "admin1", "admin2", "capital", "city", or a key of ``places_features.toml``. ``bearing``
    says how
    the place bears the name by which it was found.
    """

    index: int
    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    population: int
    geonames_id: int | None
    feature: str
    bearing: Bearing


def name_hash(key: str) -> int:
    """The 42 bits of a key's hash that stand in the entries."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> (INDEX_BITS + KIND_BITS)


class Gazetteer:
    """Lookups in a gazetteer file.

    Raises:
        TableError: the file is missing or was not made for this version.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._file = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (FileNotFoundError, ValueError):
            raise TableError(path.name, "the file is missing from this installation") from None
        if self._file[: len(MAGIC)] != MAGIC:
            raise TableError(path.name, "it is not a gazetteer of this version; build it anew")
        length = int.from_bytes(self._file[len(MAGIC) : len(MAGIC) + 4], "little")
        start = len(MAGIC) + 4
        self.header: dict[str, Any] = json.loads(bytes(self._file[start : start + length]))
        self._entries = _numbers(self._section("entries"), "Q")
        self._offsets = _numbers(self._section("offsets"), "I")
        self.records = self._section("records")
        self._names = self._section("names")

    def named(self, folded: str) -> tuple[Place, ...]:
        """The places called so (a folded name), those whose chief name it is first; () where there is none."""
        return self._found(folded)

    def sounding(self, folded: str) -> tuple[Place, ...]:
        """The places of other scripts whose name sounds like this folded name."""
        return self._found("~" + sound(folded))

    def place(self, index: int, bearing: Bearing = "name") -> Place:
        """The place at an index."""
        latitude, longitude, population, number, region, country, feature = RECORD.unpack_from(
            self.records, index * RECORD.size
        )
        name = str(self._names[self._offsets[index] : self._offsets[index + 1]], "utf-8")
        return Place(
            index=index,
            name=name,
            latitude=latitude / 1e5,
            longitude=longitude / 1e5,
            country=self.header["countries"][country],
            admin1=self.header["regions"][region],
            population=population,
            geonames_id=number or None,
            feature=self.header["features"][feature],
            bearing=bearing,
        )

    def __len__(self) -> int:
        return len(self.records) // RECORD.size

    def _section(self, name: str) -> memoryview:
        start, length = self.header["sections"][name]
        return self._file[start : start + length]

    @lru_cache(maxsize=16384)  # noqa: B019  one gazetteer lives as long as the process
    def _found(self, key: str) -> tuple[Place, ...]:
        sought = name_hash(key)
        at = bisect_left(self._entries, sought << (INDEX_BITS + KIND_BITS))
        places = []
        while at < len(self._entries) and self._entries[at] >> (INDEX_BITS + KIND_BITS) == sought:
            entry = self._entries[at]
            index, kind = entry & ((1 << INDEX_BITS) - 1), entry >> INDEX_BITS & ((1 << KIND_BITS) - 1)
            places.append(self.place(index, BEARINGS[kind]))
            at += 1
        return tuple(places)


def _numbers(section: memoryview, code: Literal["Q", "I"]) -> Sequence[int]:
    """A section as unsigned numbers, without a copy where the machine is little-endian as the file is."""
    if sys.byteorder == "little":
        return section.cast(code)
    numbers = array(code, bytes(section))
    numbers.byteswap()
    return numbers


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the package, opened once per process."""
    return Gazetteer(path_of(FILE))
