"""Who and what the story speaks of: people, bodies, places, with their other names and roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account, Citation, Entity
from reportedly.reading.reading import Kind
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.paging import Counted, Window, counted, holds
from reportedly.telling.shelf import Shelf

MOST_CITED, MOST_NAMES = 8, 24


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role with the first and last day of publication on which reports gave it."""

    title: str
    of: str | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class EntityLine:
    """Somebody or something: how often mentioned, in how many reports, the source of how many statements.

    ``citations`` are its first mentions in the first of those reports.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    roles: tuple[RoleLine, ...]
    country: str | None
    mentions: int
    reports: int
    statements: int
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Entities:
    """A page of those of a story, the most mentioned first; ``found`` fit the choice, of ``total``."""

    total: int
    found: int
    kinds: tuple[Counted, ...]
    entities: tuple[EntityLine, ...]


def entity_lines(account: Account) -> tuple[EntityLine, ...]:
    """The entities of a story that carry a name or are mentioned more than once."""
    shelf = Shelf(account)
    statements = Counter(claim.source.entity for claim in account.claims if claim.source.start is not None)
    lines = [_line(entity, statements[entity.id], shelf) for entity in account.entities if _is_shown(entity)]
    lines.sort(key=lambda line: (-line.mentions, line.name))
    return tuple(lines)


def entities(lines: Sequence[EntityLine], kind: str | None, words: str, window: Window) -> Entities:
    """A page of the entities of a kind (None = any) whose names or roles hold all of the words."""
    fits = holds(words)
    found = [line for line in lines if (kind is None or line.kind == kind) and fits(_texts(line))]
    return Entities(len(lines), len(found), counted(line.kind for line in lines), window.of(found))


def _texts(line: EntityLine) -> list[str | None]:
    return [line.name, *line.aliases, *(text for role in line.roles for text in (role.title, role.of))]


def _is_shown(entity: Entity) -> bool:
    return len(entity.mentions) > 1 or any(letter.isupper() for letter in entity.name)


def _first(entity: Entity, shelf: Shelf) -> list[Citation]:
    """The first mention in each of the first reports."""
    found: dict[str, Citation] = {}
    for mention in sorted(entity.mentions, key=lambda each: (shelf.number_of_report.get(each.report, 0), each.start)):
        found.setdefault(mention.report, mention)
    return list(found.values())[:MOST_CITED]


def _line(entity: Entity, statements: int, shelf: Shelf) -> EntityLine:
    return EntityLine(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name)[:MOST_NAMES],
        roles=tuple(RoleLine(role.title, role.of, role.first, role.last) for role in entity.roles[:MOST_NAMES]),
        country=entity.place.country if entity.place else None,
        mentions=len(entity.mentions),
        reports=len({mention.report for mention in entity.mentions}),
        statements=statements,
        citations=cite(_first(entity, shelf), shelf),
    )
