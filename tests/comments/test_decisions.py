import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from accounts.models import User
from comments.models import Decision, Discussion
from tests.conftest import React


@pytest.fixture
def decision(discussion: Discussion, mo: User) -> Decision:
    """Mo closed the discussion."""
    discussion.close(mo)
    return Decision.objects.get()


def test_a_decision_is_never_changed(decision: Decision) -> None:
    decision.text = "Iets anders."
    with pytest.raises(TypeError, match="only ever added"):
        decision.save()
    with pytest.raises(TypeError, match="only ever added"):
        Decision.objects.update(text="Iets anders.")
    with pytest.raises(TypeError, match="only ever added"), transaction.atomic():
        Decision.objects.bulk_update([decision], ["text"])
    with pytest.raises(TypeError, match="only ever added"):
        decision.discussion.decisions.update(text="Iets anders.")
    assert Decision.objects.get().text == ""


def test_a_decision_is_never_deleted(decision: Decision) -> None:
    with pytest.raises(TypeError, match="only ever added"):
        decision.delete()
    with pytest.raises(TypeError, match="only ever added"):
        Decision.objects.all().delete()
    assert Decision.objects.count() == 1


def test_what_was_decided_about_cannot_be_deleted(react: React, mo: User) -> None:
    comment = react()
    for thing in (comment, comment.discussion, comment.discussion.article, mo):
        with pytest.raises(ProtectedError):
            thing.delete()


def test_a_decision_has_a_maker(discussion: Discussion, mo: User) -> None:
    states = {"from_state": "open", "to_state": "closed"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(discussion=discussion, **states)
    Decision.objects.create(discussion=discussion, by=mo, **states)
    Decision.objects.create(discussion=discussion, rule="two_links", **states)
    assert Decision.objects.count() == 2


def test_a_decision_reads_as_words(react: React, decision: Decision, mo: User) -> None:
    decision.discussion.reopen(mo)
    approval = react("Dat  herken\nik.").decisions.get()
    assert str(approval) == "Rik: Dat herken ik.: wacht op goedkeuring → geplaatst"
    assert approval.label_of("published") == "geplaatst"
    assert str(decision) == "reageren: volgens het beleid → gesloten"
    assert decision.label_of("closed") == "gesloten"
