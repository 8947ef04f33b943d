import pytest
from django.utils.safestring import SafeString

from markup.headings import with_anchors


@pytest.mark.parametrize(
    ("html", "anchored"),
    [
        ("<h2>Wat werkt</h2>", '<h2 id="kop-wat-werkt">Wat werkt</h2>'),
        ("<h3>Één café, &amp; meer!</h3>", '<h3 id="kop-een-cafe-meer">Één café, &amp; meer!</h3>'),
        ('<h4 lang="en">Let go</h4>', '<h4 id="kop-let-go" lang="en">Let go</h4>'),
        ("<h2>De <em>echte</em> kop</h2>", '<h2 id="kop-de-echte-kop">De <em>echte</em> kop</h2>'),
        ("<h2>2018</h2>", '<h2 id="kop-2018">2018</h2>'),
        ("<h2>…</h2>", '<h2 id="kop">…</h2>'),
        ("<h2></h2>", '<h2 id="kop"></h2>'),
        ("<h2>东</h2>", '<h2 id="kop">东</h2>'),
        ("<h2>&lt;h3&gt;x</h2>", '<h2 id="kop-h3x">&lt;h3&gt;x</h2>'),
        ("<p>h2 &lt;h2&gt;</p>", "<p>h2 &lt;h2&gt;</p>"),
        ("<h1>a</h1><h5>b</h5><hr>", "<h1>a</h1><h5>b</h5><hr>"),
        ("", ""),
    ],
)
def test_a_heading_gets_an_id_from_its_text(html: str, anchored: str) -> None:
    assert with_anchors(html, set()) == anchored


def test_headings_with_the_same_text_are_numbered() -> None:
    html = with_anchors("<h2>Tip</h2><h3>Tip</h3><h2>Tip 2</h2><h2>Tip</h2>", set())
    assert [part.split('"')[0] for part in html.split('id="')[1:]] == [
        "kop-tip",
        "kop-tip-2",
        "kop-tip-2-2",
        "kop-tip-3",
    ]


def test_ids_keep_clear_of_what_is_taken_and_are_added_to_it() -> None:
    taken = {"kop-reacties", "kop-reacties-2"}
    assert 'id="kop-reacties-3"' in with_anchors("<h2>Reacties</h2>", taken)
    assert 'id="kop-reacties-4"' in with_anchors("<h2>Reacties</h2>", taken)
    assert taken == {f"kop-reacties{n}" for n in ("", "-2", "-3", "-4")}


@pytest.mark.parametrize("text", ["Reacties", "Tip 2", "Reactie 12", "Inhoud", "Reeks"])
def test_a_heading_does_not_take_an_id_that_the_page_itself_uses(text: str) -> None:
    assert ' id="kop-' in with_anchors(f"<h2>{text}</h2>", set())


def test_a_heading_within_a_heading_has_an_id_of_its_own() -> None:
    html = "<h2>a<blockquote><h3>b</h3></blockquote></h2>"
    assert with_anchors(html, set()).count(" id=") == 2


def test_all_else_stays_byte_for_byte() -> None:
    rest = "<p>\n  x &nbsp;<br>\u00ad</p>"
    html = f"{rest}<h2>kop</h2>{rest}"
    assert with_anchors(html, set()).replace(' id="kop-kop"', "") == html


def test_templates_need_not_escape_the_result() -> None:
    assert isinstance(with_anchors("<p>x</p>", set()), SafeString)
