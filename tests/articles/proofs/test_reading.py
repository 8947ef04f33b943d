"""What somebody without an account sees and says by a link of their own."""

import pytest
from django.test import Client
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.models import Article, ProofLink, PullQuote, QuoteRequest, Remark
from articles.models.proof import MOST_ANSWERS
from tests.articles.proofs.conftest import OTHER_WORDS, WORDS, change, said, ways

SECRET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


def test_who_has_the_link_reads_the_article_as_readers_will(
    client: Client, link: ProofLink
) -> None:
    page = client.get(link.get_absolute_url())
    assert page.status_code == 200
    assertInHTML('<h1 lang="nl">Kladje</h1>', page.text)
    assertInHTML('<h2 id="kop-kop">Kop</h2>', page.text)
    assert "Proef voor Ina Vos." in page.text
    assert "Dit artikel staat nog niet op de site" in page.text
    assert "Wat vindt u ervan?" in page.text
    assert "reageren/" not in page.text
    assert "#reacties" not in page.text


def test_only_the_quotes_that_were_put_before_the_reader_are_asked_about(
    client: Client, link: ProofLink
) -> None:
    page = client.get(link.get_absolute_url()).text
    assert "Citaat van Ina Vos" in page
    assert "Ina Vos, wijkagent, Politie" in page
    assert "Citaat van Cor Post" not in page
    assert page.count("Bent u het eens met deze woorden?") == 1


def test_reading_changes_nothing_and_sets_no_cookie(
    client: Client, link: ProofLink, draft: Article
) -> None:
    """A mail scanner opens every link before its reader does."""
    before = said(), draft.events.count()
    for response in (client.get(link.get_absolute_url()), client.head(link.get_absolute_url())):
        assert response.status_code == 200
        assert not response.cookies
    assert (said(), draft.events.count()) == before


@pytest.mark.parametrize("way", ["page", "remark", "agree", "reword", "wrong", "ended", "forged"])
def test_the_address_is_kept_a_secret(
    client: Client, link: ProofLink, asked: QuoteRequest, ada: User, way: str
) -> None:
    if way in {"page", "ended"}:
        if way == "ended":
            link.withdraw(ada)
        response = client.get(link.get_absolute_url())
    elif way == "forged":
        response = client.get("/proef/1.abc/")
    else:
        address, data = ways(link, asked)["remark" if way == "wrong" else way]
        response = client.post(address, {} if way == "wrong" else data)
    assert {name: response.headers[name] for name in SECRET} == SECRET
    assert "no-store" in response.headers["Cache-Control"]
    if response.status_code != 302:
        assert '<meta name="robots" content="noindex">' in response.text


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("remark", "Uw opmerking is verstuurd. Dank u wel."),
        ("agree", "De redactie weet nu dat u akkoord bent met uw citaat. Dank u wel."),
        ("reword", "Uw voorstel is verstuurd. De redactie bekijkt het. Dank u wel."),
    ],
)
def test_what_is_said_is_kept_and_confirmed(
    client: Client, link: ProofLink, asked: QuoteRequest, way: str, sentence: str
) -> None:
    address, data = ways(link, asked)[way]
    before = said()
    for _click in range(2):
        response = client.post(address, data)
        assert response.status_code == 302
        assert response.headers["Location"].endswith("#uitkomst")
    assert said() != before
    assert Remark.objects.count() == (way == "remark")
    assert link.article.events.count() == 2
    page = client.get(response.headers["Location"]).text
    assertInHTML(
        f'<p class="outcome" id="uitkomst" role="status" tabindex="-1">'
        f"<strong>{sentence}</strong></p>",
        page,
    )


def test_no_other_outcome_can_be_put_in_the_page(client: Client, link: ProofLink) -> None:
    page = client.get(f"{link.get_absolute_url()}?uitkomst=<b>Gewonnen</b>").text
    assert "Gewonnen" not in page
    assert 'id="uitkomst"' not in page


def test_a_forged_form_needs_the_address_and_no_cookie(
    link: ProofLink, asked: QuoteRequest
) -> None:
    """A page without a referrer sends “Origin: null”, which Django's own check would refuse."""
    client = Client(enforce_csrf_checks=True, headers={"origin": "null"})
    for address, data in ways(link, asked).values():
        assert client.post(address, data).status_code == 302
    assert not client.cookies


def test_a_remark_is_shown_back_as_text(client: Client, link: ProofLink) -> None:
    hostile = '<script>alert(1)</script>\n\n<b>Vet</b> & "los"'
    client.post(f"{link.get_absolute_url()}opmerking/", {"body": hostile})
    page = client.get(link.get_absolute_url()).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>Vet" not in page
    assert "<script>" not in page


