"""Finding the figures of a report, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.reading.figures.ages import Age, continues_ages, is_aged, read_age, years_at
from reportedly.reading.figures.counted import Counted, read_counted
from reportedly.reading.figures.lexicon import CLASSES, grammar, nouns, numerals
from reportedly.reading.figures.lookalikes import is_lookalike
from reportedly.reading.figures.measured import dimension_after, measured_relation
from reportedly.reading.figures.numbers import HYPHENS, touches, word
from reportedly.reading.figures.quantities import Quantity, read_quantity
from reportedly.reading.figures.relations import people_of, relation_of
from reportedly.reading.figures.shares import read_fraction, share_of
from reportedly.reading.figures.windows import ORDINALS, is_window, read_ordinal
from reportedly.reading.reading import Figure, Mention, Sentence, TimeExpression, Token
from reportedly.records import replace
from reportedly.report import Report

JOINTS = frozenset({",", "and", "or", "plus", "as", "well", "including", "another", "the"})
REFERRING = frozenset({"all", "another", "remaining", "other", "first", "last", "further"})
HARM = frozenset({"killed", "injured", "missing", "arrested"})
BODILY = HARM | {"abducted", "rescued", "surrendered", "trapped"}


@dataclass(slots=True)
class Scene:
    """One sentence while its figures are read; ``found`` grows from left to right.

    ``counts`` is what each number counted so far in the report ("12 boys … all 12").
    """

    number: int
    tokens: Sequence[Token]
    dated: frozenset[int]
    persons: frozenset[int]
    ends: dict[int, int]
    starts: dict[int, int]
    counts: dict[float, str]
    found: list[tuple[int, int, Figure]] = field(default_factory=list)


def find_figures(
    report: Report, sentences: Sequence[Sentence], times: Sequence[TimeExpression], mentions: Sequence[Mention]
) -> tuple[Figure, ...]:
    """The figures of a report in order; ``claim`` and the as-of days are joined on later (``linking.py``).

    A number inside a date or a clock time (``times``) is no figure; durations are. ``mentions`` tell which nouns name
    persons and what a measure or an age belongs to (``about``).
    """
    days: dict[int, list[tuple[int, int]]] = {}
    for time in times:
        if time.type in {"DATE", "TIME"}:
            days.setdefault(time.sentence, []).append((time.start, time.end))
    persons = frozenset(
        mention.head.start for mention in mentions if mention.kind == "person" and mention.form == "nominal"
    )
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.form != "pronoun":
            by_sentence.setdefault(mention.sentence, []).append(index)
    figures: list[Figure] = []
    counts: dict[float, str] = {}
    for number, sentence in enumerate(sentences):
        if any(_may_start(token) for token in sentence.tokens):
            held = by_sentence.get(number, [])
            scene = Scene(
                number,
                sentence.tokens,
                _within(sentence.tokens, days.get(number, ())),
                persons,
                {mentions[index].end: index for index in reversed(held)},
                {mentions[index].start: index for index in reversed(held)},
                counts,
            )
            figures += _read(scene)
    return tuple(sorted(figures, key=lambda figure: (figure.start, -figure.end)))


def _may_start(token: Token) -> bool:
    return token.lower[0].isdigit() or token.lower in numerals().starts or token.lower in ORDINALS


def _within(tokens: Sequence[Token], days: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indexes of the tokens inside dates."""
    if not days:
        return frozenset()
    return frozenset(
        index
        for index, token in enumerate(tokens)
        if any(start < token.end and token.start < end for start, end in days)
    )


def _read(scene: Scene) -> Iterator[Figure]:
    """The figures of one sentence."""
    index, tokens = 0, scene.tokens
    while index < len(tokens):
        after = index + 1
        if index not in scene.dated and _may_start(tokens[index]):
            found = _figure_at(scene, index)
            if found:
                figure, after = found
                yield figure
        index = max(after, index + 1)


