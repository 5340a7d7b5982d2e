"""What a word can be, as far as finding events needs it: classes of function words and forms of verbs.

There is no parser here. A word's possible classes are looked up once per word; which of them holds is decided from
its neighbours in
`layout.py`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reportedly.data import load_table, word_set
from reportedly.errors import TableError

TABLE = "events.toml"

DETERMINER, PREPOSITION, RELATIVE, SUBORDINATOR = 1, 2, 4, 8
COORDINATOR, SUBJECT, MODAL, NEGATION = 16, 32, 64, 128
ADVERB, BE, HAVE, DO = 256, 512, 1024, 2048
TO, NUMBER, MARK, CAPITAL = 4096, 8192, 16384, 32768
PAST, GERUND, THIRD, BASE = 65536, 131072, 262144, 524288
REPORT, NEVER_VERB, POSSESSIVE = 1048576, 2097152, 4194304
AUXILIARY = MODAL | BE | HAVE | DO

CLASS_LISTS = {
    "determiners": DETERMINER,
    "prepositions": PREPOSITION,
    "relatives": RELATIVE,
    "subordinators": SUBORDINATOR,
    "coordinators": COORDINATOR,
    "subjects": SUBJECT,
    "modals": MODAL,
    "negations": NEGATION,
    "adverbs": ADVERB,
    "not_verbs": NEVER_VERB,
    "numbers": NUMBER,
}
BE_FORMS = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m"})
HAVE_FORMS = frozenset({"have", "has", "had", "having", "'ve"})
DO_FORMS = frozenset({"do", "does", "did"})


@cache
def fixed_lemmas() -> dict[str, str]:
    """Forms whose dictionary form is needed here and given otherwise by the lemmatiser."""
    fixes = load_table(TABLE).get("fixes")
    if not isinstance(fixes, dict):
        raise TableError(TABLE, "fixes must be a table of forms")
    return fixes


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of the table as a set, read once per process."""
    return word_set(TABLE, name)


@cache
def gerunds() -> dict[str, str]:
    """Forms in -ing that the lemmatiser takes for nouns, with their verbs."""
    return dict(load_table(TABLE)["gerunds"])


@lru_cache(maxsize=65536)
def key_of(lower: str, lemma: str) -> str:
    """The form under which a word is looked up: its lemma, with -ise as -ize."""
    key = fixed_lemmas().get(lower, lemma)
    return key[:-3] + "ize" if len(key) > 6 and key.endswith("ise") else key


@lru_cache(maxsize=65536)
def classes_of(lower: str, lemma: str) -> int:
    """All classes that the word may have, as bits."""
    bits = _function_classes().get(lower, 0)
    bits |= BE * (lower in BE_FORMS) | HAVE * (lower in HAVE_FORMS) | DO * (lower in DO_FORMS)
    bits |= TO * (lower == "to") | POSSESSIVE * (lower in {"'s", "'"})
    if not any(map(str.isalnum, lower)):
        return bits | MARK * (not bits & POSSESSIVE)
    if lower[0].isdigit():
        return bits | NUMBER
    if lower.endswith("ly") and len(lower) > 4:
        bits |= ADVERB
    return bits | _form(lower, key_of(lower, lemma)) | REPORT * (key_of(lower, lemma) in word_list("report_verbs"))


@cache
def _function_classes() -> dict[str, int]:
    bits: dict[str, int] = {}
    for name, bit in CLASS_LISTS.items():
        for word in word_list(name):
            bits[word] = bits.get(word, 0) | bit
    return bits


def _form(lower: str, key: str) -> int:
    if lower in gerunds():
        return GERUND
    if lower == key:
        past = PAST if lower in word_list("irregular_past") else 0
        return BASE | past
    if lower.endswith("ing"):
        return GERUND
    if lower.endswith("s") and not lower.endswith("ss"):
        return THIRD
    return 0 if lower.endswith(("er", "est", "men")) else PAST


@lru_cache(maxsize=65536)
def form_of(text: str, lower: str, lemma: str) -> tuple[int, str]:
    """All classes that a token may have, its capital letter included, and the form under which it is looked up."""
    bits = classes_of(lower, lemma)
    return bits | CAPITAL if text[0].isupper() else bits, key_of(lower, lemma)


@cache
def noun_class(name: str) -> frozenset[str]:
    """The nouns of a class that triggers may ask for.

    Raises:
        TableError: there is no such class.
    """
    words = load_table(TABLE)["classes"].get(name)
    if not isinstance(words, list):
        raise TableError(TABLE, f"there is no class {name!r}")
    return frozenset(words)


@cache
def kinds_of_class(name: str) -> frozenset[str]:
    """The kinds of mentions that belong to a class without looking at their words."""
    return frozenset(load_table(TABLE)["class_kinds"].get(name, ()))


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """A list inside a section of the table, as a set."""
    return frozenset(load_table(TABLE)[section][name])
