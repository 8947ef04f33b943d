"""What a writer reads after sending: what became of it, why, and how long waiting takes."""

import re
from datetime import timedelta
from functools import partial
from html import unescape

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments import standing
from comments.judging.wording import WRITER
from comments.models import Comment, Decision, Discussion, Policy, WordRule, Writer
from comments.outcomes import Outcome, outcome_asked, waiting_sentence, waiting_time
from tests.comments.test_queries import queries
from tests.comments.threads import Talk
from tests.conftest import React, SignIn

HTMX = {"HTTP_HX_REQUEST": "true"}


def test_who_waits_reads_why_and_that_a_mail_will_come(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    page = client.post(form, sent, follow=True).text
    assert "Uw reactie wacht op goedkeuring." in page
    assert "De redactie leest alle reacties voordat wij die plaatsen." in page
    assert "U krijgt een e-mail als uw reactie op de site staat." in page


def test_who_is_refused_reads_that_and_why(
    client: Client, form: str, sent: dict[str, str], db: None
) -> None:
    WordRule.objects.create(pattern="gok*", effect="refuse")
    page = client.post(form, {**sent, "body": "Kom gokken."}, follow=True).text
    assert "Uw reactie is niet geplaatst." in page
    assert "Uw reactie bevat een woord dat wij niet plaatsen." in page
    assert Comment.objects.get().state == "refused"


def test_a_word_that_holds_is_told_as_a_word_to_read_first(
    client: Client, form: str, sent: dict[str, str], db: None
) -> None:
    WordRule.objects.create(pattern="gok*", effect="hold")
    page = client.post(form, {**sent, "body": "Kom gokken."}, follow=True).text
    assert "Uw reactie bevat een woord waardoor wij die eerst willen lezen." in page
    assert "niet plaatsen" not in page


def test_where_nobody_reads_now_the_writer_hears_when_somebody_does(
    client: Client, form: str, sent: dict[str, str], react: React, mo: User
) -> None:
    """It said that waiting takes an hour, at midnight."""
    judged(react, mo, 1, 2, 3, 4, 5)
    policy = Policy.get_solo()
    policy.keeps_hours, policy.keeps_holidays = True, False
    policy.save()
    tomorrow = (timezone.localtime() + timedelta(days=1)).weekday()
    policy.hours.create(weekday=tomorrow, opens="09:00", closes="17:00")
    page = client.post(form, sent, follow=True).text
    outcome = page[page.index('id="uitkomst"') :].partition("</div>")[0]
    assert "De redactie leest weer op" in outcome
    assert "Meestal" not in outcome


def test_a_machine_learns_nothing(client: Client, form: str, sent: dict[str, str]) -> None:
    page = client.post(form, {**sent, "website": "https://a.example"}, follow=True).text
    assert "Uw reactie wacht op goedkeuring." in page
    assert Comment.objects.get().state == "spam"


def test_who_is_published_reads_that(
    client: Client, form: str, sent: dict[str, str], db: None
) -> None:
    policy = Policy.get_solo()
    policy.mode, policy.hold_first, policy.hold_unconfirmed = Policy.Mode.AFTER, False, False
    policy.save()
    answer = client.post(form, sent, follow=True)
    assert "Uw reactie is geplaatst." in answer.text
    assert "U vindt uw reactie hieronder." in answer.text
    assert sent["body"] in answer.text


@pytest.mark.parametrize("in_place", [True, False])
def test_who_is_published_is_led_to_the_page_where_the_reaction_is(
    client: Client, form: str, sent: dict[str, str], talk: Talk, mo: User, *, in_place: bool
) -> None:
    """It once said “hieronder” on the first page of two."""
    talk("1 2 3 4 5")
    client.force_login(mo)
    if in_place:
        answer = client.post(form, {"body": sent["body"]}, **HTMX)  # type: ignore[arg-type]
        (address,) = re.findall('href="([^"]+)"', answer.text)
        address = unescape(address)
    else:
        address = client.post(form, {"body": sent["body"]}).url  # type: ignore[attr-defined]
    assert address.endswith("?reacties=2&uitkomst=geplaatst#uitkomst")
    page = client.get(address).text
    assert "U vindt uw reactie hieronder." in page
    assert 'id="reactie-6"' in page


def test_who_answers_on_the_first_page_is_led_there(
    client: Client, form: str, article: Article, talk: Talk, mo: User
) -> None:
    """Which page begins where is counted again by the reaction itself."""
    talk("1 2 3 4 5 6")
    client.force_login(mo)
    answer = client.post(f"{form}?op=1", {"body": "Dank u."})
    assert answer.url == f"{article.get_absolute_url()}?uitkomst=geplaatst#uitkomst"  # type: ignore[attr-defined]
    answer = client.post(f"{form}?op=5", {"body": "Dank u ook."})
    assert "?reacties=2&" in answer.url  # type: ignore[attr-defined]
    assert 'id="reactie-8"' in client.get(answer.url).text  # type: ignore[attr-defined]


def test_in_the_page_itself_the_same_words_come(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    answer = client.post(form, sent, **HTMX)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert 'id="uitkomst-hier" role="status" tabindex="-1" autofocus' in answer.text
    assert "De redactie leest alle reacties" in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "uitkomst=gewonnen",
        "uitkomst=wacht&waarom=<script>,Gefeliciteerd",
        "uitkomst=wacht&waarom=" + "before," * 500,
        "uitkomst=",
        "waarom=links",
    ],
)
def test_only_our_own_words_come_from_an_address(
    client: Client, article: Article, discussion: Discussion, query: str
) -> None:
    page = client.get(f"{article.get_absolute_url()}?{query}").text
    assert "<script>," not in page
    assert "Gefeliciteerd" not in page
    assert page.count("De redactie leest alle reacties voordat wij die plaatsen.") <= 1


