"""${message}."""

from alembic import op
import sqlalchemy as sa

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Makes the step; there is no way back but the backup made before it."""
    ${upgrades if upgrades else "pass"}
