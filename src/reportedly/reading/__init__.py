"""One report to what it says: a room per stage, called in order by ``reader.py``."""
