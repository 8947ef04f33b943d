"""What mo does once nothing waits any more: the second half of test_moderators_visit."""

from playwright.sync_api import expect

from tests.browser.at_the_desk import told
from tests.browser.at_the_queue import Moderator
from tests.browser.visitor import Visitor

# --- What was decided, and what is on the site ----------------------------------------------------


def search(mo: Moderator, words: str, state: str) -> None:
    field = mo.page.locator("#searchbar")
    if mo.way.keyboard:
        mo.page.keyboard.press("/")
        expect(field).to_be_focused()
    elif not field.is_visible():
        mo.press(mo.page.get_by_text("Zoeken en verfijnen"))
    mo.fill(field, words)
    mo.choose(mo.page.get_by_label("Staat"), state)
    mo.go(mo.page.get_by_role("button", name="Zoeken", exact=True))


def find_again(mo: Moderator) -> None:
    """By a word of the text, by a mailbox, by a name; in a state or in all of them."""
    search(mo, "loterij", "Afgewezen")
    expect(mo.page.locator(".judge__name")).to_have_text(["Reactie van Sem"])
    search(mo, "max@voorbeeld.nl", "Alle")
    expect(mo.page.locator(".judge__name")).to_have_text(["Reactie van Max"])
    search(mo, "Bas", "Wachten")
    expect(mo.page.get_by_text("Niets te doen")).to_be_visible()
    search(mo, "Bas", "Alle")
    mo.go(mo.item("Bas").get_by_role("link", name="Reactie 1 van Bas", exact=True))


def feature(mo: Moderator) -> None:
    mo.act("f", "Uitlichten", "Bas")
    told(mo.page, "Uitlichten: 1 gedaan.")
    expect(mo.item("Bas").get_by_text("uitgelicht", exact=True)).to_be_visible()


def take_a_number_out(mo: Moderator) -> None:
    mo.act("w", "Deel weghalen", "Bas")
    mo.fill(mo.page.get_by_label("Wat u weghaalt"), "06-99999999")
    mo.confirm()
    expect(mo.page.locator(".errorlist")).to_have_text("Dit staat niet precies zo in de reactie.")
    mo.fill(mo.page.get_by_label("Wat u weghaalt"), "06-12345678")
    mo.confirm()
    told(mo.page, "Deel weghalen: 1 gedaan.")
    expect(mo.page.locator(".judge__text")).to_contain_text("[weggehaald door de redactie]")
    expect(mo.page.locator(".desk-pieces del")).to_contain_text("06-12345678")


def answer_for_the_editors(mo: Moderator) -> None:
    mo.act("z", "Antwoorden", "Bas")
    page = mo.page
    expect(page.get_by_text("U reageert als Mo Karimi.")).to_be_visible()
    mo.fill(page.get_by_label("Reactie", exact=True), "Wij bellen u terug.")
    mo.go(page.get_by_role("button", name="Reactie plaatsen"))
    expect(page.get_by_role("status")).to_contain_text("Uw reactie is geplaatst.")
    answer = page.get_by_role("article", name="Mo Karimi")
    expect(answer.locator(".badge")).to_have_text("Redactie")
    featured = page.get_by_role("article", name="1 Bas").last
    expect(featured).to_contain_text("Bel mij: [weggehaald door de redactie].")
    expect(featured.locator(".badge")).to_have_text("Uitgelicht")


# --- Reports --------------------------------------------------------------------------------------


