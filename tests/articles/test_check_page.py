"""The check at the desk: its page, what publishing shows of it, and that no way leads around it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from articles.models import Article, TextBlock
from tests.articles.conftest import Stack
from tests.articles.desk_form import article_form, block
from tests.conftest import Publish, SignIn
from tests.desk.messages import said

LIST = "/beheer/articles/article/"
NOW = {"at_0": "", "at_1": "", "until_0": "", "until_1": ""}
BLOCKED = "Publiceren kan nog niet"
DEEP = "De kop ‘Te diep’ slaat een niveau over."


@pytest.fixture
def els_at_desk(els: User, sign_in: SignIn) -> Client:
    """Els, signed in."""
    return sign_in(els)


@pytest.fixture
def draft(in_every_state: dict[str, Article]) -> Article:
    """Can be published; there is some advice."""
    return in_every_state["draft"]


@pytest.fixture
def unfinished(draft: Article, stack: Stack) -> Article:
    """Cannot be published: a heading skips two levels."""
    stack(draft, TextBlock(text_html="<h4>Te diep</h4><p>Dat is thans zo.</p>"))
    return draft


def at(article: Article, act: str) -> str:
    return f"{LIST}{article.pk}/{act}/"


def test_the_page_of_an_article_leads_to_its_check(els_at_desk: Client, draft: Article) -> None:
    assert '<a href="../controleren/">Controleren</a>' in els_at_desk.get(at(draft, "change")).text


def test_the_check_tells_what_blocks_from_what_is_advice(
    els_at_desk: Client, unfinished: Article
) -> None:
    page = els_at_desk.get(at(unfinished, "controleren"))
    assert page.status_code == 200
    blocking, advice = page.text.split("<details")
    assert BLOCKED in blocking
    assert DEEP in blocking
    assert "‘thans’ (nu)" in advice
    assert "4 adviezen" in advice


def test_a_finding_leads_to_its_block(els_at_desk: Client, unfinished: Article) -> None:
    page = els_at_desk.get(at(unfinished, "controleren")).text
    assert f'href="{at(unfinished, "change")}#articles_textblock_set-1"' in page
    assert 'id="articles_textblock_set-1"' in els_at_desk.get(at(unfinished, "change")).text


def test_an_article_without_blocking_findings_says_so(els_at_desk: Client, draft: Article) -> None:
    page = els_at_desk.get(at(draft, "controleren")).text
    assert BLOCKED not in page
    assert "Niets houdt publiceren tegen. Wel kan dit beter:" in page


def test_what_was_written_is_shown_as_text(
    els_at_desk: Client, draft: Article, stack: Stack
) -> None:
    stack(draft, TextBlock(text_html="<h4>&lt;script&gt;alert(1)&lt;/script&gt;</h4>"))
    page = els_at_desk.get(at(draft, "controleren")).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_check_is_only_read(els_at_desk: Client, draft: Article, method: str) -> None:
    assert getattr(els_at_desk, method)(at(draft, "controleren")).status_code == 405


@pytest.mark.parametrize("pk", ["999999", "abc", "%00"])
def test_there_is_no_check_of_nothing(els_at_desk: Client, pk: str) -> None:
    assert els_at_desk.get(f"{LIST}{pk}/controleren/").status_code == 404


def test_the_page_to_publish_begins_with_what_blocks_and_has_no_button(
    els_at_desk: Client, unfinished: Article
) -> None:
    page = els_at_desk.get(at(unfinished, "publiceren")).text
    assert BLOCKED in page
    assert DEEP in page
    assert 'type="submit" class="default"' not in page


def test_the_page_to_publish_has_its_button_when_there_is_only_advice(
    els_at_desk: Client, draft: Article
) -> None:
    page = els_at_desk.get(at(draft, "publiceren")).text
    assert BLOCKED not in page
    assert "3 adviezen" in page
    assert 'type="submit" class="default"' in page


def test_who_sends_in_is_told_what_will_block_but_not_held_up(
    els_at_desk: Client, unfinished: Article
) -> None:
    page = els_at_desk.get(at(unfinished, "insturen")).text
    assert DEEP in page
    assert 'type="submit" class="default"' in page
    els_at_desk.post(at(unfinished, "insturen"), {"note": ""})
    unfinished.refresh_from_db()
    assert unfinished.state == "review"


@pytest.mark.parametrize("day", ["", "01-07-2199"])
def test_publishing_is_refused_whatever_the_page_showed(
    els_at_desk: Client, unfinished: Article, day: str
) -> None:
    form = NOW | {"at_0": day, "at_1": "10:00" if day else ""}
    response = els_at_desk.post(at(unfinished, "publiceren"), form)
    level, sentence = said(response)[0]
    assert level == "warning"
    assert sentence.startswith(f"draft: kan nog niet op de site: {DEEP}")
    unfinished.refresh_from_db()
    assert unfinished.state == "draft"


def test_from_the_list_those_that_pass_are_published_and_the_others_refused(
    els_at_desk: Client, unfinished: Article, publish: Publish, els: User
) -> None:
    fine = publish("In orde")
    fine.withdraw(els)
    chosen = {"action": "publiceren", "_selected_action": [unfinished.pk, fine.pk]}
    response = els_at_desk.post(LIST, chosen | {"confirmed": "1"} | NOW)
    assert [level for level, _sentence in said(response)] == ["success", "warning"]
    assert Article.objects.visible().filter(pk=fine.pk).exists()
    assert not Article.objects.visible().filter(pk=unfinished.pk).exists()


def test_a_draft_with_findings_is_saved_all_the_same(els_at_desk: Client) -> None:
    form = article_form(textblock=[block(10, text_html="<h4>Te diep</h4>")])
    assert els_at_desk.post(f"{LIST}add/", form).status_code == 302
    assert BLOCKED in els_at_desk.get(at(Article.objects.get(), "controleren")).text


def test_a_check_takes_as_many_queries_for_many_blocks_as_for_few(
    els_at_desk: Client, draft: Article, stack: Stack
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            els_at_desk.get(at(draft, "controleren"))
        return len(asked)

    few = queries()
    stack(draft, *(TextBlock(text_html="<h4>Te diep</h4>") for _ in range(20)))
    assert queries() == few
