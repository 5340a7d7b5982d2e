"""The account: everything that the reports say, reconciled. Its fields are the ``reportedly/1`` format, name for name.

Ids are short stable strings. Spans are half-open code-point offsets into the report named beside them. Day intervals
are closed.
None = unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from reportedly.reading.reading import Kind, Mode, QuoteKind, SourceKind, TimexType, Use
from reportedly.records import quicken
from reportedly.report import Span

FORMAT = "reportedly/1"
OriginKind = Literal["agency", "outlet", "organisation", "person", "unknown"]
Basis = Literal["credit", "text", "relay"]
DisagreementKind = Literal["figure", "holding", "denial", "date", "cause", "responsibility", "identity"]
Status = Literal["open", "superseded", "within_report", "scope"]
DecisionKind = Literal["merge", "split", "rename", "reject", "confirm", "re-date", "re-place", "note", "undo"]
TargetKind = Literal["entity", "event", "claim", "figure", "series", "disagreement", "story"]
DecisionState = Literal["in_force", "without_target", "undone"]


@quicken
@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A span of a report; ``report.text[start:end]`` is what supports the statement that cites it."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report as the account lists it. ``copy_of`` is the id of the report that it repeats, ``origin``
    the id of its origin. ``furniture``: what stands on its page beside it, in order; nothing was read there.
    """

    id: str
    path: str
    outlet: str | None
    published: date | None
    title: str | None
    url: str | None
    language: str
    characters: int
    sha256: str
    origin: str
    copy_of: str | None
    story: str
    dated_by: str | None = None
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where statements first come from; ``basis`` says what showed it, ``reason`` says it in words."""

    id: str
    name: str
    kind: OriginKind
    reports: tuple[str, ...]
    basis: Basis
    reason: str


@dataclass(frozen=True, slots=True)
class EntityRole:
    """A role that reports give an entity, first and last published day on which they did, and where."""

    title: str
    of: str | None
    first: date | None
    last: date | None
    spans: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EntityPlace:
    """Where a place is; ``precision`` is UCDP's where_precision, 1 (exact) to 7 (international)."""

    geonames_id: int | None
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    precision: int


@quicken
@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that mentions refer to, across reports; ``name`` is the fullest common name."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    roles: tuple[EntityRole, ...]
    place: EntityPlace | None
    mentions: tuple[Citation, ...]
    decided: tuple[str, ...] = ()


@quicken
@dataclass(frozen=True, slots=True)
class TimeEntry:
    """A time expression of a report."""

    id: str
    report: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    earliest: date | None
    latest: date | None


@quicken
@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place name in a report and the entity that it names.

    Only one in literal ``use`` says where something is; "inside" another name ("Suez Canal Authority") or for its
    "people" ("Egyptian") it hints at its entity. ``confidence`` is how sure the choice of the place is, 0 to 1.
    """

    id: str
    report: str
    start: int
    end: int
    text: str
    entity: str | None
    use: Use
    confidence: float


@quicken
@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure of a report, with who says it and the series that it belongs to."""

    id: str
    report: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    best: float
    exclusive: bool
    approximate: bool
    unit: str
    counted: str
    relation: str | None
    share_of: str | None
    about_entity: str | None
    source_claim: str | None
    as_of_earliest: date | None
    as_of_latest: date | None
    series: str | None
    decided: tuple[str, ...] = ()


@quicken
@dataclass(frozen=True, slots=True)
class ClaimSource:
    """Who a claim is credited to; ``start``/``end`` None for the outlet itself."""

    kind: SourceKind
    name: str | None
    entity: str | None
    start: int | None
    end: int | None
    affiliation: str | None = None


@quicken
@dataclass(frozen=True, slots=True)
class ClaimRelay:
    """One step on the way from the source to the page."""

    name: str
    entity: str | None
    kind: str


@quicken
@dataclass(frozen=True, slots=True)
class Cue:
    """The span of the word that attributes."""

    start: int
    end: int


@quicken
@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a claim's content."""

    start: int
    end: int


@quicken
@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim of a report. ``origin`` is the origin it counts for when independence is counted.

    ``start``/``end`` reach from the first to the last character of the content; ``parts`` are the pieces of it where an
    attribution interrupts it, else the one whole piece.
    """

    id: str
    report: str
    start: int
    end: int
    text: str
    source: ClaimSource
    via: tuple[ClaimRelay, ...]
    cue: Cue | None
    quote: QuoteKind | None
    mode: Mode
    manner: str
    origin: str
    events: tuple[str, ...]
    figures: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    decided: tuple[str, ...] = ()


@quicken
@dataclass(frozen=True, slots=True)
class EventTelling:
    """One telling of an event: the span of its predicate, and the claim that carries it (None: none was found).
    ``aside`` is the phrase that tells it where its sentence is about something else.
    """

    report: str
    start: int
    end: int
    claim: str | None
    mode: Mode
    aside: Span | None = None


@quicken
@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened (or is said to have, to come, or not to have: see ``mode``), merged across reports.

    ``actors``, ``recipients`` and ``place`` are entity ids. ``independent_origins`` counts the origins behind its
    tellings.
    """

    id: str
    type: str
    plover: str | None
    acled: str | None
    predicate: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    earliest: date | None
    latest: date | None
    date_precision: int
    where_precision: int
    mode: Mode
    mentions: tuple[EventTelling, ...]
    independent_origins: int
    story: str
    decided: tuple[str, ...] = ()


