from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Discussion, Policy
from comments.models.decision import Reason
from tests.conftest import React

WORDS = {
    "moderator": "Deze reactie is verwijderd. De reactie past niet bij onze huisregels.",
    "law": "Deze reactie is verwijderd om juridische redenen.",
    "writer": "De schrijver heeft deze reactie verwijderd.",
}


def take_away(comment: Comment, by: User, how: str) -> None:
    if how == "writer":
        comment.withdraw()
    else:
        comment.remove(by, Reason.LEGAL if how == "law" else Reason.OFFENSIVE, "Zo niet.")


def test_a_permalink_leads_to_the_place_on_the_page(
    client: Client, article: Article, react: React
) -> None:
    react("Een.")
    second = react("Twee.")
    answer = client.get(second.get_absolute_url())
    assert answer.status_code == 302
    assert answer.url == f"{article.get_absolute_url()}#reactie-2"  # type: ignore[attr-defined]
    assert 'id="reactie-2"' in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize(("how", "words"), WORDS.items())
def test_what_was_removed_above_answers_leads_to_the_place_it_keeps(
    client: Client, article: Article, react: React, mo: User, how: str, words: str
) -> None:
    parent = react("Een.", name="Noor")
    react("Twee.", to=parent)
    take_away(parent, mo, how)
    answer = client.get(parent.get_absolute_url())
    assert answer.status_code == 302
    page = client.get(article.get_absolute_url()).text
    assert 'id="reactie-1"' in page
    assert words in page
    assert [other for other in WORDS.values() if other in page] == [words]
    assert "Een." not in page
    assert "Noor" not in page
    assert "1 reactie<" in page


@pytest.mark.parametrize("how", WORDS)
def test_what_was_removed_without_answers_is_gone(
    client: Client, article: Article, react: React, mo: User, how: str
) -> None:
    comment = react("Een.")
    react("Twee.")
    take_away(comment, mo, how)
    answer = client.get(comment.get_absolute_url())
    assert answer.status_code == 410
    assert "Deze pagina is verwijderd." in answer.text
    assert 'id="reactie-1"' not in client.get(article.get_absolute_url()).text


def test_a_removed_answer_takes_the_place_of_what_was_removed_above_it(
    client: Client, react: React, mo: User
) -> None:
    parent = react("Een.")
    answer = react("Twee.", to=parent)
    take_away(parent, mo, "law")
    take_away(answer, mo, "law")
    assert client.get(parent.get_absolute_url()).status_code == 410
    answer.restore(mo)
    assert client.get(parent.get_absolute_url()).status_code == 302


@pytest.mark.parametrize(
    "why", ["pending", "refused", "hidden", "draft", "planned", "withdrawn article"]
)
def test_what_readers_never_saw_or_cannot_see_does_not_exist(
    client: Client, article: Article, react: React, mo: User, why: str
) -> None:
    comment = react("Een.", approved=why not in {"pending", "refused"})
    if why == "refused":
        comment.refuse(mo, Reason.OFFENSIVE)
    if why == "hidden":
        comment.discussion.hide(mo)
    if why == "draft":
        Article.objects.update(state=Article.State.DRAFT)
    if why == "planned":
        article.publish(timezone.now() + timedelta(days=1))
    if why == "withdrawn article":
        article.withdraw()
    answer = client.get(comment.get_absolute_url())
    assert answer.status_code == 404
    assert "Een." not in answer.text


@pytest.mark.parametrize("pk", ["0", "-1", "x", "9" * 19, "9" * 40, "9" * 5_000, "١"])
def test_an_unknown_address(client: Client, react: React, pk: str) -> None:
    react("Een.")
    assert client.get(f"/reacties/{pk}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_permalink_is_only_read(client: Client, react: React, method: str) -> None:
    answer = getattr(client, method)(react().get_absolute_url())
    assert answer.status_code == 405
    assert "Dit adres kan niet op deze manier worden gebruikt." in answer.text


@pytest.mark.parametrize(("after", "number"), [("", 1), ("0", 1), ("1", 2), ("2", 4), ("3", 4)])
def test_the_first_reaction_after_a_number_has_an_address(
    client: Client, article: Article, react: React, mo: User, after: str, number: int
) -> None:
    made = [react(f"Tekst {n}.") for n in (1, 2, 3, 4)]
    made[2].remove(mo, Reason.OFFENSIVE)
    answer = client.get(f"{article.get_absolute_url()}reacties/", {"na": after})
    place = f"{article.get_absolute_url()}#reactie-{number}"
    assert (answer.status_code, answer.headers["Location"]) == (302, place)


@pytest.mark.parametrize("after", ["1", "999999"])
def test_where_nothing_came_after_it_is_the_discussion(
    client: Client, article: Article, react: React, after: str
) -> None:
    react("Een.")
    answer = client.get(f"{article.get_absolute_url()}reacties/", {"na": after})
    assert answer.headers["Location"] == f"{article.get_absolute_url()}#reacties"


@pytest.mark.parametrize("odd", ["x", "-1", "1.5", "²", "٢", "9" * 5_000])
def test_what_is_no_number_comes_before_all(
    client: Client, article: Article, react: React, odd: str
) -> None:
    react("Een.")
    answer = client.get(f"{article.get_absolute_url()}reacties/", {"na": odd})
    assert answer.headers["Location"].endswith("#reactie-1")


def test_the_first_reaction_after_a_number_is_found_on_its_page(
    client: Client, article: Article, react: React
) -> None:
    Policy.get_solo()
    Policy.objects.update(page_size=5)
    for number in range(1, 8):
        react(f"Tekst {number}.")
    answer = client.get(f"{article.get_absolute_url()}reacties/", {"na": "6"})
    assert answer.headers["Location"] == f"{article.get_absolute_url()}?reacties=2#reactie-7"


@pytest.mark.parametrize("why", ["hidden", "withdrawn", "unknown"])
def test_what_cannot_be_read_has_nothing_new(
    client: Client, article: Article, discussion: Discussion, mo: User, why: str
) -> None:
    if why == "hidden":
        discussion.hide(mo)
    if why == "withdrawn":
        article.withdraw()
    slug = "elders" if why == "unknown" else article.slug
    assert client.get(f"/artikelen/{slug}/reacties/").status_code == 404


def test_what_is_new_is_only_read(client: Client, article: Article, discussion: Discussion) -> None:
    assert client.post(f"{article.get_absolute_url()}reacties/").status_code == 405
