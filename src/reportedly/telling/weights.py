"""How much a day and a line of the timeline weigh among those of their story.

A day weighs by how often reports name it, each time by how near the sentence stands to what the story is about: the
counts of mentions of Gholipour Ghalandari and Ifrim ("Examining the State-of-the-Art in News Timeline Summarization",
ACL 2020) without what reports tell by the way. It weighs more where it is named over many days, and still looked back
at after some; most so where few days of many are to be told, since a chronicle of every other day needs what was news
then, and a page of turning points what is still told long after. A line weighs by how near it stands to all that is
told of its day and of the story (centroids, Radev et al. 2004), how early in its report it stands, how soon after the
day it was printed, and how many origins stand behind it. Copies of a report count for nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from reportedly.account.account import Citation, FigureEntry, Series, Story, TimelineEntry
from reportedly.account.names import function_words
from reportedly.reading.sentences import lemma_of
from reportedly.records import quicken, replace
from reportedly.telling.sentences import leans
from reportedly.telling.shelf import Shelf

WORD = re.compile(r"[^\W\d_]{2,}|\d+")
STOP = re.compile(r"[.!?][”\"’']*\s+(?=[“\"‘`A-Z])|\n")
FAR = 600
"""Characters of the longest sentence that is looked at."""
LEADING = 4
"""Sentences at the head of a report that tell what it is about."""
ABOUT = 0.5
"""What likeness to the story counts beside likeness to the day."""
LINE = 150
"""Characters of a report that hold about one sentence."""
EARLY, SOON, BACKED = 0.1, 0.1, 0.05
"""What is added to a line's likeness to its day: for the first sentence of a report, for having been printed on the day
or the next, and for each doubling of the origins behind it.
"""
LONG, SHORT = 60, 6
"""Words of a line that is too long to be shown well; telling words of one that says too little."""
OFF = 0.3
ALIKE = 0.5
"""Likeness (cosine) from which two lines tell the same."""
LEANT = 0.3
"""What is left of the weight of a line that leans on one before it."""
LEAST = 0.4
"""What is left of a line's weight on a day that nobody names."""
LOOSE = 0.5
"""The weight of a time that is longer than days: "in July"."""
OF_ONE_DAY = 4
"""Lines of one day among the weightiest: that many, or more where the day has nearly all the weight."""
MANY, LIGHT, ASTRAY = 2, 0.55, 0.1
"""Where there are so many times as many lines as are to be told, one is not told that weighs less than this part of the
weightiest and is less near than this to what the story is about.
"""
OUTDATED = 0.6
"""What is left of a line that gives a number of people struck which another of its day has overtaken."""
BESIDE = 0.6
"""What is left of a line that tells its events only by the way, as captions do: "The scene after a tram overturned"."""
STRUCK = frozenset({"killed", "injured", "missing", "trapped", "rescued"})
HALF = 0.5
"""What the spread of a day over days of publication, and the looks back at it, count beside its being named."""
LATER = timedelta(days=2)
OVERNIGHT = timedelta(days=1)
BACK = 2.0
"""What the looks back at a day count where only few of all days are to be told; nothing where half of them are."""
LONG_AGO = 60
"""Days after which a look back counts no more than it does then."""
FEW_DAYS = 2
"""Days of an interval that is told of each of them."""
KEPT = 16384
"""Lines whose words are kept at hand: days, lines and the lead are weighed by the same ones."""
Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story is about: in how many of its sentences each word stands, of how many, and their centroid."""

    spread: Mapping[str, int]
    sentences: int
    centre: Vector

    def vector(self, words: Sequence[str]) -> Vector:
        """The words of a line, each weighed by how few sentences have it, at length 1; shorter where they are few."""
        counts = Counter(words)
        weights = {word: (1 + math.log(count)) * self._rarity(word) for word, count in counts.items()}
        length = math.sqrt(sum(value * value for value in weights.values()))
        size = min(1.0, len(words) / SHORT)
        return {word: size * value / length for word, value in weights.items()} if length else {}

    def _rarity(self, word: str) -> float:
        return _rarity(self.sentences, self.spread.get(word, 0))


@lru_cache(maxsize=65536)
def _rarity(sentences: int, spread: int) -> float:
    return math.log((1 + sentences) / (1 + spread))


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weights of one story: of its days, and of its lines by their place in the sequence that was weighed.

    ``about`` is how near each line is to what the story is about (a cosine).
    """

    days: Mapping[date, float]
    lines: Sequence[float]
    vectors: Sequence[Vector]
    about: Sequence[float]


