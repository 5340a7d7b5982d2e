"""Which mentions of one report mean the same thing.

Sieves from sure to unsure, in the order of Raghunathan et al. (2010), "A multi-pass sieve for coreference resolution":
equal names and names that the text
sets equal, parts of names and acronyms, appositions and roles, definite descriptions, pronouns. A wrong merge of two
actors is worse than a miss.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.reading.coreference.addressees import find_told
from reportedly.reading.coreference.binding import both, bound_subjects, others_in_clause, titles_before
from reportedly.reading.coreference.bodies import described_bodies
from reportedly.reading.coreference.clusters import Clusters, chains_of
from reportedly.reading.coreference.context import places_of
from reportedly.reading.coreference.fitting import Traits
from reportedly.reading.coreference.names import join_names
from reportedly.reading.coreference.nominals import join_appositions, join_nominals
from reportedly.reading.coreference.pronouns import join_pronouns
from reportedly.reading.coreference.renaming import renamed_persons
from reportedly.reading.coreference.seen import (
    equated,
    join_seen,
    join_spoken,
    mentions_by_top,
    names_within,
    seen_groups,
)
from reportedly.reading.coreference.speakers import find_speakers
from reportedly.reading.coreference.subjects import Stage, near_subjects
from reportedly.reading.coreference.titles import join_titled, titles_of
from reportedly.reading.encoded import Encoded
from reportedly.reading.reading import Chain, Mention, Quote, Role, Sentence
from reportedly.records import replace
from reportedly.report import Report

POSSESSIVES = frozenset({"its", "his", "her", "their"})


def resolve_mentions(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    encoded: Encoded | None = None,
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions with their ``chain`` set, and the chains in order of their first mention; every mention is in one
    chain.
    """
    clusters = Clusters(len(mentions))
    places = places_of(sentences, mentions, quotes)
    speakers = find_speakers(sentences, mentions, places, quotes)
    told = find_told(sentences, mentions, places)
    join_names(mentions, report.text, clusters)
    join_appositions(sentences, mentions, places, clusters)
    titled = titles_of(mentions, clusters)
    settled: frozenset[int] = frozenset()
    join = clusters.join
    if encoded is not None:
        tops = mentions_by_top(sentences, mentions, encoded)
        heads = {index: place for place, index in reversed(tops.items())}
        stage = Stage(sentences, mentions, places, heads, encoded)
        apart = both(names_within(tops, mentions, encoded), others_in_clause(stage))
        equal = equated(tops, encoded)
        traits = Traits(mentions, places, clusters, speakers, told, equal, apart)
        for title, name in titles_before(stage, sorted(equal)):
            traits.join_fitting(title, name)
        join_spoken(mentions, places, traits)
        join_titled(mentions, places, titled, clusters, traits.join_fitting)
        subjects = described_bodies(stage, told) | renamed_persons(stage) | near_subjects(stage) | bound_subjects(stage)
        settled = join_seen(seen_groups(tops, encoded), traits, subjects)
        join = traits.join_fitting
    join_nominals(sentences, mentions, places, told, titled, settled, join)
    join_pronouns(sentences, mentions, places, speakers, settled, clusters, join)
    numbers, chains = chains_of(clusters, mentions, report.text)
    owners = {
        mention.end: chains[number].name for mention, number in zip(mentions, numbers, strict=True) if _owns(mention)
    }
    return tuple(
        [
            replace(mention, chain=number, roles=tuple([_owned(role, report.text, owners) for role in mention.roles]))
            if mention.roles
            else replace(mention, chain=number)
            for mention, number in zip(mentions, numbers, strict=True)
        ]
    ), chains


def _owns(mention: Mention) -> bool:
    return (mention.form == "pronoun" and mention.end - mention.start == 3) or (
        mention.form == "pronoun" and mention.plural
    )


def _owned(role: Role, text: str, owners: Mapping[int, str]) -> Role:
    """As in "its chief, Osama Rabie": the role is of whom the possessive means."""
    if role.of is not None:
        return role
    end = role.start - 1
    of = (
        owners.get(end)
        if text[max(0, end - 5) : end].lower().split()[-1:]
        and text[max(0, end - 5) : end].lower().split()[-1] in POSSESSIVES
        else None
    )
    return replace(role, of=of) if of else role
