"""What the stages before have found in a report, with indexes by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.events.settings import main_place, real_places
from reportedly.reading.events.sport import is_of_games
from reportedly.reading.reading import Chain, Claim, Figure, Mention, PlaceMention, Sentence, TimeExpression
from reportedly.records import replace
from reportedly.report import Report

COUNTRY = 6
"""UCDP's where_precision of a country."""
Located = Mention | PlaceMention | TimeExpression | Figure


@dataclass(frozen=True, slots=True)
class Room:
    """The report with everything found in it; ``*_in`` are indexes by number of sentence. A pronoun among the mentions
    has the kind of what it refers to. ``of_games``: the report is one of sport.
    ``sites`` are the mentions that name a place smaller than a country: things are done there, not by it.
    """

    report: Report
    mentions: Sequence[Mention]
    places: Sequence[PlaceMention]
    times: Sequence[TimeExpression]
    figures: Sequence[Figure]
    claims: Sequence[Claim]
    mentions_in: dict[int, list[int]]
    places_in: dict[int, list[int]]
    times_in: dict[int, list[int]]
    figures_in: dict[int, list[int]]
    claims_in: dict[int, list[int]]
    main_place: int | None
    of_games: bool
    sites: frozenset[int]


def furnish(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
) -> Room:
    """The room of a report."""
    real = real_places(places, mentions)
    resolved = _resolved(mentions, chains)
    return Room(
        report,
        resolved,
        places,
        times,
        figures,
        claims,
        _by_sentence(range(len(mentions)), mentions),
        _by_sentence(real, places),
        _by_sentence(range(len(times)), times),
        _by_sentence(range(len(figures)), figures),
        _claims_by_sentence(sentences, claims),
        main_place(places, real),
        is_of_games(sentences),
        _sites(places),
    )


def _sites(places: Sequence[PlaceMention]) -> frozenset[int]:
    return frozenset(
        place.mention
        for place in places
        if place.mention is not None and place.location is not None and place.location.precision < COUNTRY
    )


def _resolved(mentions: Sequence[Mention], chains: Sequence[Chain]) -> tuple[Mention, ...]:
    """The mentions, pronouns with the kind of what they refer to ("freed [it]": a ship)."""
    return tuple(
        replace(mention, kind=chains[mention.chain].kind)
        if mention.form == "pronoun" and 0 <= mention.chain < len(chains)
        else mention
        for mention in mentions
    )


def _claims_by_sentence(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> dict[int, list[int]]:
    """The claims whose content reaches into each sentence, by its number."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        for number in range(max(0, bisect_right(starts, claim.start) - 1), bisect_right(starts, claim.end)):
            found.setdefault(number, []).append(index)
    return found


def _by_sentence(indexes: Sequence[int], items: Sequence[Located]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in indexes:
        found.setdefault(items[index].sentence, []).append(index)
    return found
