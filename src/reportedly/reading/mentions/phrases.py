"""Descriptions by the parse: the head word of a mention with its dependents, without article, clause or apposition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading.encoded import Encoded, EncodedSentence, Head, base
from reportedly.reading.mentions.lexicon import (
    DATE_WORDS,
    DETERMINERS,
    FUNCTION,
    HEAD_KINDS,
    MEASURES,
    PARTITIVES,
    RELATIONAL,
    ROLES,
)
from reportedly.reading.mentions.nominals import Nominal, complement_of, is_plural, kind_of
from reportedly.reading.mentions.trees import Tree
from reportedly.reading.reading import Kind, Sentence, TimeExpression, Token
from reportedly.records import quicken

Owners = Sequence[int]
BY_TYPE: dict[str, Kind] = {
    "person": "person",
    "place": "place",
    "organization": "organisation",
}
"""Our kinds for the model's types of phrases that stand for themselves; others count only where they are taken up."""
CHAINED: dict[str, Kind] = {
    "event": "event",
    "object": "other",
    "animal": "other",
    "plant": "other",
    "substance": "other",
    "abstract": "other",
    "time": "other",
}
"""Our kinds for the types of phrases that are mentions where the model joins them to others."""
COARSE: dict[Kind, str] = {
    "person": "who",
    "group": "who",
    "organisation": "who",
    "place": "where",
    "facility": "where",
}
"""Kinds between which the table of head nouns decides."""
SURE = 0.7
"""The probability of a type from which on it outweighs the table of head nouns."""
NOUNS = frozenset({"NOUN", "PROPN"})
COUNTS = frozenset({"NUM", "ADJ"})
"""Words that head a phrase where no noun does ("two of them", "the wounded")."""
DESCRIBING = NOUNS | COUNTS
INNER = frozenset({"compound", "amod", "fixed", "flat", "case", "det", "cc", "mark", "advmod", "goeswith", "nummod"})
"""Relations of words that head no phrase of their own ("| police | officers", "in | front | of")."""
WITHIN = frozenset({"amod", "compound", "nummod", "nmod", "flat", "goeswith", "punct", "obl", "acl"})
"""Relations in which words before a head belong to its phrase."""
LOOSE = frozenset({"ADV", "ADP", "SCONJ", "DET", "CCONJ", "PUNCT", "PART", "PRON", "AUX"})
"""Tags of words that no phrase begins with."""
HYPHENS = frozenset({"-", "‑", "–"})
UNTELLING = MEASURES | PARTITIVES | DATE_WORDS
"""Words that head no phrase that means somebody or something ("much | of the city")."""
LONGEST = 12


