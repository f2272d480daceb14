"""What a measured window says once it is painted: one line with its memory; then it ends without further ado."""

import json
import os
import sys
from pathlib import Path


def say_painted() -> None:
    """Prints the memory that is held at this moment, in KiB, and ends the process."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    held = next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)
    sys.stdout.write(json.dumps({"held": held}) + "\n")
    sys.stdout.flush()
    os._exit(0)
