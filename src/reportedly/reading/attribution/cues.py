"""Cues: the verbs and phrases that attribute a statement to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.reading.attribution.introductions import follows_quote, introduces
from reportedly.reading.attribution.lexicon import lexicon, mode_words
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import has_finite_verb, is_finite, verb_group
from reportedly.records import quicken

PASSIVE_FRAMES = frozenset({"say", "judge", "ask", "tell"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
Form = Literal["finite", "participle", "passive", "according", "colon", "dash", "writer", "noun"]
STANDING_ALONE = frozenset({"another", "some", "many", "most", "several", "both", "few"})
"""Determiners that can be a subject by themselves: "another tweeted C"."""
PLURALS = frozenset(
    {
        "people",
        "police",
        "media",
        "data",
        "i",
        "we",
        "you",
        "they",
        "who",
        "that",
        "which",
        "authorities",
        "others",
        "some",
        "many",
        "women",
        "men",
        "and",
    }
)


@quicken
@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: tokens ``[first, last)``, its main word at ``index``, and what it takes (``frame``)."""

    first: int
    last: int
    index: int
    lemma: str
    frame: str
    form: Form


def find_cues(line: Line) -> tuple[Cue, ...]:
    """The cues of a sentence in order; words inside quotation marks are somebody's own and attribute nothing."""
    return tuple(_cues(line))


def _cues(line: Line) -> Iterator[Cue]:
    reached, known = -1, _known_words()
    for index, (token, tag, quoted) in enumerate(zip(line.tokens, line.tags, line.quoted, strict=True)):
        if quoted >= 0 or index == reached:
            continue
        if tag not in TELLING and token.lower not in known and token.lemma not in known:
            continue
        cue = _phrase_cue(line, index) or _verbal_cue(line, index, reached)
        if cue is not None:
            if line.tags[cue.last : cue.last + 1] == ":":
                reached = cue.last
            yield cue


TELLING = frozenset("VEB-")
"""Classes of which any word may be a cue: verbs, and the dash before a signature."""


@cache
def _known_words() -> frozenset[str]:
    """All words that may be cues, lemmas and others together: most words are neither these nor verbs."""
    table, mode = lexicon(), mode_words()
    listed = (table.statements, table.about, table.verbs, table.forms, mode.writer, mode.passives)
    return frozenset({"according", ":"}.union(*listed))


def _phrase_cue(line: Line, index: int) -> Cue | None:
    """A cue that is no verb: "according to", a colon, "reportedly", "his claim that", "her criticism of"."""
    token, table = line.tokens[index], lexicon()
    if token.lower == "according" and index + 1 < len(line) and line.tokens[index + 1].lower == "to":
        return Cue(index, index + 2, index, "according", "say", "according")
    if token.lower == ":" and _is_colon_cue(line, index):
        return Cue(index, index + 1, index, ":", "say", "colon")
    if line.tags[index] == "-" and _is_signature(line, index):
        return Cue(index, index + 1, index, token.text, "say", "dash")
    if token.lower in mode_words().writer:
        return Cue(index, index + 1, index, token.lower, "seem", "writer")
    if token.lemma in table.statements and _is_statement_noun(line, index):
        return Cue(index, index + 1, index, token.lemma, "say", "noun")
    if token.lemma in table.about and _is_about_noun(line, index):
        return Cue(index, index + 1 + (line.tokens[index + 1].lower != "to"), index, token.lemma, "judge", "noun")
    return None


def _verbal_cue(line: Line, index: int, reached: int) -> Cue | None:
    """A verb of the lexicon, or one beside a quotation; within the words that bring a quotation in, only the former."""
    token, table = line.tokens[index], lexicon()
    cue = None
    if token.lemma in table.verbs or token.lower in mode_words().passives or token.lower in table.forms:
        cue = _verb_cue(line, index)
    elif line.tags[index] not in "VEB":
        return None
    if index < reached or (cue is not None and cue.frame in SPEAKING):
        return cue
    return (_quoting_cue(line, index) if line.quoting else None) or cue


SPEAKING = frozenset({"say", "tell", "ask"})


def _quoting_cue(line: Line, index: int) -> Cue | None:
    """A verb of any kind that a quotation makes one of saying: "Lee shot back: …", `"It holds," beamed Ann Lee.`"""
    end = introduces(line, index)
    if end is None and not follows_quote(line, index):
        return None
    return Cue(verb_group(line, index), end or index + 1, index, line.tokens[index].lemma, "say", "finite")


