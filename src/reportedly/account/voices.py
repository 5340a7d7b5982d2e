"""How the account names who says something, and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from reportedly.account.account import ClaimEntry, FigureEntry
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of
from reportedly.report import Report, Span

NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|without|cannot)\b|n['’]t\b", re.IGNORECASE)
MARKS = frozenset('“”"„«»')
OF = re.compile(r" (?:of|for|from|at|in|on|with|near|who|close|familiar|affiliated) ")
PLURAL = frozenset({"police", "people", "men", "women", "children", "media", "staff", "sources", "troops"})
SEVERAL = frozenset(
    {"two", "three", "four", "five", "six", "some", "many", "several", "most", "both", "dozens", "hundreds"}
)
"""Words with which a name of many begins: "two of his brothers"."""
ARTICLES = frozenset(
    {"A", "An", "The", "His", "Her", "Their", "Its", "Some", "Many", "Several", "Local", "Two", "Three"}
)
BARE = re.compile(r"(?:any|a|an|the|all|his|her|its|their|being|having|(?:[a-z]+ly )?[a-z]+ing)\b")
"""What can follow "denies" as it stands: "denies any part in it", "denies firing first"."""
DANGLING = re.compile(r"\b(?:following|after|during|of|in|to|with|for|from|by|on|at|against)$")
"""Where words were cut off that belong to them: "denied arson following" a fire."""
POINTING = re.compile(r"^(?:That|This|Those|These|Any|All|The|Such|It)\b")
"""What opened a sentence: "That is denied by the board"."""
ACCUSING = {
    "accused": "accuse",
    "accuses": "accuse",
    "accuse": "accuse",
    "blamed": "blame",
    "blames": "blame",
    "charged": "charge",
    "charges": "charge",
}
REBUFFING = frozenset({"deny", "reject", "dismiss", "dispute", "contest", "refute", "rebut", "contradict"})
"""Verbs that deny what is said."""
STATEMENTS = re.compile(
    r"(?:[\w’'-]+ ){0,6}"
    r"(?:allegations?|accusations?|claims?|reports?|charges?|suggestions?|rumou?rs?|speculation|criticism|findings?|"
    r"conclusions?|notions?|ideas?|assertions?|arguments?|insinuations?|theor(?:y|ies)|versions?)\b",
    re.IGNORECASE,
)
"""What is denied as a thing, not as a clause: "police allegations that Marn ran"."""
CHARGED_WITH = re.compile(r"(?:[\w’'.-]+ ){1,5}(?:with|in) ")
"""What stands behind "charged": somebody, and with what."""
PERSONS = "mentions/heads.toml"
SPEAKERS = frozenset({"authority", "official", "source", "report", "record", "document"})
"""Words in the plural that speak, beside those for persons."""
TOKENISED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"``|(?<=\s)''|''(?=\s|$)"), " "),
    (re.compile(r"-L[RS]B- ?"), "("),
    (re.compile(r" ?-R[RS]B-"), ")"),
    (re.compile(r"\\/"), "/"),
    (re.compile(r" (?=(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b)"), ""),
    (re.compile(r" (?=[,;:.!?%)](?:\s|$))|(?<=[$£€(]) "), ""),
    (re.compile(r"(?<=\w) - (?=\w+ - |old\b|year\b)"), "-"),
)
"""How a text that was cut into words for a machine is joined again: "Lund 's `` plan '' -LRB- of May -RRB-"."""
BRACKET = re.compile(r"-?\b[LR][RS]B-? ?")
UNFINISHED = re.compile(r"(?:^|\s)(?:the|a|an|of|in|at|for|to|and)$", re.IGNORECASE)
CUT = (" ,", " .", " '", " n't", "-LRB-", "``", " - ", "$ ", "£ ", "€ ")
"""What shows that a text may have been cut so."""
STOP = re.compile(r"[.!?][”\"’']*\s+(?=[“\"‘A-Z])|\n")
FAR = 600
"""Characters of the longest sentence that is looked at."""
AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|should|must|[a-z]+ly)\b"
)
HEAD = 8
"""Words after "denies" among which the verb of a clause stands."""
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Voices:
    """The reports and claims of a story, for saying who said what on which day.

    ``sentences`` are those of the readings, by report; a report without any is cut at its marks.
    """

    reports: Mapping[str, Report]
    claims: Mapping[str, ClaimEntry]
    sentences: Mapping[str, Sequence[Span]] = field(default_factory=dict, compare=False, repr=False)
    listed: dict[str, list[ClaimEntry]] = field(default_factory=dict, compare=False, repr=False)
    """The claims by report, laid out when they are first asked for."""

    def speaker(self, claim: str | None, report: str) -> str:
        """The source's name; for the outlet's own words, and for a scrap of a name ("the head of the"), the outlet, or
        its file where nobody knows the outlet.
        """
        entry = self.claims.get(claim or "")
        name = BRACKET.sub("", entry.source.name).strip() if entry and entry.source.name else ""
        if name and not UNFINISHED.search(name):
            return name
        known = self.reports[report]
        return (known.outlet or "").removeprefix("www.") or known.path.rpartition("/")[2] or report

    def of_report(self, report: str) -> Sequence[ClaimEntry]:
        """The claims of one report."""
        return self._by_report().get(report, ())

    def around(self, report: str, start: int, end: int) -> ClaimEntry | None:
        """The shortest claim that holds a span of a report, if any."""
        found = [claim for claim in self.of_report(report) if claim.start <= start and end <= claim.end]
        return min(found, key=lambda claim: (claim.end - claim.start, claim.id), default=None)

    def beside(self, report: str, start: int, end: int) -> ClaimEntry | None:
        """The shortest claim that holds a span, else the one nearest to it in its sentence, if any."""
        around = self.around(report, start, end)
        if around:
            return around
        reach = len(self.sentence(report, start))
        near = [(max(claim.start - end, start - claim.end), claim.id, claim) for claim in self.of_report(report)]
        return min((item for item in near if item[0] <= reach), key=lambda item: item[:2], default=(0, "", None))[2]

    def sentence(self, report: str, at: int) -> str:
        """The sentence around a place in a report; as far as its marks tell, where nobody read it."""
        text, known = self.reports[report].text, self.sentences.get(report, ())
        number = bisect_right(known, at, key=lambda span: span.start) - 1
        if number >= 0 and at < known[number].end:
            return text[known[number].start : known[number].end]
        start = max((match.end() for match in STOP.finditer(text, max(0, at - FAR), at)), default=max(0, at - FAR))
        match = STOP.search(text, at)
        return text[start : match.start() if match else len(text)]

    def excerpt(self, report: str, start: int, end: int, around: int = 55) -> str:
        """The words of a sentence around a span of it, cut at words on both sides where it is long."""
        text, sentence = self.reports[report].text, self.sentence(report, start)
        first = text.rfind(sentence, 0, start + len(sentence))
        begin, finish = (first, first + len(sentence)) if first >= 0 else (start, end)
        left, right = max(begin, start - around), min(max(finish, end), end + around)
        before, after = text[left:start], text[end:right]
        if left > begin:
            before = "… " + before.partition(" ")[2]
        if right < finish:
            after = after.rpartition(" ")[0] + " …"
        return plain(before + text[start:end] + after)

    def _by_report(self) -> Mapping[str, Sequence[ClaimEntry]]:
        if not self.listed:
            for claim in self.claims.values():
                self.listed.setdefault(claim.report, []).append(claim)
        return self.listed

    def on_day(self, report: str, day: date | None = None, begins: bool = True) -> str:
        """ "On 17 October": the day for which it is said or on which it was printed; else "In an undated report".

        ``begins`` is whether it opens a sentence.
        """
        shown = day or self.reports[report].published
        words = f"On {spoken(shown)}" if shown else "In an undated report"
        return words if begins else words[0].lower() + words[1:]

    def quoted(self, claim: ClaimEntry, begins: bool, limit: int = 70, start: int = 0) -> str:
        """ "On 17 October officials say “…”", quoted from ``start`` within the claim's text."""
        speaker = named(self.speaker(claim.id, claim.report))
        day = self.on_day(claim.report, begins=begins)
        verb = self.accuses(claim)
        if verb:
            return f"{day} {speaker} {agree(speaker, verb)} {cut(plain(claim.text), limit)}"
        return f"{day} {speaker} {agree(speaker, 'say')} {clipped(claim.text[start:], limit)}"

    def accuses(self, claim: ClaimEntry) -> str | None:
        """The verb with which a report lets somebody accuse: whom, and of what, stands behind it without "that"."""
        text = self.reports[claim.report].text
        printed = text[claim.cue.start : claim.cue.end].lower().split() if claim.cue else []
        if claim.source.kind == "outlet" or not claim.text[:1].isalpha() or "accused" in claim.text.lower():
            return None
        if "charged" in printed and not CHARGED_WITH.match(claim.text):
            return None
        return next((ACCUSING[word] for word in printed if word in ACCUSING), None)

    def denied(self, claim: ClaimEntry, begins: bool, limit: int = 70) -> str:
        """ "On 17 October police deny that …", with the words of the report; a denial told in the negative is
        quoted.
        """
        line = plain(claim.text)
        if DANGLING.search(line):
            sentence = self.sentence(claim.report, claim.start)
            line = plain(sentence[sentence.find(claim.text) :]) if claim.text in sentence else line
        speaker = named(self.speaker(claim.id, claim.report))
        if NEGATION.search(line):
            return self.quoted(claim, begins, limit)
        if claim.text.startswith("that "):
            shown = f"that {cut(line, limit)}"
        elif BARE.match(line) or STATEMENTS.match(line) or not is_clause(line):
            shown = cut(line, limit)
        else:
            shown = f"that “{cut(line, limit)}”"
        words = f"{agree(speaker, self._rebuffs(claim))} {POINTING.sub(lambda match: match.group().lower(), shown)}"
        return f"{self.on_day(claim.report, begins=begins)} {speaker} {words}"

    def _rebuffs(self, claim: ClaimEntry) -> str:
        """The verb with which a report lets somebody deny."""
        text = self.reports[claim.report].text
        printed = text[claim.cue.start : claim.cue.end].lower().split() if claim.cue else []
        return next((verb for word in printed if (verb := lemma_of(word)) in REBUFFING), "deny")

    def counted(self, figure: FigureEntry, begins: bool) -> str:
        """ "On 17 October officials say six miners were missing": the figure with what is said of it."""
        speaker = named(self.speaker(figure.source_claim, figure.report))
        said = (figure.relation or "").replace("_", " ")
        shown = uncapitalised(cut(plain(figure.text), 60))
        noun = "" if figure.counted.rpartition(" ")[2] in figure.text.lower() else f" {figure.counted}"
        day = self.on_day(figure.report, begins=begins)
        return f"{day} {speaker} {agree(speaker, 'say')} {shown}{noun} {said}".rstrip()


