"""What becomes of a report: every step has a row, and who reported hears what was decided."""

from collections.abc import Callable

import pytest
from django.utils import translation

from accounts.models import User
from comments.models import Comment, Decision, Notice, NoticeMove
from comments.models.gravity import SEVERITY
from comments.models.notice import ReactionGone
from desk.refused import Refused
from mailing.models import Mail
from tests.comments.reports import report, report_to_law
from tests.conftest import React


@pytest.fixture
def reaction(react: React) -> Comment:
    """Rik’s, published."""
    return react("Koop nu mijn boek.")


def steps(notice: Notice) -> list[tuple[str, str]]:
    return list(notice.moves.order_by("pk").values_list("from_state", "to_state"))


def letters(kind: str) -> list[Mail]:
    return list(Mail.objects.filter(kind=kind).order_by("pk"))


def test_a_report_is_taken_up_and_decided_step_by_step(reaction: Comment, mo: User) -> None:
    notice = report(reaction)
    notice.take_up(mo)
    notice.dismiss(mo, "Een boek noemen mag.")
    assert steps(notice) == [
        ("", "received"),
        ("received", "in_review"),
        ("in_review", "decided"),
    ]
    assert [move.by for move in notice.moves.order_by("pk")] == [None, mo, mo]
    notice.refresh_from_db()
    assert (notice.decided_by, notice.decision, notice.outcome) == (
        mo,
        None,
        "Een boek noemen mag.",
    )
    assert Comment.objects.visible().get() == reaction


def test_steps_are_only_ever_added(reaction: Comment) -> None:
    move = report(reaction).moves.get()
    for change in (move.save, move.delete, NoticeMove.objects.all().delete):
        with pytest.raises(TypeError, match="only ever added"):
            change()
    with pytest.raises(TypeError, match="only ever added"):
        NoticeMove.objects.update(text="Anders.")


SECOND: dict[str, Callable[[Notice, User], None]] = {
    "take up": lambda notice, by: notice.take_up(by),
    "dismiss": lambda notice, by: notice.dismiss(by, "Toch niet."),
    "uphold": lambda notice, by: notice.uphold(by, "Weg ermee.", reason="legal"),
}


@pytest.mark.parametrize("verb", SECOND)
def test_who_comes_second_is_told(reaction: Comment, mo: User, els: User, verb: str) -> None:
    notice = report(reaction)
    stale = Notice.objects.get()
    notice.dismiss(mo, "Mag.")
    with pytest.raises(Refused, match="is al besloten"):
        SECOND[verb](stale, els)
    assert len(steps(notice)) == 2
    assert Comment.objects.visible().exists()


def test_taking_up_twice_is_once(reaction: Comment, mo: User) -> None:
    notice = report(reaction)
    notice.take_up(mo)
    with pytest.raises(Refused, match="is al in behandeling"):
        notice.take_up(mo)


def test_a_removal_decides_on_all_reports_of_the_reaction(
    reaction: Comment, mo: User, els: User
) -> None:
    first, second, old = report(reaction), report_to_law(reaction), report(reaction)
    old.dismiss(els, "Mag.")
    reaction.remove(mo, "advertising")
    removal = Decision.objects.get(verb="remove")
    for notice in (first, second):
        notice.refresh_from_db()
        assert (notice.state, notice.decision, notice.decided_by) == ("decided", removal, mo)
    old.refresh_from_db()
    assert (old.decision, old.decided_by) == (None, els)


@pytest.mark.parametrize("verb", ["remove", "mark_spam"])
def test_however_a_reaction_is_taken_away_its_report_is_decided(
    reaction: Comment, mo: User, verb: str
) -> None:
    notice = report(reaction)
    getattr(reaction, verb)(*([mo, "legal"] if verb == "remove" else [mo]))
    notice.refresh_from_db()
    assert notice.led_to_action


def test_upholding_a_report_removes_the_reaction_with_words_for_each(
    reaction: Comment, mo: User
) -> None:
    notice, other = report(reaction, "bo@voorbeeld.nl"), report(reaction, "an@voorbeeld.nl")
    notice.uphold(mo, "Dank u wel.", reason="advertising", note="Dit is reclame.")
    decision = Decision.objects.get(verb="remove")
    assert (decision.text, decision.reason) == ("Dit is reclame.", "advertising")
    assert notice.decision == decision
    told = {mail.to: mail.text for mail in letters("notice_decided")}
    assert "Dank u wel." in told["bo@voorbeeld.nl"]
    assert "Dank u wel." not in told["an@voorbeeld.nl"]
    other.refresh_from_db()
    assert other.decision == decision


def test_what_cannot_be_removed_leaves_the_report_as_it_was(reaction: Comment, mo: User) -> None:
    notice = report(reaction)
    Comment.objects.update(state="pending")
    with pytest.raises(Refused, match="is al wacht op goedkeuring"):
        notice.uphold(mo, "Dank u.", reason="legal")
    notice.refresh_from_db()
    assert (notice.state, notice.outcome) == ("received", "")


def test_what_its_writer_takes_back_needs_no_decision(reaction: Comment) -> None:
    notice = report(reaction, "bo@voorbeeld.nl")
    reaction.withdraw()
    notice.refresh_from_db()
    assert (notice.state, notice.decided_by) == ("void", None)
    (mail,) = letters("notice_decided")
    assert "De schrijver heeft de reactie zelf verwijderd." in " ".join(mail.text.split())
    assert "klacht" not in mail.text


