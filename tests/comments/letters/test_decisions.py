"""A writer hears what became of a reaction; the letter is written with the decision."""

import re
from datetime import timedelta
from email import policy

import pytest
from django.utils import timezone, translation

from accounts.models import User
from comments.judging.ruling import Finding, Ruling, Verdict
from comments.letters.statement import WHY
from comments.models import Comment, Decision, Notice, Writer
from comments.models.deciding import Move
from comments.models.decision import Reason, Verb
from mailing.message import message_id, message_of
from mailing.models import Mail
from pages.models import HouseRules, Publication, Rule
from tests.comments.letters.conftest import kinds, newest
from tests.conftest import React

RIK = "rik@voorbeeld.nl"


def both(mail: Mail) -> tuple[str, str]:
    """Its text and its html, each as one line."""
    return " ".join(mail.text.split()), " ".join(mail.html.split())


@pytest.fixture
def rule(els: User) -> Rule:
    """A house rule that readers can look up."""
    said = {"description": "Regels.", "intro_html": "<p>.</p>", "moderation_html": "<p>.</p>"}
    rules = HouseRules.objects.create(slug="huisregels", title="Huisregels", **said)
    rule = Rule.objects.create(rules=rules, title="Blijf bij het onderwerp", text="Anders niet.")
    rules.publish(els)
    return rule


def test_a_published_reaction_is_told_with_the_way_to_it(react: React, rik: Writer) -> None:
    comment = react()
    mail = newest()
    assert (mail.kind, mail.to, str(mail)) == ("published", RIK, "Uw reactie is geplaatst")
    for said in both(mail):
        assert "Beste Rik," in said
        assert "‘Aan de balie’ is geplaatst." in said
        assert f"http://testserver/reacties/{comment.pk}/" in said
        assert re.search(r"http://testserver/mijn-reacties/[\w:-]+/", said)
        assert comment.body not in said


def test_a_refusal_is_reasoned(react: React, mo: User, rik: Writer, rule: Rule) -> None:
    """All that DSA art. 17(3) asks for."""
    Publication.objects.create(email="post@voorbeeld.nl")
    comment = react(approved=False)
    comment.refuse(mo, Reason.OFF_TOPIC, "Dit gaat over de bus.", house_rule=rule.code)
    mail, decision = newest(), Decision.objects.get(comment=comment)
    assert mail.subject == "Uw reactie is niet geplaatst"
    today = timezone.localtime()
    with translation.override("nl"):
        until = (decision.at + timedelta(days=184)).astimezone(today.tzinfo)
    for said in both(mail):
        assert "bij het artikel ‘Aan de balie’ niet geplaatst." in said
        assert "overal en voor onbepaalde tijd." in said
        assert "Waarom? Uw reactie gaat niet over het onderwerp." in said
        assert "Dit gaat over de bus." in said
        assert "op eigen initiatief." in said
        assert "Een mens nam dit besluit." in said
        assert "‘Blijf bij het onderwerp’" in said
        assert f"http://testserver/huisregels/#{rule.code}" in said
        assert f"U kunt tot en met {until.day} " in said
        assert "http://testserver/contact/" in said
        assert "U kunt ook naar de rechter gaan." in said
        assert f"Uw besluitnummer is {decision.pk}." in said
        assert comment.body not in said


def test_it_says_who_found_it_and_who_decided(
    react: React, mo: User, rik: Writer, discussion: object
) -> None:
    comment = react(approved=False)
    finding = Finding("words", Verdict.HOLD, (("word", "gok"),))
    comment.judged(Ruling((finding,)))
    comment.approve(mo)
    Notice.objects.create(reference="GM-1", kind="rules", comment=comment, snapshot=comment.body)
    comment.remove(mo, Reason.LEGAL, "Smaad.")
    for said in both(newest()):
        assert "Een computerprogramma vond de reactie. Een mens nam het besluit." in said
        assert "na een melding." in said
        assert "Waarom? Uw reactie is volgens ons in strijd met de wet." in said


def test_no_machine_found_what_is_read_because_everything_is_read(
    react: React, mo: User, rik: Writer, discussion: object
) -> None:
    """Every refusal said so where reactions are read first: a false statement of reasons."""
    comment = react(approved=False)
    of_all = (Finding("before", Verdict.HOLD), Finding("hours", Verdict.HOLD))
    comment.judged(Ruling((*of_all, Finding("first", Verdict.PUBLISH))))
    comment.refuse(mo, Reason.OFF_TOPIC)
    for said in both(newest()):
        assert "Een mens nam dit besluit." in said
        assert "computerprogramma" not in said


