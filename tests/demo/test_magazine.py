"""The demo magazine holds what it promises, and loading it again harms nothing."""

from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import CharField
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from accounts.models import User
from articles.models import (
    Article,
    Author,
    Correction,
    Event,
    PullQuote,
    TextBlock,
    Tip,
    Topic,
)
from articles.proofs.panel import panel_of
from comments.models import Comment, Decision, Discussion
from comments.models.placing import DIGITS
from demo import pictures, proofs
from demo.load import load
from pages.models import HouseRules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("magazine")]


def rich() -> Article:
    return Article.objects.get(slug="als-de-zaal-leeg-is")


def test_it_has_articles_of_several_years_by_five_authors() -> None:
    years = Article.objects.visible().dates("published_at", "year")
    assert Article.objects.visible().count() >= 8
    assert len(years) >= 4
    assert Author.objects.filter(articles__in=Article.objects.visible()).distinct().count() == 5


def test_one_article_has_everything() -> None:
    article = rich()
    texts = TextBlock.objects.filter(parent=article).values_list("text_html", flat=True)
    assert len(strip_tags(" ".join(texts)).split()) > 1_800
    assert PullQuote.objects.filter(parent=article).count() == 8
    assert Tip.objects.filter(parent=article).count() == 5
    assert article.image
    assert article.series
    assert article.announcement


def test_discussions_run_from_silence_to_sixty_reactions_at_depth() -> None:
    counts = set(Discussion.objects.values_list("published_count", flat=True))
    assert 0 in counts
    assert max(counts) >= 60
    assert max(len(one.path) for one in Comment.objects.placed()) >= 4 * DIGITS


def test_one_discussion_is_closed_with_a_closing_word() -> None:
    assert Discussion.objects.filter(opening="closed").exclude(closing_word="").exists()


def test_in_one_discussion_every_reaction_waits() -> None:
    discussion = Discussion.objects.get(article__slug="vijf-minuten-voor-de-raad")
    assert set(discussion.comments.values_list("state", flat=True)) == {"pending"}


def test_one_discussion_has_every_kind_of_tombstone(client: Client) -> None:
    page = client.get("/artikelen/tien-jaar-na-de-stemming/").text
    assert "De schrijver heeft deze reactie verwijderd." in page
    assert "Deze reactie is verwijderd om juridische redenen." in page
    rules = '<a href="/huisregels/">huisregels</a>'
    assert f"Deze reactie is verwijderd. De reactie past niet bij onze {rules}." in page


def test_every_page_opens_with_as_many_reactions_as_the_counter_says(client: Client) -> None:
    for discussion in Discussion.objects.shown().filter(article__in=Article.objects.visible()):
        article, shown = discussion.article, 0
        for page in range(1, discussion.page_count + 1):
            answer = client.get(article.get_absolute_url(), {"reacties": page})
            assert answer.status_code == 200
            shown += answer.text.count('class="reaction__number"')
            shown -= answer.text.count("reaction--gone")
        assert shown == discussion.published_count


def test_every_decision_on_a_reaction_came_after_it_was_written() -> None:
    for decision in Decision.objects.exclude(comment=None).select_related("comment"):
        assert decision.comment is not None
        assert decision.at >= decision.comment.created_at


