"""Tellings of harm to single persons, joined to as few persons as they can be of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.reading.figures.casualties.fates import REFLEXIVE
from reportedly.reading.figures.casualties.persons import INDEFINITE, Person
from reportedly.reading.figures.casualties.tellings import Telling
from reportedly.records import replace

GROWN = 18
"""No officer is younger, no child older."""
ANEW = 6
"""Sentences after which a person with an indefinite article is most often a new one."""
APART = ({"officer", "suspect"}, {"officer", "child"}, {"suspect", "child"}, {"child", "adult"})
"""Roles that one person does not have both."""


@dataclass(slots=True)
class Victim:
    """A person with all tellings of what happened to them; grows while a report is read."""

    tellings: list[Telling] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    ages: set[float] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)

    @property
    def killed(self) -> bool:
        """Whether any telling says so: who was hurt first and died later is dead."""
        return any(telling.fate.harm == "killed" for telling in self.tellings)

    @property
    def living(self) -> bool:
        """Whether the last telling that says so lets the person live on."""
        return any(telling.fate.living for telling in self.tellings)

    def take(self, telling: Telling) -> None:
        """Add a telling and what it says of the person."""
        person = telling.person
        self.tellings.append(telling)
        if person.name:
            self.names.add(person.name)
        if person.age is not None:
            self.ages.add(person.age)
        if person.given:
            self.given.add(person.given)
        if person.role:
            self.roles.add(person.role)
        if person.sex and (person.form != "pronoun" or person.article in REFLEXIVE):
            self.sexes.add(person.sex)


def join_victims(tellings: Sequence[Telling]) -> list[Victim]:
    """The persons of the tellings, each telling given to the latest person that it can be of."""
    victims: list[Victim] = []
    for telling in _described_in_full(tellings):
        home = _called(victims, telling) or next(
            (victim for victim in _ranked(victims, telling) if _fits(victim, telling)), None
        )
        if home is None:
            if telling.fate.weak or not _introduces(telling, victims):
                continue
            home = Victim()
            victims.append(home)
        home.take(telling)
    return victims


def _described_in_full(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of single persons, each with all that the words beside it say: "the driver, Dana Okoro, 24,"."""
    single = [telling for telling in tellings if telling.person.count is None]
    said: dict[tuple[int, int], list[Person]] = {}
    for telling in single:
        if telling.person.form != "pronoun":
            said.setdefault((telling.sentence, telling.listed), []).append(telling.person)
    return [
        telling if telling.person.form == "pronoun" else replace(telling, person=_filled(telling.person, others))
        for telling in single
        for others in (said.get((telling.sentence, telling.listed), ()),)
    ]


def _filled(person: Person, others: Sequence[Person]) -> Person:
    """The person with the name, the age, the sex and the role that any of the others has."""
    named = next((other for other in others if other.name), person)
    return replace(
        person,
        name=named.name,
        given=named.given,
        age=next((other.age for other in (person, *others) if other.age is not None), None),
        sex=next((other.sex for other in (person, *others) if other.sex), None),
        owner=next((other.owner for other in (person, *others) if other.owner), ""),
        role=next((other.role for other in (person, *others) if other.role), None),
    )


def _introduces(telling: Telling, victims: Sequence[Victim]) -> bool:
    """Whether a telling can be of somebody new: "he" and "the mother is at the hospital" lean on what went before."""
    person = telling.person
    if person.form == "pronoun":
        return telling.fate.own or (telling.beside and person.article in REFLEXIVE)  # "both himself and a girl"
    known = person.name is not None or person.age is not None or person.owner
    definite = person.article not in INDEFINITE and (person.article != "" or telling.sentence > 0)
    leans = person.form == "noun" and not known and definite and not telling.fresh
    return not (leans and victims and telling.fate.harm == "hurt" and not telling.governed)


def _called(victims: Sequence[Victim], telling: Telling) -> Victim | None:
    """The person that the words right before name otherwise: "his mother, Morgan, 27, …"."""
    for victim in victims:
        last = victim.tellings[-1]
        if (last.sentence, last.listed) == (telling.sentence, telling.listed) and last.person.form != "pronoun":
            return victim if telling.person.form != "pronoun" else None
    return None


def _ranked(victims: Sequence[Victim], telling: Telling) -> list[Victim]:
    """Those of the same name or age first, then the latest."""
    person = telling.person

    def rank(victim: Victim) -> tuple[bool, bool, bool, int]:
        return (
            person.name is None or person.name not in victim.names | victim.given,
            person.age is None or person.age not in victim.ages,
            person.article in INDEFINITE and telling.fate.harm == "killed" and not victim.killed,
            -victim.tellings[-1].order - victim.tellings[-1].sentence,
        )

    return sorted(victims, key=rank)


