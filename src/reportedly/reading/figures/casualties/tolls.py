"""How many were killed and how many hurt, as one report tells it: its figures and its single persons together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from reportedly.reading.figures.casualties.lexicon import casualties
from reportedly.reading.figures.casualties.tellings import Telling, find_tellings
from reportedly.reading.figures.casualties.victims import Victim, join_victims
from reportedly.reading.figures.numbers import word
from reportedly.reading.reading import Casualty, Figure, Mention, Sentence, Token, Toll
from reportedly.report import Span

SINGLY = 2
LATE = 12
"""From this sentence on a report recalls other deeds."""
TRIED = 5
"""Words before a murder that may say that it was but attempted ("attempted first-degree murder")."""
LEAD = 2
"""How many of the sentences that tell of harm give the toll; later ones often tell of other deeds."""


def find_toll(sentences: Sequence[Sentence], mentions: Sequence[Mention], figures: Sequence[Figure]) -> Toll | None:
    """The toll of a report; None where it tells of nobody who was killed or hurt."""
    tellings = find_tellings(sentences, mentions, figures)
    victims = join_victims(tellings)
    leading = frozenset(sorted({telling.sentence for telling in tellings})[:LEAD])
    counts, many = count_sentences(tellings), _manifold(sentences)
    killed = [victim for victim in victims if victim.killed and not _is_recalled(victim, tellings)]
    hurt = [victim for victim in victims if not victim.killed]
    deaths = max(_commonest(counts["killed"]), _dead(killed, leading), many.get("killed", 0))
    deaths += any(telling.number == deaths + 1 and telling.fate.harm == "killed" for telling in tellings)
    if deaths == 0 and not hurt and not counts["hit"] and not counts["hurt"] and _tells_of_death(sentences):
        deaths = 1
    shot = max(_first(counts["hit"]), many.get("hit", 0), _numbered(tellings)) - deaths
    injuries = max(_first(counts["hurt"]), _first(counts["others"]), shot)
    if injuries <= 0:
        injuries = _first(counts["cared"]) or _living(hurt, leading, deaths - len(killed))
    if deaths == injuries == 0:
        return None
    return Toll(deaths, injuries, tuple(_casualty(victim) for victim in victims))


def _dead(killed: Sequence[Victim], leading: Collection[int]) -> int:
    """How many of the dead are told of one by one: one, or two whom the first sentences tell of, or as many as one
    sentence lists ("his wife, his son and himself"); more are counted.
    """
    told = sum(victim.tellings[0].sentence in leading for victim in killed)
    return max(min(told, SINGLY), min(len(killed), 1), _listed(killed))


def _is_recalled(victim: Victim, tellings: Sequence[Telling]) -> bool:
    """Whether a report that begins with others who were harmed comes late to the victim: one of an earlier deed."""
    return victim.tellings[0].sentence >= LATE and any(telling.sentence < LATE for telling in tellings)


def _listed(killed: Sequence[Victim]) -> int:
    """The most persons that one sentence lists among the dead."""
    told = Counter(
        sentence
        for victim in killed
        for sentence in {
            telling.sentence
            for telling in victim.tellings
            if _counts(telling) and (telling.beside or telling.fate.own) and telling.fate.harm == "killed"
        }
    )
    return max(told.values(), default=0)


def _casualty(victim: Victim) -> Casualty:
    first = victim.tellings[0]
    return Casualty(
        first.start,
        first.end,
        first.sentence,
        "killed" if victim.killed else "injured",
        next((telling.person.name for telling in victim.tellings if telling.person.name), None),
        next((telling.person.age for telling in victim.tellings if telling.person.age is not None), None),
        tuple(Span(telling.start, telling.end) for telling in victim.tellings),
    )


def _numbered(tellings: Sequence[Telling]) -> int:
    """ "a fourth man was hurt": so many were at least."""
    return max((telling.number for telling in tellings), default=0)


def _living(hurt: Sequence[Victim], leading: Collection[int], nameless: int) -> int:
    """How many of those told of one by one lived, where ``nameless`` of the dead are not told of so.

    Whom the first sentences do not tell of was often hurt by another deed.
    """
    told = {victim.tellings[0].sentence for victim in hurt}
    within = told & set(leading) or set(sorted(told)[:1])
    first = [victim for victim in hurt if victim.tellings[0].sentence in within]
    open_ended = sum(all(telling.fate.harm == "hit" for telling in victim.tellings) for victim in first)
    return len(first) - open_ended + max(0, open_ended - max(0, nameless))


def count_sentences(tellings: Sequence[Telling]) -> dict[str, list[int]]:
    """For each harm, how many persons each sentence that tells of it tells of, in order."""
    grouped: dict[tuple[int, str], list[Telling]] = {}
    for telling in tellings:
        grouped.setdefault((telling.sentence, _kind(telling)), []).append(telling)
    found: dict[str, list[int]] = {"killed": [], "hurt": [], "hit": [], "others": [], "cared": []}
    # Who is counted by a number goes before "several people".
    for (_, harm), group in sorted(grouped.items(), key=lambda row: any(telling.vague for telling in row[1])):
        value = _count(group)
        if value:
            found[harm].append(value)
    return found


def _kind(telling: Telling) -> str:
    """What a telling counts: the dead, the hurt, all who were hit, the others among them, those in hospital."""
    if telling.person.count is None or telling.fate.harm == "killed":
        return telling.fate.harm
    if telling.fate.weak:
        # "All three were taken to hospital" may count some who died there later.
        return "hit" if telling.person.article == "all" else "cared"
    return "others" if telling.fresh else telling.fate.harm


def _count(group: Sequence[Telling]) -> int:
    """How many persons one sentence tells one harm of: "two women and a baby are dead" tells of three."""
    free = [telling for telling in group if not telling.within]
    counted = [telling.person.count or 0 for telling in free if telling.person.count is not None]
    if not counted:
        return 0
    joined = {telling.listed: telling for telling in free if telling.beside and _counts(telling)}
    own = any(telling.fate.own for telling in free)
    return max(*counted, sum(telling.person.count or 1 for telling in joined.values()), max(counted) + own)


def _counts(telling: Telling) -> bool:
    return telling.person.form != "pronoun" or telling.fate.own


def _commonest(values: Sequence[int]) -> int:
    counted = Counter(values)
    return max(values, key=lambda value: (counted[value], -values.index(value)), default=0)


def _first(values: Sequence[int]) -> int:
    return values[0] if values else 0


def _manifold(sentences: Sequence[Sentence]) -> dict[str, int]:
    """ "a double homicide", "a triple shooting"."""
    table, found = casualties(), dict[str, int]()
    for sentence in sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            tried = word(tokens, at - 3) in table.open  # "an attempted murder-suicide"
            if token.lower == "suicide" and word(tokens, at - 2) in {"murder", "homicide"} and not tried:
                found["killed"] = max(found.get("killed", 0), 2)
            value = table.manifold.get(token.lower)
            if value is None:
                continue
            for step in (1, 2, 3):
                harm = table.nouns.get(word(tokens, at + step))
                if harm:
                    found[harm] = max(found.get(harm, 0), value)
                    break
    return found


def _tells_of_death(sentences: Sequence[Sentence]) -> bool:
    return any(
        token.lower in casualties().deaths and not _is_no_deed(sentence.tokens, at)
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
    )


def _is_no_deed(tokens: Sequence[Token], at: int) -> bool:
    """ "attempted first-degree murder", "homicide detectives"."""
    tried = any(word(tokens, place) in casualties().open for place in range(max(0, at - TRIED), at))
    return tried or word(tokens, at + 1) in casualties().posts
