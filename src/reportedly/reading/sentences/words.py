"""Words as Universal Dependencies has them for English (the conventions of EWT and GUM).

Clitics ("did|n't", "city|'s", "can|not", "gon|na"), hyphens ("US|-|led") and units ("400|m") stand apart. One word
each are: abbreviations with their dots, a prefix with its word ("non-violent"), names of letters and digits ("H1N1",
"G20", "R&D"), telephone numbers, web addresses and file names, runs of marks ("!!", "***"),
emoticons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reportedly.data import load_table, word_set
from reportedly.reading.dictionary import lemmatizer
from reportedly.reading.reading import Token
from reportedly.report import Span

TABLE = "sentences.toml"
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'"})
WORD = r"""
    [^\W\d_]+(?=[\s,])                                      # most words; here for speed
  | (?: (?i:https?://) | (?i:www\.) )\S*[\w/]                # a web address
  | [\w.+-]{{0,63}}\w@\w[\w-]*(?:\.[\w-]+)*                          # an e-mail address
  | [^\W_][\w-]{{0,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.(?i:{domains})(?![\w-])(?:/[^\s,;()<>]*[\w/])?  # example.org
  | [@\#][^\W\d]\w*                                         # a handle; "#1" are two words
  | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?                  # U.S. a.m. W.J.
  | Ph\.D\.
  | (?:\+?\d{{1,3}}-)?(?:\d{{3}}-)?\d{{3}}-\d{{4}}(?![\w-])   # a telephone number
  | \d+(?i:st|nd|rd|th)\b                                   # 23rd
  | \d+[ADEGHINPRSXYZ](?!\w)                                # 4A 3D 5G, but "5|C", "10|M"
  | (?:(?<![\w.])[+.])?\d+(?:[.,:/]\d+)*                    # 1,000 07:40 2021/03/25 .38 +44
  | (?!(?i:{currencies})\d)[^\W\d_]{{1,40}}\d[^\W_]{{0,40}}(?!\w|[.,:]\d) # H1N1 G20, but "Rs|500"
  | [^\W_]+(?:_[^\W_]+)+                                    # as in the names of files
  | (?<![\w-])(?i:{prefixes})-[^\W\d_]{{2,}}                          # non-violent
  | [A-Z]{{1,4}}&[A-Z]{{1,3}}(?!\w)                          # R&D
  | [^\W\d_]+(?:{apostrophe}[^\W\d_]+)*(?:(?<=s)['’](?!\w))?    # words, with apostrophes inside; the plural genitive
  | (?<=\s)['’](?i:s|m|re|ve|ll|d)(?![\w'’])               # a clitic that strayed from its word
  | (?<!\w)[:;=]['-]?[()DP](?!\w) | \^_\^                   # faces
  | [.!?…]+ | ''|’’|‘’|‘‘|`` | <+ | >+ | \*+ | =+ | ~+
  | [—–-]+
  | [^\w\s]
  | _+ | \w
"""
APOSTROPHE = "['’ʼ`´]"
CLITIC = re.compile(rf"(?<=[a-z])(n{APOSTROPHE}t|{APOSTROPHE}(?:s|re|ve|ll|d|m)|(?<=s)['’])$", re.IGNORECASE)


@lru_cache(maxsize=65536)
def lemma_of(lower: str) -> str:
    """The dictionary form of a lower-case word; the word itself where none is known."""
    table = load_table(TABLE)
    known = table["lemmas"].get(lower) or table["clitics"].get(lower)
    if known:
        return str(known)
    if not lower.isalpha():
        return lower
    lemma: str = lemmatizer().lemmatize(lower, lang="en")
    return lemma.lower()


def find_words(text: str, span: Span) -> Iterator[Token]:
    """The words of a stretch of text in order; only white space lies between them."""
    match_next, position, last = _pattern().match, span.start, span.end
    while match := match_next(text, position, last):
        start, position = match.span(1)
        if position < last and text[position] == "." and _takes_dot(text, start, position):
            position += 1
        for part_start, part_end, shown, lower, lemma in _apart(text[start:position]):
            yield Token(start + part_start, start + part_end, shown, lower, lemma)


@cache
def _pattern() -> re.Pattern[str]:
    shown = {key: "|".join(re.escape(word) for word in load_table(TABLE)[key])
             for key in ("domains", "currencies", "prefixes")}  # fmt: skip
    return re.compile(rf"\s*({WORD.format(apostrophe=APOSTROPHE, **shown)})", re.VERBOSE)


def _takes_dot(text: str, start: int, end: int) -> bool:
    """Whether the dot behind a word belongs to it: an abbreviation ("Mr.", "Jan."), not the end of a sentence ("He is
    ill.", "The answer is no.").
    """
    if text[end + 1 : end + 2] in (".", "…"):
        return False
    if _is_initial(text, start, end):
        return True
    dotted = text[start:end].lower() + "."
    if dotted in word_set(TABLE, "before_number"):
        return text[end + 1 : end + 3].strip()[:1].isdigit()
    if dotted in word_set(TABLE, "names_shortened"):
        return text[start].isupper()
    return dotted in word_set(TABLE, "never_final") or dotted in word_set(TABLE, "perhaps_final")


def _is_initial(text: str, start: int, end: int) -> bool:
    """Whether a single capital with a dot is somebody's initial ("J. Smith"), not the end of a sentence ("vitamin
    C.").
    """
    return (
        end - start == 1
        and text[start].isupper()
        and text[start] != "I"
        and text[end + 1 : end + 2] == " "
        and text[end + 2 : end + 3].isupper()
    )


@lru_cache(maxsize=65536)
def _apart(shown: str) -> tuple[tuple[int, int, str, str, str], ...]:
    """A word and what leans on it ("did|n't"), or two that are written as one ("can|not").

    For each: its half-open range of characters in what is shown, and what a token holds.
    """
    cut = _clitic_at(shown)
    ranges = [(0, cut), (cut, len(shown))] if cut else [(0, len(shown))]
    return tuple((start, end, *_forms(shown[start:end])) for start, end in ranges)


def _forms(shown: str) -> tuple[str, str, str]:
    lower = shown.lower().translate(APOSTROPHES)
    return shown, lower, lemma_of(lower)


def _clitic_at(shown: str) -> int:
    """Where the second part of a word starts; 0 where it is one."""
    if shown.isalpha():
        cut: int = load_table(TABLE)["written_as_one"].get(shown.lower(), 0)
        return cut
    clitic = CLITIC.search(shown)
    return clitic.start() if clitic else 0
