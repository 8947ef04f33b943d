from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion
from tests.conftest import Publish, React, SignIn

WAITS = "Uw reactie wacht op goedkeuring."
STANDS = "Uw reactie is geplaatst."


def test_the_form_asks_text_name_and_address(client: Client, form: str) -> None:
    answer = client.get(form)
    assert answer.status_code == 200
    for part in ("Geef een reactie", "Reactie plaatsen", 'name="body"', 'name="name"'):
        assert part in answer.text
    assert "Uw e-mailadres wordt niet gepubliceerd." in answer.text
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_form_for_a_reply_quotes_what_is_answered(
    client: Client, form: str, react: React
) -> None:
    react("Een.")
    react("Ik zag *twee* balies.", name="Noor")
    page = client.get(f"{form}?op=2").text
    assert "<h1" in page
    assert "Reactie op Noor" in page
    assert "<blockquote><p>Ik zag <em>twee</em> balies.</p></blockquote>" in page
    assert "Noor, reactie 2" in page
    assert f'action="{form}?op=2"' in page


def test_a_reaction_waits_and_its_writer_reads_so_on_the_page(
    client: Client, form: str, article: Article, form_data: dict[str, str]
) -> None:
    answer = client.post(form, form_data)
    assert answer.status_code == 302
    told = "?uitkomst=wacht&waarom=before&mail=adres#uitkomst"
    assert answer.headers["Location"] == f"{article.get_absolute_url()}{told}"
    page = client.get(article.get_absolute_url(), {"uitkomst": "wacht"}).text
    assert WAITS in page
    assert 'id="uitkomst" role="status"' in page
    assert form_data["body"] not in page
    comment = Comment.objects.get()
    assert (comment.state, comment.number, comment.parent) == ("pending", None, None)
    assert (comment.body, comment.name, comment.email) == tuple(form_data.values())


def test_an_answer_belongs_to_what_it_answers(
    client: Client, form: str, react: React, mo: User, form_data: dict[str, str]
) -> None:
    parent = react("Een.")
    client.post(f"{form}?op=1", form_data)
    answer = Comment.objects.waiting().get()
    answer.approve(mo)
    assert answer.parent == parent
    assert answer.path == "000001000002"


@pytest.mark.parametrize("outcome", ["", "onzin", "<script>", "geplaatst%00"])
def test_only_our_own_words_come_from_the_address(
    client: Client, article: Article, outcome: str
) -> None:
    page = client.get(article.get_absolute_url(), {"uitkomst": outcome}).text
    assert 'id="uitkomst"' not in page
    assert "onzin" not in page


def test_in_place_the_form_and_the_outcome_are_parts_of_a_page(
    htmx: Client, form: str, react: React, form_data: dict[str, str]
) -> None:
    react("Een.")
    part = htmx.get(f"{form}?op=1")
    assert "<html" not in part.text
    assert f'data-hx-post="{form}?op=1"' in part.text
    answer = htmx.post(f"{form}?op=1", form_data)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert 'role="status"' in answer.text
    assert WAITS in answer.text
    assert Comment.objects.waiting().count() == 1


def test_in_place_errors_come_back_as_a_part_with_the_text(
    htmx: Client, form: str, form_data: dict[str, str]
) -> None:
    answer = htmx.post(form, {**form_data, "email": "rik"})
    assert answer.status_code == 422
    assert "<html" not in answer.text
    assert form_data["body"] in answer.text
    assert "Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl." in answer.text


