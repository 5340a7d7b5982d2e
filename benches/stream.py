"""A stream of made-up news: stories of many sizes over some years, and a cheap reader for them.

Each story has places, people, a body and some sixty words of its own; its reports are put together from sentences with
these and from sentences with words that any news may have, the frequent ones more often (Zipf). Sizes follow a Pareto
law (most stories are told by a few reports, some by hundreds). The same seed always gives the same stream.

The cheap reader knows what it wrote: it gives some mentions, claims, figures and events for each report, by far fewer
than the real one finds. It is for filling an archive, never for what is measured.
"""

from __future__ import annotations

import hashlib
import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from reportedly.data import load_table
from reportedly.reading.reading import Chain, Claim, EventMention, Figure, Mention, Reading, Source
from reportedly.report import Report, Span, report_id

WORDS = 450
FIRST = date(2021, 1, 4)
DAYS = 1000
LARGEST = 300
MOST_READ = 5
"""Claims that the cheap reader finds in a report."""
MARK = "zq"
"""With these letters begin all names and words that are a story's, and behind an r all ids of reports."""
PARETO = 1.1
"""The exponent of story sizes: half the stories have one report or two, a hundredth of them more than sixty."""


def _words(line: str) -> list[str]:
    return line.split()


ONSETS = _words("b br d dr f g gl h k kr l m n p pl r s st t tr v")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
ENDS = ("", "n", "r", "l", "s", "k", "m", "nd", "sk")
OUTLETS = ("Harbour Post", "Valley Wire", "North Courier", "River Times", "Coast Radio", "Hill Herald", "Plain Mail")
TITLES = ("mayor", "governor", "police chief", "minister", "spokesman")
OWN = (
    "At least {n} {a}s were in the {b} of {town}, {who} said on {day}.",
    "“We have {n} of them at the {a} of the {b},” said {who}, who is with the {c}.",
    "About {n} {a}s were {b}ed in {town} when the {c} {d}ed, according to {who}.",
    "{who} denied that {n} people had {a}ed at the {b} in {town}.",
    "The {a} of the {b} had {c}ed {n} months before the {d}, {body} said.",
    "The {a}s of {town} did not like it that {body} was at the {b} with a {c} on {day}.",
    "By {day} the {a} had come to {other}, and {n} {b}s were there for the {c}.",
)
ANY = (
    "The {x} said on {day} that the {y} had been there for {n} years, and that the {z} would be the same.",
    "There was no {x} on {day}, but the {y} will be back in {n} days, as the {z} said last week.",
    "It is not known what the {x} and the {y} will do after the {z}, which took {n} days.",
    "Some {x} were {y} and others {z}, and {n} of them had been so before {day}.",
    "People who came to the {x} could see the {y} from {n} metres, with the {z} behind it.",
    "The {x} has had {n} {y}s in a year, more than the {z} ever had, and there may be more by {day}.",
)
VOCABULARY, OWN_WORDS, FIRST_RANK = 20_000, 60, 20
"""Words that any news may have, words of a story, and the rank of the most frequent of the former."""
SHORT = 3
"""Letters of an English word that may be one of grammar."""
WORD = re.compile(r"[A-Za-z]+")
MEASURES = ("missing", "killed", "injured", "rescued", "displaced")
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a story is about."""

    towns: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    body: str
    words: tuple[str, ...]
    first: date


@dataclass(frozen=True, slots=True)
class Item:
    """One report of the stream, and what the cheap reader says of it."""

    report: Report
    claims: tuple[tuple[Span, Span, str], ...]
    figures: tuple[tuple[Span, int], ...]
    names: tuple[tuple[Span, str, str], ...]


def stream(reports: int, seed: int = 1, largest: int = LARGEST) -> Iterator[list[Item]]:
    """Stories until so many reports are told, in no order of days."""
    chosen, left = random.Random(seed), reports
    while left > 0:
        size = min(left, largest, int(chosen.paretovariate(PARETO)))
        yield story(chosen, size)
        left -= size


def story(chosen: random.Random, size: int) -> list[Item]:
    """The reports of one story, over some weeks."""
    cast = _cast(chosen)
    days = 1 + min(40, size)
    return [_item(chosen, cast, cast.first + timedelta(days=chosen.randrange(days))) for _ in range(size)]


def _cast(chosen: random.Random) -> Cast:
    return Cast(
        towns=tuple(_name(chosen) for _ in range(3)),
        people=tuple((chosen.choice(TITLES), f"{_name(chosen)} {_name(chosen)}") for _ in range(4)),
        body=f"{_name(chosen)} Water Board",
        words=tuple(_name(chosen).lower() for _ in range(OWN_WORDS)),
        first=FIRST + timedelta(days=chosen.randrange(DAYS)),
    )


def _name(chosen: random.Random) -> str:
    """A name or word of a story; its first letters tell it from all words that are no story's."""
    return (MARK + _word(chosen)).capitalize()


def _word(chosen: random.Random) -> str:
    parts = [ONSETS, VOWELS, ENDS] * chosen.choice((2, 2, 3))
    return "".join(chosen.choice(some) for some in parts)