def _is_colon_cue(line: Line, index: int) -> bool:
    """`Lee: "We go on."`: a name, a colon, a quotation; "From the letter:", with the quotation in the next line."""
    if index + 1 == len(line):
        return line.introduced >= 0 and index > 0 and not has_finite_verb(line, 0, index)
    return index > 0 and line.quoted[index + 1] >= 0 and line.tokens[index - 1].text[0].isupper()


def _is_signature(line: Line, index: int) -> bool:
    """`"We go on." — Ann Lee, a teacher`: a quotation, a dash, and nothing but a name."""
    quoted = line.answered >= 0 if index == line.floor else line.quoted[index - 1] >= 0
    named = line.tags[index + 1 : index + 2] in ("A", "O") and line.tokens[index + 1].text[0].isupper()
    return quoted and named and not has_finite_verb(line, index + 1, len(line))


def _is_statement_noun(line: Line, index: int) -> bool:
    """`the ministry's claim that the bridge was safe`, "officials raised concerns on Friday that oxygen is low"."""
    if index + 2 >= len(line) or line.tokens[index].lower.endswith(("ed", "ing")):
        return False
    if index and (line.tags[index - 1] not in "DGOIANVEB"):
        return False
    return (
        any(line.tokens[place].lower == "that" for place in range(index + 1, min(index + 4, len(line))))
        and "," not in line.tags[index : index + 3]
    )


def _is_about_noun(line: Line, index: int) -> bool:
    """`the mayor's criticism of the plan`, "his refusal to resign"."""
    if not index or index + 2 >= len(line) or line.tokens[index].lower.endswith(("ed", "ing")):
        return False
    possessed = line.tags[index - 1] == "G" or line.tokens[index - 1].lower in POSSESSIVES
    return possessed and line.tokens[index + 1].lower in {"of", "for", "to", "about", "on", "against"}


def _verb_cue(line: Line, index: int) -> Cue | None:
    token = line.tokens[index]
    lemma = lexicon().forms.get(token.lower, token.lemma)
    first = verb_group(line, index)
    form = _form(line, index, first)
    frame = lexicon().verbs.get(lemma, "seem")
    if form is None or (form != "passive" and lemma not in lexicon().verbs):
        return None
    if form == "passive" and token.lower not in mode_words().passives and frame not in PASSIVE_FRAMES:
        return None
    last = index + 1
    particles = lexicon().require.get(lemma)
    following = line.tokens[last].lower if last < len(line) else ""
    if particles is not None and following not in particles and "*" not in particles:
        return None
    if following in (particles or ()) or following in lexicon().join.get(lemma, ()):
        last += 1
    return Cue(first, last, index, lemma, frame, form)


def _form(line: Line, index: int, first: int) -> Form | None:
    token = line.tokens[index]
    before = line.tags[index - 1] if index else ""
    group = line.tokens[first:index]
    auxiliaries = {word.lemma for word in group} | {word.lower for word in group}
    if (before == "-" and index and line.tokens[index - 1].end == token.start) or (
        line.tags[index + 1 : index + 2] == "-" and line.tokens[index + 1].start == token.end
    ):
        return None
    if token.lower.endswith("ing") and token.lower != token.lemma:
        return _participle(line, index, auxiliaries)
    if ("be" in auxiliaries or _is_shortened(line, index)) and token.lower in mode_words().passives:
        return "passive"
    if token.lower in lexicon().forms:
        noun = before in ("D", "G", "I", "T", "O") or line.tags[index + 1 : index + 2] in ("", *"C.,;)")
        return None if noun else "finite"
    if token.lower in {token.lemma, token.lemma + "s", token.lemma + "es"} or token.lower.endswith("ies"):
        if token.lower == token.lemma and before == "C" and _is_infinitive(line, index - 1):
            return None
        closes = token.lower != token.lemma and follows_quote(line, index)
        return "finite" if closes or _is_verb(line, index, first, auxiliaries) else None
    if "be" in auxiliaries:
        return "passive"
    if token.lower in lexicon().participles and "have" not in auxiliaries:
        return None
    if before in ("D", "G", "I", "T") and first == index and line.tokens[index - 1].lower not in STANDING_ALONE:
        return None
    if first == index and line.tags[index] == "E" and index and (_is_reduced(line, index) or _is_naming(line, index)):
        return None
    if (
        index + 1 < len(line)
        and line.tokens[index + 1].lower == "by"
        and first == index
        and before in ("O", "A", "N", ",", ")")
    ):
        return "passive"
    return "finite"


