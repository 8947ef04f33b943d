"""Two people on one article: the second one to save is asked first, and loses nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.models import Article, TextBlock
from tests.articles.conftest import Stack
from tests.articles.desk_form import article_form, block, rows
from tests.conftest import Publish, SignIn

SEEN = re.compile(r'name="seen" value="([^"]+)"')
REPLACES = re.compile(r'name="replaces" value="([^"]+)"')
NOT_SAVED = "Uw versie is nog niet bewaard"


@pytest.fixture
def els_at_desk(els: User, sign_in: SignIn) -> Client:
    """Els, signed in."""
    return sign_in(els)


@pytest.fixture
def tom_at_desk(staff: Any, sign_in: SignIn) -> Client:
    """Tom, another editor, signed in."""
    return sign_in(staff("tom", "redactie", "Tom Bakker"))


def page(article: Article) -> str:
    return f"/beheer/articles/article/{article.pk}/change/"


def seen_by(client: Client, article: Article) -> str:
    """What the form remembers of the version it was opened with."""
    found = SEEN.search(client.get(page(article)).text)
    assert found
    return found[1]


def edited(
    article: Article, title: str, words: str = "Het begint.", **memory: str
) -> dict[str, Any]:
    text = TextBlock.objects.get(parent=article)
    row = {"id": text.pk, "parent": article.pk, **block(10, text_html=f"<p>{words}</p>")}
    form = article_form(title=title, slug=article.slug, **memory)
    return form | rows("articles_textblock_set", row, stored=1)


def title(article: Article) -> str:
    return Article.objects.get(pk=article.pk).title


def test_who_opened_the_newest_version_saves(els_at_desk: Client, publish: Publish) -> None:
    article = publish()
    form = edited(article, "Van Els", seen=seen_by(els_at_desk, article))
    assert els_at_desk.post(page(article), form).status_code == 302
    assert title(article) == "Van Els"


def test_saving_twice_in_a_row_is_no_conflict(els_at_desk: Client, publish: Publish) -> None:
    article = publish()
    for name in ("Eerst", "Daarna"):
        form = edited(article, name, seen=seen_by(els_at_desk, article))
        assert els_at_desk.post(page(article), form).status_code == 302
    assert title(article) == "Daarna"


@pytest.fixture
def asked(els_at_desk: Client, tom_at_desk: Client, publish: Publish) -> tuple[Article, Any]:
    """Els's save, after Tom saved what she had opened before."""
    article = publish()
    seen = seen_by(els_at_desk, article)
    tom_at_desk.post(page(article), edited(article, "Van Tom", seen=seen))
    form = edited(article, "Van Els", "Wat Els schreef.", seen=seen)
    return article, els_at_desk.post(page(article), form)


def test_a_save_over_a_newer_version_is_refused_and_says_whose_it_is(
    asked: tuple[Article, Any],
) -> None:
    article, answer = asked
    assert title(article) == "Van Tom"
    assert TextBlock.objects.get().text_html == "<p>Het begint.</p>"
    assert NOT_SAVED in answer.text
    assert "Intussen heeft Tom Bakker dit artikel bewaard, om " in answer.text


def test_what_was_typed_stays_on_the_screen(asked: tuple[Article, Any]) -> None:
    _article, answer = asked
    assert 'value="Van Els"' in answer.text
    assert "Wat Els schreef." in answer.text
    assert 'target="_blank">Bekijk de bewaarde versie in een nieuw venster</a>' in answer.text


def test_saving_again_without_a_choice_is_refused_again(
    els_at_desk: Client, asked: tuple[Article, Any]
) -> None:
    article, answer = asked
    still = SEEN.search(answer.text)
    assert still
    again = els_at_desk.post(page(article), edited(article, "Van Els", seen=still[1]))
    assert NOT_SAVED in again.text
    assert title(article) == "Van Tom"


def test_who_chooses_to_replaces_the_newer_version(
    els_at_desk: Client, asked: tuple[Article, Any]
) -> None:
    article, answer = asked
    seen, replaces = SEEN.search(answer.text), REPLACES.search(answer.text)
    assert seen
    assert replaces
    form = edited(article, "Van Els", "Els.", seen=seen[1], replaces=replaces[1])
    assert els_at_desk.post(page(article), form).status_code == 302
    assert title(article) == "Van Els"
    assert TextBlock.objects.get().text_html == "<p>Els.</p>"


def test_the_choice_is_about_one_version_and_not_about_the_next(
    els_at_desk: Client, tom_at_desk: Client, asked: tuple[Article, Any]
) -> None:
    article, answer = asked
    seen, replaces = SEEN.search(answer.text), REPLACES.search(answer.text)
    assert seen
    assert replaces
    tom_at_desk.post(
        page(article), edited(article, "Nog eens Tom", seen=seen_by(tom_at_desk, article))
    )
    form = edited(article, "Van Els", seen=seen[1], replaces=replaces[1])
    assert NOT_SAVED in els_at_desk.post(page(article), form).text
    assert title(article) == "Nog eens Tom"


