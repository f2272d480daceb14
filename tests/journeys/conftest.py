"""What every journey starts with: a user's answers to questions and file choosers."""

from tests.gui.conftest import ask

__all__ = ["ask"]
