"""What is said of a person besides his name and how to reach him, each part stored as it is written."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from coordinator_app.core import consent, groups, people
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, MemberRole, PersonRole
from coordinator_app.core.people import Occasion, PersonDetail, PersonGroup
from coordinator_app.core.people.said import LANGUAGES
from coordinator_app.gui.kit.fields import ChoiceField, DateField, LongTextField, Option, Side, TextField
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.consent_lines import ConsentLines
from coordinator_app.gui.people.group_lines import GroupLines
from coordinator_app.gui.people.his_rights import HisRights
from coordinator_app.gui.people.occasion_lines import OccasionLines
from coordinator_app.gui.people.reading import Named, Person
from coordinator_app.gui.people.role_lines import RoleLines
from coordinator_app.gui.people.section import Remover, Sections
from coordinator_app.i18n import N_, Words

_NOBODY: Option[Any] = Option(None, N_("none"))
_MORE = (
    Side((ChoiceField(name="organisation", label=N_("Organisation"), options=(_NOBODY,)), TextField(name="title", label=N_("Title")))),
    Side(
        (
            LongTextField(name="address", label=N_("Address"), lines=2),
            ChoiceField(name="language", label=N_("Language"), options=()),
        )
    ),
    TextField(name="web", label=N_("Web page")),
)
_CHECKED = (
    DateField(
        name="extract_checked_on",
        label=N_("Criminal-record extract checked on"),
        help=N_("Only the day is kept. Give the extract itself back."),
    ),
)
_NOTE = (LongTextField(name="note", label=N_("Note"), help=N_("Write only what he could read himself."), lines=4),)


class PersonParts:
    """Adds its parts to `sections`; `removed()` is called when he has been taken out of the book."""

    def __init__(self, kit: Kit, sections: Sections, removed: Callable[[], object]) -> None:
        self._kit, self._removed = kit, removed
        self._person: int | None = None
        self._detail: PersonDetail | None = None
        self.more, self.checked, self.note = (Form(kit, fields, self._store) for fields in (_MORE, _CHECKED, _NOTE))
        self.roles = RoleLines(kit, self._tick, self._date)
        self.groups = GroupLines(kit, self._join, self._leave)
        self.consents = ConsentLines(kit, self._give, self._withdraw)
        self.occasions = OccasionLines(kit, N_("At no meeting by name yet."))
        self.rights = HisRights(kit, removed)
        self.remover = Remover(kit, self._remove)
        self.typed_into = (self.more.record, self.checked.record, self.note.record, self.roles)
        sections.add(self.more)
        sections.add(self.roles, N_("Roles"))
        sections.add(self.checked)
        sections.add(self.groups, N_("Groups"))
        sections.add(self.consents, N_("Consent"))
        sections.add(self.note)
        sections.add(self.occasions, N_("Occasions"))
        sections.add(self.rights, N_("Rights of the person"))
        sections.add(self.remover)

    def offer(self, running: Named, organisations: Named) -> None:
        """The groups he can join, and the organisations he can belong to."""
        self.groups.offer(running)
        self.more.offer("organisation", [_NOBODY, *(Option(id_, name, said=True) for id_, name in organisations)])
        self._offer_own()

    def show_person(self, whole: Person) -> None:
        """Another person, or the same as the book has him now."""
        detail = whole.detail
        if detail.id != self._person:
            self.drop()
        self._person, self._detail = detail.id, detail
        self.rights.show_person(detail.id)
        self._offer_own()
        fields = {name: getattr(detail, name) or "" for name in ("title", "address", "web", "note")}
        self.more.show_record({**fields, "organisation": detail.organisation, "language": detail.language})
        self.note.show_record(fields)
        self.checked.show_record({"extract_checked_on": detail.extract_checked_on})
        today = self._kit.clock.today()
        self.roles.show_roles(detail.roles, today)
        self.checked.setVisible(any(row.role is PersonRole.COUNSELLOR for row in detail.roles))
        self.groups.show_places(detail.groups, today)
        self.consents.show_consents(detail.id, detail.consents)
        self.occasions.show_told(lambda words: [_told(each, words) for each in whole.occasions])

    def drop(self) -> None:
        """Another person is about to be shown."""
        self._person = None
        for form in (self.more, self.checked, self.note):
            form.drop()
        self.roles.drop()
        self.consents.drop()
        self.occasions.fold()
        self.remover.fault.right()

    def flush(self) -> None:
        """Stores what is being typed."""
        if self._person is not None:
            for part in (self.more, self.checked, self.note, self.roles):
                part.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.more, self.checked, self.note, self.roles, self.groups, self.consents, self.occasions, self.rights, self.remover):
            part.say(words)

    def _offer_own(self) -> None:
        """The languages, his own among them even if it is a rare one."""
        own = self._detail.language if self._detail else None
        known: list[Option[Any]] = [Option(None, N_("not known")), *(Option(code, name) for code, name in LANGUAGES.items())]
        if own and own not in LANGUAGES:
            known.append(Option(own, own, said=True))
        self.more.offer("language", known)

    def _store(self, name: str, value: Any) -> None:
        assert self._person is not None
        form = {"extract_checked_on": self.checked, "note": self.note}.get(name, self.more)
        self._kit.tasks.catching(form.refuse(name)).write(people.change, _nothing, person=self._person, **{name: value})

    def _tick(self, role: PersonRole, on: bool) -> None:
        """A role begins today. One that is unticked on its first day was a mistake; otherwise yesterday was its last."""
        assert self._person is not None and self._detail is not None
        today = self._kit.clock.today()
        had = next((row for row in self._detail.roles if row.role is role), None)
        if on:
            since = had.since if had else today
            self._kit.tasks.write(people.set_role, _nothing, person=self._person, role=role, since=since)
        elif had is not None and had.since is not None and had.since >= today:
            self._kit.tasks.write(people.drop_role, _nothing, person=self._person, role=role)
        else:
            self._kit.tasks.write(people.end_role, _nothing, person=self._person, role=role, on=today - dt.timedelta(days=1))

    def _date(self, role: PersonRole, since: dt.date | None) -> None:
        assert self._person is not None
        self._kit.tasks.catching(self.roles.refuse).write(people.set_role, _nothing, person=self._person, role=role, since=since)

    def _join(self, group: int, role: MemberRole) -> None:
        assert self._person is not None
        self._kit.tasks.write(groups.add_member, _nothing, group=group, person=self._person, role=role, since=self._kit.clock.today())

    def _leave(self, place: PersonGroup) -> None:
        """He leaves today; a place given only today was a mistake and goes."""
        today = self._kit.clock.today()
        on = None if place.since is not None and place.since >= today and place.last_seen is None else today
        self._kit.tasks.write(groups.remove_member, _nothing, member=place.member, on=on)

    def _give(self, purpose: ConsentPurpose, on: dt.date, way: ConsentWay) -> None:
        assert self._person is not None
        self._kit.tasks.write(consent.give, _nothing, person=self._person, purpose=purpose, on=on, way=way)

    def _withdraw(self, purpose: ConsentPurpose) -> None:
        assert self._person is not None
        self._kit.tasks.write(consent.withdraw, _nothing, person=self._person, purpose=purpose, on=self._kit.clock.today())

    def _remove(self) -> None:
        if self._person is not None:
            self.flush()
            self._kit.tasks.catching(self.remover.refuse).write(people.remove, lambda _: self._removed(), person=self._person)


def _nothing(_result: object) -> None:
    """What was changed is shown by the reload that follows."""


def _told(each: Occasion, words: Words) -> str:
    day, group = words.date_with_weekday(each.held_on), each.group_name
    if each.counsellor:
        return words(N_("{day}: {group}, ran it"), day=day, group=group)
    if each.newcomer:
        return words(N_("{day}: {group}, for the first time"), day=day, group=group)
    return words(N_("{day}: {group}"), day=day, group=group)
