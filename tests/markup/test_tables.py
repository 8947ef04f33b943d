from django.utils.safestring import SafeString

from markup.cleaning import clean
from markup.kinds import ARTICLE
from markup.tables import with_scrolling_tables

TABLE = "<table><tbody><tr><td>1</td></tr></tbody></table>"
BOX = '<div class="table-box" tabindex="0" role="group" aria-label="Tabel">'


def test_each_table_gets_a_box_that_the_keyboard_can_reach() -> None:
    html = SafeString(f"<p>a</p>{TABLE}<p>b</p>{TABLE}")
    assert with_scrolling_tables(html) == f"<p>a</p>{BOX}{TABLE}</div><p>b</p>{BOX}{TABLE}</div>"


def test_text_about_tables_is_left_alone() -> None:
    html = SafeString(clean("<p>Zet &lt;table&gt; erin.</p>", ARTICLE))
    assert with_scrolling_tables(html) == html


def test_a_table_keeps_its_language() -> None:
    html = SafeString(f'<table lang="en"{TABLE[6:]}')
    assert '<table lang="en">' in with_scrolling_tables(html)
