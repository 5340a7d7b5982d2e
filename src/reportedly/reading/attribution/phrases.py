"""Phrases: verb groups, finite verbs, and noun phrases found from either end, without a parser."""

from __future__ import annotations

from reportedly.reading.attribution.lines import Line


def verb_group(line: Line, index: int) -> int:
    """Index of the first token of the verb group that ends at ``index`` ("has | repeatedly | said" begins at "has")."""
    first = index
    while (
        first
        and (line.tags[first - 1] in "XMR" or line.tokens[first - 1].lower.endswith("ly"))
        and line.quoted[first - 1] < 0
    ):
        if line.tokens[first - 1].lower == "online" or (first == 1 and line.tags[0] not in "XMR"):
            # "Nicely said C": a name may end in -ly.
            break
        if line.tokens[first - 1].lower in {"earlier", "later", "here", "there", "meanwhile", "however"} and line.tags[
            first - 2 : first - 1
        ] in ("", ","):
            break
        first -= 1
    return first


def has_finite_verb(line: Line, start: int, end: int) -> bool:
    """Whether a verb that can carry a clause stands in ``[start, end)``."""
    return True in line.finite[max(0, start) : max(0, end)]


def is_finite(line: Line, index: int) -> bool:
    """Whether the token can be the verb of a clause: "is", "could", "fell"; "killed" and "kills" after a subject."""
    return line.finite[index]


def noun_phrase_before(line: Line, end: int, floor: int = 0) -> int:
    """Index at which the noun phrase that ends before ``end`` begins; ``end`` itself where there is none.

    It takes in prepositional phrases, coordinated names and a relative clause inside: "a spokesman for the coalition
    that is helping the fighters".
    """
    start = end
    while start > floor:
        if line.quoted[start - 1] >= 0 and (start == end or line.quoted[start] < 0 or start - 1 == floor):
            break
        tag = line.tags[start - 1]
        if tag == "P":
            start -= start == end
            break
        if _extends(line, start, end, floor):
            start -= 1
            continue
        if tag == "D":
            start = _determiner(line, start, floor)
            if (
                start == floor
                or line.tags[start - 1] in "IT"
                or (line.tags[start - 1] == "C" and _joins(line, start - 1, floor))
            ):
                continue
        may_be_relative = start < end and (tag != "D" or is_finite(line, start - 1))
        antecedent = _relative(line, start, floor) if may_be_relative else None
        if antecedent is None:
            break
        start = antecedent
    return _trim(line, start, end)


def _extends(line: Line, start: int, end: int, floor: int) -> bool:
    """Whether the token before ``start`` belongs to the noun phrase ``[start, end)``."""
    tag = line.tags[start - 1]
    if tag in "AONGI()":
        return True
    if tag in "E-L":
        return start < end or _qualifies(line, start - 1)
    if tag == "B":
        return _is_noun(line, start - 1)
    if tag == "T":
        return start < end and line.tags[start] in "DA" and start - 1 > floor and line.tags[start - 2] in "OABE"
    if tag == "C":
        return start < end and _joins(line, start - 1, floor)
    return start == end and line.tokens[start - 1].lower == "online"


def _qualifies(line: Line, index: int) -> bool:
    """Whether a participle at the end of a noun phrase belongs to it: "those surveyed", "the document filed"."""
    return line.tags[index] == "E" and index > 0 and line.tags[index - 1] in "DOA"


def _determiner(line: Line, start: int, floor: int) -> int:
    start -= 1
    while start > floor and line.tags[start - 1] == "D":
        start -= 1
    return start


def _is_noun(line: Line, index: int) -> bool:
    """Whether a form that can be a verb stands as a noun: after a determiner or an adjective ("the group claims")."""
    return (index > 0 and line.tags[index - 1] in "DGANOIE-") or index == 0


def _joins(line: Line, index: int, floor: int) -> bool:
    """Whether a coordinator joins two noun phrases: "activists and foreign groups", not "it fell and Odeh said"."""
    if line.tokens[index].lower in {"but", "yet", "nor"} or index <= floor:
        return False
    start = noun_phrase_before(line, index, max(floor, index - 8))
    if start == index:
        return False
    return start == floor or line.tags[start - 1] in ',SHC-"R.:' or line.tags[start - 1] == "W"


def _relative(line: Line, start: int, floor: int) -> int | None:
    """Index of a relative pronoun to the left without a comma between, with a noun before it."""
    for index in range(start - 1, max(floor, start - 14), -1):
        if line.tags[index] in ',:;"-':
            return None
        if line.tags[index] == "H" and index > floor and line.tags[index - 1] in "OA":
            return index
    return None


def _trim(line: Line, start: int, end: int) -> int:
    """Drops what cannot begin a noun phrase; of "In Baghdad officials" only "officials" is left."""
    if start + 2 < end and line.tags[start : start + 2] == "EI" and line.tokens[start + 1].lower == "by":
        start += 2  # "released by | the minister"
    while start < end and line.tags[start] in "CI-)GRE" and not (line.tags[start] == "E" and start + 1 < end):
        if line.tags[start] == "I":
            start = _after_preposition(line, start, end)
        else:
            start += 1
        if start < end and line.tags[start] == "E":
            break
    return start


def _after_preposition(line: Line, start: int, end: int) -> int:
    for index in range(start + 2, end):
        if line.tags[index] == "D" and line.tags[index - 1] not in "IC":
            return index
    index = end
    while index > start + 1 and line.tags[index - 1] in "OE" and line.tags[end - 1] == "O":
        index -= 1
    return index if index > start + 2 or line.tags[end - 1] == "O" else end


def noun_phrase_after(line: Line, start: int, ceiling: int) -> int:
    """Index after the noun phrase that begins at ``start``; ``start`` itself where there is none."""
    end = start
    if start >= ceiling or line.tags[start] not in "AONDPGELB":
        return start
    if line.tags[start] == "P":
        return start + 1
    while end < ceiling and line.quoted[end] < 0 and _continues(line, end, start, ceiling):
        end += 1
    while end > start and line.tags[end - 1] in "ICT-DR(":
        end -= 1
    return end


def _continues(line: Line, index: int, start: int, ceiling: int) -> bool:
    tag = line.tags[index]
    if tag == "D":
        return index == start or line.tags[index - 1] in "DICT"
    if tag == "C":
        return (
            index > start
            and line.tokens[index].lower in {"and", "&", "or"}
            and line.tags[index + 1 : index + 2] in tuple("AODN")
            and not has_finite_verb(line, index + 1, min(ceiling, index + 8))
        )
    if tag == "I":
        return index > start and not (
            line.tags[index + 1 : index + 2] == "W"
            or line.tokens[index].lower
            in {"after", "before", "during", "as", "since", "until", "despite", "about", "via"}
        )
    if tag == "B":
        return (index == start and line.tokens[index].lower.endswith("s")) or (
            index > start and line.tags[index - 1] in "DGAOI-"
        )
    if tag in "AONG()" or (tag == "W" and index > start and line.tags[index - 1] == "-"):
        return True
    if tag == "R":
        return index > start and line.tags[index + 1 : index + 2] == "-"
    if tag == "-":
        return index > start and line.tokens[index].start == line.tokens[index - 1].end
    if tag == "L":
        return index > start and line.tags[index + 1 : index + 2] in ("O", "A")
    return (
        tag == "E"
        and (index == start or line.tags[index - 1] in "DC-O")
        and line.tags[index + 1 : index + 2] in ("O", "A", "-")
    )
