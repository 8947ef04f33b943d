"""At the desk: who makes and ends a link, and what the editors see of the answers."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from accounts.models import User
from articles.models import Article, ProofLink, PullQuote, QuoteRequest
from tests.articles.proofs.conftest import OTHER_WORDS, WORDS, Enter, change
from tests.desk.messages import said

STANDING = re.compile(r'class="consent consent--(\w+)"')


def at(article: Article, act: str = "change") -> str:
    return f"/beheer/articles/article/{article.pk}/{act}/"


def panel(client: Client, article: Article) -> str:
    return str(client.get(at(article)).text)


# --- To make a link ---------------------------------------------------------------------------


def test_a_link_is_made_for_somebody_and_its_address_shown(
    enter: Enter, draft: Article, quote: PullQuote
) -> None:
    els = enter("els")
    assert "Voor wie?" in els.get(at(draft, "proeflezen")).text
    answer = els.post(at(draft, "proeflezen"), {"reader": "Ina Vos", "quotes": [quote.pk]})
    assert answer.headers["Location"] == f"{at(draft)}#proeflezen"
    assert said(answer)[0][0] == "success"
    link = ProofLink.objects.get()
    assert (link.reader, link.made_by.username) == ("Ina Vos", "els")
    assert [one.quote for one in link.quotes.all()] == [quote]
    page = panel(els, draft)
    assert f'value="http://testserver{link.get_absolute_url()}"' in page
    valid = timezone.localtime(link.expires_at).strftime("%H:%M (Europe/Amsterdam)")
    assert valid in page


def test_behind_https_the_address_is_one_of_https(enter: Enter, draft: Article) -> None:
    els = enter("els")
    els.post(at(draft, "proeflezen"), {"reader": "Ina Vos"})
    page = els.get(at(draft), secure=True).text
    assert f'value="https://testserver{ProofLink.objects.get().get_absolute_url()}"' in page


def test_who_is_quoted_finds_the_own_quotes_ticked(
    enter: Enter, draft: Article, quote: PullQuote
) -> None:
    els = enter("els")
    assert '<a href="../proeflezen/?voor=Ina%20Vos">Vraag Ina Vos</a>' in panel(els, draft)
    page = els.get(at(draft, "proeflezen"), {"voor": "Ina Vos"}).text
    assert re.findall(r'name="quotes" value="(\d+)"[^>]*checked', page) == [str(quote.pk)]
    assert 'value="Ina Vos"' in page
    assert " checked" not in els.get(at(draft, "proeflezen")).text


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Vul in voor wie de link is."),
        ({"reader": " \u200b"}, "Vul in voor wie de link is."),
        ({"reader": "a" * 121}, "Gebruik voor de naam maximaal 120 tekens."),
        ({"reader": "Ina\nVos"}, "Zet dit op één regel."),
        ({"reader": "Ina", "quotes": ["999999"]}, "staat niet meer in het artikel"),
        ({"reader": "Ina", "quotes": ["abc"]}, "Een van de citaten bestaat niet."),
    ],
)
def test_a_link_for_nobody_or_about_nothing_is_asked_again(
    enter: Enter, draft: Article, form: dict[str, str], sentence: str
) -> None:
    answer = enter("els").post(at(draft, "proeflezen"), form)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not ProofLink.objects.exists()


def test_a_quote_of_another_article_is_not_put_before_anybody(
    enter: Enter, draft: Article, article: Article
) -> None:
    other = PullQuote.objects.create(parent=article, region="main", ordering=9, name="X", quote="Y")
    answer = enter("els").post(at(draft, "proeflezen"), {"reader": "X", "quotes": [other.pk]})
    assert answer.status_code == 422
    assert not QuoteRequest.objects.exists()


# --- Who may ------------------------------------------------------------------------------------

#: Who asks: what the four addresses answer for ada's draft, and once it is with the editors.
MAY = {
    "els": ((200, 302, 302, 302), (200, 302, 302, 302)),
    # Who made the link can end it also when the article is no longer hers to edit.
    "ada": ((200, 302, 302, 302), (403, 403, 403, 302)),
    "bob": ((404, 404, 404, 404), (404, 404, 404, 404)),
    "mo": ((403, 403, 403, 403), (403, 403, 403, 403)),
    "gast": ((403, 403, 403, 403), (403, 403, 403, 403)),
    "niemand": ((302, 302, 302, 302), (302, 302, 302, 302)),
}


@pytest.mark.parametrize("submitted", [False, True])
@pytest.mark.parametrize("who", MAY)
def test_each_address_is_for_who_may(
    enter: Enter, draft: Article, asked: QuoteRequest, ada: User, who: str, submitted: bool
) -> None:
    asked.reword(OTHER_WORDS, WORDS)
    if submitted:
        draft.submit(ada)
    client = enter(who)
    answers = (
        client.get(at(draft, "proeflezen")),
        client.post(at(draft, "proeflezen"), {"reader": "Cor Post"}),
        client.post(at(draft, f"woorden/{asked.pk}/overnemen"), {"seen": OTHER_WORDS}),
        client.post(at(draft, f"links/{asked.link_id}/intrekken")),
    )
    expected = MAY[who][submitted]
    assert tuple(answer.status_code for answer in answers) == expected
    may = [status == 302 and who != "niemand" for status in expected]
    assert ProofLink.objects.filter(reader="Cor Post").exists() is may[1]
    assert PullQuote.objects.filter(quote=OTHER_WORDS).exists() is may[2]
    assert ProofLink.objects.filter(withdrawn_at=None, reader="Ina Vos").exists() is not may[3]


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_a_link_ends_and_words_are_adopted_by_post_only(
    enter: Enter, draft: Article, asked: QuoteRequest, method: str
) -> None:
    client = enter("els")
    for act in (f"links/{asked.link_id}/intrekken", f"woorden/{asked.pk}/overnemen"):
        assert getattr(client, method)(at(draft, act)).status_code == 405
    assert client.put(at(draft, "proeflezen")).status_code == 405


def test_a_forged_request_is_refused(enter: Enter, draft: Article, asked: QuoteRequest) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = enter("els").cookies
    for act in ("proeflezen", f"links/{asked.link_id}/intrekken", f"woorden/{asked.pk}/overnemen"):
        assert client.post(at(draft, act), {"reader": "Cor"}).status_code == 403


def test_what_belongs_to_another_article_is_not_found(
    enter: Enter, article: Article, asked: QuoteRequest
) -> None:
    for act in (f"links/{asked.link_id}/intrekken", f"woorden/{asked.pk}/overnemen"):
        assert enter("els").post(at(article, act)).status_code == 404
    assert ProofLink.objects.get().withdrawn_at is None


# --- What the editors see -----------------------------------------------------------------------


def test_the_editors_see_per_quote_how_it_stands(
    enter: Enter, draft: Article, asked: QuoteRequest, quote: PullQuote
) -> None:
    els = enter("els")
    assert STANDING.findall(panel(els, draft)) == ["asked", "not_asked"]
    asked.agree(WORDS)
    assert STANDING.findall(panel(els, draft)) == ["agreed", "not_asked"]
    change(quote, OTHER_WORDS)
    page = panel(els, draft)
    assert STANDING.findall(page) == ["agreed_earlier", "not_asked"]
    assert "akkoord met eerdere woorden" in page
    asked.reword("<i>Ik hoor.</i>", OTHER_WORDS)
    page = panel(els, draft)
    assert STANDING.findall(page) == ["reworded", "not_asked"]
    assertInHTML("<blockquote><p>&lt;i&gt;Ik hoor.&lt;/i&gt;</p></blockquote>", page)
    answer = els.post(at(draft, f"woorden/{asked.pk}/overnemen"), {"seen": "<i>Ik hoor.</i>"})
    assert said(answer) == [("success", "De woorden van Ina Vos staan nu in het artikel.")]
    page = panel(els, draft)
    assert STANDING.findall(page) == ["agreed", "not_asked"]
    assert "overnemen/" not in page


def test_a_quote_in_the_panel_leads_to_its_block(
    enter: Enter, draft: Article, link: ProofLink
) -> None:
    page = panel(enter("els"), draft)
    for number in range(2):
        assert f'href="#articles_pullquote_set-{number}"' in page
        assert f'id="articles_pullquote_set-{number}"' in page


def test_remarks_are_shown_as_text_with_their_date(
    enter: Enter, draft: Article, link: ProofLink
) -> None:
    link.remark("<script>alert(1)</script>")
    page = panel(enter("els"), draft)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert timezone.localtime().strftime("Opmerking op %-d ") in page


def test_a_link_that_ended_shows_no_address(enter: Enter, draft: Article, link: ProofLink) -> None:
    els = enter("els")
    assert "nog geen antwoord" in panel(els, draft)
    answer = els.post(at(draft, f"links/{link.pk}/intrekken"))
    assert said(answer) == [("success", "De link voor Ina Vos is ingetrokken.")]
    page = panel(els, draft)
    assert "ingetrokken op" in page
    assert link.token not in page
    assert "/intrekken/" not in page
    answer = els.post(at(draft, f"links/{link.pk}/intrekken"))
    assert said(answer) == [("warning", "Ina Vos: was al ingetrokken")]
    ProofLink.objects.update(withdrawn_at=None, expires_at=timezone.now() - timedelta(days=1))
    page = panel(els, draft)
    assert "verlopen op" in page
    assert link.token not in page


@pytest.mark.parametrize(("who", "told"), [("els", True), ("ada", True), ("mo", False)])
def test_what_was_said_in_confidence_is_for_editors_and_the_author(
    enter: Enter, draft: Article, link: ProofLink, who: str, told: bool
) -> None:
    link.remark("In vertrouwen.")
    page = panel(enter(who), draft)
    assert ("In vertrouwen." in page) is told
    assert (link.token in page) is told


def test_a_new_article_has_no_panel(enter: Enter) -> None:
    page = enter("els").get("/beheer/articles/article/add/").text
    assert 'id="proeflezen"' not in page
    assert "../voorbeeld/" not in page


def test_the_panel_takes_as_many_queries_for_many_answers_as_for_one(
    enter: Enter, draft: Article, quote: PullQuote, link: ProofLink, els: User
) -> None:
    client, taken = enter("els"), []
    link.remark("Eerste.")
    panel(client, draft)  # the first page also looks up what is asked once per process
    for links in (0, 10):
        for number in range(links):
            more = ProofLink.objects.share(draft, els, f"Lezer {number}", [quote])
            more.remark("Nog een.")
            more.quotes.get().agree(WORDS)
        with CaptureQueriesContext(connection) as queries:
            assert panel(client, draft).count("Opmerking op") == links + 1
        taken.append(len(queries))
    assert taken[0] == taken[1]
