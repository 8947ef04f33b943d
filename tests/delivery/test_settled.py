"""What is kept until it changed: nobody reads an older one, and nobody reads the same twice."""

import pytest
from django.db import transaction

from comments.judging.gathering import HOUSE
from comments.models import Policy
from comments.models.policy import POLICY
from comments.models.word import WORDS, WordRule
from delivery.settled import Settled
from delivery.shown import SITE
from tests.conftest import first_visit


@pytest.fixture
def patterns(transactional_db: None) -> Settled[list[str]]:
    """The words of all rules."""
    first_visit()
    return Settled(lambda: list(WordRule.objects.values_list("pattern", flat=True)), SITE, WORDS)


def test_it_is_read_once_until_it_changed(patterns: Settled[list[str]]) -> None:
    WordRule.objects.create(pattern="gokken")
    first = patterns.now()
    assert first == ["gokken"]
    assert patterns.now() is first
    WordRule.objects.update(pattern="gokhal")
    assert patterns.now() == ["gokhal"]
    WordRule.objects.all().delete()
    assert patterns.now() == []


def test_a_transaction_sees_what_it_changed_itself(patterns: Settled[list[str]]) -> None:
    WordRule.objects.create(pattern="gokken")
    assert patterns.now() == ["gokken"]
    with transaction.atomic():
        WordRule.objects.update(pattern="gokhal")
        assert patterns.now() == ["gokhal"]
        transaction.set_rollback(True)
    assert patterns.now() == ["gokken"]


def test_a_new_rule_and_a_new_policy_hold_for_the_next_reaction(transactional_db: None) -> None:
    first_visit()
    assert HOUSE.now().words == ()
    WordRule.objects.create(pattern="gokken")
    assert [one.pattern for one in HOUSE.now().words] == ["gokken"]
    Policy.objects.update(page_size=7)
    assert POLICY.now().page_size == 7