# --- What the mailbox is asked --------------------------------------------------------------------

CONFIRM = "Hebt u uw e-mailadres nog niet bevestigd?"
FOLLOW = "Daarna houden wij u op de hoogte."


@pytest.mark.parametrize("address", ["new", "confirmed"])
@pytest.mark.parametrize(("follow", "says"), [("", CONFIRM), ("discussion", FOLLOW)])
def test_who_is_not_known_here_reads_of_a_mail_whatever_we_know_of_the_address(
    client: Client, form: str, sent: dict[str, str], follow: str, says: str, address: str
) -> None:
    """Whoever types the address of another does not learn whether we know it."""
    if address == "confirmed":
        Writer.objects.create(email=sent["email"], confirmed_at=timezone.now())
    page = client.post(form, {**sent, "follow": follow}, follow=True).text
    assert says in page
    assert (CONFIRM in page) is (says == CONFIRM)
    assert sent["email"] not in page


def test_who_is_known_here_is_asked_nothing(
    client: Client, form: str, sent: dict[str, str]
) -> None:
    writer = Writer.objects.create(email=sent["email"], confirmed_at=timezone.now())
    kept = HttpResponse()
    standing.keep(kept, writer)
    client.cookies[standing.COOKIE] = kept.cookies[standing.COOKIE].value
    page = client.post(form, {**sent, "follow": "discussion"}, follow=True).text
    assert "Uw reactie wacht op goedkeuring." in page
    assert CONFIRM not in page
    assert FOLLOW not in page


def test_who_is_refused_is_asked_nothing(client: Client, form: str, sent: dict[str, str]) -> None:
    WordRule.objects.create(pattern="gok*", effect="refuse")
    typed = {**sent, "body": "Kom gokken.", "follow": "discussion"}
    answer = client.post(form, typed)
    assert "mail=" not in answer.url  # type: ignore[attr-defined]


def test_staff_are_asked_nothing(form: str, mo: User, sign_in: SignIn) -> None:
    assert "mail=" not in sign_in(mo).post(form, {"body": "Dank u."}).url  # type: ignore[attr-defined]


