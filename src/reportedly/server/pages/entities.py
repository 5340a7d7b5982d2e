"""Who and what the story speaks of: people, bodies, places, with their other names and roles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account, Entity
from reportedly.reading.reading import Kind
from reportedly.server.pages.citing import Cited, cite
from reportedly.telling.shelf import Shelf


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role with the first and last day of publication on which reports gave it."""

    title: str
    of: str | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class EntityLine:
    """Somebody or something: how often mentioned, in how many reports, the source of how many statements."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    roles: tuple[RoleLine, ...]
    country: str | None
    mentions: int
    statements: int
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Entities:
    """Those of a story, the most mentioned first."""

    entities: tuple[EntityLine, ...]


def entities(account: Account) -> Entities:
    """The entities of a story that carry a name or are mentioned more than once."""
    shelf = Shelf(account)
    statements = Counter(claim.source.entity for claim in account.claims if claim.source.start is not None)
    lines = [_line(entity, statements[entity.id], shelf) for entity in account.entities if _is_shown(entity)]
    lines.sort(key=lambda line: (-line.mentions, line.name))
    return Entities(tuple(lines))


def _is_shown(entity: Entity) -> bool:
    return len(entity.mentions) > 1 or any(letter.isupper() for letter in entity.name)


def _line(entity: Entity, statements: int, shelf: Shelf) -> EntityLine:
    return EntityLine(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
        roles=tuple(RoleLine(role.title, role.of, role.first, role.last) for role in entity.roles),
        country=entity.place.country if entity.place else None,
        mentions=len(entity.mentions),
        statements=statements,
        citations=cite(entity.mentions, shelf),
    )