def decide_on_a_report(mo: Moderator) -> None:
    """The notifier hears what was done, the writer why."""
    mo.visit("/beheer/")
    panel = mo.panel("Meldingen")
    mo.go(panel.get_by_role("link", name="1 melding, de oudste wacht"))
    mo.go(mo.page.locator("#result_list tbody").get_by_role("link"))
    expect(mo.page.get_by_text("Hij scheldt.")).to_be_visible()
    expect(mo.page.get_by_text("ina@voorbeeld.nl")).to_have_count(0)
    mo.go(mo.page.get_by_role("link", name="Reactie verwijderen"))
    mo.choose(mo.page.get_by_label("Reden"), "beledigend of kwetsend")
    mo.fill(mo.page.get_by_label("Toelichting aan de melder"), "U had gelijk.")
    mo.confirm()
    told(mo.page, "Reactie verwijderen: 1 gedaan.")
    expect(mo.page.locator(".field-state")).to_contain_text("besloten")


# --- The end of a discussion ----------------------------------------------------------------------


def close_with_a_word(mo: Moderator) -> None:
    mo.visit("/beheer/")
    panel = mo.panel("Discussies die het langst open zijn")
    mo.go(panel.get_by_role("link", name="Aan de balie"))
    mo.go(mo.page.get_by_role("link", name="Reageren sluiten"))
    word = mo.page.get_by_role("textbox", name="Slotbericht")
    mo.fill(word, "Dank! Met reactie 1 en reactie 99 gaan wij verder.")
    mo.go(mo.page.get_by_role("button", name="Voorbeeld bekijken"))
    preview = mo.page.get_by_role("status")
    expect(preview.get_by_role("link", name="reactie 1")).to_be_visible()
    expect(preview).to_contain_text("Reactie 99 bestaat niet in deze discussie.")
    mo.fill(word, "Dank! Met reactie 1 en reactie 3 gaan wij verder.")
    mo.confirm()
    told(mo.page, "Reageren sluiten: 1 gedaan.")


def read_the_end(rik: Visitor) -> None:
    """From the closing word to a reaction that it names, and back."""
    page = rik.page
    page.reload()
    expect(page.get_by_text("Reageren is gesloten.", exact=True)).to_be_visible()
    word = page.locator("#slotbericht")
    rik.go(word.get_by_role("link", name="reactie 3"))
    third = page.locator("#reactie-3")
    expect(third).to_be_in_viewport()
    rik.go(third.get_by_role("link", name="Gebruikt in het slotbericht"))
    expect(word).to_be_in_viewport()
    expect(page.get_by_role("link", name="Gebruikt in het slotbericht")).to_have_count(2)


# --- A word, tried out ----------------------------------------------------------------------------


def try_a_word_out(mo: Moderator) -> None:
    """What it would have done comes first; saving it is a step of its own."""
    mo.visit("/beheer/comments/wordrule/")
    mo.go(mo.page.locator(".object-tools").get_by_role("link", name="toevoegen"))
    mo.fill(mo.page.get_by_label("Woord of zin"), "wachtrij*")
    mo.choose(mo.page.get_by_label("Gevolg"), "weigeren")
    mo.go(mo.page.get_by_role("button", name="Proefdraaien"))
    told_of = mo.page.locator(".trial__moves li")
    expect(told_of).to_have_text(["1 reactie: eerst lezen wordt weigeren"])
    row = mo.page.locator(".trial tbody tr")
    expect(row).to_contain_text("Kim: De wachtrijen zijn te lang.")
    expect(row).to_contain_text("Woordregel “wachtrij*” in de tekst: “wachtrijen”.")


def save_the_word(mo: Moderator) -> None:
    mo.go(mo.page.get_by_role("button", name="Zo opslaan"))
    expect(mo.page.locator("#result_list")).to_contain_text("wachtrij*")


# --- What writers got -----------------------------------------------------------------------------


def read_what_sem_was_sent(mo: Moderator) -> None:
    """At the desk, as it was sent."""
    mo.visit("/beheer/mailing/mail/?q=sem@voorbeeld.nl")
    mo.go(mo.page.get_by_role("link", name="Uw reactie is niet geplaatst"))
    mail = mo.page.locator(".desk-mail")
    expect(mail).to_contain_text("Waarom? Uw reactie is reclame.")
    expect(mail).to_contain_text("Geen loterijen hier.")
