"""Names as keys: what must be equal, and what may differ, when two names are one.

The ground floor of the account's rooms: no room's work is done here, only the folding of names that several rooms
compare by.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from reportedly.data import load_table, word_set

TABLE = "account/names.toml"
GIVEN = "account/given_names.toml"
WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-"})
DOUBLED = re.compile(r"(.)\1+")
EVERYWHERE = 1.5
"""Weight of words up to which they stand in nearly every text."""
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
INITIALS = re.compile(r"[A-Z](?:[A-Z]|[foatd](?=[A-Z]))*[A-Z]")
"""Initials, small words' ones in lower case: "SDF", "TfL", "MoD"."""
ARTICLES = frozenset({"the", "a", "an"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, with straight apostrophes and hyphens; "U.S." becomes "us." only inside names."""
    plain = unicodedata.normalize("NFKD", text.translate(STRAIGHT))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return DOTTED.sub(lambda match: match.group().replace(".", ""), bare).casefold()


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: no article, title, genitive or company form.

    "The Suez Canal Authority's" and "Suez Canal Authority" give the same words, "Acme Ltd." and "Acme" too.
    """
    found = [word.removesuffix("'s").removesuffix("'") for word in WORD.findall(fold(name))]
    words = [part for word in found for part in word.replace("'", "").split("-") if part]
    while len(words) > 1 and words[0] in word_set(TABLE, "leading"):
        words.pop(0)
    while len(words) > 1 and words[-1] in word_set(TABLE, "trailing"):
        words.pop()
    return tuple(words)


def last_word(name: str) -> str:
    """The last of the words that tell a name; "" for a name of marks only."""
    return (name_words(name) or ("",))[-1]


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """One string per name under which spellings that differ only in form are equal; known aliases give the body's
    own name.
    """
    key = " ".join(full_words(name))
    return _aliases().get(key, key)


@lru_cache(maxsize=65536)
def full_words(name: str) -> tuple[str, ...]:
    """The words that tell a name, with the short form of a country or a union written out at their head: "UN Security
    Council" and "United Nations Security Council" are one.
    """
    words = name_words(name)
    written: dict[str, str] = load_table(TABLE)["written_out"]
    return (*written[words[0]].split(), *words[1:]) if len(words) > 1 and words[0] in written else words


@cache
def _aliases() -> dict[str, str]:
    """From each alias of a well-known body to the key of its own name."""
    known: dict[str, str] = {}
    for table in ("agencies", "bodies"):
        for body in load_table(TABLE)[table]:
            for alias in (body["name"], *body["aliases"]):
                known[" ".join(full_words(alias))] = " ".join(full_words(body["name"]))
    return known


@cache
def agency_names() -> dict[str, str]:
    """From the key of each news agency to its name."""
    return {name_key(body["name"]): body["name"] for body in load_table(TABLE)["agencies"]}


def is_acronym(name: str) -> bool:
    """Whether a name is made of initials: "SDF", "U.N.", "TfL"."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and INITIALS.fullmatch(letters) is not None


def is_shortened(name: str) -> bool:
    """Whether a name is one word cut short by a full stop: "Calif."."""
    return name.endswith(".") and " " not in name and not is_acronym(name)


def initials_of(name: str) -> tuple[str, ...]:
    """The initials of a name of several words, with and without its small words: ("sdf",), ("fbi", "fboi"). Words that
    may be titles count too where they are part of the name: "General Motors" is GM.
    """
    found = []
    for words in dict.fromkeys((name_words(name), _every_word(name))):
        strong = [word for word in words if word not in word_set(TABLE, "small")]
        found += ["".join(word[0] for word in some) for some in (strong, words) if len(words) > 1]
    return tuple(dict.fromkeys(found))


def _every_word(name: str) -> tuple[str, ...]:
    """The words of a name, titles and company forms among them."""
    words = [part for word in WORD.findall(fold(name)) for part in word.removesuffix("'s").split("-") if part]
    return tuple(words[1:] if words[:1] and words[0] in ARTICLES else words)


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    return tuple((str(spelt), str(sound)) for spelt, sound in load_table(TABLE)["sounds"])


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """A key under which common transliterations of one foreign name fall together: "Raqqah" and "Raqqa", "Bunyaluk"
    and "Boonyaluck".
    """
    key = fold(word)
    for spelt, sound in _sounds():
        key = key.replace(spelt, sound)
    key = DOUBLED.sub(r"\1", key)
    return key[:-1] if len(key) > 3 and key.endswith("h") else key


def singular(word: str) -> str:
    """A word without its plural s, for comparing names of bodies: "seals", "forces"."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def place_sound(name: str) -> str:
    """The sound of a place name without an article: "Raqqa" and "Ar-Raqqah" are one."""
    words = name_words(name)
    strong = [word for word in words if word not in word_set(TABLE, "particles")] or words
    return " ".join(sound_key(word) for word in strong)


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles and initials: "Abdel F. al-Sisi" gives "abdel", "sisi"."""
    words = name_words(name)
    strong = tuple(word for word in words if len(word) > 1 and word not in word_set(TABLE, "particles"))
    while len(strong) > 1 and strong[-1] in word_set(TABLE, "generations"):
        strong = strong[:-1]
    return strong or words


@cache
def given_names() -> dict[str, frozenset[int]]:
    """From a first name to the numbers of the rows of names that may be one person's ("ed", "edward")."""
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(load_table(GIVEN)["same"]):
        for name in row:
            rows.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in rows.items()}


@cache
def common_words() -> frozenset[str]:
    """Words of everyday English, which make no name by themselves ("Navy", "Marine", "Security")."""
    return frozenset(word for band in load_table("account/words.toml")["band"] for word in band["words"])


@cache
def function_words() -> frozenset[str]:
    """Words that stand in every text and tell nothing of what it is about."""
    bands = load_table("account/words.toml")["band"]
    return frozenset(word for band in bands if band["weight"] <= EVERYWHERE for word in band["words"])


def with_article(name: str) -> str:
    """A description has an article, a name has none: "the railway station of Lota", "Lota"."""
    return name if name[:1].isupper() or name.startswith("the ") else f"the {name}"


def slug(name: str, limit: int = 48) -> str:
    """Letters, digits and hyphens that show what an id stands for."""
    return "-".join(name_words(name))[:limit].strip("-") or "unnamed"
