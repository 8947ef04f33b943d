"""A whole day: from an author's first word to what readers find when an article is gone again.

One story, in which each step goes on from what the former one left; so it is one test. People act
through pages only. What is asked of the models is whether they hold what the pages promised.
"""

from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from accounts.models import User
from articles.models import Article, EmbedBlock, ImageBlock, PullQuote
from tests.browser.a_days_writing import (
    BO,
    PHONE,
    look_as_readers_will,
    put_in_order_by_dragging,
    put_in_order_by_keyboard,
    send_for_review,
    write,
)
from tests.browser.at_the_desk import act, confirm, go_to, parts, save, sign_in, told
from tests.browser.conftest import Visit
from tests.browser.test_small_screens import fits

ADDRESS: Final = "/artikelen/de-balie-verhuist/"
INA_AGAIN: Final = "Inwoners vinden ons straks sneller."


def test_from_the_first_word_to_the_last_reader(
    visit: Visit, ada: User, els: User, photo: Path
) -> None:
    author = visit("/beheer/")
    sign_in(author, "ada")
    write(author, photo)
    put_in_order_by_dragging(author)
    save(author)
    put_in_order_by_keyboard(author)
    save(author)
    look_as_readers_will(author)
    send_for_review(author)

    desk, rik = visit("/beheer/"), visit("/", PHONE)
    sign_in(desk, "els")
    desk.locator(".panel", has_text="Ter beoordeling").get_by_role("link", name="De balie").click()
    repair_what_keeps_it_from_publication(desk)
    bo, ina = ask_for_consent(desk, "Bo de Wit"), ask_for_consent(desk, "Ina Vos")
    agree(visit(bo, PHONE))
    propose_other_words(visit(ina, PHONE))
    adopt_the_words(desk)

    schedule(desk)
    assert status_of(rik) == 404
    publish_now(desk)
    read(rik)
    correct(desk)
    read_what_was_wrong(rik)
    spoil_and_compare(desk)
    restore(desk)
    assert status_of(rik) == 200
    expect(rik.locator(".lead")).to_have_text("De balie verhuist in april.")
    withdraw(desk)
    find_it_gone(rik)
    assert rik.context.cookies() == []
    assert the_day_as_it_is_written_down() == [
        ("ada", "submitted"),
        ("els", "shared"),
        ("els", "shared"),
        (None, "agreed"),
        (None, "reworded"),
        ("els", "agreed"),
        ("els", "scheduled"),
        ("els", "published"),
        ("els", "corrected"),
        ("els", "restored"),
        ("els", "withdrawn"),
    ]


# --- The editor, and who is quoted ----------------------------------------------------------------


def repair_what_keeps_it_from_publication(page: Page) -> None:
    act(page, "Publiceren")
    expect(page.get_by_role("heading", name="Publiceren kan nog niet")).to_be_visible()
    expect(page.locator("[name=at_0]")).to_have_count(0)
    go_to(page, "slaat een niveau over")
    block = page.locator("#articles_textblock_set-0")
    expect(block).to_be_focused()
    block.locator(".tiptap h4").click()
    block.locator(".prose-menubar__selected").click()
    block.get_by_role("button", name="Kop 2").click()
    save(page)
    act(page, "Publiceren")
    expect(page.locator(".findings--blocking li")).to_have_count(1)
    go_to(page, "begint met ‘beeld van’")
    expect(page.locator("#id_alt")).to_be_focused()
    page.locator("#id_alt").fill("Een lege balie")
    save(page)
    page.get_by_role("link", name="Controleren").click()
    expect(page.get_by_text("Wij vonden niets dat beter kan.")).to_be_visible()
    page.get_by_role("link", name="Terug naar het artikel").click()


def ask_for_consent(page: Page, name: str) -> str:
    """The address that els sends to who is quoted."""
    panel = page.locator("#proeflezen")
    if not panel.get_by_role("link", name=f"Vraag {name}").is_visible():
        panel.locator("summary").click()
    panel.get_by_role("link", name=f"Vraag {name}").click()
    expect(page.get_by_label("Voor wie?")).to_have_value(name)
    confirm(page)
    told(page, f"De link voor {name} staat hieronder.")
    return page.get_by_label(f"Adres voor {name}").input_value()


def agree(bo: Page) -> None:
    expect(bo.locator(".preview-bar")).to_contain_text("Proef voor Bo de Wit.")
    assert fits(bo)
    assert bo.locator(".answered").all_inner_texts() == [f"{BO}\n\nBo de Wit"]
    bo.get_by_role("button", name="Akkoord").click()
    expect(bo.get_by_role("status")).to_contain_text("dat u akkoord bent")
    assert bo.context.cookies() == []


def propose_other_words(ina: Page) -> None:
    ina.get_by_text("Andere woorden voorstellen").click()
    ina.get_by_label("Ik stel andere woorden voor").fill(INA_AGAIN)
    ina.get_by_role("button", name="Stel deze woorden voor").click()
    expect(ina.get_by_role("status")).to_contain_text("Uw voorstel is verstuurd.")
    assert fits(ina)


