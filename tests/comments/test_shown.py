"""In which order readers see a discussion, and what it says of each reaction."""

from django.test import Client

from accounts.models import User
from articles.models import Article
from comments.judging.ruling import Ruling
from comments.models import Comment
from comments.models.decision import Reason
from tests.comments.threads import Talk, numbers, pages
from tests.conftest import React

PAGE_2 = "?reacties=2"


def test_with_the_newest_first_that_stands_where_the_conversation_goes_on(
    client: Client, article: Article, talk: Talk
) -> None:
    talk("1 1.2 1.3 1.4 1.5 1.6 7")
    page = client.get(article.get_absolute_url(), {"volgorde": "nieuwste"}).text
    assert numbers(page) == [7, 6]
    assert page.index('id="reactie-7"') < page.index("Vervolg van") < page.index('id="reactie-6"')


def test_the_newest_conversation_first_and_within_it_in_order(
    client: Client, article: Article, talk: Talk
) -> None:
    talk("1 1.2 3 3.4 5 6 6.7")
    assert pages(client, article) == [[1, 2, 3, 4, 5], [6, 7]]
    assert pages(client, article, "?volgorde=nieuwste") == [[6, 7], [5, 3, 4, 1, 2]]


def test_the_order_is_a_link_to_choose_and_stays_chosen(
    client: Client, article: Article, talk: Talk
) -> None:
    talk("1 2 3 4 5 6")
    path = article.get_absolute_url()
    assert f'href="{path}?volgorde=nieuwste#reacties"' in client.get(path).text
    newest = client.get(path, {"volgorde": "nieuwste"}).text
    assert f'href="{path}#reacties"' in newest
    assert f'href="{path}?reacties=2&amp;volgorde=nieuwste#reacties"' in newest
    assert numbers(client.get(path, {"volgorde": "<b>"}).text) == [1, 2, 3, 4, 5]


def test_one_reaction_has_no_order_and_no_pages(
    client: Client, article: Article, talk: Talk
) -> None:
    talk("1")
    page = client.get(article.get_absolute_url()).text
    assert "Nieuwste eerst" not in page
    assert "Pagina 1 van" not in page


def test_what_staff_put_in_the_light_stands_above_the_first_page_and_is_marked_in_its_place(
    client: Client, article: Article, talk: Talk, mo: User
) -> None:
    made = talk("1 2 3 4 5 6")
    made[6].feature(mo)
    first, second = (client.get(article.get_absolute_url() + query).text for query in ("", PAGE_2))
    assert f'<a href="{made[6].get_absolute_url()}">reactie 6</a>' in first
    assert "Tekst 6." in first
    assert first.count("Uitgelicht") == 1
    assert '<span class="badge">Uitgelicht</span>' in second
    made[6].remove(mo, Reason.OFFENSIVE)
    assert "Uitgelicht" not in client.get(article.get_absolute_url()).text


def test_at_most_five_are_put_in_the_light_the_last_first(talk: Talk, mo: User) -> None:
    made = talk("1 2 3 4 5 6 7")
    for number in (3, 1, 2, 7, 6, 5):
        made[number].feature(mo)
    lit = Comment.objects.featured()
    assert [one.number for one in lit] == [5, 6, 7, 2, 1]


def test_a_reaction_says_for_whom_it_speaks_and_when_it_was_changed(
    client: Client, article: Article, react: React
) -> None:
    comment = react("Eerst zo.", affiliation="Gemeente <Duin>")
    page = client.get(article.get_absolute_url()).text
    assert "Gemeente &lt;Duin&gt;</span>" in page
    assert "Bewerkt op" not in page
    comment.correct("Liever zo.", Ruling())
    page = client.get(article.get_absolute_url()).text
    assert "Liever zo." in page
    assert "Bewerkt op <time" in page