def weigh(story: Story, entries: Sequence[TimelineEntry], shelf: Shelf) -> Weighing:
    """The weights of the days of a story and of its lines."""
    dated = dated_sentences(story, shelf)
    subject = subject_of(story, [each.words for each in dated], shelf)
    vectors = [subject.vector(telling_words(entry.headline)) for entry in entries]
    by_day: defaultdict[date, list[Vector]] = defaultdict(list)
    for entry, vector in zip(entries, vectors, strict=True):
        for day in days_of(entry):
            by_day[day].append(vector)
    centres = {day: sum_of(near) for day, near in by_day.items()}
    near = [cosine(vector, subject.centre) for vector in vectors]
    lines = []
    for entry, vector, about in zip(entries, vectors, near, strict=True):
        of_day = (cosine(vector, centres[day]) + _bonus(entry, day, shelf) for day in days_of(entry))
        lines.append(ABOUT * about + max(of_day, default=about + _bonus(entry, entry.date_latest, shelf)))
    return Weighing(weigh_days(dated, subject), lines, vectors, near)


def subject_of(story: Story, dated: Sequence[Sequence[str]], shelf: Shelf) -> Subject:
    """Learned from the first sentences of the reports, and from those that name a day."""
    texts = (shelf.account.texts[report] for report in story.reports if shelf.reports[report].copy_of is None)
    leads = [telling_words(line) for text in texts for line in STOP.split(text, maxsplit=LEADING)[:LEADING]]
    spread = Counter(word for words in (*leads, *dated) for word in set(words))
    bare = Subject(spread, len(leads) + len(dated), {})
    return replace(bare, centre=sum_of(bare.vector(words) for words in leads))


