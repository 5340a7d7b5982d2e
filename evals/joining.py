"""Events joined across reports, on ECB+: the CoNLL score (the mean of MUC, B³ and CEAF φ4) over all reports at once.

    python -m evals.joining [--data FOLDER] [--errors N] [--json]

Topics are predicted: the account's own stories. ``gold``: mentions are given, and one that the reader finds too has its
participants, place and days. ``lemma`` is the baseline beside it: all mentions of one dictionary form in one story are
one event. ``own``: the events that the reader finds in the checked sentences; one that overlaps with a gold mention is
it. Single mentions count. Rules were made on every other topic of the training part, and are measured on the
development part.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals import shared
from evals.gold.ecb import Document, Gold, read_documents
from evals.scoring.chains import Coreference
from reportedly.account.account import Entity
from reportedly.account.chapter import tellings_of
from reportedly.account.entities import join_entities, profiles_of
from reportedly.account.entries import Told
from reportedly.account.events import Telling, merge_events
from reportedly.account.stories import gather_stories
from reportedly.reading.events.lexicon import lexicon
from reportedly.reading.reader import Reader
from reportedly.reading.sentences import lemma_of

DATA = "data/coreference"
FILES = ("ecb-dev.jsonl",)
UNTYPED = "other"
PREPOSITIONS = frozenset(
    {
        "in", "on", "at", "of", "to", "from", "for", "with", "by", "under", "over", "into", "onto", "out", "up", "off",
        "down", "away", "through", "against", "about", "after", "before", "as",
    }
)  # fmt: skip
EMPTY = PREPOSITIONS | {
    "the", "a", "an", "his", "her", "its", "their", "this", "that", "some", "any", "no", "not", "be", "is", "was",
    "were", "been", "being", "to", "will", "would", "have", "has", "had", "and", "or",
}  # fmt: skip

Labels = Mapping[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Given:
    """A gold mention as a telling, with its dictionary form."""

    telling: Telling
    chain: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Story:
    """What the reports of one story tell: the mentions given, and those that the reader found."""

    given: tuple[Given, ...]
    own: tuple[Telling, ...]
    entities: Mapping[str, Entity]


def stories_of(documents: Sequence[Document], reader: Reader) -> Iterator[Story]:
    """The stories that the account makes of the documents."""
    known = {document.report.id: document for document in documents}
    reports = [known[key].report for key in sorted(known)]
    for gathered in gather_stories(reports, {}):
        told = [Told(known[key].report, reader.read(known[key].report)) for key in gathered.reports]
        directory = join_entities([each for item in told for each in profiles_of(item.report, item.reading)])
        own = tellings_of(told, directory, {}, {key: key for key in gathered.reports})
        of_report: defaultdict[str, list[Telling]] = defaultdict(list)
        for telling in own:
            of_report[telling.report].append(telling)
        given = [each for key in gathered.reports for each in _given(known[key], of_report[key])]
        ordered = [replace(each, telling=replace(each.telling, order=at)) for at, each in enumerate(given)]
        yield Story(tuple(ordered), tuple(own), directory.entities)


def _given(document: Document, own: Sequence[Telling]) -> Iterator[Given]:
    """The gold mentions of a report; each takes over what the reader knows of the event that it overlaps with."""
    free = list(own)
    for number, gold in enumerate(document.golds):
        found = next((each for each in free if each.start < gold.end and gold.start < each.end), None)
        if found is not None:
            free.remove(found)
        lemma = lemma_of(_head(document, gold, found).lower())
        name = f"{document.report.id}.g{number}"
        telling = replace(found, id=name) if found else _bare(document, gold, lemma, name)
        yield Given(telling, gold.chain, lemma)


def _head(document: Document, gold: Gold, found: Telling | None) -> str:
    """The word that tells: the reader's, else the last one before a preposition."""
    text, words = document.report.text, list(gold.words)
    if found is not None:
        for word in words:
            if found.start <= word.start < found.end:
                return text[word.start : word.end]
    while len(words) > 1 and text[words[0].start : words[0].end].lower() in EMPTY:
        words.pop(0)
    shown = [text[word.start : word.end] for word in words]
    cut = next((at for at, word in enumerate(shown) if at and word.lower() in PREPOSITIONS), len(shown))
    return next((word for word in reversed(shown[:cut]) if word[0].isalnum()), shown[0])


