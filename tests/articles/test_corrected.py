"""Readers see what was wrong, and when it was put right."""

import re
from datetime import UTC, datetime

from django.test import Client
from pytest_django.asserts import assertInHTML

from articles.models import Article, Correction
from tests.conftest import Publish

FIRST = datetime(2026, 2, 3, 9, tzinfo=UTC)
SECOND = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)  # half past midnight in Amsterdam


def test_a_correction_stands_under_the_lead_with_its_date(client: Client, article: Article) -> None:
    Correction.objects.create(article=article, at=FIRST, text="Er stond 4,2 dagen: het zijn er 5.")
    page = client.get(article.get_absolute_url()).text
    assertInHTML(
        """<aside class="corrections" aria-label="Correctie"><p><strong lang="nl">Correctie,
        <time datetime="2026-02-03T10:00:00+01:00">3 februari 2026</time>:</strong>
        Er stond 4,2 dagen: het zijn er 5.</p></aside>""",
        page,
    )
    assert re.search(r'<p class="lead">[^<]*</p>\s*<aside class="corrections"', page)


def test_the_dateline_says_when_it_was_last_corrected(client: Client, article: Article) -> None:
    Correction.objects.create(article=article, at=SECOND, text="Later.")
    Correction.objects.create(article=article, at=FIRST, text="Eerder.")
    page = client.get(article.get_absolute_url()).text
    assertInHTML(
        """<span>Gecorrigeerd op
        <time datetime="2026-04-01T00:30:00+02:00">1 april 2026</time></span>""",
        page,
    )
    assert page.index("Eerder.") < page.index("Later.")
    assert 'aria-label="Correcties"' in page


def test_an_article_that_was_right_says_nothing_of_it(client: Client, publish: Publish) -> None:
    wrong, right = publish("Fout"), publish("Goed")
    Correction.objects.create(article=wrong, text="Er stond iets anders.")
    page = client.get(right.get_absolute_url()).text
    assert "orrectie" not in page
    assert "Gecorrigeerd op" not in page


def test_a_list_does_not_show_corrections(client: Client, article: Article) -> None:
    Correction.objects.create(article=article, text="Er stond iets anders.")
    assert "Gecorrigeerd op" not in client.get("/").text


def test_a_correction_is_shown_and_not_run(client: Client, article: Article) -> None:
    Correction.objects.create(article=article, text="<script>x()</script>\nTweede regel.")
    page = client.get(article.get_absolute_url()).text
    assert "&lt;script&gt;x()&lt;/script&gt;<br>Tweede regel." in page