@quicken
@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a sentence names, the telling words of the sentence, and when it was printed."""

    day: date
    words: Sequence[str]
    published: date | None

    @property
    def is_later(self) -> bool:
        """Whether it was printed when the day was no longer news."""
        return self.published is not None and self.published - self.day >= LATER


def dated_sentences(story: Story, shelf: Shelf) -> list[Dated]:
    """The sentences of a story that name a day, once for each day; copies are left out."""
    found = []
    for report in story.reports:
        if shelf.reports[report].copy_of is None:
            sentences: dict[tuple[date, str], None] = {}
            for time in shelf.times_of(report):
                if time.earliest is not None and time.earliest == time.latest:
                    sentences[time.earliest, _sentence(shelf.account.texts[report], time.start)] = None
            published = shelf.reports[report].published
            found += [Dated(day, telling_words(sentence), published) for day, sentence in sentences]
    return found


@lru_cache(maxsize=KEPT)
def _sentence(text: str, at: int) -> str:
    """The sentence around a place in a text, as far as its marks tell."""
    before = [match.end() for match in STOP.finditer(text, max(0, at - FAR), at)]
    after = STOP.search(text, at, at + FAR)
    return text[before[-1] if before else max(0, at - FAR) : after.start() if after else at + FAR]


def weigh_days(dated: Sequence[Dated], subject: Subject, part: float = 1.0) -> dict[date, float]:
    """The weight of every day that the reports of a story name, between 0 and 1.

    Args:
        dated: the sentences that name a day.
        subject: what the story is about.
        part: of all days, how large a part is to be told; the smaller, the more the looks back at a day count.
    """
    nears = [cosine(subject.vector(sentence.words), subject.centre) for sentence in dated]
    named: defaultdict[date, float] = defaultdict(float)
    later: defaultdict[date, float] = defaultdict(float)
    spread: defaultdict[date, set[date | None]] = defaultdict(set)
    for sentence, near in zip(dated, nears, strict=True):
        named[sentence.day] += near
        spread[sentence.day].add(sentence.published)
        if sentence.is_later:
            later[sentence.day] += near
    looks, back = _looks_back(dated, nears), BACK * max(0.0, 1 - 2 * part)
    weights = {
        day: math.log1p(near)
        + HALF * math.log1p(len(spread[day]))
        + HALF * math.log1p(later[day])
        + back * math.log1p(looks.get(day, 0.0))
        for day, near in named.items()
    }
    most = max(weights.values(), default=0.0)
    return {day: weight / most for day, weight in weights.items()} if most else {}


def _looks_back(dated: Sequence[Dated], nears: Sequence[float]) -> dict[date, float]:
    """How much each day is looked back at: each later day of publication has a voice, the louder the later it is."""
    told: defaultdict[tuple[date, int], float] = defaultdict(float)
    for sentence, near in zip(dated, nears, strict=True):
        if sentence.is_later and sentence.published:
            told[sentence.day, (sentence.published - sentence.day).days] += near
    looks: defaultdict[date, float] = defaultdict(float)
    for (day, after), near in told.items():
        looks[day] += math.sqrt(near) * math.log1p(min(after, LONG_AGO))
    return looks


def days_of(entry: TimelineEntry) -> list[date]:
    """The days that a line is told of: those of its interval, where it is short."""
    count = (entry.date_latest - entry.date_earliest).days + 1
    return [entry.date_earliest + timedelta(days=number) for number in range(count)] if count <= FEW_DAYS else []


def weightiest(weighing: Weighing, entries: Sequence[TimelineEntry], most: int) -> list[TimelineEntry]:
    """At most ``most`` lines of a story in their order: the weightiest, none told twice, and of one day only a part."""
    weights = [entry.weight for entry in entries]
    days = [entry.date_latest for entry in entries]
    light = LIGHT * max(weights, default=0.0) if len(entries) > MANY * most else 0.0
    may = [
        number
        for number, (weight, about) in enumerate(zip(weights, weighing.about, strict=True))
        if weight >= light or about >= ASTRAY
    ]
    chosen = set(_distinct(weighing, may, weights, most, days))
    return [entry for number, entry in enumerate(entries) if number in chosen]


def with_weights(weighing: Weighing, entries: Sequence[TimelineEntry], shelf: Shelf) -> list[TimelineEntry]:
    """The lines with their weight: that of the line, raised by that of its day; less where it leans on another line, or
    gives an outdated number.
    """
    weights = (line * _of_day(weighing, entry) for entry, line in zip(entries, weighing.lines, strict=True))
    factors = (
        (LEANT if leans(entry.headline) else 1.0)
        * (OUTDATED if is_outdated(entry.citations[0], shelf) else 1.0)
        * (BESIDE if _tells_beside(entry, shelf) else 1.0)
        for entry in entries
    )
    return [
        replace(entry, weight=round(weight * factor, 4))
        for entry, weight, factor in zip(entries, weights, factors, strict=True)
    ]


def _tells_beside(entry: TimelineEntry, shelf: Shelf) -> bool:
    told = [telling for _, telling in shelf.events_at(entry.citations[0])]
    return bool(told) and all(telling.aside is not None for telling in told)


def is_outdated(span: Citation, shelf: Shelf) -> bool:
    """Whether all that some words count of people struck is less than what now holds of the same day or the next."""
    told = [
        (figure, series)
        for figure in shelf.figures_at(span)
        if figure.relation in STRUCK and (series := shelf.series.get(figure.series or "")) is not None
    ]
    return bool(told) and all(_is_overtaken(figure, series) for figure, series in told)


def _is_overtaken(figure: FigureEntry, series: Series) -> bool:
    now, then = series.current, figure.as_of_latest
    if now.best is None or figure.best is None or now.as_of is None or then is None:
        return False
    return figure.best < now.best and now.as_of - then <= OVERNIGHT


def _of_day(weighing: Weighing, entry: TimelineEntry) -> float:
    days = [weighing.days.get(day, 0.0) for day in days_of(entry)]
    return LEAST + (1 - LEAST) * max(days, default=LOOSE)


def _distinct(
    weighing: Weighing, numbers: Iterable[int], weights: Sequence[float], most: int, days: Sequence[date] = ()
) -> list[int]:
    """The weightiest lines that tell different things; given the days of all, at most a part of them of one day."""
    chosen: list[int] = []
    told: Counter[date] = Counter()
    part = _part_of_day(weights, days)
    for number in sorted(numbers, key=lambda each: (-weights[each], each)):
        if len(chosen) == most:
            break
        if days and told[days[number]] >= max(OF_ONE_DAY, round(most * part[days[number]] ** 2)):
            continue
        if all(cosine(weighing.vectors[number], weighing.vectors[other]) < ALIKE for other in chosen):
            chosen.append(number)
            told.update(days[number : number + 1])
    return chosen


def _part_of_day(weights: Sequence[float], days: Sequence[date]) -> dict[date, float]:
    """The part that each day has of the weight of all lines."""
    total: defaultdict[date, float] = defaultdict(float)
    for weight, day in zip(weights, days, strict=False):
        total[day] += weight
    whole = sum(total.values()) or 1.0
    return {day: weight / whole for day, weight in total.items()}


def _bonus(entry: TimelineEntry, day: date, shelf: Shelf) -> float:
    first = entry.citations[0]
    published = shelf.reports[first.report].published
    soon = published is not None and 0 <= (published - day).days <= 1
    early = EARLY / (1 + first.start // LINE)
    off = OFF if len(entry.headline.split()) > LONG else 0.0
    return early + (SOON if soon else 0.0) + BACKED * math.log2(max(1, entry.independent_origins)) - off


@lru_cache(maxsize=KEPT)
def telling_words(line: str) -> tuple[str, ...]:
    """The words of a line that tell something, in their dictionary form."""
    return tuple(lemma_of(word) for word in WORD.findall(line.lower()) if word not in function_words())


def sum_of(vectors: Iterable[Vector]) -> Vector:
    """The sum of vectors, at length 1."""
    total: Counter[str] = Counter()
    for vector in vectors:
        for word, value in vector.items():
            total[word] += value  # type: ignore[assignment]
    length = math.sqrt(sum(value * value for value in total.values()))
    return {word: value / length for word, value in total.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return sum(value * many.get(word, 0.0) for word, value in few.items())
