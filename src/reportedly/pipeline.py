"""The one place that joins the stages: reports in, account up to date."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.account.account import Account, Decision
from reportedly.account.decisions import Wish, in_force, make_decision, make_undo, rehomed
from reportedly.account.decisions.addressing import anchors_in
from reportedly.account.growing import grow, outlines_of
from reportedly.account.reckon import bind, outline_stories, reckon, reckon_part, reckon_parts, with_history
from reportedly.archive.accounts import parts_of
from reportedly.archive.collecting import uncollected
from reportedly.archive.entry import entry_of
from reportedly.crew import Crew, Gist, Gists, Read, Unread, Want, gist_of
from reportedly.errors import ArchiveError, IntakeError
from reportedly.intake.files import SourceFile
from reportedly.intake.notices import LeftOut, Notice
from reportedly.intake.settling import Taken
from reportedly.intake.taking import Intake
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.reading.written import reading_in
from reportedly.report import Report
from reportedly.tally import Summary, Tally
from reportedly.telling import tell, tell_part
from reportedly.telling.changes import Change, tell_changes

if TYPE_CHECKING:
    from reportedly.archive import Archive

Paths = Sequence[str | Path] | str | Path
Progress = Callable[[int, int], None]
"""Called with how many files (or stored reports that are read again) are done, of how many."""

ATTEMPTS = 10
"""How often an account is reckoned because another process has added reports meanwhile; it will reckon after us."""
SOME = 500
"""How many waiting reports are gathered at a time: what they touch is held in memory together."""
ROOM = 64_000_000
"""Bytes of gists that are held from when reports are read until they are gathered; those of later ones are made anew.
A report has about 15,000."""


@dataclass(frozen=True, slots=True)
class _Step:
    """So many files are done, of how many."""

    done: int
    total: int


Met = Taken | Notice | LeftOut | _Step
"""What a walk over files meets, in order."""


def ingest(
    paths: Paths, archive: Archive, *, progress: Progress | None = None, processes: int | None = None
) -> Summary:
    """Read what is new below the paths into the archive, and bring its account up to date.

    ``processes`` read at the same time; None = one for each core that may be used, or one alone where the reports are
    too few to pay for a start. The outcome is the same.

    Each report is kept together with its original and its reading, in one transaction; a run that was killed is
    finished by the next one, whatever it is given. A file that holds no report, or a report that cannot be read, is
    named in the summary and stops nothing.

    Raises:
        ArchiveError: the archive cannot be read or written.
    """
    tally, show, gists = Tally(), progress or _silently, Gists(ROOM)
    with Crew(processes) as crew:
        _keep(_met(paths), archive, crew, tally, show, gists)
        return tally.summary(reckoned=_settle_account(archive, crew, tally, show, gists))


def keep(file: SourceFile, location: str, archive: Archive) -> Summary:
    """Read one file into the archive, and leave its account as it is until ``settle`` is called.

    ``location`` is kept as the place where the original was: the file may be a passing one that was handed over.

    Raises:
        ArchiveError: the archive cannot be read or written.
    """
    tally = Tally()
    found = (
        replace(each, location=location + each.report.path.removeprefix(file.place))
        if isinstance(each, Taken)
        else each
        for each in Intake([]).take(file)
    )
    with Crew(processes=1) as crew:
        _keep(found, archive, crew, tally, _silently, Gists(0))
    return tally.summary(reckoned=False)


def settle(archive: Archive) -> Summary:
    """Bring the account of an archive up to date.

    Raises:
        ArchiveError: the archive cannot be read or written.
    """
    tally = Tally()
    with Crew() as crew:
        return tally.summary(reckoned=_settle_account(archive, crew, tally, _silently, Gists(ROOM)))


def story_as_of(archive: Archive, reports: Collection[str], day: date) -> Account:
    """The account of one story as it stood on the evening of a day: reckoned from what was published until then.

    ``reports`` are the ids of the story's reports. Which reports belong to it is known from today; undated ones are
    left out, for nobody knows whether they had been published.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    told = [each for each in archive.reports(reports) if published_by(each, day)]
    readings = archive.readings(Reader().version, [report.id for report in told])
    standing = [report for report in told if report.id in readings]
    return tell(reckon(standing, readings, as_one=True, decisions=archive.decisions()))


