"""The whole hostile corpus through every door: nothing of it becomes code, and nothing breaks."""

import re
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from itertools import batched
from typing import Any

import feedparser
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments.judging.guard import sign
from comments.letters import decisions
from comments.links import token_of
from comments.models import Comment, Discussion, Policy, Writer
from mailing.layout import style_html
from mailing.message import message_of
from mailing.models import Letter, Mail
from pages.models import Publication
from tests.delivery.markup import fetched_from_elsewhere, inline_in
from tests.markup.hostile import PAYLOADS
from tests.markup.inspection import faults_in_reaction

PREVIEW = re.compile(
    r'Zo komt uw reactie eruit.*?<div class="reaction__text">(.*?)</div>', re.DOTALL
)
TEXTS = re.compile(r'<div class="reaction__text">(.*?)</div>', re.DOTALL)
#: What the form takes in: the others are refused with a sentence, in full.
READABLE = [one for one in PAYLOADS if len(one) <= 5_000]


def encodable(payload: str) -> str:
    """As a browser sends it: half a surrogate pair is a question mark."""
    return payload.encode("utf-8", "replace").decode()


def harmless(page: str) -> bool:
    return inline_in(page) == [] and fetched_from_elsewhere(page) == []


def as_received(mail: Mail) -> Any:
    sent = message_of(mail, Publication.current()).message().as_bytes()
    return message_from_bytes(sent, policy=default)


@pytest.fixture
def patient(db: None) -> Policy:
    policy = Policy.get_solo()
    policy.most_in_ten_minutes = policy.most_in_a_day = 30_000
    policy.save()
    return policy


@pytest.fixture
def filled(discussion: Discussion, mo: User, patient: Policy) -> list[Comment]:
    """A discussion in which each payload is the text, the name and the organisation of somebody."""
    made = []
    for payload in READABLE:
        text = encodable(payload).replace("\x00", "")
        comment = Comment(
            body=text, name=text[:80] or "-", affiliation=text[:120], email="rik@voorbeeld.nl"
        )
        comment.discussion = discussion
        comment.save()
        made.append(comment)
    for comment in made:
        comment.approve(mo)
    return made


@pytest.mark.parametrize("door", ["voorbeeld", ""])
def test_through_the_form_and_its_preview(
    client: Client, form: str, form_data: dict[str, str], patient: Policy, door: str
) -> None:
    opened = sign(f"reaction:{Article.objects.get().pk}", timezone.now() - timedelta(minutes=1))
    for number, payload in enumerate(PAYLOADS):
        sent = {**form_data, "body": encodable(payload), "opened": opened}
        sent["email"] = f"lezer{number}@voorbeeld.nl"
        answer = client.post(form, sent | ({door: "ja"} if door else {}))
        assert answer.status_code in ({200, 422} if door else {302, 422}), payload
        assert harmless(answer.text), payload
        for shown in PREVIEW.findall(answer.text):
            assert faults_in_reaction(shown) == [], payload
    assert Comment.objects.exists() is not bool(door)


@pytest.mark.parametrize("field", ["name", "email", "affiliation"])
def test_through_the_short_fields(
    client: Client, form: str, form_data: dict[str, str], patient: Policy, field: str
) -> None:
    for payload in PAYLOADS:
        cache.clear()
        answer = client.post(form, {**form_data, field: encodable(payload), "voorbeeld": "ja"})
        assert answer.status_code in {200, 422}, payload
        assert harmless(answer.text), payload
    assert not Comment.objects.exists()


def test_through_a_correction(client: Client, discussion: Discussion, patient: Policy) -> None:
    comment = Comment(body="Eerst.", name="Rik", email="rik@voorbeeld.nl")
    discussion.post(comment)
    writer = Writer.objects.of("rik@voorbeeld.nl")
    address = reverse("comments:correct", args=[token_of(writer), comment.pk])
    for payload in PAYLOADS[::4]:
        answer = client.post(address, {"body": encodable(payload)})
        assert answer.status_code in {302, 422}, payload
        assert harmless(answer.text), payload
        page = client.get(reverse("comments:mine", args=[token_of(writer)])).text
        assert harmless(page), payload
        assert faults_in_reaction(Comment.objects.get().body_html) == [], payload


def test_on_the_pages_of_the_discussion(
    client: Client, article: Article, filled: list[Comment]
) -> None:
    pages = Discussion.objects.get().page_count
    shown = 0
    for number in range(1, pages + 1):
        page = client.get(article.get_absolute_url(), {"reacties": number}).text
        assert harmless(page)
        texts = TEXTS.findall(page)
        shown += len(texts)
        for text in texts:
            assert faults_in_reaction(text) == []
    assert pages > 1
    assert shown == len(filled)


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_in_the_feeds(client: Client, article: Article, filled: list[Comment], kind: str) -> None:
    for address in (f"/feeds/reacties.{kind}", f"/feeds/artikelen/{article.slug}/reacties.{kind}"):
        answer = client.get(address)
        if answer.status_code == 404:
            continue
        feed = feedparser.parse(answer.content)
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.entries
        for entry in feed.entries:
            for content in entry.get("content", []):
                assert faults_in_reaction(content.value) == []


def test_in_search_and_on_the_front_page(client: Client, filled: list[Comment]) -> None:
    for address in ("/", "/zoeken/?q=alert", "/zoeken/?q=script", "/zoeken/?q=evil"):
        assert harmless(client.get(address).text)


def test_in_the_mail_that_its_writer_gets(filled: list[Comment]) -> None:
    writer = Writer.objects.of("rik@voorbeeld.nl")
    writer.confirm(timezone.now())
    Mail.objects.all().delete()
    for comment in filled:
        decisions.told(comment.decisions.get())
    assert Mail.objects.count() == len(filled)
    for mail in Mail.objects.all():
        assert harmless(mail.html.replace("<style>", ""))
        parsed = as_received(mail)
        assert parsed["To"] == "rik@voorbeeld.nl"
        assert parsed["Bcc"] is None
        assert len(parsed.get_all("Subject", [])) == 1


@pytest.mark.parametrize("batch", list(batched(PAYLOADS, 112, strict=False)))
def test_in_the_lines_at_the_top_of_a_mail(db: None, batch: tuple[str, ...]) -> None:
    """A name in a subject cannot begin a line of its own."""
    for number, payload in enumerate(batch):
        text: Any = encodable(payload)
        letter = Letter(
            key=f"proef-{number}",
            to="rik@voorbeeld.nl",
            kind="mailbox_link",
            subject=text,
            context={"page": "https://kade.example/"},
            thread="discussie-1",
        )
        mail = Mail.objects.post(letter)
        parsed = as_received(mail)
        known = {
            *("subject", "from", "to", "date", "message-id", "auto-submitted", "list-id"),
            *(
                "in-reply-to",
                "references",
                "mime-version",
                "content-type",
                "x-auto-response-suppress",
            ),
            *("precedence", "content-language", "list-unsubscribe", "list-unsubscribe-post"),
        }
        assert {name.lower() for name in parsed} <= known, payload
        assert mail.html.count("<style") == 1, payload
        assert harmless(mail.html.replace(style_html(), "")), payload
