"""Mentions: spans that refer to somebody or something.

A mention's span starts after a leading article or possessive and after a title: "the *US-led coalition*",
"Col. *Ryan Dillon*", "Egypt's *canal authority*". A number in front belongs to a description ("*275 local
extremists*"), and so does the phrase after "of" or "for" where it says who is meant ("*spokesman for the US-led
coalition*"). Descriptions may lie inside one another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.encoded import Encoded
from reportedly.reading.mentions.appositions import bearers_by_parse, subjects_by_parse
from reportedly.reading.mentions.kinds import is_fact, kinds_of_names, shown_name
from reportedly.reading.mentions.lexicon import PLURAL, PRONOUNS_BY_TYPE, SPEECH
from reportedly.reading.mentions.nominals import Nominal, find_nominals
from reportedly.reading.mentions.parts import Part, split_runs
from reportedly.reading.mentions.phrases import chained_heads, dated_words, find_phrases
from reportedly.reading.mentions.pronouns import find_pronouns
from reportedly.reading.mentions.roles import Bond, affiliation_of, is_borne, roles_of_nominals, roles_of_titles
from reportedly.reading.mentions.runs import find_runs
from reportedly.reading.mentions.sightings import is_phrase, join_parts
from reportedly.reading.mentions.sites import site_of
from reportedly.reading.mentions.trees import Tree
from reportedly.reading.mentions.whose import shown
from reportedly.reading.reading import Kind, Mention, PlaceMention, Role, Sentence, TimeExpression, Token
from reportedly.records import replace
from reportedly.report import Report, Span

PRONOUN_KINDS: dict[str, Kind] = {
    "he": "person",
    "she": "person",
    "we": "person",
    "i": "person",
    "who": "person",
    "it": "other",
    "they": "person",
}
EVIDENT: frozenset[Kind] = frozenset({"vehicle", "event"})
"""Kinds that words tell and the model has no type for."""
PLURAL_PRONOUNS = PRONOUNS_BY_TYPE["they"] | PRONOUNS_BY_TYPE["we"]


def find_mentions(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    encoded: Encoded | None = None,
) -> tuple[Mention, ...]:
    """The names, descriptions and pronouns of a report, in order of their start, longer ones first.

    With what the reading model sees, its names and phrases are joined with the rules' knowledge; without it the rules
    find all by themselves. What the gazetteer knows of kinds comes in with ``settle_kinds``.
    """
    parts = split_runs(sentences, find_runs(sentences))
    if encoded is not None:
        parts = join_parts(sentences, encoded, parts)
    parts, kinds = _worthy(sentences, parts, kinds_of_names(sentences, parts, encoded))
    if encoded is not None:
        parts, kinds = _borne_out(sentences, parts, kinds, encoded)
    owners = _owners(sentences, parts)
    by_sentence: dict[int, list[tuple[int, Part]]] = defaultdict(list)
    for index, part in enumerate(parts):
        by_sentence[part.sentence].append((index, part))
    nominals: list[Nominal] = []
    bonds = roles_of_titles(sentences, parts)
    trees = [Tree.of(seen) for seen in encoded.sentences] if encoded else []
    chained = chained_heads(encoded) if encoded else {}
    dated = dated_words(sentences, times) if encoded else {}
    for number, sentence in enumerate(sentences):
        if encoded is None:
            found = find_nominals(number, sentence, owners[number])
            bearers: dict[int, int] = {}
            acting: frozenset[int] = frozenset()
        else:
            seen, heads = encoded.sentences[number], chained.get(number, frozenset())
            dates = dated.get(number, frozenset())
            found = find_phrases(number, sentence, seen, trees[number], owners[number], heads, dates)
            bearers = bearers_by_parse(trees[number], by_sentence[number])
            acting = subjects_by_parse(trees[number])
        here = list(enumerate(found, len(nominals)))
        nominals.extend(nominal for _, nominal in here)
        bonds.extend(roles_of_nominals(sentence, here, by_sentence[number], owners[number], bearers, acting))
    bonds = [bond for bond in bonds if is_borne(bond, kinds)]
    mentions = [
        *_names(sentences, parts, kinds, bonds),
        *_descriptions(sentences, nominals, bonds, _sites(sentences, nominals, owners, parts, kinds)),
        *_pronouns(sentences, encoded),
    ]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))


def settle_kinds(
    mentions: Sequence[Mention], places: Sequence[PlaceMention], encoded: Encoded | None = None
) -> tuple[Mention, ...]:
    """The same mentions, with what the gazetteer knows: a name of unknown kind that was resolved to a place is one.

    Where no model has read the report, a name of two or three words that are no English words, of unknown kind and in
    no gazetteer, is taken for a person.
    """
    resolved = {(place.start, place.end) for place in places if place.location is not None and place.use == "literal"}
    return tuple(_settled(mention, (mention.start, mention.end) in resolved, encoded is None) for mention in mentions)


def _settled(mention: Mention, resolved: bool, guesses: bool) -> Mention:
    if mention.form != "name":
        return mention
    # "Port Sudan" is no man: a name of several words that the gazetteer knows whole, and nobody's title stands before.
    likely = mention.kind == "person" and " " in (mention.name or "") and not mention.roles
    if resolved and (likely or mention.kind == "other"):
        return replace(mention, kind="place")
    if not guesses or mention.kind != "other":
        return mention
    words = (mention.name or "").split()
    personal = (
        2 <= len(words) <= 3
        and not any(is_ordinary(word.lower()) for word in words)
        and all(word[0].isupper() for word in words)
    )
    return replace(mention, kind="person") if personal else mention


def _worthy(
    sentences: Sequence[Sentence], parts: Sequence[Part], kinds: Sequence[Kind]
) -> tuple[list[Part], list[Kind]]:
    """Leaves out capitalised ordinary words that nothing shows to be names ("the Budget", once in the report)."""
    shown = [shown_name(sentences[part.sentence].tokens, part).lower() for part in parts]
    often = Counter(shown)
    kept = [
        (part, kind)
        for part, kind, name in zip(parts, kinds, shown, strict=True)
        if part.type
        or kind != "other"
        or often[name] > 1
        or not is_ordinary(name)
        or _acts(sentences[part.sentence].tokens, part)
    ]
    return [part for part, _ in kept], [kind for _, kind in kept]


def _borne_out(
    sentences: Sequence[Sentence], parts: Sequence[Part], kinds: Sequence[Kind], encoded: Encoded
) -> tuple[list[Part], list[Kind]]:
    """Leaves out names that only the rules see and nothing bears out: neither the world's facts, nor the same name
    elsewhere in the report, nor words beside it, nor a phrase that the model has there.
    """
    names = [shown_name(sentences[part.sentence].tokens, part).lower() for part in parts]
    typed = {name for part, name in zip(parts, names, strict=True) if part.type}
    typed |= {
        word
        for name, kind in zip(names, kinds, strict=True)
        if name in typed and kind != "place"
        for word in (name.split()[0], name.split()[-1])
        if kind != "person" or word == name.split()[-1]
    }
    kept = [
        (part, kind)
        for part, kind, name in zip(parts, kinds, names, strict=True)
        if part.type
        or part.label == "title"
        or name in typed
        or is_fact(name)
        or kind in EVIDENT
        or part.last - part.first > 1
        or is_phrase(encoded.sentences[part.sentence], part)
    ]
    return [part for part, _ in kept], [kind for _, kind in kept]


def _acts(tokens: Sequence[Token], part: Part) -> bool:
    after = tokens[part.last].lemma if part.last < len(tokens) else ""
    return after in SPEECH or after == "'s"


def _owners(sentences: Sequence[Sentence], parts: Sequence[Part]) -> list[list[int]]:
    owners = [[-1] * len(sentence.tokens) for sentence in sentences]
    for index, part in enumerate(parts):
        row = owners[part.sentence]
        for position in range(part.first, part.last):
            row[position] = index
    return owners


def _names(
    sentences: Sequence[Sentence], parts: Sequence[Part], kinds: Sequence[Kind], bonds: Sequence[Bond]
) -> Iterator[Mention]:
    roles: dict[int, list[Role]] = defaultdict(list)
    for bond in bonds:
        roles[bond.part].append(bond.role)
    for index, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        if part.label == "title" and part.bears:
            continue
        tokens = sentences[part.sentence].tokens
        name = shown_name(tokens, part)
        head = _head(tokens, part)
        is_name = part.label != "title"
        yield Mention(
            start=tokens[part.first].start,
            end=tokens[part.last - 1].end,
            kind="person" if roles[index] and kind == "other" else kind,
            form="name" if is_name else "nominal",
            head=head,
            sentence=part.sentence,
            name=name if is_name else None,
            roles=() if kind == "place" else tuple(sorted(roles[index], key=lambda role: (role.start, role.end))),
            affiliation=affiliation_of(tokens, part.first, part.last)
            if is_name and kind not in {"nationality", "place"}
            else None,
            plural=(kind == "nationality" and name.endswith("s")) or tokens[part.last - 1].lower in PLURAL,
        )


def _head(tokens: Sequence[Token], part: Part) -> Span:
    for index in range(part.first + 1, part.last):
        if tokens[index].lower in {"of", "for"}:
            return Span(tokens[index - 1].start, tokens[index - 1].end)
    return Span(tokens[part.last - 1].start, tokens[part.last - 1].end)


Sites = dict[int, tuple[int, int, Kind]]
"""By index of a description that names a site: the token range of the name, and the site's kind."""