def test_the_reader_sees_how_each_quote_stands(
    client: Client, link: ProofLink, asked: QuoteRequest, quote: PullQuote, els: User
) -> None:
    page = link.get_absolute_url()
    asked.agree(WORDS)
    shown = client.get(page).text
    assert "U ging akkoord met deze woorden op" in shown
    assert "/akkoord/" not in shown
    change(quote, OTHER_WORDS)
    shown = client.get(page).text
    assert "U ging akkoord met eerdere woorden." in shown
    assert "/akkoord/" in shown
    asked.reword("Ik hoor alles.", OTHER_WORDS)
    shown = client.get(page).text
    assert "U stelde andere woorden voor op" in shown
    assert "Ik hoor alles.</textarea>" in shown
    asked.adopt(els, "Ik hoor alles.")
    assert "De redactie heeft uw woorden overgenomen." in client.get(page).text


@pytest.mark.parametrize("way", ["agree", "reword"])
def test_an_answer_to_words_that_were_changed_meanwhile_is_asked_again(
    client: Client, link: ProofLink, asked: QuoteRequest, quote: PullQuote, way: str
) -> None:
    address, data = ways(link, asked)[way]
    before = said()
    change(quote, OTHER_WORDS)
    response = client.post(address, data)
    assert response.status_code == 422
    assert "De redactie heeft dit citaat intussen veranderd. Lees het opnieuw." in response.text
    assert f'name="seen" value="{OTHER_WORDS}"' in response.text
    assert ("Anders.</textarea>" in response.text) is (way == "reword")
    assert said() == before


@pytest.mark.parametrize(
    ("way", "body", "sentence"),
    [
        ("remark", "", "Schrijf een opmerking."),
        ("remark", " \n\u200b ", "Schrijf een opmerking."),
        ("remark", "a" * 5_001, "Gebruik maximaal 5.000 tekens."),
        ("remark", "a\x00b", "Uw tekst bevat onzichtbare tekens"),
        ("remark", "\u202eneerts", "Uw tekst bevat onzichtbare tekens"),
        ("reword", "", "Schrijf de woorden die u voorstelt."),
        ("reword", "a" * 2_001, "Gebruik maximaal 2.000 tekens."),
        ("reword", WORDS, "Dit zijn dezelfde woorden."),
        ("reword", "a\x00b", "Uw tekst bevat onzichtbare tekens"),
    ],
)
def test_what_cannot_be_stored_is_asked_again(
    client: Client, link: ProofLink, asked: QuoteRequest, way: str, body: str, sentence: str
) -> None:
    address, data = ways(link, asked)[way]
    before = said()
    response = client.post(address, {**data, "body": body})
    assert response.status_code == 422
    assert sentence in response.text
    assert "<title>Fout: Kladje" in response.text
    assert 'role="alert"' in response.text
    assert said() == before


def test_as_much_as_is_allowed_is_kept(
    client: Client, link: ProofLink, asked: QuoteRequest
) -> None:
    for way, most in (("remark", 5_000), ("reword", 2_000)):
        address, data = ways(link, asked)[way]
        assert client.post(address, {**data, "body": "é" * most}).status_code == 302
    assert len(Remark.objects.get().text) == 5_000
    assert len(QuoteRequest.objects.get().proposal) == 2_000


def test_who_says_too_much_is_sent_to_the_editors(client: Client, link: ProofLink) -> None:
    for number in range(MOST_ANSWERS):
        link.remark(f"Opmerking {number}.")
    response = client.post(f"{link.get_absolute_url()}opmerking/", {"body": "Nog een."})
    assert response.status_code == 422
    assert "U hebt met deze link al vaak geantwoord." in response.text
    assert "Nog een.</textarea>" in response.text
    assert Remark.objects.count() == MOST_ANSWERS


@pytest.mark.parametrize("way", ["agree", "reword"])
def test_a_quote_that_was_taken_out_needs_no_answer(
    client: Client, link: ProofLink, asked: QuoteRequest, quote: PullQuote, way: str
) -> None:
    quote.delete()
    address, data = ways(link, asked)[way]
    page = client.post(address, data, follow=True)
    assert page.status_code == 200
    assert "Dit citaat staat niet meer in het artikel." in page.text


def test_a_link_answers_for_its_own_quotes_only(
    client: Client, link: ProofLink, asked: QuoteRequest, draft: Article, els: User
) -> None:
    other = ProofLink.objects.share(draft, els, "Cor Post")
    address = f"{other.get_absolute_url()}citaat/{asked.pk}/akkoord/"
    client.post(address, {"seen": WORDS})
    asked.refresh_from_db()
    assert asked.answer == "asked"
