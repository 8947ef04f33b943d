"""How reacting is closed and opened at the desk: from lists and from pages, of one and of many."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Decision, Discussion, Policy
from tests.conftest import Publish, SignIn

LIST = "/beheer/comments/discussion/"
PAST = "Kies een tijd in de toekomst, of laat dit leeg."
WORD = {"word": "Dank u wel."}


@pytest.fixture
def desk(sign_in: SignIn, mo: User) -> Client:
    """Mo's browser."""
    return sign_in(mo)


@pytest.fixture
def bulk(desk: Client) -> Callable[..., Any]:
    """Does an act to many, from the list."""

    def send(name: str, *articles: Article, **data: str) -> Any:
        chosen = {"action": name, "_selected_action": [one.pk for one in articles]}
        return desk.post(LIST, {**chosen, **data}, follow=True)

    return send


def at(moment: datetime) -> dict[str, str]:
    local = timezone.localtime(moment)
    return {"at_0": f"{local:%d-%m-%Y}", "at_1": f"{local:%H:%M:%S}"}


def stored(article: Article) -> Discussion:
    return Discussion.objects.get(pk=article.pk)


def test_every_article_has_a_discussion_in_the_list(desk: Client, publish: Publish) -> None:
    articles = [publish(f"Artikel {n}") for n in range(3)]
    assert not Discussion.objects.exists()
    page = desk.get(LIST)
    assert {one.article for one in page.context["cl"].result_list} == set(articles)
    assert not Decision.objects.exists()


def test_a_discussion_nobody_touched_has_a_page(desk: Client, article: Article) -> None:
    page = desk.get(f"{LIST}{article.pk}/change/").text
    assert "../sluiten/" in page
    assert "../verbergen/" in page
    assert "../heropenen/" not in page


@pytest.mark.parametrize(("words", "found"), [("BALIE", 1), ("brug", 1), ("xyz", 0)])
def test_discussions_are_found_by_title(
    desk: Client, publish: Publish, words: str, found: int
) -> None:
    publish("Aan de balie")
    publish("Onder de brug")
    assert desk.get(LIST, {"q": words}).context["cl"].result_count == found


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ("open", {"Open"}),
        ("gesloten", {"Gesloten", "Verborgen"}),
        ("onzin", {"Open", "Gesloten", "Verborgen"}),
    ],
)
def test_the_list_can_be_narrowed_to_what_is_open(
    desk: Client, publish: Publish, mo: User, chosen: str, titles: set[str]
) -> None:
    publish("Open")
    Discussion.objects.of(publish("Gesloten")).close(mo)
    Discussion.objects.of(publish("Verborgen")).hide(mo)
    page = desk.get(LIST, {"reageren": chosen})
    assert {one.article.title for one in page.context["cl"].result_list} == titles


def test_closing_from_the_list(desk: Client, article: Article, bulk: Callable[..., Any]) -> None:
    asked = bulk("sluiten", article)
    assert asked.status_code == 200
    assert "Slotbericht (optioneel)" in asked.text
    assert not Decision.objects.exists()
    answer = bulk("sluiten", article, confirmed="1", **WORD)
    assert "Reageren sluiten: 1 gedaan." in answer.text
    assert (stored(article).opening, stored(article).closing_word) == ("closed", "Dank u wel.")


def test_closing_many_leaves_what_was_closed_as_it_was(
    publish: Publish, mo: User, els: User, bulk: Callable[..., Any]
) -> None:
    articles = [publish(f"Artikel {n}") for n in range(3)]
    Discussion.objects.of(articles[0]).close(els, "Mijn slotbericht.")
    answer = bulk("sluiten", *articles, confirmed="1", **WORD)
    assert "Reageren sluiten: 2 gedaan." in answer.text
    assert "Artikel 0: is al gesloten" in answer.text
    assert stored(articles[0]).closing_word == "Mijn slotbericht."
    assert stored(articles[0]).closed_by == els
    assert {stored(one).closed_by for one in articles[1:]} == {mo}
    assert Decision.objects.filter(by=mo).count() == 2


