"""Who said what: attributions against PolNeAR, and claims against the answer keys of stories.

An attribution of the gold (first annotator of an article) is a source, a cue and a content, each of one or more
character spans; ours are claims that share a cue, joined. Contents are paired one to one, greedily by falling overlap
(intersection over union of characters); a pair counts from one half on. ``whole`` asks besides that the sources of
the pair overlap. Source and cue are counted on their own, as spans that are equal (exact) or share a character
(overlap). The speech scores look at those whose cue is a verb of saying (``say`` and ``tell`` in
``data/attribution.toml``) or "according to".

Run ``python -m evals.attribution [--data FOLDER] [--split dev] [--sample N] [--errors N] [--json]``.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evals import shared
from evals.scoring.counting import Tally
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Claim, Reading
from reportedly.reading.sentences import lemma_of
from reportedly.report import Report, report_id

DATA = "data/attribution"

Spans = tuple[tuple[int, int], ...]
HALF = 0.5


@dataclass(frozen=True)
class Attributed:
    """One attribution: character spans of source, cue and content, and whether its cue is one of speech."""

    source: Spans
    cue: Spans
    content: Spans
    speech: bool
    direct: bool = False


def measure(data: Path) -> dict[str, float]:
    """Scores on PolNeAR's dev part and on the answer keys beside it (``data`` is the folder ``attribution``)."""
    tallies = polnear(articles(data / "polnear" / "dev"))
    scores = {f"dev.{name}": tally.f1 for name, tally in tallies.items() if name != "direct"}
    scores["dev.direct_recall"] = tallies["direct"].recall
    for story, folder in key_folders(data.parent.parent):
        scores |= {f"{story}.{name}": tally.recall for name, tally in keyed(folder)[0].items()}
    return scores


# PolNeAR -------------------------------------------------------------------------------------------------------------


def articles(folder: Path, sample: int | None = None) -> list[Path]:
    """The texts of a part, or a fixed random sample of them."""
    found = sorted(folder.glob("*.txt"))
    return sorted(random.Random(7).sample(found, sample)) if sample and sample < len(found) else found


def gold_attributions(path: Path, text: str) -> list[Attributed]:
    """The first annotator's attributions that have a content."""
    annotation = min(path.parent.glob(path.stem + "_*.ann"))
    spans: dict[str, Spans] = {}
    events: list[str] = []
    with annotation.open(encoding="utf-8", newline="") as file:
        for row in file:
            name, _, rest = row.partition("\t")
            if name.startswith("T") and rest:
                spans[name] = _spans(rest.split("\t")[0].split(" ", 1)[1])
            elif name.startswith("E") and rest:
                events.append(rest.strip())
    return [item for event in events if (item := _gold(event, spans, text)).content]


