"""The house rules that no linter knows: sizes, what a message looks like, swallowed errors, and tests that mirror the source."""

import ast
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coordinator_app.core.model import Table
from coordinator_app.core.retention import register
from tests.core import record_of_processing

PROJECT = Path(__file__).parents[1]
SOURCE = PROJECT / "coordinator_app"
TESTS = PROJECT / "tests"
MARKS = {"N_", "words", "_words"}
# What this check itself looks for is written in two halves, so that it does not find itself.
HOSTS = re.compile("|".join(["pypi[.]" + "org", "python" + "hosted", "npm" + "js[.]", "deb[.]" + "debian", "registry[.]" + "npm"]))
MACHINE_PATHS = re.compile(r"(?<![\w.$~<>-])/(?:work|root|tmp/[a-z]+)/")


def _files() -> Iterator[Path]:
    """Every file that belongs to the project."""
    ignored = {line.strip("/") for line in (PROJECT / ".gitignore").read_text().splitlines()} | {".git"}
    for folder, folders, names in os.walk(PROJECT):
        inside = Path(folder).relative_to(PROJECT)
        folders[:] = sorted(name for name in folders if not {name, str(inside / name)} & ignored and not name.endswith(".egg-info"))
        # In a work tree beside the first one, `.git` is a file.
        yield from (Path(folder) / name for name in sorted(names) if name not in ignored and not name.endswith(".mo"))


def _python() -> list[Path]:
    return [path for path in _files() if path.suffix == ".py"]


def _nodes(tree: ast.AST, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, kinds))


def long_files(text: str) -> Iterator[str]:
    lines = len(text.splitlines())
    if lines > 400:
        yield f"{lines} lines in one file; at most 400"


def long_functions(text: str) -> Iterator[str]:
    for node in _nodes(ast.parse(text), ast.FunctionDef, ast.AsyncFunctionDef):
        assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > 60:
            yield f"{node.name} has {lines} lines; at most 60"


def large_classes(text: str) -> Iterator[str]:
    for node in _nodes(ast.parse(text), ast.ClassDef):
        assert isinstance(node, ast.ClassDef)
        methods = sum(isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) for each in node.body)
        if methods > 15:
            yield f"{node.name} has {methods} methods; at most 15"


def swallowed_errors(text: str) -> Iterator[str]:
    """Handlers of every error that do nothing about it."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "Exception"
            idle = all(isinstance(each, ast.Pass | ast.Continue) or _is_text(each) for each in node.body)
            if idle and re.search(r"\b(Base)?Exception\b", caught):
                yield f"line {node.lineno} swallows every error"
        elif isinstance(node, ast.Call) and re.fullmatch(r"(contextlib\.)?suppress\((Base)?Exception\)", ast.unparse(node)):
            yield f"line {node.lineno} swallows every error"


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def made_up_messages(text: str) -> Iterator[str]:
    """Messages that are put together, or chosen, inside the call: they are not found for translation."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            for message in _messages(node):
                if not _is_said_whole(message):
                    yield f"line {node.lineno}: {ast.unparse(message)} is not one literal message"


def _messages(call: ast.Call) -> list[ast.expr]:
    name = ast.unparse(call.func).rpartition(".")[2]
    owner = ast.unparse(call.func.value).rpartition(".")[2] if isinstance(call.func, ast.Attribute) else ""
    if name in MARKS:
        return call.args[:1]
    return call.args[:2] if name == "count" and owner in MARKS else []


def _is_said_whole(message: ast.expr) -> bool:
    return isinstance(message, ast.Constant) or not any(_loose_texts(message))


