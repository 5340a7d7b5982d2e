"""What each sentence tells of harm to persons, one telling for each person or count of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.reading.figures.casualties.fates import fate_of, is_governed, is_teller
from reportedly.reading.figures.casualties.joints import find_gaps, find_members, share_fates
from reportedly.reading.figures.casualties.lexicon import Harm, casualties
from reportedly.reading.figures.casualties.persons import SUFFIXES, Fate, Person, find_persons
from reportedly.reading.figures.lexicon import grammar, verb_of
from reportedly.reading.figures.numbers import read_number, word
from reportedly.reading.reading import Figure, Mention, Sentence, Token
from reportedly.records import replace

MOST = 100
"""Counts from here on are no toll of one shooting told person by person."""
RELATIONS: Mapping[str, Harm] = {
    "killed": "killed", "injured": "hurt", "hospitalised": "hurt", "critical": "hurt", "shot": "hit", "affected": "hit",
}  # fmt: skip
ORDINALS = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
WITHIN = frozenset({"including", "include", "includes", "included", "among", "whom"})
DEADLY = frozenset({"dead", "killed", "killing", "kills", "kill"})
ALL = frozenset({"all", "the", "both"})
HIT = frozenset({"shot"})
VAGUE = frozenset({"several", "multiple", "some", "many", "numerous", "few"})
YEARS_OLD = frozenset({"y", "yo", "yr", "yrs"})
"""Words after an age ("4 y/o")."""
PICTURES = frozenset({"image", "photo", "picture", "slide", "page"})
"""Words before the number of a picture ("Image 3 of 14")."""
SAYING = frozenset({"said", "say", "told", "tell", "saw", "heard", "reported"})
LONGEST_LINE = 25
ENDINGS = frozenset({".", "!", "?", '"', "”", ":", "…", "''", "'", ")"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's word of harm to one person."""

    sentence: int
    start: int
    end: int
    person: Person
    fate: Fate
    fresh: bool
    governed: bool
    order: int
    listed: int = 0
    beside: bool = False
    within: bool = False
    number: int = 0

    @property
    def vague(self) -> bool:
        """Whether the words count without a number ("several people")."""
        return self.person.count is not None and self.person.article in VAGUE


def find_tellings(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], figures: Sequence[Figure]
) -> list[Telling]:
    """What each sentence tells of single persons and of counted ones, in order."""
    names: dict[int, dict[int, int]] = {}
    families = _families(mentions)
    for mention in mentions:
        if mention.kind == "person" and mention.form == "name" and not mention.plural:
            names.setdefault(mention.sentence, {})[mention.start] = mention.end
    counted: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.unit == "people" and figure.share_of is None and figure.best < MOST:
            counted.setdefault(figure.sentence, []).append(figure)
    found: list[Telling] = []
    for number, sentence in enumerate(sentences):
        if _speaks_of_harm(sentence.tokens) and not is_aside(sentences, number):
            found += _of_sentence(number, sentence.tokens, names.get(number, {}), counted.get(number, ()), len(found))
    return [_called_in_full(telling, families) for telling in found]