@quicken
@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that its descriptions are found by.

    ``chained`` are heads that the model joins to others, ``dated`` the words of time expressions.
    """

    number: int
    tokens: tuple[Token, ...]
    seen: EncodedSentence
    tree: Tree
    owners: Owners
    chained: frozenset[int]
    dated: frozenset[int]


def chained_heads(encoded: Encoded) -> dict[int, frozenset[int]]:
    """By sentence the head words that the model joins with others."""
    found: dict[int, set[int]] = defaultdict(set)
    for chain in encoded.chains:
        if len(chain) > 1:
            for sentence, word in chain:
                found[sentence].add(word)
    return {sentence: frozenset(words) for sentence, words in found.items()}


def dated_words(sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> dict[int, frozenset[int]]:
    """By sentence the words that lie in time expressions ("| Monday night |")."""
    found: dict[int, frozenset[int]] = {}
    for time in times:
        tokens = sentences[time.sentence].tokens
        inside = {index for index, token in enumerate(tokens) if time.start <= token.start < time.end}
        found[time.sentence] = found.get(time.sentence, frozenset()) | inside
    return found


def find_phrases(
    number: int,
    sentence: Sentence,
    seen: EncodedSentence,
    tree: Tree,
    owners: Owners,
    chained: frozenset[int],
    dated: frozenset[int],
) -> Iterator[Nominal]:
    """The descriptions of one sentence, in order of their heads; one inside a complement stands for itself, too."""
    scene = Scene(number, sentence.tokens, seen, tree, owners, chained, dated)
    heads = {head.word: head for head in seen.mentions}
    for index, tag in enumerate(seen.upos):
        if tag in DESCRIBING and owners[index] < 0 and sentence.tokens[index].text[0].isalnum():
            kind = _kind(scene, index, heads.get(index))
            if kind is not None:
                yield _nominal(scene, index, kind)


def _kind(scene: Scene, index: int, head: Head | None) -> Kind | None:
    """What the word describes as the head of a phrase, or None where it heads none."""
    token, tag = scene.tokens[index], scene.seen.upos[index]
    if index in scene.dated or token.lower in UNTELLING:
        return None
    if tag in COUNTS:
        return BY_TYPE.get(head.type) if head is not None and not _is_inner(scene, index) else None
    if tag not in NOUNS or (_is_inner(scene, index) and not _stands_before_bearer(scene, index)):
        return None
    known = kind_of(token)
    if head is None:
        return known if tag == "NOUN" and _is_whole(scene, index) else None
    seen = BY_TYPE.get(head.type)
    if known is None:
        return seen or (CHAINED.get(head.type) if index in scene.chained else None)
    differs = seen is not None and COARSE.get(known) != COARSE.get(seen)
    return seen if differs and head.score >= SURE else known


def _is_inner(scene: Scene, index: int) -> bool:
    """Whether the word only tells what kind of thing another is; plurals of persons never do ("militants fighters")."""
    if scene.tree.relations[index] == "compound" and _is_people(scene.tokens[index]):
        return False
    return base(scene.tree.relations[index]) in INNER or scene.tree.relations[index] == "nmod:desc"


def _is_people(token: Token) -> bool:
    return token.lower.endswith("s") and is_plural(token) and kind_of(token) == "person"


def _stands_before_bearer(scene: Scene, index: int) -> bool:
    """As in "spokesman | Anton Berg": a role right before the name of its bearer, whatever the parse calls it."""
    after = index + 1
    named = after < len(scene.tokens) and scene.owners[after] >= 0
    return named and scene.tokens[index].lemma in ROLES and scene.tokens[index].text.islower()


def _is_whole(scene: Scene, index: int) -> bool:
    """Whether a noun is no half of a compound ("pro-government") and no set phrase ("in front of")."""
    tokens = scene.tokens
    halved = index > 0 and tokens[index - 1].text in {"-", "‑"} and tokens[index - 1].end == tokens[index].start
    return not halved or tokens[index].lemma in ROLES


def _nominal(scene: Scene, head: int, kind: Kind) -> Nominal:
    tokens, owners = scene.tokens, scene.owners
    token = tokens[head]
    first = _first(scene, head)
    features = scene.seen.morph[head]
    plural = is_plural(token) or "Number=Plur" in features
    core = head + 1
    takes = token.lemma in RELATIONAL or kind in {"person", "group"}
    complement, last = complement_of(tokens, owners, head) if takes else (0, core)
    bears = core < len(tokens) and owners[core] >= 0 and token.lemma in ROLES and not plural
    return Nominal(scene.number, first, last, head, core, kind, plural, complement, bears)


def _first(scene: Scene, head: int) -> int:
    """The first word of the phrase: its dependents before the head, less what only leads up to them."""
    first = head
    while first > 0 and head - first < LONGEST and _belongs(scene, first - 1, head):
        first -= 1
    while first < head and _leads_up(scene, first, head):
        first += 1
    return _over_name(scene, _over_hyphen(scene, first))


def _belongs(scene: Scene, index: int, head: int) -> bool:
    """Whether a word before the head stands in its phrase; "Egypt's | canal authority" starts after the possessor."""
    token, tags = scene.tokens[index], scene.seen.upos
    if (
        token.lower in {"and", "or"}
        and index
        and tags[index - 1] == "NOUN"
        and scene.tokens[index - 1].lower in HEAD_KINDS
    ):
        # "The military and allied troops" are two.
        return False
    branch = scene.tree.branch(index, head)
    if branch == index and scene.tree.relations[index] == "compound" and _is_people(token):
        return False
    if branch < 0 or scene.tree.relations[branch] == "nmod:poss":
        return False
    return base(scene.tree.relations[branch]) in WITHIN or (scene.tree.relations[branch] == "det" and branch != index)


def _over_hyphen(scene: Scene, first: int) -> int:
    """As in "US-led coalition": what is tied to the first word by a hyphen belongs to the phrase."""
    tokens = scene.tokens
    while first > 1 and tokens[first - 1].text in HYPHENS and tokens[first - 2].end == tokens[first - 1].start:
        first -= 2 if tokens[first - 1].end == tokens[first].start else 1
        if tokens[first].text in HYPHENS:
            return first + 1
    return first


def _over_name(scene: Scene, first: int) -> int:
    """As in "Isis militants": a name right before the phrase is its first word, and no name is cut in two."""
    owners = scene.owners
    while first > 0 and owners[first - 1] >= 0 and (owners[first] < 0 or owners[first] == owners[first - 1]):
        first -= 1
    return first


def _leads_up(scene: Scene, index: int, head: int) -> bool:
    """As in "| about | 275 men", "| more than | 100 men", "| only the | men"."""
    token, tag = scene.tokens[index], scene.seen.upos[index]
    if scene.owners[index] >= 0:
        return False
    if token.lower in DETERMINERS or (tag in LOOSE and token.lower in FUNCTION) or not token.text[0].isalnum():
        return True
    branch = scene.tree.branch(index, head)
    counts = scene.tree.relations[branch] == "nummod" and tag not in {"NUM", "NOUN"} and index < branch
    return counts or (tag == "ADV" and scene.tree.heads[index] == head)