def decide(archive: Archive, wish: Wish, author: str, reason: str = "", *, story: str | None = None) -> Decision:
    """Keep a person's decision; ``settle`` afterwards brings the account up to date.

    ``story``: in whose account it is looked for, which is quick; None = in that of all reports.

    Raises:
        NotFoundError: what it is about is not in the account.
        DecisionError: it makes no sense; says why and what to do.
        ArchiveError: the archive cannot be read or written.
    """
    about = archive.account_about
    told = about(wish.target, wish.other or "") if story is None else archive.story_account(story) or Account()
    return archive.decide(make_decision(told, wish, author, reason, datetime.now(UTC)))


def undo(archive: Archive, decision: str, author: str, reason: str = "") -> Decision:
    """Keep the undoing of a decision, named by (the beginning of) its id; ``settle`` brings the account up to date.

    Raises:
        NotFoundError: there is no such decision.
        DecisionError: it is undone already.
        ArchiveError: the archive cannot be read or written.
    """
    return archive.decide(make_undo(archive.decisions(), decision, author, reason, datetime.now(UTC)))


def _keep(met: Iterable[Met], archive: Archive, crew: Crew, tally: Tally, show: Progress, gists: Gists) -> None:
    """Read what is new into the archive, one transaction for each report."""
    want: Want = "entry" if gists.room else "reading"
    for taken, made in _read(met, crew, tally, show, lambda report: not archive.has(report.id), want):
        if made is None:
            tally.met(taken, tally.already_there)
            continue
        outcome = archive.add(taken.report, taken.original, taken.location, made.reading)
        gists.keep(made)
        tally.met(taken, {"added": tally.added, "replaced": tally.replaced, "known": tally.already_there}[outcome])


def read(
    paths: Paths, *, as_of: date | None = None, progress: Progress | None = None, processes: int | None = None
) -> Account:
    """The account of the reports below the paths, in memory; nothing is written.

    ``as_of``: as it stood on that day, from what was published up to and including it; undated reports are left out.
    ``processes``: as for ``ingest``.

    Raises:
        IntakeError: there is no report below the paths; says why for the first that was refused.
    """
    account, summary = read_with_summary(paths, as_of=as_of, progress=progress, processes=processes)
    if not summary.total:
        raise _nothing_found(paths, summary)
    return account


def read_with_summary(
    paths: Paths, *, as_of: date | None = None, progress: Progress | None = None, processes: int | None = None
) -> tuple[Account, Summary]:
    """As ``read``, with what was refused, left out or odd; an empty account where there is no report."""
    tally, show = Tally(), progress or _silently
    found: dict[str, tuple[Report, Read]] = {}
    with Crew(processes) as crew:
        for taken, made in _read(_met(paths), crew, tally, show, lambda report: published_by(report, as_of), "trait"):
            tally.met(taken, tally.added)
            if made is not None:
                found[taken.report.id] = taken.report, made
        account = _account_of(found, crew)
    return account, tally.summary(reckoned=True)