@pytest.mark.parametrize(
    "address",
    [
        "/huisregels/",
        "/huisregels/versie/1/",
        "/privacy/",
        "/toegankelijkheid/",
        "/contact/",
        "/colofon/",
        "/over/zo-werken-wij/",
    ],
)
def test_every_page_of_the_site_is_filled_in(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert len(strip_tags(answer.text).split()) > 120
    assert address == "/huisregels/versie/1/" or f'href="{address}"' in client.get("/").text


def test_readers_are_told_that_the_rules_changed() -> None:
    rules = HouseRules.the_one()
    assert 7 <= rules.rules.filter(retired=False).count() <= 9
    assert rules.changed_recently(timezone.now())


def test_loading_again_keeps_what_was_written() -> None:
    article = rich()
    Article.objects.filter(pk=article.pk).update(title="Anders")
    User.objects.get(username="redactie").set_password("eigen")
    before = Comment.objects.count(), Article.objects.count(), User.objects.count()
    Topic.objects.filter(name="column").update(description="Eigen woorden.")
    assert list(load()) == []
    assert Topic.objects.get(name="column").description == "Eigen woorden."
    assert Correction.objects.count() == 1
    assert article.events.filter(verb=Event.Verb.FEATURED).count() == 1
    assert (Comment.objects.count(), Article.objects.count(), User.objects.count()) == before
    assert rich().title == "Anders"


def test_the_front_page_is_headed_by_what_the_editors_chose(client: Client) -> None:
    page = client.get("/")
    assert page.context["articles"][0] == rich()
    assert len(page.context["reactions"]) == 5


def test_every_list_has_something_in_it(client: Client) -> None:
    series = client.get("/reeksen/na-afloop/").text
    assert "Binnenkort:" in series
    for address in ("/onderwerpen/participatie/", "/auteurs/hanne-dijkgraaf/", "/archief/2019/11/"):
        assert 'class="card"' in client.get(address).text
    for address in ("/onderwerpen/", "/auteurs/", "/reeksen/", "/archief/", "/archief/2019/"):
        assert 'class="entry"' in client.get(address).text


def test_one_article_was_corrected_and_one_was_translated(client: Client) -> None:
    corrected = client.get("/artikelen/hoe-lang-wacht-u-op-antwoord/").text
    assert "Gecorrigeerd op" in corrected
    assert 'hreflang="en"' in client.get("/artikelen/twee-stoelen/").text
    assert "Dit artikel is er ook in het Nederlands." in client.get("/artikelen/two-chairs/").text


def test_the_words_of_every_article_are_counted() -> None:
    assert not Article.objects.filter(word_count=0).exists()
    assert rich().word_count > 1_800


@pytest.mark.parametrize("name", ["redactie", "auteur", "moderator"])
def test_there_is_work_on_the_desk_of_each(client: Client, name: str) -> None:
    client.force_login(User.objects.get(username=name))
    contexts: Any = client.get("/beheer/").context
    panels = [panel for context in contexts for panel in context.get("panels", ())]
    assert panels
    assert all(panel.number for panel in panels)


@pytest.mark.parametrize("name", ["redactie", "auteur", "moderator"])
def test_the_demo_users_can_sign_in(client: Client, name: str) -> None:
    assert client.login(username=name, password="grensvlak-demo")


def test_a_picture_is_the_same_each_time_it_is_drawn() -> None:
    assert pictures.jpeg(pictures.portrait(1)) == pictures.jpeg(pictures.portrait(1))


def test_there_is_no_picture_of_what_nobody_drew() -> None:
    with pytest.raises(KeyError):
        pictures.scene("kasteel")


def test_one_draft_is_with_the_editors_and_was_read_before(client: Client) -> None:
    article = Article.objects.get(slug="de-brug-die-niet-open-wil")
    assert article.state_label() == "ter beoordeling"
    panel = panel_of(article, timezone.now())
    assert [one.consent for one in panel.quotes] == ["agreed", "reworded", "asked"]
    assert sum(one.link.remarks.count() for one in panel.links) == 1
    assert client.get(proofs.address()).status_code == 200


def test_the_welcome_says_where_a_guest_reads(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("welcome", "8123")
    assert f"http://127.0.0.1:8123{proofs.address()}" in capsys.readouterr().out


def test_no_text_is_longer_than_its_column() -> None:
    """SQLite does not mind; PostgreSQL refused the whole demo for one telephone number."""
    too_long = [
        f"{field}: {value}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, CharField) and field.max_length
        for value in model._base_manager.values_list(field.attname, flat=True)
        if value and len(value) > field.max_length
    ]
    assert too_long == []
