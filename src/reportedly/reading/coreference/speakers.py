"""Who speaks a quotation, as far as it can be told from a verb of speech beside a mention."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.data import word_set
from reportedly.reading.coreference.context import Place
from reportedly.reading.reading import Mention, Quote, Sentence

SPEECH = word_set("mentions/evidence.toml", "speech")


def find_speakers(
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
    starts = [sentence.start for sentence in sentences]
    ends = [sentence.end for sentence in sentences]
    for number, quote in enumerate(quotes):
        touched = range(bisect_right(ends, quote.start), bisect_left(starts, quote.end))
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
