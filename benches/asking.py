"""How fast questions are answered over a large account, beside a plain scan of the same texts.

    python -m benches.asking [--reports 2000] [--rounds 3]

Reports are synthetic; their readings are made by rules alone, since only the asking is measured. The floor: looking for
the question's words in every text, which is what a search without an index does. Times are wall-clock.
"""

from __future__ import annotations

import argparse
import re
import resource
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benches.ingest import timed, write_reports
from reportedly.account.account import Account
from reportedly.account.reckon import reckon
from reportedly.intake.settling import Taken
from reportedly.intake.taking import take_in
from reportedly.reading.reader import Reader
from reportedly.telling import tell
from reportedly.telling.ask import Asker

FORMS = (
    "How many people were missing after the flood in {place}?",
    "How many houses were destroyed near {place}?",
    "Who denied that people had died in {place}?",
    "What did the mayor {name} say?",
    "Who is {name}?",
    "What happened in {place}?",
    "When were roads closed near {place}?",
    "Who holds {place}?",
    "Is it confirmed that people died in {place}?",
    "Why was the railway in {place} sold?",
)


def account_of(folder: Path) -> Account:
    """The account of the reports in a folder."""
    reader = Reader(None)
    reports = [entry.report for entry in take_in([folder]) if isinstance(entry, Taken)]
    return tell(reckon(reports, {report.id: reader.read(report) for report in reports}))


def questions(account: Account) -> list[str]:
    """Every form about places and people of the account."""
    places = [entity.name for entity in account.entities if entity.kind == "place"][:20] or ["Lota"]
    names = [entity.name for entity in account.entities if entity.kind == "person"][:20] or ["Ana Lota"]
    pairs = zip(places * len(names), names * len(places), strict=True)
    return [form.format(place=place, name=name) for place, name in list(pairs)[:20] for form in FORMS]


def scan(account: Account, question: str) -> int:
    """The floor: how many texts have a word of the question."""
    words = re.compile("|".join(map(re.escape, question.rstrip("?").split())))
    return sum(words.search(text) is not None for text in account.texts.values())


def at(times: Sequence[float], share: float) -> float:
    """The time below which so large a share of the times lies, in milliseconds."""
    return 1000 * sorted(times)[min(len(times) - 1, int(share * len(times)))]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        write_reports(Path(name), asked.reports)
        account = account_of(Path(name))
    made: list[Asker] = []
    print(f"{asked.reports} reports; laying out: {timed(lambda: made.append(Asker(account))):.2f} s")
    asker, texts = made[0], questions(account)
    asker.ask(texts[0])
    times = [timed(lambda text=text: asker.ask(text)) for _ in range(asked.rounds) for text in texts]  # type: ignore[misc]
    floor = [timed(lambda text=text: scan(account, text)) for text in texts]  # type: ignore[misc]
    for label, found in (("ask", times), ("plain scan", floor)):
        print(f"  {label:<12} median {at(found, 0.5):8.1f} ms   p95 {at(found, 0.95):8.1f} ms")
    print(f"  most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
