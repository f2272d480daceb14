"""The fields of a card that say what something belongs to: a group or an activity, which know their service, or a service alone."""

from typing import Any

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.reading import Occasion
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.fields import ChoiceField, Side
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words

OCCASION = Side(
    (ChoiceField(name="occasion", label=N_("Group or activity")), ChoiceField(name="service", label=N_("Service"), required=True))
)


class OccasionFields:
    """Keeps the service in step with the occasion; `panel` has the fields of `OCCASION`."""

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        self._occasions: tuple[Occasion, ...] = ()
        self._editor = panel.form.row("occasion").editor
        assert isinstance(self._editor, ChoiceEditor)
        panel.form.edited.connect(self.follow)

    def offer(self, occasions: tuple[Occasion, ...], catalogue: Catalogue, words: Words) -> None:
        """What there is to choose from."""
        self._occasions = occasions
        self._panel.form.offer("occasion", said.occasion_options(occasions, words))
        self._panel.form.offer("service", said.options(catalogue.services, words))

    def follow(self) -> None:
        """A group or activity knows its service; only what belongs to none is asked for one."""
        occasion = self._chosen()
        service = self._panel.form.row("service")
        service.editor.focus.setEnabled(occasion is None)
        if occasion is not None:
            service.show_value(occasion.service)

    def taken(self) -> dict[str, Any]:
        """What the card says, as the keywords `service`, `group` and `activity` of a command."""
        occasion = self._chosen()
        service = self._panel.values["service"] if occasion is None else occasion.service
        return {"service": service, **said.ids_of(self._panel.values["occasion"])}

    def _chosen(self) -> Occasion | None:
        code = self._editor.read()
        return next((each for each in self._occasions if each.code == code), None)