def test_closing_from_the_discussion_s_page(
    desk: Client, client: Client, article: Article, mo: User
) -> None:
    page = f"{LIST}{article.pk}/"
    answer = desk.post(f"{page}sluiten/", WORD)
    assert answer.url == f"{page}change/"  # type: ignore[attr-defined]
    assert stored(article).closed_by == mo
    seen = client.get(article.get_absolute_url()).text
    assert "Reageren is gesloten." in seen
    assert "Dank u wel." in seen
    assert "../heropenen/" in desk.get(f"{page}change/").text


def test_closing_from_the_article_s_page_leads_back_there(
    sign_in: SignIn, els: User, article: Article
) -> None:
    desk, page = sign_in(els), f"/beheer/articles/article/{article.pk}/change/"
    before = desk.get(page).text
    address = f"{LIST}{article.pk}/sluiten/?next={page}"
    assert "Reageren: open" in before
    assert f'href="{address}"' in before
    assert f'name="next" value="{page}"' in desk.get(address).text
    answer = desk.post(f"{LIST}{article.pk}/sluiten/", {**WORD, "next": page})
    assert answer.url == page  # type: ignore[attr-defined]
    after = desk.get(page).text
    assert "Reageren: gesloten" in after
    assert f"{LIST}{article.pk}/heropenen/?next={page}" in after


@pytest.mark.parametrize("elsewhere", ["https://elders.voorbeeld/", "//elders.voorbeeld", "\\\\x"])
def test_the_way_back_stays_on_the_site(desk: Client, article: Article, elsewhere: str) -> None:
    answer = desk.post(f"{LIST}{article.pk}/sluiten/", {"next": elsewhere})
    assert answer.url == f"{LIST}{article.pk}/change/"  # type: ignore[attr-defined]


def test_reopening(desk: Client, client: Client, article: Article, mo: User) -> None:
    Discussion.objects.of(article).close(mo, "Dank u wel.")
    desk.post(f"{LIST}{article.pk}/heropenen/")
    assert stored(article).is_open_now()
    page = client.get(article.get_absolute_url()).text
    assert "Geef een reactie" in page
    assert "Dank u wel." not in page
    decision = Decision.objects.first()
    assert decision
    assert (decision.by, decision.from_state, decision.to_state) == (mo, "closed", "open")


def test_a_moderator_opens_what_the_policy_closed(desk: Client, article: Article) -> None:
    Policy(closes_after_days=0).save()
    assert "../heropenen/" in desk.get(f"{LIST}{article.pk}/change/").text
    desk.post(f"{LIST}{article.pk}/heropenen/")
    assert stored(article).is_open_now()


