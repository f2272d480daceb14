"""What a paper says in one language, or in two, one after the other."""

import re
from collections.abc import Callable, Sequence

from coordinator_app.core.schedule import Localised
from coordinator_app.i18n import Language, Words

# One part a language, fit for JSON: `{"lang": "fi", "text": "Maanantai"}`; nothing at all for what is not said.
Said = list[dict[str, str]]
_AFTER_A_NUMBER = re.compile(r"(?<=\d)\.(?!\d)")


class Tongues:
    """Speaks the languages of a paper, the main one first. What sounds the same in both is said once."""

    def __init__(self, languages: Sequence[Language]) -> None:
        if not languages:
            raise ValueError("a paper speaks at least one language")
        self.languages = tuple(dict.fromkeys(languages))
        self._spoken = tuple(Words(language) for language in self.languages)
        # Names, times and file names that are the same in both, or have room for one only.
        self.main = self._spoken[0]

    def __call__(self, message: str, /, **values: object) -> Said:
        return self.each(lambda words: words(message, **values))

    def each(self, say: Callable[[Words], str]) -> Said:
        """What `say` gives in each language. A date is the same one with the point that only Finnish sets after it."""
        said: dict[str, dict[str, str]] = {}
        for words in self._spoken:
            text = say(words)
            said.setdefault(_AFTER_A_NUMBER.sub("", text), {"lang": words.language, "text": text})
        return [part for part in said.values() if part["text"]]

    def name(self, name: Localised) -> Said:
        """A name in each language it is known in; never nothing if it has one."""
        known = self.each(lambda words: name.translation(words.language))
        # What a user wrote first is in Finnish, and stands so in a paper of another language.
        return known or [{"lang": Language.FI, "text": name.own}]

    def own(self, text: str) -> Said:
        """Text that stands as it was written, whatever the language."""
        return [{"lang": self.main.language, "text": text}] if text else []


def plain(said: Said, between: str = " / ") -> str:
    """On one line, for what has no typography: a title among a file's properties, a picture's description."""
    return between.join(part["text"] for part in said)
