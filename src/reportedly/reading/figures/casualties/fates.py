"""What a sentence says happened to one person: killed, hurt, or hit ("was shot") with the outcome left open."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.casualties.lexicon import HARMS, Harm, casualties
from reportedly.reading.figures.casualties.persons import DETERMINERS, PRONOUNS, Fate, Person, is_person
from reportedly.reading.figures.counted import looks_verbal
from reportedly.reading.figures.lexicon import grammar, verb_of
from reportedly.reading.figures.numbers import read_number, word
from reportedly.reading.figures.quantities import phrase_starting
from reportedly.reading.reading import Token

RIGHT = 26
"""How many words after a person are looked through."""
OF_REACH = 5
"""How many words before "of" are looked through for the noun that governs a person."""
REFLEXIVE = frozenset({"himself", "herself", "self", "themselves"})
UNCHANGED = frozenset({"hit", "hurt"})
"""Participles that look like the verb itself."""
AMBIGUOUS = frozenset({"shot", "wounded", "injured", "wound"})
"""States that are verbs too; they are read as verbs, active or passive."""
WEAPONS = frozenset({"gun", "weapon", "rifle", "handgun", "pistol", "shotgun", "revolver", "it"})
ADVERBS = frozenset(
    {"fatally", "accidentally", "allegedly", "also", "later", "seriously", "critically", "badly", "mortally"}
)
PASSED = frozenset({"dead", "down", "and", "both", "of", "the", "his", "her", "their", "its", "a", "an", "one"})
JOINTS = frozenset({"and", "but", ",", "after", "before", "as", "that", "which"})


def fate_of(tokens: Sequence[Token], person: Person) -> Fate | None:
    """What the sentence says of a person; None where it tells of no harm to them."""
    if person.article in {"no", "any"} or word(tokens, person.first - 1) == "not":
        return None
    if word(tokens, person.head + 1) in {"'s", "'"} and person.form != "pronoun":
        return _owned(tokens, person)
    if word(tokens, person.head) in REFLEXIVE:
        return _by_own_hand(tokens, person.head)
    if _is_open(tokens, person.first) or word(tokens, person.first - 1) == "by":  # "shot by a friend"
        return None
    found: set[str] = {"killed"} if word(tokens, person.head) in casualties().deceased else set()
    found |= _before_noun(tokens, person) | _as_object(tokens, person.first)
    return _judged(found | _as_subject(tokens, person.last, governed=bool(found)))


def is_teller(tokens: Sequence[Token], person: Person) -> bool:
    """ "According to police Sgt. Dana Okoro, a man was shot": who tells it."""
    before = [token.lower for token in tokens[max(0, person.first - 8) : person.first]]
    return "according" in before and "," not in before[before.index("according") :]


def is_governed(tokens: Sequence[Token], person: Person) -> bool:
    """Whether a verb or a noun of harm has the person as its object."""
    return bool(_as_object(tokens, person.first))


def _judged(found: set[str]) -> Fate | None:
    """The gravest harm that the words tell."""
    for harm in HARMS:
        if harm in found:
            return Fate(harm, "living" in found, "own" in found)
    return Fate("hurt", living=True, weak=True) if "living" in found else None


def _by_own_hand(tokens: Sequence[Token], at: int) -> Fate | None:
    """ "shot himself", "turned the gun on herself"."""
    if word(tokens, at - 1) == "on" and word(tokens, at - 2) in WEAPONS:
        return Fate("killed", own=True)
    harm = casualties().done.get(verb_of(tokens[at - 1])) if at else None
    if harm is None or _is_open(tokens, at):
        return None
    return Fate("killed" if word(tokens, at - 2) in {"fatally", "before"} else harm, own=True)


def _owned(tokens: Sequence[Token], person: Person) -> Fate | None:
    """ "the boy's death", "Okoro's injuries", "a teen's fatal shooting"."""
    for at in range(person.head + 2, min(person.head + 6, len(tokens))):
        harm = _noun_harm(tokens, at)
        if harm and word(tokens, at + 1) in casualties().trials:
            return None  # "the deputy's murder trial"
        if harm:
            grave = _noun_harm(tokens, at + 1) == "killed" or word(tokens, at - 1) in casualties().fatal
            if grave or harm == "killed":
                return Fate("killed")
            return _judged({harm, *_as_subject(tokens, at + 1, governed=True)})
        if not tokens[at].lower.isalpha() or tokens[at].lower in grammar().be:
            return None
    return None


def _noun_harm(tokens: Sequence[Token], at: int) -> Harm | None:
    if not 0 <= at < len(tokens) or (tokens[at].lower == "body" and word(tokens, at + 1) in casualties().worn):
        return None
    return casualties().nouns.get(tokens[at].lower) or casualties().nouns.get(tokens[at].lemma)


def _is_open(tokens: Sequence[Token], first: int) -> bool:
    """ "tried to kill a man", "could have killed her"."""
    return any(word(tokens, at) in casualties().open for at in range(max(0, first - 4), first))


def _before_noun(tokens: Sequence[Token], person: Person) -> set[str]:
    """ "the slain officer", "a murder victim", "a fatal shooting victim"."""
    table = casualties()
    before = [token.lower for token in tokens[person.first : person.head]] if person.form != "pronoun" else []
    found: set[str] = {table.before[each] for each in before if each in table.before}
    return found | ({"killed"} if found and table.fatal & set(before) else set())


def _as_object(tokens: Sequence[Token], first: int) -> set[str]:
    """The verb or the noun that governs the person: "killing a man", "left a man dead", "the death of a man"."""
    if word(tokens, first - 1) == "of":
        return _of_noun(tokens, first - 1)
    table, at, found = casualties(), first - 1, set[str]()
    while at >= 0 and at > first - OF_REACH - 1:
        lower = word(tokens, at)
        harm = table.done.get(verb_of(tokens[at])) if lower != "gun" else None
        if harm and word(tokens, at - 1) == "or":
            break  # "to harm or kill another person"
        if harm and _acts(tokens, at):
            found |= {harm, "killed"} if word(tokens, at - 1) == "fatally" else {harm}
            if word(tokens, at - 1) != "and":
                return found
            at -= 2
        elif lower in PASSED or lower in ADVERBS:
            at -= 1
        else:
            break
    return found | ({"killed"} if found and "dead" in {token.lower for token in tokens[at + 1 : first]} else set())


def _of_noun(tokens: Sequence[Token], of: int) -> set[str]:
    """ "the death of", "the fatal shooting of", "the shooting death of"."""
    table = casualties()
    for at in range(of - 1, max(-1, of - OF_REACH), -1):
        harm = _noun_harm(tokens, at)
        if harm:
            before = {word(tokens, at - 1), word(tokens, at - 2)}
            return {harm} | ({"killed"} if before & table.fatal else set())
    return set()


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb acts on what follows it: "killing a man", and no "was shot, a man said"."""
    before = at - 1
    while word(tokens, before) in ADVERBS:
        before -= 1
    return word(tokens, before) not in grammar().be and word(tokens, before) not in DETERMINERS


