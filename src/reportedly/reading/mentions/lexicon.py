"""The word lists of this room, read once from ``data/``."""

from __future__ import annotations

from typing import Any

from reportedly.data import load_table, word_set
from reportedly.reading.reading import Kind

NAMES = "names.toml"
PARTS = "mentions/names.toml"
KNOWN = "mentions/known.toml"
TITLES = "mentions/titles.toml"
HEADS = "mentions/heads.toml"
PHRASES = "mentions/phrases.toml"
EVIDENCE = "mentions/evidence.toml"
PRONOUNS = "mentions/pronouns.toml"

GIVEN = word_set(NAMES, "given")
PARTICLES = word_set(NAMES, "particles")
OPENING_PARTICLES = word_set(NAMES, "opening_particles")
COUNTRIES = frozenset(name.lower() for name in word_set(NAMES, "countries"))
PEOPLES = frozenset(name.lower() for name in word_set(NAMES, "peoples") | word_set(NAMES, "nationalities"))
NATIONALITIES = PEOPLES | frozenset(name + "s" for name in PEOPLES if not name.endswith(("s", "sh", "ch", "ese", "x")))

OPENERS = word_set(PARTS, "openers")
JOINING = word_set(PARTS, "joining_heads")
COMPANY_FORMS = word_set(PARTS, "company_forms")
GENITIVE_OPENERS = word_set(PARTS, "genitive_openers")
NUMBERED = word_set(PARTS, "numbered")
NOT_NAMES = word_set(PARTS, "not_names")
CREDITS = word_set(PARTS, "credits")
AFTER_NAMES = word_set(PARTS, "after_names")
DATE_WORDS = word_set(PARTS, "date_words")
VEHICLE_PREFIXES = word_set(PARTS, "vehicle_prefixes")
EVENT_STARTERS = word_set(PARTS, "event_starters")
PLACE_STARTERS = word_set(PARTS, "place_starters")

TITLE_CORES = word_set(TITLES, "cores")
TITLE_MODIFIERS = word_set(TITLES, "modifiers")
TITLE_TOPICS = word_set(TITLES, "topics")
COURTESY = word_set(TITLES, "courtesy")
SOLE_TITLES = word_set(TITLES, "sole")

ROLES = word_set(HEADS, "roles")
PLURAL = word_set(HEADS, "plural")
INSTITUTIONS = word_set(HEADS, "institutions")
SPEAKING = word_set(HEADS, "speaking")
BODIES = word_set(HEADS, "bodies")
SITES = word_set(HEADS, "sites")
SITES_OF = word_set(HEADS, "sites_of")
SITE_COMPOUNDS = word_set(HEADS, "site_compounds")
CORPORATE = word_set(HEADS, "corporate")
ACADEMIC = word_set(HEADS, "academic")
DUTIES = word_set(HEADS, "duties")
OFFICES = word_set(HEADS, "offices")
GRADES = word_set(HEADS, "grades")
PASSED = tuple(sorted(word_set(HEADS, "passed")))
CONTINENTS = word_set(HEADS, "continents")

DETERMINERS = word_set(PHRASES, "determiners")
FUNCTION = word_set(PHRASES, "function")
VERBS = word_set(PHRASES, "verbs")
MODIFIERS = word_set(PHRASES, "modifiers")
ADJECTIVE_ENDINGS = tuple(sorted(word_set(PHRASES, "adjective_endings")))
NUMBERS = word_set(PHRASES, "numbers")
RELATIONAL = word_set(PHRASES, "relational")
VERB_LIKE = word_set(PHRASES, "verb_like")
MODALS = word_set(PHRASES, "modals")
BARE = word_set(PHRASES, "bare")
MEASURES = word_set(PHRASES, "measures")
PARTITIVES = word_set(PHRASES, "partitives")

SPEECH = word_set(EVIDENCE, "speech")
PERSONAL_VERBS = word_set(EVIDENCE, "personal_verbs")
INSIDE = word_set(EVIDENCE, "inside")
TOWARDS = word_set(EVIDENCE, "towards")
STAKES = word_set(EVIDENCE, "stakes")
BELONGINGS = word_set(EVIDENCE, "belongings")
DIRECTIONS = word_set(EVIDENCE, "directions")
LINKS = word_set(EVIDENCE, "affiliation_links")
SUFFIXES = word_set(EVIDENCE, "affiliation_suffixes")
PREFIXES = word_set(EVIDENCE, "affiliation_prefixes")

PRONOUNS_BY_TYPE = {name: word_set(PRONOUNS, name) for name in ("he", "she", "they", "it", "we", "i", "who")}
PRONOUN_WORDS = frozenset().union(*PRONOUNS_BY_TYPE.values())
WEATHER = word_set(PRONOUNS, "weather")
EXPLETIVE = word_set(PRONOUNS, "expletive")


def _kinds(table: str, keys: tuple[tuple[str, Kind], ...]) -> dict[str, Kind]:
    return {word: kind for key, kind in keys for word in word_set(table, key)}


HEAD_KINDS = _kinds(
    HEADS,
    (
        ("document", "other"),
        ("weapon", "weapon"),
        ("event", "event"),
        ("facility", "facility"),
        ("place", "place"),
        ("vehicle", "vehicle"),
        ("organisation", "organisation"),
        ("group", "group"),
        ("person", "person"),
    ),
)
"""What a description is of, by its head noun; where a noun stands in two lists the later one here holds."""

LAST_WORDS = _kinds(
    PARTS,
    (
        ("product_heads", "product"),
        ("event_heads", "event"),
        ("place_heads", "place"),
        ("facility_heads", "facility"),
        ("vehicle_heads", "vehicle"),
        ("organisation_heads", "organisation"),
        ("company_forms", "organisation"),
        ("group_heads", "group"),
    ),
)
"""What a name is of, by its last word; where a word stands in two lists the later one here holds."""

KNOWN_KINDS = _kinds(KNOWN, (("event", "event"), ("organisation", "organisation"), ("group", "group")))


def _countries_of_peoples() -> dict[str, str]:
    """The English short name of the country for the word of its people, in lower case ("egyptian": "Egypt").

    A word that two countries share ("Congolese") tells neither; a country whose name takes an article is left out, as
    "British premier" reads better than "premier of United Kingdom".
    """
    rows: dict[str, Any] = load_table("places_countries.toml")["countries"]
    named = [(word.lower(), row["name"]) for row in rows.values() for word in row.get("adjectives", ())]
    words = [word for word, _ in named]
    articled = word_set(HEADS, "articled")
    return {word: name for word, name in named if words.count(word) == 1 and name.lower() not in articled}


COUNTRY_OF = _countries_of_peoples()