def is_clause(line: str) -> bool:
    """Whether words after "denies" are a clause, not a thing that is denied: whether a verb stands near their head."""
    words = re.findall(r"[a-z]+", line)[:HEAD]
    past = any(lemma_of(word) != word and not word.endswith(("s", "ing")) for word in words)
    return past or AUXILIARY.search(" ".join(words)) is not None


def agree(name: str, verb: str) -> str:
    """The verb for a speaker: "officials say", "the ministry says"; a name with a capital is one body ("Leth
    Agencies says").
    """
    head = OF.split(name)[0].rpartition(" ")[2]
    plural = head.lower() in PLURAL or (head.islower() and head.endswith("s") and not head.endswith(("ss", "us", "'s")))
    if plural or " and " in name or name.partition(" ")[0].lower() in SEVERAL:
        return verb
    if verb.endswith("ss"):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("ny") else f"{verb}s"


def named(name: str) -> str:
    """A source as it stands inside a sentence: "A man" becomes "a man"."""
    name = " ".join(joined(name).split())
    first, _, rest = name.partition(" ")
    if (first in ARTICLES and rest) or _is_of_many(name):
        return f"{name[:1].lower()}{name[1:]}"
    return name


@lru_cache(maxsize=4096)
def _is_of_many(name: str) -> bool:
    """Whether it is a plain word for several people that opened a sentence: "Prosecutors", "Officials in Tarsa";
    "Houston police" is none.
    """
    head = OF.split(name)[0]
    word = head.lower()
    plural = word in PLURAL or (lemma_of(word) != word and lemma_of(word) in word_set(PERSONS, "person") | SPEAKERS)
    return plural and head[1:].islower() and head.isalpha()


