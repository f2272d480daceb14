"""Every screen of the contact man's window, in the order of the side bar. The main window alone knows them all.

The screens load SQLAlchemy, so that this module is imported behind the unlock window.
"""

from functools import partial

from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.attendance.screen import AttendanceScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.home.screen import HomeScreen
from coordinator_app.gui.importing.screen import ImportingScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.screen import Place
from coordinator_app.gui.people.screen import PeopleScreen
from coordinator_app.gui.printing.screen import PrintingScreen
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.gui.settings.screen import SettingsScreen

IN_BAR = ("home", "groups", "people", "activities", "quarter", "printing")
AT_FOOT = ("settings",)


def places(kit: Kit) -> list[Place]:
    """The screens, each to be made when it is first seen."""
    return [
        Place(HomeScreen.name, HomeScreen.title, HomeScreen.icon, partial(HomeScreen, kit)),
        Place(AttendanceScreen.name, AttendanceScreen.title, AttendanceScreen.icon, partial(AttendanceScreen, kit)),
        Place(GroupsScreen.name, GroupsScreen.title, GroupsScreen.icon, partial(GroupsScreen, kit)),
        Place(PeopleScreen.name, PeopleScreen.title, PeopleScreen.icon, partial(PeopleScreen, kit)),
        Place(ActivitiesScreen.name, ActivitiesScreen.title, ActivitiesScreen.icon, partial(ActivitiesScreen, kit)),
        Place(QuarterScreen.name, QuarterScreen.title, QuarterScreen.icon, partial(QuarterScreen, kit)),
        Place(ImportingScreen.name, ImportingScreen.title, ImportingScreen.icon, partial(ImportingScreen, kit)),
        Place(PrintingScreen.name, PrintingScreen.title, PrintingScreen.icon, partial(PrintingScreen, kit)),
        Place(SettingsScreen.name, SettingsScreen.title, SettingsScreen.icon, partial(SettingsScreen, kit)),
    ]
