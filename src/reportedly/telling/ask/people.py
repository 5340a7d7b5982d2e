"""Who: who holds a place, who somebody is, who says something, what somebody says, who did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.account.account import Citation, ClaimEntry, Entity, Event, Holding
from reportedly.reading.events.ontology import ontology
from reportedly.telling.ask.bench import FLOOR, Bench, terms_in
from reportedly.telling.ask.lexicon import words_for
from reportedly.telling.ask.passages import Passage
from reportedly.telling.ask.question import Question
from reportedly.telling.brief import Told, held_by, telling_claims
from reportedly.telling.nearness import Nearness
from reportedly.telling.phrasing import source_name, statement_of
from reportedly.telling.wording import as_sentence, say_list

PEOPLE = frozenset({"person", "organisation", "group", "nationality"})
MOST, MOST_ROLES = 4, 2
CLOSE = 0.85
"""How near to the best a further claim must come, as a share of its coverage."""
ROLE_FLOOR = 0.75
WHOLE = 0.95
"""A sentence that covers so much with its own words tells it, whoever it is: "Masked men robbed the bank."""


def answer_holder(question: Question, bench: Bench) -> Iterator[Told]:
    """Who holds a place, the last who did first; on the days asked about, who did then."""
    wanted = [term for term in question.terms if term not in words_for("hold")]
    rows = [row for row in bench.account.holdings if _is_of(row.earliest, row.latest, question)]
    shares = {row.id: bench.share(wanted, _names(bench.shelf.entities[row.place])) for row in rows}
    best = max(shares.values(), default=0.0)
    if best < FLOOR:
        yield from answer_who(question, bench)
        return
    chosen = [row for row in rows if shares[row.id] == best]
    chosen.sort(key=lambda row: (row.earliest or date.min, row.latest is None), reverse=True)
    yield from (told for row in chosen[:MOST] if (told := _held(row, bench)))


def _is_of(first: date | None, last: date | None, question: Question) -> bool:
    if question.earliest is None or question.latest is None:
        return True
    return (first is None or first <= question.latest) and (last is None or question.earliest <= last)


def _held(row: Holding, bench: Bench) -> Told | None:
    claims = [bench.shelf.claims[key] for key in row.claims if key in bench.shelf.claims]
    return held_by(row, claims, bench.shelf) if claims else None


def _names(entity: Entity) -> frozenset[str]:
    return terms_in(" . ".join((entity.name, *entity.aliases)))


def answer_role(question: Question, bench: Bench) -> Iterator[Told]:
    """ "Who is Ann Lee?" by her roles; "Who is the head of the coast guard?" by who has that role."""
    wanted = set(question.terms)
    people = [entity for entity in bench.account.entities if entity.roles]
    named = [entity for entity in people if wanted and wanted <= _names(entity)]
    shares = {entity.id: _share_of_roles(question, entity, bench) for entity in people}
    best = max(shares.values(), default=0.0)
    chosen = named or [entity for entity in people if shares[entity.id] == best >= ROLE_FLOOR]
    yield from (_role(entity, question, bench, by_name=bool(named)) for entity in chosen[:MOST])
    if not chosen:
        yield from answer_who(question, bench)


def _share_of_roles(question: Question, entity: Entity, bench: Bench) -> float:
    shares = (bench.share(question.terms, terms_in(f"{role.title} . {role.of or ''}")) for role in entity.roles)
    return max(shares, default=0.0)


def _role(entity: Entity, question: Question, bench: Bench, *, by_name: bool) -> Told:
    roles = sorted(entity.roles, key=lambda role: (-(role.of is not None), -len(role.spans)))
    if not by_name:
        roles.sort(key=lambda role: -bench.share(question.terms, terms_in(f"{role.title} . {role.of or ''}")))
    shown = roles[: MOST_ROLES if by_name else 1]
    words = [f"{role.title} of {role.of}" if role.of else role.title for role in shown]
    cited = [span for role in shown for span in role.spans[:1]]
    full = [each for each in entity.mentions if bench.account.shown(each) == entity.name] or list(entity.mentions)
    around = [bench.sentence_around(each.report, each.start) for each in (*full[:1], *cited)]
    return as_sentence(f"{entity.name}: {say_list(words)}"), tuple(dict.fromkeys(around))


def answer_says(question: Question, bench: Bench) -> Iterator[Told]:
    """Who says something: the claims that cover the question, each source once."""
    found = [
        (passage.coverage, claim) for passage in bench.answering(question) for claim in _claims(passage.citation, bench)
    ]
    best = max((coverage for coverage, _ in found), default=0.0)
    denied = "deny" in question.text.lower() or "denied" in question.text.lower() or "denies" in question.text.lower()
    found.sort(key=lambda each: (denied and each[1].mode != "denied", -each[0]))
    told: set[str] = set()
    for coverage, claim in found:
        name = source_name(claim, bench.shelf) or ""
        if coverage >= CLOSE * best and name not in told and len(told) < MOST:
            told.add(name)
            yield statement_of(claim, bench.shelf), bench.shelf.cite_claim(claim)


