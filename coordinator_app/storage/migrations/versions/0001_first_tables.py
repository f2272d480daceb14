"""The tables of the first release."""

from coordinator_app.storage.migrations.first import activities, book, groups, meetings, people, posters, reporting

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table; there is no way back but the backup made before it. Each room needs only those before it."""
    for room in (book, people, groups, meetings, activities, reporting, posters):
        room.make()
