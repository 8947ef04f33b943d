from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment
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
