"""Time expressions against TimeBank and AQUAINT (TempEval-3's gold), and against the answer keys of the stories.

    python -m evals.times [--data FOLDER] [--errors N] [--json]

Every third document by name is "held": no rule is tuned on it. Scores follow TempEval-3 (UzZaman et al., SemEval 2013):
an expression is found strictly where both offsets agree and relaxed where the spans overlap; type and value F1 are
relaxed F1 times the share of found expressions whose attribute is right. ``strict_value_f1`` asks for offsets and value
at once.
"""

from __future__ import annotations

import argparse
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from evals import shared
from reportedly.reading.reading import TimeExpression
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report

DATA = "data/time"

CORPORA = ("timebank", "aquaint")
STORIES = ("seeds", "stories/evergiven", "stories/thaicave")
TIMEX = re.compile(r"<TIMEX3([^>]*)>|</TIMEX3>|<[^>]*>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated expression; ``start``/``end`` count characters of the text without tags."""

    start: int
    end: int
    type: str
    value: str


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0
    strict_value: int = 0
    errors: list[str] = field(default_factory=list)

    def scores(self) -> dict[str, float]:
        """The named scores, between 0 and 1."""
        relaxed = _f1(self.relaxed, self.found, self.gold)
        return {
            "strict_precision": _ratio(self.strict, self.found),
            "strict_recall": _ratio(self.strict, self.gold),
            "strict_f1": _f1(self.strict, self.found, self.gold),
            "relaxed_precision": _ratio(self.relaxed, self.found),
            "relaxed_recall": _ratio(self.relaxed, self.gold),
            "relaxed_f1": relaxed,
            "type_f1": relaxed * _ratio(self.type, self.relaxed),
            "value_f1": relaxed * _ratio(self.value, self.relaxed),
            "strict_value_f1": _f1(self.strict_value, self.found, self.gold),
        }


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


def read_timeml(path: Path) -> tuple[str, date | None, list[Gold]]:
    """The text inside ``<TEXT>``, the day of creation and the annotated expressions of a TimeML file."""
    source = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    pieces: list[str] = []
    gold: list[Gold] = []
    opened: tuple[int, dict[str, str]] | None = None
    length = position = 0
    for tag in TIMEX.finditer(body):
        piece = html.unescape(body[position : tag.start()])
        pieces.append(piece)
        length += len(piece)
        position = tag.end()
        if tag.group(1) is not None:
            opened = length, dict(ATTRIBUTE.findall(tag.group(1)))
        elif tag.group() == "</TIMEX3>" and opened:
            gold.append(Gold(opened[0], length, opened[1]["type"], opened[1]["value"]))
            opened = None
    pieces.append(html.unescape(body[position:]))
    return "".join(pieces), date.fromisoformat(created.group(1)) if created else None, gold


def _times(text: str, published: date | None) -> tuple[TimeExpression, ...]:
    return find_times(Report("eval", "eval", text, "", published=published), find_sentences(text))


def count(tally: Tally, text: str, gold: list[Gold], found: tuple[TimeExpression, ...], name: str) -> None:
    """Adds one document; each found expression answers for the first annotated one that it overlaps and nobody else
    has.
    """
    tally.gold += len(gold)
    tally.found += len(found)
    taken: set[int] = set()
    for item in gold:
        over = [i for i, time in enumerate(found) if time.start < item.end and item.start < time.end and i not in taken]
        shown = _shown(text, item.start, item.end)
        if not over:
            tally.errors.append(_line("missed", name, shown, item.value))
            continue
        index = min(over, key=lambda i: (found[i].start, found[i].end) != (item.start, item.end))
        taken.add(index)
        time = found[index]
        exact = (time.start, time.end) == (item.start, item.end)
        tally.relaxed += 1
        tally.strict += exact
        tally.type += time.type == item.type
        tally.value += time.value == item.value
        tally.strict_value += exact and time.value == item.value
        if time.value != item.value:
            note = f"{item.value} not {time.value} ({text[time.start : time.end]})"
            tally.errors.append(_line("value", name, shown, note))
        elif not exact:
            tally.errors.append(_line("span", name, shown, text[time.start : time.end]))
    for i, time in enumerate(found):
        if i not in taken:
            tally.errors.append(_line("extra", name, _shown(text, time.start, time.end), time.value))


def _shown(text: str, start: int, end: int) -> str:
    return f"{text[max(start - 40, 0) : start]}[{text[start:end]}]{text[end : end + 20]}"


def _line(kind: str, name: str, shown: str, note: str) -> str:
    return f"{kind:6} {name[:26]:26} {' '.join(shown.split())}  ->  {note}"


def _documents(folder: Path) -> Iterator[tuple[str, Path]]:
    for number, path in enumerate(sorted(folder.glob("*.tml"))):
        yield ("held" if number % 3 == 2 else "dev"), path


def tallies(data: Path) -> dict[str, Tally]:
    """Counts by corpus and part, such as ``"timebank.dev"``."""
    result: dict[str, Tally] = {}
    for corpus in CORPORA:
        for part, path in _documents(data / corpus):
            text, created, gold = read_timeml(path)
            count(result.setdefault(f"{corpus}.{part}", Tally()), text, gold, _times(text, created), path.stem)
    return result


def story_scores(folder: Path, errors: list[str]) -> tuple[int, int, int]:
    """How many times of a story's key there are, were found, and have the right value (the phrase's first place in the
    report).
    """
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    found = right = 0
    for item in key["times"]:
        raw = (folder / item["file"]).read_text(encoding="utf-8")
        head = re.match(r"\s*date (\d{4}-\d\d-\d\d) ?", raw)
        text = raw[head.end() :] if head else raw
        start = text.find(item["phrase"])
        times = _times(text, date.fromisoformat(head.group(1)) if head else None)
        end = start + len(item["phrase"])
        hits = [time for time in times if start <= time.start < end or time.start <= start < time.end]
        found += bool(hits)
        good = any(time.value == item["value"] for time in hits)
        right += good
        if not good:
            got = [f"{text[time.start : time.end]}={time.value}" for time in hits]
            note = f"{item['value']} not {got}"
            errors.append(_line("story", item["file"], text[max(start - 60, 0) : end + 20], note))
    return len(key["times"]), found, right


def _stories(data: Path) -> list[Path]:
    """The folders of the example stories beside ``data/time``."""
    folders = [data.parent.parent / story for story in STORIES]
    return [folder for folder in folders if (folder / "key.json").is_file()]


def measure(data: Path) -> dict[str, float]:
    """All scores by name: ``"timebank.dev.value_f1"``, ``"stories.value"`` (share of the keys' times with the right
    value).
    """
    scores = {f"{name}.{key}": value for name, tally in tallies(data).items() for key, value in tally.scores().items()}
    stories = [story_scores(folder, []) for folder in _stories(data)]
    if stories:
        asked, found, right = (sum(column) for column in zip(*stories, strict=True))
        scores |= {"stories.found": _ratio(found, asked), "stories.value": _ratio(right, asked)}
    return scores


def main() -> None:
    """Prints a table, and with ``--errors`` what went wrong in the dev part and the stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / CORPORA[0]).is_dir():
        parser.exit(2, f"No TimeML data in {options.data}: name the folder of timebank/ and aquaint/ with --data.\n")
    scores = measure(options.data)
    if options.json:
        print(json.dumps(scores, indent=1))
        return
    names = list(next(iter(tallies(options.data).values())).scores())
    print(f"{'':18}" + "".join(f"{name.replace('_', ' '):>18}" for name in names))
    for part in [f"{corpus}.{part}" for corpus in CORPORA for part in ("dev", "held")]:
        print(f"{part:18}" + "".join(f"{scores[f'{part}.{name}']:18.3f}" for name in names))
    for name in ("stories.found", "stories.value"):
        print(f"{name:18}{scores.get(name, 0.0):18.3f}")
    if options.errors:
        _print_errors(options.data, options.errors)


def _print_errors(data: Path, limit: int) -> None:
    for name, tally in tallies(data).items():
        if name.endswith("dev"):
            print("\n".join([f"--- {name}", *tally.errors[:limit]]))
    lines: list[str] = []
    for folder in _stories(data):
        story_scores(folder, lines)
    print("\n".join(["--- stories", *lines[:limit]]))


if __name__ == "__main__":
    main()
