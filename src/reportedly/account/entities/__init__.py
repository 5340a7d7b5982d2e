"""Who and what the reports of a story speak of: the mentions of all its reports, joined where they refer to the same.

Precision before recall: two names are one only for a reason that can be told (the same name, initials, a surname that
only one person of the story bears, a spelling of the same sound, the same place of the gazetteer), and never against
a sign that they are two.
"""

from reportedly.account.entities.hints import with_hinted_places
from reportedly.account.entities.joining import Directory, join_entities
from reportedly.account.entities.profiles import Profile, profiles_of

__all__ = ["Directory", "Profile", "join_entities", "profiles_of", "with_hinted_places"]
