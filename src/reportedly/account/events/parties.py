"""What stands for somebody when tellings are compared."""

from __future__ import annotations

from reportedly.account.account import Entity
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of

TABLE = "account/joining.toml"
UNNAMED = "~"
ANYBODY = frozenset(UNNAMED + word for word in word_set(TABLE, "anybody"))
"""Parties that may be anybody."""


def party_of(entity: Entity) -> str:
    """What stands for an entity when tellings are compared.

    Its id where it has a name. Descriptions never join across reports, so one of them is known by its head alone: "a
    tunnel" here may be "the tunnel" there, and "a Velmo clan leader" any leader.
    """
    words = entity.name.split(" of ")[0].split()
    if not words or (words[-1][0].isupper() and words[0].lower() not in word_set(TABLE, "counting")):
        return entity.id
    return UNNAMED + lemma_of(words[-1].lower())


def is_named(party: str) -> bool:
    """Whether it stands for somebody with a name."""
    return not party.startswith(UNNAMED)
