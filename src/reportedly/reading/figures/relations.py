"""What is said of the things counted: the relation that the words around a quantity give it.

Without a parse, the governor is found by position: a participle inside the noun phrase ("the 12 trapped boys"), the
verb right before it ("killed 12 people"), the first verb after it ("12 people were killed", "100 militants
surrendered"), a noun that governs by "of" ("the surrender of 275 extremists"), or the count that a toll names ("the
death toll rose to 45").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportedly.reading.figures.counted import looks_verbal
from reportedly.reading.figures.lexicon import grammar, nouns, relations, verb_of
from reportedly.reading.figures.numbers import HYPHENS, read_number, word
from reportedly.reading.figures.quantities import phrase_ending, phrase_starting
from reportedly.reading.reading import Token

PENDING = frozenset({("yet", "to"), ("has", "to"), ("have", "to"), ("still", "to"), ("remains", "to")})
MISCOUNTED = 6
RIGHT, LEFT = 16, 18
"""How many words after and before a quantity are looked through."""
APPOSITION = 26
"""The most words of what stands between commas before the verb."""


WOUNDED = frozenset({"shot", "injured"})
DENIED = {"killed": "unharmed", "injured": "unharmed", "shot": "unharmed", "cleared": "uncleared"}
"""What a denial says of the counted ("were not hurt"); other denied verbs say nothing of them."""
HARM = frozenset({"killed", "injured"})
HURT = HARM | WOUNDED
"""Relations that no later verb takes back: "12 dead miners were brought up" counts the dead."""


def relation_of(
    tokens: Sequence[Token], first: int, phrase: int, head: int | None, last: int, spanned: frozenset[str]
) -> str | None:
    """The relation of the quantity over ``[first, last)`` whose counted words run from ``phrase`` to ``head``; None
    where nothing tells it.
    """
    found = _found(tokens, first, phrase, head, last, spanned)
    return "killed" if found in WOUNDED and _is_fatal(tokens, first, last) else found


def _is_fatal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "fatally shot two men", "two men were fatally shot", "shot two men to death"."""
    around = tokens[max(0, first - 4) : first] if first else ()
    after = tokens[last : last + 6]
    deeds = [(one.lower, verb_of(other)) for one, other in pairwise([*around, *after])]
    if any(one == "fatally" and other in relations().object for one, other in deeds):
        return True
    words = [token.lower for token in after]
    return ("to", "death") in pairwise(words) or ("shot", "fatally") in pairwise(words)


def _found(
    tokens: Sequence[Token], first: int, phrase: int, head: int | None, last: int, spanned: frozenset[str]
) -> str | None:
    inside = _inside(tokens, phrase, head, spanned)
    result = _result(tokens, last)
    if inside == "injured" and word(tokens, first + 1) == "of" and _predicate(tokens, last) == "killed":
        return "killed"  # "two of the injured died"
    return (
        (inside if inside in HARM or _is_state(tokens, head) else None)
        or (None if result == "aboard" else result)
        or ("counted" if _is_miscounted(tokens, last) else None)
        or _nominal(tokens, head)
        or _taken(tokens, first, head)
        or _located(tokens, first, last)
        or (_toll(tokens, first) if head is None else None)
        or _predicate(tokens, last)
        or inside
        or _toll(tokens, first)
        or _governed(tokens, first)
        or _weak(tokens, head)
    )


def _is_state(tokens: Sequence[Token], head: int | None) -> bool:
    """Whether what is counted is itself a state ("eight missing")."""
    return head is not None and tokens[head].lower in nouns().states


def _inside(tokens: Sequence[Token], phrase: int, head: int | None, spanned: frozenset[str]) -> str | None:
    """ "12 trapped boys", "30 injured", "the remaining five": a state inside the noun phrase."""
    table = relations()
    words = [tokens[index].lower for index in range(phrase, head + 1)] if head is not None else []
    for each in [*words, *sorted(spanned)]:
        found = table.adjective.get(each)
        if found:
            return found
    for index in range(phrase, head + 1 if head is not None else phrase):
        lemma = tokens[index].lemma
        if tokens[index].lower.endswith("ed") and lemma in table.object and (index != head or _is_state(tokens, head)):
            return table.object[lemma]
    return None


