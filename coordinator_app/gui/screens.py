"""Every screen of the contact man's window, in the order of the side bar. The main window alone knows them all.

Each is loaded when it is first seen, so that Home waits for none of the others.
"""

from functools import partial

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.screen import Place, Screen
from coordinator_app.i18n import N_

IN_BAR = ("home", "groups", "people", "activities", "calendar", "quarter", "printing")
AT_FOOT = ("settings",)


def places(kit: Kit) -> list[Place]:
    """The screens, each to be made when it is first seen."""
    return [
        Place("home", N_("Home"), Icon.HOME, partial(_home, kit)),
        Place("attendance", N_("Attendance"), Icon.ATTENDANCE, partial(_attendance, kit)),
        Place("groups", N_("Groups"), Icon.GROUPS, partial(_groups, kit)),
        Place("people", N_("People"), Icon.PEOPLE, partial(_people, kit)),
        Place("activities", N_("Activities"), Icon.ACTIVITIES, partial(_activities, kit)),
        Place("calendar", N_("Calendar"), Icon.CALENDAR, partial(_calendar, kit)),
        Place("quarter", N_("Quarter"), Icon.QUARTER, partial(_quarter, kit)),
        Place("importing", N_("Bring in from files"), Icon.BRING_IN, partial(_importing, kit)),
        Place("printing", N_("Print"), Icon.PRINT, partial(_printing, kit)),
        Place("settings", N_("Settings"), Icon.SETTINGS, partial(_settings, kit)),
    ]


def _home(kit: Kit) -> Screen:
    from coordinator_app.gui.home.screen import HomeScreen

    return HomeScreen(kit)


def _attendance(kit: Kit) -> Screen:
    from coordinator_app.gui.attendance.screen import AttendanceScreen

    return AttendanceScreen(kit)


def _groups(kit: Kit) -> Screen:
    from coordinator_app.gui.groups.screen import GroupsScreen

    return GroupsScreen(kit)


def _people(kit: Kit) -> Screen:
    from coordinator_app.gui.people.screen import PeopleScreen

    return PeopleScreen(kit)


def _activities(kit: Kit) -> Screen:
    from coordinator_app.gui.activities.screen import ActivitiesScreen

    return ActivitiesScreen(kit)


def _calendar(kit: Kit) -> Screen:
    from coordinator_app.gui.calendar.screen import CalendarScreen

    return CalendarScreen(kit)


def _quarter(kit: Kit) -> Screen:
    from coordinator_app.gui.quarter.screen import QuarterScreen

    return QuarterScreen(kit)


def _importing(kit: Kit) -> Screen:
    from coordinator_app.gui.importing.screen import ImportingScreen

    return ImportingScreen(kit)


def _printing(kit: Kit) -> Screen:
    from coordinator_app.gui.printing.screen import PrintingScreen

    return PrintingScreen(kit)


def _settings(kit: Kit) -> Screen:
    from coordinator_app.gui.settings.screen import SettingsScreen

    return SettingsScreen(kit)
