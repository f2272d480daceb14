"""What is typed and not taken yet, as of a new record: kept in the book within a second, and there again when it is gone on with."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coordinator_app.core import drafts
from coordinator_app.core.drafts import Unfinished
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.form import STORE_AFTER_MS, Form
from coordinator_app.gui.kit.form_row import ASIDE, FormRow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

Fields = dict[str, Any]


class UnfinishedLine(QWidget):
    """Stands over the fields and is seen when they hold what was left unfinished: it says since when.

    `read()` is what stands in the fields, in what JSON can hold; `show(fields)` puts it back; `afresh()` begins with empty ones.
    Whoever owns the fields calls `edited` when something was typed by the user.
    """

    def __init__(
        self, kit: Kit, read: Callable[[], Fields], show: Callable[[Mapping[str, Any]], object], afresh: Callable[[], object]
    ) -> None:
        super().__init__()
        self._kit, self._read, self._show, self._afresh = kit, read, show, afresh
        self._key = ""
        self._blank: Fields = {}
        self._turn = 0
        self._edited = self._in_book = False
        self._since: dt.datetime | None = None
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(self._keep)
        kit.tasks.closing.connect(self._keep_waiting)
        self._labels = Labels(kit.voice.words)
        self._text: QLabel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def begin(self, key: str) -> None:
        """Nothing is typed yet, after `put_away`; what was left unfinished under this key is put into the fields."""
        self._key, self._blank, self._edited = key, self._read(), False
        self._kit.tasks.read(drafts.find, partial(self._found, self._turn), screen=key)

    def edited(self) -> None:
        """Something was typed or chosen; in a second all of it is in the book."""
        self._edited = True
        if self._key and not self._timer.isActive():
            self._timer.start()

    def drop(self) -> None:
        """It is being taken: nothing of it is kept. What is typed from now on, or again when it is refused, is."""
        self._timer.stop()
        self._turn += 1
        if self._in_book:
            self._take_out()
        self._say_since(None)

    def done(self) -> None:
        """It is taken, or thrown away."""
        self.drop()
        self.put_away()

    def put_away(self) -> None:
        """Something else is about to be shown in the fields: what was typed stays in the book."""
        self._keep_waiting()
        self._turn += 1
        self._key, self._in_book = "", False
        self._say_since(None)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self._say_since(self._since)

    def _found(self, turn: int, kept: Unfinished | None) -> None:
        # Who has begun to type meanwhile wants something new; two records must not become one.
        if turn == self._turn and kept is not None and not self._edited:
            self._in_book = True
            self._show(kept.fields)
            self._timer.stop()
            self._say_since(kept.at)

    def _keep_waiting(self) -> None:
        if self._timer.isActive():
            self._keep()

    def _keep(self) -> None:
        self._timer.stop()
        fields = self._read()
        if fields != self._blank:
            self._in_book = True
            self._kit.tasks.write(drafts.keep, lambda _: None, screen=self._key, fields=fields, now=self._kit.clock.now())
        elif self._in_book:
            self._take_out()

    def _take_out(self) -> None:
        self._in_book = False
        self._kit.tasks.write(drafts.drop, lambda _: None, screen=self._key)
        self._say_since(None)

    def _begin_afresh(self) -> None:
        self.drop()
        self._afresh()

    def _say_since(self, since: dt.datetime | None) -> None:
        self._since = since
        if since is not None:
            words, at = self._kit.voice.words, since.time()
            if since.date() == self._kit.clock.today():
                self._label().setText(words(N_("Left unfinished at {time}."), time=at))
            else:
                self._label().setText(words(N_("Left unfinished on {day} at {time}."), day=since.date(), time=at))
        self.setVisible(since is not None)

    def _label(self) -> QLabel:
        # Every card has such a line, and hardly any is ever shown.
        if self._text is None:
            self._text = text_label("quiet")
            again = button(self._kit.icons, Action(N_("Start afresh"), self._begin_afresh, Icon.ADD), "quiet")
            again.setProperty(ASIDE, True)
            self._labels.put(again.setText, N_("Start afresh"))
            self._row.addWidget(self._text, 1)
            self._row.addWidget(again)
        return self._text


def typed_in(*forms: Form) -> Fields:
    """What stands in the fields, whole or not. A field that is not asked for is left out: it may hold a name where none may be kept."""
    return {row.field.name: row.editor.typed() for row in _rows(forms) if not row.isHidden()}


def type_into(fields: Mapping[str, Any], *forms: Form) -> None:
    """Puts it back, as if it were typed."""
    for row in _rows(forms):
        name = row.field.name
        if name in fields and fields[name] != row.editor.typed():
            row.editor.type_again(fields[name])


def _rows(forms: tuple[Form, ...]) -> list[FormRow]:
    return [row for form in forms for row in form.findChildren(FormRow)]
