"""The mode in which the tree tells an event: negation, modals, and the words that govern it from above.

Negation, hope, plan and prediction never become facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.reading.encoded import stance_of
from reportedly.reading.events.grammar import MODAL, NEGATION, REPORT, listed, word_list
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.matches import Found
from reportedly.reading.events.modes import CONDITIONS, MODES, NOBODY, NOUN_MODES
from reportedly.reading.events.predicates import CONTROLS, ORDINALS
from reportedly.reading.events.tree import Tree
from reportedly.reading.reading import Mode

HIGHEST = 5
NOUN_CONTROLS = ("planned", "possible", "hypothetical", "denied")
OBJECT_CONTROLS = ("denied", "planned", "expected", "hypothetical")
FACTIVE = frozenset({"know", "understand", "say", "report", "order", "decide", "agree", "allow", "tell", "set", "have"})
"""Words that colour an infinitive ("is said to have left") but not a clause of its own ("said that he left")."""
NEARLY = frozenset({"nearly", "almost"})
ALLEGING = frozenset({"accuse", "suspect"})
"""Verbs after which a deed is only alleged ("accused of [attacking] a soldier")."""
LIMITS = frozenset({"until", "till"})
AHEAD = frozenset({"after", "when", "once", "until", "till", "before", "while", "as"})
PERFECT = frozenset({"have", "has", "had", "was", "were", "'ve"})
OPEN = frozenset({"advcl", "acl", "xcomp", "ccomp", "conj", "csubj"})


class Outlook:
    """Tells modes in one sentence."""

    def __init__(self, layout: Layout, tree: Tree) -> None:
        self.layout = layout
        self.tree = tree

    def mode(self, found: Found) -> Mode:
        """The mode of an event as its own sentence tells it; the claim around it is looked at elsewhere."""
        if found.frame == "nouns":
            top = self.tree.top(found.first, found.last + 1)
            told = self._of_noun(top)
            if told is not None:
                return told
            if not found.is_carried:
                return "hypothetical" if self._is_conditional(top) and not self._is_known(top) else "asserted"
        return self._of_verb(found.anchor)

    def is_presupposed(self, found: Found) -> bool:
        """Whether the event only tells which one is meant ("the tax [signed] into law", "those who [died]")."""
        return self.tree.plain[found.anchor] in {"acl", "amod"}

    def is_certain(self, word: int) -> bool:
        """Whether readers of the sentence would say that what the word tells happened."""
        return stance_of(self.tree.certainty[word]) == "asserted"

    def _of_verb(self, verb: int) -> Mode:
        """Negation first, then the nearest governor that colours, then the modal, then a condition."""
        chain = list(self._chain(verb))
        governed = next((mode for mode in map(self._colour, chain) if mode not in {None, "asserted"}), None)
        governors = [at for at in chain if self._colour(at) is not None]
        if any(self._is_negated(at) for at in self._negatable(verb, chain)) and not self._is_only_late(verb):
            if self._is_conditional(verb):
                return "hypothetical"
            return "asserted" if governed == "denied" else "denied"
        if governed is not None:
            return governed
        for at in (verb, *chain):
            modal = self._modal(at)
            if modal is not None:
                return modal
        if self._is_conditional(verb):
            return "hypothetical"
        ahead = self._ahead(verb)
        if ahead is not None:
            return ahead
        if self._is_open_infinitive(verb) and not governors and not self._is_ordinal(verb):
            return "possible"
        return "denied" if self.tree.mark(verb) == "without" else "asserted"

    def _ahead(self, verb: int) -> Mode | None:
        """ "They will leave once the inquiry [ends]": a present there is as far ahead as the clause above."""
        tree = self.tree
        if tree.plain[verb] != "advcl" or tree.opener(verb) not in AHEAD or "Tense=Pres" not in tree.morph[verb]:
            return None
        return self._modal(tree.heads[verb]) if tree.kid(verb, "aux") is None else None

    def is_past(self, found: Found) -> bool:
        """Whether the verb is told as past or perfect: no vow or hope around it makes it one of things to come."""
        word = found.anchor
        auxiliaries = {self.tree.words[kid] for kid in self.tree.kids(word, "aux", "cop")}
        if auxiliaries & {"will", "would", "'ll", "can", "could", "may", "might", "should", "must", "to"}:
            return False
        finite = "Tense=Past" in self.tree.morph[word] and not auxiliaries
        return (finite and self.tree.plain[word] not in {"amod", "xcomp"}) or bool(auxiliaries & PERFECT)

    def _negatable(self, verb: int, chain: list[int]) -> Iterator[int]:
        """The verb and what is above it, as far as a "not" there denies it: not past a clause of its own.

        "It is not clear what caused the crash" denies nothing of the causing.
        """
        at = verb
        yield verb
        for parent in chain:
            if self.tree.plain[at] in {"ccomp", "csubj"} and not self.tree.is_infinitive(at):
                return
            yield parent
            at = parent

    def _chain(self, verb: int) -> Iterator[int]:
        """The words above that the verb shares its mode with: governors, and the verb that it is joined to."""
        at = verb
        for _ in range(HIGHEST):
            parent = self.tree.heads[at]
            if parent < 0 or not self._governs(at, parent):
                return
            yield parent
            at = parent

    def _governs(self, at: int, parent: int) -> bool:
        tree = self.tree
        plain = tree.plain[at]
        if plain in {"xcomp", "csubj"}:
            return True
        if plain == "ccomp" and self._is_wished(at, parent):
            return True
        if plain == "ccomp":
            return tree.is_infinitive(at) or not self.layout.has(parent, REPORT) or self._colours_clause(parent)
        if plain == "acl" and tree.relations[at] != "acl:relcl":
            return tree.is_infinitive(at) or tree.mark(at) == "that"
        if plain == "advcl" and tree.mark(at) in {"of", "from"}:
            return self.layout.keys[parent] in (ALLEGING if tree.mark(at) == "of" else word_list("hindering_verbs"))
        if plain == "advcl":
            return tree.is_infinitive(at) and self._colour(parent) is not None
        return plain == "conj" and self._is_bare(at) and tree.kid(at, "nsubj") is None

    def _is_wished(self, at: int, parent: int) -> bool:
        """ "insisted that he [apologize]", "demanded the town [be] freed": a bare verb tells what is asked for."""
        tree = self.tree
        auxiliaries = [tree.words[kid] for kid in tree.kids(at, "aux", "cop")]
        bare = tree.words[at] == self.layout.keys[at] and "Tense" not in tree.morph[at] and tree.upos[at] == "VERB"
        return self._colour(parent) == "hypothetical" and (bare if not auxiliaries else auxiliaries == ["be"])

    def _colours_clause(self, parent: int) -> bool:
        return self.layout.keys[parent] not in FACTIVE and self._colour(parent) not in {None, "asserted"}

    def _is_bare(self, verb: int) -> bool:
        """Whether a joined verb leans on the auxiliaries of the one before ("will close the road and [clear] it")."""
        ongoing = [self.tree.words[word].endswith("ing") for word in (verb, self.tree.heads[verb])]
        if self.tree.kid(verb, "aux") is not None or ongoing == [True, False]:
            return False
        morph = self.tree.morph[verb]
        return "VerbForm=Fin" not in morph or "VerbForm=Inf" in morph

    def _colour(self, at: int) -> Mode | None:
        """The mode that a word gives to what it governs; None where it gives none."""
        key = self.layout.keys[at]
        if key in ALLEGING:
            return "likely"
        if key == "go" and self.tree.words[at] == "going":
            return "expected"
        if key == "have" and self.tree.words[at] in {"have", "has"}:
            return "hypothetical"
        if key in word_list("hindering_verbs"):
            return "denied"
        if self.tree.upos[at] in {"NOUN", "PROPN"}:
            return next((MODES[mode] for mode in NOUN_CONTROLS if key in listed("control_nouns", mode)), None)
        return next((MODES[mode] for mode in CONTROLS if key in listed("controls", mode)), None)

    def _is_negated(self, verb: int) -> bool:
        tree = self.tree
        for kid in tree.kids(verb, "advmod", "cc", "det", "mark", "aux"):
            if tree.words[kid] in NEARLY:
                return True
            if self.layout.has(kid, NEGATION) and not self._is_not_only(kid):
                return True
        for kid in tree.kids(verb, "nsubj", "obj"):
            if tree.words[kid] in NOBODY or any(tree.words[det] in NOBODY for det in tree.kids(kid, "det", "advmod")):
                return True
        return False

    def _is_not_only(self, at: int) -> bool:
        return self.layout.word(at + 1) in {"only", "just", "merely"}

    def _is_only_late(self, verb: int) -> bool:
        """ "was not found [until] Monday" says that it was found."""
        return any(self.tree.case(kid) in LIMITS for kid in self.tree.kids(verb, "obl", "advmod")) or any(
            self.tree.mark(kid) in LIMITS for kid in self.tree.kids(verb, "advcl")
        )

    def _modal(self, verb: int) -> Mode | None:
        for kid in self.tree.kids(verb, "aux"):
            if self.layout.has(kid, MODAL):
                return next(
                    (
                        MODES[mode]
                        for mode in ("possible", "hypothetical", "expected")
                        if self.tree.words[kid] in listed("controls", mode)
                    ),
                    "expected",
                )
        return None

    def _is_conditional(self, word: int) -> bool:
        """Whether the word stands in a clause that "if" or the like opens, at any height."""
        for at in (word, *self.tree.above(word)):
            if self.tree.mark(at) in CONDITIONS:
                return True
            if self.tree.plain[at] in {"parataxis", "root"} or self.tree.relations[at] == "acl:relcl":
                return False
        return False

    def _is_open_infinitive(self, verb: int) -> bool:
        return self.tree.is_infinitive(verb) and self.tree.plain[verb] in OPEN

    def _is_ordinal(self, verb: int) -> bool:
        """ "the last place to be liberated": the infinitive tells what was done."""
        noun = self.tree.heads[verb]
        ranked = (noun, *self.tree.kids(noun, "amod")) if noun >= 0 else ()
        return any(self.tree.words[word] in ORDINALS for word in ranked)

    def _of_noun(self, top: int) -> Mode | None:
        """ "no injuries", "a planned attack", "fears of a flood", "called for a strike"; None where nothing says."""
        for kid in self.tree.kids(top, "det", "amod", "advmod", "cc"):
            if self.layout.has(kid, NEGATION) or self.tree.words[kid] in NOBODY:
                return "denied"
            for mode in NOUN_MODES:
                if self.tree.words[kid] in listed("noun_modes", mode):
                    return mode
        return self._above_noun(top)

    def _above_noun(self, top: int) -> Mode | None:
        parent, plain, case = self.tree.heads[top], self.tree.plain[top], self.tree.case(top)
        if parent < 0:
            return None
        if case == "without":
            return "denied"
        if plain == "conj":
            return self._above_noun(parent) if self.tree.upos[parent] in {"NOUN", "PROPN"} else None
        key = self.layout.keys[parent]
        if self.tree.upos[parent] in {"NOUN", "PROPN"} and plain == "nmod":
            return self._under_noun(key, case)
        if plain == "nsubj" and key in listed("nominal", "occurring"):
            return self._occurrence(parent)
        if self.tree.upos[parent] != "VERB" or key in listed("controls", "asserted"):
            return None
        if key in ALLEGING and case == "of":
            return "likely"
        if plain == "obj" and key in word_list("achieving_verbs"):
            told = self._of_verb(parent)
            return told if told != "asserted" else None
        governing = plain == "obj" or (plain == "obl" and case in {"for", "against"})
        colour = next((MODES[mode] for mode in OBJECT_CONTROLS if governing and key in listed("controls", mode)), None)
        return colour if key not in {"tell", "suppose", "allow", "set", "mean", "press"} else None

    def _is_known(self, top: int) -> bool:
        """Whether "the" takes an event for granted ("whether [the attacks] were planned")."""
        return any(self.tree.words[kid] == "the" for kid in self.tree.kids(top, "det"))

    def _occurrence(self, verb: int) -> Mode | None:
        """ "An election will be held": what carries the noun says whether it took place; "came as no surprise" denies
        nothing of it.
        """
        told = self._of_verb(verb)
        if told == "denied" and not any(self.layout.has(kid, NEGATION) for kid in self.tree.children[verb]):
            return None
        return told if told != "asserted" else None

    def _under_noun(self, key: str, case: str) -> Mode | None:
        for mode in ("possible", "hypothetical", "planned", "denied"):
            links = {"for"} if mode == "hypothetical" else {"of", "for"}
            if key in listed("control_nouns", mode) and case in links:
                return MODES[mode]
        return None
