"""Tip and reaction lead to each other."""

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Event, TextBlock, Tip
from articles.versions import versions_of
from comments.consent import consent_path
from comments.models import Adoption, Comment
from tests.comments.adopting.pages import TEXT, page_of
from tests.comments.test_queries import queries
from tests.conftest import React, SignIn, first_visit


def test_tip_and_reaction_lead_to_each_other(
    client: Client, article: Article, agreed: Adoption
) -> None:
    page = page_of(client, article)
    link = f'<a href="{agreed.source}">reactie 1</a>'
    assert f'<p>{TEXT}</p><p class="tips__by">Tip van Rik ({link})</p>' in page
    assert '<a href="#tip-1">Overgenomen als tip 1</a>' in page


def test_without_a_name_it_is_a_reader_s(client: Client, article: Article, asked: Adoption) -> None:
    asked.agree(named=False, keeps=True)
    page = page_of(client, article)
    assert "Tip van een lezer (<a " in page
    assert "Tip van Rik" not in page


def test_it_comes_after_the_last_tip_and_before_what_follows(
    client: Client, article: Article, asked: Adoption
) -> None:
    for ordering, text in ((20, "Eerste."), (30, "Tweede.")):
        Tip.objects.create(parent=article, region="main", ordering=ordering, text=text)
    TextBlock.objects.create(
        parent=article, region="main", ordering=31, text_html="<p>Tot slot.</p>"
    )
    asked.agree(named=True, keeps=False)
    page = page_of(client, article).split('id="reacties"')[0]
    places = [page.index(text) for text in ("Eerste.", "Tweede.", TEXT, "Tot slot.")]
    assert places == sorted(places)
    assert 'id="tip-3"' in page


def test_the_article_knows_that_its_text_changed(
    article: Article, asked: Adoption, client: Client
) -> None:
    article.written()
    before = Article.objects.get()
    asked.agree(named=True, keeps=False)
    after = Article.objects.get()
    assert after.word_count == before.word_count + len(TEXT.split())
    assert after.changed_at > before.changed_at
    event = Event.objects.first()
    assert event
    assert (event.verb, event.by, event.note) == ("adopted", None, asked.source)
    newest, first = versions_of(article)
    assert TEXT in newest.revision.version_set.get(content_type__model="tip").serialized_data
    assert not first.revision.version_set.filter(content_type__model="tip").exists()
    found = client.get("/zoeken/", {"q": "stoelen kring"}).text
    assert article.title in found


def test_a_tip_of_the_editors_shows_no_maker(client: Client, article: Article) -> None:
    Tip.objects.create(parent=article, region="main", ordering=20, text="Luister.")
    assert "tips__by" not in page_of(client, article)


@pytest.mark.parametrize("name", ["<b>Rik</b>", '"><script>alert(1)</script>'])
def test_a_name_is_text(
    client: Client, article: Article, comment: Comment, mo: User, name: str
) -> None:
    adoption = Adoption.objects.ask(comment, mo, "<i>Kort</i>", name)
    adoption.agree(named=True, keeps=False)
    for page in (page_of(client, article), client.get(consent_path(adoption)).text):
        assert "<b>Rik" not in page
        assert "<script>alert" not in page
        assert "&lt;i&gt;Kort" in page


def test_tips_of_readers_cost_one_query(
    client: Client, article: Article, react: React, mo: User
) -> None:
    first_visit()
    costs = []
    for number in range(4):
        costs.append(queries(lambda: client.get(article.get_absolute_url())))
        comment = react(f"Nummer {number}.", email=f"lezer{number}@voorbeeld.nl")
        tip = f"Tip nummer {number}."
        Adoption.objects.ask(comment, mo, tip, "Lezer").agree(named=True, keeps=False)
    assert costs[1:] == [costs[0] + 1] * 3
    assert max(costs) <= 12


def test_the_desk_lists_what_can_be_done_for_one_price(
    sign_in: SignIn, react: React, mo: User
) -> None:
    desk, costs = sign_in(mo), []
    for number in range(3):
        comment = react(f"Nummer {number}.", email=f"lezer{number}@voorbeeld.nl")
        Adoption.objects.ask(comment, mo, TEXT, "Lezer")
        react(f"Ook {number}.", email=f"lezer{number}@voorbeeld.nl")
        costs.append(queries(lambda: desk.get("/beheer/comments/comment/?staat=alle")))
    assert costs[1] == costs[2]
    page = desk.get("/beheer/comments/comment/?staat=alle").text
    assert page.count("Tip weghalen:") == page.count("Overnemen als tip:") == 3
