"""Events as PLOVER records, one JSON object to a line.

The names of fields follow chapter 6 of the PLOVER manual (Open Event Data Alliance, 2023): ``id``, ``date``,
``enddate``, ``actor``, ``recipient``, ``event``, ``event_loc``, ``event_text``, ``quad_code``, ``mode``, ``size``,
``cite_info``. An event that no root of PLOVER fits is left out, and so
is a death or a damage without anybody who did it. ``date_precision`` and ``where_precision`` (UCDP's
codes), ``type`` (ours), ``modality`` (ours) and ``independent_origins`` are added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from reportedly.account.account import Account, Entity, Event
from reportedly.export.coding import Coder, codebook, country_name, is_deed
from reportedly.export.json import whole_numbers

CODEBOOK = "PLOVER"
RESOLUTIONS = {1: 5, 2: 4, 3: 3, 4: 2, 5: 2, 6: 1, 7: 1}
"""UCDP's where_precision to PLOVER's resolution: 5 inside a town, 4 a town, 3 a district, 2 a province, 1 a country."""


def plover_lines(account: Account) -> Iterator[str]:
    """The records of all events that have a root, as JSON lines."""
    coder = Coder(account)
    for event in account.events:
        if event.plover is not None and is_deed(event, coder):
            yield msgspec.json.encode(plover_record(event, coder)).decode() + "\n"


def plover_record(event: Event, coder: Coder) -> dict[str, Any]:
    """One event as a record of plain values; what is not known is left out, but for the required fields."""
    root, mode = codebook("plover_renamed").get(event.plover or "", [event.plover, None])
    deaths = coder.deaths(event)
    record = {
        "id": event.id,
        "date": event.earliest.isoformat() if event.earliest else None,
        "enddate": event.latest.isoformat() if event.latest and event.latest != event.earliest else None,
        "actor": [_entity(each) for each in coder.entities(event.actors)],
        "recipient": [_entity(each) for each in coder.entities(event.recipients)],
        "event": [root],
        "mode": _modes(event, mode),
        "quad_code": codebook("plover_quads")[root],
        "event_loc": _location(coder.place(event)),
        "event_text": list(coder.words(event)),
        "size": {"dead": deaths.best} if deaths.best is not None else None,
        "cite_info": {"publication": list(coder.outlets(event)), "codebook": CODEBOOK, "coder": "reportedly"},
        "comment": coder.note(event),
        "type": event.type,
        "modality": event.mode,
        "date_precision": event.date_precision,
        "where_precision": event.where_precision,
        "independent_origins": event.independent_origins,
    }
    required = {"id", "date", "actor", "event"}
    kept = {key: value for key, value in record.items() if key in required or value not in (None, [], {})}
    plain: dict[str, Any] = whole_numbers(kept)
    return plain


def _modes(event: Event, renamed: str | None) -> list[str]:
    """PLOVER's mode of the type where it is told under its own root, and the auxiliary mode of what is no fact."""
    own = renamed or codebook("plover_modes").get(event.type)
    derived = event.plover in {"AGREE", "THREATEN", "REJECT"}
    auxiliary = codebook("plover_auxiliary").get(event.mode)
    return [mode for mode in (None if derived else own, None if derived else auxiliary) if mode]


def _entity(entity: Entity) -> dict[str, Any]:
    country = entity.place.country if entity.place else None
    described = {"entity_text": entity.name, "identifier": entity.id, "kind": entity.kind, "country": country}
    return {key: value for key, value in described.items() if value}


def _location(place: Entity | None) -> dict[str, Any] | None:
    if place is None:
        return None
    if place.place is None:
        return {"extracted_place": place.name}
    found = place.place
    return {
        "extracted_place": place.name,
        "resolved_place": place.name,
        "geonameid": found.geonames_id,
        "lat": found.latitude,
        "lon": found.longitude,
        "province": found.admin1,
        "country": country_name(found.country),
        "resolution": RESOLUTIONS[found.precision],
    }
