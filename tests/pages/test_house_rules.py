"""The house rules: codes that stay, versions that readers can look up, news for thirty days."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError
from django.test import Client

from accounts.models import User
from articles.models import Article
from comments.models import Comment
from comments.models.decision import Reason
from desk.refused import Refused
from pages.models import HouseRules, Rule, RulesVersion
from pages.models.rules import Difference, difference
from tests.conftest import React
from tests.pages.conftest import MARCH, Fill

CODE = re.compile(r'<li id="(hr-\d+)"')


def change(rules: HouseRules, by: User, now: datetime | None = None) -> None:
    """A second version: hr-1 goes, hr-2 says something else, hr-3 is new."""
    rules.rules.filter(number=1).update(retired=True)
    rules.rules.filter(number=2).update(text="Scheld niet.")
    rules.rules.create(title="Noem uw bron", text="Schrijf op hoe u iets weet.")
    rules.publish(by, now, "Lezers vroegen <b>hierom</b>.")


def test_readers_find_each_rule_at_its_code(client: Client, rules: HouseRules) -> None:
    answer = client.get("/huisregels/")
    assert answer.status_code == 200
    assert CODE.findall(answer.text) == ["hr-1", "hr-2"]
    assert "<title>Huisregels - De Kade</title>" in answer.text
    for text in ("Wees vriendelijk.", "Speel de bal, en niet anders.", "Een mens beslist."):
        assert text in answer.text
    assert '<time datetime="2026-03-02T09:00:00+01:00">2 maart 2026</time>' in answer.text


def test_what_editors_work_on_is_out_of_sight_until_it_is_a_version(
    client: Client, rules: HouseRules, els: User
) -> None:
    rules.rules.filter(number=2).update(text="Scheld niet.")
    HouseRules.objects.update(intro_html="<p>Anders.</p>")
    page = client.get("/huisregels/").text
    assert "Scheld niet." not in page
    assert "Anders." not in page
    HouseRules.objects.get().publish(els, changes="Duidelijker.")
    page = client.get("/huisregels/").text
    assert "Scheld niet." in page
    assert "Anders." in page


def test_a_version_says_what_changed_and_the_one_before_stays_readable(
    client: Client, rules: HouseRules, els: User
) -> None:
    change(rules, els)
    page = client.get("/huisregels/").text
    assert CODE.findall(page) == ["hr-2", "hr-3"]
    assert "Lezers vroegen &lt;b&gt;hierom&lt;/b&gt;." in page
    for line in ("Nieuw: hr-3.", "Gewijzigd: hr-2.", "Vervallen: hr-1."):
        assert line in page
    before = client.get("/huisregels/versie/1/").text
    assert CODE.findall(before) == ["hr-1", "hr-2"]
    assert "Dit is versie 1, die niet meer geldt." in before
    assert '<meta name="robots" content="noindex">' in before
    assert "<title>Huisregels, versie 1 - De Kade</title>" in before
    now, numbered = (client.get(way).text for way in ("/huisregels/", "/huisregels/versie/2/"))
    assert "<title>Huisregels, versie 2 - De Kade</title>" in numbered
    assert '<meta name="robots" content="noindex">' in numbered
    now = now.replace(' aria-current="page"', "")
    assert now.partition("<body>")[2] == numbered.partition("<body>")[2]


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999", "een", "-1"])
def test_a_version_that_never_was_is_not_found(
    client: Client, rules: HouseRules, number: str
) -> None:
    assert client.get(f"/huisregels/versie/{number}/").status_code == 404


def test_the_same_for_a_machine(client: Client, rules: HouseRules, els: User) -> None:
    change(rules, els, MARCH + timedelta(days=1))
    answer = client.get("/huisregels.json")
    assert answer.headers["Content-Type"] == "application/json"
    told = answer.json()
    assert told["version"] == 2
    assert told["valid_from"].startswith("2026-03-03T08:00:00")
    assert told["url"] == "http://testserver/huisregels/"
    assert told["rules"][0] == {
        "code": "hr-2",
        "title": "Speel de bal",
        "text": "Scheld niet.",
        "url": "http://testserver/huisregels/#hr-2",
    }
    assert told["moderation_html"] == "<p>Een mens beslist.</p>"


@pytest.mark.parametrize("address", ["/huisregels/", "/huisregels.json", "/huisregels/versie/1/"])
def test_rules_that_are_not_published_or_withdrawn_are_not_there(
    client: Client, rules: HouseRules, els: User, address: str
) -> None:
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405
    rules.withdraw(els)
    assert client.get(address).status_code == 404
    rules.publish(els)
    assert client.get(address).status_code == 200
    assert rules.versions.count() == 1


def test_a_code_is_never_given_to_another_rule(rules: HouseRules) -> None:
    rules.rules.filter(number=2).update(retired=True)
    assert Rule.objects.create(rules=rules, title="Nieuw", text="Nieuw.").code == "hr-3"
    with pytest.raises(IntegrityError, match=r"rule_number_given_once|number"):
        Rule.objects.filter(number=3).update(number=2)


def test_a_rule_keeps_its_code_when_it_is_changed(rules: HouseRules) -> None:
    rule = rules.rules.get(number=1)
    rule.title, rule.position = "Blijf erbij", 90
    rule.save()
    assert [one.code for one in rules.rules.all()] == ["hr-2", "hr-1"]
    assert str(rule) == "hr-1: Blijf erbij"


def test_the_first_version_needs_rules_and_every_part(fill: Fill, els: User) -> None:
    rules = HouseRules.the_one()
    with pytest.raises(Refused, match="beschrijving, inleiding, zo werkt modereren en huisregels"):
        rules.publish(els)
    fill(rules)
    rules.rules.update(retired=True)
    with pytest.raises(Refused, match="Vul eerst in: huisregels"):
        rules.publish(els)
    assert not RulesVersion.objects.exists()
    assert not rules.is_published


def test_a_change_is_explained_and_no_change_is_no_version(rules: HouseRules, els: User) -> None:
    with pytest.raises(Refused, match="Er is niets veranderd sinds versie 1"):
        rules.publish(els, changes="Niets.")
    rules.rules.filter(number=2).update(text="Scheld niet.")
    with pytest.raises(Refused, match="Schrijf op wat er is veranderd"):
        rules.publish(els, changes="  ")
    assert rules.versions.count() == 1


def test_a_version_keeps_who_made_it_and_when(rules: HouseRules, els: User) -> None:
    version = rules.latest()
    assert version is not None
    assert (version.number, version.at, version.by) == (1, MARCH, els)
    assert str(version) == "versie 1"


def test_the_first_version_is_no_news_a_change_is_for_thirty_days(
    rules: HouseRules, els: User
) -> None:
    assert not rules.changed_recently(MARCH)
    change(rules, els, MARCH)
    assert rules.changed_recently(MARCH + timedelta(days=29))
    assert not rules.changed_recently(MARCH + timedelta(days=31))


@pytest.mark.django_db
def test_rules_without_a_version_did_not_change() -> None:
    assert not HouseRules.the_one().changed_recently(MARCH)


def test_who_reacts_is_led_to_the_rules_and_told_of_a_change(
    client: Client, rules: HouseRules, els: User, article: Article
) -> None:
    form = f"{article.get_absolute_url()}reageren/"
    assert 'Lees ook onze <a href="/huisregels/">huisregels</a>.' in client.get(form).text
    change(rules, els)
    for headers in ({}, {"hx-request": "true"}):
        page = client.get(form, headers=headers).text
        assert 'gelden nieuwe <a href="/huisregels/">huisregels</a>' in page
        assert 'href="/huisregels/#versies"' in page
    RulesVersion.objects.filter(number=2).update(at=MARCH)
    assert "gelden nieuwe" not in client.get(form).text


def test_without_rules_the_form_says_nothing_of_them(client: Client, article: Article) -> None:
    page = client.get(f"{article.get_absolute_url()}reageren/").text
    assert "/huisregels/" not in page
    assert "privacyverklaring" not in page


@pytest.fixture
def tombstone(react: React, mo: User) -> Comment:
    """A reaction that was removed and has an answer."""
    removed = react("Weg ermee.")
    react("Jammer.", removed)
    removed.remove(mo, Reason.OFFENSIVE)
    return removed


def test_what_was_removed_refers_to_the_rules(
    client: Client, tombstone: Comment, article: Article, fill: Fill, els: User
) -> None:
    page = client.get(article.get_absolute_url()).text
    assert "Deze reactie is verwijderd. De reactie past niet bij onze huisregels." in page
    rules = HouseRules.the_one()
    fill(rules)
    rules.publish(els)
    page = client.get(article.get_absolute_url()).text
    assert 'De reactie past niet bij onze <a href="/huisregels/">huisregels</a>.' in page


def rule(code: str, text: str = "Tekst.") -> dict[str, str]:
    return {"code": code, "title": code, "text": text}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([rule("hr-1")], [rule("hr-1")], Difference((), (), ())),
        ([], [rule("hr-1")], Difference(("hr-1",), (), ())),
        ([rule("hr-1")], [], Difference((), (), ("hr-1",))),
        ([rule("hr-1")], [rule("hr-1", "Anders.")], Difference((), ("hr-1",), ())),
        (
            [rule("hr-1"), rule("hr-2")],
            [rule("hr-2"), rule("hr-3")],
            Difference(("hr-3",), (), ("hr-1",)),
        ),
    ],
)
def test_two_versions_differ_by_their_rules(
    before: list[dict[str, str]], after: list[dict[str, str]], found: Difference
) -> None:
    assert difference({"rules": before}, {"rules": after}) == found
