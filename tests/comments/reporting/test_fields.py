"""What each of the two ways asks, and what it says of what is not right."""

from typing import Any

import pytest
from django.test import Client

from comments.models import Comment, Notice
from pages.models import HouseRules
from tests.comments.reports import LAW, by_law, by_rules
from tests.conftest import React

FULL_ADDRESS = "Vul een volledig adres in, bijvoorbeeld https://voorbeeld.nl/reacties/12/."
MAILBOX = "Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."
UNSEEN = "Uw tekst bevat onzichtbare tekens die wij niet kunnen bewaren."


@pytest.fixture
def reaction(react: React) -> Comment:
    """Rik’s, published."""
    return react("De buurvrouw woont op nummer 12.")


WRONG_BY_LAW = [
    ({"category": ""}, "Kies waar het om gaat."),
    ({"category": "weer"}, "Kies waar het om gaat uit de lijst."),
    ({"explanation": ""}, "Schrijf waarom deze reactie volgens u in strijd met de wet is."),
    ({"explanation": " \u200b "}, "Schrijf waarom deze reactie volgens u in strijd met de wet is."),
    ({"explanation": "Fout."}, "Schrijf minimaal 10 tekens."),
    ({"explanation": "a" * 5_001}, "Gebruik maximaal 5000 tekens."),
    ({"explanation": "Omgekeerd \u202e geschreven."}, UNSEEN),
    ({"law_text": "a" * 501}, "Gebruik maximaal 500 tekens."),
    ({"law_text": "AVG\nartikel 6"}, "Zet dit op één regel."),
    ({"urls": ""}, "Vul het adres van de reactie in."),
    ({"urls": "voorbeeld"}, FULL_ADDRESS),
    ({"urls": "javascript:alert(1)"}, FULL_ADDRESS),
    ({"urls": "https://voorbeeld.nl/\nftp://voorbeeld.nl/"}, FULL_ADDRESS),
    ({"urls": f"https://voorbeeld.nl/{'a' * 500}"}, FULL_ADDRESS),
    (
        {"urls": "\n".join(f"https://voorbeeld.nl/{n}/" for n in range(21))},
        "Vul maximaal 20 adressen in.",
    ),
    ({"name": ""}, "Vul uw naam in."),
    ({"name": "a" * 81}, "Gebruik voor uw naam maximaal 80 tekens."),
    ({"name": "Bo\r\nBcc: els@voorbeeld.nl"}, "Zet dit op één regel."),
    ({"email": ""}, "Vul uw e-mailadres in."),
    ({"email": "bo"}, MAILBOX),
    ({"email": "bo@voorbeeld.nl\nBcc: els@voorbeeld.nl"}, MAILBOX),
    ({"good_faith": ""}, "Verklaar dat uw melding naar uw beste weten juist en volledig is."),
    ({"website": "https://koop.nl"}, "Wij konden dit niet ontvangen."),
    # Of what concerns children a name and a mailbox are not asked, but all else is.
    ({"category": "minors", "email": "bo"}, MAILBOX),
    ({"category": "minors", "explanation": ""}, "Schrijf waarom"),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG_BY_LAW)
def test_what_is_not_right_is_said_and_the_rest_stays(
    client: Client, reaction: Comment, change: dict[str, str], sentence: str
) -> None:
    answer = client.post(by_law(reaction), LAW | change)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Er was een probleem met uw inzending." in answer.text
    assert (LAW | change)["law_text"][:500] in answer.text
    assert not Notice.objects.exists()


def test_the_way_of_the_law_keeps_all_that_was_filled_in(client: Client, reaction: Comment) -> None:
    urls = f"{LAW['urls']}\n\n {LAW['urls']}\nhttps://elders.voorbeeld.nl/?a=1#b"
    assert client.post(by_law(reaction), LAW | {"urls": urls}).status_code == 302
    notice = Notice.objects.get()
    assert (notice.kind, notice.category, notice.state) == ("law", "privacy", "received")
    assert notice.explanation == LAW["explanation"]
    assert notice.law_text == "AVG, artikel 6"
    assert notice.urls == [LAW["urls"], "https://elders.voorbeeld.nl/?a=1#b"]
    assert (notice.notifier_name, notice.notifier_email) == ("Bo de Wit", "bo@voorbeeld.nl")
    assert notice.good_faith_at
    assert notice.snapshot == "De buurvrouw woont op nummer 12."


def test_who_reports_the_abuse_of_children_may_stay_unknown(
    client: Client, reaction: Comment
) -> None:
    nobody = LAW | {"category": "minors", "name": "", "email": ""}
    assert client.post(by_law(reaction), nobody).status_code == 302
    assert Notice.objects.get().notifier_email == ""


def test_the_address_of_the_reaction_is_filled_in(client: Client, reaction: Comment) -> None:
    page = client.get(by_law(reaction)).text
    assert f"/reacties/{reaction.pk}/</textarea>" in page.replace("\n", "")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"house_rule": ""}, "Kies een huisregel."),
        ({"house_rule": "hr-9"}, "Kies een huisregel uit de lijst."),
        ({"explanation": "a" * 2_001}, "Gebruik maximaal 2000 tekens."),
        ({"explanation": "Om \u202e gekeerd."}, UNSEEN),
        ({"email": "bo@"}, MAILBOX),
        ({"website": "x"}, "Wij konden dit niet ontvangen."),
    ],
)
def test_the_light_way_asks_which_rule(
    client: Client, reaction: Comment, rules: HouseRules, change: dict[str, str], sentence: str
) -> None:
    answer = client.post(by_rules(reaction), {"house_rule": "hr-2"} | change)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Notice.objects.exists()


def test_a_rule_is_enough(client: Client, reaction: Comment, rules: HouseRules) -> None:
    page = client.get(by_rules(reaction)).text
    assert "Blijf bij het onderwerp" in page
    assert "Speel de bal" in page
    assert client.post(by_rules(reaction), {"house_rule": "hr-2"}).status_code == 302
    notice = Notice.objects.get()
    assert (notice.kind, notice.house_rule, notice.good_faith_at) == ("rules", "hr-2", None)


def test_where_no_rules_are_published_the_reason_is_asked(
    client: Client, reaction: Comment
) -> None:
    answer = client.post(by_rules(reaction), {})
    assert answer.status_code == 422
    assert "Schrijf wat er niet past, en waarom." in answer.text
    assert client.post(by_rules(reaction), {"explanation": "Dit is reclame."}).status_code == 302


def test_what_a_machine_filled_in_is_empty_the_next_time(client: Client, reaction: Comment) -> None:
    """A browser may fill in a field that nobody sees: then sending it again is enough."""
    answer: Any = client.post(by_law(reaction), LAW | {"website": "https://koop.nl"})
    assert answer.context["form"]["website"].value() == ""
    assert "https://koop.nl" not in answer.text