def _result(tokens: Sequence[Token], last: int) -> str | None:
    """A state right after: "left 12 people dead", "12 people and their guide, missing", "25 crew on board", "get
    all 13 out".
    """
    table = relations()
    at = _past_companions(tokens, last)
    for step in range(3):
        found = phrase_starting(table.after, tokens, at + step)
        if found:
            return found[1]
        state = table.adjective.get(word(tokens, at + step))
        if state and not _acts(tokens, at + step):
            return state
        if word(tokens, at + step) not in grammar().linking:
            break
    if word(tokens, last) == "out" and not (word(tokens, last + 1) == "of" and _counts_on(tokens, last + 2)):
        return "exited"
    return None


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is an active verb here: "100 militants killed five soldiers", "the men left the town"."""
    return tokens[at].lower in {"left", "killed", "injured", "wounded", "hurt"} and _takes_object(tokens, at + 1)


def _past_companions(tokens: Sequence[Token], last: int) -> int:
    """Past "and their guide" and a comma before a state ("six hikers and their guide, missing since May")."""
    at = last
    if word(tokens, at) == "and" and word(tokens, at + 1) in grammar().companions and word(tokens, at + 2).isalpha():
        at += 3
    comma = word(tokens, at) == ","
    return (
        at + comma if word(tokens, at + comma) in relations().adjective and word(tokens, at + comma) != "left" else last
    )


def _is_miscounted(tokens: Sequence[Token], last: int) -> bool:
    """ "one body had been counted twice": said of the counting, not of the dead."""
    for at in range(last, min(last + MISCOUNTED, len(tokens))):
        if tokens[at].lower in grammar().breaks:
            return False
        if tokens[at].lemma in relations().object and relations().object[tokens[at].lemma] == "counted":
            return any(word(tokens, near) in grammar().wrongly for near in (at - 1, at + 1))
    return False


def _counts_on(tokens: Sequence[Token], at: int) -> bool:
    at += word(tokens, at) in {"the", "a", "about"}
    return at < len(tokens) and read_number(tokens, at) is not None


def _nominal(tokens: Sequence[Token], head: int | None) -> str | None:
    """ "45 deaths", "20 injuries": the counted noun names what happened."""
    if head is None:
        return None
    lemma = nouns().plurals.get(tokens[head].lower, tokens[head].lemma)
    found = relations().noun.get(lemma)
    return found if found in {"killed", "injured", "casualties", "arrested", "abducted"} else None


def people_of(tokens: Sequence[Token], phrase: int, head: int) -> str | None:
    """Who is counted where the noun only tells what happened to them; None where the noun names them itself.

    "45 deaths" and "eight dead" are people, "12 civilian deaths" civilians: the relation says the rest.
    """
    lemma = nouns().plurals.get(tokens[head].lower, tokens[head].lemma)
    named = tokens[head].lower in nouns().states or lemma in nouns().harms
    if not named:
        return None
    before = tokens[head - 1].lower if head > phrase else ""
    if head > phrase and tokens[head - 1].text[0].isupper() and not before.endswith("s"):
        return f"{before}s"
    if nouns().classes.get(before) == "people":
        return next((plural for plural, one in nouns().plurals.items() if one == before), f"{before}s")
    return "people"


def _weak(tokens: Sequence[Token], head: int | None) -> str | None:
    """ "31 passengers", "40 survivors": a noun that tells a relation where no verb does."""
    if head is None:
        return None
    return relations().noun.get(nouns().plurals.get(tokens[head].lower, tokens[head].lemma))


def _object(tokens: Sequence[Token], first: int) -> str | None:
    """The verb right before: "killing at least 12", "pulled out four boys", "claimed the lives of 30"."""
    table = relations()
    at = first
    for _ in range(4):
        phrase = phrase_ending(table.before, tokens, at)
        if phrase:
            return phrase[1]
        lower = word(tokens, at - 1)
        if at > 0 and verb_of(tokens[at - 1]) in table.object and _is_verb(tokens, at - 1):
            return table.object[verb_of(tokens[at - 1])]
        if lower == "and" and word(tokens, at - 2) in grammar().reflexive:
            at -= 2
        elif lower in grammar().passed and not _is_place(tokens, at - 1):
            at -= 1
        else:
            return None
    return None


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """ "a shooting at 4439 Oak Street", against "at least": an "at" that no bound goes on from."""
    return word(tokens, at) == "at" and word(tokens, at + 1) not in {"least", "most", "a"}


def _located(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The verb right before; "found four people had been shot" says more of them than that they were found."""
    governed = _object(tokens, first)
    if governed != "found":
        return governed
    said = _first_verb(tokens, last)
    return said[0] if said and said[0] in HURT else governed


