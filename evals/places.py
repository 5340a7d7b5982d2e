"""Places: found in raw text, and resolved to within 161 km (100 miles) of where annotators put them.

    python -m evals.places [--data FOLDER] [--errors N] [--json]

Gold: LGL (local US papers) and TR-News (world news), articles with odd and even index apart: the odd ones (``dev``)
were used for
development, the even ones (``held``) only for measuring. Scores:

- ``resolved_161km``: of the gold names with coordinates, given their spans, the share put within 161 km;
- ``recall_161km``: of the same names, the share found in the raw text and put within 161 km;
- ``precision``: of the places found in raw text, the share that overlap a gold name;
- ``literal_…``: the same of the places found whose use is literal. The gold counts every use: what names a people
  ("Egyptian") or stands inside another name ("Suez Canal Authority") is in it, and so is in ``recall_161km``.
"""

from __future__ import annotations

import argparse
import json
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from evals import shared
from reportedly.reading.mentions import find_mentions
from reportedly.reading.places import find_places, resolve_spans
from reportedly.reading.reading import Location, PlaceMention
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report, Span

DATA = "data/place"

NEAR = 161.0
SETS = ("lgl", "trnews")


@dataclass(frozen=True, slots=True)
class Gold:
    """A place name of the gold data; ``point`` (latitude, longitude) is None where annotators gave none."""

    span: Span
    phrase: str
    point: tuple[float, float] | None
    label: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its gold names; ``part`` is "dev" or "held"."""

    name: str
    part: str
    text: str
    places: tuple[Gold, ...]


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file; gold spans that do not show their phrase are moved to the nearest place that does."""
    for index, node in enumerate(ElementTree.parse(path).getroot()):
        text = node.findtext("text") or ""
        found = [gold for toponym in node.iter("toponym") if (gold := _gold(toponym, text)) is not None]
        yield Article(f"{path.stem}:{index}", "dev" if index % 2 else "held", text, tuple(found))


def _gold(toponym: ElementTree.Element, text: str) -> Gold | None:
    phrase = toponym.findtext("phrase") or ""
    told = int(toponym.findtext("start") or 0)
    starts = [start for start in range(len(text)) if text.startswith(phrase, start)] if phrase else []
    if not starts:
        return None
    start = min(starts, key=lambda start: abs(start - told))
    tag = toponym.find("gaztag")
    latitude = (tag.findtext("lat") if tag is not None else None) or toponym.findtext("lat")
    longitude = (tag.findtext("lon") if tag is not None else None) or toponym.findtext("lon")
    point = (float(latitude), float(longitude)) if latitude and longitude else None
    label = ""
    if tag is not None:
        label = f"{tag.findtext('name')} ({tag.findtext('fcode')}, {tag.findtext('admin1')}, {tag.findtext('country')})"
    return Gold(Span(start, start + len(phrase)), phrase, point, label)


def kilometres(point: tuple[float, float], location: Location | None) -> float:
    """The great-circle distance; infinite where there is no location."""
    if location is None:
        return float("inf")
    south, north = radians(point[0]), radians(location.latitude)
    across = radians(location.longitude - point[1])
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


@dataclass(slots=True)
class Tally:
    """Counts of one part of one set."""

    gold: int = 0
    resolved: int = 0
    recalled: int = 0
    found: int = 0
    right: int = 0
    literal_recalled: int = 0
    literal_found: int = 0
    literal_right: int = 0

    def scores(self) -> dict[str, float]:
        """Shares; 0 where nothing was counted."""
        return {
            "resolved_161km": self.resolved / max(1, self.gold),
            "recall_161km": self.recalled / max(1, self.gold),
            "precision": self.right / max(1, self.found),
            "literal_recall_161km": self.literal_recalled / max(1, self.gold),
            "literal_precision": self.literal_right / max(1, self.literal_found),
        }


def measure_articles(path: Path, errors: list[str] | None = None) -> dict[str, Tally]:
    """Tallies by part ("dev", "held") for one file; errors of the dev part are appended to the list."""
    tallies = {"dev": Tally(), "held": Tally()}
    for article in articles(path):
        _count(article, tallies[article.part], errors if article.part == "dev" else None)
    return tallies


def _count(article: Article, tally: Tally, errors: list[str] | None) -> None:
    report = Report("r0", article.name, article.text, "")
    sentences = find_sentences(article.text)
    given = {
        (place.start, place.end): place
        for place in resolve_spans(report, sentences, {gold.span for gold in article.places})
    }
    found = find_places(report, sentences, find_mentions(report, sentences, find_times(report, sentences)))
    tally.found += len(found)
    for place in found:
        right = any(gold.span.overlaps(Span(place.start, place.end)) for gold in article.places)
        tally.right += right
        if place.use == "literal":
            tally.literal_found += 1
            tally.literal_right += right
        if not right and errors is not None:
            errors.append(f"false   {article.name} {place.use} {_shown(article.text, place)}")
    for gold in article.places:
        if gold.point is not None:
            _compare(article, gold, gold.point, given[gold.span.start, gold.span.end], found, tally, errors)


def _compare(
    article: Article,
    gold: Gold,
    point: tuple[float, float],
    given: PlaceMention,
    found: tuple[PlaceMention, ...],
    tally: Tally,
    errors: list[str] | None,
) -> None:
    tally.gold += 1
    resolved = kilometres(point, given.location) <= NEAR
    tally.resolved += resolved
    over = [place for place in found if gold.span.overlaps(Span(place.start, place.end))]
    recalled = any(kilometres(point, place.location) <= NEAR for place in over)
    tally.recalled += recalled
    tally.literal_recalled += any(
        place.use == "literal" and kilometres(point, place.location) <= NEAR for place in over
    )
    if errors is not None and not resolved:
        errors.append(f"resolve {article.name} {gold.phrase!r} is {gold.label}, not {_shown(article.text, given)}")
    if errors is not None and resolved and not recalled:
        what = "missed " if not over else "located"
        errors.append(f"{what} {article.name} {gold.phrase!r} {gold.label} in {_around(article.text, gold.span)}")


def _shown(text: str, place: PlaceMention) -> str:
    location = place.location
    where = f"{location.name}, {location.admin1}, {location.country} ({location.feature})" if location else "nothing"
    return f"{where} {place.confidence:.2f} in {_around(text, Span(place.start, place.end))}"


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 25]
    return f"{before}[{text[span.start : span.end]}]{after}".replace("\n", " ")


def measure(data: Path, errors: list[str] | None = None) -> dict[str, float]:
    """All scores, named ``set.part.score``."""
    scores = {}
    for name in SETS:
        for part, tally in measure_articles(data / f"{name}.xml", errors).items():
            scores.update({f"{name}.{part}.{key}": value for key, value in tally.scores().items()})
    return scores


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of the dev parts")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.data / "lgl.xml").is_file():
        sys.exit(f"evals.places: {arguments.data} has no lgl.xml; name the folder that has it with --data")
    errors: list[str] = []
    scores = measure(arguments.data, errors)
    if arguments.json:
        print(json.dumps(scores, indent=1))
        return
    for name, value in scores.items():
        print(f"{name:<34} {value:.3f}")
    for error in errors[: arguments.errors]:
        print(error)


if __name__ == "__main__":
    main()
