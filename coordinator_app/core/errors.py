"""The errors a user can act on. Anything else that is raised is a fault of the program and is shown as one."""

from coordinator_app.i18n import Words


class CoordinatorError(Exception):
    """What happened, where, and what to do: an English message marked with `N_`, and the values it names.

    The sentence is made where it is shown, by `said`, in the language of that place.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def said(self, words: Words) -> str:
        """The sentence for the user."""
        return words(self.message, **self.values)

    def __str__(self) -> str:
        return self.message.format_map(self.values) if self.values else self.message


class Refused(CoordinatorError):
    """A rule of the work forbids this; nothing was changed."""


class NotFound(Refused):
    """What was named is not in the book."""


class Stopped(CoordinatorError):
    """The user stopped a long piece of work; nothing was changed."""


class InTheWay(Refused):
    """An undo is blocked by a later change, which `entry` names."""

    def __init__(self, message: str, /, *, entry: int | None, **values: object) -> None:
        super().__init__(message, **values)
        self.entry = entry


class BadFile(CoordinatorError):
    """A file that came from elsewhere cannot be taken in; nothing of it was."""


class CannotOpen(CoordinatorError):
    """The book cannot be opened as things are."""


class WrongPassphrase(CannotOpen):
    """No key slot opens with what was typed."""


class SlotsDamaged(CannotOpen):
    """Neither copy of the key slots can be read."""


class BookDamaged(CannotOpen):
    """The database is not what was written."""


class BookMissing(CannotOpen):
    """There is no book where one was expected."""


class ForeignFile(CannotOpen):
    """There is something, but it is not a book."""


class BookInUse(CannotOpen):
    """Another window or command has the book open."""


class BookTooNew(CannotOpen):
    """The book was written by a newer version of the program."""


class UnsuitableFolder(CannotOpen):
    """A synced or network folder cannot be a book's home."""


class CannotWrite(CoordinatorError):
    """The disk is full, read-only or gone; what was acknowledged before is safe."""
