"""Statements that cannot both hold, and values that were taken back, each with the reason in words.

Only what an editor would want to see: values of one series for one day that exclude one another, a statement and its
denial, a place that two sides hold, two days for one event, two causes of one thing, two ages of one person. A later
value that replaces an
earlier one is no disagreement; a toll that was lowered is listed as superseded.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.account.account import ClaimEntry, Disagreement, Entity, Event, FigureEntry, Holding, Series, TimeEntry
from reportedly.account.disagreements.accusing import is_suffered
from reportedly.account.disagreements.answers import find_answers
from reportedly.account.disagreements.causes import find_causes
from reportedly.account.disagreements.charges import find_charges
from reportedly.account.disagreements.control import find_contested, find_denied
from reportedly.account.disagreements.dates import find_dates
from reportedly.account.disagreements.denials import find_denials
from reportedly.account.disagreements.hours import find_hours
from reportedly.account.disagreements.identity import find_identities
from reportedly.account.disagreements.parallels import TWIN, find_parallels
from reportedly.account.disagreements.parties import find_parties
from reportedly.account.disagreements.spellings import find_spellings
from reportedly.account.disagreements.states import find_states
from reportedly.account.disagreements.undone import find_undone
from reportedly.account.disagreements.values import find_values
from reportedly.account.voices import Voices
from reportedly.data import word_set

__all__ = ["find_disagreements"]

TABLE = "account/answers.toml"
ONES = frozenset({"person", "vehicle", "facility", "other"})
"""Kinds of entities that die, crash or sink once; a group is hit on many days."""
DOING = re.compile(r"[a-z]+ing\b")
"""Words that were taken for a speaker: "leaving the court" says nothing."""


def find_disagreements(
    series: Sequence[Series],
    figures: Sequence[FigureEntry],
    events: Sequence[Event],
    dated: Sequence[Event],
    holdings: Sequence[Holding],
    names: dict[str, str],
    voices: Voices,
    story: str,
    denied: Sequence[tuple[Holding, str]] = (),
    entities: Sequence[Entity] = (),
    times: Sequence[TimeEntry] = (),
) -> tuple[Disagreement, ...]:
    """The disagreements of one story, figures first.

    Args:
        series: of the story.
        figures: of the story.
        events: of the story.
        dated: those of them that are told with a day of their own and befell somebody with a name.
        holdings: of the story.
        names: of entities, by id.
        voices: who says what.
        story: the id of the story.
        denied: holdings that somebody denies, with the claim that does.
        entities: of the story.
        times: the time expressions of its reports.
    """
    speaking = _of_somebody(voices)
    ones = {entity.id: entity.name for entity in entities if entity.kind in ONES}
    found = (
        *find_values(series, figures, voices, story),
        *find_parties(figures, voices, story),
        *find_contested(holdings, figures, names, voices, story),
        *find_denied(denied, names, voices, story),
        *find_undone(figures, voices, story),
        *_denials(events, denied, speaking, story),
        *find_states(speaking, story),
        *find_dates(dated, times, ones, voices, story),
        *find_hours(events, times, ones, voices, story),
        *find_parallels(times, voices, story),
        *find_spellings(entities, voices, story),
        *find_causes(events, speaking, story),
        *find_identities(entities, voices, story),
    )
    return tuple(_each_once(found))


def _of_somebody(voices: Voices) -> Voices:
    """The voices without claims of "we", "me" and "one": nobody knows who contradicts whom there. A lone "Dr" may be
    accused, but says nothing.
    """
    claims = {key: claim for key, claim in voices.claims.items() if not _is_of_nobody(claim, voices)}
    return Voices(voices.reports, claims, voices.sentences)


def _is_of_nobody(claim: ClaimEntry, voices: Voices) -> bool:
    name = (claim.source.name or "").lower().rstrip(".")
    title = name in word_set(TABLE, "titles") and not is_suffered(claim, voices)
    return name in word_set(TABLE, "pronouns") or title or DOING.match(claim.source.name or "") is not None


def _each_once(found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Each disagreement once: what two sentences of nearly the same words give is often known by its event already."""
    ids: set[str] = set()
    told: list[frozenset[str]] = []
    for each in found:
        known = each.id.startswith(TWIN) and any(claims.issuperset(each.claims) for claims in told)
        if each.id not in ids and not known:
            ids.add(each.id)
            told.append(frozenset(each.claims))
            yield each


def _denials(
    events: Sequence[Event], denied: Sequence[tuple[Holding, str]], voices: Voices, story: str
) -> Iterator[Disagreement]:
    """What is denied, each denial once: those of an event, then those of an accusation, then answers of the accused."""
    met = {claim for _, claim in denied}
    for found in (*find_denials(events, voices, story), *find_charges(voices, story), *find_answers(voices, story)):
        if met.isdisjoint(found.claims[-1:]):
            met.update(found.claims[-1:])
            yield found
