"""What a sentence says happened to one person: killed, hurt, or hit ("was shot") with the outcome left open."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.casualties.lexicon import Harm, casualties
from reportedly.reading.figures.casualties.persons import DETERMINERS, PRONOUNS, Fate, Person
from reportedly.reading.figures.counted import looks_verbal
from reportedly.reading.figures.lexicon import grammar, verb_of
from reportedly.reading.figures.numbers import read_number, word
from reportedly.reading.figures.quantities import phrase_starting
from reportedly.reading.reading import Token

RIGHT = 26
"""How many words after a person are looked through."""
ENDS = frozenset({".", ";", "!", "?", ":", "(", "when", "while", "because", "until", "although", "—", "--", "where", "whose", "charge", "charges", "charged", "suspected", "accused", "sentenced", "convicted", "count", "counts"})
JOINTS = frozenset({"and", "but", ",", "after", "before", "as", "that", "which"})
REFLEXIVE = frozenset({"himself", "herself", "self", "themselves"})
FATAL = frozenset({"fatal", "deadly"})
WEAPONS = frozenset({"gun", "weapon", "rifle", "handgun", "pistol", "shotgun", "revolver", "it"})
ADVERBS = frozenset({"fatally", "accidentally", "allegedly", "also", "later", "seriously", "critically", "badly", "mortally"})
UNCHANGED = frozenset({"hit", "hurt"})
"""Participles that look like the verb itself."""
PASSED = frozenset({"dead", "down", "and", "both", "of", "the", "his", "her", "their", "its", "a", "an", "one"})


def fate_of(tokens: Sequence[Token], person: Person) -> Fate | None:
    """What the sentence says of a person; None where it tells of no harm to them."""
    if word(tokens, person.head + 1) in {"'s", "'"} and person.form != "pronoun":
        return _owned(tokens, person)
    if word(tokens, person.head) in REFLEXIVE:
        return _by_own_hand(tokens, person.head)
    if person.article in {"no", "any"}:
        return None
    if _is_open(tokens, person.first) or _is_agent(tokens, person.first):
        return None
    found: set[str] = set()
    if word(tokens, person.head) in casualties().deceased:
        found.add("killed")
    found |= _before_noun(tokens, person)
    found |= _as_object(tokens, person.first)
    found |= _as_subject(tokens, person.last, governed=bool(found))
    return _judged(found)


def is_governed(tokens: Sequence[Token], person: Person) -> bool:
    """Whether a verb of harm has the person as its object."""
    return bool(_as_object(tokens, person.first))


def _judged(found: set[str]) -> Fate | None:
    for harm in ("killed", "hurt", "hit"):
        if harm in found:
            return Fate(harm, "living" in found, "own" in found)  # type: ignore[arg-type]
    return Fate("hurt", living=True, weak=True) if "living" in found else None


def _by_own_hand(tokens: Sequence[Token], at: int) -> Fate | None:
    """ "shot himself", "turned the gun on herself"."""
    if word(tokens, at - 1) == "on" and word(tokens, at - 2) in WEAPONS:
        return Fate("killed", own=True)
    harm = casualties().done.get(verb_of(tokens[at - 1])) if at else None
    if harm is None or _is_open(tokens, at):
        return None
    return Fate("killed" if word(tokens, at - 2) == "fatally" else harm, own=True)


def _owned(tokens: Sequence[Token], person: Person) -> Fate | None:
    """ "the boy's death", "Okoro's injuries"."""
    for at in range(person.head + 2, min(person.head + 6, len(tokens))):
        harm = _noun_harm(tokens[at])
        if harm:
            if _noun_harm_at(tokens, at + 1) == "killed" or word(tokens, at - 1) in FATAL:
                harm = "killed"
            return _judged({harm, *_as_subject(tokens, at + 1, governed=True)} if harm != "killed" else {harm})
        if not tokens[at].lower.isalpha() or tokens[at].lower in grammar().be:
            return None
    return None


def _is_open(tokens: Sequence[Token], first: int) -> bool:
    """ "tried to kill a man", "could have killed her"."""
    return any(word(tokens, at) in casualties().open for at in range(max(0, first - 4), first))


def _is_agent(tokens: Sequence[Token], first: int) -> bool:
    """ "was shot by a friend"."""
    return word(tokens, first - 1) == "by"


def _before_noun(tokens: Sequence[Token], person: Person) -> set[str]:
    """ "the slain officer", "a murder victim"."""
    table = casualties().before
    if person.form == "pronoun":
        return set()
    found = {table[token.lower] for token in tokens[person.first : person.head] if token.lower in table}
    if found and any(token.lower in FATAL for token in tokens[person.first : person.head]):
        found.add("killed")
    return found


def _as_object(tokens: Sequence[Token], first: int) -> set[str]:
    """The verb or the noun that governs the person: "killing a man", "left a man dead", "the death of a man"."""
    table, at = casualties(), first - 1
    found: set[str] = set()
    if word(tokens, at) == "of":
        while at > 0 and at > first - 5:
            at -= 1
            harm = _noun_harm(tokens[at])
            if harm:
                found.add(harm)
                if word(tokens, at - 1) in table.before:
                    found.add(table.before[word(tokens, at - 1)])
                if word(tokens, at - 1) in FATAL or word(tokens, at - 2) in FATAL:
                    found.add("killed")
                return found
        return found
    for _ in range(5):
        lower = word(tokens, at)
        if not lower:
            return found
        harm = table.done.get(verb_of(tokens[at])) if lower != "gun" else None
        if harm and _acts(tokens, at):
            found.add(harm)
            if word(tokens, at - 1) == "fatally":
                found.add("killed")
            if word(tokens, at - 1) != "and":
                return found
            at -= 2
            continue
        if lower in PASSED or lower in ADVERBS:
            if lower == "dead":
                found.add("killed")
            at -= 1
            continue
        break
    return found - {"killed"} if found == {"killed"} and not any(table.done.get(verb_of(t)) for t in tokens[max(0, first - 4) : first]) else found


def _noun_harm(token: Token) -> Harm | None:
    return casualties().nouns.get(token.lower) or casualties().nouns.get(token.lemma)


def _noun_harm_at(tokens: Sequence[Token], at: int) -> Harm | None:
    return _noun_harm(tokens[at]) if at < len(tokens) else None


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb acts on what follows it: "killing a man", and no "was shot, a man said"."""
    before = at - 1
    while word(tokens, before) in ADVERBS:
        before -= 1
    return word(tokens, before) not in grammar().be - {"believed", "feared"} and word(tokens, before) not in DETERMINERS