def _figure_at(scene: Scene, index: int) -> tuple[Figure, int] | None:
    """The figure whose number starts at a token, and the token after that number."""
    tokens = scene.tokens
    age = read_age(tokens, index) or _next_age(scene, index)
    if age:
        return _of_age(scene, age), age.last
    zero = _none_of(scene, index) or _none_at(tokens, index)
    if zero:
        figure = _counting(scene, *zero)
        return (figure, zero[0].last) if figure else None
    ordinal = read_ordinal(tokens, index)
    if ordinal:
        return _measuring(scene, ordinal, "elapsed"), ordinal.last
    fraction = read_fraction(tokens, index)
    if fraction:
        return _sharing(scene, fraction), fraction.last
    quantity = read_quantity(tokens, index)
    if quantity is None:
        return None
    figure = _of_quantity(scene, quantity)
    return (figure, quantity.last) if figure else None


def _next_age(scene: Scene, index: int) -> Age | None:
    """The next of a list of ages ("their sons, 4, 6 and 9")."""
    if not scene.found or scene.found[-1][2].relation != "age" or scene.found[-1][1] != index - 1:
        return None
    return years_at(scene.tokens, index) if continues_ages(scene.tokens, index) else None


def _of_quantity(scene: Scene, quantity: Quantity) -> Figure | None:
    tokens = scene.tokens
    if quantity.unit is not None:
        if is_lookalike(tokens, quantity, True) or is_window(tokens, quantity):
            return None
        if quantity.unit.unit.kind == "share":
            return _sharing(scene, quantity)
        return _measuring(scene, _with_dimension(tokens, quantity), measured_relation(tokens, quantity))
    if is_aged(tokens, quantity):
        return _measuring(scene, quantity, "age")
    counted = read_counted(tokens, quantity, scene.persons)
    if counted is None and word(tokens, quantity.last) in HYPHENS and touches(tokens, quantity.last):
        return None
    if is_lookalike(tokens, quantity, counted is not None) or (counted and _is_idle(tokens, quantity, counted)):
        return None
    return _counting(scene, quantity, counted or _shared_noun(scene, quantity))


def _is_idle(tokens: Sequence[Token], quantity: Quantity, counted: Counted) -> bool:
    """ "three times", "34 things to know", "one John Smith": a noun that is not counted."""
    if (
        word(tokens, quantity.number) == "one"
        and counted.unit not in CLASSES
        and tokens[counted.first].text[0].isupper()
    ):
        return True
    return tokens[counted.head].lemma in nouns().idle


def _counting(scene: Scene, quantity: Quantity, counted: Counted | None) -> Figure | None:
    """A count of things or persons; None where nothing shows that the bare number counts anything."""
    tokens, last = scene.tokens, counted.last if counted else quantity.last
    phrase, head = (counted.first, counted.head) if counted else (quantity.last, None)
    relation = None
    if not _is_whole(scene, quantity):
        relation = relation_of(tokens, quantity.first, phrase, head, last, quantity.spanned) or _inherited(
            scene, quantity
        )
    unit = (counted.unit if counted else "") or _recovered(scene, quantity, relation)
    if (
        unit is None
        or (unit == "people" and (quantity.low or quantity.high or 0.0) % 1)
        or (relation is None and unit not in CLASSES and _is_slight(tokens, quantity))
    ):
        return None
    noun = counted.phrase if counted and counted.unit else unit
    if head is not None and unit == "people" and relation:
        noun = people_of(tokens, phrase, head) or noun
    return _made(scene, quantity, last, unit, noun, relation)


def _is_whole(scene: Scene, quantity: Quantity) -> bool:
    """The 12 of "four of the 12 boys were rescued", or "of the 12 boys, four …": nothing is said of all 12."""
    if (
        word(scene.tokens, quantity.first - 1 - (word(scene.tokens, quantity.first - 1) == "the")) == "of"
        and quantity.first <= 2
    ):
        return True
    return bool(scene.found) and quantity.first < scene.found[-1][1] and scene.found[-1][0] < quantity.first