def spoken(day: date) -> str:
    """A day as a reader says it: "17 October"; the year is told by the story."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def uncapitalised(line: str) -> str:
    """Words that opened a sentence as they stand inside one: "Seven people" becomes "seven people"."""
    return line if line[1:2].isupper() else line[:1].lower() + line[1:]


def clipped(text: str, limit: int = 110) -> str:
    """The beginning of a text in one line and in quotation marks, cut at a clause or a word."""
    return f"“{cut(plain(text), limit)}”"


def plain(text: str) -> str:
    """A text in one line, without quotation marks and the conjunction that opened it."""
    line = "".join(" " if character in MARKS else character for character in joined(text))
    return " ".join(line.split()).removeprefix("that ").strip(" ,;:.")


def joined(text: str) -> str:
    """A text as it is printed, where it was cut into words; any other as it stands."""
    if any(sign in text for sign in CUT):
        for pattern, shown in TOKENISED:
            text = pattern.sub(shown, text)
    return text


def cut(line: str, limit: int) -> str:
    """A line that is cut at the last clause that fits, where that keeps the most of it, else at a word."""
    if len(line) <= limit:
        return line
    start = line[: limit + 1]
    clause = max(start.rfind(mark) for mark in (", ", "; ", " – ", " — "))
    return f"{start[:clause] if clause > limit // 2 else start.rpartition(' ')[0]} …"