@pytest.mark.parametrize("asked", ["", "onzin", "<script>", "adres,volgen", "%00"])
def test_an_address_cannot_say_what_the_mailbox_is_asked(
    client: Client, article: Article, asked: str
) -> None:
    page = client.get(article.get_absolute_url(), {"uitkomst": "wacht", "mail": asked}).text
    assert "Uw reactie wacht op goedkeuring." in page
    assert CONFIRM not in page
    assert FOLLOW not in page


# --- From and to an address -----------------------------------------------------------------------


@pytest.mark.parametrize("code", WRITER)
def test_every_reason_has_words(code: str) -> None:
    (sentence,) = Outcome("wacht", (code,)).because
    assert sentence.endswith(".")


def test_an_outcome_comes_back_from_its_own_address() -> None:
    outcome = Outcome("wacht", ("links", "word"), mail="adres")
    address = outcome.address("/artikelen/balie/")
    assert address == "/artikelen/balie/?uitkomst=wacht&waarom=links,word&mail=adres#uitkomst"
    on_page_two = outcome.address("/artikelen/balie/?reacties=2")
    for one in (address, on_page_two):
        query = QueryDict(one.partition("?")[2].partition("#")[0])
        assert outcome_asked(query) == outcome
    assert query["reacties"] == "2"


# --- How long it takes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wait", "sentence"),
    [
        (None, ""),
        (timedelta(minutes=5), "Meestal duurt dat niet langer dan 1 uur."),
        (timedelta(hours=2, minutes=10), "Meestal duurt dat niet langer dan 2 uur."),
        (timedelta(hours=23), "Meestal duurt dat niet langer dan 23 uur."),
        (timedelta(hours=26), "Meestal duurt dat niet langer dan 1 dag."),
        (timedelta(days=3), "Meestal duurt dat niet langer dan 3 dagen."),
    ],
)
def test_a_waiting_time_in_words(wait: timedelta | None, sentence: str) -> None:
    assert waiting_sentence(wait) == sentence


def judged(react: React, by: User, *hours: float) -> None:
    for hour in hours:
        comment = react(f"Na {hour} uur.", approved=False)
        created = timezone.now() - timedelta(hours=hour)
        Comment.objects.filter(pk=comment.pk).update(created_at=created)
        Comment.objects.get(pk=comment.pk).approve(by)


def test_few_decisions_tell_nothing(react: React, mo: User) -> None:
    judged(react, mo, 1, 2, 3, 4)
    assert waiting_time() is None


def test_the_middle_one_of_what_people_decided_counts(react: React, mo: User) -> None:
    judged(react, mo, 1, 2, 3, 40, 50)
    wait = waiting_time()
    assert wait is not None
    assert round(wait.total_seconds() / 3600) == 3


def test_what_the_rules_decided_does_not_count(react: React, mo: User) -> None:
    judged(react, mo, 1, 2, 3, 4)
    last = Comment.objects.order_by("-pk")[0]
    Decision.objects.create(
        discussion=last.discussion,
        comment=last,
        verb="approve",
        rule="judge",
        from_state="pending",
        to_state="published",
    )
    assert waiting_time() is None


def test_how_long_it_takes_is_asked_once_and_only_where_it_is_said(
    client: Client, article: Article, react: React, mo: User
) -> None:
    judged(react, mo, 1, 2, 3, 4, 5)
    page = article.get_absolute_url()
    client.get(page)
    without = queries(lambda: client.get(page))
    costs = {
        key: queries(partial(client.get, f"{page}?uitkomst={key}")) - without
        for key in ("wacht", "geweigerd", "geplaatst")
    }
    assert costs == {"wacht": 1, "geweigerd": 0, "geplaatst": 0}
    assert "Meestal duurt dat niet langer dan 3 uur." in client.get(f"{page}?uitkomst=wacht").text