def adopt_the_words(page: Page) -> None:
    page.reload()
    consents = page.locator(".consent")
    expect(consents).to_have_text(["akkoord", "andere woorden voorgesteld"])
    page.get_by_role("button", name="Neem over").click()
    expect(consents).to_have_text(["akkoord", "akkoord"])


def schedule(page: Page) -> None:
    act(page, "Publiceren")
    expect(page.get_by_text("Tijd in Nederland (Europe/Amsterdam).").first).to_be_visible()
    page.locator("[name=at_0]").fill("03-07-2199")
    page.locator("[name=at_1]").fill("09:00")
    sentence = "Lezers zien dit artikel vanaf 3 juli 2199 om 09:00."
    expect(page.get_by_role("status")).to_have_text(sentence)
    confirm(page)
    told(page, sentence)
    page.locator(".breadcrumbs").get_by_role("link", name="Artikelen").last.click()
    expect(page.locator("#result_list .field-state_now")).to_have_text("gepland")
    page.get_by_role("link", name="De balie verhuist").click()
    nine = datetime(2199, 7, 3, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert Article.objects.get().published_at == nine


def publish_now(page: Page) -> None:
    act(page, "Planning wijzigen")
    expect(page.locator("[name=at_1]")).to_have_value("09:00:00")
    page.locator("[name=at_0]").fill("")
    page.locator("[name=at_1]").fill("")
    confirm(page)
    told(page, "Lezers zien dit artikel sinds")


def correct(page: Page) -> None:
    page.locator("#id_lead").fill("De balie verhuist in april.")
    save(page)
    act(page, "Correctie plaatsen")
    page.get_by_label("Correctie").fill("Hier stond dat de balie in maart verhuist.")
    confirm(page)
    told(page, "Correctie plaatsen: 1 gedaan.")


def spoil_and_compare(page: Page) -> None:
    """A save that should not have been; the history tells what it did."""
    page.locator("#id_lead").fill("De balie verhuist in het najaar.")
    save(page)
    page.locator(".object-tools").get_by_role("link", name="Geschiedenis").click()
    page.get_by_label("Vergelijk van versie 6").check()
    page.get_by_label("Vergelijk naar versie 7").check()
    page.get_by_role("button", name="Vergelijk deze versies").click()
    found = page.locator(".desk-differences li")
    expect(found).to_have_count(1)
    expect(found.get_by_role("heading")).to_have_text("Artikel: inleiding gewijzigd")
    expect(found.locator("del")).to_have_text("april.")
    expect(found.locator("ins")).to_have_text("het najaar.")
    page.get_by_role("link", name="Terug naar de geschiedenis").click()


def restore(page: Page) -> None:
    page.get_by_role("link", name="Versie 6 terugzetten").click()
    expect(page.locator(".desk-differences ins")).to_have_text("april.")
    page.get_by_role("button", name="Terugzetten").click()
    told(page, "Versie 6 is teruggezet.")
    page.locator(".breadcrumbs").get_by_role("link", name="De balie verhuist").click()


def withdraw(page: Page) -> None:
    act(page, "Intrekken")
    page.get_by_label("Toelichting").fill("De verhuizing gaat niet door.")
    confirm(page)
    told(page, "Intrekken: 1 gedaan.")


# --- The reader -----------------------------------------------------------------------------------


def status_of(reader: Page) -> int:
    response = reader.goto(ADDRESS)
    assert response is not None
    return response.status


def read(rik: Page) -> None:
    rik.goto("/")
    rik.get_by_role("link", name="De balie verhuist", exact=True).click()
    rik.wait_for_url(f"**{ADDRESS}")
    assert parts(rik) == ["picture", "text", "tips", "pull-quote", "embed", "pull-quote"]
    expect(rik.get_by_role("heading", name="Wat er verandert", level=2)).to_be_visible()
    assert rik.locator(".pull-quote blockquote").all_inner_texts() == [BO, INA_AGAIN]
    expect(rik.get_by_role("button", name="Video afspelen")).to_be_visible()
    for alt in ("Een lege balie", "Een plein met bomen"):
        image = rik.get_by_alt_text(alt)
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        assert image.evaluate("image => image.naturalWidth") > 0
    assert fits(rik)
    stored = Article.objects.get()
    assert (stored.image_ppoi, ImageBlock.objects.get().image_ppoi) == ("0.25x0.75", "0.8x0.5")


def read_what_was_wrong(rik: Page) -> None:
    assert status_of(rik) == 200
    expect(rik.locator(".lead")).to_have_text("De balie verhuist in april.")
    told_to_readers = rik.get_by_role("complementary", name="Correctie")
    expect(told_to_readers).to_contain_text("Hier stond dat de balie in maart verhuist.")


def find_it_gone(rik: Page) -> None:
    assert status_of(rik) == 410
    expect(rik.get_by_role("heading", level=1)).to_have_text("Deze pagina is verwijderd.")
    rik.goto("/")
    expect(rik.get_by_text("De balie verhuist")).to_have_count(0)


def the_day_as_it_is_written_down() -> list[tuple[str | None, str]]:
    assert EmbedBlock.objects.count() == 1
    assert set(PullQuote.objects.values_list("quote", flat=True)) == {BO, INA_AGAIN}
    events = Article.objects.get().events.order_by("at", "pk")
    return list(events.values_list("by__username", "verb"))
