"""An account that grows report by report is the account of all reports at once, whatever came when."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reportedly import pipeline, telling
from reportedly.account import growing, stories
from reportedly.account.account import Account
from reportedly.account.origins import copies
from reportedly.account.part import Part
from reportedly.account.reckon import reckon
from reportedly.archive import Archive
from reportedly.crew import Crew, Gists
from reportedly.export.json import write_json
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.report import Report, report_id
from reportedly.tally import Tally
from reportedly.telling import tell

READER = Reader(None)
DAY = date(2024, 3, 4)
FERRY = (
    "The ferry Northern Star ran aground off Tarsa in fog. Tugs from Velmo pulled at it, the harbour master said.",
    "Tugs freed the Northern Star from the rocks off Tarsa. {n} passengers were hurt, said Ivo Marn of the Sea Guard.",
    "The captain of the Northern Star was questioned in Velmo about the fog off Tarsa, the Sea Guard said on Monday.",
)
BRIDGE = (
    "The bridge at Orno will shut for repairs, the mayor of Orno said. Buses to Lenz must go round by the dam.",
    "Residents of Orno protested against the shut bridge. {n} people marched, police said. Buses went by the dam.",
)
BETWEEN = (
    "Passengers of the ferry Northern Star, freed off Tarsa by tugs from Velmo, were sent to Lenz by buses that went "
    "round the shut bridge at Orno and by the dam, said the mayor of Orno and the Sea Guard.",
)
WIRE = (
    "VELMO (AP) - A storm tore the roof from the market hall of Velmo on Sunday and threw stalls into the canal. "
    "Nobody was hurt, since the market had closed at noon, the fire service said. Divers looked for carts until dark, "
    "and the council will meet on Tuesday to speak about a new roof of steel and glass that would cost {n} crowns."
)
FURNITURE = (
    " Sign up for the morning letter of our newsroom and never miss what happened overnight in your town or county."
    " You can leave the list at any time by the link at the foot of each letter that we send to your address."
)


def report(text: str, day: date | None, outlet: str | None) -> Report:
    """A report with its right id and hash."""
    key = report_id(text, outlet, day, None)
    return Report(key, f"{key}.txt", text, hashlib.sha256(text.encode()).hexdigest(), outlet, day)


def some_reports(chosen: random.Random) -> list[Report]:
    """Two stories and what lies between them, an agency's story with copies, and reports of the furniture alone."""
    found: list[Report] = []
    for number in range(chosen.randint(4, 10)):
        forms = chosen.choice((FERRY, BRIDGE, BETWEEN, FERRY, BRIDGE))
        text = chosen.choice(forms).format(n=chosen.randint(3, 40)) + f" This is sheet {number}."
        day = None if chosen.random() < 0.15 else DAY + timedelta(days=chosen.randint(0, 30))
        found.append(report(text + (FURNITURE if chosen.random() < 0.5 else ""), day, f"Outlet {number % 3}"))
    wire = WIRE.format(n=chosen.randint(3, 40))
    for number in range(chosen.randint(0, 3)):
        tail = "" if number == 0 else f" Printed by courtesy of the agency in edition {number}."
        found.append(report(wire + tail, DAY + timedelta(days=chosen.randint(0, 3)), f"Outlet {number}"))
    return list({each.id: each for each in found}.values())


def add(archive: Archive, some: Iterable[Report]) -> None:
    for each in some:
        archive.add(each, each.text.encode(), f"/{each.path}", READER.read(each))
    settle(archive)


def settle(archive: Archive) -> None:
    tally = Tally()
    with Crew(1) as crew:
        crew.reader = READER
        pipeline._settle_account(archive, crew, tally, pipeline._silently, Gists(0))
    assert archive.is_current()
    assert not tally.refused


def at_once(some: Sequence[Report]) -> str:
    readings: dict[str, Reading] = {each.id: READER.read(each) for each in some}
    return exported(tell(reckon(some, readings)))


def exported(account: Account) -> str:
    file = io.StringIO()
    write_json(account, file)
    return file.getvalue()


def in_batches(chosen: random.Random, some: Sequence[Report]) -> Iterable[list[Report]]:
    left = chosen.sample(some, len(some))
    while left:
        size = chosen.choice((1, 1, 2, 4))
        yield left[:size]
        left = left[size:]


@pytest.mark.parametrize("seed", range(12))
def test_any_order_and_any_batches_give_the_account_of_all_at_once(seed: int) -> None:
    chosen = random.Random(seed)
    some = some_reports(chosen)
    with Archive.open(":memory:") as archive:
        for batch in in_batches(chosen, some):
            add(archive, batch)
        assert exported(archive.account()) == at_once(some)


