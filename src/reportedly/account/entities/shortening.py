"""Short names: somebody called by a surname, a body called by the end of its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from reportedly.account.countries import country_called, leading_country
from reportedly.account.entities.cluster import Cluster, may_be_one
from reportedly.account.entities.likeness import ends, share_title, shortens
from reportedly.account.names import TABLE, full_words, name_words, person_words, singular
from reportedly.account.sides import state_words
from reportedly.data import load_table, word_set
from reportedly.reading.figures.lexicon import numerals

BETTER_KNOWN = 8
"""How many times as often somebody must be told of as all others of that surname, to be meant by it alone."""

Fits = Callable[[str, str], bool]


def with_short_names(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Persons known by one name ("Bali", "Narongsak") join the only person of the story whose full name holds it, or
    the one who is by far the best known.
    """
    holders: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in {words[end] for words in cluster.full_names for end in (0, -1)}:
            holders[word].append(cluster)
    for cluster in clusters:
        if not (cluster.family == "person" or cluster.kind == "other") or cluster.full_names or not cluster.names:
            continue
        if cluster.kind == "other" and any(len(name_words(name)) > 1 for name in cluster.names):
            continue
        words = {person_words(name)[-1] for name in cluster.names}
        found = [holder for word in sorted(words) for holder in holders[word]]
        holder = _best_known(list(dict.fromkeys(each.home for each in found)))
        if holder and may_be_one(holder, cluster) and _titles_agree(holder, cluster):
            holder.take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _best_known(found: Sequence[Cluster]) -> Cluster | None:
    """The only one; of several the one who is told of many times as often as all others: "Marn" is the minister, whose
    son has been named once.
    """
    ranked = sorted(found, key=lambda cluster: cluster.told, reverse=True)
    others = sum(cluster.told for cluster in ranked[1:])
    return ranked[0] if ranked and ranked[0].told >= BETTER_KNOWN * others else None


def _titles_agree(first: Cluster, second: Cluster) -> bool:
    """Whether titles do not speak against it: a title in common, or the first one is called by the second one's name in
    a report of its own, and has only changed its title: "President-elect Marn", "President Marn".
    """
    known = not set(first.names).isdisjoint(second.names)
    return known or not first.titles or not second.titles or share_title(first.titles, second.titles)


def with_short_bodies(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Bodies called by the end of their name join the only body whose name ends so: first the only one in their report
    ("the Foreign Ministry" where one report names the Velmian one and another the Ornian one), see ``within_reports``,
    then the only one of the story ("the SEALs").
    """
    _join_short(clusters, _shortens_in_story, _short_forms)
    return [cluster for cluster in clusters if cluster.profiles]


def within_reports(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters of single profiles after each report's short names of bodies joined the only long one there."""
    reports: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.family == "body":
            reports[cluster.profiles[0].report].append(cluster)
    for told in reports.values():
        _join_short(told, _shortens_in_report, _short_forms)
        _join_short(told, _is_introduced, _introductions)
    return [cluster for cluster in clusters if cluster.profiles]


def _join_short(clusters: Sequence[Cluster], fits: Fits, short: Callable[[Cluster], Sequence[str]]) -> None:
    holders: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in dict.fromkeys(singular(name_words(name)[-1]) for name in cluster.names):
            if cluster.family == "body":
                holders[word].append(cluster)
    for cluster in sorted(clusters, key=lambda cluster: -max((len(name.split()) for name in cluster.names), default=0)):
        for name in short(cluster):
            longer = [holder.home for holder in holders[singular(name_words(name)[-1])] if not _is_counted(holder)]
            fitting = {id(c): c for c in longer if c is not cluster.home and any(fits(long, name) for long in c.names)}
            target = _best_known(list(fitting.values()))
            if target and cluster.profiles and may_be_one(target, cluster):
                target.take(cluster, by_short_name=fits is _shortens_in_report)


def _short_forms(cluster: Cluster) -> list[str]:
    """What may be the end of a body's name: its names, or a definite description of two words or more ("the canal
    authority"). "The Velmian army" is no short name of the Free Velmian Army.
    """
    if cluster.family != "body" or not cluster.profiles:
        return []
    if cluster.names:
        long = [name for name in cluster.names if not _is_short_here(name, cluster)]
        return [name for name in long if state_words(name) is None]
    first = cluster.profiles[0]
    told = [first.description] if first.definite and len(name_words(first.description)) > 1 else []
    return [description for description in told if state_words(description) is None]


def _is_short_here(name: str, cluster: Cluster) -> bool:
    """Whether a name is short for another one that the cluster has."""
    return name in cluster.short or any(ends(other, name) for other in cluster.names)


def _introductions(cluster: Cluster) -> list[str]:
    """How a report begins with a body that it names later, without the words for who supports it: "a Velmian-backed
    Orno league".
    """
    if cluster.family != "body" or cluster.names or not cluster.profiles or not cluster.profiles[0].introduced:
        return []
    words = [word for word in cluster.profiles[0].description.split() if not _is_tie(word)]
    return [" ".join(words)] if len(words) > 1 else []


def _is_tie(word: str) -> bool:
    return "-" in word and word.rpartition("-")[2] in word_set(TABLE, "ties")


def _is_introduced(long: str, short: str) -> bool:
    """Whether a name has the words of an introduction in their order, the last one last."""
    few, many = tuple(map(singular, name_words(short))), tuple(map(singular, name_words(long)))
    left = iter(many)
    return 1 < len(few) <= len(many) and few[-1] == many[-1] and all(word in left for word in few)


def _shortens_in_report(long: str, short: str) -> bool:
    return shortens(long, short) or (len(name_words(short)) > 1 and ends(long, short))


def _shortens_in_story(long: str, short: str) -> bool:
    """Across reports a name of common words may leave out only whose it is: "Security Council" for "UN Security
    Council", but not "Democratic Party" for "Liberal Democratic Party". A description ("the canal authority") may
    leave out more; what news is made by is described everywhere.
    """
    if shortens(long, short):
        return True
    words = name_words(short)
    if len(words) < 2 or not ends(long, short):
        return False
    if not short[:1].isupper():
        return "news" not in words
    return full_words(long)[_whose(full_words(long)) :] == full_words(short)


def _whose(words: Sequence[str]) -> int:
    """How many words at the head of a name say only of which country or union the body is."""
    unions = (tuple(written.split()) for written in load_table(TABLE)["written_out"].values())
    union = next((len(name) for name in unions if tuple(words[: len(name)]) == name), 0)
    country = leading_country(words)
    return union or (country[1] if country else 0)


def _is_counted(cluster: Cluster) -> bool:
    """Whether its only name begins with a number: "Four Rangers" are some of a body, not a body."""
    return all(name_words(name)[0] in numerals().words for name in cluster.names)


def with_directions(clusters: Sequence[Cluster]) -> list[Cluster]:
    """ "The North" joins the only country of the story whose name begins so."""
    countries: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.names:
            words = name_words(name)
            if len(words) > 1 and words[0] in word_set(TABLE, "directions") and country_called(name):
                countries[words[0]].append(cluster)
    for cluster in clusters:
        called = {" ".join(name_words(name)) for name in cluster.names} if cluster.kind != "person" else set()
        found = list(dict.fromkeys(country for name in called for country in countries.get(name, ())))
        if len(called) == len(found) == 1 and found[0] is not cluster:
            found[0].take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]
