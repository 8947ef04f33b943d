"""What is kept for a time only: `manage.py forget`, every night."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from comments import forgetting
from comments.forgetting import forget
from comments.models import Comment, Decision, Discussion, Follow, Measure, Notice, Version, Writer
from comments.models.decision import Reason
from desk.refused import Refused
from mailing.models import Mail
from tests.conftest import React, SignIn

State, Verb = Comment.State, Decision.Verb
LATER = timedelta(days=184)
RIK = "rik@voorbeeld.nl"


def again(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def of_long_ago(*comments: Comment) -> None:
    """As if all of it happened half a year and a day ago."""
    then = timezone.now() - LATER
    Comment.objects.filter(pk__in=[one.pk for one in comments]).update(created_at=then)
    with connection.cursor() as cursor:  # no code of ours changes a decision
        for one in comments:
            query = "UPDATE comments_decision SET at = %s WHERE comment_id = %s"
            cursor.execute(query, [then, one.pk])


def told(**options: bool) -> str:
    said = StringIO()
    call_command("forget", stdout=said, **options)
    return said.getvalue().strip()


def test_what_was_refused_long_ago_loses_its_text_and_its_writer(
    react: React, mo: User, client: Client
) -> None:
    comment = react("Onaardig.", approved=False, affiliation="Gemeente Zuidersluis")
    comment.refuse(mo, Reason.OFFENSIVE, "Zo praten we hier niet.")
    of_long_ago(comment)
    forget(timezone.now())
    stored = again(comment)
    assert (stored.body, stored.body_html) == ("", "")
    assert (stored.name, stored.email, stored.affiliation) == ("Anoniem", "", "")
    assert (stored.state, stored.reason) == (State.REFUSED, Reason.OFFENSIVE)
    erased, refused = comment.decisions.order_by("-pk")[:2]
    assert (erased.verb, erased.rule, erased.by) == (Verb.ERASE, "term", None)
    assert (refused.by, refused.reason) == (mo, Reason.OFFENSIVE)


@pytest.mark.parametrize("state", [State.REFUSED, State.SPAM, State.REMOVED, State.WITHDRAWN])
def test_all_that_was_taken_away_is_let_go_of(react: React, mo: User, state: str) -> None:
    comment = react("Weg.", approved=state in {State.REMOVED, State.WITHDRAWN})
    acts: dict[str, Any] = {
        State.REFUSED: lambda: comment.refuse(mo, Reason.LEGAL),
        State.SPAM: lambda: comment.mark_spam(mo),
        State.REMOVED: lambda: comment.remove(mo, Reason.LEGAL),
        State.WITHDRAWN: comment.withdraw,
    }
    acts[state]()
    of_long_ago(comment)
    assert forget(timezone.now())["reactions"] == 1
    assert (again(comment).state, again(comment).body) == (state, "")


def test_what_readers_see_and_what_waits_is_kept_however_old(react: React) -> None:
    seen, waits = react("Te zien."), react("Wacht.", approved=False)
    of_long_ago(seen, waits)
    assert forget(timezone.now())["reactions"] == 0
    assert [again(seen).body, again(waits).body] == ["Te zien.", "Wacht."]
    assert again(seen).email == RIK


def test_within_the_term_somebody_may_still_object(react: React, mo: User, settings: Any) -> None:
    comment = react(approved=False)
    of_long_ago(comment)
    comment.refuse(mo, Reason.OFF_TOPIC)  # only now
    assert forget(timezone.now() + timedelta(days=182))["reactions"] == 0
    assert forget(timezone.now() + timedelta(days=184))["reactions"] == 1
    other = react(approved=False)
    other.mark_spam(mo)
    settings.KEEP_DAYS = {**settings.KEEP_DAYS, "KEEP_TAKEN_AWAY_DAYS": 30}
    assert forget(timezone.now() + timedelta(days=31))["reactions"] == 1


def test_a_decision_that_was_taken_back_begins_the_term_anew(react: React, mo: User) -> None:
    comment = react("Toch niet.")
    comment.remove(mo, Reason.LEGAL)
    of_long_ago(comment)
    comment.restore(mo)
    comment.remove(mo, Reason.LEGAL)
    assert forget(timezone.now())["reactions"] == 0
    assert again(comment).body == "Toch niet."


def test_what_somebody_reported_is_kept_until_that_is_decided(react: React, mo: User) -> None:
    comment = react("Gemeld.")
    comment.remove(mo, Reason.LEGAL)
    notice = Notice.objects.create(reference="M-1", kind="law", comment=comment, snapshot="…")
    of_long_ago(comment)
    assert forget(timezone.now())["reactions"] == 0
    Notice.objects.filter(pk=notice.pk).update(state="decided")
    assert forget(timezone.now())["reactions"] == 1


def test_what_staff_wrote_is_theirs(react: React, mo: User, els: User) -> None:
    comment = react("Van de redactie.", user=els, email="")
    comment.remove(mo, Reason.OFF_TOPIC)
    of_long_ago(comment)
    assert forget(timezone.now())["reactions"] == 0
    assert again(comment).body == "Van de redactie."


def test_earlier_texts_go_too_and_answers_keep_their_place(
    client: Client, react: React, mo: User
) -> None:
    comment = react("Bel 06 12345678.")
    answer = react("Dank.", to=comment, name="Kim", email="kim@voorbeeld.nl")
    comment.redact(mo, "06 12345678")
    comment.remove(mo, Reason.PERSONAL_DATA)
    of_long_ago(comment)
    forget(timezone.now())
    assert Version.objects.count() == 0
    page = client.get(comment.discussion.article.get_absolute_url()).text
    assert 'id="reactie-1"' in page
    assert "Deze reactie is verwijderd." in page
    assert "Dank." in page
    assert answer.get_absolute_url() in page
    assert Discussion.objects.get().published_count == 1


def test_without_its_text_it_does_not_come_back(react: React, mo: User, sign_in: SignIn) -> None:
    removed, refused = react("Weg."), react("Nee.", approved=False)
    removed.remove(mo, Reason.LEGAL)
    refused.refuse(mo, Reason.LEGAL)
    of_long_ago(removed, refused)
    forget(timezone.now())
    for comment, verb in ((removed, "restore"), (refused, "restore"), (refused, "approve")):
        with pytest.raises(Refused, match="heeft geen tekst meer"):
            getattr(again(comment), verb)(mo)
    with pytest.raises(Refused):
        again(removed).undo(mo)
    desk = sign_in(mo)
    for comment, act in ((removed, "terugzetten"), (refused, "goedkeuren")):
        page = desk.get(f"/beheer/comments/comment/{comment.pk}/change/")
        assert page.status_code == 200
        assert f"/{act}/" not in page.text
        assert "gewist" in page.text


def test_nobody_is_mailed_about_it(react: React, mo: User) -> None:
    comment = react(approved=False)
    comment.refuse(mo, Reason.LEGAL)
    of_long_ago(comment)
    before = Mail.objects.count()
    forget(timezone.now())
    assert Mail.objects.count() == before


def test_a_mailbox_that_never_said_yes_is_let_go_of(discussion: Discussion) -> None:
    kim = Writer.objects.of("kim@voorbeeld.nl")
    Follow.objects.ask(kim, "discussion", discussion=discussion)
    now = timezone.now()
    assert forget(now + timedelta(days=6))["requests to follow"] == 0
    told = forget(now + timedelta(days=8))
    assert (told["requests to follow"], told["mailboxes"]) == (1, 1)
    assert not Writer.objects.exists()


def test_who_said_yes_or_stopped_is_kept(discussion: Discussion) -> None:
    follow = Follow.objects.ask(
        Writer.objects.of("kim@voorbeeld.nl"), "discussion", discussion=discussion, confirmed=True
    )
    follow.stop()
    told = forget(timezone.now() + timedelta(days=400))
    assert (told["requests to follow"], told["mailboxes"]) == (0, 0)


@pytest.mark.parametrize("kept_for", ["confirmed", "note", "measure", "reaction", "mail", ""])
def test_a_mailbox_is_kept_as_long_as_something_is_about_it(
    react: React, mo: User, kept_for: str
) -> None:
    noor = Writer.objects.of("noor@voorbeeld.nl")
    match kept_for:
        case "confirmed":
            noor.confirm(timezone.now())
        case "note":
            Writer.objects.filter(pk=noor.pk).update(note="Belt soms.")
        case "measure":
            Measure.objects.create(writer=noor, kind="hold", reason="Schelden.", by=mo)
        case "reaction":
            react(name="Noor", email=noor.email)
        case "mail":
            Mail.objects.create(key="vraag", to=noor.email, text="Een link.")
    forget(timezone.now())
    assert Writer.objects.filter(pk=noor.pk).exists() is bool(kept_for)


def test_of_a_mail_only_stays_that_it_was_sent(at_once: None, react: React) -> None:
    react()
    mail, waiting = Mail.objects.order_by("pk")[:2]
    assert RIK in {mail.to, waiting.to}
    mail.is_out(timezone.now())
    assert forget(timezone.now() + timedelta(days=182))["mails"] == 0
    assert forget(timezone.now() + LATER)["mails"] == 1
    mail.refresh_from_db()
    assert (mail.to, mail.text, mail.html, mail.stop_url) == ("", "", "", "")
    assert (mail.subject, mail.sent_at is not None) != ("", False)
    waiting.refresh_from_db()
    assert waiting.text


def test_twice_is_once_and_checking_is_only_counting(react: React, mo: User) -> None:
    comment = react(approved=False)
    comment.refuse(mo, Reason.LEGAL)
    of_long_ago(comment)
    assert told(check=True) == "reactions: 1, requests to follow: 0, reports: 0, mails: 0"
    assert again(comment).body
    assert told().startswith("reactions: 1, requests to follow: 0, reports: 0, mails: 0")
    assert told().startswith("reactions: 0, requests to follow: 0, reports: 0, mails: 0")
    assert comment.decisions.filter(verb=Verb.ERASE).count() == 1


def test_many_are_looked_up_a_few_at_a_time(
    react: React, mo: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "AT_A_TIME", 2)
    comments = [react(f"Tekst {n}.", approved=False) for n in range(5)]
    for comment in comments:
        comment.mark_spam(mo)
    of_long_ago(*comments)
    with CaptureQueriesContext(connection) as queries:
        assert forget(timezone.now())["reactions"] == 5
    looked_up = [one for one in queries.captured_queries if one["sql"].endswith("LIMIT 2")]
    assert len(looked_up) == 4  # the last one finds none


def test_what_is_put_back_at_that_very_moment_is_left_alone(react: React, mo: User) -> None:
    comment = react("Toch goed.")
    comment.remove(mo, Reason.LEGAL)
    of_long_ago(comment)
    stale = again(comment)
    comment.restore(mo)
    with pytest.raises(Refused):
        stale.forget()
    assert (again(comment).body, again(comment).email) == ("Toch goed.", RIK)


def test_a_reaction_never_loses_its_article(react: React) -> None:
    """However somebody goes about it: a reaction that belongs to nothing cannot be."""
    comment = react()
    with pytest.raises(ProtectedError):
        comment.discussion.delete()
    with pytest.raises(ProtectedError):
        comment.discussion.article.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(discussion=None)
    assert again(comment).discussion.article.title == "Aan de balie"
