"""Finnish alphabetical order."""

from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core.sorting import sort_key

ORDERED = (
    "Aalto", "Aaltonen", "Andersson", "Bäck", "Chydenius", "Dahl", "De Geer", "Eerola", "Eklund", "Gröönroos", "Haavisto",
    "Heikkilä", "Heikkinen", "Hämäläinen", "Ikonen", "Jokela", "Järvi", "Järvinen", "Koskela", "Koski", "Koskinen", "Kärki",
    "Laakso", "Lähteenmäki", "Müller", "Mäki", "Mäki Antti", "Mäki-Petäjä", "Mäkinen", "Nieminen", "Oksanen", "Paananen",
    "Päivärinta", "Rantanen", "Saarinen", "Šeškin", "Sjöberg", "Tšernov", "Tuominen", "Uusitalo", "Vaara", "Wahlroos", "Valtonen",
    "Wegelius", "Westerlund", "Virtanen", "Vuori", "Ylönen", "Zachariassen", "Åberg", "Åkerblom", "Äijälä", "Ämmälä", "Öhman", "Östman",
)  # fmt: skip


def test_real_names_stand_in_the_order_of_a_finnish_directory() -> None:
    by_code_point = sorted(ORDERED)
    assert by_code_point != list(ORDERED)
    assert sorted(by_code_point, key=sort_key) == list(ORDERED)


def test_v_and_w_and_case_and_foreign_accents_make_no_difference() -> None:
    for one, other in [("Virta", "WIRTA"), ("André", "andre"), ("Müller", "Myller"), ("Šakki", "sakki"), ("O’Connor", "oconnor")]:
        assert sort_key(one) == sort_key(other)


def test_the_finnish_letters_are_letters_of_their_own() -> None:
    assert sort_key("Mäkinen") != sort_key("Makinen")
    assert sort_key("zzz") < sort_key("å") < sort_key("ä") < sort_key("ö")


@given(st.lists(st.sampled_from(ORDERED)), st.randoms())
def test_the_order_does_not_depend_on_where_one_begins(names: list[str], chance: object) -> None:
    shuffled = list(names)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(shuffled, key=sort_key) == sorted(names, key=ORDERED.index)


@given(st.text())
def test_bytes_compare_as_text_does_and_a_key_is_its_own_key_of_plain_letters(text: str) -> None:
    key = sort_key(text)
    assert key == key.strip()
    assert sort_key(text.upper().lower()) == sort_key(text.lower())


@given(st.text(alphabet="abcxyzåäö ", min_size=1), st.text(alphabet="abcxyzåäö ", min_size=1))
def test_letters_compare_one_by_one_in_alphabet_order(one: str, other: str) -> None:
    alphabet = " abcdefghijklmnopqrstuvxyzåäö"

    def naive(text: str) -> list[int]:
        return [alphabet.index(sign) for sign in " ".join(text.split())]

    assert (sort_key(one) < sort_key(other)) == (naive(one) < naive(other))
