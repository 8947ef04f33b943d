"""Anybody can report a reaction that they see, once, and gets a number."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Notice, Writer
from comments.reporting import pace
from comments.standing import keep
from mailing.models import Mail
from tests.comments.reports import LAW, by_law, by_rules, report
from tests.comments.test_token import token_in
from tests.conftest import React, SignIn, first_visit

ALREADY = "U hebt deze reactie al gemeld."
WHY = {"explanation": "Dit is reclame."}


@pytest.fixture
def reaction(react: React) -> Comment:
    """Rik’s, published."""
    return react("Koop nu *mijn* boek.")


def pages(comment: Comment) -> list[str]:
    return [f"/reacties/{comment.pk}/melden/", by_rules(comment), by_law(comment)]


def from_elsewhere(number: int = 7) -> Client:
    """A reader at another connection."""
    return Client(REMOTE_ADDR=f"192.0.2.{number}")


def test_each_reaction_that_is_seen_leads_to_reporting_it(
    client: Client, article: Article, reaction: Comment
) -> None:
    page = client.get(article.get_absolute_url()).text
    assert re.search(rf'<a href="/reacties/{reaction.pk}/melden/" rel="nofollow">Melden<span', page)
    assert client.cookies == {}


def test_there_are_two_ways_from_there(client: Client, reaction: Comment) -> None:
    page = client.get(f"/reacties/{reaction.pk}/melden/").text
    assert f'href="{by_rules(reaction)}"' in page
    assert f'href="{by_law(reaction)}"' in page
    assert "<em>mijn</em>" in page


@pytest.mark.parametrize("number", [0, 1, 2])
def test_reporting_is_not_for_search_engines_nor_for_caches(
    client: Client, reaction: Comment, number: int
) -> None:
    answer = client.get(pages(reaction)[number])
    assert '<meta name="robots" content="noindex">' in answer.text
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("who", ["rik", "ada", "els", "mo"])
def test_anybody_can(
    client: Client,
    reaction: Comment,
    sign_in: SignIn,
    who: str,
    ada: User,
    els: User,
    mo: User,
) -> None:
    browser = {"ada": ada, "els": els, "mo": mo}.get(who)
    reader = sign_in(browser) if browser else client
    assert [reader.get(page).status_code for page in pages(reaction)] == [200, 200, 200]
    assert reader.post(by_rules(reaction), WHY).status_code == 302


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_another_method_is_refused(client: Client, reaction: Comment, method: str) -> None:
    for page in pages(reaction):
        assert getattr(client, method)(page).status_code == 405
    assert client.post(pages(reaction)[0]).status_code == 405


def test_what_is_not_there_cannot_be_reported(client: Client, react: React, mo: User) -> None:
    waits, removed = react("Wacht.", approved=False), react("Weg.")
    removed.remove(mo, "offensive")
    for status, comment in ((404, waits), (410, removed), (404, Comment(pk=10**17))):
        assert [client.get(page).status_code for page in pages(comment)] == [status] * 3
        assert client.post(by_rules(comment), WHY).status_code == status
    assert not Notice.objects.exists()


def test_what_stands_under_a_hidden_discussion_cannot_be_reported(
    client: Client, reaction: Comment, discussion: Discussion, mo: User
) -> None:
    discussion.hide(mo)
    assert client.post(by_rules(reaction), WHY).status_code == 404
    assert not Notice.objects.exists()


def test_a_reaction_that_goes_while_somebody_types_is_gone(
    client: Client, reaction: Comment, mo: User
) -> None:
    client.get(by_law(reaction))
    reaction.remove(mo, "offensive")
    assert client.post(by_law(reaction), LAW).status_code == 410
    assert not Notice.objects.exists()


def test_who_reports_gets_a_number(client: Client, reaction: Comment) -> None:
    answer = client.post(by_law(reaction), LAW, follow=True)
    reference = Notice.objects.get().reference
    assert re.fullmatch(r"M-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", reference)
    assert answer.redirect_chain == [(f"/meldingen/{reference}/?mail", 302)]
    assert f"Uw meldingsnummer is {reference}." in answer.text
    assert "U krijgt een bevestiging per e-mail." in answer.text


def test_a_report_hides_nothing(client: Client, article: Article, reaction: Comment) -> None:
    for number in range(12):
        assert from_elsewhere(number).post(by_rules(reaction), WHY).status_code == 302
    assert reaction.notices.count() == 12
    assert "Koop nu" in client.get(article.get_absolute_url()).text


# --- Once ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("email", ["", "bo@voorbeeld.nl"])
def test_who_reports_again_reads_the_number_of_before(
    client: Client, reaction: Comment, email: str
) -> None:
    client.post(by_rules(reaction), WHY | {"email": email})
    again = client.post(by_rules(reaction), WHY | {"email": email.upper()})
    assert again.status_code == 409
    assert ALREADY in again.text
    assert Notice.objects.get().reference in again.text


def test_the_other_way_is_no_second_report(client: Client, reaction: Comment) -> None:
    client.post(by_rules(reaction), WHY | {"email": LAW["email"]})
    assert client.post(by_law(reaction), LAW).status_code == 409


def test_another_reaction_is_another_report(
    client: Client, reaction: Comment, react: React
) -> None:
    client.post(by_rules(reaction), WHY)
    assert client.post(by_rules(react("En nog een boek.")), WHY).status_code == 302


def test_people_on_one_connection_each_report_with_an_address_of_their_own(
    client: Client, reaction: Comment
) -> None:
    for email in ("bo@voorbeeld.nl", "an@voorbeeld.nl"):
        assert client.post(by_rules(reaction), WHY | {"email": email}).status_code == 302
    assert Notice.objects.count() == 2


def test_who_types_the_address_of_another_does_not_learn_whether_that_one_reported(
    client: Client, reaction: Comment
) -> None:
    client.post(by_law(reaction), LAW)
    first = Notice.objects.get()
    curious = from_elsewhere()
    answers = [
        curious.post(by_law(reaction), LAW | {"email": email}, follow=True)
        for email in ("bo@voorbeeld.nl", "an@voorbeeld.nl")
    ]
    seen = [
        re.sub(r"M-\w{4}-\w{4}", "", re.sub(r"<time.*?</time>", "", answer.text))
        for answer in answers
    ]
    assert seen[0] == seen[1]
    assert first.reference not in answers[0].text
    assert Notice.objects.by("bo@voorbeeld.nl").get() == first


def test_the_owner_of_that_address_is_told(client: Client, reaction: Comment) -> None:
    client.post(by_law(reaction), LAW)
    from_elsewhere().post(by_law(reaction), LAW)
    first, second = Notice.objects.order_by("pk")
    told = Mail.objects.filter(to="bo@voorbeeld.nl", kind="notice_received").order_by("pk")
    assert [mail.subject for mail in told] == [
        f"Wij hebben uw melding ontvangen ({first.reference})"
    ] * 2
    assert second.reference not in told[0].text
    assert second.reference in told[1].text
    assert "Deed u dat niet zelf?" in told[1].text
    assert second.notifier_email == ""


def test_who_proved_to_have_the_mailbox_is_known_anywhere(
    client: Client, reaction: Comment
) -> None:
    client.post(by_law(reaction), LAW)
    bo, answer = from_elsewhere(), HttpResponse()
    keep(answer, Writer.objects.create(email="bo@voorbeeld.nl", confirmed_at=timezone.now()))
    bo.cookies.load(answer.cookies)
    again = bo.post(by_law(reaction), LAW)
    assert again.status_code == 409
    assert Notice.objects.get().reference in again.text


# --- Not too often, and with a token ------------------------------------------------------------


def test_the_eleventh_within_an_hour_waits_and_keeps_its_text(
    client: Client, react: React, reaction: Comment
) -> None:
    for number in range(10):
        reported = react(f"Reclame {number}.", email=f"r{number}@voorbeeld.nl")
        assert client.post(by_rules(reported), WHY).status_code == 302
    answer = client.post(by_rules(reaction), WHY)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 3600
    assert "U verstuurt meldingen te snel achter elkaar." in answer.text
    assert "Dit is reclame." in answer.text
    assert not reaction.notices.exists()
    assert from_elsewhere().post(by_rules(reaction), WHY).status_code == 302


def test_an_hour_later_there_is_room_again(db: None) -> None:
    now = timezone.now().replace(minute=50, second=0, microsecond=0)
    waits = [pace.wait_of("client", now) for _ in range(12)]
    assert waits == [0] * 10 + [600, 600]
    assert pace.wait_of("client", now + timedelta(minutes=10)) == 0


@pytest.mark.parametrize("address", [by_rules, by_law])
def test_without_a_good_token_nothing_typed_is_lost(
    strict: Client, reaction: Comment, address: Callable[[Comment], str]
) -> None:
    typed = LAW | {"csrfmiddlewaretoken": "x"}
    answer = strict.post(address(reaction), typed)
    assert answer.status_code == 403
    assert "Dit formulier is verlopen." in answer.text
    assert LAW["explanation"] in answer.text
    assert not Notice.objects.exists()
    fresh = LAW | {"csrfmiddlewaretoken": token_in(answer.text)}
    assert strict.post(address(reaction), fresh).status_code == 302


def test_without_a_token_what_is_gone_is_gone(strict: Client, reaction: Comment, mo: User) -> None:
    reaction.remove(mo, "offensive")
    assert strict.post(by_law(reaction), LAW).status_code == 410


# --- The page with the number -------------------------------------------------------------------


def test_with_the_number_anybody_reads_how_it_stands_and_not_who_reported(
    client: Client, reaction: Comment, mo: User
) -> None:
    notice = report(reaction, "bo@voorbeeld.nl", notifier_name="Bo de Wit", explanation="Reclame!")
    address = notice.get_absolute_url()
    assert "Ontvangen" in client.get(address).text
    notice.dismiss(mo, "Een boek noemen mag.")
    answer = client.get(address)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer.headers["Cache-Control"]
    for sentence in ("Wij laten de reactie staan.", "Een boek noemen mag.", "Een mens nam"):
        assert sentence in answer.text
    for secret in ("bo@voorbeeld.nl", "Bo de Wit", "Reclame!", "Koop nu", "Mo Karimi"):
        assert secret not in answer.text


@pytest.mark.parametrize("reference", ["M-2222-2222", "1", "a" * 300])
def test_a_number_that_was_never_given_leads_nowhere(
    client: Client, reaction: Comment, reference: str
) -> None:
    report(reaction)
    assert client.get(f"/meldingen/{reference}/").status_code == 404


def test_the_page_with_the_number_is_only_to_read(client: Client, reaction: Comment) -> None:
    assert client.post(report(reaction).get_absolute_url()).status_code == 405


def test_the_page_does_not_lead_to_an_article_that_is_gone(
    client: Client, article: Article, reaction: Comment
) -> None:
    address = report(reaction).get_absolute_url()
    assert article.get_absolute_url() in client.get(address).text
    Article.objects.update(state="draft")
    assert article.get_absolute_url() not in client.get(address).text


def test_no_page_takes_many_queries(client: Client, reaction: Comment) -> None:
    first_visit()
    for address in (*pages(reaction), report(reaction).get_absolute_url()):
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        assert len(captured) <= 7, address
