"""What the tasks need of an open book, whatever it is: the real one, or a test's."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

# The first argument of a query or command is the session. The window does not know its type (only storage and core do),
# so it stands as Any here; every other argument is checked.
Query = Callable[Concatenate[Any, P], R]


class Done(Protocol[R_co]):
    """What a write answers: `storage.database.Done`."""

    @property
    def result(self) -> R_co: ...
    @property
    def kinds(self) -> frozenset[str]: ...
    @property
    def entry(self) -> int | None: ...


class Book(Protocol):
    """What the tasks need of `storage.database.Database`."""

    def read(self, query: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R: ...
    def write(self, command: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Done[R]: ...
    def undo(self, entry: int | None = None) -> Done[None]: ...
    def redo(self, entry: int | None = None) -> Done[None]: ...


class Opened(Protocol):
    """What the tasks need of `bootstrap.OpenBook`."""

    @property
    def database(self) -> Book: ...
    def close(self) -> None: ...
