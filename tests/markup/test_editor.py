import json

import pytest
from django_prose_editor.config import allowlist_from_extensions
from django_prose_editor.fields import ProseEditorField

from markup.editor import EXTENSIONS, article_html
from markup.kinds import ARTICLE


def test_what_the_editor_makes_is_what_an_article_may_hold() -> None:
    """`span` is for parts in another language, for which the editor has no button."""
    allowlist = allowlist_from_extensions(EXTENSIONS)
    assert allowlist["tags"] == ARTICLE.tags - {"span"}


def test_the_editor_accepts_the_same_addresses() -> None:
    allowlist = allowlist_from_extensions(EXTENSIONS)
    assert allowlist["url_schemes"] == ARTICLE.schemes
    assert "target" not in allowlist["attributes"]["a"]


def test_the_editor_makes_no_attributes_that_pass_with_any_value() -> None:
    attributes = set().union(*allowlist_from_extensions(EXTENSIONS)["attributes"].values())
    assert attributes.isdisjoint({"class", "style", "id"})


def test_the_configuration_can_go_to_the_browser() -> None:
    assert json.loads(json.dumps(EXTENSIONS)) == EXTENSIONS


@pytest.mark.parametrize(
    "html", ["", "<p></p>", "<p></p><p></p>", "<p><br></p>", "<p> &nbsp;</p>", "<h2></h2>", " "]
)
def test_a_document_in_which_nothing_is_written_is_empty(html: str) -> None:
    assert article_html(html) == ""


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("<p>tekst</p>", "<p>tekst</p>"),
        ("<p>0</p>", "<p>0</p>"),
        ('<p>x</p><script src="/x"></script>', "<p>x</p>"),
        (
            '<ol start="2" type="1" data-type="decimal"><li><p>x</p></li></ol>',
            '<ol start="2"><li><p>x</p></li></ol>',
        ),
        (
            '<table><tbody><tr><th colspan="1" rowspan="1"><p>x</p></th></tr></tbody></table>',
            '<table><tbody><tr><th colspan="1" rowspan="1"><p>x</p></th></tr></tbody></table>',
        ),
    ],
)
def test_what_the_editor_sends_is_cleaned(sent: str, kept: str) -> None:
    assert article_html(sent) == kept


def test_a_field_with_this_editor_cleans_what_it_gets() -> None:
    field = ProseEditorField(extensions=EXTENSIONS, sanitize=article_html, blank=True)
    assert field.clean("<p onclick=x>tekst</p>", None) == "<p>tekst</p>"
    assert field.clean("<p></p>", None) == ""
