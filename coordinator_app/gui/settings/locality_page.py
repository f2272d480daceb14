"""Whose book it is, how the locality is reached on paper, and when its terms begin."""

from typing import Any

from coordinator_app.core import settings
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.periods import TermRule
from coordinator_app.core.settings import BookSettings
from coordinator_app.gui.kit.fields import CheckField, ChoiceField, DateField, EmailField, Heading, Option, PhoneField, Side, TextField
from coordinator_app.gui.kit.form import Form, Part
from coordinator_app.gui.kit.half_typed import HalfTypedKeeper
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.settings.page import Page
from coordinator_app.gui.settings.paper_marks import PaperMarks
from coordinator_app.gui.settings.term_start import check_term_start, read_term_start, term_start_said
from coordinator_app.i18n import N_, Language, Words

_LANGUAGES = {Language.FI: N_("Finnish"), Language.SV: N_("Swedish"), Language.EN: N_("English")}
_ALSO = {Language.FI: "also_fi", Language.SV: "also_sv", Language.EN: "also_en"}
_TEXTS = ("locality_name", "association", "contact_name", "contact_phone", "contact_email", "web")
_TERMS = ("spring", "autumn")
_FIELDS: tuple[Part, ...] = (
    TextField(name="locality_name", label=N_("Name of the locality"), required=True, help=N_("It is printed on every paper.")),
    TextField(
        name="association", label=N_("Name of the association"), help=N_("On the papers. Left empty, it is the name in the office’s file.")
    ),
    Heading(N_("How you are reached, on paper")),
    TextField(name="contact_name", label=N_("Contact person")),
    Side((PhoneField(name="contact_phone", label=N_("Phone")), EmailField(name="contact_email", label=N_("E-mail")))),
    TextField(name="web", label=N_("Web page"), hint="www.example.fi"),
    Heading(N_("Languages of the papers")),
    ChoiceField(name="main", label=N_("Main language"), required=True, options=[Option(code, name) for code, name in _LANGUAGES.items()]),
    CheckField(name="also_fi", label=N_("In Finnish too")),
    CheckField(name="also_sv", label=N_("In Swedish too")),
    CheckField(name="also_en", label=N_("In English too")),
    Heading(N_("Records and terms")),
    DateField(
        name="records_begin", label=N_("Records begin"), required=True, help=N_("Nothing from before this day is missed or asked for.")
    ),
    Side(
        (
            TextField(name="spring", label=N_("Spring term begins"), required=True, check=check_term_start, help=N_("For example 1.1.")),
            TextField(name="autumn", label=N_("Autumn term begins"), required=True, check=check_term_start, help=N_("For example 1.8.")),
        )
    ),
)


class LocalityPage(Page):
    """Each field is stored by itself."""

    title, icon = N_("Locality"), Icon.PLACE

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._kept: BookSettings | None = None
        self._code = text_label("quiet", narrow=True)
        self.form = Form(kit, _FIELDS, self._store)
        self._half_typed = HalfTypedKeeper(self, kit, self.form.record)
        self.add(self.form)
        self.add_text(N_("Pictures on the papers"), "section")
        self.marks = PaperMarks(kit)
        self.add(self.marks)
        self.add(self._code)
        self.finish()

    def reload(self) -> None:
        self._kit.tasks.read(settings.read, self._show)
        self.marks.reload()

    def leave(self) -> None:
        self.form.flush()

    def say(self, words: Words) -> None:
        super().say(words)
        self.form.say(words)
        self.marks.say(words)
        self._describe(words)

    def _show(self, kept: BookSettings) -> None:
        self._kept = kept
        self._half_typed.begin("settings/locality/fields")
        values: dict[str, Any] = {name: getattr(kept, name) for name in (*_TEXTS, "records_begin")}
        values |= {_ALSO[code]: code in kept.languages for code in _LANGUAGES} | {"main": kept.language}
        values |= {name: term_start_said(getattr(kept.term_rule, name)) for name in _TERMS}
        self.form.show_record(values)
        for code, name in _ALSO.items():
            self.form.row(name).setVisible(code is not kept.language)
        self._describe(self._kit.voice.words)

    def _describe(self, words: Words) -> None:
        if self._kept is not None:
            self._code.setText(words(N_("In the names of files the locality is called {code}."), code=self._kept.locality_code))

    def _store(self, name: str, value: Any) -> None:
        assert self._kept is not None
        try:
            change = self._change(self._kept, name, value)
        except CoordinatorError as error:
            self.form.refuse(name)(error)
            return
        self._kit.tasks.catching(self.form.refuse(name)).write(settings.change, self._show, **change)

    def _change(self, kept: BookSettings, name: str, value: Any) -> dict[str, Any]:
        if name == "main":
            return {"languages": (value, *(code for code in kept.languages if code is not value))}
        if name in _ALSO.values():
            also = {code for code, row in _ALSO.items() if (value if row == name else code in kept.languages)}
            return {"languages": (kept.language, *(code for code in _LANGUAGES if code in also and code is not kept.language))}
        if name in _TERMS:
            starts = {each: getattr(kept.term_rule, each) for each in _TERMS} | {name: read_term_start(value)}
            return {"term_rule": TermRule(**starts)}
        return {name: value}
