"""A rule grammar over tokens: every token becomes one letter, every rule one regular expression over those letters.

Words that stand in the same classes share a letter, so a class is a set of letters and a sentence of thirty tokens a
string of thirty letters. No rule repeats without bound, so the work is linear in the text. Rules are compiled once per
process from ``data/times/rules.toml``; the comment at its head gives the notation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.reading import Token
from reportedly.reading.times.words import Words, key_of, load_words
from reportedly.records import quicken

TABLE = "times/rules.toml"
OTHER, WORD = ".", "_"
"""The letters of tokens that no rule speaks of: marks, and words."""
ANY = "ANY"
"""The class of all words and numbers."""
FIRST_LETTER = 0x4E00
NAME = re.compile(r"([\w']+)(?::([a-z]+))?")
OPENED = re.compile(r"@([a-z]+)@\(")
"""A slot around a phrase, once the phrase is spelt out: ``@number@(ONES | TEENS)``."""
PIECE = re.compile(r"@[a-z]+@\(|[()|?]|[\w']+(?::[a-z]+)?")
PATTERNS = ("pattern", "after", "not_after", "behind", "before", "not_before")
"""The keys of a rule that hold patterns."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: ``make`` names its maker, ``given`` what the rule itself says (such as ``{"sign": -1}``)."""

    make: str
    given: dict[str, Any]
    pattern: re.Pattern[str]


@quicken
@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``[start, end)`` of a sentence that a rule takes; ``slots`` maps a slot to the keys of its tokens."""

    start: int
    end: int
    make: str
    given: dict[str, Any]
    slots: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules and the letters of all words.

    ``starting`` has the rules that can start at a letter, ``starts`` finds the places to try: letters that are an
    expression alone, or that start one ("the") and have a word of time after them. ``small`` has the letters of words
    that need a capital and lack it.
    """

    starting: dict[str, tuple[Rule, ...]]
    starts: re.Pattern[str]
    letters: dict[str, str]
    small: dict[str, str]

    def matches(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The matches in a sentence from left to right without overlap: the longest, of equals the first rule's."""
        line = "".join([_letter(token.text, token.lower) for token in tokens])
        end = 0
        for start in [found.start() for found in self.starts.finditer(line)]:
            if start >= end and (best := self._longest(line, start)):
                rule, match = best
                end = match.end()
                yield Match(start, end, rule.make, rule.given, _slots(tokens, match))

    def _longest(self, line: str, start: int) -> tuple[Rule, re.Match[str]] | None:
        best: tuple[Rule, re.Match[str]] | None = None
        for rule in self.starting[line[start]]:
            match = rule.pattern.match(line, start)
            if match and (best is None or match.end() > best[1].end()):
                best = rule, match
        return best


def _slots(tokens: Sequence[Token], match: re.Match[str]) -> dict[str, str]:
    slots: dict[str, str] = {}
    for name, number in match.re.groupindex.items():
        start, end = match.span(number)
        if start < end:
            slots[name.partition("_")[0]] = " ".join([key_of(token.lower) for token in tokens[start:end]])
    return slots


@lru_cache(maxsize=65536)
def _letter(text: str, lower: str) -> str:
    grammar = load_grammar()
    key = key_of(lower)
    if key[0].isdigit() and key not in grammar.letters:
        return grammar.letters.get(f"#{load_words().shape_of(key)}", WORD)
    letters = grammar.small if key in load_words().needs_capital and not text[0].isupper() else grammar.letters
    return letters.get(key, WORD if key[0].isalpha() else OTHER)


@cache
def load_grammar() -> Grammar:
    """The grammar, compiled once per process.

    Raises:
        TableError: a pattern names a class that is not there, or is no regular expression.
    """
    table = load_table(TABLE)
    return _Compiler(load_words(), table["phrases"]).compile(table["rule"])


class _Compiler:
    """Turns patterns over classes and words into regular expressions over letters."""

    def __init__(self, words: Words, phrases: dict[str, str]) -> None:
        self.words = words
        self.phrases = phrases
        self.of_signature: dict[frozenset[str], str] = {}
        self.of_name: dict[str, set[str]] = defaultdict(set)
        self.letters: dict[str, str] = {}
        self.small: dict[str, str] = {}
        self.sets: dict[str, str] = {}

    def compile(self, rows: list[dict[str, Any]]) -> Grammar:
        self._share_letters(sorted(set().union(*(self._names(row) for row in rows)) - {ANY}))
        starting: dict[str, list[Rule]] = defaultdict(list)
        alone: set[str] = set()
        for row in rows:
            rule = self._rule(row)
            begins, single = self._starts(row["pattern"])
            for letter in begins:
                starting[letter].append(rule)
            alone |= single
        opening = "".join(sorted(starting.keys() - alone))
        starts = re.compile(f"[{''.join(sorted(alone))}]|[{opening}](?=[^{OTHER}{WORD}])")
        return Grammar({letter: tuple(rules) for letter, rules in starting.items()}, starts, self.letters, self.small)

    def _names(self, row: dict[str, Any]) -> set[str]:
        """The classes and plain words that a rule speaks of."""
        patterns = [row[key] for key in PATTERNS if key in row]
        return {name for pattern in patterns for name, _ in NAME.findall(OPENED.sub("", self._spell_out(pattern)))}

    def _spell_out(self, pattern: str) -> str:
        """The pattern with the phrases that it names put in their place."""

        def replace(match: re.Match[str]) -> str:
            name, slot = match.groups()
            if name not in self.phrases:
                return match.group()
            inner = self._spell_out(self.phrases[name])
            return f"@{slot}@({inner})" if slot else f"({inner})"

        return NAME.sub(replace, pattern)

    def _share_letters(self, names: list[str]) -> None:
        """Gives every word and shape its letter: one for all that stand in the same classes."""
        classes: dict[str, set[str]] = defaultdict(set)
        for name in names:
            if name.isupper() and name not in self.words.values and name not in self.words.unions:
                raise TableError(TABLE, f"a pattern names {name}, which is no class of words.toml and no phrase")
            for member in self.words.members(name):
                classes[member].add(name)
        for figure in [member for member in classes if member[0].isdigit()]:
            classes[figure] |= classes[f"#{self.words.shape_of(figure)}"]
        for member in sorted(classes):
            self.letters[member] = self._letter_for(frozenset(classes[member]))
            if member in self.words.needs_capital and member in classes[member]:
                self.small[member] = self._letter_for(frozenset({member}))
        self.of_name[ANY] = {WORD} | {self.letters[member] for member in classes if member.strip("#")[0].isalnum()}

    def _letter_for(self, signature: frozenset[str]) -> str:
        letter = self.of_signature.setdefault(signature, chr(FIRST_LETTER + len(self.of_signature)))
        for name in signature:
            self.of_name[name].add(letter)
        return letter

    def _rule(self, row: dict[str, Any]) -> Rule:
        pattern = self._expression(row["pattern"])
        if "after" in row:
            pattern = f"(?<={self._any(row['after'])}){pattern}"
        if "not_after" in row:
            pattern = f"(?<!{self._any(row['not_after'])}){pattern}"
        if "behind" in row:
            pattern = f"(?<={self._expression(row['behind'])}){pattern}"
        if "before" in row:
            pattern = f"{pattern}(?={self._expression(row['before'])})"
        if "not_before" in row:
            pattern = f"{pattern}(?!{self._expression(row['not_before'])})"
        try:
            compiled = re.compile(pattern)
        except re.error as error:
            raise TableError(TABLE, f"the pattern {row['pattern']!r} does not compile ({error})") from None
        return Rule(row["make"], {key: value for key, value in row.items() if key not in (*PATTERNS, "make")}, compiled)

    def _starts(self, pattern: str) -> tuple[frozenset[str], frozenset[str]]:
        """The letters with which a match of the pattern can start, and those that are a match by themselves."""
        opening = _opening(PIECE.findall(self._spell_out(pattern))[::-1])
        return self._letters(opening.first), self._letters(opening.single)

    def _letters(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self.of_name[name] for name in names))

    def _any(self, names: str) -> str:
        """One token of any of these classes or words."""
        if names not in self.sets:
            self.sets[names] = f"[{_in_ranges(sorted(self._letters(names.split())))}]"
        return self.sets[names]

    def _expression(self, pattern: str) -> str:
        """The regular expression of a pattern; a slot that occurs again gets a number, ``month_2``."""
        seen: dict[str, int] = defaultdict(int)

        def numbered(slot: str) -> str:
            seen[slot] += 1
            return slot if seen[slot] == 1 else f"{slot}_{seen[slot]}"

        def replace(match: re.Match[str]) -> str:
            if match.group("opened"):
                return f"(?P<{numbered(match.group('opened'))}>"
            letters = self._any(match.group("name"))
            slot = match.group("slot")
            return f"(?P<{numbered(slot)}>{letters})" if slot else letters

        spelt = self._spell_out(pattern)
        compact = re.sub(r"\s+", " ", spelt)
        named = re.sub(r"@(?P<opened>[a-z]+)@\(|(?P<name>[\w']+)(?::(?P<slot>[a-z]+))?", replace, compact)
        return f"(?:{re.sub(r'[(](?![?])', '(?:', named.replace(' ', ''))})"


