"""Spellings of place names made comparable: folded names, and keys under which transliterations of one name meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h", "ŋ": "n"}
)
SILENT = re.compile(r"[.’'‘`´ʻʼʾʿ′\u0000]")
BREAK = re.compile(r"[\s,/_‐‑–—-]+")
SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "co": "county", "twp": "township"}
ARTICLES = frozenset(
    {
        "al",
        "el",
        "il",
        "ul",
        "as",
        "ash",
        "ar",
        "at",
        "ath",
        "an",
        "ad",
        "adh",
        "az",
        "es",
        "esh",
        "er",
        "et",
        "en",
        "ed",
        "ez",
    }
)
MOUNDS = {
    "tel": "tal",
    "tell": "tal",
    "tall": "tal",
    "jebel": "jabal",
    "djebel": "jabal",
    "beit": "bayt",
    "umm": "um",
    "abou": "abu",
}
"""Words that open many names and are written in many ways ("Tel Afar", "Tall Afar")."""
SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"dzh|dj|zh", "j"),
        (r"sch|tch", "ch"),
        (r"kh", "h"),
        (r"([bdgkt])h(?!$)", r"\1"),
        (r"ph", "f"),
        (r"ck|q|c(?!h)", "k"),
        (r"x", "ks"),
        (r"w(?=[aeiou])", "v"),
        (r"aw|au|ou|oo|ow|w|o", "u"),
        (r"ay|ai|ei|ey|ee|ie|iy|y|e", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aiu])h$", ""),
    )
)
"""Applied in order: Dzhankoi = Djankoi, Sulaymaniyah = Soulimaniyah, Deir ez-Zor = Dayr az Zawr, Kharkiv = Harkiv."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without case, diacritics, apostrophes and dots, hyphens as spaces, "St." as "saint"; "" for none of it.

    ``fold("Saint-Étienne") == fold("ST. ETIENNE") == "saint etienne"``
    """
    plain = unicodedata.normalize("NFKD", name).casefold().translate(LETTERS)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = BREAK.sub(" ", SILENT.sub("", plain)).strip().split(" ")
    return " ".join(SHORT.get(word, word) for word in words)


@lru_cache(maxsize=16384)
def sound(folded: str) -> str:
    """A key under which the usual transliterations of a name meet; made from a folded name, letters only.

    Articles go ("Al-Mayadin" = "Mayadeen") unless nothing else is left; sun letters too ("ar-Raqqah" = "Raqqa").
    """
    words = [MOUNDS.get(word, word) for word in folded.split(" ")]
    key = "".join(word for word in words if word not in ARTICLES) or "".join(words)
    for pattern, replacement in SOUNDS:
        key = pattern.sub(replacement, key)
    return key