def test_a_block_alone_makes_a_newer_version(
    els_at_desk: Client, tom_at_desk: Client, publish: Publish
) -> None:
    article = publish()
    before, seen = article.changed_at, seen_by(els_at_desk, article)
    tom_at_desk.post(page(article), edited(article, article.title, "Alleen dit.", seen=seen))
    article.refresh_from_db()
    assert article.changed_at > before
    answer = els_at_desk.post(page(article), edited(article, article.title, "Els.", seen=seen))
    assert NOT_SAVED in answer.text
    assert TextBlock.objects.get().text_html == "<p>Alleen dit.</p>"


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        ("tom", "Intussen is dit artikel veranderd: ingetrokken door Tom Bakker."),
        ("", "Intussen is dit artikel veranderd."),
    ],
)
def test_a_step_that_somebody_took_is_told_too(
    els_at_desk: Client, tom_at_desk: Client, publish: Publish, by: str, sentence: str
) -> None:
    article = publish()
    form = edited(article, "Van Els", seen=seen_by(els_at_desk, article))
    article.withdraw(User.objects.get(username=by) if by else None)
    assert sentence in els_at_desk.post(page(article), form).text


def test_a_block_that_somebody_took_away_keeps_its_text_and_can_come_back(
    els_at_desk: Client, publish: Publish, stack: Stack
) -> None:
    """The admin left out of the page what it could not find in the database."""
    article = publish()
    stack(article, TextBlock(text_html="<p>Tweede.</p>"))
    first, second = TextBlock.objects.order_by("ordering")
    texts = {first.pk: "<p>Els een.</p>", second.pk: "<p>Els twee.</p>"}
    typed = [
        {"id": pk, "parent": article.pk, **block(number, text_html=html)}
        for number, (pk, html) in enumerate(texts.items(), start=1)
    ]
    new = {"parent": article.pk, **block(30, text_html="<p>Els drie.</p>")}
    form = article_form(slug=article.slug, seen=seen_by(els_at_desk, article))
    form |= rows("articles_textblock_set", *typed, new, stored=2)
    first.delete()
    article.save()
    answer = els_at_desk.post(page(article), form)
    assert all(f"Els {word}." in answer.text for word in ("een", "twee", "drie"))
    replaces = REPLACES.search(answer.text)
    assert replaces
    again = els_at_desk.post(page(article), form | {"replaces": replaces[1]})
    assert again.status_code == 302
    stored = TextBlock.objects.order_by("ordering").values_list("text_html", flat=True)
    assert list(stored) == ["<p>Els een.</p>", "<p>Els twee.</p>", "<p>Els drie.</p>"]


@pytest.mark.parametrize("count", ["", "-1", "veel", "99999999", "1"])
@pytest.mark.parametrize("pk", ["", "abc", "999", "99999999999999999999", "\x00"])
def test_rows_that_no_page_sends_are_asked_again(
    els_at_desk: Client, publish: Publish, count: str, pk: str
) -> None:
    article = publish()
    tip = {"TOTAL_FORMS": "1", "INITIAL_FORMS": count, "0-id": pk, "0-text": ""}
    row = {f"articles_tip_set-{name}": value for name, value in tip.items()}
    answer = els_at_desk.post(page(article), edited(article, "Van Els") | row)
    assert answer.status_code == 200
    assert title(article) == "Aan de balie"


@pytest.mark.parametrize("seen", ["", "gisteren", "2026-01-01T00:00:00+00:00", "\x00"])
def test_what_a_page_never_says_stores_nothing_it_should_not(
    els_at_desk: Client, publish: Publish, seen: str
) -> None:
    """Without a version it is no page that asks; a made-up version is an old one."""
    article = publish()
    answer = els_at_desk.post(page(article), edited(article, "Van Els", seen=seen))
    assert answer.status_code == (200 if seen else 302)
    assert title(article) == ("Aan de balie" if seen else "Van Els")


def test_a_save_does_not_write_back_what_a_colleague_decided(publish: Publish) -> None:
    """It loaded the article when it was published, and stored that again after the withdrawal."""
    from articles.admin.saving import SafeSaving  # noqa: PLC0415

    article = publish()
    loaded = Article.objects.get(pk=article.pk)
    article.withdraw()
    loaded.title = "Van Els"
    SafeSaving().save_model(None, loaded, None, change=True)  # type: ignore[arg-type]
    article.refresh_from_db()
    assert (article.title, article.state) == ("Van Els", "withdrawn")


def test_the_memory_of_a_form_is_no_change_in_the_log(
    els_at_desk: Client, publish: Publish
) -> None:
    from django.contrib.admin.models import LogEntry  # noqa: PLC0415

    article = publish()
    els_at_desk.post(page(article), edited(article, "Van Els"))
    assert "een" not in LogEntry.objects.get().get_change_message().lower().split()
    assert "Titel" in LogEntry.objects.get().get_change_message()


def test_an_address_follows_the_title_only_at_first(els_at_desk: Client, publish: Publish) -> None:
    new = els_at_desk.get("/beheer/articles/article/add/").text
    old = els_at_desk.get(page(publish())).text
    assert '"id": "#id_slug"' in new.replace("&quot;", '"')
    assert '"id": "#id_slug"' not in old.replace("&quot;", '"')
    assert "dan blijft het oude adres werken" in old


@pytest.mark.parametrize("over", [False, True])
def test_a_plan_that_is_over_is_in_nobody_s_way(
    els_at_desk: Client, publish: Publish, over: bool
) -> None:
    """What was planned for yesterday appeared yesterday; saving asks nothing of its moments."""
    article = publish()
    moments: dict[str, Any] = {"published_at": timezone.now() - timedelta(days=1)}
    if over:
        moments["expires_at"] = timezone.now() - timedelta(hours=1)
    Article.objects.filter(pk=article.pk).update(**moments)
    form = edited(article, "Van Els", seen=seen_by(els_at_desk, article))
    assert not [name for name in form if name.endswith("_at")]
    assert els_at_desk.post(page(article), form).status_code == 302
    article.refresh_from_db()
    assert article.title == "Van Els"
    assert {name: getattr(article, name) for name in moments} == moments