def _as_subject(tokens: Sequence[Token], last: int, *, governed: bool) -> set[str]:
    """What is said after a person: "was shot and killed", "died", "is in critical condition"."""
    table, found = casualties(), set[str]()
    passive = denied = False
    at = last
    while at < min(last + RIGHT, len(tokens)) and not _stops(tokens, at, last):
        lower = tokens[at].lower
        phrase = phrase_starting(table.phrases, tokens, at)
        own = _is_reflexive(tokens, at, len(phrase[0]) if phrase else 0)
        if phrase:
            if own and governed:
                break
            found |= {phrase[1], "own"} if own else {phrase[1]}
            at += len(phrase[0])
            continue
        if lower in table.living:
            found.add(_of_living(tokens, at, denied=denied))
        elif lower == "fatally" and at == last and verb_of(tokens[min(at + 1, len(tokens) - 1)]) not in table.done:
            found.add("killed")  # "five were shot, one fatally"
        else:
            harm = _told(tokens, at, passive=passive)
            if harm == "ends" or (harm and (denied or (own and governed))):
                break
            if harm:
                found.add("killed" if "fatally" in (word(tokens, at - 1), word(tokens, at + 1)) else harm)
                found |= {"own"} if own else set()
            elif _is_other_verb(tokens, at, passive=passive):
                break
        passive, denied = passive or lower in grammar().be, denied or lower in table.negation
        at += 1
    return found