def _claims(citation: Citation, bench: Bench) -> list[ClaimEntry]:
    return [claim for claim in bench.claims_at(citation) if claim.source.start is not None]


def answer_said(question: Question, bench: Bench) -> Iterator[Told]:
    """What somebody says: of a subject where the question names one, else what tells most."""
    wanted = set(question.terms)
    own = [claim for claim in bench.account.claims if claim.source.start is not None and _speaks(claim, wanted, bench)]
    speakers = frozenset[str]().union(*(_speaker(claim, bench) for claim in own))
    topic = tuple(term for term in question.terms if term not in speakers)
    ranked = [claim for claim in own if bench.is_of_days(Citation(claim.report, claim.start, claim.end), question)]
    if topic:
        shares = {claim.id: bench.share(topic, terms_in(claim.text)) for claim in ranked}
        best = max(shares.values(), default=0.0)
        ranked = [claim for claim in ranked if shares[claim.id] == best >= FLOOR]
    chosen = ranked[:MOST] if topic else telling_claims(ranked, Nearness(bench.shelf))
    yield from ((statement_of(claim, bench.shelf), bench.shelf.cite_claim(claim)) for claim in chosen)


def _speaker(claim: ClaimEntry, bench: Bench) -> frozenset[str]:
    entity = bench.shelf.entities.get(claim.source.entity or "")
    names = [*entity.aliases, *(role.of or "" for role in entity.roles)] if entity else []
    return terms_in(" . ".join((source_name(claim, bench.shelf) or "", *names)))


def _speaks(claim: ClaimEntry, wanted: set[str], bench: Bench) -> bool:
    """Whether the question names the source by its last word ("Lem", "the ministry"), or whom it speaks for."""
    entity = bench.shelf.entities.get(claim.source.entity or "")
    names = [source_name(claim, bench.shelf), *(role.of for role in (entity.roles if entity else ()))]
    lasts = [terms_in(name.split()[-1]) for name in names if name]
    return any(last and last <= wanted for last in lasts)


def answer_who(question: Question, bench: Bench) -> Iterator[Told]:
    """The sentence that tells it, behind the name of who did it (or to whom it was done) where that is known."""
    passages = bench.most_told(question)
    best = max((passage.coverage for passage in passages), default=0.0)
    near = [passage for passage in passages if passage.coverage >= CLOSE * best]
    for passage in sorted(near, key=lambda each: not _names_one(_all_parties(each, question, bench))):
        parties = _all_parties(passage, question, bench)
        if parties or passage.own > WHOLE or _others(passage, question, bench):
            words = bench.words_of(passage.citation)
            name = f"{say_list(parties)}: " if parties and not words.startswith(parties[0]) else ""
            yield f"{name}{words}", (passage.citation,)
            return


def _names_one(parties: Sequence[str]) -> bool:
    """Whether one of them has a name of his own ("Ann Lee"), not only a description ("a diver")."""
    return any(sum(word[:1].isupper() for word in party.split()) > 1 for party in parties)


def _others(passage: Passage, question: Question, bench: Bench) -> bool:
    """Whether a sentence speaks of somebody whom the question does not name."""
    asked = set(question.terms)
    return any(not _names(entity) <= asked for entity in bench.named_at(passage.citation, PEOPLE))


def _all_parties(passage: Passage, question: Question, bench: Bench) -> list[str]:
    events = bench.events_at(passage.citation)
    found = (name for at, event in events for name in _parties(at, event, question, bench))
    return list(dict.fromkeys(found))


def _parties(at: Citation, event: Event, question: Question, bench: Bench) -> Sequence[str]:
    """The names of whoever has the part in an event that is asked for."""
    if not bench.is_asked(at, event, question):
        return ()
    passive = {"was", "were", "been"} & set(question.text.lower().split()[:3])
    undergoes = ontology().types[event.type].undergoes  # "the diver died": who dies is not who does it
    keys = event.recipients if passive or undergoes else event.actors
    sentence = bench.sentence_around(at.report, at.start)
    here = {entity.id for entity in bench.shelf.entities_at(sentence)}
    asked = set(question.terms)
    return [
        bench.shelf.entities[key].name
        for key in dict.fromkeys(keys)
        if key in here and bench.shelf.entities[key].kind in PEOPLE and not _names(bench.shelf.entities[key]) <= asked
    ]