def _fits(victim: Victim, telling: Telling) -> bool:
    """Whether nothing speaks against a telling's being of a person."""
    person = telling.person
    if person.name and victim.names:
        return _is_called(victim, person) and not _is_namesake(victim, telling)
    if person.form == "elided" and person.age is None and (victim.names or victim.ages):
        return False
    if telling.fresh:
        return any(other.fresh and other.fate.harm == telling.fate.harm for other in victim.tellings)
    if person.age is not None and victim.ages and min(abs(person.age - age) for age in victim.ages) > 1:
        return False
    if person.article in INDEFINITE and victim.tellings[0].fresh and victim.tellings[0].sentence != telling.sentence:
        return False
    if _is_told_anew(victim, telling) or _is_other_role(victim, person) or _is_relative_of(victim, person):
        return False
    if person.sex and victim.sexes and person.sex not in victim.sexes:
        return False
    if victim.killed and telling.fate.living and telling.fate.harm != "killed":
        return False
    if victim.living and telling.fate.harm == "killed" and not victim.killed:
        return False
    if any(other.sentence == telling.sentence and _is_by_another_hand(other, telling) for other in victim.tellings):
        return False
    return not _beside(victim, telling)


def _is_called(victim: Victim, person: Person) -> bool:
    """Whether the name is one of the victim's."""
    if person.name in victim.names | victim.given:
        return True
    return person.given is not None and person.given in victim.names and len(person.given) > 2


def _is_namesake(victim: Victim, telling: Telling) -> bool:
    """Whether one sentence lists both, with one last name and two first names: "Dana Okoro, 40, and Min Okoro, 9"."""
    given = telling.person.given
    return given is not None and any(
        other.sentence == telling.sentence
        and other.listed != telling.listed
        and other.person.name == telling.person.name
        and other.person.given not in (None, given)
        for other in victim.tellings
    )


def _is_told_anew(victim: Victim, telling: Telling) -> bool:
    """Whether "a boy was killed", long after the hurt boy was told of, is about another one."""
    dies = telling.fate.harm == "killed" and not victim.killed and telling.person.age not in victim.ages
    return dies and telling.person.article in INDEFINITE and telling.sentence - victim.tellings[0].sentence >= ANEW


def _is_other_role(victim: Victim, person: Person) -> bool:
    """Whether the nouns make two persons of them: the suspect and the officer, a boy and a man, a 15-year-old and the
    officer.
    """
    if any(_is_wrong_age(role, age) for role in (person.role, *victim.roles) for age in (person.age, *victim.ages)):
        return True
    if person.role is None or person.role in victim.roles:
        return False
    same_age = person.age is not None and person.age in victim.ages  # a 17-year-old is a boy here and a man there
    return not same_age and any({person.role, role} in APART for role in victim.roles)


def _is_wrong_age(role: str | None, age: float | None) -> bool:
    """A 15-year-old officer, a 30-year-old child."""
    if age is None:
        return False
    return (role == "officer" and age < GROWN) or (role == "child" and age > GROWN)


def _is_relative_of(victim: Victim, person: Person) -> bool:
    """Whether the victim is the one whose relative is told of: "Okoro's stepfather was hurt"."""
    return person.owner in victim.names | victim.given


def _is_by_another_hand(one: Telling, other: Telling) -> bool:
    """Whether one is harmed by themselves and the other by them: "shot himself and his son"."""
    return any(
        own.fate.own and not harmed.fate.own and harmed.person.form != "pronoun" and harmed.governed
        for own, harmed in ((one, other), (other, one))
    )


def _beside(victim: Victim, telling: Telling) -> bool:
    """Whether one sentence speaks of both as two: "a man and a woman", "killed a boy and hurt a girl"."""
    person = telling.person
    if _is_mere_pronoun(person):
        return False
    here = [
        other for other in victim.tellings if other.sentence == telling.sentence and not _is_mere_pronoun(other.person)
    ]
    return any(
        other.listed != telling.listed
        and not (other.fate.own and telling.fate.own)
        and (
            (other.beside and telling.beside)
            or (telling.governed and other.governed and not _leans(person, other.person))
            or (person.article in INDEFINITE and other.person.article in INDEFINITE | {""})
        )
        for other in here
    )


def _is_mere_pronoun(person: Person) -> bool:
    return person.form == "pronoun" and person.article not in REFLEXIVE


def _leans(person: Person, other: Person) -> bool:
    """ "grazed a 3-year-old, hitting the child in the leg": the same one again."""
    return person.article == "the" and person.age is None and other.article in INDEFINITE
