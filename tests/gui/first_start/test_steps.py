"""What the first start makes of a town's name and of a passphrase."""

from coordinator_app.gui.first_start.steps import locality_code, strength


def test_a_locality_gets_a_code_from_its_name() -> None:
    names = (" Turku", "Jyväskylä", "Pohjois-Karjala", "Åbo", "!")
    assert [locality_code(name) for name in names] == ["turku", "jyvaskyla", "pohjois-karjala", "abo", ""]


def test_a_longer_passphrase_is_a_better_one() -> None:
    assert len({strength(typed) for typed in ("", "short", "longer one", "neljä sanaa on hyvä ja pitkä")}) == 4
