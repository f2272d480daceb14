"""An address book as a file of vCards 3.0, which telephones and mail programs take in."""

from collections.abc import Iterable

from coordinator_app.core.people import Card


def write(cards: Iterable[Card], *, note: str = "") -> bytes:
    """The file: a card each, whose UID stays the same for good, so that a second time nobody is doubled. `note` is on all of them."""
    return "".join(_written(card, note) for card in cards).encode()


def _written(card: Card, note: str) -> str:
    import vobject

    made = vobject.vCard()
    given = card.given if card.given or card.family else card.name
    made.add("uid").value = card.key
    made.add("fn").value = card.name
    made.add("n").value = vobject.vcard.Name(family=card.family, given=given)
    if card.organisation:
        made.add("org").value = [card.organisation]
    if card.address:
        made.add("adr").value = vobject.vcard.Address(street=card.address)
    for name, value in (("title", card.title), ("url", card.web), ("note", note)):
        if value:
            made.add(name).value = value
    for name, values in (("tel", card.phones), ("email", card.emails)):
        for value in values:
            made.add(name).value = value
    written: str = made.serialize()
    return written
