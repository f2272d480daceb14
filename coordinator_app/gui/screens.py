"""Every screen of the contact man's window, in the order of the side bar. The main window alone knows them all."""

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.screen import Screen

IN_BAR = ("home", "groups", "people", "activities", "quarter", "printing")
AT_FOOT = ("settings",)


def make_screens(kit: Kit) -> list[Screen]:
    """Makes them. Their modules load SQLAlchemy, so they are imported here and not when the unlock window is shown."""
    from coordinator_app.gui.activities.screen import ActivitiesScreen
    from coordinator_app.gui.attendance.screen import AttendanceScreen
    from coordinator_app.gui.groups.screen import GroupsScreen
    from coordinator_app.gui.home.screen import HomeScreen
    from coordinator_app.gui.importing.screen import ImportingScreen
    from coordinator_app.gui.people.screen import PeopleScreen
    from coordinator_app.gui.printing.screen import PrintingScreen
    from coordinator_app.gui.quarter.screen import QuarterScreen
    from coordinator_app.gui.settings.screen import SettingsScreen

    return [
        HomeScreen(kit),
        AttendanceScreen(kit),
        GroupsScreen(kit),
        PeopleScreen(kit),
        ActivitiesScreen(kit),
        QuarterScreen(kit),
        ImportingScreen(kit),
        PrintingScreen(kit),
        SettingsScreen(kit),
    ]
