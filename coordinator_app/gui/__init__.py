"""The window: everything that knows Qt.

PySide puts itself in the way of every later import and reads the source of each module, looking for its `__feature__` switches
(`shibokensupport.feature`). None is used here. Left in place it costs a third of the time to Home, and keeps all that source
in memory.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts itself in the way, which is then undone for good.

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