@cache
def _vocabulary() -> tuple[str, ...]:
    chosen = random.Random(0)
    return tuple(dict.fromkeys(_word(chosen) for _ in range(VOCABULARY)))


@cache
def _weights() -> tuple[float, ...]:
    ranks = range(FIRST_RANK, FIRST_RANK + len(_vocabulary()))
    return tuple(accumulate(1 / rank for rank in ranks))


@cache
def _english() -> tuple[str, ...]:
    table = load_table("account/words.toml")
    words = {word for band in table["band"] for word in band["words"] if word.isalpha() and len(word) > SHORT}
    return tuple(sorted(words))


def in_english(text: str) -> str:
    """A text of the stream with an English word in place of each made-up one; names stay made up, without their mark.

    The reading model cuts made-up words into twice as many pieces as those of a language.
    """
    return WORD.sub(_in_english, text)


def _in_english(found: re.Match[str]) -> str:
    word = found.group()
    marked = word.lower().startswith(MARK)
    if word[0].isupper():
        return word[len(MARK) :].capitalize() if marked else word
    for ending in ("ed", "s", "") if marked else ("", "s"):
        stem = word.removesuffix(ending)
        if (marked and word.endswith(ending)) or stem in _known():
            return _english()[zlib.crc32(stem.encode()) % len(_english())] + ending
    return word


@cache
def _known() -> frozenset[str]:
    return frozenset(_vocabulary())


def _item(chosen: random.Random, cast: Cast, day: date) -> Item:
    text, read = "", _Read([], [], [])
    while len(text.split()) < WORDS:
        own = chosen.random() < 0.55
        title, person = chosen.choice(cast.people)
        town, other = chosen.sample(cast.towns, 2)
        number = chosen.randint(3, 400)
        line = chosen.choice(OWN if own else ANY).format(
            n=number, who=f"{title} {person}", town=town, other=other, body=cast.body, day=chosen.choice(WEEK),
            **dict(zip("abcd", chosen.sample(cast.words, 4), strict=True)),
            **dict(zip("xyz", chosen.choices(_vocabulary(), cum_weights=_weights(), k=3), strict=True)),
        )  # fmt: skip
        if person in line and len(read.claims) < MOST_READ:
            read.note(line, len(text), person, town, number)
        text += line + ("\n\n" if chosen.random() < 0.3 else " ")
    title = f"{cast.words[0].capitalize()} in {cast.towns[0]}: {chosen.choice(cast.people)[1]} speaks"
    report = _report(text.strip(), chosen.choice(OUTLETS), day, title)
    return Item(report, tuple(read.claims), tuple(read.figures), tuple(read.names))


@dataclass(frozen=True, slots=True)
class _Read:
    """What the cheap reader will say of a report, while it is written."""

    claims: list[tuple[Span, Span, str]]
    figures: list[tuple[Span, int]]
    names: list[tuple[Span, str, str]]

    def note(self, line: str, start: int, person: str, town: str, number: int) -> None:
        source = _at(line, person, start)
        self.claims.append((Span(start, start + len(line)), source, person))
        self.names.append((source, person, "person"))
        self.figures.append((_at(line, str(number), start), number))
        if town in line:
            self.names.append((_at(line, town, start), town, "place"))


def _at(line: str, words: str, start: int) -> Span:
    place = start + line.index(words)
    return Span(place, place + len(words))


def _report(text: str, outlet: str, day: date, title: str) -> Report:
    key = f"r{MARK}{report_id(text, outlet, day, None)[-8:]}"
    return Report(key, f"{key}.txt", text, hashlib.sha256(text.encode()).hexdigest(), outlet, day, "sidecar", title)


def read_cheaply(item: Item, version: str) -> Reading:
    """A small reading of a report of the stream, under the name of the real reader."""
    mentions = tuple(
        Mention(at.start, at.end, kind, "name", at, 0, name=name, chain=number)  # type: ignore[arg-type]
        for number, (at, name, kind) in enumerate(item.names)
    )
    person = {name: number for number, (_, name, kind) in enumerate(item.names) if kind == "person"}
    day = item.report.published
    claims = tuple(
        Claim(
            content.start, content.end, (content,), 0, Source("named", name, at.start, at.end, person[name]), (),
            None, None, "asserted",
        )
        for content, at, name in item.claims
    )  # fmt: skip
    figures = tuple(
        Figure(
            at.start, at.end, 0, number, number, number, False, False, "people", "people",
            MEASURES[place % len(MEASURES)], claim=place, as_of_earliest=day, as_of_latest=day,
        )
        for place, (at, number) in enumerate(item.figures)
    )  # fmt: skip
    events = tuple(
        EventMention(
            content.start, content.start + 8, 0, "other", "say", (person[name],), (), None, None, day, day, 1,
            "asserted", claim=place,
        )
        for place, (content, _, name) in enumerate(item.claims[:3])
    )  # fmt: skip
    return Reading(
        report=item.report.id, reader=version, sentences=(Span(0, len(item.report.text)),), paragraphs=(0,), quotes=(),
        mentions=mentions,
        chains=tuple(Chain(each.name or "", each.kind, (number,)) for number, each in enumerate(mentions)),
        times=(), places=(), figures=figures, claims=claims, events=events,
    )  # fmt: skip