def test_closing_at_a_time_to_come(desk: Client, client: Client, article: Article) -> None:
    moment = (timezone.now() + timedelta(days=2)).replace(microsecond=0)
    desk.post(f"{LIST}{article.pk}/sluiten/", {**WORD, **at(moment)})
    assert stored(article).closes_at == moment
    assert stored(article).is_open_at(moment - timedelta(seconds=1), Policy())
    assert not stored(article).is_open_at(moment, Policy())
    evidence = Decision.objects.get().evidence
    assert datetime.fromisoformat(evidence["closes_at"]) == moment
    assert "U kunt reageren tot" in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        (at(timezone.now() - timedelta(minutes=1)), PAST),
        ({"at_0": "1-1-2018", "at_1": "12:00"}, PAST),
        ({"at_0": "31-02-2099", "at_1": "12:00"}, "geldige datum"),
        ({"at_0": "1-1-2099", "at_1": "25:00"}, "geldige tijd"),
        ({"at_0": "1-1-2099", "at_1": ""}, "geldige tijd"),
        ({"word": "x" * 5_001}, "5000 tekens"),
    ],
)
def test_a_closing_that_cannot_be_is_refused_with_what_was_typed(
    desk: Client, article: Article, when: dict[str, str], sentence: str
) -> None:
    typed = {**WORD, **when}
    answer = desk.post(f"{LIST}{article.pk}/sluiten/", typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert all(value in answer.text for value in typed.values())
    assert not Decision.objects.exists()


def test_hiding_and_showing_again(
    desk: Client, client: Client, article: Article, bulk: Callable[..., Any]
) -> None:
    bulk("verbergen", article)
    assert 'id="reacties"' not in client.get(article.get_absolute_url()).text
    bulk("heropenen", article)
    assert 'id="reacties"' in client.get(article.get_absolute_url()).text


def test_the_page_of_a_discussion_tells_what_was_decided(
    desk: Client, article: Article, els: User
) -> None:
    Discussion.objects.of(article).close(els, "Mijn slotbericht.")
    page = desk.get(f"{LIST}{article.pk}/change/").text
    assert "volgens het beleid" in page
    assert "gesloten" in page
    assert "Mijn slotbericht." in page


def test_a_closing_word_is_seen_before_it_is_there(desk: Client, article: Article) -> None:
    address = f"{LIST}{article.pk}/sluiten/"
    typed = {"word": "Zie reactie 99. <b>Dank.</b>", "preview": "Voorbeeld bekijken"}
    answer = desk.post(address, typed)
    assert answer.status_code == 200
    assert "<p>Zie reactie 99. &lt;b&gt;Dank.&lt;/b&gt;</p>" in answer.text
    assert "Reactie 99 bestaat niet in deze discussie." in answer.text
    assert answer.text.count("Zie reactie 99.") == 2  # and still in the form
    assert not Decision.objects.exists()
    assert stored(article).closing_word == ""


def test_a_preview_is_for_who_may_close(sign_in: SignIn, ada: User, article: Article) -> None:
    answer = sign_in(ada).post(f"{LIST}{article.pk}/sluiten/", {"word": "x", "preview": "1"})
    assert answer.status_code == 403


def test_a_preview_of_what_cannot_be_says_why(desk: Client, article: Article) -> None:
    answer = desk.post(f"{LIST}{article.pk}/sluiten/", {"word": "x" * 5_001, "preview": "1"})
    assert answer.status_code == 422
    assert "5000 tekens" in answer.text
    assert "Zo lezen anderen het slotbericht" not in answer.text


def test_many_have_no_preview(article: Article, bulk: Callable[..., Any]) -> None:
    """Their words would be about different reactions."""
    assert 'name="preview"' not in bulk("sluiten", article).text


def test_the_list_shows_and_narrows_how_each_is_moderated(
    desk: Client, publish: Publish, mo: User
) -> None:
    publish("Gewoon")
    Discussion.objects.of(publish("Traag")).slow_down(mo, 15)
    Discussion.objects.of(publish("Achteraf")).moderate(mo, Policy.Mode.AFTER)
    for asked, titles in (
        ({"tempo": "vertraagd"}, {"Traag"}),
        ({"mode__exact": "after"}, {"Achteraf"}),
        ({"tempo": "onzin"}, {"Gewoon", "Traag", "Achteraf"}),
    ):
        page = desk.get(LIST, asked)
        assert {one.article.title for one in page.context["cl"].result_list} == titles
    shown = desk.get(LIST).text
    assert '<td class="field-unlike_policy">eens per 15 minuten</td>' in shown
    assert "plaatsen, daarna lezen" in shown


def test_many_are_slowed_down_at_once(publish: Publish, bulk: Callable[..., Any]) -> None:
    articles = [publish(f"Artikel {n}") for n in range(2)]
    bulk("vertragen", *articles, confirmed="1", minutes="5")
    assert [stored(one).slow_minutes for one in articles] == [5, 5]


NAMES = ["sluiten", "heropenen", "verbergen", "slotbericht", "vertragen", "modereren"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("who", "status"), [("ada", 403), ("niemand", 302)])
def test_only_who_may_closes(
    client: Client, ada: User, article: Article, who: str, status: int, name: str
) -> None:
    if who == "ada":
        client.force_login(ada)
    assert client.get(f"{LIST}{article.pk}/{name}/").status_code == status
    assert client.post(f"{LIST}{article.pk}/{name}/", WORD).status_code == status
    assert not Decision.objects.exists()
