"""Mo at the queue of what waits, whatever mo's hands are: the first half of the visit."""

from playwright.sync_api import Locator, expect

from tests.browser.at_the_desk import told
from tests.browser.visitor import Visitor


class Moderator(Visitor):
    """A visitor of the desk. With a keyboard: by its letters, where there is one for it."""

    def sign_in(self, username: str) -> None:
        self.fill(self.page.get_by_label("Gebruikersnaam"), username)
        self.fill(self.page.get_by_label("Wachtwoord"), "grensvlak")
        self.go(self.page.get_by_role("button", name="Aanmelden"))

    def panel(self, title: str) -> Locator:
        return self.page.locator(".panel", has=self.page.get_by_role("heading", name=title))

    def item(self, name: str) -> Locator:
        heading = self.page.get_by_role("heading", level=2, name=f"van {name}")
        return self.page.locator(".judge", has=heading)

    def act(self, letter: str, label: str, name: str) -> None:
        """Do this to the reaction of that name: its button, or its letter."""
        item = self.item(name)
        if not self.way.keyboard:
            name = f"{label}: reactie"
            button = item.get_by_role("button", name=name)
            self.go(button.or_(item.get_by_role("link", name=name)))
            return
        self.walk_to(name)
        self.type_letter(letter)

    def walk_to(self, name: str) -> None:
        """With j, down the list, to the reaction of that name."""
        heading = self.item(name).locator(".judge__name")
        heading.wait_for()
        for _step in range(self.page.locator(".judge").count() + 1):
            if heading.evaluate("heading => heading === document.activeElement"):
                return
            self.page.keyboard.press("j")
        expect(heading).to_be_focused()

    def type_letter(self, letter: str) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press(letter)
        self.look()

    def undo(self) -> None:
        """What was done last, from the message that it was done."""
        if self.way.keyboard:
            self.type_letter("u")
        else:
            self.go(self.page.locator("#gezegd").get_by_role("button", name="Ongedaan maken"))

    def confirm(self) -> None:
        """The page of an act asked something; this is the answer to it."""
        self.go(self.page.locator("input[type=submit].default"))

    def tab(self, label: str) -> Locator:
        """One of the queues."""
        return self.page.locator(".queues").get_by_role("link", name=label)


# --- The queue ------------------------------------------------------------------------------------


def see_what_waits(mo: Moderator) -> None:
    """How many, since when; and of each why it was held, and which words did it."""
    panel = mo.panel("Reacties te beoordelen")
    waiting = panel.get_by_role("link", name="5 reacties, de oudste wacht 3 dagen")
    mo.go(waiting)
    expect(mo.page.locator(".queues [aria-current]")).to_have_text("Wachten 5")
    expect(mo.page.locator(".queues__oldest")).to_have_text("De oudste reactie wacht 3 dagen.")
    sem = mo.item("Sem")
    expect(sem.locator(".judge__why li")).to_have_text(
        [
            "Eerste geplaatste reactie van dit adres.",
            "Woordregel “gok*” in de tekst: “gokken”.",
        ]
    )
    expect(sem.locator("mark")).to_have_text("gokken")
    expect(mo.item("Noor").locator(".judge__parent")).to_contain_text("In reactie op 1 van Bas:")


def approve(mo: Moderator, name: str, then: str) -> None:
    """And be taken on to the next one."""
    mo.act("a", "Goedkeuren", name)
    told(mo.page, "Goedkeuren: 1 gedaan.")
    expect(mo.item(name)).to_have_count(0)
    if mo.way.javascript:
        expect(mo.item(then).locator(".judge__name")).to_be_focused()


def come_second(els: Moderator) -> None:
    """On a page from before mo decided."""
    els.act("s", "Spam", "Noor")
    told(els.page, "Mo Karimi heeft deze reactie om")
    told(els.page, "al goedgekeurd.")


def refuse_with_reasons(mo: Moderator) -> None:
    mo.act("r", "Afwijzen", "Sem")
    mo.confirm()
    expect(mo.page.locator(".errorlist")).to_have_text("Kies een reden.")
    mo.choose(mo.page.get_by_label("Reden"), "reclame")
    mo.fill(mo.page.get_by_label("Toelichting aan de schrijver"), "Geen loterijen hier.")
    mo.confirm()
    told(mo.page, "Afwijzen: 1 gedaan.")


def take_one_for_spam_and_think_again(mo: Moderator) -> None:
    mo.act("s", "Spam", "Kim")
    told(mo.page, "Spam: 1 gedaan.")
    mo.undo()
    told(mo.page, "1 besluit ongedaan gemaakt.")
    expect(mo.item("Kim")).to_have_count(1)
    mo.act("s", "Spam", "Max")
    told(mo.page, "Spam: 1 gedaan.")


def switch_the_letters_off_and_on(mo: Moderator) -> None:
    """Whoever speaks to a computer says letters all day (WCAG 2.1.4)."""
    if not mo.way.javascript:
        expect(mo.page.locator("[data-keys-open]")).to_be_hidden()
        return
    set_letters(mo, on=False)
    for letter in "as":
        mo.page.keyboard.press(letter)
    mo.visit("/beheer/comments/comment/")
    mo.page.keyboard.press("j")
    expect(mo.page.locator(".judge__name:focus")).to_have_count(0)
    expect(mo.page.locator(".judge")).to_have_count(2)
    set_letters(mo, on=True)
    mo.page.keyboard.press("j")
    expect(mo.page.locator(".judge__name:focus")).to_have_count(1)


def set_letters(mo: Moderator, *, on: bool) -> None:
    """In the list of letters, which always opens."""
    if mo.way.keyboard:
        mo.page.keyboard.press("?")
    else:
        mo.press(mo.page.get_by_role("button", name="Sneltoetsen"))
    expect(mo.page.get_by_role("dialog", name="Sneltoetsen")).to_be_visible()
    mo.look()
    switch = mo.page.get_by_label("Sneltoetsen gebruiken")
    mo.tick(switch)
    expect(switch).to_be_checked(checked=on)
    mo.press(mo.page.get_by_role("dialog").get_by_role("button", name="Sluiten"))
    expect(mo.page.get_by_role("dialog")).to_have_count(0)


def approve_what_is_left(mo: Moderator) -> None:
    """Two at once; then nothing waits."""
    for name in ("Kim", "Joep"):
        if mo.way.keyboard:
            mo.walk_to(name)
            mo.page.keyboard.press("x")
        else:
            mo.tick(mo.item(name).get_by_role("checkbox"))
        expect(mo.item(name).get_by_role("checkbox")).to_be_checked()
    mo.choose(mo.page.get_by_label("doen"), "Goedkeuren")
    mo.go(mo.page.get_by_role("button", name="Uitvoeren"))
    told(mo.page, "Goedkeuren: 2 gedaan.")
    expect(mo.page.get_by_text("Niets te doen: alle reacties zijn beoordeeld.")).to_be_visible()
