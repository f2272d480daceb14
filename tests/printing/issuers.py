"""Who gives out the forms that tests print, and the groups they are for."""

import datetime as dt

from coordinator_app.core.kinds import NamesKept
from coordinator_app.core.schedule import Localised
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.privacy_notice import PrivateGroup
from tests.printing.samples import CALLED

TURKU = Issuer("Miesten Tuki ry", Localised("Turku"), dt.date(2026, 10, 15), CALLED)
NOBODY = Issuer("", Localised("Turku"), dt.date(2026, 10, 15))
NAMED = PrivateGroup(Localised("Isäryhmä", "Pappagruppen", "Fathers’ group"), NamesKept.NAMED)
FIRST = PrivateGroup(Localised("Eroryhmä", "Skilsmässogruppen", "Divorce group"), NamesKept.FIRST_NAMES, sensitive=True)
COUNTED = PrivateGroup(Localised("Linja"), NamesKept.HEADCOUNT, sensitive=True)
