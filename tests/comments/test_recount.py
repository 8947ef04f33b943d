from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from comments.models import Comment, Discussion, Policy
from tests.comments.threads import fill
from tests.conftest import Publish, React


@pytest.fixture
def long(discussion: Discussion) -> Discussion:
    """With a hundred and twenty reactions, on three pages."""
    Policy.get_solo()
    fill(discussion, 120)
    assert discussion.page_count == 3
    return discussion


def recount(**options: bool) -> list[str]:
    said = StringIO()
    call_command("recount", stdout=said, **options)
    return said.getvalue().splitlines()


def test_nothing_is_wrong_after_what_people_do(react: React) -> None:
    react("Twee.", react("Een."))
    assert recount() == ["discussions: 1, put right: 0"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"published_count": 7}, "published: 7, should be 120"),
        ({"last_number": 3}, "last number: 3, should be 120"),
        ({"page_starts": []}, "pages: 1, should be 3"),
        ({"page_starts": ["000051", "000101", "000101"]}, "pages: 4, should be 3"),
        ({"page_starts": ["000003", "000005"]}, "pages: 3, should be 3"),
    ],
)
def test_what_is_wrong_is_told_and_put_right(
    long: Discussion, wrong: dict[str, object], said: str
) -> None:
    right = Discussion.objects.filter(pk=long.pk).values()[0]
    Discussion.objects.update(**wrong)
    assert recount() == [f"{long.pk} Aan de balie: {said}", "discussions: 1, put right: 1"]
    assert Discussion.objects.filter(pk=long.pk).values()[0] == right
    assert recount() == ["discussions: 1, put right: 0"]


def test_a_number_that_was_given_out_is_not_taken_back(long: Discussion) -> None:
    Discussion.objects.update(last_number=500)
    assert recount() == ["discussions: 1, put right: 0"]
    long.refresh_from_db()
    assert long.last_number == 500


def test_to_check_is_to_change_nothing(long: Discussion) -> None:
    Discussion.objects.update(published_count=7)
    with pytest.raises(CommandError, match="1 wrong"):
        recount(check=True)
    long.refresh_from_db()
    assert long.published_count == 7
    recount()
    assert recount(check=True) == ["discussions: 1, put right: 0"]


def test_pages_that_emptied_are_brought_together(long: Discussion) -> None:
    Comment.objects.filter(number__gt=20, number__lt=91).update(state=Comment.State.REMOVED)
    recount()
    long.refresh_from_db()
    assert long.page_count == 1


def test_without_discussions_there_is_nothing_to_count(publish: Publish, article: Article) -> None:
    assert recount() == ["discussions: 0, put right: 0"]