def account_as_of(archive: Archive, day: date) -> Account:
    """The account of an archive as it stood on a day: from the reports published up to and including it.

    Undated reports are left out. It is reckoned anew from the stored readings and kept in the archive, which is left
    as it is where it cannot be written.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    fingerprint, current, reports = archive.fingerprint(), archive.is_current(), archive.reports()
    standing = [report for report in reports if published_by(report, day)]
    if len(standing) == len(reports) and current:
        return archive.account()
    last = max((report.published for report in standing if report.published), default=day)
    if (kept := archive.past_account(last)) is not None:
        return kept
    account = _without_later(archive, standing, reports) if current else None
    if account is None:
        account = _account(standing, archive.readings(), archive.decisions())
    with suppress(ArchiveError):
        archive.keep_past_account(account, last, fingerprint)
    return account


def _without_later(archive: Archive, standing: Sequence[Report], reports: Sequence[Report]) -> Account | None:
    """The account of an archive that is up to date as if all but the standing reports had gone.

    Only the stories that lose some of their reports are reckoned anew. None where that is not enough: stored readings
    are an older reader's, or decisions rest on words of reports that had not come yet.
    """
    reader = Reader().version
    later = {report.id for report in reports} - {report.id for report in standing}
    ruling = _ruling(archive)
    if archive.ids_not_read_by(reader) or any(each.report in later for made in ruling for each in anchors_in(made)):
        return None
    with uncollected(), archive.ledger(reader) as ledger:
        growth = grow(ledger, (), {}, later)
        parts = [
            tell_part(reckon_part(outline, _decoded(ledger.bodies([report.id for report in outline.reports]))))
            for outline in outlines_of(ledger, growth, (), ruling)
        ]
        parts += ledger.parts(growth.former)
    return with_history(bind(parts), archive.decisions())


def changes_since(archive: Archive, since: date, until: date | None = None) -> tuple[Account, tuple[Change, ...]]:
    """The account as it stood on ``until`` (None: the last day) and what changed in it from ``since`` on, both closed.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    before = account_as_of(archive, since - timedelta(days=1)) if since > date.min else Account()
    after = account_as_of(archive, until or date.max)
    return after, tell_changes(before, after)


def published_by(report: Report, day: date | None) -> bool:
    """Whether a report was published up to and including a day (None: no matter when); an undated one was not."""
    return day is None or (report.published is not None and report.published <= day)


def _listed(paths: Paths) -> Sequence[str | Path]:
    return [paths] if isinstance(paths, str | Path) else paths


def _nothing_found(paths: Paths, summary: Summary) -> IntakeError:
    if summary.refused:
        first = summary.refused[0]
        return IntakeError(first.place, first.problem, first.remedy)
    place = ", ".join(map(str, _listed(paths))) or "no path"
    return IntakeError(place, "there is no report here", "Reports are text files (.txt) or JSON lines (.jsonl)")


def _silently(_done: int, _total: int) -> None:
    """Show nothing."""


def _met(paths: Paths) -> Iterator[Met]:
    """Everything that the paths hold, with the steps from file to file."""
    intake = Intake(_listed(paths))
    files = [entry for entry in intake.entries if isinstance(entry, SourceFile)]
    yield from (entry for entry in intake.entries if not isinstance(entry, SourceFile))
    for done, file in enumerate(files):
        yield _Step(done, len(files))
        yield from intake.take(file)
    yield _Step(len(files), len(files))


def _read(
    met: Iterable[Met], crew: Crew, tally: Tally, show: Progress, is_wanted: Callable[[Report], bool], want: Want
) -> Iterator[tuple[Taken, Read | None]]:
    """The reports that are met, with the readings of those that are wanted; what else is met goes into the tally."""
    for item, outcome in crew.read(met, lambda item: _wanted(item, is_wanted), want):
        if isinstance(item, _Step):
            show(item.done, item.total)
        elif not isinstance(item, Taken):
            tally.note(item)
        elif isinstance(outcome, Unread):
            tally.note(_refusal(item.report, outcome))
        else:
            yield item, outcome


def _wanted(item: Met, is_wanted: Callable[[Report], bool]) -> Report | None:
    return item.report if isinstance(item, Taken) and is_wanted(item.report) else None


def _refusal(report: Report, unread: Unread) -> Notice:
    problem = f"it could not be read ({unread.problem})"
    remedy = "The other reports are not touched; please report this fault with the text, if you may share it"
    return Notice("refused", report.path, problem, remedy)


def _settle_account(archive: Archive, crew: Crew, tally: Tally, show: Progress, gists: Gists) -> bool:
    """Bring the stored account up to date, some reports at a time; whether it had to.

    Only the stories that they touch are reckoned anew. The fingerprint is taken before anything is loaded: if another
    process adds a report in between, nothing is stored and it begins again.
    """
    version = crew.reader.version
    tried = archive.ids_not_read_by(version)
    _read_again(archive, crew, tried, tally, show, gists)
    if not archive.is_of_this_form():
        archive.let_all_wait()
    reckoned, failures = False, 0
    while failures < ATTEMPTS and not archive.is_current():
        fingerprint, some = archive.fingerprint(), archive.waiting(SOME)
        reports = archive.reports(some)
        known = gists.of(reports)
        readings = archive.readings(version, {report.id for report in reports} - known.keys())
        if unread := {report.id for report in reports} - readings.keys() - known.keys() - tried:
            _read_again(archive, crew, unread, tally, show, gists)
            tried |= unread
        elif _gather(archive, crew, some, reports, {**readings, **known}, fingerprint):
            reckoned, failures = True, 0
            gists.drop(some)
        else:
            failures += 1
    return reckoned


