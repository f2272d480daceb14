"""What is said of a quarter besides its figures: that there was nothing, or how it went, in three texts without names."""

from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from coordinator_app.core import summary
from coordinator_app.core.figures import NARRATIVE_LIMIT
from coordinator_app.core.periods import Period
from coordinator_app.gui.kit.fields import CheckField, LongTextField
from coordinator_app.gui.kit.form import WIDEST, Form
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.i18n import N_, Words

_TEXTS = (("went_well", N_("What went well")), ("hard", N_("What was hard")), ("wishes", N_("Wishes for the central office")))
_NOTHING = CheckField(
    name="nothing_to_report",
    label=N_("Nothing to report: there was no activity in this quarter"),
    help=N_("Said on purpose; it is sent too."),
)


class WordsTab(QWidget):
    """Each text is stored by itself when it is left or after a second."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._period: Period | None = None
        self._labels = Labels(kit.voice.words)
        self.nothing = Form(kit, [_NOTHING], self._say_nothing)
        self.texts = {name: Form(kit, [LongTextField(name=name, label=label)], self._narrate) for name, label in _TEXTS}
        self._counters: dict[str, QLabel] = {name: text_label("quiet", wrap=False) for name, _ in _TEXTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.nothing)
        column.addWidget(self._reminder())
        for name, form in self.texts.items():
            column.addWidget(form)
            column.addWidget(self._counters[name])
            self.box(name).textChanged.connect(lambda name=name: self._count(name))
        column.addStretch(1)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_quarter(self, shown: Shown) -> None:
        """Shows what is said of this quarter; what is being typed of the one before is stored under its own."""
        if shown.period != self._period:
            self.flush()
            for form in (self.nothing, *self.texts.values()):
                form.drop()
        self._period = shown.period
        self.nothing.show_record({"nothing_to_report": shown.said.nothing_to_report})
        for name, form in self.texts.items():
            form.show_record({name: getattr(shown.said.narrative, name)})
            self._count(name)

    def flush(self) -> None:
        """Stores what was typed."""
        for form in (self.nothing, *self.texts.values()):
            form.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        for form in (self.nothing, *self.texts.values()):
            form.say(words)
        for name in self.texts:
            self._count(name)

    def box(self, name: str) -> QPlainTextEdit:
        """Where a text is typed."""
        box = self.texts[name].row(name).editor.focus
        assert isinstance(box, QPlainTextEdit)
        return box

    def counter(self, name: str) -> str:
        return self._counters[name].text()

    def _count(self, name: str) -> None:
        words, left = self._kit.voice.words, NARRATIVE_LIMIT - len(self.box(name).toPlainText())
        label = self._counters[name]
        if left < 0:
            label.setText(words.count("{n} character too many", "{n} characters too many", -left))
        else:
            label.setText(words.count("{n} character left", "{n} characters left", left))
        set_role(label, "danger" if left < 0 else "quiet")

    def _say_nothing(self, _name: str, value: Any) -> None:
        assert self._period is not None
        self._kit.tasks.write(summary.say_nothing, lambda _: None, period=self._period, nothing=value)

    def _narrate(self, name: str, value: Any) -> None:
        assert self._period is not None
        tasks = self._kit.tasks.catching(self.texts[name].refuse(name))
        tasks.write(summary.narrate, lambda _: None, period=self._period, **{name: value})

    def _reminder(self) -> QFrame:
        well = QFrame()
        well.setProperty("role", "well")
        row = QHBoxLayout(well)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(self._kit, Icon.INFORMATION, "primary", 22))
        text = text_label()
        self._labels.put(text.setText, N_("No names, and nothing a man could be known by. The office reads these texts as they are."))
        row.addWidget(text, 1)
        return well

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST) + 16)