def _sites(
    sentences: Sequence[Sentence],
    nominals: Sequence[Nominal],
    owners: Sequence[Sequence[int]],
    parts: Sequence[Part],
    kinds: Sequence[Kind],
) -> Sites:
    found = {
        index: site_of(sentences[nominal.sentence].tokens, nominal, owners[nominal.sentence], parts, kinds)
        for index, nominal in enumerate(nominals)
    }
    return {index: site for index, site in found.items() if site is not None}


def _descriptions(
    sentences: Sequence[Sentence], nominals: Sequence[Nominal], bonds: Sequence[Bond], sites: Sites
) -> Iterator[Mention]:
    """Descriptions that stand for themselves; one directly before its name is only a role of that name, and one that
    names a site is a name.
    """
    merged = {bond.nominal for bond in bonds if bond.nominal is not None and nominals[bond.nominal].bears}
    for index, nominal in enumerate(nominals):
        if index in merged:
            continue
        tokens = sentences[nominal.sentence].tokens
        head = tokens[nominal.head]
        first, last, kind = sites.get(index, (nominal.first, nominal.last, nominal.kind))
        yield Mention(
            start=tokens[first].start,
            end=tokens[last - 1].end,
            kind=kind,
            form="name" if index in sites else "nominal",
            head=Span(head.start, head.end),
            sentence=nominal.sentence,
            name=shown(tokens, first, last) if index in sites else None,
            affiliation=affiliation_of(tokens, first, last),
            plural=nominal.plural,
        )


def _pronouns(sentences: Sequence[Sentence], encoded: Encoded | None) -> Iterator[Mention]:
    for number, sentence in enumerate(sentences):
        seen = encoded.sentences[number] if encoded else None
        for index in find_pronouns(sentence, seen):
            token = sentence.tokens[index]
            kind = next(PRONOUN_KINDS[name] for name, words in PRONOUNS_BY_TYPE.items() if token.lower in words)
            yield Mention(
                start=token.start,
                end=token.end,
                kind=kind,
                form="pronoun",
                head=Span(token.start, token.end),
                sentence=number,
                plural=token.lower in PLURAL_PRONOUNS,
            )
