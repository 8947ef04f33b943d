import pytest
from django.db.models import Model
from django.utils import timezone

from comments.models import Decision, Discussion
from delivery.storing import amend, store


def test_a_row_is_stored_as_save_does(discussion: Discussion) -> None:
    def decision() -> Decision:
        evidence = {"verdict": "hold", "findings": [{"code": "word", "start": 1}]}
        return Decision(discussion=discussion, verb="judge", rule="judge", evidence=evidence)

    one, other = decision(), decision()
    store(one)
    Model.save(other)
    first, second = Decision.objects.order_by("pk")
    assert (first, second) == (one, other)
    with pytest.raises(TypeError):
        one.save()  # it is known to be there
    differ = {"id", "at", "_state"}
    same = [{k: v for k, v in vars(row).items() if k not in differ} for row in (first, second)]
    assert same[0] == same[1]


def test_of_a_row_that_is_there_only_what_is_named_changes(discussion: Discussion) -> None:
    now = timezone.now().replace(microsecond=7)
    discussion.closing_word, discussion.page_starts = "Nog niet gezegd.", ["000002"]
    discussion.closes_at, discussion.last_number = now, 2
    amend(discussion, "page_starts", "last_number", "closes_at")
    there = Discussion.objects.get()
    assert (there.page_starts, there.last_number, there.closes_at) == (["000002"], 2, now)
    assert there.closing_word == ""
