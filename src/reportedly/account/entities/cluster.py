"""A growing entity: the profiles that were found to be one, and what they say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reportedly.account.account import Citation, Entity, EntityPlace, EntityRole
from reportedly.account.bonds import NEITHER, Sides, are_parted
from reportedly.account.countries import adjective_of, name_of
from reportedly.account.entities.likeness import same_person_name, same_spot, spelt_alike
from reportedly.account.entities.profiles import FAMILIES, Family, Gender, Profile, gender_of
from reportedly.account.names import is_acronym, is_shortened, name_key, name_words, person_words, place_sound
from reportedly.account.sides import StateWords, state_words
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
        self.short: set[str] = set()
        self.state: StateWords | None = None
        self._learn(profiles)

    def _learn(self, profiles: Sequence[Profile]) -> None:
        """Take in more profiles; only what they add is looked at."""
        self._profiles += profiles
        self._ordered = len(self._profiles) < 2
        for profile in profiles:
            self._counted.update(dict(profile.names))
            self._kinds[profile.kind] += KNOWN * sum(count for _, count in profile.names) or 1
            self.titles |= {role.title for role in profile.roles}
            self.genders |= {profile.gender} if profile.gender and profile.family == "person" else set()
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
    def reports(self) -> set[str]:
        """The reports that tell of it."""
        return {profile.report for profile in self._profiles}

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

    @property
    def told(self) -> int:
        """How many mentions tell of it."""
        return sum(len(profile.spans) for profile in self._profiles)

    def take(self, other: Cluster, by_short_name: bool = False) -> None:
        """Make the other's profiles one's own; names of which only one report says that they are short for this one's
        (``by_short_name``) tell nothing of other reports.
        """
        self.short |= other.short | (set(other.names) - set(self.names) if by_short_name else set())
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
            roles=(*_roles(self.profiles), *self._state_role(spans)),
            place=place_entry(self.location),
            mentions=tuple(spans),
        )

    def _state_role(self, spans: Sequence[Citation]) -> tuple[EntityRole, ...]:
        """Whose army, troops or government it is: "army of Velmia"."""
        if self.state is None or self.state.country is None:
            return ()
        days = sorted(profile.published for profile in self.profiles if profile.published)
        first, last = (days[0], days[-1]) if days else (None, None)
        return (EntityRole(self.state.title, name_of(self.state.country), first, last, tuple(spans)),)

    def _of_state(self, country: str) -> str:
        """The commonest words for a state's body that tell the country, else its commonest words after the country:
        "Velmian government troops".
        """
        words = self._counted or Counter(profile.description for profile in self._profiles)
        words += Counter(profile.description for profile in self._profiles if profile.mentions)
        told = {text: count for text, count in words.items() if state_words(text)}
        placed = [text for text in told if (found := state_words(text)) and found.country]
        best = max(placed or told or words, key=words.__getitem__)
        return best if placed else f"{adjective_of(country)} {best}"

    def _described(self) -> list[str]:
        """Descriptions that hold the name: "Acme militants"; "Dutch firm" describes many."""
        if not self.names:
            bare = [profile.description for profile in self.profiles if self.state]
            return sorted({*bare, *(text for profile in self.profiles for text in profile.descriptions)})
        known = {word for name in self.names for word in name_words(name)}
        shown = (
            {text for profile in self.profiles for text in profile.descriptions} if self.family != "person" else set()
        )
        return sorted(text for text in shown if known & set(name_words(text)))

    def _name(self) -> str:
        """The fullest common name: among names used about as often as the most frequent, the longest that is no
        acronym. Somebody known by a full name is shown by it, however often the surname stands alone.
        """
        if self.state and self.state.country:
            return self._of_state(self.state.country)
        if not self.names:
            return self.description
        spelt = [name for name in self.names if not is_acronym(name) and not is_shortened(name)] or list(self.names)
        full = [name for name in spelt if len(person_words(name)) > 1] if self.family == "person" else []
        common = self._common(full) if full else [name for name in self._common(list(self.names)) if name in spelt]
        return max(common or spelt, key=self._fullness)

    def _common(self, names: Sequence[str]) -> list[str]:
        """Those used about as often as the most frequent of them."""
        most = max(self.names[name] for name in names)
        return [name for name in names if self.names[name] >= RARE_NAME * most]

    def _fullness(self, name: str) -> tuple[bool, int, int, int, str]:
        shouted = name.isupper() and not is_acronym(name)
        length = len(name.split())
        by = (self.names[name], length) if self.family == "person" else (length, self.names[name])
        return not shouted, *by, -len(name), name


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
    if _genders_differ(first, second):
        return False
    if first.family == second.family == "place" and same_spot(first.location, second.location) is False:
        return bool({place_sound(name) for name in first.names} & {place_sound(name) for name in second.names})
    return _full_names_agree(first, second)


def _genders_differ(first: Cluster, second: Cluster) -> bool:
    """Whether one is she and the other he; a full name in common tells more than a pronoun, whose chain may be wrong,
    but not more than a title ("spokesman", "spokeswoman").
    """
    if {tuple(words) for words in first.full_names} & set(second.full_names):
        ours, theirs = (gender_of(cluster.titles) for cluster in (first, second))
        return bool(ours and theirs and ours != theirs)
    return bool(first.genders and second.genders and first.genders.isdisjoint(second.genders))


def _full_names_agree(first: Cluster, second: Cluster) -> bool:
    shared = bool({title.casefold() for title in first.titles} & {title.casefold() for title in second.titles})
    return all(
        person_words(one) == person_words(other) or same_person_name(one, other) or spelt_alike(one, other, shared)
        for one in _full_names(first)
        for other in _full_names(second)
    )


def _full_names(cluster: Cluster) -> list[str]:
    return [name for name in cluster.names if len(person_words(name)) > 1] if cluster.family == "person" else []


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
