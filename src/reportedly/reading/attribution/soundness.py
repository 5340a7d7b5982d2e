"""Soundness: what the dependency tree rules out, be it that the rules or the model saw it."""

from __future__ import annotations

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.lexicon import lexicon, mode_words
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.trees import (
    children_of,
    head_of,
    phrase_of,
    relation_of,
    seen_in,
    subject_of,
    tag_of,
    top_of,
)
from reportedly.records import replace
from reportedly.report import Span

TOLD_OF = frozenset({"quote", "cite", "hear", "overhear", "record", "see", "film"})
"""Verbs whose passive subject is the one who speaks: "the mayor was quoted as saying"."""
NAMELESSLY = frozenset({"anonymity", "anonymously", "condition"})
ASKING = frozenset({"who", "what"})
CLAUSES = frozenset({"ccomp", "parataxis", "xcomp"})
HANGING = frozenset({"acl", "advcl"})
EMPTY = frozenset({"AUX", "ADV", "PART", "DET", "PUNCT", "PRON", "CCONJ"})
"""Tags of words that attribute nothing by themselves."""


def is_sound(item: Attribution) -> bool:
    """Whether an attribution can be one by its tree."""
    if item.cue.form in {"according", "colon", "dash", "writer", "noun"}:
        return True
    if item.cue.frame == "ask" and item.parts and item.line.text[item.parts[0].start :].startswith("of "):
        return False  # "He denied | ordering | [the arrest] of the editor."
    if item.cue.lemma == "say" and item.cue.index and item.line.tokens[item.cue.index - 1].lower == "without":
        return False  # "It goes without | saying | that …"
    if item.cue.lemma == "speak" and _keeps_a_name_back(item):
        return False
    if item.cue.lemma == "order" and _is_thing(item):
        return False
    if tag_of(item.line, item.cue.index) in EMPTY and item.cue.lemma not in lexicon().verbs:
        return False
    if item.source is None:
        return not _is_bare(item)
    return not (_asks(item) or _is_undergone(item) or _is_picture(item) or _is_furniture(item))


def is_spoken(item: Attribution) -> bool:
    """Whether a verb that only the rules take for a cue has the source that they give it for its subject."""
    if item.cue.form != "finite" or item.source is None:
        return True
    head = subject_of(item.line, item.cue.index)
    named = item.named if item.named is not None else item.source
    return head is not None and (named.holds(_word(item.line, head)) or item.source.holds(_word(item.line, head)))


def with_subject_only(item: Attribution) -> Attribution:
    """The attribution with its subject for a source that runs over a clause: "told Lee that | workers | saw C"."""
    head = subject_of(item.line, item.cue.index) if item.cue.form == "finite" and item.source is not None else None
    if head is None or item.source is None:
        return item
    subject = item.line.span(*phrase_of(item.line, head))
    first, last = item.line.range(item.source)
    dropped = [at for at in range(first, last) if not subject.holds(_word(item.line, at))]
    clause = any(tag_of(item.line, at) in {"VERB", "AUX", "SCONJ"} for at in dropped)
    return replace(item, source=subject) if clause and item.source.holds(subject) else item


def without_undergoer(item: Attribution) -> Attribution:
    """The attribution without a source where a participle tells what was done to it, not by it.

    "Asked about the dam, | he | said …", "the fire, | believed to be | the worst in years".
    """
    if item.source is None or not is_done_to(item.line, item.cue.index) or item.cue.lemma in TOLD_OF:
        return item
    agents = (child for child in children_of(item.line, item.cue.index) if _is_agent(item.line, child))
    if item.elsewhere is None and any(item.source.holds(_word(item.line, child)) for child in agents):
        return item
    return replace(item, source=None, named=None, cue=replace(item.cue, form="passive"))


def is_done_to(line: Line, index: int) -> bool:
    """Whether a word is a passive participle that hangs on another word: "the man | accused | of theft"."""
    seen = seen_in(line)
    return relation_of(line, index) in HANGING and "Voice=Pass" in seen.morph[line.offset + index]


def _is_agent(line: Line, child: int) -> bool:
    return seen_in(line).relations[line.offset + child] == "obl:agent"


def _word(line: Line, index: int) -> Span:
    return Span(line.tokens[index].start, line.tokens[index].end)


def _is_bare(item: Attribution) -> bool:
    """Whether nobody is named and the cue is no word of doubt or speech: "the four boys | have been named"."""
    doubts = item.line.tokens[item.cue.index].lower in mode_words().passives
    return item.cue.frame == "attitude" and item.cue.lemma not in lexicon().verbs and not doubts


def _keeps_a_name_back(item: Attribution) -> bool:
    """Whether all that is said is how: "a source, who | spoke | on condition of anonymity"."""
    first, last = item.line.range(item.parts[0]) if item.parts else (0, 0)
    return any(token.lower in NAMELESSLY for token in item.line.tokens[first : min(last, first + 4)])


def _is_thing(item: Attribution) -> bool:
    """Whether all that is ordered is a thing with nothing said of it: "the mayor | ordered | an inquiry" is a deed."""
    tokens = [at for part in item.parts for at in range(*item.line.range(part))]
    return len(tokens) <= 2 and not any(tag_of(item.line, at) in {"VERB", "AUX"} for at in tokens)


def _is_furniture(item: Attribution) -> bool:
    """Whether a page speaks to its reader: "| You | agree to receive offers", "As | we | have reported"."""
    source = item.source_line.text[item.source.start : item.source.end].lower() if item.source is not None else ""
    return source in {"you", "advertisement", "we", "our"} and item.line.quoted[item.cue.index] < 0


def _asks(item: Attribution) -> bool:
    """Whether the source is a question word and no relative: "| Who | knows what it will cost?"."""
    line, source = item.line, item.source
    if source is None or item.named is not None or line.text[source.start : source.end].lower() not in ASKING:
        return False
    verb = head_of(line, line.range(source)[0])
    return verb < 0 or not seen_in(line).relations[line.offset + verb].startswith("acl")


def _is_undergone(item: Attribution) -> bool:
    """Whether the source is the one that the deed was done to: "| the man | was refused entry"."""
    if item.cue.form != "passive" or item.source is None or item.cue.lemma in TOLD_OF or item.elsewhere is not None:
        return False
    first, last = item.line.range(item.source)
    top = top_of(item.line, first, last) if first < last else -1
    return top >= 0 and head_of(item.line, top) == item.cue.index and relation_of(item.line, top) == "nsubj"


def _is_picture(item: Attribution) -> bool:
    """Whether somebody, and no document, shows a thing: "a volunteer | showing | a map"."""
    if item.cue.frame != "show" or item.source is None:
        return False
    line = item.source_line
    documents = any(token.lemma in lexicon().documents for token in line.tokens[slice(*line.range(item.source))])
    clause = any(relation_of(item.line, child) in CLAUSES for child in children_of(item.line, item.cue.index))
    return not documents and not clause and item.cue.form == "participle"
