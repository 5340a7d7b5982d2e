"""How soon the desk answers over a large archive, and how much it sends at once.

    python -m benches.desk [--archive big.db] [--reports 10000] [--largest 500]

Without an archive one is made (``benches.bulk``), which takes some minutes. As ``reportedly serve`` does, the list of
stories is laid out before the first request. Every page of the largest and of a common story is asked for twice: the
first time its account is decoded, the second time it is at hand. The floor beside it: fetching the story's rows and
texts from the database, with nothing decoded. Where Chromium and the web app's packages are installed, a browser says
when the first pages stand. Times are wall-clock, with the time of the processor beside them, since a busy machine makes
the former longer.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn

from benches.bulk import write_archive
from reportedly.archive import Archive
from reportedly.server.app import build_app, prepare
from reportedly.server.running import Address, listen

WEB = Path(__file__).parents[1] / "web"
MOST_BYTES = 1_000_000
PAGES = (
    *("", "/timeline", "/timeline/lanes?by=actor", "/figures", "/claims", "/claims?outlets=true", "/disagreements"),
    *("/map", "/entities", "/reports", "/review", "/questions", "/ask?q=How%20many%20people%20were%20injured%3F"),
)
OF_ALL = (
    *("/api/stories", "/api/stories?words=rescuers", "/api/search?q=police", "/api/search/reports?q=police"),
    *("/api/questions", "/api/ask?q=How%20many%20houses%20were%20destroyed%3F"),
)
SEEN = (
    ("/", ".story-lines li"),
    ("", ".brief li"),
    ("/timeline", ".lane"),
    ("/claims", ".board td"),
    ("/reports", "tbody tr"),
    ("/map", ".places, .empty"),
)


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of a desk over the archive."""
    with Archive.open(path, create=False) as archive:
        listening = listen(Address("127.0.0.1", 0))
        app = build_app(archive)
        prepare(app)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and what it cost until all of it was there: seconds on the clock, and of the processor (both ends)."""

    body: bytes
    wall: float
    own: float


def asked(url: str) -> Answer:
    """Ask for an address."""
    began, own = time.perf_counter(), time.process_time()
    with urllib.request.urlopen(url) as answer:
        body = answer.read()
    return Answer(body, time.perf_counter() - began, time.process_time() - own)


def fetched(path: Path, story: str) -> float:
    """The floor: seconds for the rows and texts of a story, as they are stored."""
    began = time.perf_counter()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT body FROM chapter WHERE story = ?", (story,)).fetchall()
        reports = "SELECT report FROM gathered WHERE story = ?"
        connection.execute(f"SELECT text FROM report WHERE id IN ({reports})", (story,)).fetchall()
    return time.perf_counter() - began


def measure(desk: str, url: str) -> None:
    """Ask twice and print."""
    first, again = asked(desk + url), asked(desk + url)
    sign = "  OVER A MEGABYTE" if len(first.body) > MOST_BYTES else ""
    times = " ".join(f"{1000 * each.wall:7.0f} ms ({1000 * each.own:5.0f})" for each in (first, again))
    print(f"  {times} {len(first.body):10,} bytes  {url}{sign}")


def stories_of(desk: str) -> list[dict[str, Any]]:
    """Every story of the list, a page after the other."""
    found: list[dict[str, Any]] = []
    while True:
        page = json.loads(asked(f"{desk}/api/stories?skip={len(found)}&most=200").body)
        found += page["stories"]
        if not page["stories"]:
            return found


def browse(desk: str, story: str) -> None:
    """Say when a browser shows the first pages, where there is one."""
    if not shutil.which("node") or not shutil.which("chromium") or not (WEB / "node_modules").is_dir():
        print("  no browser on this machine")
        return
    pairs = [text for path, sign in SEEN for text in (path if path == "/" else f"/story/{quote(story)}{path}", sign)]
    done = subprocess.run(
        ["node", "scripts/pace.mjs", desk, *pairs], cwd=WEB, stdout=subprocess.PIPE, text=True, check=True
    )
    for line in map(json.loads, done.stdout.splitlines()):
        times = f"{line['first']:9} ms {line['again']:9} ms {line['bytes']:10,} bytes"
        print(f"  {times}  {line['path']}  {line['nodes']} nodes")


def show(path: Path) -> None:
    """Measure everything over one archive."""
    with serving(path) as desk:
        print("all stories, first and again, the processor's time in brackets")
        for page in OF_ALL:
            measure(desk, page)
        stories = sorted(stories_of(desk), key=lambda story: -story["reports"])
        print(f"{sum(story['reports'] for story in stories)} reports in {len(stories)} stories")
        for story in dict.fromkeys((stories[0]["id"], stories[len(stories) // 2]["id"])):
            print(f"a story of {next(each['reports'] for each in stories if each['id'] == story)} reports")
            print(f"  {1000 * fetched(path, story):9.0f} ms  its rows and texts, undecoded")
            for page in PAGES:
                measure(desk, f"/api/stories/{story}{page}")
            report = json.loads(asked(f"{desk}/api/stories/{story}/reports").body)["reports"][0]["id"]
            measure(desk, f"/api/reports/{report}")
            measure(desk, f"/api/reports/{report}/passage?spans=0-20")
    with serving(path) as desk:
        print("in a browser: a fresh one, and one that has kept the app")
        browse(desk, stories[0]["id"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--largest", type=int, default=500)
    told = parser.parse_args(arguments)
    if told.archive:
        show(told.archive)
        return
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.db"
        write_archive(path, told.reports, told.largest)
        show(path)


if __name__ == "__main__":
    main()