def _stops(tokens: Sequence[Token], at: int, last: int) -> bool:
    lower = tokens[at].lower
    if lower in casualties().ends or lower in casualties().open:
        return True
    if lower == "who" and at > last and is_person(tokens, at - 1):
        return True  # "the mother of a boy who shot himself"
    if lower == "that" and word(tokens, at + 1) in DETERMINERS | set(PRONOUNS):
        return True  # "told an officer that his son was shot"
    return (at > last or lower in {"as", "after", "before"}) and _opens_clause(tokens, at)


def _is_reflexive(tokens: Sequence[Token], at: int, length: int) -> bool:
    """Whether the phrase at a token, or the verb there, is done to oneself: "shot himself", "took her own life"."""
    if length:
        return any(token.lower in REFLEXIVE or token.lower == "own" for token in tokens[at : at + length])
    return word(tokens, at + 1) in REFLEXIVE


def _of_living(tokens: Sequence[Token], at: int, *, denied: bool) -> str:
    """ "survived", and what its denial means: "did not survive" is dead, "is not expected to survive" is hurt."""
    if not denied:
        return "living"
    return "hurt" if "expected" in {word(tokens, at - 2), word(tokens, at - 1)} else "killed"


def _told(tokens: Sequence[Token], at: int, *, passive: bool) -> str | None:
    """The harm that a word tells of the subject before it; "ends" where the word is done to somebody else."""
    table, token = casualties(), tokens[at]
    if token.lemma in table.does:
        return table.does[token.lemma]
    if token.lower in table.state and token.lower not in AMBIGUOUS:
        return table.state[token.lower]
    verb = verb_of(token)
    harm = table.done.get(verb)
    if harm is None or word(tokens, at + 1) in REFLEXIVE:
        return harm
    if token.lower.endswith("ing"):
        return None if _is_deed(tokens, at) else "ends"
    if token.lower == verb and token.lower not in UNCHANGED:
        return "ends"
    return "ends" if not passive and (token.lower.endswith("s") or _acts_on(tokens, at + 1)) else harm


def _is_deed(tokens: Sequence[Token], at: int) -> bool:
    """ "wounded in a drive-by shooting", "hurt in shooting": a noun after "in", and no verb with an object."""
    before = {word(tokens, place) for place in range(max(0, at - OF_REACH), at)}
    return bool(before & {"in", "during"}) and not _opens_object(tokens, at + 1)


def _acts_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object follows the verb, or another verb with one ("shot and killed a man")."""
    done = casualties().done
    while word(tokens, at) in {"and", "fatally"} and at + 1 < len(tokens) and verb_of(tokens[at + 1]) in done:
        at += 2
    return _opens_object(tokens, at)


def _opens_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object starts at a token: the verb before it is active."""
    lower = word(tokens, at)
    if lower in casualties().circumstance:
        return False
    if lower in DETERMINERS or lower in PRONOUNS or lower in casualties().object:
        return True
    begins = at < len(tokens) and (tokens[at].text[0].isupper() or read_number(tokens, at) is not None)
    return begins and not lower.endswith("day")


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a new subject begins after a joint ("and a woman"; ", who" goes on)."""
    joint, following = tokens[at].lower, word(tokens, at + 1)
    if joint not in JOINTS or joint in {"that", "as"}:
        return joint in {"that", "as"}
    if following in DETERMINERS - {"her", "his", "no"} or following in casualties().subjects:
        return True
    if joint in {"after", "before"} and at + 1 < len(tokens) and is_person(tokens, at + 1):
        return True  # "Teen surrenders after girl is hurt"
    return joint in {"and", "but", "after", "before"} and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()


def _is_other_verb(tokens: Sequence[Token], at: int, *, passive: bool) -> bool:
    """Whether a word is another verb of the person, after which the search ends ("the man said")."""
    token = tokens[at]
    if token.lower in casualties().acting:
        return True
    passed = token.lower in grammar().auxiliary or token.lower in grammar().be or token.lemma in casualties().onward
    if passed or not token.lower.isalpha() or token.lower.endswith("ing"):
        return False
    present = not passive and token.lower.endswith("s") and token.lemma != token.lower
    if present and word(tokens, at + 1) not in {"", "of", "in"}:
        return word(tokens, at - 1) not in DETERMINERS and _opens_object(tokens, at + 1)
    return looks_verbal(token) and not passive