def _as_subject(tokens: Sequence[Token], last: int, *, governed: bool) -> set[str]:
    """What is said after a person: "was shot and killed", "died", "is in critical condition"."""
    table, found = casualties(), set[str]()
    passive = denied = False
    at = last
    while at < min(last + RIGHT, len(tokens)):
        token = tokens[at]
        lower = token.lower
        if lower in ENDS or ((at > last or lower == "as") and _opens_clause(tokens, at)) or lower in table.open:
            break
        phrase = phrase_starting(table.phrases, tokens, at)
        if phrase:
            if set(phrase[0]) & REFLEXIVE or "own" in phrase[0]:
                if governed:
                    break
                found.add("own")
            found.add(phrase[1])
            at += len(phrase[0])
            continue
        if lower in table.negation:
            denied = True
        elif lower in table.living:
            found.add("living" if not denied else "hurt" if "expected" in {word(tokens, at - 2), word(tokens, at - 1)} else "killed")
        elif lower == "fatally" and at == last and verb_of(tokens[min(at + 1, len(tokens) - 1)]) not in table.done:
            found.add("killed")
        elif lower in grammar().be:
            passive = True
        else:
            harm = _told(tokens, at, passive=passive)
            if harm == "ends":
                break
            if harm:
                if denied or (governed and word(tokens, at + 1) in REFLEXIVE):
                    break
                found.add("killed" if "fatally" in (word(tokens, at - 1), word(tokens, at + 1)) else harm)
                if word(tokens, at + 1) in REFLEXIVE:
                    found.add("own")
            elif _is_other_verb(tokens, at, passive=passive):
                break
        at += 1
    return found


def _told(tokens: Sequence[Token], at: int, *, passive: bool) -> str | None:
    """The harm that a word tells of the subject before it; "ends" where the word is done to somebody else."""
    table, token = casualties(), tokens[at]
    if token.lemma in table.does:
        return table.does[token.lemma]
    if token.lower in table.state and token.lower not in {"shot", "wounded", "injured", "wound"}:
        return table.state[token.lower]
    harm = table.done.get(verb_of(token))
    if harm is None:
        return None
    if word(tokens, at + 1) in REFLEXIVE:
        return harm
    if token.lower == verb_of(token) and token.lower not in UNCHANGED:
        return "ends"
    if token.lower.endswith("ing") or (not passive and (token.lower.endswith("s") or _acts_on(tokens, at + 1))):
        return "ends"
    return harm


def _acts_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object follows the verb, or another verb with one ("shot and killed a man")."""
    while word(tokens, at) in {"and", "fatally"} and at + 1 < len(tokens) and verb_of(tokens[at + 1]) in casualties().done:
        at += 2
    return _opens_object(tokens, at)


def _opens_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object starts at a token: the verb before it is active."""
    lower = word(tokens, at)
    if lower in {"in", "by", "at", "and", ",", ".", "", "to", "on", "during", "multiple", "several", "once", "twice", "near", "outside", "inside", "while", "after", "dead"}:
        return False
    if lower in DETERMINERS or lower in PRONOUNS or lower in {"them", "at", "someone", "two", "three"}:
        return True
    return at < len(tokens) and (tokens[at].text[0].isupper() or read_number(tokens, at) is not None) and not lower.endswith("day")


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a new subject begins after a joint ("and a woman", ", who" goes on)."""
    if tokens[at].lower not in JOINTS:
        return False
    following = word(tokens, at + 1)
    if tokens[at].lower in {"that", "as"}:
        return True
    return following in DETERMINERS - {"her", "his", "no", "the"} or following in {"he", "she", "they", "police", "two", "three", "four", "five", "officers", "the", "other", "others", "someone"} or (
        tokens[at].lower in {"and", "but", "after", "before"} and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper() and at > 0
    )


def _is_other_verb(tokens: Sequence[Token], at: int, *, passive: bool) -> bool:
    """Whether a word is another verb of the person, after which the search ends ("the man said")."""
    token = tokens[at]
    if token.lower in grammar().auxiliary or token.lower in grammar().be or token.lemma in casualties().onward:
        return token.lower in {"said", "reported"}
    if not token.lower.isalpha() or token.lower.endswith("ing"):
        return False
    if token.lower in {"said", "says", "told", "tells", "saw", "heard", "charged", "arrested", "accused", "fired", "fled", "shoots", "opened", "confessed", "pleaded", "faces", "admitted"}:
        return not (token.lower == "admitted" and passive)
    if not passive and token.lower.endswith("s") and token.lemma != token.lower and word(tokens, at + 1) not in {"", "of", "in"}:
        return word(tokens, at - 1) not in DETERMINERS and _opens_object(tokens, at + 1)
    return looks_verbal(token) and not passive
