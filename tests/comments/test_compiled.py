"""The thread is a compiled template: what it knows beside the templates of Django."""

import pytest
from django.template import engines
from django.urls import reverse
from django.utils import translation
from jinja2 import UndefinedError

from comments.models import Comment
from comments.references import permalink_to
from comments.thread import Thread, thread_of
from tests.comments.threads import placed, rendered


def test_addresses_are_those_of_the_site() -> None:
    assert permalink_to(1_234_567) == reverse("comments:permalink", args=[1_234_567])
    page = rendered(thread_of(placed("7"), set()))
    for name in ("permalink", "report"):
        assert f'<a href="{reverse(f"comments:{name}", args=[7])}" rel="nofollow">' in page


def test_what_a_writer_typed_is_text() -> None:
    first, answer = placed("1 1.2")
    typed = '<b>"O\'Brien" & co'
    thread = [first._replace(name=typed), answer._replace(affiliation=typed)]
    page = rendered(thread_of(thread, set()))
    assert "<b>" not in page
    assert page.count("&lt;b&gt;&#34;O&#39;Brien&#34; &amp; co") == 6


def test_a_conversation_that_goes_on_says_where_it_began() -> None:
    thread = thread_of(placed("4.5 6"), set())
    first = thread.rows[0].comment
    page = rendered(Thread(thread.rows, Comment(pk=4, number=4), first))
    assert page.count("discussion__goes-on") == 1
    assert 'begint bij <a href="/reacties/4/">reactie 4</a>.' in page


def test_it_speaks_the_language_that_is_active() -> None:
    thread = thread_of(placed("1 1.2"), set())
    with translation.override("en"):
        page = rendered(thread)
    assert "in reply to" in page
    assert "Beantwoorden" not in page
    assert "Beantwoorden" in rendered(thread)


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        engines["jinja2"].from_string("{{ nothing }}").render({})
