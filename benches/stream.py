"""A stream of made-up news: stories of many sizes over some years, and a cheap reader for them.

Each story has places, people, a body and things of its own, and one of a dozen subjects; its reports are put together
from sentences of the subject and from sentences that any news has. Sizes follow a Pareto law (most stories are told by
a few reports, some by hundreds). The same seed always gives the same stream.

The cheap reader knows what it wrote: it gives some mentions, claims, figures and events for each report, by far fewer
than the real one finds. It is for filling an archive, never for what is measured.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.reading.reading import Chain, Claim, EventMention, Figure, Mention, Reading, Source
from reportedly.report import Report, Span, report_id

WORDS = 450
FIRST = date(2021, 1, 4)
DAYS = 1000
LARGEST = 300
MOST_READ = 5
"""Claims that the cheap reader finds in a report."""
PARETO = 1.1
"""The exponent of story sizes: half the stories have one report or two, a hundredth of them more than sixty."""


def _words(line: str) -> list[str]:
    return line.split()


ONSETS = _words("b br d dr f g gl h k kr l m n p pl r s st t tr v")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
ENDS = ("", "n", "r", "l", "s", "k", "m", "nd", "sk")
OUTLETS = ("Harbour Post", "Valley Wire", "North Courier", "River Times", "Coast Radio", "Hill Herald", "Plain Mail")
TITLES = ("mayor", "governor", "police chief", "minister", "spokesman")
THINGS = _words(
    "bridge tunnel dam ferry mine refinery school hospital market airport railway warehouse stadium museum pipeline "
    "harbour prison factory reservoir library court bank embassy tower monastery orchard vineyard quarry brewery"
)
MATTERS = _words(
    "budget permit contract inspection licence audit election petition rent harvest tariff subsidy vaccine pension "
    "curfew ration survey rehearsal festival regatta census lottery tender verdict pardon embargo merger lawsuit"
)
SUBJECTS = (
    ("flood", "water", "houses", "flooded"), ("landslide", "mud", "huts", "buried"),
    ("fire", "smoke", "flats", "burned"),
    ("collapse", "rubble", "storeys", "fell"), ("shooting", "shots", "windows", "wounded"),
    ("strike", "pickets", "shifts", "walked out"), ("outbreak", "fever", "wards", "infected"),
    ("trial", "evidence", "charges", "testified"), ("spill", "oil", "beaches", "polluted"),
    ("derailment", "carriages", "tracks", "derailed"), ("protest", "banners", "barricades", "marched"),
    ("drought", "wells", "herds", "perished"),
)  # fmt: skip
OWN = (
    "At least {n} people were missing after the {subject} in {town}, {who} said on {day}.",
    "“We have found {n} of them near the {thing},” said {who}.",
    "About {n} {parts} were lost in {town}, according to {who}.",
    "{who} denied that {n} people had died at the {thing} in {town}.",
    "The {matter} of the {thing} in {town} had expired {n} months before the {subject}, {body} said.",
    "Residents of {town} blamed {body} for the {substance} that came through the {thing} on {day}.",
    "By {day} the {substance} had reached {other}, and {n} people {verb} there.",
)
ANY = (
    "Nobody answered the telephone at the office on {day}, and a note on the door promised news of the {matter} soon.",
    "Shops along the main road opened late, and a {matter} that had been planned for {day} was put off by {n} days.",
    "The council will meet on {day} to speak about the {matter}, which has divided its members for {n} years.",
    "A similar case was heard of {n} years ago in a neighbouring province, where a {thing} was closed for good.",
    "Insurers put the damage at {n} million crowns, a sum that no one could confirm and that may still change.",
    "The weather service expects rain from {day} on, with winds of up to {n} kilometres an hour along the coast.",
)
MEASURES = ("missing", "killed", "injured", "rescued", "displaced")
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a story is about."""

    towns: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    body: str
    things: tuple[str, ...]
    matters: tuple[str, ...]
    subject: tuple[str, str, str, str]
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
        things=tuple(chosen.sample(THINGS, 2)),
        matters=tuple(chosen.sample(MATTERS, 2)),
        subject=chosen.choice(SUBJECTS),
        first=FIRST + timedelta(days=chosen.randrange(DAYS)),
    )


def _name(chosen: random.Random) -> str:
    syllables = (
        chosen.choice(ONSETS) + chosen.choice(VOWELS) + chosen.choice(ENDS) for _ in range(chosen.choice((2, 2, 3)))
    )
    return "".join(syllables).capitalize()


def _item(chosen: random.Random, cast: Cast, day: date) -> Item:
    text, read = "", _Read([], [], [])
    while len(text.split()) < WORDS:
        own = chosen.random() < 0.55
        title, person = chosen.choice(cast.people)
        town, other = chosen.sample(cast.towns, 2)
        number = chosen.randint(3, 400)
        line = chosen.choice(OWN if own else ANY).format(
            n=number, who=f"{title} {person}", town=town, other=other, body=cast.body, day=chosen.choice(WEEK),
            thing=chosen.choice(cast.things if own else THINGS), matter=chosen.choice(cast.matters if own else MATTERS),
            subject=cast.subject[0], substance=cast.subject[1], parts=cast.subject[2], verb=cast.subject[3],
        )  # fmt: skip
        if person in line and len(read.claims) < MOST_READ:
            read.note(line, len(text), person, town, number)
        text += line + ("\n\n" if chosen.random() < 0.3 else " ")
    title = f"{cast.subject[0].capitalize()} in {cast.towns[0]}: {chosen.choice(cast.people)[1]} speaks"
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
    key = report_id(text, outlet, day, None)
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
