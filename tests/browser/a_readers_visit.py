"""What rik does on the site and in his mailbox, page by page (see test_readers_visit)."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from playwright.sync_api import Locator, Page, expect

from comments.models import Notice
from mailing.models import Mail
from tests.browser.axe import violations
from tests.browser.hands import Hand
from tests.browser.test_small_screens import fits

RIK: Final = "rik@voorbeeld.nl"
FIRST: Final = "Ik stond drie kwartier voor **niets**."
SECOND: Final = "Bij ons duurt het een half uur. Bel liever eerst."
QUOTED: Final = "> Ik zag twee balies en één mens."


@dataclass(frozen=True)
class Reader:
    """Rik, at his tab. `looks` says of each page he meets whether it has a fault."""

    page: Page
    hand: Hand
    scripted: Page  # where axe can run: his own tab, unless that has no JavaScript

    def press(self, role: Literal["link", "button"], name: str, within: str = "main") -> None:
        self.hand.press(self.page.locator(within).get_by_role(role, name=name))

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True)

    def follows(self, link: str) -> None:
        """One that was mailed."""
        self.page.goto(link)

    def looks(self) -> None:
        assert fits(self.page)
        if self.scripted is not self.page:
            self.scripted.set_content(self.page.content())
        size = self.page.viewport_size
        assert size is not None
        assert violations(self.scripted, [size["width"]]) == []

    def is_told(self, sentence: str) -> None:
        """And is where it is said: a screen reader reads it, a keyboard goes on from there."""
        told = self.page.locator(".outcome")
        expect(told).to_contain_text(sentence)
        expect(told).to_be_focused()
        self.looks()


# --- His mailbox ----------------------------------------------------------------------------------


def mailed(kind: str) -> Mail:
    """The one mail of this kind that rik got; it has left."""
    mail = Mail.objects.get(to=RIK, kind=kind)
    assert mail.sent_at is not None
    return mail


def link_in(mail: Mail, path: str) -> str:
    """The address in its text, as rik would click it."""
    found = [word for word in mail.text.split() if re.match(rf"http://[^/]+{path}", word)]
    assert len(found) == 1, mail.text
    return found[0]


# --- He reacts ------------------------------------------------------------------------------------


def reads_to_the_second_page(rik: Reader) -> None:
    expect(rik.page.get_by_role("heading", level=1)).to_have_text("Aan de balie")
    rik.looks()
    rik.press("link", "Nieuwere reacties")
    expect(rik.page.locator("#reactie-6")).to_be_visible()
    expect(rik.page.locator("#reactie-5")).to_have_count(0)
    rik.looks()


def opens_the_form(rik: Reader) -> None:
    rik.press("link", "Beantwoorden", "#reactie-6")
    expect(rik.page.get_by_role("heading", name="Reactie op Noor")).to_be_visible()
    rik.looks()


def previews(rik: Reader) -> None:
    rik.hand.write(rik.field("Reactie"), FIRST)
    rik.hand.write(rik.field("Naam"), "Rik")
    rik.hand.write(rik.field("E-mailadres"), RIK)
    rik.hand.tick(rik.field("Mijn reactie bevat een tip voor andere lezers"))
    rik.hand.choose(
        rik.field("Houd mij op de hoogte (optioneel)"), "van antwoorden op mijn reactie"
    )
    rik.press("button", "Voorbeeld bekijken")
    expect(rik.page.get_by_role("heading", name="Zo komt uw reactie eruit te zien")).to_be_focused()
    expect(rik.page.locator(".preview strong")).to_have_text("niets")
    rik.looks()


def quotes(rik: Reader) -> None:
    rik.press("button", "Citeer Noor")
    expect(rik.field("Reactie")).to_be_focused()
    expect(rik.field("Reactie")).to_have_value(f"{QUOTED}\n\n{FIRST}")
    expect(rik.field("Mijn reactie bevat een tip voor andere lezers")).to_be_checked()
    rik.looks()


def posts(rik: Reader) -> None:
    rik.press("button", "Reactie plaatsen")
    rik.is_told("Uw reactie wacht op goedkeuring.")
    asked = "Klik op de link in de e-mail die wij u hebben gestuurd."
    expect(rik.page.locator(".outcome")).to_contain_text(asked)
    expect(rik.field("Reactie")).to_have_count(0)


# --- He is at his mailbox -------------------------------------------------------------------------


def confirms(rik: Reader) -> None:
    rik.follows(link_in(mailed("confirm_address"), "/mijn-reacties/"))
    expect(rik.page.get_by_role("heading", level=1)).to_have_text("Mijn reacties")
    expect(rik.page.get_by_text("(nog niet bevestigd)")).to_be_visible()
    rik.looks()
    rik.press("button", "Bevestig uw e-mailadres")
    rik.is_told("Uw e-mailadres is bevestigd.")
    expect(rik.page.get_by_text("(nog niet bevestigd)")).to_have_count(0)


def corrects(rik: Reader) -> None:
    rik.press("link", "Corrigeren")
    expect(rik.field("Reactie")).to_have_value(f"{QUOTED}\n\n{FIRST}")
    rik.looks()
    rik.hand.write(rik.field("Reactie"), SECOND)
    rik.press("button", "Correctie opslaan")
    rik.is_told(
        "Uw reactie is gecorrigeerd. De redactie leest uw reactie voordat wij die plaatsen."
    )
    expect(rik.page.locator(".reaction__text")).to_have_text(SECOND)


def finds_it_published(rik: Reader) -> None:
    rik.follows(link_in(mailed("published"), r"/reacties/\d+/$"))
    lands_on(rik, 8)
    expect(rik.page.locator("#reactie-8 .reaction__text")).to_have_text(SECOND)
    expect(rik.page.locator("#reactie-8")).to_contain_text("Bewerkt op")
    rik.looks()


def finds_the_answer(rik: Reader) -> None:
    mail = mailed("reaction")
    assert mail.subject == "Iemand reageerde op uw reactie"
    rik.follows(link_in(mail, r"/reacties/\d+/$"))
    lands_on(rik, 9)
    rik.looks()
    rik.hand.press(rik.page.locator("#reactie-9 .reaction__to a"))
    lands_on(rik, 8)


def lands_on(rik: Reader, number: int) -> None:
    """On the page where it stands now, at its place; a keyboard goes on from there."""
    expect(rik.page).to_have_url(
        re.compile(rf"/artikelen/aan-de-balie/\?reacties=2#reactie-{number}$")
    )
    there = rik.page.locator(f"#reactie-{number}:target")
    expect(there).to_be_focused()
    expect(there).to_be_in_viewport()


# --- He reports, leaves, and comes back -----------------------------------------------------------


def reports(rik: Reader) -> None:
    rik.press("link", "Melden", "#reactie-7")
    expect(rik.page.get_by_role("heading", level=1)).to_have_text("Meld deze reactie")
    rik.looks()
    rik.press("link", "Deze reactie past niet bij de huisregels")
    rule = rik.page.get_by_role("radio", name="Blijf bij het onderwerp")
    expect(rule).to_be_visible()
    rik.looks()
    rik.hand.tick(rule)
    rik.press("button", "Melding versturen")
    expect(rik.page.get_by_role("status")).to_contain_text("Bedankt voor uw melding.")
    expect(rik.page.get_by_role("status")).to_contain_text(Notice.objects.get().reference)
    rik.looks()


def withdraws(rik: Reader) -> None:
    rik.follows(link_in(mailed("published"), "/mijn-reacties/"))
    rik.press("link", "Intrekken")
    expect(rik.page.get_by_role("heading", level=1)).to_have_text("Reactie intrekken")
    rik.looks()
    rik.press("button", "Reactie intrekken")
    rik.is_told("Uw reactie is ingetrokken.")


def stops_mail(rik: Reader) -> None:
    mail = mailed("reaction")
    assert mail.stop_url in mail.text
    rik.follows(mail.stop_url)
    rik.looks()
    rik.press("button", "Stop deze mail")
    expect(rik.page.get_by_role("heading", level=1)).to_have_text(
        "U krijgt hier geen mail meer over."
    )
    rik.looks()


def finds_it_closed(rik: Reader) -> None:
    """The closing word leads to the reaction it names, and that one to the closing word."""
    rik.follows("/artikelen/aan-de-balie/?reacties=2")
    expect(rik.page.get_by_text("Reageren is gesloten.")).to_be_visible()
    expect(rik.page.get_by_role("link", name="Beantwoorden")).to_have_count(0)
    expect(rik.page.locator("#reactie-8")).to_contain_text(
        "De schrijver heeft deze reactie verwijderd."
    )
    expect(rik.page.locator("#reactie-9")).to_be_visible()
    rik.looks()
    rik.press("link", "Gebruikt in het slotbericht")
    word = rik.page.locator("#slotbericht")
    expect(word).to_be_focused()
    expect(word).to_be_in_viewport()
    rik.press("link", "reactie 6", "#slotbericht")
    lands_on(rik, 6)
