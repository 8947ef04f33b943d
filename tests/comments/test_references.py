"""“Reactie 12”, “#12” and “tip 2” lead there, on whichever page that is."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from articles.models import Article, Tip
from comments.models import Comment, Discussion, Policy
from comments.models.decision import Reason
from comments.references import numbers_in
from tests.conftest import Publish, React


@pytest.fixture
def two_tips(article: Article) -> Article:
    """With two tips."""
    for ordering, text in ((20, "Neem op."), (30, "Bel terug.")):
        Tip.objects.create(parent=article, region="main", ordering=ordering, text=text)
    return article


def to(comment: Comment, words: str) -> str:
    return f'<a href="{comment.get_absolute_url()}">{words}</a>'


def test_a_reaction_that_is_named_is_a_link(react: React) -> None:
    first, second = react("Een."), react("Twee.")
    third = react("Reactie 1 klopt, #2 niet.")
    assert third.body_html == f"<p>{to(first, 'Reactie 1')} klopt, {to(second, '#2')} niet.</p>"


def test_on_the_same_page_the_link_goes_straight_to_its_place(
    client: Client, article: Article, react: React
) -> None:
    react("Een.")
    react("Zie reactie 1.")
    page = client.get(article.get_absolute_url()).text
    assert 'Zie <a href="#reactie-1">reactie 1</a>.' in page


def test_on_another_page_the_link_finds_its_place(
    client: Client, article: Article, react: React
) -> None:
    Policy.get_solo()
    Policy.objects.update(page_size=5)
    first = react("Een.")
    for number in range(2, 6):
        react(f"Tekst {number}.")
    react("Zie reactie 1.")
    page = client.get(article.get_absolute_url(), {"reacties": 2}).text
    assert f"Zie {to(first, 'reactie 1')}." in page
    there = client.get(first.get_absolute_url(), follow=True)
    assert 'id="reactie-1"' in there.text


def test_a_number_that_nobody_has_stays_text(react: React) -> None:
    react("Wacht nog.", approved=False)
    assert react("Zie reactie 1 en #7.").body_html == "<p>Zie reactie 1 en #7.</p>"


def test_a_number_of_another_discussion_is_not_meant(
    publish: Publish, react: React, mo: User
) -> None:
    react("Een.")
    elsewhere = Discussion.objects.of(publish("Elders"))
    comment = Comment(name="Rik", email="rik@voorbeeld.nl", body="Zie reactie 1.")
    elsewhere.post(comment)
    assert comment.body_html == "<p>Zie reactie 1.</p>"


def test_what_was_taken_away_can_still_be_named(react: React, mo: User) -> None:
    first = react("Een.")
    react("Twee.", first)
    first.remove(mo, Reason.OFFENSIVE)
    assert to(first, "reactie 1") in react("Jammer van reactie 1.").body_html


def test_a_tip_that_the_article_has_is_a_link(two_tips: Article, react: React) -> None:
    html = react("Onze Tip 2 werkt, tip 3 bestaat niet.").body_html
    path = two_tips.get_absolute_url()
    assert html == f'<p>Onze <a href="{path}#tip-2">Tip 2</a> werkt, tip 3 bestaat niet.</p>'


def test_what_is_named_later_becomes_a_link_when_the_text_is_changed(react: React) -> None:
    comment = react("Zie het volgende.", approved=False)
    first = react("Een.")
    comment.correct("Zie reactie 1.")
    assert comment.body_html == f"<p>Zie {to(first, 'reactie 1')}.</p>"


def test_names_in_links_and_code_are_left_alone(react: React) -> None:
    react("Een.")
    html = react("`#1` en [reactie 1](https://voorbeeld.nl/)").body_html
    assert "/reacties/" not in html


def test_a_link_somebody_typed_to_a_reaction_here_is_followed_as_typed(
    client: Client, article: Article, react: React
) -> None:
    """An address of this site in another's text is no reference of ours: no host, no path alone."""
    first = react("Een.")
    react(f"[lees]({first.get_absolute_url()})")
    page = client.get(article.get_absolute_url()).text
    assert f"]({first.get_absolute_url()})" in page


@pytest.mark.parametrize("many", [1, 40])
def test_naming_costs_one_query_however_many_are_named(react: React, many: int) -> None:
    discussion = react("Een.").discussion
    comment = Comment(discussion=discussion, body=" ".join(f"#{n}" for n in range(1, many + 1)))
    with CaptureQueriesContext(connection) as naming:
        assert comment.written(comment.body).count("<a ") == 1
    with CaptureQueriesContext(connection) as without:
        assert comment.written("Zonder namen.") == "<p>Zonder namen.</p>"
    assert (len(naming), len(without)) == (1, 0)


def test_the_numbers_that_a_closing_word_names() -> None:
    assert numbers_in("Dank voor reactie 3, #12 en tip 2; reactie 3 nam ik over.") == (3, 12)
    assert numbers_in("Dank allen.") == ()
