"""Who takes part in a trigger, told by the parse: active, passive, nominal and participial constructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.reading.events.arguments import Phrase, is_object_start, object_after
from reportedly.reading.events.grammar import CAPITAL, REPORT, listed, word_list
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.lexicon import GAP, has_frame
from reportedly.reading.events.matches import Found, Match, belongs, fits, words_of
from reportedly.reading.events.ontology import ontology
from reportedly.reading.events.participants import Cast
from reportedly.reading.events.tree import NOMINAL, Tree
from reportedly.reading.reading import Mention

COMPLEMENTS = ("of", "on", "against", "to", "into", "with")
SITES = frozenset({"in", "at", "from", "over", "for", "near"})
"""Prepositions of a complement that is another side only where it is no place ("fired at [them]", not "in [Orno]")."""
PARTIES = frozenset({"person", "group", "organisation", "place", "facility", "nationality"})


CREDIT = frozenset({"responsibility", "credit"})
CLAIMING = frozenset({"claim", "accept", "admit", "assume", "take"})
POWERS = frozenset({"nationality", "place", "organisation", "group"})


class ByParse:
    """Reads matches in one sentence by its tree."""

    def __init__(
        self,
        layout: Layout,
        tree: Tree,
        mentions: Sequence[Mention],
        indexes: Sequence[int],
        sites: frozenset[int] = frozenset(),
    ) -> None:
        self.sites = sites
        self.layout = layout
        self.tree = tree
        self.mentions = mentions
        self.cast = Cast(layout, tree, mentions, indexes)

    def read(self, match: Match) -> Found | None:
        """The event that a match tells; None where the words do not stand as its frame asks for."""
        if not self._hangs_together(match) or self._has_other_particle(match):
            return None
        frame = match.pattern.frame
        if frame == "nouns":
            return self._noun(match)
        if frame == "states":
            return self._state(match)
        return self._verb(match) if frame == "verbs" else self._intransitive(match)

    def untyped(self, at: int) -> Iterator[Found]:
        """An event that no type fits: a verb of doing, with somebody who does it and what it is done to."""
        tree, layout = self.tree, self.layout
        if layout.keys[at] in word_list("stative_verbs") or layout.has(at, REPORT) or not self._is_told(at):
            return
        passive = tree.is_passive(at)
        subject = self.cast.phrase(self.cast.subject(at))
        other = self.cast.phrase(self.cast.agent(at) if passive else self.cast.object(at))
        if subject is None or not subject.mentions or (other is None and not passive):
            return
        others = tuple(m for m in (other.mentions if other else ()) if m not in subject.mentions)
        actors, recipients = (others, subject.mentions) if passive else (subject.mentions, others)
        yield Found("other", "verbs", at, at, (layout.keys[at],), actors, recipients, None, at)

    def _is_told(self, at: int) -> bool:
        """Whether a verb tells what happened: in the past or the perfect, no state ("is heavily mined") and no half of a
        word ("foreign-[flagged]").
        """
        if "Tense=Past" not in self.tree.morph[at] or self.tree.plain[at] in {"amod", "csubj"}:
            return False
        if at and self.layout.tokens[at - 1].end == self.layout.tokens[at].start:
            return False
        auxiliaries = {self.tree.words[kid] for kid in self.tree.kids(at, "aux")}
        return not auxiliaries & {"is", "are"} or bool(auxiliaries & {"being", "been"})

    def _hangs_together(self, match: Match) -> bool:
        """Whether the words of a match are one construction: each hangs on another of them, or one word above it."""
        if len(match.at) == 1:
            return True
        inside = set(match.at)
        return all(self._touches(at, inside) for at in match.at)

    def _has_other_particle(self, match: Match) -> bool:
        """ "find [out]", "free [up]": with a particle that the pattern does not have the verb says something else."""
        if len(match.at) > 1 or match.pattern.frame == "nouns":
            return False
        return any(
            self.tree.relations[kid] == "compound:prt" and self.tree.words[kid] in {"out", "up"}
            for kid in self.tree.children[match.first]
        )

    def _touches(self, at: int, inside: set[int]) -> bool:
        parent = self.tree.heads[at]
        if parent in inside or any(kid in inside for kid in self.tree.children[at]):
            return True
        return (
            parent < 0 or self.tree.heads[parent] in inside or any(kid in inside for kid in self.tree.children[parent])
        )

    def _verb(self, match: Match) -> Found | None:
        tree, verb = self.tree, self._predicate(match.first)
        if tree.is_passive(verb):
            undergoer = self.cast.phrase(self.cast.subject(verb))
            agents = (self.cast.agent(at) for at in (verb, *match.at))
            agent = self.cast.phrase(next((at for at in agents if at is not None), None))
            return self._build(match, agent, self._named_target(match) or undergoer)
        target = self._target(match)
        subject = self.cast.phrase(self.cast.subject(verb))
        if target is None and (self._wants_object(match) or self._tells_a_clause(match)):
            return self._build(match, None, subject) if self._is_bare_participle(match) else None
        return self._build(match, subject, target)

    def _wants_object(self, match: Match) -> bool:
        """Whether an active verb without an object says something else: it has a sense of its own ("the ship sank"), or
        is one of doing ("fans [cheered] in the stands", "it is going to [hurt]").
        """
        pattern = match.pattern
        if has_frame(pattern, "acts") or has_frame(pattern, "befalls"):
            return True
        return len(match.at) == 1 and pattern.type not in listed("senses", "without_object")

    def _is_bare_participle(self, match: Match) -> bool:
        """ "Two [killed] in a blast", "one man died and three [injured]": a passive that has lost its auxiliary."""
        tree, verb = self.tree, match.first
        if len(match.at) > 1 or not tree.is_past_participle(verb) or tree.kid(verb, "aux", "cop", "ccomp", "xcomp"):
            return False
        return not has_frame(match.pattern, "acts") and not has_frame(match.pattern, "befalls")

    def _tells_a_clause(self, match: Match) -> bool:
        """ "The study [found] that …", "a man who [began] to shout": what is said there is another event."""
        clause = self.tree.kid(match.first, "ccomp", "xcomp")
        return clause is not None and clause not in match.at and match.pattern.type not in listed("senses", "with_clause")

    def _named_target(self, match: Match) -> Phrase | None:
        """In a passive the object that the pattern itself opens ("control [of the town] was handed over")."""
        last = match.last
        if match.pattern.object is None or not self._is_preposition(last):
            return None
        return self.cast.phrase(self.tree.heads[last]) if self.tree.heads[last] not in match.at else None

    def _is_preposition(self, at: int) -> bool:
        adposition = self.tree.upos[at] == "ADP" and self.tree.relations[at] != "compound:prt"
        return self.tree.plain[at] == "case" or adposition

    def _target(self, match: Match) -> Phrase | None:
        """What an active verb is done to: what the last preposition of the pattern opens, else its object."""
        last = match.last
        direct = self.cast.object(match.first)
        opened = self._opened_by(match, last)
        inner = direct if direct is not None and direct not in match.at else None
        heads = (opened, inner) if GAP not in match.pattern.words or opened is not None else (inner, opened)
        phrases = [phrase for phrase in map(self.cast.phrase, heads) if phrase is not None]
        if not phrases and is_object_start(self.layout, last + 1) and not self._is_complete(match.first):
            beside = object_after(self.layout, last + 1)
            phrases = [beside] if beside is not None else []
        named = next((phrase for phrase in phrases if phrase.mentions), None)
        if named is not None:
            return named
        loose = self.cast.complement(match.first, COMPLEMENTS) or self.cast.complement(last, COMPLEMENTS)
        if loose is not None and loose.mentions:
            return replace(loose, head=phrases[0].head if phrases else match.last, loose=True)
        own = self._own_object(direct) if direct in match.at else None
        if own is not None:
            return own
        return phrases[0] if phrases else None

    def _own_object(self, noun: int | None) -> Phrase | None:
        """The noun of a pattern where it is somebody ("expelled [two diplomats]"), else what it belongs to ("saved [the
        boy]'s life").
        """
        own = self.cast.phrase(noun)
        if noun is None or own is None or (not own.loose and self._is_somebody(own)):
            return own
        owner = next((kid for kid in self.tree.kids(noun, "nmod") if self.tree.relations[kid] == "nmod:poss"), None)
        mention = None if owner is None or self.cast.is_owner(owner) else self.cast.mention(owner)
        return None if mention is None else Phrase((mention,), noun)

    def _is_somebody(self, phrase: Phrase) -> bool:
        return any(self.mentions[index].kind in {"person", "group", "nationality"} for index in phrase.mentions)

    def _is_complete(self, verb: int) -> bool:
        """Whether the tree gives the verb a complement that leaves no room for an object."""
        return self.tree.kid(verb, "ccomp", "xcomp") is not None

    def _opened_by(self, match: Match, last: int) -> int | None:
        """What a pattern's last word opens: a preposition's noun, or the complement of a noun ("lay [siege] to it")."""
        if len(match.at) == 1:
            return None
        if self._is_preposition(last):
            head = self.tree.heads[last]
            return head if head >= 0 and head not in match.at else None
        if self.tree.upos[last] in NOMINAL:
            return next((k for k in self.tree.kids(last, "nmod") if self.tree.case(k) in COMPLEMENTS), None)
        return None

    def _intransitive(self, match: Match) -> Found | None:
        pattern, verb = match.pattern, self._predicate(match.first)
        if self.tree.is_passive(verb) and pattern.words[0] != "be":
            return None
        if self._tells_a_clause(match):
            return None
        opened = self._opened_by(match, match.last)
        direct = self.cast.object(verb)
        if direct is not None and direct not in match.at and not self._is_measure(direct) and opened is None:
            return None
        subject = self.cast.phrase(self.cast.subject(verb))
        if pattern.frame == "befalls" and pattern.undergoes:
            return self._build(match, None, subject)
        other = self.cast.phrase(opened) or self._other_side(verb, pattern.type)
        return self._build(match, subject, other)

    def _is_measure(self, word: int) -> bool:
        """ "fell [5 percent]", "retreated [three miles]": no object of the deed."""
        return self.cast.mention(word) is None and self.tree.kid(word, "nummod") is not None

    def _other_side(self, word: int, type_id: str) -> Phrase | None:
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

    def _build(self, match: Match, actor: Phrase | None, recipient: Phrase | None) -> Found | None:
        """The event, unless a constraint on its subject or object is not met."""
        pattern = match.pattern
        intransitive = pattern.frame == "befalls" and pattern.undergoes
        subject = recipient if intransitive else actor
        target = None if intransitive else recipient
        if not fits(self.layout, self.mentions, pattern, subject, target):
            return None
        actors = actor.mentions if actor else ()
        told = () if recipient is None or (recipient.loose and pattern.undergoes) else recipient.mentions
        recipients = tuple(m for m in told if m not in actors)
        words = words_of(self.layout, match)
        anchor = self._predicate(match.first)
        return Found(pattern.type, pattern.frame, match.first, match.last, words, actors, recipients, None, anchor)

    def _predicate(self, word: int) -> int:
        """The word that carries a verb's negation and modals: for a copula what it links ("will [be] in control")."""
        return self.tree.heads[word] if self.tree.plain[word] in {"cop", "aux"} else word

    def _state(self, match: Match) -> Found | None:
        """ "is missing", "left 500 people homeless", "the ship aground in the canal"; no "[missing] plane"."""
        who = self.cast.phrase(self._in_state(match.first))
        if who is None:
            return None
        words = words_of(self.layout, match)
        return Found(match.pattern.type, "states", match.first, match.last, words, (), who.mentions, None, match.first)

    def _in_state(self, word: int) -> int | None:
        tree = self.tree
        if tree.kid(word, "nsubj") is not None:
            return self.cast.subject(word)
        parent = tree.heads[word]
        if parent < 0 or tree.plain[word] == "compound":
            return None
        if tree.upos[parent] in NOMINAL:
            return parent if parent < word and tree.plain[word] in {"amod", "acl", "advmod", "nmod"} else None
        if tree.plain[word] in {"xcomp", "advmod", "obl", "obj", "advcl", "compound", "conj", "ccomp"}:
            told = tree.kid(parent, "obj")
            return told if told is not None and told != word else self.cast.subject(parent)
        return None

    def _noun(self, match: Match) -> Found | None:
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
        """A modifier that is no party says only what kind of event it is ("[ballistic missile] launch"), a town where it
        was ("the [Orno] attacks").
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
        beside = self._other_side(top, type_id) or (self._other_side(light, type_id) if light is not None else None)
        other = of or beside
        actors = agent.mentions if agent else ()
        recipients = other.mentions if other else ()
        if of is not None and type_id in listed("nominal", "of_acts"):
            return of.mentions, beside.mentions if beside else ()
        if owner and (match.pattern.undergoes or (type_id in listed("nominal", "owner_undergoes") and not recipients)):
            return (owner, recipients) if self._is_power(type_id, top, owner) else (actors, owner)
        return (owner or actors), recipients

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