def _is_slight(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "one", "several", "a few": they count only what something is said of ("several reasons" is no figure)."""
    return word(tokens, quantity.number) == "one" or (quantity.style == "vague" and quantity.best < 10)


def _inherited(scene: Scene, quantity: Quantity) -> str | None:
    """ "killed two men, three women and a child": what was said of the first holds for those joined to it."""
    if not scene.found:
        return None
    _, end, figure = scene.found[-1]
    between = [token.lower for token in scene.tokens[end : quantity.first]]
    return figure.relation if between and all(each in JOINTS for each in between) and len(between) < 4 else None


def _recovered(scene: Scene, quantity: Quantity, relation: str | None) -> str | None:
    """The unit where the noun is left out: persons by the relation, else what was counted before."""
    if relation in grammar().people_relations:
        return "people"
    same = scene.counts.get(quantity.best)
    if same and (quantity.spanned or relation or _is_subject(scene.tokens, quantity)):
        return same
    latest = scene.found[-1][2].unit if scene.found and scene.found[-1][2].unit in CLASSES else None
    if latest and (quantity.spanned or relation or _is_rate(scene.tokens, quantity)):
        return latest
    bounded = quantity.low != quantity.high and quantity.style != "vague"
    if quantity.spanned & REFERRING or relation or (bounded and _is_subject(scene.tokens, quantity)):
        return "people"
    return None


def _is_subject(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "at least two were taken away", "the four are in hospital": a number that a plural verb follows."""
    return word(tokens, quantity.last) in {"were", "are", "have", "had"} and quantity.best > 1


def _is_rate(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "about 50 per day", "300 a week"."""
    return word(tokens, quantity.last) in {"per", "a", "each", "every"} and word(tokens, quantity.last + 1) in {
        "day",
        "week",
        "month",
        "year",
        "hour",
        "night",
    }


def _measuring(scene: Scene, quantity: Quantity, relation: str | None) -> Figure:
    unit = quantity.unit.unit.name if quantity.unit else "years"
    figure = _made(scene, quantity, quantity.last, unit, unit, _converted(scene, quantity) or relation)
    return replace(figure, about=_about(scene, quantity, figure))


def _converted(scene: Scene, quantity: Quantity) -> str | None:
    """ "an altitude of 770 km (480 miles)": the same measure again in another unit."""
    if word(scene.tokens, quantity.first - 1) != "(" or not scene.found or scene.found[-1][1] < quantity.first - 3:
        return None
    return scene.found[-1][2].relation


def _about(scene: Scene, quantity: Quantity, figure: Figure) -> int | None:
    """The mention that a measure belongs to: right after it ("the 400-metre Ever Given"), or before "is" ("the ship
    is 400 metres long").
    """
    tokens = scene.tokens
    if quantity.unit and quantity.unit.hyphenated:
        for at in range(quantity.last, min(quantity.last + 4, len(tokens))):
            if tokens[at].start in scene.starts:
                return scene.starts[tokens[at].start]
    before = word(tokens, quantity.first - 1)
    if before in {"is", "was", "weighs", "weighing", "measures", "measuring", ",", "aged"} and quantity.first >= 2:
        at = quantity.first - 2 - (word(tokens, quantity.first - 2) == ",")
        return scene.ends.get(tokens[at].end)
    return None


def _sharing(scene: Scene, quantity: Quantity) -> Figure:
    """A share: its relation is what is said of the part."""
    whole, last = share_of(scene.tokens, quantity.last)
    relation = relation_of(scene.tokens, quantity.first, quantity.last, None, last, quantity.spanned)
    if whole is None and relation in BODILY:
        relation = None  # "a rate of 15.5% held" is about no people
    figure = _made(scene, quantity, last, "percent", whole or "percent", relation or "share")
    return replace(figure, share_of=whole)


def _of_age(scene: Scene, age: Age) -> Figure:
    best = (age.low + age.high) / 2
    quantity = Quantity(age.first, age.last, age.first, age.low, age.high, best, approximate=age.approximate)
    figure = _made(scene, quantity, age.last, "years", "years", "age")
    return replace(figure, about=scene.ends.get(scene.tokens[max(0, age.first - 2)].end))


def _none_of(scene: Scene, index: int) -> tuple[Quantity, Counted] | None:
    """ "none of the 13 was hurt", "none of the passengers died"."""
    if scene.tokens[index].lower != "none" or word(scene.tokens, index + 1) != "of":
        return None
    zero = Quantity(index, index + 1, index, 0.0, 0.0, 0.0, style="words")
    counted = read_counted(scene.tokens, zero, scene.persons) or _bare_whole(scene.tokens, index + 2)
    return (zero, counted) if counted and counted.unit in {"people", ""} else None


def _bare_whole(tokens: Sequence[Token], at: int) -> Counted | None:
    """ "of the 13" without a noun: people."""
    at += word(tokens, at) in {"the", "these", "those"}
    number = read_quantity(tokens, at) if at < len(tokens) else None
    return Counted(at, number.last, number.last - 1, "people", "people") if number else None


def _none_at(tokens: Sequence[Token], index: int) -> tuple[Quantity, Counted] | None:
    """ "no injuries", "no one was hurt", "nobody died": none of them."""
    lower, following = tokens[index].lower, word(tokens, index + 1)
    zero = Quantity(index, index + 1, index, 0.0, 0.0, 0.0, style="words")
    if lower == "no" and following in nouns().zero and word(tokens, index - 1) not in {"say", "no"}:
        return zero, Counted(index + 1, index + 2, index + 1, following, "people")
    if lower == "nobody" or (lower == "no" and following == "one"):
        last = index + 1 + (lower == "no")
        if word(tokens, last) == "else":
            return None
        if relation_of(tokens, index, last, None, last, frozenset()) in HARM:
            return replace(zero, last=last), Counted(index, last, last - 1, "people", "people")
    return None


def _with_dimension(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """Takes "long" in "400m-long" and "old" in "25-year-old" into the span."""
    dimension = dimension_after(tokens, quantity.last)
    if word(tokens, quantity.last) in HYPHENS and dimension:
        return replace(quantity, last=quantity.last + 2, unit=quantity.unit)
    return replace(quantity, last=quantity.last + 1) if dimension == "age" else quantity


def _shared_noun(scene: Scene, quantity: Quantity) -> Counted | None:
    """ "50 foreign and 40 Thai divers": the noun comes only after the second number."""
    tokens, at = scene.tokens, quantity.last
    while at < quantity.last + 2 and word(tokens, at).isalpha() and word(tokens, at) not in nouns().stop:
        at += 1
    if word(tokens, at) not in {"and", "or", "to"} or (at == quantity.last and word(tokens, at) == "and"):
        return None
    second = read_quantity(tokens, at + 1) if at + 1 < len(tokens) else None
    if second is None or second.unit is not None:
        return None
    found = read_counted(tokens, second, scene.persons)
    if found is None or found.partitive:
        return None
    words = [token.lower for token in tokens[quantity.last : at]]
    return Counted(quantity.last, at, at - 1, " ".join([*words, tokens[found.head].lower]), found.unit)


def _made(scene: Scene, quantity: Quantity, last: int, unit: str, counted: str, relation: str | None) -> Figure:
    """The figure over the characters of a quantity and what it counts; remembered for those that lean on it."""
    tokens = scene.tokens
    end = max(last, quantity.last)
    figure = Figure(
        start=tokens[quantity.first].start,
        end=tokens[end - 1].end,
        sentence=scene.number,
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        exclusive=quantity.exclusive,
        approximate=quantity.approximate,
        unit=unit,
        counted=counted,
        relation=relation,
    )
    scene.found.append((quantity.first, end, figure))
    if unit in CLASSES and quantity.best > 1:
        scene.counts[quantity.best] = unit
    return figure