def _families(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """The last name of each first name that the report gives to one person only ("Dana": "okoro")."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        parts = [part for part in re.findall(r"\w+", (mention.name or "").lower()) if part not in SUFFIXES]
        if mention.kind == "person" and mention.form == "name" and not mention.plural and len(parts) > 1:
            found.setdefault(parts[0], set()).add(parts[-1])
    return {given: next(iter(last)) for given, last in found.items() if len(last) == 1}


def _called_in_full(telling: Telling, families: Mapping[str, str]) -> Telling:
    """A telling of "Dana" as one of Dana Okoro."""
    person = telling.person
    if person.name is None or person.given is not None or person.name not in families:
        return telling
    return replace(telling, person=replace(person, name=families[person.name], given=person.name))


def is_aside(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence is no telling of what the report is about: a link to another report ("Related: …", a line
    without an end), or a count over a stretch of time.
    """
    sentence = sentences[number]
    tokens = sentence.tokens
    if sentence.paragraph > 1 and tokens[-1].lower not in ENDINGS and len(tokens) < LONGEST_LINE:
        return True
    if (
        sentence.paragraph > 0
        and tokens[0].lower in casualties().links
        and ":" in {token.lower for token in tokens[:4]}
    ):
        return True
    text = " ".join(token.lower for token in tokens)
    return any(phrase in text for phrase in casualties().background)


def _speaks_of_harm(tokens: Sequence[Token]) -> bool:
    return any(map(_is_of_harm, tokens))


def _is_of_harm(token: Token) -> bool:
    return token.lower in _words_of_harm() or token.lemma in _lemmas_of_harm() or verb_of(token) in casualties().done


@cache
def _words_of_harm() -> frozenset[str]:
    table = casualties()
    return frozenset().union(table.state, table.living, table.phrases)


@cache
def _lemmas_of_harm() -> frozenset[str]:
    return frozenset().union(casualties().does, casualties().nouns)


def _of_sentence(
    number: int, tokens: Sequence[Token], names: Mapping[int, int], figures: Sequence[Figure], order: int
) -> Iterable[Telling]:
    """The tellings of one sentence; who is joined by "and" shares a fate ("a man and two women were killed")."""
    single = [person for person in find_persons(tokens, names) if not is_teller(tokens, person)]
    persons = _with_counted(single, _counted(tokens, figures))
    fates = [fate_of(tokens, person) if person.count is None else person.fate for person in persons]
    gaps = find_gaps(tokens, persons, fates)
    governed = [is_governed(tokens, person) for person in persons]
    share_fates(tokens, persons, gaps, fates, governed)
    listed = 0
    named = find_members(tokens, persons, gaps)
    for at, (person, fate) in enumerate(zip(persons, fates, strict=True)):
        listed += at > 0 and gaps[at - 1] != "is"
        if fate:
            fresh = any(token.lower in casualties().fresh for token in tokens[person.first : person.head + 1])
            if fresh and governed[at] and person.article == "another" and not any(fates[:at]):
                fresh = False  # "a boy shot another boy": other than the one who shot
            start, end = tokens[person.first].start, tokens[person.last - 1].end
            beside = (at > 0 and gaps[at - 1] == "and") or (at < len(gaps) and gaps[at] == "and")
            within = at in named or _is_within(tokens, person)
            yield Telling(
                number,
                start,
                end,
                person,
                fate,
                fresh,
                governed[at],
                order,
                listed,
                beside,
                within,
                _ordinal(tokens, person),
            )


def _is_within(tokens: Sequence[Token], person: Person) -> bool:
    """ "five people, including two women"; but "a boy among four shot" tells of four."""
    before = {token.lower for token in tokens[max(0, person.first - 3) : person.first]}
    return bool(before & (WITHIN if person.count is None else WITHIN - {"among"}))


def _ordinal(tokens: Sequence[Token], person: Person) -> int:
    """The 4 of "a fourth man"."""
    if person.form == "name":
        return 0
    return max((ORDINALS.get(token.lower, 0) for token in tokens[person.first : person.head + 1]), default=0)


def _counted(tokens: Sequence[Token], figures: Sequence[Figure]) -> list[Person]:
    """The counted people of a sentence ("two women"), as persons with a count."""
    found = []
    for figure in figures:
        inside = [at for at, token in enumerate(tokens) if figure.start <= token.start < figure.end]
        sent = bool(inside) and _sent(tokens, inside[0], inside[-1] + 1)
        relation = "hospitalised" if sent else figure.relation or ""
        harm = RELATIONS.get(relation)
        tells = bool(inside) and word(tokens, inside[-1] + 1) in SAYING  # "two witnesses said that a boy was shot"
        fate = Fate(harm, weak=relation in {"hospitalised", "critical"}) if harm and not tells else None
        first = word(tokens, inside[0]) if inside else ""
        alone = sent and not any(token.lower in DEADLY for token in tokens)  # "killed one and sent two to the hospital"
        label = figure.best > 1 and bool(inside) and word(tokens, inside[-1]) in casualties().nouns  # "Orno 9 death"
        if label:
            continue
        if inside and word(tokens, inside[0] - 1) not in PICTURES and word(tokens, inside[-1] + 1) not in YEARS_OLD:
            found.append(
                Person(
                    inside[0],
                    inside[-1] + 1,
                    inside[-1],
                    "noun",
                    "all" if alone or {word(tokens, inside[0] - 1), first} & ALL else first,
                    count=int(figure.best),
                    fate=fate,
                    part="of" in {token.lower for token in tokens[inside[0] : inside[-1] + 3]},
                )
            )
    return [*found, *_bare(tokens, found)]


def _sent(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "sent four people to the hospital"."""
    after = [word(tokens, at) for at in range(last, last + 4)]
    return tokens[first - 1].lemma == "send" and after[:1] == ["to"] and bool({"hospital", "hospitals"} & set(after))


def _bare(tokens: Sequence[Token], known: Sequence[Person]) -> Iterable[Person]:
    """ "4 shot in Orno club": a number right before a verb of harm, with no noun."""
    for at, token in enumerate(tokens[:-1]):
        number = read_number(tokens, at)
        if number is None or number.first != at or not 1 < number.value < MOST or number.last >= len(tokens):
            continue
        verb = tokens[number.last].lower
        harm = casualties().state.get(verb) if verb in HIT else None
        free = not any(each.first <= at < each.last for each in known)
        if harm and free and word(tokens, number.last + 1) not in grammar().be:
            yield Person(at, number.last, at, "noun", token.lower, count=int(number.value), fate=Fate("hit"))


def _with_counted(persons: Sequence[Person], counted: Sequence[Person]) -> list[Person]:
    """Both in order; "one man" stands among the single persons, and what is part of a count does not."""
    kept = [each for each in counted if each.count != 1 or not any(_overlap(each, person) for person in persons)]
    free = [person for person in persons if not any(_overlap(person, each) for each in kept)]
    return sorted([*free, *kept], key=lambda person: person.first)


def _overlap(one: Person, other: Person) -> bool:
    return one.first < other.last and other.first < one.last