def _bare(document: Document, gold: Gold, lemma: str, name: str) -> Telling:
    """A telling of which nothing is known but its word, and the type that the word alone has."""
    types = {each.type for each in lexicon().patterns.get(lemma, ()) if len(each.words) == 1 and not each.subject}
    return Telling(
        id=name,
        order=0,
        report=document.report.id,
        start=gold.start,
        end=gold.end,
        type=types.pop() if len(types) == 1 else UNTYPED,
        predicate=lemma,
        actors=(),
        recipients=(),
        place=None,
        earliest=None,
        latest=None,
        date_precision=5,
        mode="asserted",
        claim=None,
        origin=document.report.id,
        placed=False,
    )


def joined(stories: Sequence[Story]) -> tuple[Labels, Labels, Labels]:
    """The labels of the given mentions: by gold, by the account's events, and by the baseline."""
    gold, ours, lemmas = dict[Hashable, Hashable](), dict[Hashable, Hashable](), dict[Hashable, Hashable]()
    for number, story in enumerate(stories):
        for each in story.given:
            gold[each.telling.id] = each.chain
            lemmas[each.telling.id] = (number, each.lemma)
        for event, members in merge_events([each.telling for each in story.given], story.entities, f"y:{number}"):
            ours.update((telling.id, event.id) for telling in members)
    return gold, ours, lemmas


def found(stories: Sequence[Story], documents: Sequence[Document]) -> tuple[Labels, Labels]:
    """The labels of gold mentions, and of our own in the checked sentences; one that overlaps with a gold mention has
    its name.
    """
    known = {document.report.id: document for document in documents}
    gold: dict[Hashable, Hashable] = {
        (key, one.start): one.chain for key, document in known.items() for one in document.golds
    }
    ours: dict[Hashable, Hashable] = {}
    for number, story in enumerate(stories):
        for event, members in merge_events(story.own, story.entities, f"y:{number}"):
            for telling in members:
                document = known[telling.report]
                if any(span.start <= telling.start < span.end for span in document.checked):
                    ours[_name(document, telling, ours)] = event.id
    return gold, ours


def _name(document: Document, telling: Telling, taken: Mapping[Hashable, Hashable]) -> Hashable:
    same = (
        (telling.report, gold.start)
        for gold in document.golds
        if telling.start < gold.end and gold.start < telling.end and (telling.report, gold.start) not in taken
    )
    return next(same, telling.id)


def scored(name: str, gold: Labels, ours: Labels) -> dict[str, float]:
    """The CoNLL score and its three parts."""
    counted = Coreference()
    counted.add(_chains(gold), _chains(ours))
    parts = {
        "conll": counted.conll,
        "muc": counted.muc.f1,
        "b_cubed": counted.b_cubed.f1,
        "ceaf": counted.ceaf.f1,
    }
    return {f"{name}.{key}": round(value, 4) for key, value in parts.items()}


def _chains(labels: Labels) -> list[list[Hashable]]:
    groups: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, label in labels.items():
        groups[label].append(mention)
    return list(groups.values())


def examine(path: Path) -> tuple[dict[str, float], list[str]]:
    """All scores, and events that mix chains as readable lines."""
    documents = list(read_documents(path))
    stories = list(stories_of(documents, Reader()))
    gold, ours, lemmas = joined(stories)
    scores = scored("gold", gold, ours) | scored("lemma", gold, lemmas) | scored("own", *found(stories, documents))
    return scores, _errors(gold, ours, lemmas)


def _errors(gold: Labels, ours: Labels, lemmas: Labels) -> list[str]:
    lines = []
    for name, one, other in (("mixed", ours, gold), ("split", gold, ours)):
        for chain in _chains(one):
            parts = Counter(other[mention] for mention in chain)
            if len(parts) > 1:
                lines.append(f"{name:6} {[(mention, lemmas[mention], other[mention]) for mention in chain]}")
    return lines


def measure(data: Path) -> dict[str, float]:
    """The scores on the development part, between 0 and 1."""
    return examine(data / FILES[0])[0]


def main() -> None:
    """Print the scores, and wrong joins where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / FILES[0]).is_file():
        raise SystemExit(f"{options.data / FILES[0]} is missing; give the folder of the gold data with --data")
    scores, errors = examine(options.data / FILES[0])
    if options.json:
        print(json.dumps(scores))
        return
    for name, value in scores.items():
        print(f"{name:16} {value:6.3f}")
    print(*errors[:: max(1, len(errors) // max(1, options.errors))][: options.errors], sep="\n")


if __name__ == "__main__":
    main()