def test_what_the_rules_refuse_is_told_to_a_known_mailbox_only(react: React, rik: Writer) -> None:
    """A robot types addresses of others: those get nothing. On screen everybody is told."""
    refused = Ruling((Finding("words", Verdict.REFUSE),))
    known, unknown = react(approved=False), react(approved=False, email="jo@voorbeeld.nl")
    known.judged(refused)
    unknown.judged(refused)
    assert kinds(RIK) == ["refused"]
    assert "Een computerprogramma nam dit besluit." in both(newest())[0]
    assert "refused" not in kinds("jo@voorbeeld.nl")


def test_to_an_unconfirmed_mailbox_goes_nothing_that_somebody_typed(react: React, mo: User) -> None:
    """Or anybody could have us mail anything to anybody."""
    comment = react("Koop pillen!", approved=False, name="Goedkope pillen")
    comment.refuse(mo, Reason.ADVERTISING, "U schreef: koop pillen.")
    assert kinds(RIK) == ["confirm_address", "refused"]
    for mail in Mail.objects.all():
        for said in both(mail):
            assert "Beste lezer," in said
            assert "illen" not in said
            assert "/mijn-reacties/" in said
    assert "leest u op uw eigen pagina." in both(newest())[0]
    assert "Uw besluitnummer is" in newest().text


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_sentence(reason: Reason) -> None:
    assert re.fullmatch(r"(?:Uw|In uw) reactie .+\.", str(WHY[reason]))


def test_what_is_taken_back_is_told_too(react: React, mo: User, rik: Writer) -> None:
    comment = react()
    comment.remove(mo, Reason.OFFENSIVE)
    comment.restore(mo)
    other = react("Nog iets.", approved=False)
    other.refuse(mo, Reason.OFFENSIVE)
    other.restore(mo)
    assert kinds(RIK) == ["published", "removed", "restored", "refused", "waits"]
    assert [mail.key for mail in Mail.objects.order_by("pk")] == [
        f"decision-{decision.pk}" for decision in Decision.objects.order_by("pk")
    ]


def test_the_letters_about_one_reaction_stand_together(react: React, mo: User, rik: Writer) -> None:
    react().remove(mo, Reason.OFFENSIVE)
    react("Iets anders.")
    first, second, other = Mail.objects.order_by("pk")
    made = [message_of(mail, Publication.current()).message() for mail in (first, second, other)]
    assert [one["In-Reply-To"] for one in made] == [None, message_id(first), None]


def test_what_was_taken_out_and_put_back_is_told(react: React, mo: User, rik: Writer) -> None:
    comment = react()
    comment._decide(Move(Verb.REDACT, "published", mo), ["published"])  # noqa: SLF001
    redacted = newest()
    taken = Decision.objects.latest("pk")
    evidence: dict[str, object] = {"undoes": taken.pk}
    comment._decide(Move(Verb.UNDO, "published", mo, evidence=evidence), ["published"])  # noqa: SLF001
    for said in both(redacted):
        assert "weggehaald. De rest blijft staan." in said
        assert f"Uw besluitnummer is {taken.pk}." in said
    for said in both(newest()):
        assert "staat weer helemaal op de site." in said
    assert kinds(RIK) == ["published", "redacted", "whole"]


def test_spam_and_one_s_own_act_are_not_told(react: React, mo: User, rik: Writer) -> None:
    react(approved=False).mark_spam(mo)
    react("Toch niet.", approved=False).withdraw()
    assert kinds() == []


def test_what_staff_wrote_and_what_was_imported_is_not_told(react: React, ada: User) -> None:
    long_ago = timezone.now() - timedelta(days=400)
    react("Van de auteur.", user=ada, email="")
    comment = react(approved=False, email="jo@voorbeeld.nl")
    Mail.objects.all().delete()
    comment.approve(ada, at=long_ago)
    assert kinds() == []


def test_a_letter_is_dutch_whatever_the_desk_speaks(react: React, mo: User, rik: Writer) -> None:
    comment = react(approved=False)
    with translation.override("en"):
        comment.refuse(mo, Reason.OFF_TOPIC)
    assert newest().subject == "Uw reactie is niet geplaatst"
    assert "gaat niet over het onderwerp" in newest().text
    assert '<html lang="nl">' in newest().html


@pytest.mark.parametrize("name", ["Rik\nBcc: kim@voorbeeld.nl", "<b>Rik</b>", "Rik\u2028Bcc: k@k"])
def test_a_name_is_a_name_wherever_it_stands(react: React, rik: Writer, name: str) -> None:
    react(name=name)
    message = message_of(newest(), Publication.current()).message(policy=policy.SMTP)
    assert message["Bcc"] is None
    assert message["Subject"] == "[Grensvlak] Uw reactie is geplaatst"
    assert "<b>Rik" not in newest().html


def test_nothing_is_told_of_what_was_not_decided(react: React, mo: User, rik: Writer) -> None:
    comment: Comment = react()
    with pytest.raises(Exception, match="geplaatst"):
        comment.approve(mo)
    assert kinds() == ["published"]
