from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.models import Comment, Decision, Discussion, Policy
from comments.models.discussion import Closed
from desk.refused import Refused
from tests.conftest import Publish, React

type Change = Callable[[Discussion, User], None]

DAY = timedelta(days=1)
CLOSED = "Reageren is gesloten."


def close(discussion: Discussion, by: User) -> None:
    discussion.close(by, "Dank u wel.")


def close_tomorrow(discussion: Discussion, by: User) -> None:
    discussion.close(by, "Dank u wel.", timezone.now() + DAY)


def close_yesterday(discussion: Discussion, by: User) -> None:
    discussion.close(by, "Dank u wel.", timezone.now() - DAY)


def reopen(discussion: Discussion, by: User) -> None:
    discussion.reopen(by)


def hide(discussion: Discussion, by: User) -> None:
    discussion.hide(by)


@pytest.mark.parametrize(
    ("change", "before", "after", "is_open"),
    [
        (close, "policy", "closed", False),
        (close, "open", "closed", False),
        (close_yesterday, "policy", "closed", False),
        (close_tomorrow, "policy", "open", True),
        (reopen, "closed", "open", True),
        (reopen, "hidden", "open", True),
        (reopen, "policy", "open", True),
        (hide, "policy", "hidden", False),
        (hide, "closed", "hidden", False),
    ],
)
def test_each_change_is_one_decision(
    discussion: Discussion, mo: User, change: Change, before: str, after: str, is_open: bool
) -> None:
    Discussion.objects.filter(pk=discussion.pk).update(opening=before)
    change(discussion, mo)
    (decision,) = Decision.objects.all()
    assert (decision.from_state, decision.to_state) == (before, after)
    assert (decision.by, decision.discussion, decision.comment) == (mo, discussion, None)
    stored = Discussion.objects.get(pk=discussion.pk)
    assert stored.opening == after
    assert stored.is_open_now() is is_open


def test_closing_keeps_who_when_and_the_closing_word(discussion: Discussion, mo: User) -> None:
    before = timezone.now()
    close(discussion, mo)
    stored = Discussion.objects.get(pk=discussion.pk)
    assert (stored.closed_by, stored.closing_word) == (mo, "Dank u wel.")
    assert stored.closed_at
    assert before <= stored.closed_at <= timezone.now()
    assert Decision.objects.get().text == "Dank u wel."


def test_closing_in_the_past_keeps_that_time(discussion: Discussion, mo: User) -> None:
    then = datetime(2018, 2, 1, 9, 0, tzinfo=UTC)
    discussion.close(mo, at=then)
    assert Discussion.objects.get(pk=discussion.pk).closed_at == then


def test_a_decision_to_close_later_says_when(discussion: Discussion, mo: User) -> None:
    then = timezone.now() + DAY
    discussion.close(mo, at=then)
    assert Decision.objects.get().evidence == {"closes_at": then.isoformat()}
    assert discussion.is_open_at(then - DAY, Policy())
    assert not discussion.is_open_at(then, Policy())


def test_reopening_forgets_the_closing(discussion: Discussion, mo: User) -> None:
    close(discussion, mo)
    reopen(discussion, mo)
    stored = Discussion.objects.get(pk=discussion.pk)
    assert (stored.closed_at, stored.closed_by, stored.closes_at) == (None, None, None)
    assert stored.closing_word == ""


@pytest.mark.parametrize(
    ("first", "again"), [(close, close), (close, close_tomorrow), (hide, hide)]
)
def test_what_is_done_is_not_done_again(
    discussion: Discussion, mo: User, els: User, first: Change, again: Change
) -> None:
    """Closing a whole list once lost the closing words of what was closed before."""
    first(discussion, mo)
    before = Discussion.objects.filter(pk=discussion.pk).values().get()
    with pytest.raises(Refused, match="is al "):
        again(Discussion.objects.get(pk=discussion.pk), els)
    assert Discussion.objects.filter(pk=discussion.pk).values().get() == before
    assert Decision.objects.count() == 1


