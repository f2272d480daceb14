"""`record`: says how a meeting or an activity went."""

from typing import Annotated

import typer

from coordinator_app.bootstrap import OpenBook, office_files
from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal, day
from coordinator_app.core import activities, groups, meetings
from coordinator_app.core.catalogue import Listing
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import MeetingState
from coordinator_app.i18n import N_


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("record", help=words(N_("Say how a meeting or an activity went.")))
    def record(
        folder: BookFolder,
        on: Annotated[str, typer.Option("--on", metavar="2026-10-06", show_default=False)],
        group: Annotated[str, typer.Option("--group", metavar="NAME", show_default=False)] = "",
        activity: Annotated[str, typer.Option("--activity", metavar="NAME", show_default=False)] = "",
        kind: Annotated[str, typer.Option("--kind", help=words(N_("The kind of activity, as exercise.")), show_default=False)] = "",
        service: Annotated[str, typer.Option("--service")] = "peer",
        count: Annotated[int | None, typer.Option("--count", help=words(N_("How many were there, without the counsellors.")))] = None,
        first: Annotated[int | None, typer.Option("--first", help=words(N_("How many of them for the first time.")))] = None,
        remote: Annotated[int | None, typer.Option("--remote", help=words(N_("How many of them took part remotely.")))] = None,
        cancel: Annotated[str, typer.Option("--cancel", metavar="REASON", help=words(N_("It was cancelled: the reason’s code.")))] = "",
        not_counted: Annotated[bool, typer.Option("--not-counted", help=words(N_("It was held and nobody counted.")))] = False,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        if bool(group) == bool(activity):
            raise typer.BadParameter(words(N_("Name either a group or an activity.")))
        if [count is not None, bool(cancel), not_counted].count(True) != 1:
            raise typer.BadParameter(words(N_("Say one thing: --count, --cancel or --not-counted.")))
        when, today = day(on), terminal.clock.today()
        with terminal.book(folder, passphrase_file) as book:
            if activity:
                if count is None or not kind:
                    raise Refused(N_("An activity is recorded with --kind and --count. Cancel it in the window."))
                _check_code(book, Listing.KIND, kind)
                _check_code(book, Listing.SERVICE, service)
                kept = book.database.write(
                    activities.record_on,
                    name=activity,
                    kind=kind,
                    on=when,
                    headcount=count,
                    newcomers=first,
                    remote=remote,
                    service=service,
                    today=today,
                ).result
                terminal.say(N_("Recorded: {name}, {day}."), name=kept.name, day=kept.held_on)
                return
            if cancel:
                _check_code(book, Listing.CANCEL_REASON, cancel)
            state = MeetingState.CANCELLED if cancel else MeetingState.NOT_COUNTED if not_counted else MeetingState.COUNTED
            row = book.database.write(
                meetings.record_on,
                group=book.database.read(groups.by_name, name=group),
                on=when,
                state=state,
                today=today,
                headcount=count,
                newcomers=first,
                remote=remote,
                reason=cancel or None,
            ).result
            terminal.say(N_("Recorded: {name}, {day}."), name=row.group_name, day=words.date(row.held_on))


def _check_code(book: OpenBook, listing: Listing, code: str) -> None:
    names = book.database.read(office_files.catalogue_in_force)
    if not names.knows(listing, code):
        known = ", ".join(each.code for each in getattr(names, listing))
        raise Refused(N_("“{code}” is not on the list. Choose one of these: {known}."), code=code, known=known)