def test_undoing_the_decision_opens_the_report_again(reaction: Comment, mo: User) -> None:
    notice = report(reaction, "bo@voorbeeld.nl")
    reaction.remove(mo, "advertising")
    reaction.restore(mo)
    notice.refresh_from_db()
    assert (notice.state, notice.decision, notice.decided_at) == ("in_review", None, None)
    (mail,) = letters("notice_reopened")
    assert mail.to == "bo@voorbeeld.nl"
    reaction.remove(mo, "advertising")
    assert len(letters("notice_decided")) == 2
    assert steps(notice)[-3:] == [
        ("received", "decided"),
        ("decided", "in_review"),
        ("in_review", "decided"),
    ]


def test_undo_at_the_desk_opens_it_again_as_well(reaction: Comment, mo: User) -> None:
    notice = report(reaction)
    reaction.mark_spam(mo)
    reaction.undo(mo)
    notice.refresh_from_db()
    assert notice.state == "in_review"


def test_what_was_left_standing_stays_decided_whatever_comes_later(
    reaction: Comment, mo: User
) -> None:
    notice = report(reaction)
    notice.dismiss(mo, "Mag.")
    reaction.remove(mo, "legal")
    reaction.restore(mo)
    assert len(steps(notice)) == 2


def test_a_reaction_that_nobody_saw_asks_nothing_of_reports(react: React, mo: User) -> None:
    waits = react("Wacht.", approved=False)
    waits.refuse(mo, "off_topic")
    assert not NoticeMove.objects.exists()


def test_a_report_that_comes_too_late_is_not_stored(reaction: Comment, mo: User) -> None:
    reaction.remove(mo, "legal")
    with pytest.raises(ReactionGone):
        report(reaction)
    assert not Notice.objects.exists()


def test_the_text_is_kept_as_it_was_reported(reaction: Comment) -> None:
    stale = Comment.objects.get()
    Comment.objects.update(body="Koop nu mijn fiets.")
    assert report(stale).snapshot == "Koop nu mijn fiets."
    Comment.objects.update(body="Ik zeg niets meer.")
    assert Notice.objects.get().snapshot == "Koop nu mijn fiets."


def test_the_gravest_comes_first_and_then_the_oldest(react: React) -> None:
    worst_last = reversed(SEVERITY)
    wanted = [report_to_law(react(f"Over {one}."), one) for one in worst_last]
    light = report(react("Reclame."))
    later = report_to_law(react("Nog een."), "minors")
    ordered = list(Notice.objects.most_urgent_first())
    assert ordered == [wanted[-1], later, *reversed(wanted[:-1]), light]
    assert set(SEVERITY) == set(Notice.Category)


# --- What is mailed -----------------------------------------------------------------------------


def test_receipt_is_mailed_with_the_number_and_who_decides(reaction: Comment) -> None:
    notice = report(reaction, "bo@voorbeeld.nl", explanation="Mijn woorden.")
    (mail,) = letters("notice_received")
    assert mail.to == "bo@voorbeeld.nl"
    assert notice.reference in mail.subject
    for text in (mail.text, mail.html):
        said = " ".join(text.split())
        assert notice.reference in said
        assert "Een mens bekijkt uw melding en neemt het besluit." in said
        assert f"/meldingen/{notice.reference}/" in said
        for secret in ("Koop nu", "Mijn woorden", "rik@", "Rik"):
            assert secret not in said


def test_who_left_no_address_gets_no_mail(reaction: Comment, mo: User) -> None:
    report(reaction).dismiss(mo, "Mag.")
    reaction.remove(mo, "legal")
    reaction.restore(mo)
    assert not Mail.objects.filter(kind__startswith="notice").exists()


@pytest.mark.parametrize(
    ("removed", "measure", "reason"),
    [
        (True, "Wij hebben de reactie van de site gehaald.", "De reden: in strijd met de wet."),
        (False, "Wij laten de reactie staan.", "Een boek noemen mag."),
    ],
)
def test_the_decision_is_mailed_with_what_can_be_done_against_it(
    reaction: Comment, mo: User, removed: bool, measure: str, reason: str
) -> None:
    notice = report(reaction, "bo@voorbeeld.nl")
    with translation.override("en"):  # the language of who acts is not that of who reads
        if removed:
            reaction.remove(mo, "legal", "U krijgt mijn naam niet.")
        else:
            notice.dismiss(mo, "Een boek noemen mag.")
    (mail,) = letters("notice_decided")
    assert mail.subject == f"Ons besluit over uw melding ({notice.reference})"
    for text in (mail.text, mail.html):
        said = " ".join(text.split())
        for part in (
            measure,
            reason,
            "Een mens nam dit besluit.",
            "gratis een klacht",
            "/contact/",
        ):
            assert part in said
        for secret in ("Mo Karimi", "U krijgt mijn naam niet.", "Koop nu", "rik@"):
            assert secret not in said


def test_the_writer_never_reads_who_reported(reaction: Comment, mo: User) -> None:
    report(reaction, "bo@voorbeeld.nl", notifier_name="Bo de Wit", explanation="Mijn woorden.")
    reaction.remove(mo, "legal")
    to_rik = Mail.objects.filter(to="rik@voorbeeld.nl")
    assert to_rik.filter(kind="removed").exists()
    for mail in to_rik:
        for secret in ("bo@voorbeeld.nl", "Bo de Wit", "Mijn woorden"):
            assert secret not in mail.text + mail.html + mail.subject
