"""What one report says: the data that the stages of reading make.

All ``start``/``end`` are half-open code-point offsets into ``report.text``. Where one thing points to another inside a
reading
(a claim to the mention of its source, a figure to its claim) it does so by index into the reading's tuples.
All day intervals (``earliest``, ``latest``) are closed: both days belong to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.records import quicken
from reportedly.report import Span

Kind = Literal[
    "person",
    "organisation",
    "group",
    "place",
    "facility",
    "vehicle",
    "weapon",
    "event",
    "product",
    "nationality",
    "other",
]
Form = Literal["name", "nominal", "pronoun"]
Mode = Literal["asserted", "denied", "expected", "possible", "planned", "likely", "hypothetical"]
SourceKind = Literal["named", "organisation", "unnamed", "document", "outlet"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Manner = Literal["speech", "attitude"]
Outcome = Literal["killed", "injured"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@quicken
@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. ``lower`` has straight apostrophes; ``lemma`` is lower case."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str


@quicken
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tokens; ``paragraph`` counts from 0. Tokens live only while a report is being read."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted passage: ``start``/``end`` with its marks, ``inner`` without.

    ``closed`` is False where a paragraph ends before the quotation does (the next one opens with a mark again: one
    speaker
    goes on).
    """

    start: int
    end: int
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is said to be: ``title`` ("spokesman"), ``of`` ("Syrian Democratic Forces") and the
    span that says so.
    """

    title: str
    of: str | None
    start: int
    end: int


@quicken
@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to somebody or something.

    The span is the referring phrase without a leading article, title or trailing apposition ("Ryan Dillon",
    "militants",
    "US-led coalition"); ``name`` is the proper-name core as it should be shown, None for nominals and pronouns.
    ``head`` is the head word's span. ``chain`` is the index of its coreference chain in ``Reading.chains`` (-1 before
    coreference has run). ``affiliation`` keeps words like "affiliated with the Syrian military", "Hezbollah-run".
    """

    start: int
    end: int
    kind: Kind
    form: Form
    head: Span
    sentence: int
    name: str | None = None
    roles: tuple[Role, ...] = ()
    affiliation: str | None = None
    plural: bool = False
    chain: int = -1


@quicken
@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one report that refer to the same thing; ``name`` is its best name or description."""

    name: str
    kind: Kind
    mentions: tuple[int, ...]


@quicken
@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression with its normalised value and the closed interval of days it can mean.

    ``earliest``/``latest`` are None where no day follows (durations, vague references, an undated report).
    """

    start: int
    end: int
    sentence: int
    type: TimexType
    value: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the gazetteer. Degrees are WGS 84; ``precision`` is UCDP's where_precision, 1 (exact) to
    7 (international).
    """

    name: str
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    geonames_id: int | None
    feature: str
    precision: int


Use = Literal["literal", "inside", "people"]
"""How a text uses a place's name: for the place; inside the name of something else ("Suez Canal Authority"); for its
people or what is theirs ("Egyptian")."""


@quicken
@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name found in the text; ``location`` is None where it is a place that the gazetteer does not know.

    Only a name in literal ``use`` says where something is; the others hint at what the report is about.
    """

    start: int
    end: int
    sentence: int
    location: Location | None
    confidence: float
    mention: int | None = None
    use: Use = "literal"


@quicken
@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts, with UCDP's three values.

    ``low``/``high`` None = unbounded on that side; ``best`` the value to show. ``exclusive`` = the bound itself is
    excluded ("more than
    1,000"). ``counted`` is the counted noun phrase in lower case, ``relation`` what is said of it ("killed",
    "remaining", "length").
    ``share_of`` names the whole of a percentage or fraction. ``about`` is the mention index of what it belongs to.
    ``as_of_earliest``/``as_of_latest`` is the closed interval of days for which the value holds.
    """

    start: int
    end: int
    sentence: int
    low: float | None
    high: float | None
    best: float
    exclusive: bool
    approximate: bool
    unit: str
    counted: str
    relation: str | None = None
    share_of: str | None = None
    about: int | None = None
    place: int | None = None
    claim: int | None = None
    as_of_earliest: date | None = None
    as_of_latest: date | None = None


@dataclass(frozen=True, slots=True)
class Casualty:
    """One person who was killed or hurt, told of singly: "a 17-year-old was wounded", "the victim died".

    ``start``/``end`` is the noun phrase that tells of them first, ``tellings`` all that do, in order. ``name`` is the
    last name, ``age`` in years; None where the report does not give them.
    """

    start: int
    end: int
    sentence: int
    outcome: Outcome
    name: str | None
    age: float | None
    tellings: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed and how many hurt in what a report is about, by its counts and its single persons together.

    ``injured`` are those who lived. ``casualties`` may be fewer than the toll (a count tells of no single person) or
    more (a person may belong to another deed that the report recalls).
    """

    killed: int
    injured: int
    casualties: tuple[Casualty, ...] = ()


@quicken
@dataclass(frozen=True, slots=True)
class Source:
    """Who a statement is credited to. ``start``/``end`` is the source's own span, None for the outlet itself.

    ``name`` is what to show: the resolved name where coreference gives one, else the description as printed.
    """

    kind: SourceKind
    name: str | None
    start: int | None = None
    end: int | None = None
    mention: int | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Relay:
    """One hand that a statement passed through on its way to the page: a channel ("statement"), an
    agency, an outlet.
    """

    name: str
    kind: Literal["channel", "agency", "outlet", "person", "organisation"]
    start: int
    end: int


@quicken
@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with its source.

    ``start``/``end`` is the content from its first to its last character; ``parts`` the pieces where an attribution
    interrupts it.
    ``via`` runs from who knew to who printed. ``cue`` is the span of the word that attributes, None for the outlet's
    own
    statements. ``manner`` tells speech ("said") from attitude ("supports").
    """

    start: int
    end: int
    parts: tuple[Span, ...]
    sentence: int
    source: Source
    via: tuple[Relay, ...]
    cue: Span | None
    quote: QuoteKind | None
    mode: Mode
    manner: Manner = "speech"


@quicken
@dataclass(frozen=True, slots=True)
class EventMention:
    """One report's telling of something that happened; the span is the predicate's.

    ``type`` is a leaf of ``data/ontology.toml``. ``actors`` and ``recipients`` are mention indexes, ``place`` an index
    of ``Reading.places``,
    ``time`` of ``Reading.times``. ``earliest``/``latest`` and ``date_precision`` (UCDP: 1 a day, 2 two to six days, 3
    a week, 4 a month, 5 longer)
    may come from the sentence or the report where the clause has no time of its own. ``aside`` is the phrase that tells
    it where its sentence is about something else: "… freed 21 of [the girls abducted in 2014]".
    """

    start: int
    end: int
    sentence: int
    type: str
    predicate: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    place: int | None
    time: int | None
    earliest: date | None
    latest: date | None
    date_precision: int
    mode: Mode
    claim: int | None = None
    figures: tuple[int, ...] = ()
    aside: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one report; a pure function of the report and of the reader's version.

    ``furniture``: what stands on its page beside it, such as sign-up notices; there nothing is read.
    """

    report: str
    reader: str
    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    events: tuple[EventMention, ...]
    credits: tuple[Relay, ...] = ()
    toll: Toll | None = None
    furniture: tuple[Span, ...] = ()