def _loose_texts(node: ast.AST) -> Iterator[ast.AST]:
    """The texts in an expression that are not marked where they stand."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif not (isinstance(node, ast.Call) and ast.unparse(node.func) == "N_"):
        for each in ast.iter_child_nodes(node):
            yield from _loose_texts(each)


def hosts_and_machine_paths(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        found = HOSTS.search(line) or MACHINE_PATHS.search(line)
        if found:
            yield f"line {number} names {found[0]}"


RULES = [long_files, long_functions, large_classes, swallowed_errors, made_up_messages]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Callable[[str], Iterator[str]]) -> None:
    files = _python() if rule is not made_up_messages else [path for path in _python() if SOURCE in path.parents]
    found = [f"{path.relative_to(PROJECT)}: {fault}" for path in files for fault in rule(path.read_text(encoding="utf-8"))]
    assert not found, "\n".join(found)


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found = []
    for path in _files():
        content = path.read_bytes()
        if b"\0" not in content:
            text = content.decode("utf-8", errors="replace")
            found += [f"{path.relative_to(PROJECT)}: {fault}" for fault in hosts_and_machine_paths(text)]
    assert not found, "\n".join(found)


def _is_mirrored(test: Path, source: Path = SOURCE, tests: Path = TESTS) -> bool:
    """Whether `tests/core/test_groups_ended.py` has a `groups.py` or a `groups/` in `coordinator_app/core` to be about."""
    room = source / test.parent.relative_to(tests)
    subject = test.stem.removeprefix("test_")
    known = {room.name} if room.is_dir() or room.with_suffix(".py").exists() else set()
    if room.is_dir():
        known |= {path.stem.strip("_") for path in room.iterdir()}
    return any(f"{subject}_".startswith(f"{name}_") for name in known)


def test_tests_mirror_the_source() -> None:
    rooms = [room for room in TESTS.iterdir() if (SOURCE / room.name).is_dir()]
    found = [str(test.relative_to(PROJECT)) for room in rooms for test in sorted(room.rglob("test_*.py")) if not _is_mirrored(test)]
    assert not found, "\n".join(found)


MANY = "\n".join(f"    def m{n}(self): ..." for n in range(16))


@pytest.mark.parametrize(
    ("rule", "broken", "kept"),
    [
        (long_files, "x = 1\n" * 401, "x = 1\n" * 400),
        (long_functions, "def f():\n" + "    x = 1\n" * 60, "def f():\n" + "    x = 1\n" * 59),
        (large_classes, f"class A:\n{MANY}", f"class A:\n{MANY.rpartition(chr(10))[0]}"),
        (swallowed_errors, "try: f()\nexcept Exception: pass", "try: f()\nexcept OSError: pass"),
        (swallowed_errors, "try: f()\nexcept: 'it happens'", "try: f()\nexcept Exception as error: show(error)"),
        (swallowed_errors, "with contextlib.suppress(Exception): f()", "with contextlib.suppress(OSError): f()"),
        (made_up_messages, 'words(f"on {day}")', 'words("on {day}", day=f"{day}")'),
        (made_up_messages, 'self._words("a" + b)', "words(row.message)"),
        (made_up_messages, 'words("a" if b else "c")', "words(N_('a') if b else c)"),
        (made_up_messages, 'words.count("{n} man", MANY["men"], n)', 'text.count("a" + "b")'),
        (hosts_and_machine_paths, "see /ro" + "ot/book", "see ~/book, /home/matti/book or <folder>/root/book"),
        (hosts_and_machine_paths, "https://py" + "pi.org/x", "https://example.org/x"),
    ],
)
def test_each_rule_finds_what_it_is_for(rule: Callable[[str], Iterator[str]], broken: str, kept: str) -> None:
    assert list(rule(broken))
    assert not list(rule(kept))


def test_a_test_about_nothing_is_found() -> None:
    assert _is_mirrored(TESTS / "core" / "test_groups.py")
    assert _is_mirrored(TESTS / "core" / "test_groups_ended.py")
    assert not _is_mirrored(TESTS / "core" / "test_groupings.py")
    assert not _is_mirrored(TESTS / "core" / "nowhere" / "test_groups.py")


def test_every_stored_column_is_registered_with_its_purpose_basis_and_end() -> None:
    stored = {(table.name, column.name) for table in Table.metadata.sorted_tables for column in table.columns if column.name != "id"}
    assert not stored - register.columns(), "Say what it is for, on what ground and how long, in core/retention/register.py."
    assert not register.columns() - stored, "Take what is gone out of core/retention/register.py."
    assert sum(len(row.columns) for row in register.REGISTER) == len(stored), "A column stands in the register twice."


def test_the_record_of_processing_agrees_with_the_register() -> None:
    assert record_of_processing.FILE.read_text(encoding="utf-8") == record_of_processing.rendered(), (
        "Run python -m tests.core.record_of_processing."
    )
