"""Who takes part in a trigger, told by the parse: active, passive, nominal and participial constructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.events.arguments import Phrase, is_object_start, object_after
from reportedly.reading.events.grammar import REPORT, listed, word_list
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.lexicon import GAP, Pattern, has_frame
from reportedly.reading.events.matches import Found, Match, fits, words_of
from reportedly.reading.events.nominals import Nominals
from reportedly.reading.events.participants import Cast
from reportedly.reading.events.tree import NOMINAL, Tree
from reportedly.reading.reading import Mention
from reportedly.records import replace

COMPLEMENTS = ("of", "on", "against", "to", "into", "with")

BEARERS = frozenset({"person", "group", "nationality", "organisation", "vehicle", "place", "facility"})


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
        self.layout = layout
        self.tree = tree
        self.mentions = mentions
        self.cast = Cast(layout, tree, mentions, indexes)
        self.nominals = Nominals(layout, tree, mentions, self.cast, sites)

    def read(self, match: Match) -> Found | None:
        """The event that a match tells; None where the words do not stand as its frame asks for."""
        if not self._hangs_together(match) or self._has_other_particle(match):
            return None
        frame = match.pattern.frame
        if frame == "nouns":
            return self.nominals.read(match)
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
        """Whether a verb tells what happened: in the past or the perfect, no state ("is heavily mined") and no half
        of a word ("foreign-[flagged]").
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
        if clause is None or clause in match.at:
            return False
        return match.pattern.type not in listed("senses", "with_clause")

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
        """The noun of a pattern where something can be done to it ("expelled [two diplomats]"), else what it belongs
        to ("saved [the boy]'s life").
        """
        own = self.cast.phrase(noun)
        if noun is None or own is None or (not own.loose and self._can_bear(own)):
            return own
        owner = next((kid for kid in self.tree.kids(noun, "nmod") if self.tree.relations[kid] == "nmod:poss"), None)
        mention = None if owner is None or self.cast.is_owner(owner) else self.cast.mention(owner)
        return None if mention is None else Phrase((mention,), noun)

    def _can_bear(self, phrase: Phrase) -> bool:
        return any(self.mentions[index].kind in BEARERS for index in phrase.mentions)

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
        other = self.cast.phrase(opened) or self.nominals.other_side(verb, pattern.type)
        return self._build(match, subject, other)

    def _is_measure(self, word: int) -> bool:
        """ "fell [5 percent]", "retreated [three miles]": no object of the deed."""
        return self.cast.mention(word) is None and self.tree.kid(word, "nummod") is not None

    def _build(self, match: Match, actor: Phrase | None, recipient: Phrase | None) -> Found | None:
        """The event, unless a constraint on its subject or object is not met."""
        pattern = match.pattern
        intransitive = pattern.frame == "befalls" and pattern.undergoes
        subject = recipient if intransitive else actor
        target = None if intransitive else recipient
        if not fits(self.layout, self.mentions, pattern, subject, target):
            return None
        actors = actor.mentions if actor else ()
        told = () if recipient is None or self._is_described(pattern, recipient) else recipient.mentions
        recipients = tuple(m for m in told if m not in actors)
        words = words_of(self.layout, match)
        anchor = self._predicate(match.first)
        return Found(pattern.type, pattern.frame, match.first, match.last, words, actors, recipients, None, anchor)

    def _is_described(self, pattern: Pattern, recipient: Phrase) -> bool:
        """ "The [Velmian] debate started": nothing happens to a mere word beside the noun, but to an owner it may."""
        owned = any(self.tree.relations[kid] == "nmod:poss" for kid in self.tree.children[recipient.head])
        return recipient.loose and pattern.undergoes and not owned

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
