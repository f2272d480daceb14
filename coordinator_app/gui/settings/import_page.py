"""The way to bring in people and groups from files."""

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_


class ImportPage(Page):
    """Says what can be brought in, and leads there."""

    title, icon = N_("Bring in"), Icon.BRING_IN

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.add_text(N_("Bring in from files"), "section")
        self.add_text(
            N_("Groups, people and numbers of participants from spreadsheets, contacts from a phone or e-mail, groups from Meeting Guide.")
        )
        self.add_text(N_("You see first what would come in, and one undo takes all of it back."))
        self.opener = self.verb(N_("Choose files to bring in"), lambda: kit.go("importing", None), Icon.BRING_IN)
        self.add_verbs(self.opener)
        self.finish()