def _is_shortened(line: Line, index: int) -> bool:
    """As in "It| 's |expected that …", where nobody is said to expect it."""
    before = [token.lower for token in line.tokens[max(0, index - 2) : index]]
    return before in (["it", "'s"], ["it", "’s"])


def _is_reduced(line: Line, index: int) -> bool:
    """Whether a past form only describes a document: "videos | posted on the site show …"."""
    noun = line.tokens[index - 1].lemma in lexicon().documents
    return noun and line.tags[index + 1 : index + 2] in ("I", "W", "R") and line.tokens[index - 1].text.islower()


def _is_naming(line: Line, index: int) -> bool:
    """Whether a past form only describes the noun before it in a clause that has its verb already.

    "They run | a club called Palm"; "it was hit by | a breach disclosed in May".
    """
    if line.tags[index - 1] not in "OA":
        return False
    follows = ("A", "D", '"') if line.tokens[index].lower in {"called", "branded"} else ("I", "W")
    opening = max((line.tags.rfind(mark, 0, index) for mark in ",;:CSH"), default=-1) + 1
    if opening and line.tags[opening - 1] == "H":
        # "The head of the firm that runs the ferry | apologised on Friday."
        return False
    return line.tags[index + 1 : index + 2] in follows and any(
        line.tags[place] in "XMV" or (line.tags[place] == "B" and is_finite(line, place))
        for place in range(opening, index)
    )


def _participle(line: Line, index: int, auxiliaries: set[str]) -> Form | None:
    if "be" in auxiliaries:
        return "finite"
    before = line.tags[index - 1] if index else ","
    if before in ("D", "G", "O", "N") and line.tokens[index - 1].lower != "statement":
        return None
    return "participle"


def _is_verb(line: Line, index: int, first: int, auxiliaries: set[str]) -> bool:
    """Whether a base or -s form ("report", "claims") is a verb here and no noun."""
    token = line.tokens[index]
    if (token.lemma == "state" and token.text[0].isupper()) or line.tags[index + 1 : index + 2] == "G":
        return False
    if first < index and any(line.tags[place] in "XM" for place in range(first, index)):
        return True
    if not first:
        return False
    before, previous = line.tags[first - 1], line.tokens[first - 1]
    if before in "DGITN":
        return False
    if before == "P" or before == "H":
        return True
    if before == '"' and token.lower != token.lemma:
        return True
    if before in ',"':
        return (
            token.lemma in {"say", "write", "add", "ask", "note", "claim", "tell", "explain", "warn", "report", "show"}
            or first < index
        )
    if token.lemma in lexicon().nounlike and not _is_followed_by_clause(line, index):
        return before == "A" and token.lower != token.lemma and line.tags[index + 1 : index + 2] in tuple("DAP")
    plural = (
        previous.lower in PLURALS
        or (previous.lower.endswith("s") and not previous.lower.endswith(("ss", "us")))
        or before in (")", "E")
    )
    if token.lower == token.lemma:
        return (
            plural
            and before in "OAC)EB"
            and not (line.tokens[index + 1].lower in {"for", "of", "on"} if index + 1 < len(line) else True)
        )
    if before == "C":
        return True
    return before in "OAB)E" and (not previous.lower.endswith("s") or before == "A" or token.lemma == "say")


def _is_infinitive(line: Line, conjunction: int) -> bool:
    """Whether a conjunction joins two infinitives: "to seek shelter | and report it", "can stay | and claim it"."""
    before = line.tags[max(0, conjunction - 6) : conjunction]
    start = max(before.rfind("T"), before.rfind("M"))
    return (
        start >= 0
        and before[start + 1 : start + 2] not in ("D", "A", "P")
        and not any(tag in "XMVP" for tag in before[start + 2 :])
    )


def _is_followed_by_clause(line: Line, index: int) -> bool:
    """Whether "that", a quotation or a subject follows: "officials fear the worst", "Lee claims it is safe"."""
    if index + 1 >= len(line):
        return False
    if line.tags[index + 1] == "T":
        return line.tags[index + 2 : index + 3] in ("B", "O", "X") and line.tokens[index + 2].text.islower()
    return line.quoted[index + 1] >= 0 or line.tags[index + 1] in "HPD:"
