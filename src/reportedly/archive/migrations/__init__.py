"""Steps from one archive schema to the next, run by Alembic without a configuration file."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from reportedly.archive.schema import HEAD, VERSION_TABLE


def scripts() -> ScriptDirectory:
    """The migration scripts that this program has."""
    return ScriptDirectory(str(Path(__file__).parent))


def knows(revision: str) -> bool:
    """Whether a schema version is one of ours (else a newer program made it)."""
    return any(script.revision == revision for script in scripts().walk_revisions())


def migrate(connection: Connection, to: str = HEAD) -> None:
    """Bring the schema to a version (the newest), inside the connection's transaction."""
    directory = scripts()
    context = EnvironmentContext(
        Config(), directory, fn=lambda revision, _: directory._upgrade_revs(to, revision), destination_rev=to
    )
    with context:
        context.configure(connection=connection, version_table=VERSION_TABLE, transactional_ddl=True)
        context.run_migrations()