def _gather(
    archive: Archive,
    crew: Crew,
    some: Collection[str],
    reports: Sequence[Report],
    known: Mapping[str, Reading | Gist],
    fingerprint: str,
) -> bool:
    """Gather some reports that wait, and reckon the stories that they touch; False where the archive has changed.

    ``known``: the readings of the reports, or their gists.
    """
    came = [report for report in reports if report.id in known]
    gists = {key: gist for key, gist in known.items() if isinstance(gist, Gist)}
    decisions = _ruling(archive)
    with uncollected(), archive.ledger(crew.reader.version) as ledger:
        traits = {key: gist.trait for key, gist in gists.items()}
        growth = grow(ledger, came, known, ledger.standings(some).keys(), traits)
        outlines = outlines_of(ledger, growth, came, decisions)
        stories = ((outline, ledger.bodies([report.id for report in outline.reports])) for outline in outlines)
        rows = list(chain.from_iterable(crew.reckon(stories)))
    entries = {key: gist.entry for key, gist in gists.items()}
    found = [(report, entries.get(report.id) or entry_of(report)) for report in came]
    return archive.store(growth, found, rows, some, fingerprint)


def _ruling(archive: Archive) -> tuple[Decision, ...]:
    """The decisions in force, each anchor in a report that is there. All texts are read only where a report is gone."""
    ruling = in_force(archive.decisions())
    anchored = {anchor.report for each in ruling for anchor in anchors_in(each)}
    texts = {report.id: report.text for report in archive.reports(anchored)} if anchored else {}
    if anchored - texts.keys():
        texts = {report.id: report.text for report in archive.reports()}
    return rehomed(ruling, texts)


def _read_again(archive: Archive, crew: Crew, ids: Set[str], tally: Tally, show: Progress, gists: Gists) -> None:
    """Read stored reports anew."""
    reports = archive.reports(ids) if ids else ()
    for done, (report, made) in enumerate(crew.read(reports, lambda report: report, "entry")):
        show(done, len(reports))
        if isinstance(made, Read):
            archive.renew(made.reading)
            gists.keep(made)
            tally.read_again.append(report.path)
        elif isinstance(made, Unread):
            tally.note(_refusal(report, made))
            archive.let_wait([report.id])


def _account(reports: Sequence[Report], readings: Mapping[str, Reading], decisions: Sequence[Decision] = ()) -> Account:
    """The account of the reports that have a reading."""
    known = [report for report in reports if report.id in readings]
    with uncollected():
        told = map(tell_part, reckon_parts(known, readings, decisions=decisions))
        return with_history(bind(told), decisions)


def _account_of(found: Mapping[str, tuple[Report, Read]], crew: Crew) -> Account:
    """The account of reports that were just read, by their ids, with what is known of each."""
    reports = [report for report, _ in found.values()]
    gists = {key: gist_of(read.gist) for key, (_, read) in found.items() if read.gist is not None}
    with uncollected():
        traits = {key: gist.trait for key, gist in gists.items()}
        outlines = sorted(outline_stories(reports, gists, traits=traits), key=lambda each: -len(each.reports))
        stories = (
            (outline, {report.id: found[report.id][1].reading.body for report in outline.reports})
            for outline in outlines
        )
        rows = chain.from_iterable(crew.reckon(stories))
        return bind(parts_of(rows, {report.id: report.text for report in reports}))


def _decoded(bodies: Mapping[str, bytes]) -> dict[str, Reading]:
    return {report: found for report, body in bodies.items() if (found := reading_in(body))}