def _in_ranges(letters: Sequence[str]) -> str:
    """What stands between the brackets of a set of sorted letters; runs of them are compiled faster as ranges."""
    ranges: list[list[str]] = []
    for letter in letters:
        if ranges and ord(letter) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = letter
        else:
            ranges.append([letter, letter])
    return "".join([first if first == last else f"{first}-{last}" for first, last in ranges])


@dataclass(frozen=True, slots=True)
class _Opening:
    """The names that can come ``first`` in a pattern, those that can be a ``single`` match, and whether nothing can."""

    first: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    may_be_empty: bool = True

    def then(self, other: _Opening) -> _Opening:
        """One pattern after another."""
        return _Opening(
            self.first | other.first if self.may_be_empty else self.first,
            (self.single if other.may_be_empty else frozenset()) | (other.single if self.may_be_empty else frozenset()),
            self.may_be_empty and other.may_be_empty,
        )

    def either(self, other: _Opening) -> _Opening:
        """One pattern or another."""
        empty = self.may_be_empty or other.may_be_empty
        return _Opening(self.first | other.first, self.single | other.single, empty)


def _opening(pieces: list[str]) -> _Opening:
    """How a pattern opens. ``pieces`` are its pieces in reverse, taken off up to the bracket that closes it."""
    whole, part = _Opening(may_be_empty=False), _Opening()
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            whole, part = whole.either(part), _Opening()
            continue
        name = frozenset({piece.partition(":")[0]})
        found = _opening(pieces) if piece.endswith("(") else _Opening(name, name, may_be_empty=False)
        if pieces and pieces[-1] == "?":
            pieces.pop()
            found = found.either(_Opening())
        part = part.then(found)
    return whole.either(part)