def test_nothing_gets_into_a_closed_discussion(discussion: Discussion, mo: User) -> None:
    close(Discussion.objects.get(pk=discussion.pk), mo)
    with pytest.raises(Closed):
        discussion.post(Comment(body="Nog iets.", name="Rik", email="rik@voorbeeld.nl"))
    assert not Comment.objects.exists()


def test_what_waits_can_still_be_approved_after_closing(
    react: React, discussion: Discussion, mo: User
) -> None:
    waiting = react(approved=False)
    close(discussion, mo)
    waiting.approve(mo)
    assert waiting.number == 1


def test_a_new_policy_holds_for_old_articles_at_once(publish: Publish, mo: User) -> None:
    old, kept_open = publish("Oud"), publish("Open gehouden")
    Article.objects.update(published_at=timezone.now() - 100 * DAY)
    reopen(Discussion.objects.of(kept_open), mo)
    Policy(closes_after_days=90).save()
    assert not Discussion.objects.of(Article.objects.get(pk=old.pk)).is_open_now()
    assert Discussion.objects.of(Article.objects.get(pk=kept_open.pk)).is_open_now()


@pytest.mark.parametrize(("days", "shown"), [(90, False), (110, True)])
def test_the_page_follows_the_policy(
    client: Client, article: Article, days: int, shown: bool
) -> None:
    article.publish(timezone.now() - 100 * DAY)
    Policy(closes_after_days=days).save()
    page = client.get(article.get_absolute_url()).text
    assert ("Geef een reactie" in page) is shown
    assert (CLOSED in page) is not shown


def test_readers_see_the_closing_word_who_closed_and_when(
    client: Client, article: Article, discussion: Discussion, mo: User
) -> None:
    word = "Dank u <b>wel</b>.\n\nTot de volgende keer."
    discussion.close(mo, word, datetime(2018, 2, 1, 9, 30, tzinfo=UTC))
    page = client.get(article.get_absolute_url()).text
    assert "<p>Dank u &lt;b&gt;wel&lt;/b&gt;.</p>" in page
    assert "<p>Tot de volgende keer.</p>" in page
    assert CLOSED in page
    when = '<time datetime="2018-02-01T10:30:00+01:00">1 februari 2018 om 10:30</time>'
    assert f"Gesloten door de moderatoren op {when}." in page
    assert "reageren/" not in page


def test_a_closing_word_for_later_is_not_shown_before(
    client: Client, article: Article, discussion: Discussion, mo: User
) -> None:
    close_tomorrow(discussion, mo)
    page = client.get(article.get_absolute_url()).text
    assert "Dank u wel." not in page
    assert "U kunt reageren tot " in page


def test_a_hidden_discussion_leaves_no_trace_on_the_page(
    client: Client, article: Article, discussion: Discussion, react: React, mo: User
) -> None:
    react("Een geheim.")
    hide(discussion, mo)
    for path in (article.get_absolute_url(), "/"):
        page = client.get(path).text
        assert "Een geheim." not in page
        assert "1 reactie" not in page


def test_closed_is_said_where_one_reacted_and_what_was_said_stays(
    client: Client, discussion: Discussion, react: React, mo: User
) -> None:
    """Closed is not hidden; and the notice stands where the way to react was."""
    react("Dat herken ik.")
    page = client.get(discussion.article.get_absolute_url()).text
    assert page.index("Dat herken ik.") < page.index('id="geef-een-reactie"')
    discussion.close(mo)
    closed = client.get(discussion.article.get_absolute_url()).text
    assert closed.index("Dat herken ik.") < closed.index(CLOSED)
    assert closed.count(CLOSED) == 1
    assert "1 reactie" in closed
    for way_in in ("geef-een-reactie", "Beantwoorden", "Naar het reactieformulier", "/reageren/"):
        assert way_in not in closed
    assert "Melden" in closed
