"""A growing entity: the profiles that were found to be one, and what they say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reportedly.account.account import Citation, Entity, EntityPlace, EntityRole
from reportedly.account.bonds import NEITHER, Sides, are_parted
from reportedly.account.entities.likeness import same_person_name, same_spot, spelt_alike
from reportedly.account.entities.profiles import FAMILIES, Family, Gender, Profile
from reportedly.account.names import is_acronym, name_key, name_words, person_words, place_sound
from reportedly.reading.reading import Kind, Location

KNOWN = 10_000
"""How much more a mention by name tells of the kind than a description."""
RARE_NAME = 0.34
"""A longer name is shown for an entity when it is used at least this often as the most frequent one."""


class Cluster:
    """Profiles that are one; after ``take`` the taken one is empty and its ``home`` is the taker."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles: list[Profile] = []
        self._home: Cluster | None = None
        self._ordered = True
        self._counted: Counter[str] = Counter()
        self._kinds: Counter[Kind] = Counter()
        self.titles: set[str] = set()
        self.genders: set[Gender] = set()
        self.location: Location | None = None
        self.sides: Sides = NEITHER
        self._learn(profiles)

    def _learn(self, profiles: Sequence[Profile]) -> None:
        """Take in more profiles; only what they add is looked at."""
        self._profiles += profiles
        self._ordered = len(self._profiles) < 2
        for profile in profiles:
            self._counted.update(dict(profile.names))
            self._kinds[profile.kind] += KNOWN * sum(count for _, count in profile.names) or 1
            self.titles |= {role.title for role in profile.roles}
            self.genders |= {profile.gender} if profile.gender else set()
            self.sides |= profile.sides
        self.names = dict(sorted(self._counted.items(), key=lambda item: (-item[1], -len(item[0]), item[0])))
        self.family: Family = FAMILIES[self.kind]
        full = [person_words(name) for name in self.names] if self.family == "person" else []
        self.full_names = [words for words in full if len(words) > 1]
        if any(profile.location for profile in profiles):
            self.location = _location(self.profiles)

    @property
    def profiles(self) -> list[Profile]:
        """The profiles, the earliest report's first; none where another cluster has taken them."""
        if not self._ordered:
            self._profiles.sort(key=_order)
            self._ordered = True
        return self._profiles

    @property
    def home(self) -> Cluster:
        """The cluster that holds these profiles now."""
        found = self
        while found._home is not None:
            found = found._home
        return found

    @property
    def id(self) -> str:
        """The id of the entity, from its first profile."""
        return self.profiles[0].id

    @property
    def description(self) -> str:
        """How somebody without a name is shown."""
        return self.profiles[0].description

    @property
    def kind(self) -> Kind:
        """The kind that most mentions by name have, or most profiles where there is no name; the first one among
        equals.
        """
        return max(self._kinds, key=self._kinds.__getitem__)

    def take(self, other: Cluster) -> None:
        """Make the other's profiles one's own."""
        taken, other._profiles, other._home = other._profiles, [], self
        self._learn(taken)

    def entity(self) -> Entity:
        """The entity as the account lists it."""
        name = self._name()
        aliases = tuple(alias for alias in dict.fromkeys((*self.names, *self._described())) if alias != name)
        spans = sorted({span for profile in self.profiles for span in profile.spans}, key=_span_order)
        return Entity(
            id=self.id,
            kind=self.kind,
            name=name,
            aliases=aliases,
            roles=_roles(self.profiles),
            place=place_entry(self.location),
            mentions=tuple(spans),
        )

    def _described(self) -> list[str]:
        """Descriptions that hold the name: "Acme militants"; "Dutch firm" describes many."""
        if not self.names:
            return sorted({text for profile in self.profiles for text in profile.descriptions})
        known = {word for name in self.names for word in name_words(name)}
        shown = (
            {text for profile in self.profiles for text in profile.descriptions} if self.family != "person" else set()
        )
        return sorted(text for text in shown if known & set(name_words(text)))

    def _name(self) -> str:
        """The fullest common name: among names used about as often as the most frequent, the longest that is no
        acronym.
        """
        if not self.names:
            return self.description
        most = max(self.names.values())
        common = [name for name, count in self.names.items() if count >= RARE_NAME * most]
        full = [name for name in common if not is_acronym(name)] or [
            name for name in self.names if not is_acronym(name)
        ]
        return max(full or common, key=lambda name: (len(name.split()), self.names[name], -len(name), name))


def _location(profiles: Sequence[Profile]) -> Location | None:
    """Where most reports put it, the first among equals: one name is one place within a story."""
    found = [profile.location for profile in profiles if profile.location]
    counts = Counter((place.geonames_id, place.latitude, place.longitude) for place in found)
    return max(found, key=lambda place: counts[place.geonames_id, place.latitude, place.longitude], default=None)


def _order(profile: Profile) -> tuple[date, str, tuple[int, ...], tuple[int, ...]]:
    return profile.published or date.max, profile.report, profile.mentions, profile.places


def _span_order(span: Citation) -> tuple[str, int, int]:
    return span.report, span.start, span.end


def may_be_one(first: Cluster, second: Cluster) -> bool:
    """Whether nothing speaks against it: a decision, gender, two full names that disagree, two places of
    different names.
    """
    if are_parted(first.sides, second.sides):
        return False
    if first.genders and second.genders and first.genders.isdisjoint(second.genders):
        return False
    if first.family == second.family == "place" and same_spot(first.location, second.location) is False:
        return bool({place_sound(name) for name in first.names} & {place_sound(name) for name in second.names})
    return _full_names_agree(first, second)


def _full_names_agree(first: Cluster, second: Cluster) -> bool:
    ours, theirs = ([" ".join(words) for words in cluster.full_names] for cluster in (first, second))
    shared = bool({title.casefold() for title in first.titles} & {title.casefold() for title in second.titles})
    return all(
        one == other or same_person_name(one, other) or spelt_alike(one, other, shared)
        for one in ours
        for other in theirs
    )


def _roles(profiles: Sequence[Profile]) -> tuple[EntityRole, ...]:
    """Titles with the body they belong to, from first to last day of publication."""
    found: dict[tuple[str, str], list[tuple[date | None, str, str | None, Citation]]] = {}
    for profile in profiles:
        for role in profile.roles:
            told = (profile.published, role.title, role.of, Citation(profile.report, role.start, role.end))
            found.setdefault((role.title.casefold(), name_key(role.of or "")), []).append(told)
    return tuple(_role(told) for told in found.values())


def _role(told: Sequence[tuple[date | None, str, str | None, Citation]]) -> EntityRole:
    days = sorted(day for day, *_ in told if day)
    return EntityRole(
        title=told[0][1],
        of=told[0][2],
        first=days[0] if days else None,
        last=days[-1] if days else None,
        spans=tuple(sorted({span for *_, span in told}, key=_span_order)),
    )


def place_entry(location: Location | None) -> EntityPlace | None:
    """Where an entity is, as the account lists it."""
    if location is None:
        return None
    return EntityPlace(
        geonames_id=location.geonames_id,
        latitude=location.latitude,
        longitude=location.longitude,
        country=location.country,
        admin1=location.admin1,
        precision=location.precision,
    )
