"""What each command is called."""

import pytest

from coordinator_app.core.commands import COMMANDS
from coordinator_app.i18n import Language, Words


@pytest.mark.parametrize("language", Language)
def test_an_undo_reads_as_one_sentence(language: Language) -> None:
    words = Words(language)
    offered = [words("Undo: {change}", change=words(text, subject="Matti")) for text in COMMANDS.values()]
    assert [each for each in offered if each.count(":") != 1] == []
