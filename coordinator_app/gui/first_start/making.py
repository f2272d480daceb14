"""What the first start sets going: the book is made in the book's thread, its recovery sheet is set in the thread of long jobs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coordinator_app.core.clock import Clock
from coordinator_app.gui.first_start.window import FirstStartWindow, Wanted
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_, Language

if TYPE_CHECKING:
    from coordinator_app.bootstrap import OpenBook

_PRACTICE_YEARS = 1


def serve(kit: Kit, window: FirstStartWindow, made: Callable[[OpenBook], object]) -> None:
    """Makes the book that the window asks for, and its sheet; `made` is called while the sheet is still to be typed back."""
    window.wanted.connect(lambda wanted: _make(kit, window, wanted, made))
    window.sheet.save_wanted.connect(lambda: _save_sheet(kit, window))


def _make(kit: Kit, window: FirstStartWindow, wanted: Wanted, made: Callable[[OpenBook], object]) -> None:
    codes = list[str]()

    def opened(book: OpenBook) -> None:
        made(book)
        if wanted.box is not None:
            window.locality.name.setText(codes[1])
        window.made(codes[0])

    kit.tasks.open(lambda: _new_book(wanted, kit.clock, codes), opened, window.refused)


def _new_book(wanted: Wanted, clock: Clock, codes: list[str]) -> OpenBook:
    """The recovery code goes into `codes`, and the name of the locality."""
    from coordinator_app import bootstrap

    if wanted.box is not None:
        from coordinator_app.bootstrap import hand_over

        opened, code = hand_over.unpack(
            wanted.box, wanted.folder, box_passphrase=wanted.box_passphrase, passphrase=wanted.passphrase, clock=clock
        )
        codes += [code, opened.settings().locality_name]
        return opened

    opened, code = bootstrap.new_book(
        wanted.folder,
        locality_code=wanted.locality_code,
        locality_name=wanted.locality_name,
        language=wanted.language,
        passphrase=wanted.passphrase,
        practice=wanted.practice,
        clock=clock,
    )
    codes += [code, wanted.locality_name]
    if wanted.practice:
        from coordinator_app.core import sample

        opened.database.write(sample.fill, years=_PRACTICE_YEARS, seed=1, today=clock.today())
    return opened


def _save_sheet(kit: Kit, window: FirstStartWindow) -> None:
    sheet, words, now = window.sheet, kit.voice.words, kit.clock.now()
    place = kit.ask.save_as(window, words(N_("Save the recovery sheet")), "recovery-sheet.pdf", Files("PDF", ("pdf",)))
    if place is None:
        return
    locality, code = window.locality.name.text().strip(), sheet.code()
    kit.tasks.run(
        lambda _: _write_sheet(place, locality, code, words.language, now),
        lambda _: sheet.tell_saved(words(N_("Saved as {file}. Print it, then delete the file."), file=place.name)),
        lambda error: sheet.fault.wrong(error.said),
    )


def _write_sheet(place: Path, locality: str, code: str, language: Language, now: dt.datetime) -> None:
    from coordinator_app.bootstrap import outgoing
    from coordinator_app.printing.recovery_sheet import RecoverySheet, recovery_sheet
    from coordinator_app.printing.typst import Typesetter

    manuscript = recovery_sheet(RecoverySheet("", locality, now.date(), code), language)
    outgoing.put(Typesetter().document(manuscript, made=now).pdf, place)