@pytest.mark.parametrize(
    ("who", "name", "badge"),
    [
        ("ada", "Ada Verhoeven", "Auteur van dit artikel"),
        ("mo", "Mo Karimi", "Redactie"),
        ("els", "Els Maas", "Redactie"),
    ],
)
def test_staff_react_under_their_own_name_at_once(
    request: pytest.FixtureRequest,
    sign_in: SignIn,
    client: Client,
    form: str,
    article: Article,
    who: str,
    name: str,
    badge: str,
) -> None:
    user = request.getfixturevalue(who)
    browser = sign_in(user)
    page = browser.get(form).text
    assert f"U reageert als {name}. Uw reactie staat meteen op de site." in page
    assert 'name="email"' not in page
    answer = browser.post(form, {"body": "Dank u.", "name": "Iemand anders", "email": "x@y.nl"})
    assert answer.url == f"{article.get_absolute_url()}?uitkomst=geplaatst#uitkomst"  # type: ignore[attr-defined]
    comment = Comment.objects.visible().get()
    assert (comment.name, comment.email, comment.user) == (name, "", user)
    seen = client.get(article.get_absolute_url(), {"uitkomst": "geplaatst"}).text
    assert STANDS in seen
    assert f'{name}</span> <span class="badge">{badge}</span>' in seen


def test_in_place_staff_find_their_reaction_through_a_link(
    htmx: Client, form: str, article: Article, mo: User
) -> None:
    htmx.force_login(mo)
    answer = htmx.post(form, {"body": "Dank u."})
    assert STANDS in answer.text
    assert f'href="{article.get_absolute_url()}?uitkomst=geplaatst#uitkomst"' in answer.text


def test_an_author_of_something_else_waits_like_everyone(
    sign_in: SignIn, form: str, ben: User, form_data: dict[str, str]
) -> None:
    browser = sign_in(ben)
    assert 'name="name"' in browser.get(form).text
    assert "wacht" in browser.post(form, form_data).url  # type: ignore[attr-defined]
    comment = Comment.objects.get()
    assert (comment.state, comment.user, comment.name) == ("pending", None, "Rik")


def test_a_reader_gets_no_badge_for_the_name_of_an_author(
    client: Client, article: Article, react: React
) -> None:
    react(name="Ada Verhoeven")
    assert 'class="badge"' not in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_another_method_is_refused_in_dutch(client: Client, form: str, method: str) -> None:
    answer = getattr(client, method)(form)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST"
    assert "Dit adres kan niet op deze manier worden gebruikt." in answer.text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "place", ["unknown", "draft", "planned", "withdrawn", "hidden", "%FF", "x" * 2_000]
)
def test_there_is_no_form_where_readers_see_no_discussion(
    client: Client, publish: Publish, mo: User, form_data: dict[str, str], place: str, method: str
) -> None:
    Article.objects.create(title="Concept", slug="draft", lead="Nog niet.")
    publish("Gepland", slug="planned").publish(timezone.now() + timedelta(days=1))
    publish("Ingetrokken", slug="withdrawn").withdraw()
    Discussion.objects.of(publish("Verborgen", slug="hidden")).hide(mo)
    answer = getattr(client, method)(f"/artikelen/{place}/reageren/", form_data)
    assert answer.status_code == 404
    assert "Deze pagina bestaat niet." in answer.text
    assert not Comment.objects.exists()


def test_reading_sets_no_cookie_and_the_form_only_that_of_the_form(
    client: Client, form: str, article: Article, react: React, mo: User
) -> None:
    comment = react()
    read = ["/", article.get_absolute_url(), comment.get_absolute_url(), "/artikelen/weg/"]
    assert [path for path in read if client.get(path).cookies] == []
    assert list(client.get(form).cookies) == ["formulier"]
    cookie = client.cookies["formulier"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")
    comment.discussion.close(mo)
    assert not Client().get(form).cookies


def test_no_public_page_shows_an_address(
    client: Client, htmx: Client, form: str, article: Article, react: React, mo: User
) -> None:
    mo.email = "mo@gemeente.voorbeeld"
    mo.save()
    react(email="rik@geheim.voorbeeld")
    react("Dank u.", user=mo, name=mo.public_name, email="")
    article_url = article.get_absolute_url()
    for path in ("/", article_url, form, f"{form}?op=1", f"{form}?op=2", "/reacties/1/"):
        for browser in (client, htmx):
            page = browser.get(path, follow=True).text
            assert "geheim.voorbeeld" not in page
            assert "gemeente.voorbeeld" not in page
