"""The fixed Dutch terms of the interface, as other Dutch sites have them; none has a rival here."""

from typing import Final

from tests.catalogues import ENGLISH, messages

TERMS: Final = (
    "Geplaatst door",
    "Nog geen reacties",
    "Beantwoorden",
    "Reactie annuleren",
    "Geef een reactie",
    "Reactie plaatsen",
    "Reageren is gesloten.",
    "Uw reactie wacht op goedkeuring.",
    "Uw e-mailadres wordt niet gepubliceerd.",
    "(optioneel)",
    "Naar de inhoud",
    "Naar de reacties",
    "Melden",
    "Goedkeuren",
    "Afwijzen",
    "Terugzetten",
    "Oudste eerst",
    "Nieuwste eerst",
    "Auteur van dit artikel",
    "Vul uw naam in.",
    "Vul uw e-mailadres in.",
    "Schrijf een reactie.",
)


def test_every_fixed_term_is_said_and_has_its_english() -> None:
    said = {sentence for one in messages(ENGLISH) for sentence in one.said}
    assert [term for term in TERMS if term not in said] == []


def test_what_counts_has_two_forms_in_both_languages() -> None:
    plural = [one for one in messages(ENGLISH) if len(one.said) == 2]
    assert len(plural) > 20
    assert [one.said for one in plural if len(one.translated) != 2 or not all(one.translated)] == []