@pytest.mark.parametrize("seed", range(6))
def test_a_past_day_is_the_account_without_what_came_later(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "Reader", lambda: READER)
    chosen = random.Random(200 + seed)
    some = some_reports(chosen)
    with Archive.open(":memory:") as archive:
        for batch in in_batches(chosen, some):
            add(archive, batch)
        for days in (-1, 0, *sorted(chosen.sample(range(1, 30), 3))):
            standing = [each for each in some if pipeline.published_by(each, DAY + timedelta(days=days))]
            told = pipeline._without_later(archive, standing, archive.reports())
            assert told is not None
            assert exported(told) == at_once(standing)


@pytest.mark.parametrize("seed", range(4))
def test_it_does_after_every_batch(seed: int) -> None:
    chosen = random.Random(100 + seed)
    known: list[Report] = []
    with Archive.open(":memory:") as archive:
        for batch in in_batches(chosen, some_reports(chosen)):
            add(archive, batch)
            known += batch
            assert exported(archive.account()) == at_once(known)


@pytest.mark.parametrize("seed", range(8))
def test_it_does_where_large_stories_take_in_others_as_wholes(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("LARGE", 2), ("TOGETHER", 0.2), ("SLACK", -0.6)):
        monkeypatch.setattr(stories, name, value)
    chosen = random.Random(400 + seed)
    known: list[Report] = []
    with Archive.open(":memory:") as archive:
        for batch in in_batches(chosen, some_reports(chosen)):
            add(archive, batch)
            known += batch
            assert exported(archive.account()) == at_once(known)


@pytest.mark.parametrize("seed", range(4))
def test_it_does_where_a_passage_becomes_furniture_on_the_way(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (copies, growing):
        monkeypatch.setattr(module, "CROWD", 3)
    chosen = random.Random(200 + seed)
    some = some_reports(chosen) + [
        report(f"{number}.{FURNITURE}", DAY + timedelta(days=number), f"Outlet {number}") for number in range(6)
    ]
    with Archive.open(":memory:") as archive:
        for batch in in_batches(chosen, some):
            add(archive, batch)
        assert exported(archive.account()) == at_once(some)


@pytest.mark.parametrize("seed", range(4))
def test_reports_whose_facts_are_mended_leave_nothing_behind(seed: int) -> None:
    chosen = random.Random(300 + seed)
    some = some_reports(chosen)
    mended = {
        each.id: report(each.text, DAY + timedelta(days=chosen.randint(0, 9)), "Mended Post")
        for each in chosen.sample(some, 3)
    }
    with Archive.open(":memory:") as archive:
        add(archive, some)
        for former in some:
            if former.id in mended:
                each = replace(mended[former.id], path=former.path)
                assert archive.add(each, b"", f"/{former.path}", READER.read(each)) == "replaced"
        settle(archive)
        now = [replace(mended[each.id], path=each.path) if each.id in mended else each for each in some]
        assert exported(archive.account()) == at_once(now)


def test_a_report_touches_no_other_story(monkeypatch: pytest.MonkeyPatch) -> None:
    ferry = [report(text.format(n=5), DAY, "Post") for text in FERRY]
    bridge = [report(text.format(n=5), DAY, "Post") for text in BRIDGE]
    reckoned: list[str] = []
    really = telling.tell_part

    def tell_and_note(part: Part) -> Part:
        reckoned.extend(entry.id for entry in part.account.reports)
        return really(part)

    with Archive.open(":memory:") as archive:
        add(archive, [*ferry[:2], *bridge])
        monkeypatch.setattr(telling, "tell_part", tell_and_note)
        add(archive, ferry[2:])
    assert set(reckoned) == {each.id for each in ferry}


def test_a_story_keeps_its_id_while_it_grows_and_a_former_id_leads_to_it() -> None:
    late, early = (
        report(text.format(n=5), DAY + timedelta(days=at), "Post") for text, at in zip(FERRY, (9, 0), strict=False)
    )
    later = report(FERRY[2], DAY + timedelta(days=12), "Post")
    with Archive.open(":memory:") as archive:
        add(archive, [late])
        (first,) = archive.account().stories
        add(archive, [later])
        assert [story.id for story in archive.account().stories] == [first.id]
        add(archive, [early])
        (story,) = archive.account().stories
        assert story.id == f"y:{early.id}"
        assert archive.story_of(first.id) == story.id
        assert archive.story_of("y:r0000000000") is None
