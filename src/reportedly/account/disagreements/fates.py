"""Who died, and who was hurt and lived: a name that one report has among the dead, and another among the wounded.

The wounded may die later, so only a report that is printed with or after the first news of the death, and that tells of
no death of the person itself, contradicts it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import ClaimEntry, Disagreement, Entity, Event, EventTelling
from reportedly.account.names import name_words
from reportedly.account.voices import Voices, clipped, named

DEAD = frozenset({"death", "killing", "execution"})
HURT = frozenset({"injury"})
SHOWN = 90


@dataclass(frozen=True, slots=True)
class Fate:
    """What one telling says of a person: dead or hurt, with the claim that carries it."""

    is_dead: bool
    telling: EventTelling
    claim: ClaimEntry


def find_fates(events: Sequence[Event], entities: Sequence[Entity], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each person with a name whom one report tells dead, and another one only hurt."""
    persons = {entity.id: entity for entity in entities if entity.kind == "person" and _is_name(entity.name)}
    fates: defaultdict[str, list[Fate]] = defaultdict(list)
    for event in events:
        if event.type in DEAD | HURT and event.mode == "asserted":
            for key in event.recipients:
                if key in persons:
                    fates[key] += _told(event, persons[key], voices)
    for key, found in fates.items():
        pair = _apart(found, voices)
        if pair:
            yield _disagreement(persons[key], *pair, voices, story)


def _is_name(name: str) -> bool:
    """Whether two words with capitals name somebody; "One officer" does not."""
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _told(event: Event, person: Entity, voices: Voices) -> Iterator[Fate]:
    """The tellings whose sentence names the person, so that no pronoun is taken for another."""
    last = name_words(person.name)[-1:]
    for telling in event.mentions:
        claim = voices.claims.get(telling.claim or "")
        words = name_words(voices.sentence(telling.report, telling.start))
        if telling.mode == "asserted" and claim and last and last[0] in words:
            yield Fate(event.type in DEAD, telling, claim)


def _apart(found: Sequence[Fate], voices: Voices) -> tuple[Fate, Fate] | None:
    """The first death, and the first wound that another report tells, then or later, without that death."""
    by_report: Mapping[str, list[Fate]] = _by_report(found)
    dead = min((fate for fate in found if fate.is_dead), key=lambda fate: _day(fate, voices), default=None)
    if dead is None:
        return None
    for told in by_report.values():
        if not any(fate.is_dead for fate in told) and _day(told[0], voices) >= _day(dead, voices):
            return dead, told[0]
    return None


def _by_report(found: Sequence[Fate]) -> dict[str, list[Fate]]:
    told: defaultdict[str, list[Fate]] = defaultdict(list)
    for fate in found:
        told[fate.telling.report].append(fate)
    return told


def _day(fate: Fate, voices: Voices) -> date:
    return voices.reports[fate.telling.report].published or date.min


def _disagreement(person: Entity, dead: Fate, hurt: Fate, voices: Voices, story: str) -> Disagreement:
    told = "; ".join(_said(fate, voices) for fate in (dead, hurt))
    return Disagreement(
        id=f"d:fate-{person.id.removeprefix('e:')}",
        kind="identity",
        claims=(dead.claim.id, hurt.claim.id),
        figures=(),
        reason=f"{person.name} dead or hurt: {told}.",
        status="open",
        story=story,
    )


def _said(fate: Fate, voices: Voices) -> str:
    speaker = named(voices.speaker(fate.claim.id, fate.telling.report))
    day = voices.on_day(fate.telling.report, begins=False)
    return f"{day} {speaker}: {clipped(voices.sentence(fate.telling.report, fate.telling.start), SHOWN)}"