def _taken(tokens: Sequence[Token], first: int, head: int | None) -> str | None:
    """ "claimed 40 lives", "cost more than 20 lives": lives that are claimed or lost are deaths."""
    if head is None or tokens[head].lower != "lives":
        return None
    return "killed" if _object(tokens, first) in {"claimed", "lost", "cost"} else None


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word acts on what follows it, as a verb and not in the passive ("were killed, 12 of them")."""
    if word(tokens, index - 1) in {"was", "were", "been", "being", "be", "a", "the"}:
        return False
    if word(tokens, index - 1) in {"to", "of"} and any(
        token.lemma in grammar().wishes for token in tokens[max(0, index - 4) : index]
    ):
        return False
    return tokens[index].lower != "round" or word(tokens, index + 1) == "up"


def _predicate(tokens: Sequence[Token], last: int) -> str | None:
    """What the verb says of a subject; after a relative clause the main verb counts ("divers who had stayed inside
    came out").
    """
    found = _first_verb(tokens, last)
    if found is None or found[0] in HARM or word(tokens, last) not in {"who", "which", "that"}:
        return found[0] if found else None
    later = _first_verb(tokens, found[1] + 1)
    return later[0] if later else found[0]


def _first_verb(tokens: Sequence[Token], last: int) -> tuple[str, int] | None:
    """The first verb with a relation, as active or passive, and its index; "remain" where its complement says no
    more.
    """
    passive = pending = denied = False
    staying: tuple[str, int] | None = None
    last = _past_apposition(tokens, last)
    for at in range(last, min(last + RIGHT, len(tokens))):
        token = tokens[at]
        if token.lower in grammar().breaks or _counts_anew(tokens, at):
            break
        if token.lower in grammar().be:
            passive = True
            staying = ("remaining", at) if token.lemma == "remain" else staying
            pending = pending or (word(tokens, at - 2), word(tokens, at - 1)) in PENDING
            phrase = phrase_starting(relations().after, tokens, at)
            if phrase:
                return phrase[1], at + len(phrase[0]) - 1
            continue
        found = _said_by(tokens, at, passive=passive)
        if found == "aboard":
            staying = ("aboard", at)
        elif found:
            if denied:
                undone = DENIED.get(found)
                return (undone, at) if undone else None
            return (f"un{found}" if pending else found), at
        denied = denied or token.lower in {"not", "n't", "never"}
        if token.lower not in grammar().auxiliary and _ends_search(token, at > last, passive=passive):
            break
    return staying


def _past_apposition(tokens: Sequence[Token], last: int) -> int:
    """Past what names the counted ("three others, a woman and two men, ages 20 and 22, were hurt")."""
    if word(tokens, last) != ",":
        return last
    for at in range(last + 1, min(last + APPOSITION, len(tokens) - 1)):
        if tokens[at].lower in grammar().breaks or tokens[at].lower in {"who", "which"}:
            return last
        if tokens[at].lower == "," and tokens[at + 1].lower in {"were", "are", "have", "had", "was"}:
            return at + 1
    return last


def _counts_anew(tokens: Sequence[Token], at: int) -> bool:
    """Whether another count begins that is not joined to the first ("12,000 acres, and was 5% contained")."""
    return tokens[at].lower[0].isdigit() and word(tokens, at - 1) not in grammar().joints


def _said_by(tokens: Sequence[Token], at: int, *, passive: bool) -> str | None:
    """The relation that the word at an index gives to the subject before it."""
    table, token = relations(), tokens[at]
    phrase = phrase_starting(table.after, tokens, at)
    if phrase:
        return phrase[1]
    if token.lemma in grammar().conveying and any(
        word(tokens, at + step) in grammar().hospitals for step in range(1, 8)
    ):
        return "hospitalised"
    if token.lower in table.adjective and passive and (token.lower != "left" or word(tokens, at + 1) != "out"):
        return table.adjective[token.lower]
    if token.lemma in table.subject and (not passive or token.lower.endswith("ing")) and _is_finite(tokens, at):
        return table.subject[token.lemma]
    verb = verb_of(token)
    participle = verb in table.object and token.lower != verb and not token.lower.endswith(("ing", "s"))
    if participle or (passive and token.lower in {"hurt", "hit", "cut"}):
        acts = not passive and _takes_object(tokens, at + 1)
        return None if acts else table.object.get(verb)
    return None


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form can be the verb of a clause: no noun after a determiner, and not the month of March."""
    if tokens[at].text == "March":
        return False
    return word(tokens, at - 1) not in {"the", "a", "an", "of", "in", "for", "at", "his", "their"}


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object starts at a token: "100 militants killed five soldiers" is no count of killed militants."""
    lower = word(tokens, at)
    if lower in grammar().object_starts:
        return word(tokens, at) != "at" or word(tokens, at + 1) == "least"
    return at < len(tokens) and (
        read_number(tokens, at) is not None or (tokens[at].text[0].isupper() and not lower.endswith("day"))
    )


def _ends_search(token: Token, moved: bool, *, passive: bool) -> bool:
    """Whether an unknown word is the verb that we looked for: then nothing more is said of the figure."""
    if token.lower in HYPHENS or token.lower == ",":
        return False
    return (looks_verbal(token) and (moved or not passive) and not token.lower.endswith("ing")) or (
        passive and looks_verbal(token)
    )


def _toll(tokens: Sequence[Token], first: int) -> str | None:
    """ "the death toll rose to 45", "a toll of nine", "the number of missing stands at 20", "deaths reached 40"."""
    table, valued = relations(), False
    if word(tokens, first - 1) == "by" and _grew(tokens, first - 1):
        return "increase"  # "the toll rose by 12 to 42": 12 is no toll
    for at in range(first - 1, max(-1, first - LEFT), -1):
        lower = word(tokens, at)
        if lower == ":" and at == first - 1:
            continue
        if at == first - 2 and word(tokens, at + 1) == ":" and lower in table.adjective:
            return table.adjective[lower]
        if lower in grammar().breaks:
            return None
        valued = valued or tokens[at].lemma in table.value - {"be", "come", "go"}
        if lower in nouns().tolls and valued:
            return table.noun.get(tokens[at].lemma)
        if lower in table.toll and (lower != "death" or word(tokens, at + 1) == "toll"):
            return "injured" if word(tokens, at - 1) in {"injury", "injured"} else table.toll[lower]
        if lower == "number" and word(tokens, at + 1) == "of":
            return _numbered(tokens, at + 2, first)
        if lower in table.adjective:
            continue
        if (
            looks_verbal(tokens[at])
            and tokens[at].lemma not in table.value
            and lower not in grammar().auxiliary
            and tokens[at].lemma not in table.object
        ):
            return None
    return None


def _grew(tokens: Sequence[Token], at: int) -> bool:
    """Whether a toll changes right before a token ("the death toll rose")."""
    before = tokens[max(0, at - LEFT) : at]
    toll = any(token.lower in relations().toll or token.lower in nouns().tolls for token in before)
    return toll and bool(before) and (before[-1].lemma in grammar().change or before[-1].lower in grammar().change)


def _numbered(tokens: Sequence[Token], start: int, first: int) -> str | None:
    """What "the number of …" counts, up to its value."""
    table = relations()
    for at in range(start, first):
        lemma = nouns().plurals.get(tokens[at].lower, tokens[at].lemma)
        found = table.adjective.get(tokens[at].lower) or table.noun.get(lemma) or table.object.get(tokens[at].lemma)
        if found:
            return found
    return None


def _governed(tokens: Sequence[Token], first: int) -> str | None:
    """ "the surrender of 275 extremists", "the deaths of more than 40": a noun that governs by "of"."""
    at = first - 1
    while word(tokens, at) in grammar().passed and at > 0:
        at -= 1
    if word(tokens, at) != "of" or at < 1:
        return None
    lemma = nouns().plurals.get(tokens[at - 1].lower, tokens[at - 1].lemma)
    return relations().noun.get(lemma)
