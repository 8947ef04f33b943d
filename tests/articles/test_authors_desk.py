"""What ada may do at the desk: write, and edit what she wrote until it is published."""

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Author, Authorship
from tests.articles.desk_form import ADD, article_form, block
from tests.conftest import Publish, SignIn

LIST = "/beheer/articles/article/"
NEW_TITLE = "Een andere titel"


@pytest.fixture
def ada_at_desk(ada: User, sign_in: SignIn) -> Client:
    """Ada, signed in."""
    return sign_in(ada)


@pytest.fixture
def draft(ada: User) -> Article:
    """Ada's, not published yet."""
    article = Article.objects.create(title="Kladje", slug="kladje", lead="Nog niet af.")
    Authorship.objects.create(article=article, author=Author.objects.get(user=ada))
    return article


def change(client: Client, article: Article) -> int:
    form = article_form(title=NEW_TITLE, slug=article.slug)
    return client.post(f"{LIST}{article.pk}/change/", form).status_code


def test_an_author_who_starts_an_article_is_its_author(ada_at_desk: Client, ada: User) -> None:
    form = article_form(textblock=[block(10, text_html="<p>Begin.</p>")])
    assert ada_at_desk.post(ADD, form).status_code == 302
    assert Article.objects.get().authors.get().user == ada
    assert "Aan de balie" in ada_at_desk.get(LIST).text


def test_somebody_who_was_no_author_yet_becomes_one(ada_at_desk: Client, ada: User) -> None:
    Author.objects.all().delete()
    ada_at_desk.post(ADD, article_form())
    author = Article.objects.get().authors.get()
    assert (author.name, author.user) == ("Ada Verhoeven", ada)


def test_an_author_cannot_sign_for_somebody_else(ada_at_desk: Client) -> None:
    other = Author.objects.create(name="Een ander", slug="ander")
    ada_at_desk.post(ADD, article_form(authorships=[{"author": other.pk, "position": 1}]))
    assert [author.name for author in Article.objects.get().authors.all()] == ["Ada Verhoeven"]


def test_an_editor_who_starts_an_article_is_not_its_author(els: User, sign_in: SignIn) -> None:
    sign_in(els).post(ADD, article_form())
    assert not Article.objects.get().authors.exists()


def test_an_author_edits_an_own_draft(ada_at_desk: Client, draft: Article) -> None:
    assert change(ada_at_desk, draft) == 302
    draft.refresh_from_db()
    assert draft.title == NEW_TITLE


@pytest.mark.parametrize("withdrawn", [False, True])
def test_an_author_reads_but_does_not_edit_what_was_published(
    ada_at_desk: Client, article: Article, withdrawn: bool
) -> None:
    if withdrawn:
        article.withdraw()
    page = ada_at_desk.get(f"{LIST}{article.pk}/change/")
    assert page.status_code == 200
    assert 'name="_save"' not in page.text
    assert change(ada_at_desk, article) == 403
    article.refresh_from_db()
    assert article.title == "Aan de balie"


def test_an_author_does_not_see_the_drafts_of_others(ada_at_desk: Client, publish: Publish) -> None:
    other = publish("Van een ander")
    assert "Van een ander" not in ada_at_desk.get(LIST).text
    page = ada_at_desk.get(f"{LIST}{other.pk}/change/", follow=True)
    assert "Wat er gebeurt aan de balie." not in page.text
    assert change(ada_at_desk, other) == 302
    other.refresh_from_db()
    assert other.title == "Van een ander"


def test_an_author_cannot_publish(ada_at_desk: Client, draft: Article) -> None:
    page = ada_at_desk.get(f"{LIST}{draft.pk}/change/")
    assert "publiceren/" not in page.text
    response = ada_at_desk.post(f"{LIST}{draft.pk}/publiceren/", {"at_0": "", "at_1": ""})
    assert response.status_code == 403
    draft.refresh_from_db()
    assert draft.state == Article.State.DRAFT


def test_an_author_cannot_publish_from_the_list(ada_at_desk: Client, draft: Article) -> None:
    form = {"action": "publiceren", "_selected_action": [draft.pk], "confirmed": "1"}
    ada_at_desk.post(LIST, form)
    draft.refresh_from_db()
    assert draft.state == Article.State.DRAFT


def test_an_author_cannot_delete(ada_at_desk: Client, draft: Article) -> None:
    assert ada_at_desk.post(f"{LIST}{draft.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Article.objects.filter(pk=draft.pk).exists()


def test_an_author_cannot_act_on_what_others_wrote(ada_at_desk: Client, publish: Publish) -> None:
    other = publish("Van een ander")
    assert ada_at_desk.post(f"{LIST}{other.pk}/intrekken/").status_code == 404


def test_an_editor_edits_and_deletes_what_others_wrote(
    els: User, sign_in: SignIn, draft: Article
) -> None:
    client = sign_in(els)
    assert change(client, draft) == 302
    assert client.post(f"{LIST}{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()


def test_a_moderator_looks_but_does_not_write(
    mo: User, sign_in: SignIn, draft: Article, article: Article
) -> None:
    client = sign_in(mo)
    assert "Kladje" in client.get(LIST).text
    assert change(client, article) == 403
    assert client.post(ADD, article_form(slug="nieuw")).status_code == 403
    assert Article.objects.count() == 2


def test_the_list_says_who_wrote_what_and_how_it_stands(
    els: User, sign_in: SignIn, article: Article, draft: Article
) -> None:
    page = sign_in(els).get(LIST).text
    assert "Ada Verhoeven" in page
    assert "gepubliceerd" in page
    assert "concept" in page
