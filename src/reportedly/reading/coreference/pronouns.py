"""Pronouns: number, gender and kind must fit; the nearest subject wins; "I" and "we" are the speaker of their
quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.data import word_set
from reportedly.reading.coreference.clusters import Clusters
from reportedly.reading.coreference.context import Place
from reportedly.reading.reading import Mention, Quote, Sentence, Token

HEADS = "mentions/heads.toml"
TITLES = "mentions/titles.toml"
PRONOUNS = "mentions/pronouns.toml"
EVIDENCE = "mentions/evidence.toml"
TYPES = {word: name for name in ("he", "she", "they", "it", "we", "i", "who") for word in word_set(PRONOUNS, name)}
MALE = word_set(HEADS, "male") | word_set(TITLES, "male")
FEMALE = word_set(HEADS, "female") | word_set(TITLES, "female")
COLLECTIVE = word_set(HEADS, "collective")
SPEECH = word_set(EVIDENCE, "speech")
REACH = 3
"""How many sentences back a pronoun looks."""


def join_pronouns(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    places: Sequence[Place],
    quotes: Sequence[Quote],
    clusters: Clusters,
) -> None:
    """Joins pronouns with what they mean; one that fits nothing stays alone."""
    genders = _genders(sentences, mentions, places, clusters)
    speakers = _speakers(sentences, mentions, places, quotes)
    for index, mention in enumerate(mentions):
        if mention.form != "pronoun":
            continue
        kind = TYPES[mentions_word(sentences, places[index])]
        antecedent = _antecedent(index, kind, mentions, places, sentences, speakers, genders, clusters)
        if antecedent is not None:
            clusters.join(antecedent, index)
            if kind in {"he", "she"}:
                genders[clusters.root(index)] = kind


def mentions_word(sentences: Sequence[Sentence], place: Place) -> str:
    """The pronoun's word in lower case."""
    return sentences[place.sentence].tokens[place.first].lower


def _genders(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], places: Sequence[Place], clusters: Clusters
) -> dict[int, str]:
    """As in "he" or "she" for the clusters whose titles, roles or heads tell."""
    found: dict[int, str] = {}
    for index, mention in enumerate(mentions):
        if mention.kind != "person" or mention.form == "pronoun":
            continue
        words = (
            {places[index].head}
            if mention.form == "nominal"
            else {word for role in mention.roles for word in role.title.lower().split()}
        )
        if mention.form == "name" and places[index].first:
            words.add(sentences[places[index].sentence].tokens[places[index].first - 1].lower)
        gender = "she" if words & FEMALE else "he" if words & MALE else None
        if gender:
            found[clusters.root(index)] = gender
    return found


def _antecedent(
    index: int,
    kind: str,
    mentions: Sequence[Mention],
    places: Sequence[Place],
    sentences: Sequence[Sentence],
    speakers: dict[int, int],
    genders: dict[int, str],
    clusters: Clusters,
) -> int | None:
    place = places[index]
    if kind in {"i", "we"}:
        return speakers.get(place.quote) if place.quote >= 0 else None
    if kind == "who":
        return _before_relative(index, mentions, places, sentences)
    if kind == "it" and _is_last_object(sentences[place.sentence].tokens, place):
        return None
    best, best_score = None, 0.0
    barred = clusters.root(speakers[place.quote]) if place.quote in speakers else -1
    for other in range(index - 1, -1, -1):
        there = places[other]
        if place.sentence - there.sentence > REACH:
            break
        if clusters.root(other) in {barred, clusters.root(index)} or not _fits(
            kind, mentions[other], there, genders.get(clusters.root(other))
        ):
            continue
        score = _score(index, other, mentions, places, sentences)
        if score > best_score:
            best, best_score = other, score
    return best


def _is_last_object(tokens: Sequence[Token], place: Place) -> bool:
    """As in "They denied it.": what is told, rather than a thing."""
    return (
        tokens[place.first].lower == "it"
        and place.first > 0
        and tokens[place.first - 1].lemma in SPEECH
        and (place.last == len(tokens) or not tokens[place.last].text[0].isalnum())
    )


