"""How well attacks are found in whole messages: slots of the MUC-3/4 templates.

``python -m evals.events_muc [--data FOLDER] [--every N] [--errors N] [--json]``. The slots of all templates of a
message are laid together, so are those of all violent events that we find in it; each answer is right where it shares
its head word with an answer of the key (an overlapping interval of at most a week for dates, a name among those of the
key for places). Optional answers of the key ("?") are not missed. The best systems of 1992 filled templates with an F1
of 50 to 58, by a stricter score that also aligns templates.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from evals import shared
from reportedly.reading.reader import Reader
from reportedly.reading.reading import EventMention, Reading
from reportedly.report import Report

FOLDER = "data/events/muc34/dev"
NAMES = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MONTHS = {name: number for number, name in enumerate(NAMES, 1)}
DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})")
FIELDS = {
    "INCIDENT: DATE": "date",
    "INCIDENT: LOCATION": "place",
    "INCIDENT: INSTRUMENT ID": "weapon",
    "PERP: INDIVIDUAL ID": "perpetrator",
    "PERP: ORGANIZATION ID": "perpetrator",
    "PHYS TGT: ID": "target",
    "HUM TGT: NAME": "victim",
    "HUM TGT: DESCRIPTION": "victim",
}
SLOTS = ("perpetrator", "victim", "target", "weapon", "place", "date")
VIOLENT = frozenset(
    {
        "attack", "air_strike", "shelling", "remote_explosive", "suicide_bombing", "chemical_attack", "shooting",
        "abduction", "killing", "explosion", "damage", "looting", "execution", "injury", "torture",
    }
)  # fmt: skip
FACTS = frozenset({"asserted", "likely"})
EMPTY = frozenset({"THE", "A", "AN", "OF", "AND", "IN", "ON", "FOR", "DE", "LA", "EL", "LOS", "DEL"})


@dataclass
class Answer:
    """One answer of the key: its alternatives; an optional one is not missed."""

    alternatives: tuple[str, ...]
    optional: bool = False


@dataclass
class Key:
    """The answers of a message, by slot."""

    slots: dict[str, list[Answer]] = field(default_factory=lambda: {slot: [] for slot in SLOTS})


def messages(folder: Path) -> Iterator[tuple[str, str]]:
    """Each message's id and text."""
    for path in sorted(folder.glob("dev-muc3-*")):
        parts = re.split(r"^(DEV-MUC3-\d+).*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        yield from zip(parts[1::2], parts[2::2], strict=True)


def keys(folder: Path) -> dict[str, Key]:
    """The answers by message."""
    found: dict[str, Key] = {}
    for path in sorted(folder.glob("key-dev-*")):
        message, slot = "", ""
        for line in path.read_text(encoding="utf-8").splitlines():
            named = re.match(r"\d+\.\s+([A-Z :]+?)\s{2,}(.*)$", line)
            value = named[2] if named else line.strip()
            if named:
                slot = FIELDS.get(named[1].strip(), "")
                if named[1].strip() == "MESSAGE: ID":
                    message = value.split()[0]
                    found.setdefault(message, Key())
            answer = _answer(slot, value)
            if slot and answer is not None:
                found[message].slots[slot].append(answer)
    return found


def _answer(slot: str, value: str) -> Answer | None:
    """An answer from its line; None for an empty one."""
    optional = value.startswith("?")
    if slot == "date":
        return Answer((value.lstrip("? "),), optional) if DAY.search(value) else None
    if slot == "place":
        names = tuple(re.sub(r"\(.*?\)", "", part).strip() for part in re.split(r"[:\-]", value.lstrip("? ")))
        return Answer(tuple(name for name in names if name), optional) if names[0] not in {"*", ""} else None
    quoted = tuple(re.findall(r'"([^"]+)"', value))
    return Answer(quoted, optional) if quoted else None


def running_text(message: str) -> tuple[str, date | None]:
    """The text with lines joined to paragraphs, and its day from the dateline."""
    head = DAY.search(message[:200])
    day = date(1900 + int(head[3]), MONTHS.get(head[2], 1), int(head[1])) if head and head[2] in MONTHS else None
    body = message.split("-- ", 1)[-1] if "-- " in message[:300] else message
    body = re.sub(r"^(\s*\[[A-Z ,.]+\])+", "", body.strip())
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", body)]
    return "\n\n".join(part for part in paragraphs if part), day


def answers(text: str, reading: Reading) -> dict[str, list[tuple[str, ...]]]:
    """What we found, by slot: each answer with all its names."""
    found: dict[str, dict[object, tuple[str, ...]]] = {slot: {} for slot in SLOTS}
    for event in reading.events:
        if event.type in VIOLENT and event.mode in FACTS:
            _collect(text, reading, event, found)
    return {slot: list(dict.fromkeys(each.values())) for slot, each in found.items()}


def _collect(text: str, reading: Reading, event: EventMention, found: dict[str, dict[object, tuple[str, ...]]]) -> None:
    for role, indexes in (("actor", event.actors), ("recipient", event.recipients)):
        for index in indexes:
            mention = reading.mentions[index]
            slot = _slot(role, reading.chains[mention.chain].kind if mention.chain >= 0 else mention.kind)
            names = _names(text, reading, index)
            if slot and names:
                found[slot][mention.chain if mention.chain >= 0 else (index,)] = names
    for mention in reading.mentions:
        if mention.sentence == event.sentence and mention.kind == "weapon":
            found["weapon"][text[mention.head.start : mention.head.end]] = (text[mention.start : mention.end],)
    if event.place is not None:
        place = reading.places[event.place]
        named = place.location.name if place.location else ""
        found["place"][named or text[place.start : place.end]] = (text[place.start : place.end], named)
    if event.earliest and event.latest and (event.latest - event.earliest).days <= 7:
        found["date"][event.earliest] = (event.earliest.isoformat(), event.latest.isoformat())


def _slot(role: str, kind: str) -> str | None:
    if role == "actor":
        return "perpetrator" if kind in {"person", "group", "organisation"} else "weapon" if kind == "weapon" else None
    return {"person": "victim", "group": "victim", "nationality": "victim"}.get(kind, "target")


def _names(text: str, reading: Reading, index: int) -> tuple[str, ...]:
    chain = reading.mentions[index].chain
    members = reading.chains[chain].mentions if chain >= 0 else (index,)
    return tuple(
        dict.fromkeys(
            text[reading.mentions[i].start : reading.mentions[i].end].upper()
            for i in members
            if reading.mentions[i].form != "pronoun"
        )
    )


def matches(slot: str, answer: Answer, said: tuple[str, ...]) -> bool:
    """Whether an answer of ours agrees with one of the key."""
    if slot == "date":
        return _overlaps(answer.alternatives[0], *said)
    if slot == "place":
        return any(name.upper() in {each.upper() for each in answer.alternatives} for name in said if name)
    return any(_shares_head(gold, name) for gold in answer.alternatives for name in said)


def _overlaps(written: str, first: str, last: str) -> bool:
    days = [day for day in map(_day, DAY.findall(written)) if day is not None]
    if not days:
        return False
    low = days[0] if len(days) > 1 or not written.startswith("-") else days[0] - timedelta(days=7)
    return first <= days[-1].isoformat() and last >= low.isoformat()


def _day(parts: tuple[str, str, str]) -> date | None:
    """A day of the key; None where the key has one that no calendar has ("31 JUN 89")."""
    number, month, year = parts
    try:
        return date(1900 + int(year), MONTHS[month], int(number))
    except (KeyError, ValueError):
        return None


def _shares_head(gold: str, said: str) -> bool:
    ours, theirs = _words(said), _words(gold)
    return bool(ours and theirs) and (ours[-1] == theirs[-1] or set(ours) <= set(theirs) or set(theirs) <= set(ours))


def _words(name: str) -> list[str]:
    return [_stem(word) for word in re.findall(r"\w+", name.split(" OF ")[0].upper()) if word not in EMPTY]


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("S") and len(word) > 3 else word


def score(key: Key, said: dict[str, list[tuple[str, ...]]], counts: Counter[str]) -> None:
    """Add one message's right, missed and wrong answers to the counts."""
    for slot in SLOTS:
        gold = key.slots[slot]
        right = [answer for answer in gold if any(matches(slot, answer, each) for each in said[slot])]
        counts[f"{slot} gold"] += sum(not answer.optional or answer in right for answer in gold)
        counts[f"{slot} right"] += len(right)
        counts[f"{slot} said"] += len(said[slot])
        counts[f"{slot} fitting"] += sum(any(matches(slot, a, each) for a in gold) for each in said[slot])


def f1(counts: Counter[str], slots: tuple[str, ...]) -> tuple[float, float, float]:
    """Recall, precision and F1 over some slots."""
    total = {part: sum(counts[f"{slot} {part}"] for slot in slots) for part in ("gold", "right", "said", "fitting")}
    recall = total["right"] / max(1, total["gold"])
    precision = total["fitting"] / max(1, total["said"])
    return recall, precision, 2 * recall * precision / max(1e-9, recall + precision)


def measure(data: Path, every: int = 10, errors: list[str] | None = None) -> dict[str, float]:
    """F1 by slot and over all, on every ``every``-th message."""
    folder = data / FOLDER
    gold, reader, counts = keys(folder), Reader(), Counter[str]()
    for number, (name, message) in enumerate(messages(folder)):
        if number % every or name not in gold:
            continue
        text, day = running_text(message)
        reading = reader.read(Report(name, name, text, "", published=day))
        said = answers(text, reading)
        score(gold[name], said, counts)
        if errors is not None:
            errors += _errors(name, gold[name], said)
    scores = {f"muc.{slot}": f1(counts, (slot,))[2] for slot in SLOTS}
    recall, precision, whole = f1(counts, SLOTS)
    return {**scores, "muc.recall": recall, "muc.precision": precision, "muc.f1": whole}


def _errors(name: str, key: Key, said: dict[str, list[tuple[str, ...]]]) -> Iterator[str]:
    for slot in SLOTS:
        for answer in key.slots[slot]:
            if not answer.optional and not any(matches(slot, answer, each) for each in said[slot]):
                yield f"{name} {slot} missed {answer.alternatives}, said {said[slot][:4]}"
        for each in said[slot]:
            if not any(matches(slot, answer, each) for answer in key.slots[slot]):
                yield f"{name} {slot} wrong {each}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared(), help="folder with data/events/muc34")
    parser.add_argument("--every", type=int, default=10, help="read only every N-th message")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / FOLDER).is_dir():
        raise SystemExit(f"{options.data / FOLDER} is missing; name the folder with --data")
    errors: list[str] = []
    scores = measure(options.data, options.every, errors)
    if options.json:
        print(json.dumps({name: round(value, 4) for name, value in scores.items()}, indent=1))
        return
    for name, value in scores.items():
        print(f"{name:<24} {value:6.3f}")
    for line in errors[:: max(1, len(errors) // max(1, options.errors))][: options.errors]:
        print("  ", line)


if __name__ == "__main__":
    main()
