"""Many readings to one account: a room per step, called in order by ``reckon.py``."""
