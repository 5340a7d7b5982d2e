"""The forces and the government of a state, by their words: who acts for it, whatever it is called.

"Government troops", "regime forces" and "the Velmian army" are no names of one body, and the army is not the
government; yet what each of them holds, their state holds. A description is taken apart into a country, where it tells
one, and words that say only that the state itself acts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.account.account import Entity, Event
from reportedly.account.countries import country_called, leading_country
from reportedly.account.names import last_word, name_words
from reportedly.data import word_set

TABLE = "account/sides.toml"
BODIES = frozenset({"organisation", "group", "person"})


@dataclass(frozen=True, slots=True)
class StateWords:
    """A description of a state's own body: the country's code, None where the words tell none, and the word for the
    body ("army", "government"). ``bare`` is true where that word stands alone, ``pro`` of those who only fight for the
    state ("pro-government militia").
    """

    country: str | None
    body: str
    bare: bool = False
    pro: bool = False

    @property
    def title(self) -> str:
        """What the body is to its country: "army", "pro-government troops"."""
        return f"pro-government {self.body}" if self.pro else self.body


@lru_cache(maxsize=65536)
def state_words(description: str) -> StateWords | None:
    """What a description tells of a state's own body; None where it may be anybody else's: "rebel forces", "Free
    Velmian Army". Of several bodies the first counts: "the army and allied militias".
    """
    words = [word for word in name_words(description) if word not in word_set(TABLE, "fillers")]
    if "and" in words:
        words = words[: words.index("and")]
    country, count = leading_country(words) or (None, 0)
    rest = words[count:]
    if not rest or not _is_body(rest):
        return None
    known = country or _tells_of_state(rest)
    return StateWords(country, rest[-1], bare=len(words) == 1, pro="pro" in rest) if known else None


def _is_body(words: Sequence[str]) -> bool:
    before = word_set(TABLE, "before")
    return words[-1] in word_set(TABLE, "bodies") and all(word in before for word in words[:-1])


def _tells_of_state(words: Sequence[str]) -> bool:
    """Whether words without a country can only mean the state's own: "government troops", "the army"; "troops" may be
    anybody's, and police a town's.
    """
    return not word_set(TABLE, "own").isdisjoint(words)


def state_of(entity: Entity) -> str | None:
    """The country whose own body an entity is, by its roles ("army of Velmia"); None for everybody else."""
    bodies = word_set(TABLE, "bodies")
    acting = (role.of for role in entity.roles if role.of and last_word(role.title) in bodies)
    found = (country_called(country) for country in acting)
    return next((country for country in found if country), None) if entity.kind in BODIES else None


def sides_in(entities: Mapping[str, Entity], events: Iterable[Event]) -> dict[str, str]:
    """From each entity that acts for a state to the state's code; none of a state whose bodies stand against each other
    ("the army overthrew the government").
    """
    states = {key: state for key, entity in entities.items() if (state := state_of(entity))}
    split = {state for event in events for state in _opposed(event.actors, event.recipients, states)}
    return {key: state for key, state in states.items() if state not in split}


def _opposed(actors: Collection[str], recipients: Collection[str], states: Mapping[str, str]) -> set[str]:
    """The states of which one body acts and another suffers it."""
    return {
        states[actor]
        for actor in actors
        for other in recipients
        if actor != other and actor in states and states[actor] == states.get(other)
    }
