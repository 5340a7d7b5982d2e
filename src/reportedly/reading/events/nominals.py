"""Event nouns told by the parse: "the fall of the city", "rebel attacks on the post", "launched an assault"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.events.arguments import Phrase
from reportedly.reading.events.grammar import CAPITAL, listed, word_list
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.matches import Found, Match, belongs, words_of
from reportedly.reading.events.ontology import ontology
from reportedly.reading.events.participants import Cast
from reportedly.reading.events.tree import Tree
from reportedly.reading.reading import Mention

SITES = frozenset({"in", "at", "from", "over", "for", "near"})
"""Prepositions of a complement that is another side only where it is no place ("fired at [them]", not "in [Orno]")."""
PARTIES = frozenset({"person", "group", "organisation", "place", "facility", "nationality"})
CREDIT = frozenset({"responsibility", "credit"})
CLAIMING = frozenset({"claim", "accept", "admit", "assume", "take"})
POWERS = frozenset({"nationality", "place", "organisation", "group"})


class Nominals:
    """Reads matches of event nouns in one sentence; ``sites`` are mentions that name a place smaller than a country."""

    def __init__(
        self, layout: Layout, tree: Tree, mentions: Sequence[Mention], cast: Cast, sites: frozenset[int]
    ) -> None:
        self.layout = layout
        self.tree = tree
        self.mentions = mentions
        self.cast = cast
        self.sites = sites

    def read(self, match: Match) -> Found | None:
        """The event that a noun tells; None where it tells of none here."""
        if not self._is_event_noun(match):
            return None
        owner = self._owner(match)
        of = self._linked(match, ("of",))
        light = self._light_verb(match)
        if match.pattern.object and not self._meets(match, owner, of, light):
            return None
        actors, recipients = self._noun_roles(match, owner, of, light)
        if self._is_generic(match) and light is None and not (actors or recipients):
            return None
        if light is not None and not actors and not self.tree.is_passive(light):
            subject = self.cast.phrase(self.cast.subject(light))
            actors = tuple(m for m in subject.mentions if m not in recipients) if subject else ()
        elif light is not None and not actors:
            agent = self.cast.phrase(self.cast.agent(light))
            actors = agent.mentions if agent else ()
        elif not actors:
            maker = self._maker(self.top(match))
            actors = maker.mentions if maker else ()
        recipients = tuple(m for m in recipients if m not in actors)
        words = words_of(self.layout, match)
        anchor = match.first if light is None else light
        return Found(match.pattern.type, "nouns", match.first, match.last, words, actors, recipients, None, anchor)

    def top(self, match: Match) -> int:
        """The word of a match that carries the others in the tree."""
        return self.tree.top(match.first, match.last + 1)

    def _is_event_noun(self, match: Match) -> bool:
        """Not part of a name, nor the modifier of a thing ("rescue workers"), nor after a prefix ("anti-")."""
        layout, tree, top = self.layout, self.tree, self.top(match)
        if len(match.at) == 1 and tree.upos[top] not in {"NOUN", "PROPN"} and not self._is_gerund_noun(top):
            return False
        owner = layout.owner[match.first]
        named = any(i >= 0 and self.mentions[i].form == "name" for i in (owner, layout.inner[match.first]))
        if named and layout.has(match.first, CAPITAL) and match.first:
            return False
        if match.first > 1 and layout.word(match.first - 2) in listed("nominal", "not_events_after"):
            return layout.tokens[match.first - 1].text not in {"-", "–"}
        if tree.plain[top] not in {"compound", "nmod"} or tree.case(top) or tree.heads[top] < top:
            return True
        return tree.relations[top] == "nmod:poss" or layout.keys[tree.heads[top]] in listed("nominal", "event_heads")

    def _is_gerund_noun(self, top: int) -> bool:
        """A verb form used as a noun: "the [shelling] of the town" where the tagger calls it a verb."""
        return self.tree.upos[top] == "VERB" and self.tree.kid(top, "det") is not None

    def _owner(self, match: Match) -> tuple[int, ...]:
        """The mention that owns or modifies the noun ("[Orno]'s fall", "[rebel] attack", "[coalition] airstrikes")."""
        top = self.top(match)
        found: list[int] = []
        for kid in self.tree.children[top]:
            if self.tree.relations[kid] != "nmod:poss" and self.tree.plain[kid] not in {"compound", "amod"}:
                continue
            if kid in match.at or kid > top or self.layout.dated[kid]:
                continue
            mention = self.cast.mention(kid)
            inner = self.layout.inner[kid]
            if mention is None and inner >= 0 and inner != self.layout.inner[top]:
                mention = inner
            if mention is not None and self._can_own(mention, kid):
                found.append(mention)
        if not found:
            found.extend(self._owner_of_modifier(top))
        parent = self.tree.heads[top]
        if not found and self.tree.plain[top] == "compound" and parent >= 0:
            return self._owner_of_head(parent, top)
        return tuple(found[:1] if len(found) > 1 else found)

    def _owner_of_modifier(self, top: int) -> Iterator[int]:
        """ "[Velmo]'s long range missile launch": the owner may hang on a word before the noun."""
        for kid in self.tree.kids(top, "compound", "amod"):
            for deep in self.tree.kids(kid, "nmod"):
                mention = self.cast.mention(deep) if self.tree.relations[deep] == "nmod:poss" else None
                if mention is not None:
                    yield mention

    def _can_own(self, mention: int, word: int) -> bool:
        """A modifier that is no party says only what kind of event it is ("[ballistic missile] launch"), a town where
        it was ("the [Orno] attacks").
        """
        if self.tree.relations[word] == "nmod:poss":
            return True
        return self.mentions[mention].kind in PARTIES and mention not in self.sites

    def _owner_of_head(self, head: int, top: int) -> tuple[int, ...]:
        """ "[Velmo]'s rescue operation": the owner stands with the head noun."""
        for kid in self.tree.kids(head, "nmod", "compound", "amod"):
            mention = self.cast.mention(kid) if kid != top and kid < top else None
            if mention is not None:
                return (mention,)
        return ()

    def _linked(self, match: Match, prepositions: Sequence[str]) -> Phrase | None:
        return self.cast.complement(self.top(match), prepositions)

    def _meets(self, match: Match, owner: tuple[int, ...], of: Phrase | None, light: int | None) -> bool:
        """Whether a noun has the complement or owner that its pattern asks for ("fall [place]")."""
        wanted = match.pattern.object
        if wanted is not None and wanted.startswith("!"):
            sides = (of, Phrase(owner, match.first) if owner else None)
            return all(belongs(self.layout, self.mentions, side, wanted) for side in sides)
        if of is not None:
            return belongs(self.layout, self.mentions, of, wanted)
        if owner and belongs(self.layout, self.mentions, Phrase(owner, match.first), wanted):
            return True
        other = self._linked(match, ("on", "against"))
        if other is None and light is not None:
            other = self.cast.complement(light, ("on", "against"))
        return other is not None and belongs(self.layout, self.mentions, other, wanted)

    def _noun_roles(
        self, match: Match, owner: tuple[int, ...], of: Phrase | None, light: int | None
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Actors and recipients of an event noun from its owner and complements."""
        type_id, top = match.pattern.type, self.top(match)
        agent = self.cast.phrase(self.cast.agent(top))
        beside = self.other_side(top, type_id) or (self.other_side(light, type_id) if light is not None else None)
        other = of or beside
        actors = agent.mentions if agent else ()
        recipients = other.mentions if other else ()
        if of is not None and type_id in listed("nominal", "of_acts") and not self._is_place(of):
            return of.mentions, beside.mentions if beside else ()
        if owner and (match.pattern.undergoes or (type_id in listed("nominal", "owner_undergoes") and not recipients)):
            return (owner, recipients) if self._is_power(type_id, top, owner) else (actors, owner)
        return (owner or actors), recipients

    def _is_place(self, phrase: Phrase) -> bool:
        """ "a tour of [the island]": the island does nothing."""
        return any(self.mentions[index].kind in {"place", "facility"} for index in phrase.mentions)

    def _is_power(self, type_id: str, top: int, owner: tuple[int, ...]) -> bool:
        """Whether a modifier names who holds others ("in [Velmian] custody", "[police] detention")."""
        beside = not any(self.tree.relations[kid] == "nmod:poss" for kid in self.tree.children[top])
        powers = all(self.mentions[index].kind in POWERS for index in owner)
        return beside and powers and ontology().is_against(type_id)

    def _is_generic(self, match: Match) -> bool:
        """A bare plural that points to no particular event ("a stage for [executions]", "[attacks] are rare")."""
        top = self.top(match)
        if "Number=Plur" not in self.tree.morph[top] or self.tree.kid(top, "det", "nummod") is not None:
            return False
        if self.tree.kid(top, "acl") is not None or self._is_counted(top):
            return False
        clause = self.layout.clause[top]
        return not any(dated and self.layout.clause[at] == clause for at, dated in enumerate(self.layout.dated))

    def _is_counted(self, top: int) -> bool:
        """ "a series of [attacks]": so many are particular ones."""
        parent = self.tree.heads[top]
        return parent >= 0 and self.tree.case(top) == "of" and self.layout.keys[parent] in word_list("series")

    def _light_verb(self, match: Match) -> int | None:
        """The verb that the noun completes and that adds no event of its own ("[launched] an attack")."""
        top = self.top(match)
        verb = self.tree.heads[top]
        while verb >= 0 and self.tree.plain[top] in {"conj", "compound"}:
            top, verb = verb, self.tree.heads[verb]
        if self._is_counted(top):
            top, verb = verb, self.tree.heads[verb]
        if verb < 0 or self.tree.upos[verb] != "VERB" or self.layout.keys[verb] not in word_list("light_verbs"):
            return None
        carried = self.tree.plain[top] == "obj" or self.tree.relations[top] == "nsubj:pass"
        relative = self.tree.relations[verb] == "acl:relcl"
        return verb if carried and not relative else None

    def _claimant(self, word: int) -> Phrase | None:
        tree, keys = self.tree, self.layout.keys
        if keys[word] == "responsible" and tree.kid(word, "aux", "advmod") is None:
            return self.cast.phrase(tree.kid(word, "nsubj"))
        verb = tree.heads[word]
        if keys[word] not in CREDIT or verb < 0 or keys[verb] not in CLAIMING or tree.is_passive(verb):
            return None
        return self.cast.phrase(self.cast.subject(verb))

    def _maker(self, top: int) -> Phrase | None:
        """Who makes the event noun in a relative clause with a light verb ("the commitment that [we] made"), or has
        claimed it ("[the group] claimed responsibility for the attack").
        """
        if self.tree.case(top) == "for":
            return self._claimant(self.tree.heads[top])
        for verb in self.tree.kids(top, "acl"):
            light = self.layout.keys[verb] in word_list("light_verbs")
            if light and self.tree.relations[verb] == "acl:relcl" and not self.tree.is_passive(verb):
                subject = self.cast.subject(verb)
                return self.cast.phrase(subject) if subject != top else None
            if light and self.tree.is_passive(verb):
                return self.cast.phrase(self.cast.agent(verb))
        return None

    def other_side(self, word: int, type_id: str) -> Phrase | None:
        """The other side in a complement; a place after "in" or "at" is where it happened, after "on" where nothing is
        done against it ("held a drill on [the island]").
        """
        sites = SITES if ontology().is_against(type_id) else SITES | {"on"}
        for kid in self.tree.kids(word, "obl", "nmod"):
            case = self.tree.case(kid)
            if case not in listed("nominal", "recipient_prepositions") or self.layout.dated[kid]:
                continue
            phrase = self.cast.phrase(kid)
            if phrase is None or not phrase.mentions or (case == "with" and self._is_means(phrase)):
                continue
            if case in sites and all(self.mentions[m].kind in {"place", "facility", "other"} for m in phrase.mentions):
                continue
            return phrase
        return None

    def _is_means(self, phrase: Phrase) -> bool:
        """ "an attack with [explosives]": no other side."""
        return all(self.mentions[index].kind == "weapon" for index in phrase.mentions)
