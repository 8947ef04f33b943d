"""Who follows hears of what readers can see: after a yes from the mailbox, until they stop."""

import pytest

from accounts.models import User
from comments.models import Comment, Discussion, Follow, Writer
from comments.models.decision import Reason
from desk.refused import Refused
from mailing.delivering import deliver
from mailing.models import Mail, State
from tests.comments.letters.conftest import Followed, kinds, newest
from tests.conftest import Publish, React

KIM = "kim@voorbeeld.nl"


def test_nobody_gets_mail_whose_mailbox_did_not_say_yes(
    react: React, discussion: Discussion, kim: Writer
) -> None:
    follow = Follow.objects.ask(kim, "discussion", discussion=discussion, asked_with="Alles")
    follow.ask_mailbox()
    react("Eén.")
    assert kinds(KIM) == ["confirm_follow"]
    follow.confirm()
    react("Twee.")
    assert kinds(KIM) == ["confirm_follow", "reaction"]


def test_the_question_says_what_was_asked_for(
    react: React, discussion: Discussion, kim: Writer
) -> None:
    comment = react()
    Follow.objects.ask(kim, "discussion", discussion=discussion).ask_mailbox()
    assert "reacties op het artikel ‘Aan de balie’" in " ".join(newest().text.split())
    Follow.objects.ask(kim, "conversation", comment=comment).ask_mailbox()
    assert "antwoorden op een reactie" in " ".join(newest().html.split())
    Follow.objects.ask(kim, "articles").ask_mailbox()
    assert "nieuwe artikelen" in newest().text
    assert newest().subject == "Bevestig uw aanmelding"


def test_who_was_just_asked_for_a_reaction_is_not_asked_twice(
    react: React, discussion: Discussion
) -> None:
    """The page that letter leads to asks both."""
    comment = react(approved=False)
    writer = Writer.objects.of(comment.email)
    Follow.objects.ask(writer, "conversation", comment=comment).ask_mailbox()
    assert kinds() == ["confirm_address"]


def test_asking_again_makes_no_second_row(follow: Followed, discussion: Discussion) -> None:
    first = follow(discussion)
    assert follow(discussion) == first
    first.stop()
    assert follow(discussion) != first
    assert Follow.objects.active().count() == 1


def test_a_stopped_follow_is_not_confirmed_any_more(
    discussion: Discussion, kim: Writer, react: React
) -> None:
    follow = Follow.objects.ask(kim, "discussion", discussion=discussion)
    follow.ask_mailbox()
    follow.stop()
    follow.confirm()
    react()
    assert (follow.confirmed_at, kinds(KIM)) == (None, ["confirm_follow"])


def test_an_answer_is_told_to_who_wrote_what_it_answers(
    react: React, follow: Followed, kim: Writer
) -> None:
    mine = react("Van kim.", email=KIM, name="Kim")
    follow(mine)
    answer = react("Dat zie ik anders & ik zeg waarom.", mine, name="Rik")
    mail = newest()
    assert (mail.to, mail.subject) == (KIM, "Iemand reageerde op uw reactie")
    assert "Rik reageerde op uw reactie" in mail.text
    assert "> Dat zie ik anders & ik zeg waarom." in mail.text
    assert "anders &amp; ik" in mail.html
    assert f"http://testserver/reacties/{answer.pk}/" in mail.text
    assert mail.stop_url.startswith("http://testserver/post/stoppen/")
    deeper = react("Nog dieper.", answer, name="Jo", email="jo@voorbeeld.nl")
    assert newest().subject == "Een nieuwe reactie"
    assert f"/reacties/{deeper.pk}/" in newest().text


def test_a_conversation_is_not_the_whole_discussion(react: React, follow: Followed) -> None:
    followed, other = react("Een."), react("Twee.")
    follow(followed)
    react("Elders.", other)
    react("Los.")
    assert kinds(KIM) == []
    react("Hier.", followed)
    assert kinds(KIM) == ["reaction"]


def test_who_answers_very_deep_is_told_of_too(react: React, follow: Followed) -> None:
    """Paths stop growing at ten levels; what is followed there is the reaction answered."""
    comment = react("1")
    for level in range(2, 12):
        comment = react(str(level), comment)
    follow(comment)
    react("Dieper dan paden gaan.", comment)
    assert kinds(KIM) == ["reaction"]


def test_each_person_hears_once_and_nobody_of_themselves(
    react: React, follow: Followed, discussion: Discussion
) -> None:
    comment = react()
    follow(discussion)
    follow(comment)
    react("Van een ander.", comment)
    react("Van kim zelf.", comment, email="KIM@voorbeeld.nl")
    assert kinds(KIM) == ["reaction", "published"]


@pytest.mark.parametrize("end", ["stop", "daily"])
def test_who_stopped_or_wants_it_daily_hears_nothing_now(
    react: React, follow: Followed, discussion: Discussion, end: str
) -> None:
    one = follow(discussion)
    one.stop() if end == "stop" else one.take_pace("daily")
    react()
    assert kinds(KIM) == []


def test_what_waits_or_is_under_a_hidden_discussion_is_not_told(
    react: React, follow: Followed, discussion: Discussion, mo: User
) -> None:
    follow(discussion)
    waiting = react(approved=False)
    Discussion.objects.filter(pk=discussion.pk).update(opening="hidden")
    waiting.approve(mo)
    assert kinds(KIM) == []


def test_what_was_removed_before_the_mail_left_is_not_told(
    react: React, follow: Followed, discussion: Discussion, mo: User
) -> None:
    follow(discussion)
    comment = react()
    mail = Mail.objects.get(to=KIM)
    comment.remove(mo, Reason.OFFENSIVE)
    deliver(mail.pk)
    mail.refresh_from_db()
    assert mail.end == State.DROPPED


def test_what_comes_back_is_not_told_again(
    react: React, follow: Followed, discussion: Discussion, mo: User
) -> None:
    follow(discussion)
    comment = react()
    comment.remove(mo, Reason.OFFENSIVE)
    comment.restore(mo)
    assert kinds(KIM) == ["reaction"]
    with pytest.raises(Refused):
        comment.restore(mo)


def test_another_discussion_is_another_discussion(
    react: React, follow: Followed, publish: Publish
) -> None:
    other = publish("Elders")
    Discussion.objects.begin_for([other])
    follow(Discussion.objects.get(pk=other.pk))
    react()
    assert kinds(KIM) == []


def test_telling_many_takes_a_bounded_number_of_queries_each(
    react: React, discussion: Discussion, django_assert_num_queries: object
) -> None:
    """What grows is the mails themselves; who they are for is one question."""
    comment: Comment = react()
    with_comment = Follow.objects.to_tell_of(comment)
    for number in range(5):
        writer = Writer.objects.of(f"lezer{number}@voorbeeld.nl")
        Follow.objects.ask(writer, "discussion", discussion=discussion, confirmed=True)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len([follow.writer.email for follow in with_comment]) == 5