@quicken
@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One value of a series on the day for which it holds."""

    as_of: date | None
    low: float | None
    high: float | None
    best: float
    figure: str
    origin: str
    report: str


@quicken
@dataclass(frozen=True, slots=True)
class CurrentValue:
    """The latest value of a series."""

    low: float | None
    high: float | None
    best: float
    as_of: date | None


@quicken
@dataclass(frozen=True, slots=True)
class Series:
    """Figures that count the same thing, in order of as-of time; ``revised`` = a later value replaced an
    earlier one.

    ``occasion`` is what they are told of where that is not the story's own event: "in 1953", "since 2009", "a year",
    "aside" (what may yet come, rates, lists of others); None = the story's own.
    """

    id: str
    label: str
    measure: str
    population: str
    place: str | None
    event: str | None
    unit: str
    points: tuple[SeriesPoint, ...]
    current: CurrentValue
    revised: bool
    story: str
    decided: tuple[str, ...] = ()
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims (or figures) that cannot both hold, or a value that was revised; ``reason`` says it in words."""

    id: str
    kind: DisagreementKind
    claims: tuple[str, ...]
    figures: tuple[str, ...]
    reason: str
    status: Status
    story: str
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held a place, from when to when, according to the claims named; ``share`` between 0 and 1, None
    = not said.
    """

    id: str
    place: str
    holder: str
    earliest: date | None
    latest: date | None
    share: float | None
    contested: bool
    claims: tuple[str, ...]
    independent_origins: int


@dataclass(frozen=True, slots=True)
class TollPoint:
    """How many one report tells of, as of the day on which it was printed; ``spans`` are the words that tell it.

    0 without spans: the report tells the other toll of the incident and nothing of this one.
    """

    as_of: date | None
    best: int
    origin: str
    report: str
    spans: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class IncidentToll:
    """How many were killed, or hurt, in an incident: the value that holds now (``best``), the least and the most that
    any report tells, and what each report tells in order of its day.

    ``revised`` = a later value replaced an earlier one.
    """

    best: int
    low: int
    high: int
    as_of: date | None
    revised: bool
    points: tuple[TollPoint, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One deed or accident that hurt people, as the main thing that some reports of a story tell of.

    ``reports`` are in order of publication, each in one incident at most. ``place`` is an entity id, ``people`` are
    those of the killed and the hurt who are named. ``injured`` counts those who lived. ``citations`` are the words that
    tell what it was, where and when; ``independent_origins`` counts the origins behind its reports.
    """

    id: str
    type: str
    place: str | None
    earliest: date | None
    latest: date | None
    date_precision: int
    people: tuple[str, ...]
    killed: IncidentToll
    injured: IncidentToll
    reports: tuple[str, ...]
    citations: tuple[Citation, ...]
    independent_origins: int
    story: str


@dataclass(frozen=True, slots=True)
class Story:
    """The reports that tell one unfolding thing; ``first`` and ``last`` are publication days."""

    id: str
    title: str
    first: date | None
    last: date | None
    reports: tuple[str, ...]
    entities: tuple[str, ...]
    decided: tuple[str, ...] = ()


@quicken
@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated line: ``headline`` is made from cited words only; ``precision`` as ``Event.date_precision``.

    ``weight`` says how important the line is among those of its story, for telling the weightiest alone.
    """

    story: str
    date_earliest: date
    date_latest: date
    precision: int
    headline: str
    events: tuple[str, ...]
    citations: tuple[Citation, ...]
    independent_origins: int = 1
    weight: float = 0.0
    decided: tuple[str, ...] = ()


@quicken
@dataclass(frozen=True, slots=True)
class BriefSentence:
    """One sentence of the brief, in its section, with what supports it."""

    story: str
    section: Literal["lead", "happened", "claims", "figures", "disputed", "unconfirmed", "holdings", "changes"]
    sentence: str
    citations: tuple[Citation, ...]
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a report that a decision is about, so that they are found again when everything is reckoned anew.

    ``text_hash`` is the beginning of the SHA-256 of the whole text: a report keeps it when its day or outlet is mended.
    ``words`` are the characters of the span, for showing them when the report is gone.
    """

    report: str
    text_hash: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, by the words that tell of it; ``name`` is what it was called when it was decided.

    ``sort`` tells disagreements of one set of figures apart: "figure", "figure superseded".
    """

    kind: TargetKind
    name: str
    anchors: tuple[Anchor, ...]
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class DecidedValue:
    """What a decision sets: a new name or a note (``text``), days (closed), where a place is (``location``), the place
    of an event, or the second thing of a merge or a split (``other``).
    """

    text: str | None = None
    earliest: date | None = None
    latest: date | None = None
    location: EntityPlace | None = None
    other: Target | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's correction, with who, when and why. Nothing of it is ever changed; an "undo" names what it ``undoes``.

    ``state``, ``undone_by``, ``concerns`` (ids of the things of this account that it is about; none for what was
    rejected) and ``story`` are worked out anew with every account.
    """

    id: str
    kind: DecisionKind
    target: Target | None
    value: DecidedValue | None
    author: str
    made: datetime
    reason: str
    undoes: str | None = None
    undone_by: str | None = None
    state: DecisionState = "in_force"
    concerns: tuple[str, ...] = ()
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Everything reconciled, for one or many stories. ``texts`` (report id to text) is for showing spans;
    not exported. ``decided`` of a row holds the ids of the decisions behind it.
    """

    reports: tuple[ReportEntry, ...] = ()
    origins: tuple[Origin, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeEntry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    figures: tuple[FigureEntry, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    holdings: tuple[Holding, ...] = ()
    incidents: tuple[Incident, ...] = ()
    stories: tuple[Story, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    brief: tuple[BriefSentence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    texts: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def shown(self, citation: Citation) -> str:
        """The characters that a citation points to."""
        return self.texts[citation.report][citation.start : citation.end]
