"""What becomes of a tip when its reaction goes, or somebody wants it out."""

import pytest
from django.test import Client

from accounts.models import User
from articles.models import Article, Event, Tip
from comments.models import Adoption, Comment
from desk.refused import Refused
from tests.comments.adopting.pages import TEXT, answer, page_of, steps
from tests.conftest import SignIn


def test_withdrawing_takes_the_tip_along(
    client: Client, article: Article, agreed: Adoption
) -> None:
    agreed.comment.withdraw()
    assert TEXT not in page_of(client, article)
    assert Adoption.objects.get().state == "ended"
    assert Event.objects.first().verb == "dropped"  # type: ignore[union-attr]


def test_the_tip_stays_where_its_writer_chose_so(
    client: Client, article: Article, asked: Adoption
) -> None:
    asked.agree(named=True, keeps=True)
    Comment.objects.get().withdraw()
    page = page_of(client, article)
    assert f'<p>{TEXT}</p><p class="tips__by">Tip van Rik</p>' in page
    assert asked.source not in page
    answer(client, asked, "nee")  # and may change their mind
    assert TEXT not in page_of(client, article)


def test_withdrawing_answers_a_question_that_waits(client: Client, asked: Adoption) -> None:
    Comment.objects.get().withdraw()
    assert Adoption.objects.get().state == "ended"
    assert answer(client, asked, "naam").status_code == 409
    assert not Tip.objects.exists()


def test_a_removed_reaction_is_not_linked_from_its_tip(
    client: Client, article: Article, agreed: Adoption, mo: User
) -> None:
    Comment.objects.get().remove(mo, "off_topic")
    page = page_of(client, article)
    assert '<p class="tips__by">Tip van Rik</p>' in page
    assert f'href="{agreed.source}"' not in page


def test_a_moderator_takes_the_tip_out(
    client: Client, article: Article, agreed: Adoption, mo: User, sign_in: SignIn
) -> None:
    desk = sign_in(mo)
    page = f"/beheer/comments/comment/{agreed.comment_id}/"
    assert "tip-weghalen/" in desk.get(f"{page}change/").text
    desk.post(f"{page}tip-weghalen/")
    assert TEXT not in page_of(client, article).split('id="reacties"')[0]
    assert Adoption.objects.get().state == "ended"
    assert steps(agreed.comment)[-1] == ("weer weggehaald", True)
    after = desk.get(f"{page}change/").text
    assert "overnemen/" in after
    assert "tip-weghalen/" not in after


def test_what_a_removed_reaction_was_removed_for_stays_its_last_decision(
    agreed: Adoption, mo: User
) -> None:
    comment = Comment.objects.get()
    comment.remove(mo, "off_topic")
    agreed.end(mo)
    assert comment.decisions.order_by("-pk")[0].verb == "remove"
    assert not Tip.objects.exists()


def test_what_has_ended_is_not_ended_again(agreed: Adoption, mo: User) -> None:
    agreed.end(mo)
    with pytest.raises(Refused, match="is al beantwoord of weggehaald"):
        agreed.end(mo)
    with pytest.raises(Refused):
        agreed.decline()


def test_an_editor_who_deleted_the_tip_is_not_in_the_way(agreed: Adoption, mo: User) -> None:
    Tip.objects.all().delete()
    agreed.end(mo)
    assert Adoption.objects.get().state == "ended"
    assert not Event.objects.filter(verb="dropped").exists()


@pytest.mark.parametrize("keeps", [True, False])
def test_who_leaves_no_name_leaves_none_below_the_tip(
    client: Client, article: Article, asked: Adoption, keeps: bool
) -> None:
    asked.agree(named=True, keeps=keeps)
    Comment.objects.get().anonymise()
    assert f'<p>{TEXT}</p><p class="tips__by">Tip van een lezer (' in page_of(client, article)
    assert "Rik" not in Adoption.objects.get().byline + Tip.objects.get().byline


def test_who_leaves_nothing_leaves_only_the_tip_that_may_stay(
    client: Client, article: Article, asked: Adoption
) -> None:
    asked.agree(named=True, keeps=True)
    Comment.objects.get().erase()
    page = page_of(client, article)
    assert f"<p>{TEXT}</p></li>" in page
    assert "Tip van" not in page
    assert (Adoption.objects.get().text, Adoption.objects.get().byline) == (TEXT, "")


def test_what_was_only_asked_is_forgotten_with_the_rest(asked: Adoption) -> None:
    Comment.objects.get().erase()
    stored = Adoption.objects.get()
    assert (stored.state, stored.text, stored.byline) == ("ended", "", "")


def test_a_reaction_that_is_put_back_can_be_asked_about_again(agreed: Adoption, mo: User) -> None:
    comment = Comment.objects.get()
    comment.withdraw()
    comment.put_back()
    assert Adoption.objects.ask(comment, mo, TEXT, "Rik").state == "asked"
