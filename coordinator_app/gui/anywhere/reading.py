"""What the search asks the book."""

from typing import Any

from coordinator_app.bootstrap.office_files import catalogue_in_force


def services_with_notes(session: Any) -> frozenset[str]:
    """The services whose notes may be shown among other things: those that are not sensitive."""
    return frozenset(each.code for each in catalogue_in_force(session).services if not each.sensitive)
