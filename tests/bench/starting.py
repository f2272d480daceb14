"""Starts a program of `tests.bench.windows` and waits until its window is painted."""

import json
import os
import select
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

PROJECT = Path(__file__).parents[2]
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Painted:
    """How long a window took from the start of its process, in seconds, and the KiB of memory it then held."""

    seconds: float
    held: int


def start(window: str, *arguments: str) -> Painted:
    """Starts `tests.bench.windows.<window>` in a process of its own, without a screen, bytecode kept. Raises when nothing is painted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", f"tests.bench.windows.{window}", *arguments]
    begun = perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
        cwd=PROJECT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        line = process.stdout.readline() if ready else b""
        seconds = perf_counter() - begun
        process.kill()
        if not line:
            raise RuntimeError(f"{window}: {process.stderr.read().decode()}")
    return Painted(seconds, json.loads(line)["held"])
