"""Work outside the window's thread: one thread owns the book, a second one takes long jobs; answers come back as calls in the window."""

from coordinator_app.gui.kit.tasks.long_jobs import Job, Progress
from coordinator_app.gui.kit.tasks.opened import Book, Done, Opened, Query
from coordinator_app.gui.kit.tasks.sending import Catching, Tasks
from coordinator_app.gui.kit.tasks.worker import Failed

__all__ = ["Book", "Catching", "Done", "Failed", "Job", "Opened", "Progress", "Query", "Tasks"]
