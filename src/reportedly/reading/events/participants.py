"""Who takes which part in a predicate, read off the dependency tree.

Subjects are followed through coordination ("came and [took]"), control ("urged crews to [free]"), participles ("the
boys [trapped] there") and relative clauses ("the ship that [blocks] the canal").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportedly.reading.events.arguments import Phrase
from reportedly.reading.events.grammar import listed, word_list
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.tree import NOMINAL, Tree
from reportedly.reading.reading import Mention

DEEPEST = 6
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use"})
"""Verbs whose subject, not object, does what the infinitive says ("threatened the town to [shell] it")."""
RELATIVES = frozenset({"who", "which", "that", "whom"})
OF_OBJECT = frozenset({"of", "from", "for", "into"})
"""Words after which a gerund says what the object does ("accused them of [looting]", "barred her from [suing]")."""
OWNED = ("of", "on", "against", "into", "to", "with")
NOUN_CONTROLS = ("planned", "possible", "hypothetical", "denied")
ACTING = frozenset({"person", "group", "organisation", "nationality", "vehicle", "place", "facility", "weapon"})


class Cast:
    """The mentions of one sentence by the word of the tree that stands for each."""

    def __init__(self, layout: Layout, tree: Tree, mentions: Sequence[Mention], indexes: Sequence[int]) -> None:
        self.layout = layout
        self.tree = tree
        self.mentions = mentions
        self.at: dict[int, int] = {}
        starts = {token.start: place for place, token in enumerate(layout.tokens)}
        for index in sorted(indexes, key=lambda i: mentions[i].end - mentions[i].start):
            first = starts.get(mentions[index].start)
            if first is not None:
                self.at[self._top(first, mentions[index])] = index

    def _top(self, first: int, mention: Mention) -> int:
        last = first
        while last + 1 < len(self.layout) and self.layout.tokens[last + 1].start < mention.end:
            last += 1
        return self.tree.top(first, last + 1)

    def mention(self, word: int) -> int | None:
        """The mention that a word stands for: the longest whose top it is, else the one whose head covers it."""
        found = self.at.get(word)
        if found is not None:
            return found
        inner = self.layout.inner[word]
        token = self.layout.tokens[word]
        if inner >= 0 and self.mentions[inner].head.start <= token.start < self.mentions[inner].head.end:
            return inner
        return None

    def phrase(self, word: int | None) -> Phrase | None:
        """The phrase headed by a word, with the members of its list; loose where only what owns it is a mention."""
        if word is None:
            return None
        members = [word, *self._joined(word)]
        named = tuple(dict.fromkeys(index for each in members for index in self._named(each)))
        if named:
            return Phrase(named, word)
        owners = tuple(dict.fromkeys(index for each in members for index in self._owners(each)))
        return Phrase(owners, word, loose=bool(owners))

    def _joined(self, word: int, depth: int = 0) -> Iterator[int]:
        """The other members of a list, also where the tree hangs each on the one before."""
        for kid in self.tree.kids(word, "conj"):
            if self.tree.upos[kid] in NOMINAL and self.tree.kid(kid, "nsubj", "cop") is None:
                yield kid
                if depth < DEEPEST:
                    yield from self._joined(kid, depth + 1)

    def _named(self, word: int) -> Iterator[int]:
        """The mention of a word; of a quantity, what it counts ("hundreds of [survivors]"); of a title, whose it is."""
        found = self.mention(word)
        if found is not None:
            if not self.is_owner(word):
                yield found
            return
        if self._is_quantity(word):
            counted = next((kid for kid in self.tree.kids(word, "nmod") if self.tree.case(kid) == "of"), None)
            if counted is not None:
                yield from self._named(counted)
            return
        for kid in self.tree.kids(word, "appos", "flat"):
            yield from self._named(kid)
        following = self.layout.owner[word + 1] if word + 1 < len(self.layout) else -1
        if following >= 0 and self.layout.owner[word] != following and self.tree.upos[word + 1] == "PROPN":
            yield following

    def is_owner(self, word: int) -> bool:
        """Whether a pronoun owns what follows it ("[her] house"), and is no object ("freed [her] three days later")."""
        return self.tree.relations[word] == "nmod:poss" and self.tree.upos[word] == "PRON"

    def _is_quantity(self, word: int) -> bool:
        return self.tree.upos[word] == "NUM" or self.tree.words[word] in word_list("quantities")

    def _owners(self, word: int) -> Iterator[int]:
        """The mentions that a noun without one belongs to ("[Velmo]'s violations", "an inquiry into [the firm]")."""
        for kid in self.tree.kids(word, "nmod", "obl", "compound", "amod"):
            beside = self.tree.plain[kid] in {"compound", "amod"} or self.tree.relations[kid] == "nmod:poss"
            if self.is_owner(kid) and self.layout.is_possessive_pronoun(kid):
                continue
            if beside or self.tree.case(kid) in OWNED:
                found = self.mention(kid)
                if found is not None:
                    yield found

    def subject(self, verb: int, depth: int = 0) -> int | None:
        """The word of the subject of a verb, also where it stands with another verb; None where none is found."""
        own = self._own_subject(verb)
        if own is not None:
            return self._antecedent(own, verb)
        if depth > DEEPEST or self.tree.heads[verb] < 0:
            return None
        return self._shared_subject(verb, self.tree.heads[verb], depth + 1)

    def _own_subject(self, verb: int) -> int | None:
        """The nearest subject to the left, else one to the right ("said [the minister]")."""
        subjects = list(self.tree.kids(verb, "nsubj", "csubj"))
        left = [word for word in subjects if word < verb]
        return left[-1] if left else next(iter(subjects), None)

    def _antecedent(self, word: int, verb: int) -> int:
        """What a relative pronoun stands for; any other word stands for itself."""
        if self.tree.words[word] not in RELATIVES:
            return word
        for at in (verb, *self.tree.above(verb)):
            if self.tree.relations[at] == "acl:relcl":
                return self.tree.heads[at]
        return word

    def _shared_subject(self, verb: int, parent: int, depth: int) -> int | None:
        relation, plain = self.tree.relations[verb], self.tree.plain[verb]
        if relation == "acl:relcl":
            return self.tree.heads[verb] if self.tree.is_passive(verb) else None
        if plain == "acl":
            return self._of_noun(verb, parent, depth)
        if plain == "conj":
            return self.subject(parent, depth) if self.is_verbal(parent) else None
        if plain in {"xcomp", "ccomp"}:
            return self._controller(verb, parent, depth)
        if plain == "advcl" and self.is_verbal(parent):
            told = self.tree.kid(parent, "obj") if self.tree.mark(verb) in OF_OBJECT else None
            return self.subject(parent, depth) if told is None else self._antecedent(told, parent)
        return None

    def is_verbal(self, word: int) -> bool:
        """Whether the word can have a subject: a verb, or what a copula links."""
        return self.tree.upos[word] in {"VERB", "AUX", "ADJ"} or self.tree.kid(word, "cop", "nsubj") is not None

    def _controller(self, verb: int, parent: int, depth: int) -> int | None:
        """Who does what an infinitive says: the object of the verb above before its subject; what is "used to
        [defraud]" does nothing.
        """
        told = self.tree.kid(parent, "obj", "iobj")
        if told is not None and told < verb and self.layout.keys[parent] not in SUBJECT_CONTROL:
            return self._antecedent(told, parent)
        if self.layout.keys[parent] == "use" and self.tree.is_passive(parent):
            return None
        return self.subject(parent, depth) if self.is_verbal(parent) else None

    def _of_noun(self, verb: int, noun: int, depth: int) -> int | None:
        """ "the boys [trapped] there" are its subject; of "their effort to [free] it" the owner is, or who makes it.

        So it is with any noun that is nobody ("received permission to [talk] to the coach").
        """
        if not self.tree.is_infinitive(verb) or self._can_act(noun):
            return noun
        owner = next((kid for kid in self.tree.kids(noun, "nmod") if self.tree.relations[kid] == "nmod:poss"), None)
        if owner is not None:
            return owner
        governor = self.tree.heads[noun]
        if governor >= 0 and self.tree.upos[governor] == "VERB" and self._is_made(noun):
            return self.subject(governor, depth)
        return None

    def _is_made(self, noun: int) -> bool:
        """ "made [an effort] to", "in [a bid] to", but not "despite [an order] to"."""
        return self.tree.plain[noun] == "obj" or (self.tree.plain[noun] == "obl" and self.tree.case(noun) == "in")

    def _can_act(self, noun: int) -> bool:
        """Whether a noun stands for somebody or something that can do things ("the first [girl] to flee")."""
        if any(self.layout.keys[noun] in listed("control_nouns", mode) for mode in NOUN_CONTROLS):
            return False
        mention = self.mention(noun)
        return self.tree.upos[noun] != "NOUN" or (mention is not None and self.mentions[mention].kind in ACTING)

    def object(self, verb: int) -> int | None:
        """The word of the object: its own, what its relative clause hangs on, or that of a verb joined to it."""
        own = self.tree.kid(verb, "obj", "iobj")
        if own is None:
            own = self._mistaken_object(verb)
        if own is not None:
            return self._antecedent(own, verb)
        if self.tree.relations[verb] == "acl:relcl" and self._lacks_object(verb):
            return self.tree.heads[verb]
        joined = self.tree.kid(verb, "conj")
        if joined is not None and self.tree.upos[joined] == "VERB" and not self._has_own_complement(verb, joined):
            shares = self.tree.kid(joined, "nsubj", "aux") is None and joined - verb <= 3
            return self.tree.kid(joined, "obj") if shares else None
        return None

    def _mistaken_object(self, verb: int) -> int | None:
        """A bare noun after an active verb that the tree gives another name than object."""
        if self.tree.is_passive(verb):
            return None
        subject = self._own_subject(verb)
        for kid in self.tree.kids(verb, "nsubj", "ccomp", "obl"):
            bare = self.tree.upos[kid] in {"NOUN", "PROPN", "PRON"} and not self.tree.case(kid)
            clause = self.tree.plain[kid] == "ccomp" and self.tree.kid(kid, "nsubj", "cop") is not None
            if kid > verb and kid != subject and bare and not clause and not self.layout.dated[kid]:
                return kid
        return None

    def _lacks_object(self, verb: int) -> bool:
        """ "the town that [rebels] took": the subject is no relative pronoun, and no preposition is left alone."""
        subject = self.tree.kid(verb, "nsubj")
        if subject is None or self.tree.words[subject] in RELATIVES or self.tree.is_passive(verb):
            return False
        return self.tree.kid(verb, "ccomp", "xcomp", "cop") is None and not any(
            self.tree.words[kid] in RELATIVES | {"where", "when"} for kid in self.tree.kids(verb, "obl", "advmod")
        )

    def _has_own_complement(self, verb: int, joined: int) -> bool:
        return any(verb < kid < joined for kid in self.tree.kids(verb, "obj", "obl", "xcomp", "ccomp", "advcl"))

    def agent(self, word: int) -> int | None:
        """Who a "by" after a passive verb or an event noun names; a day or a deed is nobody. "Attacked and
        robbed by [a gang]" names it once.
        """
        for kid in self.tree.kids(word, "obl", "nmod"):
            if self.tree.case(kid) == "by" and not self.layout.dated[kid] and self.tree.upos[kid] in NOMINAL:
                return kid
        for joined in self.tree.kids(word, "conj"):
            bare = self.tree.upos[joined] == "VERB" and self.tree.kid(joined, "nsubj", "aux") is None
            shared = self.agent(joined) if bare and self.tree.is_passive(joined) else None
            if shared is not None:
                return shared
        return None

    def complement(self, word: int, prepositions: Collection[str]) -> Phrase | None:
        """The first complement with one of these prepositions that names a mention, else the first of all."""
        found = [
            kid
            for kid in self.tree.kids(word, "obl", "nmod")
            if self.tree.case(kid) in prepositions and not self.layout.dated[kid]
        ]
        phrases = [phrase for phrase in map(self.phrase, found) if phrase is not None]
        return next((phrase for phrase in phrases if phrase.mentions), phrases[0] if phrases else None)