def _before_relative(
    index: int, mentions: Sequence[Mention], places: Sequence[Place], sentences: Sequence[Sentence]
) -> int | None:
    """As in "rescuers who", "Ann Lee, who": the mention that ends directly before."""
    place = places[index]
    tokens = sentences[place.sentence].tokens
    end = place.first - 1 if place.first and tokens[place.first - 1].text == "," else place.first
    for other in range(index - 1, max(-1, index - 6), -1):
        if (
            places[other].sentence == place.sentence
            and places[other].last == end
            and mentions[other].kind in {"person", "group", "organisation", "nationality"}
            and mentions[other].form != "pronoun"
        ):
            return other
    return None


def _fits(kind: str, mention: Mention, place: Place, gender: str | None) -> bool:
    if mention.form == "pronoun" and mention.kind == "other" and kind != "it":
        return False
    if kind in {"he", "she"}:
        return (
            mention.kind == "person"
            and not mention.plural
            and gender in {None, kind}
            and not (mention.form == "nominal" and place.head in {"people", "public"})
        )
    if kind == "they":
        return (mention.plural and mention.kind in {"person", "group", "organisation", "vehicle", "nationality"}) or (
            mention.kind in {"group", "organisation"} and mention.form == "nominal" and place.head in COLLECTIVE
        )
    return not mention.plural and mention.kind in {
        "organisation",
        "group",
        "vehicle",
        "place",
        "facility",
        "event",
        "product",
        "other",
    }


def _score(
    index: int, other: int, mentions: Sequence[Mention], places: Sequence[Place], sentences: Sequence[Sentence]
) -> float:
    """Higher is likelier: near, subject of its sentence, named, outside a phrase of another mention, same quotation or
    none.
    """
    place, there, mention = places[index], places[other], mentions[other]
    score = 10.0 - 3.0 * (place.sentence - there.sentence)
    tokens = sentences[there.sentence].tokens
    if _is_subject(tokens, there, mentions, places, other):
        score += 3
    if mention.form == "name":
        score += 1
    if there.quote >= 0 and place.quote != there.quote:
        score -= 2
    if there.first and tokens[there.first - 1].lower in {"of", "for", "in", "at", "near", "from", "to", "with", "by"}:
        score -= 2
    if there.first and tokens[there.first - 1].text == "(":
        # "CAIRO (Reuters) -": a credit or an acronym in brackets.
        score -= 8
    if place.sentence == there.sentence and place.first - there.last < 1:
        score -= 6
    return score


def _is_subject(
    tokens: Sequence[Token], place: Place, mentions: Sequence[Mention], places: Sequence[Place], index: int
) -> bool:
    """Whether it is the first of its sentence that is no place or date, or a subject of speech stands after or before
    its verb.
    """
    for other in range(index - 1, -1, -1):
        if places[other].sentence != place.sentence:
            return True
        if mentions[other].kind in {"person", "organisation", "group", "vehicle"} and places[other].quote < 0:
            return False
    return True


def _speakers(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], places: Sequence[Place], quotes: Sequence[Quote]
) -> dict[int, int]:
    """The mention that speaks each quotation: beside a verb of speech in a sentence that the quotation touches.

    A quotation without one goes on from the quotation before it where that one was left open or the paragraph is the
    same.
    """
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(index)
    found: dict[int, int] = {}
    for number, quote in enumerate(quotes):
        touched = [
            at for at, sentence in enumerate(sentences) if sentence.start < quote.end and quote.start < sentence.end
        ]
        speaker = next(
            (
                who
                for at in touched
                if (who := _speaker_in(sentences[at], quote, by_sentence.get(at, []), mentions, places)) is not None
            ),
            None,
        )
        if speaker is None and number and number - 1 in found and not quotes[number - 1].closed:
            speaker = found[number - 1]
        if speaker is not None:
            found[number] = speaker
    return found


def _speaker_in(
    sentence: Sentence, quote: Quote, here: Sequence[int], mentions: Sequence[Mention], places: Sequence[Place]
) -> int | None:
    tokens = sentence.tokens
    for index in here:
        mention, place = mentions[index], places[index]
        if quote.start <= mention.start < quote.end or mention.kind not in {"person", "organisation", "group"}:
            continue
        after = tokens[place.last].lemma if place.last < len(tokens) else ""
        before = tokens[place.first - 1].lemma if place.first else ""
        if before in {"the", "a", "an"} and place.first > 1:
            before = tokens[place.first - 2].lemma
        if (
            after in SPEECH
            or before in SPEECH
            or (
                mention.form == "name"
                and any(token.lemma in SPEECH for token in tokens[max(0, place.first - 4) : place.first])
            )
        ):
            return index
    return None