def _spans(shown: str) -> Spans:
    pairs = (piece.split() for piece in shown.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _gold(event: str, spans: dict[str, Spans], text: str) -> Attributed:
    roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for part in event.split():
        role, _, name = part.partition(":")
        roles[re.sub(r"\d+$", "", role)] += spans.get(name, ())
    source, cue, content = (tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content"))
    shown = " ".join(text[start:end] for start, end in content)
    direct = bool(re.match(r"[\"“«]|''", shown)) and bool(re.search(r"(?:[\"”»]|'')$", shown))
    return Attributed(source, cue, content, is_speech(" ".join(text[start:end] for start, end in cue)), direct)


def is_speech(cue: str) -> bool:
    """Whether a cue has a verb of saying, or is "according to" or a colon."""
    words = re.findall(r"[\w-]+", cue.lower())
    verbs = lexicon().verbs
    return "according" in words or cue == ":" or any(verbs.get(lemma_of(word)) in {"say", "tell"} for word in words)


def our_attributions(reading: Reading, text: str) -> list[Attributed]:
    """Claims with a cue; those of one cue are one attribution."""
    by_cue: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.cue is not None:
            by_cue[claim.cue.start, claim.cue.end].append(claim)
    return [_joined(cue, claims, text) for cue, claims in sorted(by_cue.items())]


def _joined(cue: tuple[int, int], claims: Sequence[Claim], text: str) -> Attributed:
    source = claims[0].source
    shown = ((source.start, source.end),) if source.start is not None and source.end is not None else ()
    parts = sorted({(part.start, part.end) for claim in claims for part in claim.parts})
    return Attributed(
        shown,
        (cue,),
        _closed(parts, text),
        is_speech(text[slice(*cue)]),
        all(claim.quote == "direct" for claim in claims),
    )


def _closed(parts: Sequence[tuple[int, int]], text: str) -> Spans:
    """The pieces with those joined that only a conjunction parts: our claims are clauses, the gold's are not."""
    closed: list[tuple[int, int]] = []
    for start, end in parts:
        if (
            closed
            and text[closed[-1][1] : start].strip(" ,;.\n").lower() in {"", "and", "but"}
            and start - closed[-1][1] < 8
        ):
            closed[-1] = (closed[-1][0], max(end, closed[-1][1]))
        else:
            closed.append((start, end))
    return tuple(closed)


def characters(spans: Spans) -> set[int]:
    """All offsets of some spans."""
    return {offset for start, end in spans for offset in range(start, end)}


def pairs(ours: Sequence[Attributed], gold: Sequence[Attributed]) -> list[tuple[int, int, float]]:
    """Greedy one-to-one pairs of contents by falling intersection over union, from one half on."""
    mine, theirs = [characters(item.content) for item in ours], [characters(item.content) for item in gold]
    rated = []
    for left, chars in enumerate(mine):
        for right, others in enumerate(theirs):
            if common := len(chars & others):
                rated.append((common / len(chars | others), left, right))
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    for overlap, left, right in sorted(rated, key=lambda row: (-row[0], row[1], row[2])):
        if overlap >= HALF and left not in used_left and right not in used_right:
            used_left.add(left)
            used_right.add(right)
            found.append((left, right, overlap))
    return found


def overlap(left: Spans, right: Spans) -> bool:
    """Whether two sets of spans share a character."""
    return any(a < d and c < b for a, b in left for c, d in right)


def polnear(paths: Iterable[Path], show: Callable[[str], None] | None = None) -> dict[str, Tally]:
    """The tallies over some articles; ``show`` is given a line for every miss and false alarm."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        report = Report(report_id(text, None, None, None), str(path), text, "")
        ours, gold = our_attributions(Reader().read(report), text), gold_attributions(path, text)
        found = pairs(ours, gold)
        _count(tallies, ours, gold, found)
        if show is not None:
            for line in _misses(text, ours, gold, found):
                show(f"{path.stem[:24]} {line}")
    return tallies


def _count(
    tallies: dict[str, Tally],
    ours: Sequence[Attributed],
    gold: Sequence[Attributed],
    found: Sequence[tuple[int, int, float]],
) -> None:
    tallies["content"].add(len(found), len(ours), len(gold))
    tallies["content_exact"].add(
        sum(ours[left].content == gold[right].content for left, right, _ in found), len(ours), len(gold)
    )
    tallies["whole"].add(sum(_whole(ours[left], gold[right]) for left, right, _ in found), len(ours), len(gold))
    said_ours, said_gold = [item for item in ours if item.speech], [item for item in gold if item.speech]
    said = pairs(said_ours, said_gold)
    tallies["speech_content"].add(len(said), len(said_ours), len(said_gold))
    tallies["speech_whole"].add(
        sum(_whole(said_ours[left], said_gold[right]) for left, right, _ in said), len(said_ours), len(said_gold)
    )
    matched = {right for _, right, _ in found}
    tallies["direct"].add(
        sum(item.direct and right in matched for right, item in enumerate(gold)), 0, sum(item.direct for item in gold)
    )
    for role in ("source", "cue"):
        mine = {spans for item in ours if (spans := getattr(item, role))}
        theirs = {spans for item in gold if (spans := getattr(item, role))}
        hull = {(min(spans)[0], max(spans)[1]) for spans in mine} & {(min(spans)[0], max(spans)[1]) for spans in theirs}
        tallies[f"{role}_exact"].add(len(hull), len(mine), len(theirs))
        tallies[f"{role}_overlap"].add(_one_to_one(mine, theirs), len(mine), len(theirs))


def _whole(ours: Attributed, gold: Attributed) -> bool:
    return overlap(ours.source, gold.source) or (not ours.source and not gold.source)


def _one_to_one(mine: set[Spans], theirs: set[Spans]) -> int:
    left = sorted(theirs)
    right = 0
    for spans in sorted(mine):
        hit = next((other for other in left if overlap(spans, other)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def _misses(
    text: str, ours: Sequence[Attributed], gold: Sequence[Attributed], found: Sequence[tuple[int, int, float]]
) -> Iterator[str]:
    paired = {right: left for left, right, _ in found}
    for right, item in enumerate(gold):
        if right not in paired:
            rival = next(
                (other for other in ours if overlap(other.content, item.content) and overlap(other.cue, item.cue)), None
            )
            yield f"MISS {'speech ' if item.speech else ''}{_shown(text, item)}" + (
                f"\n      OURS {_shown(text, rival)}" if rival else ""
            )
        elif not _whole(ours[paired[right]], item):
            yield f"SOURCE {_shown(text, item)}\n      OURS {_shown(text, ours[paired[right]])}"
    for left, item in enumerate(ours):
        if left not in paired.values():
            yield f"FALSE {'speech ' if item.speech else ''}{_shown(text, item)}"


def _shown(text: str, item: Attributed) -> str:
    return " | ".join(
        " … ".join(text[a:b] for a, b in spans) or "-" for spans in (item.source, item.cue, item.content)
    ).replace("\n", "⏎")


# Keys of stories -----------------------------------------------------------------------------------------------------


def key_folders(root: Path) -> list[tuple[str, Path]]:
    """The stories with an answer key below the shared folder, by name."""
    return [
        (path.parent.name, path.parent)
        for path in sorted([*root.glob("seeds/key.json"), *root.glob("stories/*/key.json")])
    ]


def keyed(folder: Path) -> tuple[dict[str, Tally], list[str]]:
    """Claims of a story's key: found by overlap with the key phrase, source, mode and relay right; and the misses."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    readings = {path.name: _read(path) for path in sorted(folder.glob("*.txt"))}
    tallies: dict[str, Tally] = defaultdict(Tally)
    misses: list[str] = []
    for gold in key["claims"]:
        reading, text = readings[gold["file"]]
        at = text.find(gold["key_phrase"])
        hits = [claim for claim in reading.claims if claim.start < at + len(gold["key_phrase"]) and at < claim.end]
        own = gold["source_kind"] == "outlet" and gold["source_name"] in {"-", ""}
        good = [claim for claim in hits if _right(gold["source_name"], own, claim, reading)]
        want = {"reported-as-likely": "likely"}.get(gold["modality"], gold["modality"])
        mode = any(claim.mode == want for claim in good or hits)
        tallies["claims_found"].add(bool(hits), 0, 1)
        tallies["claims_source"].add(bool(good), 0, 1)
        tallies["claims_mode"].add(mode, 0, 1)
        if gold["via"]:
            named = [relay.name for claim in hits for relay in claim.via]
            relayed = any(same_name(via, named) for via in gold["via"])
            tallies["claims_relay"].add(relayed, 0, 1)
            if not relayed:
                misses.append(f"RELAY {gold['via']} {named} | {gold['key_phrase']} | {gold['file']}")
        told = [(claim.source.kind, claim.source.name, claim.mode) for claim in hits]
        if not good or not mode:
            misses.append(
                f"{'FOUND' if not hits else 'SOURCE' if not good else 'MODE'} {gold['source_name']} {want} | "
                f"{gold['key_phrase']} | {told} | {gold['file']}"
            )
    return tallies, misses


def _read(path: Path) -> tuple[Reading, str]:
    raw = path.read_text(encoding="utf-8")
    header = re.match(r"\s*date (\d{4}-\d\d-\d\d) ?", raw)
    text = raw[header.end() :] if header else raw
    published = date.fromisoformat(header.group(1)) if header else None
    return Reader().read(Report(report_id(text, None, published, None), path.name, text, "", published=published)), text


def _right(name: str, own: bool, claim: Claim, reading: Reading) -> bool:
    if own:
        return claim.source.kind == "outlet"
    names = [claim.source.name or ""]
    if claim.source.mention is not None and reading.mentions[claim.source.mention].chain >= 0:
        chain = reading.chains[reading.mentions[claim.source.mention].chain]
        names += [chain.name, *(reading.mentions[index].name or "" for index in chain.mentions)]
    return same_name(name, [known for known in names if known])


SMALL = frozenset({"the", "a", "an", "of", "and", "col", "colonel", "mr", "s"})


def same_name(gold: str, names: Iterable[str]) -> bool:
    """Whether one of the names shares its last word with ``gold``, or one's words hold the other's."""
    wanted = _words(gold)
    for name in names:
        ours = _words(name)
        if (
            wanted
            and ours
            and (
                set(wanted) <= set(ours) or set(ours) <= set(wanted) or (wanted[-1] == ours[-1] and len(wanted[-1]) > 3)
            )
        ):
            return True
    return False


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in SMALL]


# The command ---------------------------------------------------------------------------------------------------------


def main() -> None:
    """Prints the scores, and with ``--errors`` what went wrong."""
    parser = argparse.ArgumentParser(description="Accuracy of attribution.")
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--sample", type=int, default=None, help="only so many articles")
    parser.add_argument("--errors", type=int, default=0, help="list so many errors")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not (args.data / "polnear").is_dir():
        print(f"The data folder {args.data} has no polnear/; give the folder of PolNeAR's parent with --data.")
        return
    if args.json:
        print(json.dumps(measure(args.data), indent=1))
        return
    errors: list[str] = []
    tallies = polnear(articles(args.data / "polnear" / args.split, args.sample), errors.append)
    for name, tally in tallies.items():
        ours = (
            f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
            if tally.ours
            else f"R {tally.recall:.3f}"
        )
        print(f"{args.split}.{name:<20} {ours}  ({tally.right:.0f}/{tally.ours:.0f}/{tally.gold:.0f})")
    for story, folder in key_folders(args.data.parent.parent):
        found, misses = keyed(folder)
        print(
            f"{story:<12}",
            "  ".join(
                f"{name} {tally.right:.0f}/{tally.gold:.0f} = {tally.recall:.2f}" for name, tally in found.items()
            ),
        )
        if args.errors:
            print("   " + "\n   ".join(misses))
    for line in random.Random(3).sample(errors, min(args.errors, len(errors))):
        print(line)


if __name__ == "__main__":
    main()
