"""A crew: several processes that read reports and reckon stories.

The processes are plain programs that are spoken to through their pipes (see ``worker.py``). What Python has for this
(``multiprocessing``) runs the caller's program once more in every process, which a script that reads at its top level
does not survive.
"""

from reportedly.crew.crew import Crew, processes_here
from reportedly.crew.gists import Gists
from reportedly.crew.jobs import Gist, Read, Unread, Want, gist_of

__all__ = ["Crew", "Gist", "Gists", "Read", "Unread", "Want", "gist_of", "processes_here"]
